/**
 * A program compiled for stepping does what it does anyway: over all saved programs, held at every statement, with
 * every variable read there.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import tsBlankSpace from 'ts-blank-space';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compile, type Compilation } from '../../generators/typescript/index.ts';
import { createEmulator } from '../../src/emulator/index.ts';
import { get, number, print, program, set } from '../compiler/build-program.ts';
import { readCases } from '../programs.ts';
import { checkTypeScript, isJavaScript } from '../tsc/check.ts';

/** Now, for every program. */
const MOMENT = Date.UTC(2026, 10, 24, 12);

/** The one program that never ends. */
const ENDLESS = 'loop-forever';

const cases = readCases().map(({ idea, program: saved, options }) => ({
  idea,
  plain: compile(saved, { ...options, trace: false }),
  stepped: compile(saved, { ...options, trace: 'step' }),
}));

describe('every program compiled for stepping', () => {
  test('passes the type checker', async () => {
    const files = Object.fromEntries(cases.map(({ idea, stepped }) => [`${idea}.ts`, stepped.code]));
    expect(await checkTypeScript(files)).toEqual([]);
  }, 120_000);

  test('is the same text as the JavaScript that runs', () => {
    for (const { idea, stepped } of cases) {
      expect(isJavaScript(stepped.javascript), idea).toBe(true);
      expect(stepped.javascript.length, idea).toBe(stepped.code.length);
      expect(withoutBlanks(stepped.javascript), idea).toBe(withoutBlanks(tsBlankSpace(stepped.code)));
    }
  });

  test('has the code of each block where its ranges say', () => {
    for (const { idea, plain, stepped } of cases) {
      expect(
        stepped.ranges.map(({ blockId }) => blockId),
        idea,
      ).toEqual(plain.ranges.map(({ blockId }) => blockId));
      expect(stepped.diagnostics, idea).toEqual(plain.diagnostics);
    }
  });
});

test('names of the host do not clash with those of a person', async () => {
  const named = (id: string) => [set(id, number(1)), print(get(id))];
  const { code, javascript } = compile(program([...named('frame'), ...named('__frame'), ...named('__proto__')]), {
    trace: 'step',
  });
  expect(await checkTypeScript({ 'names.ts': code })).toEqual([]);
  expect(javascript).toContain('watch("__proto__", ');
  expect(javascript).toContain('const __frame2 = 1;');
  expect(javascript).toContain('= __frame("");');
});

describe('a program held at every statement', () => {
  const ids = { next: 0 };
  const emulator = createEmulator({ now: () => MOMENT, newId: () => `id-${(ids.next += 1)}` });
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  let folder: string;
  let worker: Worker;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(Buffer.from(chunk));
    const { method = 'GET', url = '/', headers } = request;
    const {
      status,
      headers: sent,
      body: text,
    } = await emulator.handle({
      method,
      url,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      body: body.length > 0 ? Buffer.concat(body).toString() : null,
    });
    response.writeHead(status, sent).end(text);
  }

  beforeAll(async () => {
    // Below the project's node_modules, so that programs find the SDK, and the same one as the worker.
    const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache');
    await mkdir(cache, { recursive: true });
    folder = await mkdtemp(path.join(cache, 'stepping-'));
    const serverURL = await listen(server);
    worker = new Worker(new URL('./batch-worker.mjs', import.meta.url), { workerData: { serverURL, moment: MOMENT } });
  });

  afterAll(async () => {
    await worker.terminate();
    emulator.dispose();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  });

  async function run({ javascript, entry }: Compilation, name: string): Promise<BatchRun> {
    ids.next = 0;
    await emulator.reset();
    const file = path.join(folder, `${name}.mjs`);
    await writeFile(file, javascript);
    worker.postMessage({ url: pathToFileURL(file).href, entry });
    return new Promise((resolve) => worker.once('message', resolve));
  }

  test.each(cases.filter(({ idea }) => idea !== ENDLESS))(
    'prints what it prints anyway: $idea',
    async ({ idea, plain, stepped }) => {
      const expected = await run(plain, `${idea}-plain`);
      const { printed, outcome, steps, unreadable } = await run(stepped, `${idea}-stepped`);
      expect({ printed, outcome }).toEqual({ printed: expected.printed, outcome: expected.outcome });
      expect(unreadable).toEqual([]);
      const blockIds = new Set(stepped.ranges.map(({ blockId }) => blockId));
      expect(steps.filter((blockId) => blockId !== '' && !blockIds.has(blockId))).toEqual([]);
    },
  );
});

/** What a program did. */
interface BatchRun {
  printed: unknown[][];
  outcome: string;
  /** The blocks that it was held at. */
  steps: string[];
  /** Variables that were made known and could not be read. */
  unreadable: string[];
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

function withoutBlanks(text: string): string {
  return text.replace(/[ \n;]+/g, '');
}
