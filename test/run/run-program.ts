/** Runs compiled programs in Node: the real SDK, over real HTTP, against any handler of requests. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Compilation } from '../../generators/typescript/index.ts';
import type { BackendHandler } from '../../src/emulator/index.ts';

const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache');

/** One call of the console. */
export interface OutputLine {
  level: 'log' | 'info' | 'warn' | 'error';
  /** The arguments, as they were at the call. */
  values: unknown[];
}

/** How a run ended. `code` is that of the service, where the error came from there. */
export type Outcome =
  | { status: 'completed' }
  | { status: 'failed'; name?: string; message: string; code?: number | string }
  | { status: 'timeout' };

/** What a program did. */
export interface ProgramRun {
  output: OutputLine[];
  outcome: Outcome;
  /** The requests of the SDK, without those of its own start, with the path after application and key. */
  requests: { method: string; path: string; body: unknown }[];
}

/** What a run may be given; all of it has a default but the handler. */
export interface RunOptions {
  /** Answers the requests. */
  handle: BackendHandler;
  /** The token of the device, as its push service would give it. */
  deviceToken?: string;
  /** `null`: the program initializes the app itself. */
  app?: { appId: string; apiKey: string } | null;
  /** `null`: the program sets the device up itself. */
  device?: { uuid: string; platform: string; version: string } | null;
  /** What the person answers to each prompt, in turn. */
  answers?: string[];
  /** Milliseconds after which a run is ended. */
  timeout?: number;
}

/** Where every run is, unless it says otherwise. */
export const defaults = {
  deviceToken: 'token-of-the-device',
  app: { appId: '11111111-2222-3333-4444-555555555555', apiKey: '66666666-7777-8888-9999-000000000000' },
  device: { uuid: 'device-1', platform: 'ANDROID', version: '15' },
  timeout: 30_000,
};

/** Runs the JavaScript of a compilation from its entry. */
export async function runProgram(
  { javascript, entry }: Pick<Compilation, 'javascript' | 'entry'>,
  options: RunOptions,
): Promise<ProgramRun> {
  const { handle, deviceToken, app, device, timeout, answers = [] } = { ...defaults, ...options };
  // Below the project's node_modules, so that the program finds the SDK, and the same one as the worker.
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(path.join(cache, 'run-'));
  const file = path.join(folder, 'program.mjs');
  const requests: ProgramRun['requests'] = [];
  const server = createServer((request, response) => {
    answer(request, handle, requests).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      // As a network that fails.
      () => response.destroy(),
    );
  });
  try {
    await writeFile(file, javascript);
    const serverURL = await listen(server);
    const worker = new Worker(new URL('./program-worker.mjs', import.meta.url), {
      workerData: {
        module: pathToFileURL(file).href,
        entry,
        app: app && { ...app, serverURL },
        device,
        deviceToken,
        answers: [...answers],
      },
    });
    return { ...(await watch(worker, timeout)), requests };
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  }
}

function watch(worker: Worker, timeout: number): Promise<{ output: OutputLine[]; outcome: Outcome }> {
  return new Promise((resolve, reject) => {
    const output: OutputLine[] = [];
    let outcome: Outcome = { status: 'timeout' };
    const timer = setTimeout(() => void worker.terminate(), timeout);
    worker.on('message', (message: { type: 'output'; line: OutputLine } | { type: 'outcome'; outcome: Outcome }) => {
      if (message.type === 'output') output.push(message.line);
      else outcome = message.outcome;
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      clearTimeout(timer);
      resolve({ output, outcome });
    });
  });
}

async function answer(request: IncomingMessage, handle: BackendHandler, requests: ProgramRun['requests']) {
  const { method = 'GET', url = '/', headers } = request;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = chunks.length > 0 ? Buffer.concat(chunks).toString('utf8') : null;
  const route = /^\/[^/]+\/[^/]+(\/.*)$/.exec(url)?.[1] ?? url;
  if (route !== '/info') requests.push({ method, path: route, body: body === null ? null : JSON.parse(body) });
  const flatHeaders = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  return handle({ method, url, headers: Object.fromEntries(flatHeaders), body });
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address) resolve(`http://127.0.0.1:${address.port}`);
      else reject(new Error('The server has no port.'));
    });
  });
}
