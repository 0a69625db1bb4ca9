// The HTTP server and the command around it.
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { runCommand } from '../../src/cli/command.ts';
import { emulate, emulateHelp } from '../../src/cli/emulate.ts';
import { startServer, type EmulatorServer, type ServerOptions } from '../../src/emulator/node.ts';
import { bundle, type Bundle } from './bundle.ts';
import { startCommand } from './child.ts';
import { registration, root } from './client.ts';

// Time enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let server: EmulatorServer | undefined;
let lines: string[];

async function start(options: ServerOptions = {}): Promise<EmulatorServer> {
  lines = [];
  server = await startServer({ port: 0, log: (line) => lines.push(line), ...options });
  return server;
}

afterEach(async () => {
  await server?.close(0);
  server = undefined;
});

/** A request with headers that `fetch` does not let one set. */
function send(url: string, headers: Record<string, string>, method = 'GET', body?: string | Buffer): Promise<Reply> {
  return new Promise((done, failed) => {
    const sent = httpRequest(url, { method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** Sends bytes as they are, and answers all that came back until the server hung up. */
function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(text));
    let received = '';
    socket.on('data', (chunk) => (received += chunk.toString()));
    socket.on('close', () => done(received));
    socket.on('error', failed);
  });
}

describe('pages', () => {
  test.each(['http://localhost:5173', 'http://127.0.0.1', 'https://[::1]:8443', 'http://app.localhost:3000'])(
    'of this machine may use it: %s',
    async (origin) => {
      const { url } = await start();
      const asked = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-a, x-b' };
      const preflight = await send(`${url}${root}/messaging/registrations`, asked, 'OPTIONS');
      expect(preflight.status).toBe(204);
      expect(preflight.headers).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-allow-headers': 'x-a, x-b',
        vary: 'origin',
      });
      expect(preflight.headers['access-control-allow-methods']).toContain('DELETE');
      const answer = await send(`${url}${root}/messaging/registrations/none`, { origin });
      expect(answer.status).toBe(400);
      expect(answer.headers['access-control-allow-origin']).toBe(origin);
    },
  );

  test.each(['https://example.com', 'null', 'http://localhost.example.com', 'http://127.0.0.1.example.com', 'file://'])(
    'of others may not, and change nothing: %s',
    async (origin) => {
      const { url, emulator } = await start();
      const body = JSON.stringify(registration());
      const answer = await send(`${url}${root}/messaging/registrations`, { origin }, 'POST', body);
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.text)).toMatchObject({ code: 403 });
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
      expect((await send(url, { origin }, 'OPTIONS')).status).toBe(403);
      expect(await emulator.devices()).toEqual([]);
    },
  );

  test('of an origin that was listed may', async () => {
    const { url } = await start({ origins: ['https://example.com'] });
    const answer = await send(`${url}${root}/info`, { origin: 'https://example.com' });
    expect(answer.headers['access-control-allow-origin']).toBe('https://example.com');
  });

  test('that call this machine by a name of their own are refused', async () => {
    const { url, port } = await start();
    expect((await send(`${url}${root}/info`, { host: `evil.example:${port}` })).status).toBe(403);
    expect((await send(`${url}${root}/info`, { host: `localhost:${port}` })).status).toBe(200);
  });
});

describe('requests that are not as they should be', () => {
  test('a body over its limit: 413, and the connection lives on', async () => {
    const { url, emulator } = await start({ limits: { body: 1000 } });
    const body = JSON.stringify(registration({ deviceToken: 'x'.repeat(5000) }));
    const answer = await send(`${url}${root}/messaging/registrations`, {}, 'POST', body);
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 413 });
    expect(await emulator.devices()).toEqual([]);
    expect((await send(`${url}${root}/info`, {})).status).toBe(200);
  });

  test('a body that never ends is cut off', async () => {
    const { url } = await start({ limits: { body: 100 } });
    await expect(
      send(`${url}${root}/messaging/registrations`, { 'transfer-encoding': 'chunked' }, 'POST', Buffer.alloc(100_000)),
    ).rejects.toThrow();
    expect((await send(`${url}${root}/info`, {})).status).toBe(200);
  });

  test('a body that is not UTF-8: 8002', async () => {
    const { url } = await start();
    const answer = await send(`${url}${root}/messaging/registrations`, {}, 'POST', Buffer.from([0x22, 0xff, 0x22]));
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 8002, message: expect.stringMatching(/UTF-8/) });
  });

  test('what is not HTTP: 400', async () => {
    const { port, url } = await start();
    const answer = await sendRaw(port, 'what is this?\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(JSON.parse(answer.slice(answer.indexOf('{')))).toEqual({ code: 400, message: 'The request is not HTTP.' });
    expect((await send(`${url}${root}/info`, {})).status).toBe(200);
  });

  test('headers without end: 431', async () => {
    const { port } = await start();
    const answer = await sendRaw(port, `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 431 /);
  });

  test('a client that leaves in the middle of its body changes nothing', async () => {
    const { port, emulator, url } = await start();
    const head = `POST ${root}/messaging/registrations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n`;
    await sendRaw(port, `${head}${JSON.stringify(registration())}`);
    expect((await send(`${url}${root}/info`, {})).status).toBe(200);
    expect(await emulator.devices()).toEqual([]);
  });

  test('a client that leaves a slow request before it is carried out changes nothing', async () => {
    const { url, emulator } = await start({ faults: { latency: 2 ** 30, times: 1 } });
    const leave = new AbortController();
    const body = JSON.stringify(registration());
    const answer = fetch(`${url}${root}/messaging/registrations`, { method: 'POST', body, signal: leave.signal });
    await arrival();
    leave.abort();
    await expect(answer).rejects.toThrow();
    await until(() => lines.some((line) => line.includes('aborted')));
    expect(await emulator.devices()).toEqual([]);
  });
});

test('one line for each request, without the API key and without what could fake a line', async () => {
  const { url, port } = await start();
  await send(`${url}/APP/TOP-SECRET/messaging/registrations/a%0Ab?x=1`, {});
  await send(`${url}/api/messaging/ads`, {}, 'POST', '{"message":"x"}');
  await sendRaw(port, 'GET /APP/TOP-SECRET/\u001b[31mred HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
  expect(lines[0]).toMatch(/^\S+Z GET \/APP\/…\/messaging\/registrations\/a%0Ab\?x=1 400 [\d.]+ ms$/);
  expect(lines[1]).toMatch(/^\S+Z POST \/api\/messaging\/ads 200 [\d.]+ ms$/);
  for (const line of lines) {
    expect(line).not.toContain('SECRET');
    expect(line).toMatch(/^[\x20-\x7e…]+$/);
  }
});

test('a fault of the network drops the connection', async () => {
  const { url, emulator } = await start({ faults: { loseAnswer: true } });
  const body = JSON.stringify(registration());
  await expect(send(`${url}${root}/messaging/registrations`, {}, 'POST', body)).rejects.toThrow();
  expect(await emulator.devices()).toHaveLength(1);
  expect(lines.at(-1)).toContain('dropped');
});

test('a port in use is reported by number', async () => {
  const { port } = await start();
  await expect(startServer({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use`);
  await expect(startServer({ port: 0, host: '203.0.113.7' })).rejects.toThrow('not an address of this machine');
});

test('closing lets a request under way finish, and no new one in', async () => {
  const running = await start({ faults: { latency: 50, times: 1 } });
  const body = JSON.stringify(registration());
  const answer = send(`${running.url}${root}/messaging/registrations`, {}, 'POST', body);
  await arrival();
  await running.close();
  expect((await answer).status).toBe(200);
  await expect(send(`${running.url}${root}/info`, {})).rejects.toThrow();
  await running.close();
});

test('closing does not wait longer than asked for', async () => {
  const running = await start({ faults: { latency: 2 ** 30, times: 1 } });
  const answer = send(`${running.url}${root}/messaging/ads`, {}, 'POST', '{"message":"x"}');
  await arrival();
  await Promise.all([expect(answer).rejects.toThrow(), running.close(10)]);
});

describe('the command', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'emulator-command-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Runs it to its end in this process. */
  async function run(args: string[], signal?: AbortSignal): Promise<{ code: number; out: string; err: string }> {
    let out = '';
    let err = '';
    const io = {
      stdin: Readable.from([]),
      stdout: { write: (text: string) => (out += text) },
      stderr: { write: (text: string) => (err += text) },
    };
    const code = await runCommand(['emulate', ...args], { ...io, ...(signal && { signal }) });
    return { code, out, err };
  }

  test('help', async () => {
    expect(await run(['--help'])).toEqual({ code: 0, out: emulateHelp, err: '' });
  });

  test.each([
    [['--port', '70000'], /--port takes a number from 0 to 65535/],
    [['--port', 'x'], /--port/],
    [['--prot', '1'], /--prot/],
    [['somewhere'], /somewhere/],
    [['--app', 'id-only'], /--app takes <id>:<key>/],
    [['--fault', 'fire'], /--fault/],
    [['--fault', '404'], /--fault 404/],
    [['--latency', '-1'], /--latency/],
  ])('arguments that make no sense: %j', async (args, message) => {
    const { code, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test('a port in use ends it with a sentence and code 1', async () => {
    const { port } = await start();
    const { code, err } = await run(['--port', String(port)]);
    expect(code).toBe(1);
    expect(err).toBe(`Port ${port} on 127.0.0.1 is in use. Choose another, or 0 for any that is free.\n`);
  });

  test('the application, the faults and the end can be chosen', async () => {
    const stop = new AbortController();
    let out = '';
    let address: (url: string) => void;
    const listening = new Promise<string>((done) => (address = done));
    const stdout = {
      write(text: string) {
        out += text;
        const url = /^Listening on (\S+)/.exec(text)?.[1];
        if (url !== undefined) address(url);
      },
    };
    const args = ['--port', '0', '--app', 'APP:KEY:1', '--fault', '5007', '--latency', '1'];
    const ended = emulate(args, { stdin: Readable.from([]), stdout, stderr: stdout, signal: stop.signal });
    const url = await listening;
    const status = async (path: string) => JSON.parse((await send(url + path, {}, 'POST', '{"message":"x"}')).text);
    expect(await status('/APP/KEY:1/messaging/ads')).toMatchObject({ code: 5007 });
    expect(await status('/APP/OTHER/channels/x')).toMatchObject({ code: 404 });
    expect(JSON.parse((await send(`${url}/APP/OTHER/info`, {})).text)).toMatchObject({ code: 2002 });
    stop.abort();
    expect(await ended).toBe(0);
    expect(out).toMatch(/POST \/APP\/…\/messaging\/ads 400/);
    expect(out).toMatch(/Closing\n$/);
  });

  describe('in a process of its own', () => {
    let module: Bundle;

    beforeAll(async () => {
      module = await bundle('src/cli/emulate.ts');
    });
    afterAll(() => module.remove());

    test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it cleanly, and the state is kept', async (signal) => {
      const path = join(folder, `${signal}.jsonl`);
      const first = await startCommand(module, ['--data', path]);
      const body = JSON.stringify(registration());
      expect((await send(`${first.url}${root}/messaging/registrations`, {}, 'POST', body)).status).toBe(200);
      first.process.kill(signal);
      expect(await first.ended).toBe(0);
      expect(first.output()).toMatch(
        /^Listening on http:\/\/127\.0\.0\.1:\d+ \(state in .*\.jsonl\)\n.* 200 .* ms\nClosing\n$/,
      );

      const second = await startCommand(module, ['--data', path, '--quiet']);
      const answer = await send(`${second.url}${root}/messaging/registrations/device`, {});
      expect(JSON.parse(answer.text)).toMatchObject([{ deviceToken: 'token' }]);
      second.process.kill(signal);
      expect(await second.ended).toBe(0);
      expect(second.output().split('\n')).toHaveLength(3);
    });
  });
});

/** Waits until the server has the one request that its faults are meant for. */
function arrival(): Promise<void> {
  return until(() => server?.emulator.faults.current.times === 0);
}

/** Waits until something is so; gives up after many turns. */
async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000; turn += 1) {
    if (holds()) return;
    await new Promise((done) => setTimeout(done, 5));
  }
  throw new Error('It never came true.');
}
