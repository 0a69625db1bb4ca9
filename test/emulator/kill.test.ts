// The server is killed under load, again and again; what it acknowledged must be there afterwards.
import { Agent, request } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFileStore } from '../../src/emulator/file-store.ts';
import { bundle, type Bundle } from './bundle.ts';
import { startChild } from './child.ts';

const kills = 50;
const clients = 8;

/** What a device must look like: what was acknowledged last, or what was sent after that without an answer. */
interface Expected {
  acknowledged: string | undefined;
  pending: string | undefined;
}

let server: Bundle;
let folder: string;

beforeAll(async () => {
  server = await bundle('src/emulator/node.ts');
  folder = await mkdtemp(join(tmpdir(), 'emulator-kill-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await server.remove();
});

test(`${kills} kills under load lose no acknowledged registration and no file`, { timeout: 240_000 }, async () => {
  const path = join(folder, 'data.jsonl');
  const devices = new Map<string, Expected>();
  const agent = new Agent({ keepAlive: true });
  let count = 0;
  let acknowledged = 0;
  let cutOff = 0;

  for (let kill = 0; kill < kills; kill += 1) {
    // Every other server puts a new file in place of the old one all the time.
    const child = await startChild(program(server, path, kill % 2 === 0 ? undefined : 30), []);
    const enough = 5 + Math.floor(Math.random() * 100);
    const delay = Math.random() * 4;
    let answers = 0;
    const load = Array.from({ length: clients }, async (_, client) => {
      for (;;) {
        count += 1;
        // Old devices register again, new ones for the first time; some are cancelled.
        const deviceId = count % 3 === 0 ? `device ${client} ${count}` : `device ${client} ${count % 20}`;
        const token = count % 11 === 0 ? undefined : `token ${count}`;
        const expected = devices.get(deviceId) ?? { acknowledged: undefined, pending: undefined };
        expected.pending = token;
        devices.set(deviceId, expected);
        const done =
          token === undefined
            ? await send(agent, 'DELETE', `${child.url}/A/K/messaging/registrations/${encodeURIComponent(deviceId)}`)
            : await send(agent, 'POST', `${child.url}/A/K/messaging/registrations`, {
                deviceToken: token,
                deviceId,
                os: 'ANDROID',
                osVersion: '14',
                channels: [`channel ${count % 7}`],
              });
        if (!done) {
          cutOff += 1;
          return;
        }
        expected.acknowledged = token;
        acknowledged += 1;
        answers += 1;
        if (answers === enough) setTimeout(() => child.process.kill('SIGKILL'), delay);
      }
    });
    await Promise.all(load);
    expect(await child.ended).toBe('SIGKILL');

    const store = await openFileStore(path);
    const found = new Map(
      (await store.read(async (reader) => reader.devices())).map((device) => [device.deviceId, device]),
    );
    await store.close();
    for (const [deviceId, expected] of devices) {
      const token = found.get(deviceId)?.deviceToken;
      expect([expected.acknowledged, expected.pending], deviceId).toContain(token);
      // Whichever of the two it is, it is so from now on.
      expected.acknowledged = token;
      expected.pending = token;
    }
    for (const [deviceId, device] of found) {
      expect(devices.has(deviceId)).toBe(true);
      expect(device.channels.length).toBeGreaterThan(0);
    }
  }
  agent.destroy();
  expect(acknowledged).toBeGreaterThan(kills * 5);
  // The load was there until the end: every kill cut requests off.
  expect(cutOff).toBe(kills * clients);
});

/** A server on a data file, which is rewritten when it has `slack` superfluous changes. */
function program(module: Bundle, path: string, slack: number | undefined): string {
  return `import { openFileStore, startServer } from ${JSON.stringify(module.url)};
    const store = await openFileStore(${JSON.stringify(path)}, ${JSON.stringify({ slack })});
    const { url } = await startServer({ port: 0, store });
    console.log('Listening on ' + url);`;
}

/** Whether the request was answered. */
function send(agent: Agent, method: string, url: string, body?: object): Promise<boolean> {
  return new Promise((done) => {
    const sent = request(url, { method, agent, headers: { 'content-type': 'application/json' } }, (response) => {
      response.on('error', () => done(false));
      response.on('end', () => done(response.complete));
      response.resume();
    });
    sent.on('error', () => done(false));
    sent.end(body && JSON.stringify(body));
  });
}
