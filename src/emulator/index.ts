// The embedded Backendless service. Works in a page, a worker and a server; nothing happens on import.
// Stores that need more are entry points of their own: `indexeddb.ts` for pages, `node.ts` for files and HTTP.

export { createEmulator, type ApplicationKeys, type Emulator, type EmulatorOptions } from './emulator.ts';
export { documentedErrors } from './errors.ts';
export { NetworkFault, noFaults, type FaultControl, type FaultSettings } from './faults.ts';
export { defaultLimits, type Limits } from './limits.ts';
export { memoryStore } from './memory.ts';
export { operations, type Operation } from './route.ts';
export { StateError, type EmulatorState } from './state.ts';
export type { RegistrationStore } from './store.ts';
export type {
  BackendHandler,
  BackendRequest,
  BackendResponse,
  ChannelRegistration,
  ChannelSummary,
  DeliveredMessage,
  DeviceRegistration,
  EmulatorChange,
  JsonValue,
  MessageStatus,
  StorageFailure,
  StorageStatus,
} from './types.ts';
