// What the emulator needs Node for: a data file, and an HTTP server.

export * from './index.ts';
export { openFileStore, type FileStoreOptions } from './file-store.ts';
export { defaultPort, startServer, type EmulatorServer, type ServerOptions } from './server.ts';
