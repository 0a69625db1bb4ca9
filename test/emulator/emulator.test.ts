// What the service does besides answering requests: time, subscriptions, faults, export and import, memory.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createEmulator,
  NetworkFault,
  noFaults,
  StateError,
  type Emulator,
  type EmulatorChange,
  type EmulatorOptions,
} from '../../src/emulator/index.ts';
import { call, members, registration, root, TestClock } from './client.ts';

// Time enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const day = 24 * 60 * 60 * 1000;

let clock: TestClock;
const open = new Set<Emulator>();

beforeEach(() => {
  clock = new TestClock();
});
afterEach(() => {
  for (const emulator of open) emulator.dispose();
  open.clear();
  vi.useRealTimers();
});

function create(options: EmulatorOptions = {}): Emulator {
  const emulator = createEmulator({ now: clock.now, ...options });
  open.add(emulator);
  return emulator;
}

const post = (emulator: Emulator, path: string, body: Parameters<typeof call>[3]) =>
  call(emulator.handle, 'POST', `${root}/messaging/${path}`, body);

function watch(emulator: Emulator): EmulatorChange[] {
  const seen: EmulatorChange[] = [];
  emulator.subscribe((change) => seen.push(change));
  return seen;
}

describe('time', () => {
  test('who watches is told of an expiration in forty days when it comes, and not before', async () => {
    vi.useFakeTimers();
    const emulator = create({ now: Date.now });
    await post(emulator, 'registrations', registration({ expiration: Date.now() + 40 * day }));
    const seen = watch(emulator);
    await vi.advanceTimersByTimeAsync(40 * day - 1);
    expect(seen).toEqual([]);
    expect(await emulator.devices()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(seen).toEqual([{ type: 'registrations', origin: 'here' }]);
    expect(await emulator.devices()).toEqual([]);
  });

  test('who watches is told of a message at its time, and of the end of a nearer expiration that came later', async () => {
    vi.useFakeTimers();
    const emulator = create({ now: Date.now });
    await post(emulator, 'registrations', registration({ deviceId: 'a', channels: ['ads'] }));
    await post(emulator, 'ads', { message: 'later', publishAt: Date.now() + 5000 });
    await post(emulator, 'registrations', registration({ deviceId: 'b', expiration: Date.now() + 1000 }));
    const seen = watch(emulator);
    await vi.advanceTimersByTimeAsync(1000);
    expect(seen.map(({ type }) => type)).toEqual(['registrations']);
    await vi.advanceTimersByTimeAsync(4000);
    expect(seen.map(({ type }) => type)).toEqual(['registrations', 'messages']);
    expect((await emulator.messages('a')).map(({ message }) => message)).toEqual(['later']);
  });

  test('an expired registration is gone although no timer ran', async () => {
    const emulator = create();
    await post(emulator, 'registrations', registration({ channels: ['ads'], expiration: clock.time + 1000 }));
    clock.advance(1000);
    expect(await emulator.devices()).toEqual([]);
    expect(await emulator.channels()).toEqual([{ appId: 'APP', channel: 'ads', devices: 0 }]);
    expect((await emulator.export()).devices).toEqual([]);
  });

  test('thousands that expire at once are gone at once', async () => {
    const emulator = create();
    for (let count = 0; count < 2500; count += 1) {
      await post(emulator, 'registrations', registration({ deviceId: `${count}`, expiration: clock.time + 1000 }));
    }
    expect(await emulator.devices()).toHaveLength(2500);
    clock.advance(1000);
    expect((await emulator.export()).devices).toEqual([]);
  });

  test('of the repetitions that were missed, only the last are made up for', async () => {
    const emulator = create({ limits: { madeUpRepeats: 3 } });
    await post(emulator, 'registrations', registration({ channels: ['ads'] }));
    const start = clock.time;
    await post(emulator, 'ads', { message: 'tick', repeatEvery: 1 });
    clock.advance(1_000_000_500);
    const times = (await emulator.messages('device')).map(({ deliveredAt }) => deliveredAt - start);
    expect(times).toEqual([0, 999_998_000, 999_999_000, 1_000_000_000]);
  });

  test('a clock that is set back harms nothing', async () => {
    const emulator = create();
    await post(emulator, 'registrations', registration({ expiration: clock.time + 1000 }));
    clock.advance(-day);
    expect(await emulator.devices()).toHaveLength(1);
    clock.advance(day + 1000);
    expect(await emulator.devices()).toEqual([]);
  });
});

describe('what is kept is bounded', () => {
  test('old deliveries and messages are forgotten, and what is scheduled is not', async () => {
    const emulator = create({ limits: { keptMessages: 3, keptDeliveries: 4 } });
    for (const deviceId of ['a', 'b'])
      await post(emulator, 'registrations', registration({ deviceId, channels: ['x'] }));
    const later = await post(emulator, 'x', { message: 'later', publishAt: clock.time + day });
    const sent: string[] = [];
    for (let count = 1; count <= 5; count += 1) {
      sent.push(String(members((await post(emulator, 'x', { message: count })).body).messageId));
    }
    expect((await emulator.messages('a')).map(({ message }) => message)).toEqual([4, 5]);
    const statuses = await Promise.all(
      [...sent, String(members(later.body).messageId)].map(async (id) => {
        const answer = await call(emulator.handle, 'GET', `${root}/messaging/${id}`);
        return members(answer.body).status;
      }),
    );
    expect(statuses).toEqual(['unknown', 'unknown', 'published', 'published', 'published', 'scheduled']);
    const { messages, deliveries } = await emulator.export();
    expect([messages.length, deliveries.length]).toEqual([4, 4]);
  });

  test('a device shows the last hundred messages', async () => {
    const emulator = create();
    await post(emulator, 'registrations', registration({ channels: ['x'] }));
    for (let count = 0; count < 150; count += 1) await post(emulator, 'x', { message: count });
    const shown = (await emulator.messages('device')).map(({ message }) => message);
    expect(shown).toEqual(Array.from({ length: 100 }, (_, index) => index + 50));
  });

  test('a device keeps what it got when it is no longer registered', async () => {
    const emulator = create();
    await post(emulator, 'registrations', registration({ channels: ['x'] }));
    await post(emulator, 'x', { message: 'Hello' });
    await call(emulator.handle, 'DELETE', `${root}/messaging/registrations/device`);
    expect(await emulator.messages('device')).toHaveLength(1);
    expect(await emulator.messages('device', 'APP')).toHaveLength(1);
    expect(await emulator.messages('device', 'OTHER')).toEqual([]);
  });
});

describe('subscriptions', () => {
  test('tell what changed, and end', async () => {
    const emulator = create();
    const seen: EmulatorChange[] = [];
    const stop = emulator.subscribe((change) => seen.push(change));
    await post(emulator, 'registrations', registration({ channels: ['x'] }));
    await post(emulator, 'x', { message: 'Hello' });
    await call(emulator.handle, 'GET', `${root}/messaging/registrations/device`);
    await post(emulator, 'registrations', {});
    emulator.faults.set({ latency: 1 });
    emulator.faults.clear();
    await emulator.reset();
    expect(seen).toEqual([
      { type: 'registrations', origin: 'here' },
      { type: 'messages', origin: 'here' },
      { type: 'faults' },
      { type: 'faults' },
      { type: 'reset', origin: 'here' },
    ]);
    stop();
    await post(emulator, 'registrations', registration());
    expect(seen).toHaveLength(5);
  });

  test('a listener that throws hinders neither the call nor other listeners', async () => {
    const emulator = create();
    const uncaught: unknown[] = [];
    const listeners = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.once('uncaughtException', (error) => uncaught.push(error));
    emulator.subscribe(() => {
      throw new Error('a mistake');
    });
    const seen = watch(emulator);
    expect((await post(emulator, 'registrations', registration())).status).toBe(200);
    expect(seen).toHaveLength(1);
    await vi.waitFor(() => expect(uncaught).toEqual([new Error('a mistake')]));
    for (const listener of listeners) process.on('uncaughtException', listener);
  });
});

describe('faults', () => {
  test('for one run leave other runs alone', async () => {
    const emulator = create();
    const faulty = emulator.withFaults({ code: 5007, times: 1 });
    const publish = (handle: Emulator['handle']) => call(handle, 'POST', `${root}/messaging/x`, { message: 'x' });
    expect((await publish(emulator.handle)).status).toBe(200);
    expect((await publish(faulty)).body).toMatchObject({ code: 5007 });
    expect((await publish(faulty)).status).toBe(200);
    expect(emulator.faults.current).toEqual(noFaults);
  });

  test('of the network reject', async () => {
    const emulator = create({ faults: { offline: true } });
    await expect(post(emulator, 'x', { message: 'x' })).rejects.toThrow(NetworkFault);
    emulator.faults.clear();
    expect((await post(emulator, 'x', { message: 'x' })).status).toBe(200);
  });

  test('spare info unless it is named', async () => {
    const emulator = create({ faults: { status: 500 } });
    expect((await call(emulator.handle, 'GET', `${root}/info`)).status).toBe(200);
    emulator.faults.set({ only: ['info'] });
    expect((await call(emulator.handle, 'GET', `${root}/info`)).status).toBe(500);
    expect((await post(emulator, 'x', { message: 'x' })).status).toBe(200);
  });

  test.each([
    [{ latency: -1 }, /latency/],
    [{ latency: NaN }, /latency/],
    [{ status: 404 }, /status/],
    [{ code: 1 }, /code must be one of 2002/],
    [{ times: 1.5 }, /times/],
  ])('that make no sense are refused, and nothing changes: %j', (settings, message) => {
    const emulator = create();
    expect(() => emulator.faults.set(settings)).toThrow(message);
    expect(emulator.faults.current).toEqual(noFaults);
    expect(() => emulator.withFaults(settings)).toThrow(RangeError);
  });

  test('a latency ends early when the caller leaves, and nothing was written', async () => {
    const emulator = create({ faults: { latency: 2 ** 31 - 1 } });
    const leave = new AbortController();
    const request = {
      method: 'POST',
      url: `${root}/messaging/registrations`,
      headers: {},
      body: JSON.stringify(registration()),
    };
    const answer = emulator.handle(request, leave.signal);
    leave.abort(new Error('gone'));
    await expect(answer).rejects.toThrow('gone');
    await expect(emulator.handle(request, leave.signal)).rejects.toThrow('gone');
    expect(await emulator.devices()).toEqual([]);
  });

  test('a latency ends when the emulator is disposed of', async () => {
    const emulator = create({ faults: { latency: 2 ** 31 - 1 } });
    const answer = post(emulator, 'x', { message: 'x' });
    emulator.dispose();
    emulator.dispose();
    await expect(answer).rejects.toThrow('disposed');
    await expect(post(emulator, 'x', { message: 'x' })).rejects.toThrow('disposed');
  });
});

describe('export and import', () => {
  async function filled(): Promise<Emulator> {
    const emulator = create();
    await post(
      emulator,
      'registrations',
      registration({ channels: ['ads', '__proto__'], expiration: clock.time + day }),
    );
    await post(emulator, 'ads', { message: { a: [1] }, headers: { h: 'x' }, publisherId: 'p' });
    await post(emulator, 'ads', { message: 'later', publishAt: clock.time + 1000, pushSinglecast: ['device'] });
    return emulator;
  }

  test('carry everything through JSON', async () => {
    const from = await filled();
    const to = create();
    await post(to, 'registrations', registration({ deviceId: 'old' }));
    const state: unknown = JSON.parse(JSON.stringify(await from.export()));
    const seen = watch(to);
    await to.import(state);
    expect(seen).toEqual([{ type: 'reset', origin: 'here' }]);
    expect(await to.export()).toEqual(await from.export());
    clock.advance(1000);
    expect((await to.messages('device')).map(({ message }) => message)).toEqual([{ a: [1] }, 'later']);
  });

  test.each<[string, (state: Record<string, unknown>) => unknown, RegExp]>([
    ['no object', () => 'x', /must be an object/],
    ['another format', () => ({ hello: 1 }), /not one of this emulator/],
    ['a newer version', (state) => ({ ...state, version: 2 }), /newer release/],
    ['a version that is none', (state) => ({ ...state, version: 0.5 }), /no valid version/],
    ['devices that are no list', (state) => ({ ...state, devices: {} }), /devices must be a list/],
    ['a device without ID', (state) => ({ ...state, devices: [{ appId: 'A' }] }), /devices\[0\]\.deviceId/],
    [
      'a message with a wrong status',
      (state) => ({ ...state, messages: [{ status: 'lost' }] }),
      /messages\[0\]\.status/,
    ],
    ['a number twice', (state) => ({ ...state, deliveries: [deliveryOf(state), deliveryOf(state)] }), /twice/],
    [
      'a counter that is behind',
      (state) => ({ ...state, counters: { deliveries: 0, settled: 9 } }),
      /above their counter/,
    ],
  ])('%s is refused by name, and nothing changes', async (_, spoil, message) => {
    const emulator = await filled();
    const before = await emulator.export();
    const spoiled = spoil({ ...before });
    await expect(emulator.import(spoiled)).rejects.toThrow(StateError);
    await expect(emulator.import(spoiled)).rejects.toThrow(message);
    expect(await emulator.export()).toEqual(before);
  });

  function deliveryOf(state: Record<string, unknown>): unknown {
    return Array.isArray(state.deliveries) ? state.deliveries[0] : undefined;
  }

  test('reset removes everything', async () => {
    const emulator = await filled();
    await emulator.reset();
    expect(await emulator.export()).toEqual(await create().export());
  });
});

test('IDs are GUIDs even where the page is not served securely', async () => {
  const randomUUID = vi.spyOn(crypto, 'randomUUID');
  Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
  try {
    const emulator = create();
    const answer = await post(emulator, 'registrations', registration());
    expect(members(answer.body).registrationId).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}::default$/);
  } finally {
    Reflect.deleteProperty(crypto, 'randomUUID');
    randomUUID.mockRestore();
  }
});
