// The conformance suite over HTTP: the SDK as a Node program uses it, the service as `emulate` runs it.
import Backendless from 'backendless';
import { afterEach, beforeEach, describe, expect, vi } from 'vitest';
import { startServer } from '../../src/emulator/node.ts';
import { TestClock } from './client.ts';
import { phone, startTime, type Argument, type Outcome, type Sdk, type Service } from './conformance/subject.ts';
import { conformance } from './conformance.ts';

// Time enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

describe('over HTTP', () => {
  // The SDK prints when it cannot load the info of an application, which is what happens with unknown credentials.
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
  afterEach(() => {
    for (const [text] of vi.mocked(console.error).mock.calls) expect(text).toBe('could not load backendless app info');
    vi.restoreAllMocks();
  });

  conformance(async (options): Promise<Service> => {
    const clock = new TestClock(startTime);
    const server = await startServer({ ...options, port: 0, now: clock.now });
    const { emulator, url } = server;
    return {
      async sdk({ appId = 'APP', apiKey = 'KEY', domain = false, device = phone } = {}) {
        // A standalone instance has its own configuration and device.
        const app = Backendless.initApp({
          ...(domain ? { domain: url } : { appId, apiKey, serverURL: url }),
          standalone: true,
        });
        const sdk: Sdk = { call: (method, ...args) => invoke(app, method, args) };
        if (device) await sdk.call('setupDevice', device);
        return sdk;
      },
      async send({ method, url: path, headers, body }) {
        const response = await fetch(url + path, { method, headers, body });
        return { status: response.status, body: await response.json() };
      },
      advance: async (milliseconds) => clock.advance(milliseconds),
      devices: () => emulator.devices(),
      messages: (deviceId) => emulator.messages(deviceId),
      setFaults: async (settings) => emulator.faults.set(settings),
      close: () => server.close(0),
    };
  });
});

/** Calls a method of the SDK by its path, such as `Messaging.publish`. */
async function invoke(app: object, path: string, args: Argument[]): Promise<Outcome> {
  try {
    let target: unknown = app;
    let owner: unknown;
    for (const name of path.split('.')) {
      owner = target;
      target = Reflect.get(Object(target), name);
    }
    if (typeof target !== 'function') throw new Error(`The SDK has no ${path}`);
    return { ok: true, value: await Reflect.apply(target, owner, args) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const number = (name: string): number | undefined => {
      const value: unknown = Reflect.get(error, name);
      return typeof value === 'number' ? value : undefined;
    };
    return { ok: false, error: { message: error.message, code: number('code'), status: number('status') } };
  }
}
