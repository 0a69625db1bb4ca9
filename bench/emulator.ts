/** The embedded service: the cost of a call as registrations grow, and its HTTP server beside a bare one. */

import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createEmulator, openFileStore, startServer, type BackendHandler } from '../src/emulator/node.ts';
import { count, duration, printTable, times } from './table.ts';

const sizes = [1_000, 10_000, 100_000];
const rounds = 15;
const callsPerRound = 200;
const loadRounds = 5;
const devicesPerChannel = 10;
const second = 1000;

export async function benchEmulator(): Promise<void> {
  await showGrowth();
  await compareServers();
}

/** A service that holds a number of registrations, and the calls to be measured on it. */
interface Filled {
  size: number;
  calls: Record<'register' | 'read' | 'expire' | 'publish', () => Promise<number>>;
}

async function showGrowth(): Promise<void> {
  const services: Filled[] = [];
  for (const size of sizes) services.push(await fill(size));
  const names = ['register', 'read', 'expire', 'publish'] as const;
  const rows: string[][] = [];
  for (const name of names) {
    const measured = services.map((): number[] => []);
    for (let round = 0; round <= rounds; round += 1) {
      // The sizes take turns, so that a busy machine slows all of them alike; the first round warms up.
      for (const [index, service] of services.entries()) {
        const time = await service.calls[name]();
        if (round > 0) measured[index]?.push(time);
      }
    }
    const medians = measured.map(median);
    const [first = NaN] = medians;
    rows.push([name, ...medians.map((time) => duration(time)), ...medians.slice(1).map((time) => times(time / first))]);
  }
  const logarithms = sizes.slice(1).map((size) => times(Math.log(size) / Math.log(sizes[0] ?? 1)));
  rows.push(['log n', ...sizes.map(() => ''), ...logarithms]);
  printTable(
    `Cost per call by number of registrations, in memory (aim: grows no faster than log n)`,
    [
      'call',
      ...sizes.map((size) => count(size)),
      ...sizes.slice(1).map((size) => `${count(size)} / ${count(sizes[0] ?? 1)}`),
    ],
    rows,
  );
}

/**
 * Registers devices, ten on each channel, that expire one after another. Each call to be measured leaves as many
 * registrations as it found; what it takes to do so is not measured.
 */
async function fill(size: number): Promise<Filled> {
  const expirationOf = (device: number): number => Date.UTC(2100, 0, 1) + device * second;
  let time = Date.UTC(2026, 0, 1);
  // The devices registered are those with numbers from the oldest to the newest.
  let oldest = 1;
  let newest = 0;
  const { handle } = createEmulator({ now: () => time });
  const register = async (): Promise<void> => {
    newest += 1;
    await send(handle, 'POST', '/A/K/messaging/registrations', registration(newest, expirationOf(newest)));
  };
  while (newest < size) await register();
  const anyDevice = (): number => oldest + Math.floor(Math.random() * (newest - oldest + 1));
  const read = (): Promise<void> => send(handle, 'GET', `/A/K/messaging/registrations/device-${anyDevice()}`);

  const timed = async (call: () => Promise<void>): Promise<number> => {
    const start = performance.now();
    for (let done = 0; done < callsPerRound; done += 1) await call();
    return (performance.now() - start) / callsPerRound;
  };
  return {
    size,
    calls: {
      read: () => timed(read),
      publish: () =>
        timed(() => send(handle, 'POST', `/A/K/messaging/channel-${channelOf(anyDevice())}`, { message: 'Hello' })),
      async register() {
        const cost = await timed(register);
        for (; newest - oldest >= size; newest -= 1) {
          await send(handle, 'DELETE', `/A/K/messaging/registrations/device-${newest}`);
        }
        return cost;
      },
      // The clock moves to the moment at which a device expires, and a call finds that it is so.
      async expire() {
        const cost = await timed(async () => {
          time = expirationOf(oldest);
          oldest += 1;
          await read();
        });
        while (newest - oldest + 1 < size) await register();
        return cost;
      },
    },
  };
}

function registration(number: number, expiration: number): object {
  return {
    deviceToken: `token-${number}`,
    deviceId: `device-${number}`,
    os: 'ANDROID',
    osVersion: '14',
    channels: [`channel-${channelOf(number)}`],
    expiration,
  };
}

function channelOf(device: number): number {
  return Math.floor(device / devicesPerChannel);
}

async function send(handle: BackendHandler, method: string, url: string, body?: object): Promise<void> {
  const answer = await handle({ method, url, headers: {}, body: body ? JSON.stringify(body) : null });
  if (answer.status !== 200) throw new Error(`${method} ${url}: ${answer.body}`);
}

async function compareServers(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-bench-'));
  const store = await openFileStore(join(folder, 'data.jsonl'));
  const inMemory = await startServer({ port: 0 });
  const inFile = await startServer({ port: 0, store });
  const bare = createServer(answerBarely);
  const barePort = await new Promise<number>((done) => {
    bare.listen(0, '127.0.0.1', () => {
      const address = bare.address();
      done(typeof address === 'object' && address ? address.port : 0);
    });
  });
  try {
    const post = (path: string, body: object): string => {
      const text = JSON.stringify(body);
      return `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    };
    const expiration = Date.now() + 24 * 60 * 60 * second;
    const registrations = Array.from({ length: 1000 }, (_, index) =>
      post('/A/K/messaging/registrations', registration(index, expiration)),
    );
    const calls: [string, string[]][] = [
      ['register', registrations],
      ['read', [`GET /A/K/messaging/registrations/device-1 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`]],
      ['publish', [post('/A/K/messaging/channel-7', { message: 'Hello', headers: { 'ios-badge': '1' } })]],
    ];
    const ports = [barePort, inMemory.port, inFile.port];
    const rows: string[][] = [];
    for (const [name, requests] of calls) {
      const measured = ports.map((): number[] => []);
      for (let round = 0; round <= loadRounds; round += 1) {
        for (const [index, port] of ports.entries()) {
          const rate = await load(port, requests);
          if (round > 0) measured[index]?.push(rate);
        }
      }
      const [plain = NaN, memory = NaN, file = NaN] = measured.map(median);
      rows.push([name, rate(plain), rate(memory), times(memory / plain), rate(file), times(file / plain)]);
    }
    printTable(
      'Requests per second over loopback HTTP, beside a bare server that parses and answers JSON (aim: 0.50× or more)',
      ['call', 'bare', 'in memory', 'ratio', 'with a data file', 'ratio'],
      rows,
    );
  } finally {
    bare.close();
    await inMemory.close(0);
    await inFile.close(0);
    await rm(folder, { recursive: true });
  }
}

function rate(perSecond: number): string {
  return `${count(Math.round(perSecond))}/s`;
}

/** All that an HTTP service of JSON cannot do without. */
function answerBarely(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const text = Buffer.concat(chunks).toString();
    const body: unknown = text === '' ? null : JSON.parse(text);
    const answer = JSON.stringify({ received: body });
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
    response.end(answer);
  });
}

/** Requests per second that a server answers. They are sent by a thread of its own. */
function load(port: number, requests: string[]): Promise<number> {
  return new Promise((done, failed) => {
    const worker = new Worker(`(${sendAll.toString()})()`, { eval: true, workerData: { port, requests } });
    worker.once('message', (perSecond: number) => done(perSecond));
    worker.once('error', failed);
  });
}

/** The thread: connections that each send the next request when the last was answered. Stands alone, as text. */
async function sendAll(): Promise<void> {
  const { connect } = await import('node:net');
  const { parentPort, workerData } = await import('node:worker_threads');
  const { port, requests }: { port: number; requests: string[] } = workerData;
  const connections = 32;
  const total = 4000;
  let sent = 0;
  let answered = 0;
  const start = performance.now();
  for (let connection = 0; connection < connections; connection += 1) {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let received = '';
    const next = (): void => {
      if (sent === total) {
        socket.destroy();
        return;
      }
      socket.write(requests[sent % requests.length] ?? '');
      sent += 1;
    };
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      const head = received.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1]);
      if (received.length < head + 4 + length) return;
      if (!received.startsWith('HTTP/1.1 200')) throw new Error(received);
      received = '';
      answered += 1;
      if (answered === total) parentPort?.postMessage((total / (performance.now() - start)) * 1000);
      next();
    });
    socket.on('connect', next);
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
