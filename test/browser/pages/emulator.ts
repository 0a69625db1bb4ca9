/** The page side of the tests of the embedded service: a service in IndexedDB, for the test and for the sandbox. */

import {
  createEmulator,
  type BackendRequest,
  type DeliveredMessage,
  type DeviceRegistration,
  type Emulator,
  type EmulatorChange,
  type EmulatorOptions,
  type FaultSettings,
  type StorageStatus,
} from '../../../src/emulator/index.ts';
import { indexedDbStore } from '../../../src/emulator/indexeddb.ts';
import { createRunner, type Run } from '../../../src/runner/index.ts';
import { ask } from './sdk-program.ts';

const serverURL = 'https://backend.test';

const nameOf = new URLSearchParams(location.search).get('database') ?? 'emulator-test';
let time: number | undefined;
let emulator: Emulator | undefined;
let run: Run | undefined;
let changes: EmulatorChange[] = [];

/** Resolves with what the program in the sandbox answered last. */
let answered: (text: string) => void = () => {};
/** Gives the program in the sandbox its next command. */
let command: (text: string) => void = () => {};

const runner = createRunner({
  url: '../../../runner.html',
  handle: (request, signal) => opened().handle(request, signal),
});

function opened(): Emulator {
  if (!emulator) throw new Error('There is no service yet.');
  return emulator;
}

function answer(): Promise<string> {
  return new Promise((resolve) => {
    answered = resolve;
  });
}

const host = {
  /** Opens a service on the database that the address names. With a time, its clock stands there. */
  async open(options: EmulatorOptions = {}, startTime?: number): Promise<StorageStatus> {
    await host.close();
    time = startTime;
    emulator = createEmulator({
      ...options,
      store: indexedDbStore({ name: nameOf }),
      now: () => time ?? Date.now(),
    });
    changes = [];
    emulator.subscribe((change) => changes.push(change));
    // The status is known once something was read.
    await emulator.devices();
    return emulator.storage;
  },

  /** Closes the service. */
  async close(): Promise<void> {
    emulator?.dispose();
    emulator = undefined;
  },

  /** Removes the database. */
  remove: (): Promise<void> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(nameOf);
      request.addEventListener('success', () => resolve());
      request.addEventListener('error', () => reject(new Error(request.error?.message)));
    }),

  /** Sends a request, as any transport does. */
  async send(request: BackendRequest): Promise<{ status: number; body: unknown }> {
    const { status, body } = await opened().handle(request);
    return { status, body: JSON.parse(body) };
  },

  advance(milliseconds: number): void {
    time = (time ?? Date.now()) + milliseconds;
  },

  devices: (): Promise<DeviceRegistration[]> => opened().devices(),
  messages: (deviceId: string): Promise<DeliveredMessage[]> => opened().messages(deviceId),
  setFaults: (settings: Partial<FaultSettings>): void => opened().faults.set(settings),
  reset: (): Promise<void> => opened().reset(),
  storage: (): StorageStatus => opened().storage,
  /** What the service told of since it was opened. */
  changes: (): EmulatorChange[] => changes,

  /**
   * Starts the program that makes the calls of the SDK in the sandbox, unless it runs already. It talks to whichever
   * service is open.
   */
  async startSandbox(): Promise<void> {
    if (run) return;
    const ready = answer();
    run = runner.run({
      javascript: ask,
      entry: { name: 'main', parameters: ['prompt'] },
      // As long as the tests take together.
      timeout: 600_000,
      app: { appId: 'APP', apiKey: 'KEY', serverURL },
      onPrompt: (message) => {
        answered(message);
        return new Promise((resolve) => {
          command = resolve;
        });
      },
    });
    await Promise.race([ready, run.finished.then((outcome) => Promise.reject(new Error(JSON.stringify(outcome))))]);
  },

  /** Has the program in the sandbox do something, and gives its answer; both are JSON. */
  inSandbox(text: string): Promise<string> {
    const next = answer();
    command(text);
    return next;
  },

  /**
   * Registers devices without end, several at a time, each with three channels, and tells of every one that was
   * acknowledged.
   */
  registerWithoutEnd(prefix: string, acknowledged: (deviceId: string) => void): void {
    let count = 0;
    const work = async (): Promise<void> => {
      for (;;) {
        count += 1;
        const deviceId = `${prefix}-${count}`;
        const body = JSON.stringify({
          deviceToken: 'token',
          deviceId,
          os: 'ANDROID',
          osVersion: '16',
          channels: ['ads', 'discount', `only ${deviceId}`],
        });
        const request = { method: 'POST', url: '/APP/KEY/messaging/registrations', headers: {}, body };
        const { status } = await opened().handle(request);
        if (status === 200) acknowledged(deviceId);
      }
    };
    for (let worker = 0; worker < 4; worker += 1) void work();
  },
};

declare global {
  interface Window {
    service: typeof host;
    /** Put there by a test. */
    acknowledged?: (deviceId: string) => void;
  }
}

window.service = host;
