/** `npm start` serves the playground, on the next port if the wanted one is taken, and ends when asked to. */

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';

const script = path.resolve(import.meta.dirname, '../../scripts/start.mjs');
const children: ChildProcess[] = [];
const servers: Server[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

test('it serves the playground and ends cleanly', { timeout: 60_000 }, async () => {
  const { child, text } = start('0');
  const url = await addressIn(text);
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<title>');
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
});

test('it tells that a port is taken, and uses the next one', { timeout: 60_000 }, async () => {
  const taken = await occupy();
  const { text } = start(String(taken));
  const { port } = new URL(await addressIn(text));
  expect(Number(port)).toBeGreaterThan(taken);
  expect(await until(text, /is taken.*\n/)).toBe(`is taken; using ${port} instead.\n`);
});

test.each(['abc', '-1', '65536', '80.5'])('it refuses the port %j', async (port) => {
  const { child, text } = start(port);
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  expect(text()).toContain(`PORT must be a number from 0 to 65535; it is "${port}".`);
});

function start(port: string): { child: ChildProcess; text: () => string } {
  const child = spawn(process.execPath, [script], { env: { ...process.env, PORT: port } });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += String(data)));
  return { child, text: () => text };
}

async function addressIn(text: () => string): Promise<string> {
  return (await until(text, /http:\/\/127\.0\.0\.1:\d+\//)) ?? '';
}

function until(text: () => string, pattern: RegExp): Promise<string> {
  return expect
    .poll(() => pattern.exec(text())?.[0], { timeout: 50_000 })
    .toBeTruthy()
    .then(() => pattern.exec(text())?.[0] ?? '');
}

function occupy(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    servers.push(server);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address) resolve(address.port);
    });
  });
}
