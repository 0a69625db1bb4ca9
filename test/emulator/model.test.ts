// Random sequences of calls, against a model that is too simple to be wrong.
import 'fake-indexeddb/auto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFileStore } from '../../src/emulator/file-store.ts';
import { createEmulator, memoryStore, type RegistrationStore } from '../../src/emulator/index.ts';
import { indexedDbStore } from '../../src/emulator/indexeddb.ts';
import { call, members, readIds, registration, root, TestClock } from './client.ts';

const devices = ['one', 'two', 'three'];
const channels = ['ads', 'news', '__proto__'];
const systems = ['ANDROID', 'IOS'];
const systemBits = [2, 1];

const device = fc.constantFrom(...devices);
const channel = fc.constantFrom(...channels);
const seconds = fc.integer({ min: 0, max: 40 });

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('register' as const),
      device,
      channels: fc.option(fc.array(channel, { maxLength: 4 })),
      system: fc.constantFrom(...systems),
      expiresIn: fc.option(fc.integer({ min: -5, max: 40 })),
      inMilliseconds: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('unregister' as const), device }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('publish' as const),
      channel,
      delay: fc.option(seconds),
      only: fc.option(fc.array(device, { maxLength: 2 })),
      mask: fc.option(fc.constantFrom(1, 2, 3, 15)),
      repeat: fc.option(fc.record({ every: fc.integer({ min: 5, max: 20 }), for: fc.integer({ min: 0, max: 60 }) })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('unpublish' as const), index: fc.nat(5) }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('wait' as const), seconds }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('restart' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('move' as const) }) },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface ModelDevice {
  token: string;
  os: string;
  expiresAt: number | undefined;
  channels: string[];
}

interface ModelMessage {
  id: string;
  text: string;
  channel: string;
  at: number;
  only: string[] | null;
  systems: string[];
  every: number | undefined;
  until: number;
  status: string;
}

/** What should be true, kept the simplest way there is: time passes millisecond by millisecond, as it were. */
class Model {
  time: number;
  readonly devices = new Map<string, ModelDevice>();
  readonly messages: ModelMessage[] = [];
  readonly arrived: { device: string; text: string; at: number }[] = [];

  constructor(time: number) {
    this.time = time;
  }

  live(at = this.time): [string, ModelDevice][] {
    return [...this.devices].filter(([, { expiresAt }]) => expiresAt === undefined || expiresAt > at);
  }

  register(id: string, token: string, os: string, names: string[], expiresAt: number | undefined): void {
    const before = this.live().find(([known]) => known === id)?.[1].channels ?? [];
    this.devices.set(id, { token, os, expiresAt, channels: [...new Set([...before, ...names])] });
  }

  advance(to: number): void {
    for (;;) {
      const due = this.messages
        .filter(({ status, at }) => status === 'scheduled' && at <= to)
        .toSorted((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.deliver(due);
    }
    this.time = to;
  }

  deliver(message: ModelMessage): void {
    for (const [id, { channels: joined, os }] of this.live(message.at)) {
      if (!joined.includes(message.channel) || !message.systems.includes(os)) continue;
      if (message.only && !message.only.includes(id)) continue;
      this.arrived.push({ device: id, text: message.text, at: message.at });
    }
    if (message.every !== undefined && message.at + message.every < message.until) message.at += message.every;
    else message.status = 'published';
  }
}

/** Something that keeps a state and can be let go of and taken up again. */
interface Backing {
  kind: string;
  open(): Promise<RegistrationStore>;
}

async function agree(steps: readonly Step[], backing: Backing): Promise<void> {
  const clock = new TestClock();
  const model = new Model(clock.time);
  const start = async () => createEmulator({ store: await backing.open(), now: clock.now });
  let emulator = await start();
  const ids = new Map<string, string>();
  let count = 0;
  try {
    for (const item of steps) {
      count += 1;
      switch (item.type) {
        case 'register': {
          const names = item.channels?.length ? item.channels : ['default'];
          const expiresAt = item.expiresIn === null ? undefined : clock.time + item.expiresIn * 1000;
          const answer = await call(
            emulator.handle,
            'POST',
            `${root}/messaging/registrations`,
            registration({
              deviceId: item.device,
              deviceToken: `token ${count}`,
              os: item.system,
              ...(item.channels && { channels: item.channels }),
              ...(expiresAt !== undefined && { expiration: item.inMilliseconds ? expiresAt : expiresAt / 1000 }),
            }),
          );
          if (expiresAt !== undefined && expiresAt <= clock.time) {
            expect(answer).toMatchObject({ status: 400, body: { code: 5004 } });
            break;
          }
          expect(answer.status).toBe(200);
          const wasLive = model.live().some(([id]) => id === item.device);
          const before = wasLive ? (model.devices.get(item.device)?.channels ?? []) : [];
          const given = readIds(answer);
          expect([...given.keys()]).toEqual([...new Set(names)]);
          for (const [name, id] of given) {
            const key = JSON.stringify([item.device, name]);
            if (before.includes(name)) expect(id).toBe(ids.get(key));
            else expect([...ids.values()]).not.toContain(id);
            ids.set(key, id);
          }
          model.register(item.device, `token ${count}`, item.system, names, expiresAt);
          break;
        }
        case 'unregister': {
          const answer = await call(emulator.handle, 'DELETE', `${root}/messaging/registrations/${item.device}`);
          const known = model.live().some(([id]) => id === item.device);
          if (known) expect(answer).toEqual({ status: 200, body: { result: true } });
          else expect(answer).toMatchObject({ status: 400, body: { code: 5001 } });
          model.devices.delete(item.device);
          break;
        }
        case 'publish': {
          const at = clock.time + (item.delay ?? 0) * 1000;
          const text = `message ${count}`;
          const answer = await call(emulator.handle, 'POST', `${root}/messaging/${item.channel}`, {
            message: text,
            ...(item.delay !== null && { publishAt: at }),
            ...(item.only && { pushSinglecast: item.only }),
            ...(item.mask !== null && { pushBroadcast: item.mask }),
            ...(item.repeat && { repeatEvery: item.repeat.every, repeatExpiresAt: at + item.repeat.for * 1000 }),
          });
          expect(answer).toMatchObject({ status: 200, body: { status: 'scheduled' } });
          model.messages.push({
            id: String(members(answer.body).messageId),
            text,
            channel: item.channel,
            at,
            only: item.only,
            systems: systems.filter((_, index) => item.mask === null || (item.mask & (systemBits[index] ?? 0)) > 0),
            every: item.repeat ? item.repeat.every * 1000 : undefined,
            until: at + (item.repeat?.for ?? 0) * 1000,
            status: 'scheduled',
          });
          model.advance(clock.time);
          break;
        }
        case 'unpublish': {
          const message = model.messages[item.index];
          if (!message) break;
          const answer = await call(emulator.handle, 'DELETE', `${root}/messaging/${message.id}`);
          if (message.status === 'scheduled') {
            expect(answer).toMatchObject({ status: 200, body: { status: 'cancelled' } });
            message.status = 'cancelled';
          } else {
            expect(answer).toMatchObject({ status: 400, body: { code: 5040 } });
          }
          break;
        }
        case 'wait':
          clock.advance(item.seconds * 1000);
          model.advance(clock.time);
          break;
        case 'restart':
          emulator.dispose();
          emulator = await start();
          break;
        case 'move': {
          const state: unknown = JSON.parse(JSON.stringify(await emulator.export()));
          await emulator.reset();
          expect(await emulator.devices()).toEqual([]);
          await emulator.import(state);
        }
      }
      await compare();
    }
    expect(emulator.storage.kind).toBe(backing.kind);
  } finally {
    emulator.dispose();
  }

  async function compare(): Promise<void> {
    const seen = await emulator.devices();
    const expected = model.live().map(([deviceId, { token, os, expiresAt, channels: joined }]) => ({
      deviceId,
      deviceToken: token,
      os,
      expiresAt,
      channels: joined.map((name) => ({
        channel: name,
        registrationId: ids.get(JSON.stringify([deviceId, name])),
      })),
    }));
    expect(
      seen.map(({ deviceId, deviceToken, os, expiresAt, channels: joined }) => ({
        deviceId,
        deviceToken,
        os,
        expiresAt,
        channels: joined,
      })),
    ).toEqual(expected.toSorted((a, b) => (a.deviceId < b.deviceId ? -1 : 1)));
    for (const id of devices) {
      const answer = await call(emulator.handle, 'GET', `${root}/messaging/registrations/${id}`);
      expect(answer.status).toBe(model.live().some(([known]) => known === id) ? 200 : 400);
      const arrived = await emulator.messages(id);
      const due = model.arrived.filter(({ device: at }) => at === id);
      // Those of the same moment have no order.
      const inOrder = (list: [number, unknown][]) => list.map(([at, text]) => `${at} ${text}`).toSorted();
      expect(inOrder(arrived.map(({ message, deliveredAt }) => [deliveredAt, message]))).toEqual(
        inOrder(due.map(({ text, at }) => [at, text])),
      );
      expect(arrived.map(({ deliveredAt }) => deliveredAt)).toEqual(due.map(({ at }) => at));
    }
    for (const { id, status } of model.messages) {
      const answer = await call(emulator.handle, 'GET', `${root}/messaging/${id}`);
      expect(answer.body).toEqual({ status, messageId: id, errorMessage: null });
    }
  }
}

function check(runs: number, backing: () => Backing): Promise<void> {
  const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);
  // So that a failure elsewhere can be repeated: FC_SEED=<seed> npx vitest run test/emulator/model.test.ts
  console.info(`model check with seed ${seed}`);
  return fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), (steps) => agree(steps, backing())),
    { numRuns: runs, seed },
  );
}

describe('the service agrees with a simple model after every step', () => {
  let folder: string;
  let count = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'emulator-model-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('in memory', { timeout: 60_000 }, async () => {
    await check(300, () => {
      const store = memoryStore();
      return { kind: 'memory', open: async () => store };
    });
  });

  test('in IndexedDB', { timeout: 60_000 }, async () => {
    await check(100, () => {
      const name = `model ${(count += 1)}`;
      return { kind: 'indexeddb', open: async () => indexedDbStore({ name }) };
    });
  });

  test('in a file', { timeout: 60_000 }, async () => {
    await check(100, () => {
      const path = join(folder, `${(count += 1)}.jsonl`);
      let last: RegistrationStore | undefined;
      return {
        kind: 'file',
        async open() {
          await last?.close();
          last = await openFileStore(path);
          return last;
        },
      };
    });
  });
});
