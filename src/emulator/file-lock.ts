// Keeps two processes from writing one data file.

import { createHash } from 'node:crypto';
import { realpath, unlink } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** Lets go of a file. */
export type Unlock = () => Promise<void>;

/**
 * Takes a file for this process; rejects when another one has it. The lock is a local socket that listens, so it ends
 * with the process however that ends, and no process ID is ever taken for another.
 */
export async function lockFile(path: string): Promise<Unlock> {
  const address = await lockAddress(path);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const server = await listen(address);
    if (server) {
      server.unref();
      return () => new Promise((done) => server.close(() => done()));
    }
    if (await answers(address)) break;
    // Left behind by a process that was killed.
    await unlink(address).catch(() => {});
  }
  throw new Error(`The data file ${path} is in use by another emulator.`);
}

/** A path of bounded length that depends on the file only, whatever way leads to it. */
async function lockAddress(path: string): Promise<string> {
  const full = resolve(path);
  const folder = await realpath(dirname(full));
  const real = await realpath(full).catch(() => join(folder, basename(full)));
  const name = `codeless-push-blocks-${createHash('sha256').update(real).digest('hex').slice(0, 32)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.lock`);
}

/** A server on the address; undefined when the address is taken. */
function listen(address: string): Promise<Server | undefined> {
  return new Promise((done, failed) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') done(undefined);
      else failed(error);
    });
    server.listen(address, () => done(server));
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = createConnection(address);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}
