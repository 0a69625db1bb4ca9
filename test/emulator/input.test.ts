// Whatever is sent: an answer, never a crash, and nothing written by a call that failed.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createEmulator } from '../../src/emulator/index.ts';
import { members, registration, root } from './client.ts';

// Time enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const fields = ['deviceToken', 'deviceId', 'os', 'osVersion', 'channels', 'expiration', 'message', 'headers'];
const moreFields = ['publishAt', 'repeatEvery', 'repeatExpiresAt', 'pushSinglecast', 'pushBroadcast', 'publishPolicy'];

const oddValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(-1, 0, 1e300, -1e300, 5e-324, '', 'x'.repeat(3000), [], {}, [null], ['a', 'a'], ['a,b']),
);
const body = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary' }),
  fc.json(),
  fc
    .dictionary(fc.constantFrom(...fields, ...moreFields, '__proto__', 'constructor'), oddValue)
    .map((odd) => JSON.stringify({ ...registration({ message: 'x' }), ...odd })),
);
const segment = fc.oneof(
  fc.constantFrom('messaging', 'registrations', 'channels', 'info', 'api', 'ads', 'APP', '', '..', '%', '%00', '%2F'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const url = fc.oneof(
  fc.array(segment, { maxLength: 6 }).map((segments) => `/${segments.join('/')}`),
  fc.constantFrom('', 'http://', 'http://host', 'http://host?x', `http://host${root}/messaging/ads#x`, '?', '#'),
  fc.constantFrom(`${root}/messaging/registrations`, `${root}/messaging/ads`, `${root}/messaging/channels/x`),
);
const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'post', 'PATCH', '', 'CONSTRUCTOR');

test('any request is answered in JSON, and one that fails changes nothing', async () => {
  const emulator = createEmulator({ now: () => 1_800_000_000_000 });
  await fc.assert(
    fc.asyncProperty(method, url, body, async (verb, address, text) => {
      const before = await emulator.export();
      const answer = await emulator.handle({ method: verb, url: address, headers: {}, body: text });
      const read: unknown = JSON.parse(answer.body);
      expect(answer.headers['content-type']).toBe('application/json');
      if (answer.status === 200) return;
      expect([400, 404, 405, 413]).toContain(answer.status);
      expect(members(read)).toEqual({ code: expect.any(Number), message: expect.stringMatching(/\S/) });
      expect(String(members(read).message).length).toBeLessThan(600);
      expect(await emulator.export()).toEqual(before);
    }),
    { numRuns: 2000 },
  );
  emulator.dispose();
});

test('values nested a hundred thousand deep are refused, not choked on', async () => {
  const emulator = createEmulator();
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  for (const text of [
    deep,
    `{"message":${deep}}`,
    `{"message":"x","headers":${deep}}`,
    `{"channels":${deep},"deviceId":"d"}`,
  ]) {
    for (const path of ['registrations', 'ads']) {
      const request = { method: 'POST', url: `${root}/messaging/${path}`, headers: {}, body: text };
      expect((await emulator.handle(request)).status).toBe(400);
    }
  }
  expect(await emulator.devices()).toEqual([]);
  emulator.dispose();
});
