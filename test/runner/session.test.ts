import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BackendHandler, BackendRequest, Exchange } from '../../src/runner/backend.ts';
import { defer } from '../../src/runner/deferred.ts';
import {
  CONSOLE_BATCH,
  CONSOLE_ENTRIES,
  MESSAGES_PER_BEAT,
  OPEN_PROMPTS,
  OPEN_REQUESTS,
  START_LIMIT,
} from '../../src/runner/limits.ts';
import type { Workshop } from '../../src/runner/page.ts';
import type { RunRequest } from '../../src/runner/program.ts';
import type { HostToWorker } from '../../src/runner/protocol.ts';
import { Session } from '../../src/runner/session.ts';
import type { ConsoleEntry } from '../../src/runner/value.ts';

/** Waits for something that messages bring about. (`vi.waitFor` would let the time pass that stands still here.) */
async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100_000; turn++) {
    if (condition()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('It did not come about.');
}

/** A worker that says what the test makes it say. Time stands still unless the test lets it pass. */
class FakeWorkshop implements Workshop {
  ready: Promise<void> = Promise.resolve();
  onFailure: (message: string) => void = () => {};
  readonly heard: HostToWorker[] = [];
  readonly #started = defer<void>();
  readonly started = this.#started.promise;
  ended = 0;
  #port: MessagePort | undefined;

  start(port: MessagePort): void {
    this.#port = port;
    port.addEventListener('message', (event: MessageEvent<HostToWorker>) => this.heard.push(event.data));
    port.start();
    this.#started.resolve();
  }

  end(): void {
    this.ended += 1;
  }

  say(...messages: unknown[]): void {
    for (const message of messages) this.#port?.postMessage(message);
  }

  async hears<T extends HostToWorker['type']>(type: T, count = 1): Promise<Extract<HostToWorker, { type: T }>[]> {
    const isWanted = (message: HostToWorker): message is Extract<HostToWorker, { type: T }> => message.type === type;
    await until(() => this.heard.filter(isWanted).length >= count);
    return this.heard.filter(isWanted);
  }

  close(): void {
    this.#port?.close();
  }
}

const REQUEST: BackendRequest = { method: 'GET', url: 'https://backend.test/app/x', headers: {}, body: null };
const APP = { appId: 'A', apiKey: 'K', serverURL: 'https://backend.test/app' };
const OK = { status: 200, headers: {}, body: '{}' };

let workshop: FakeWorkshop;
let session: Session | undefined;

beforeEach(() => {
  workshop = new FakeWorkshop();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
});

afterEach(() => {
  session?.stop();
  workshop.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A session whose worker is ready, and which has handed its program over. */
async function begin(request: Partial<RunRequest> = {}, handle: BackendHandler = async () => OK): Promise<Session> {
  session = new Session({ javascript: '', app: APP, ...request }, handle, () => workshop);
  await workshop.started;
  workshop.say({ type: 'ready' });
  await workshop.hears('run');
  return session;
}

describe('the end of a run', () => {
  test('is what the worker says', async () => {
    const run = await begin();
    workshop.say({ type: 'end' });
    expect(await run.finished).toEqual({ status: 'done' });
    expect(workshop.ended).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is said once', async () => {
    const onConsole = vi.fn<(entry: ConsoleEntry) => void>();
    const run = await begin({ onConsole });
    run.stop();
    run.stop();
    workshop.say({ type: 'end' }, { type: 'console', entries: [{ level: 'log', values: [], time: 0 }] });
    expect(await run.finished).toEqual({ status: 'stopped' });
    expect(workshop.ended).toBe(1);
    expect(onConsole).not.toHaveBeenCalled();
  });

  test('comes while the page still loads, when it is stopped', async () => {
    const loading = defer<void>();
    workshop.ready = loading.promise;
    session = new Session(
      { javascript: '' },
      async () => OK,
      () => workshop,
    );
    session.stop();
    expect(await session.finished).toEqual({ status: 'stopped' });
    loading.resolve();
    await loading.promise;
    expect(workshop.heard).toEqual([]);
  });

  test('is a failure when the page does not load', async () => {
    workshop.ready = Promise.reject(new Error('No page.'));
    session = new Session(
      { javascript: '' },
      async () => OK,
      () => workshop,
    );
    expect(await session.finished).toEqual({ status: 'failed', error: { name: 'RunnerError', message: 'No page.' } });
  });

  test('is a failure when no worker starts', async () => {
    session = new Session(
      { javascript: '' },
      async () => OK,
      () => workshop,
    );
    await workshop.started;
    workshop.say({ type: 'end' });
    vi.advanceTimersByTime(START_LIMIT);
    expect(await session.finished).toMatchObject({ status: 'failed', error: { name: 'RunnerError' } });
  });

  test('is a failure when the page cannot start a worker', async () => {
    const run = await begin();
    workshop.onFailure('No worker.');
    expect(await run.finished).toMatchObject({ status: 'failed', error: { message: 'No worker.' } });
  });

  test.each(['ftp://backend.test', 'nonsense', ''])('is a failure when the server is %j', async (serverURL) => {
    session = new Session(
      { javascript: '', app: { ...APP, serverURL } },
      async () => OK,
      () => workshop,
    );
    expect(await session.finished).toMatchObject({ status: 'failed', error: { name: 'RunnerError' } });
  });
});

describe('time', () => {
  test('runs out', async () => {
    const run = await begin({ timeout: 1000, heartbeat: 1e6 });
    vi.advanceTimersByTime(999);
    workshop.say({ type: 'trace', blockIds: [] });
    vi.advanceTimersByTime(1);
    expect(await run.finished).toEqual({ status: 'timeout' });
  });

  test('stands still while a person thinks', async () => {
    const answer = defer<string | null>();
    const onPrompt = vi.fn<(message: string) => Promise<string | null>>(() => answer.promise);
    const run = await begin({ timeout: 1000, heartbeat: 1e6, onPrompt });
    vi.advanceTimersByTime(900);
    workshop.say({ type: 'prompt', id: 7, message: 'Name?' });
    await until(() => onPrompt.mock.calls.length > 0);
    expect(onPrompt).toHaveBeenCalledWith('Name?');
    vi.advanceTimersByTime(100_000);
    answer.resolve('Ann');
    expect(await workshop.hears('answer')).toEqual([{ type: 'answer', id: 7, text: 'Ann' }]);
    vi.advanceTimersByTime(99);
    workshop.say({ type: 'abort', id: 1 });
    vi.advanceTimersByTime(1);
    expect(await run.finished).toEqual({ status: 'timeout' });
  });

  test('of a worker that answers may be long', async () => {
    const run = await begin({ heartbeat: 400 });
    for (let beat = 1; beat <= 50; beat++) {
      await workshop.hears('ping', beat);
      workshop.say({ type: 'pong' });
      // The session has heard the pong once it answers what was said after it.
      workshop.say({ type: 'request', id: beat, request: REQUEST });
      await workshop.hears('response', beat);
      vi.advanceTimersByTime(100);
    }
    workshop.say({ type: 'end' });
    expect(await run.finished).toEqual({ status: 'done' });
  });

  test('of a worker that does not answer is over soon, however much it says', async () => {
    const run = await begin({ heartbeat: 400 });
    workshop.say({ type: 'trace', blockIds: ['a'] }, { type: 'console', entries: [] });
    vi.advanceTimersByTime(500);
    expect(await run.finished).toEqual({ status: 'unresponsive' });
  });

  test('that the host itself was busy does not count', async () => {
    const run = await begin({ heartbeat: 400 });
    // The clock went on, but only one beat of the timer came of it.
    vi.setSystemTime(Date.now() + 60_000);
    vi.advanceTimersByTime(100);
    workshop.say({ type: 'pong' }, { type: 'end' });
    expect(await run.finished).toEqual({ status: 'done' });
  });
});

describe('a program that is held', () => {
  const scope = { functionName: '', variables: [], more: 0 };
  const held = (id: number, blockId: string) => ({ type: 'held', id, blockId, scope });

  /** A run that notes what it is told. */
  async function steered(request: Partial<RunRequest> = {}) {
    const told: string[] = [];
    const run = await begin({
      timeout: 1000,
      heartbeat: 1e9,
      onTrace: (blockId) => told.push(`at ${blockId}`),
      onPause: (blockId) => told.push(`paused ${blockId}`),
      onResume: () => told.push('resumed'),
      ...request,
    });
    return { run, told };
  }

  test('begins so, goes on by steps, and takes no time meanwhile', async () => {
    const { run, told } = await steered({ isPaused: true });
    expect(workshop.heard[0]).toMatchObject({ type: 'run', program: { isHolding: true } });
    workshop.say(held(1, 'a'));
    await until(() => told.length === 2);
    vi.advanceTimersByTime(100_000);
    run.step();
    workshop.say(held(2, 'b'));
    await until(() => told.length === 4);
    expect(told).toEqual(['at a', 'paused a', 'at b', 'paused b']);
    run.resume();
    expect(await workshop.hears('hold')).toEqual([{ type: 'hold', isHolding: false }]);
    expect(await workshop.hears('step', 2)).toEqual([
      { type: 'step', id: 1 },
      { type: 'step', id: 2 },
    ]);
    expect(told.at(-1)).toBe('resumed');
    vi.advanceTimersByTime(1000);
    expect(await run.finished).toEqual({ status: 'timeout' });
  });

  test('at a speed of its own goes on by itself, and can be paused, stepped and let go', async () => {
    const { run, told } = await steered({ delay: 500 });
    workshop.say(held(1, 'a'));
    await until(() => told.length === 1);
    vi.advanceTimersByTime(499);
    expect(workshop.heard.some(({ type }) => type === 'step')).toBe(false);
    vi.advanceTimersByTime(1);
    await workshop.hears('step', 1);
    workshop.say(held(2, 'b'));
    await until(() => told.length === 2);
    run.step();
    expect(told).toEqual(['at a', 'at b', 'paused b']);
    vi.advanceTimersByTime(100_000);
    run.step();
    await workshop.hears('step', 2);
    run.setDelay(0);
    workshop.say(held(3, 'c'));
    await until(() => told.at(-1) === 'paused c');
    run.resume();
    expect(await workshop.hears('hold')).toEqual([{ type: 'hold', isHolding: false }]);
    await workshop.hears('step', 3);
    // It was held once more before it heard of that.
    workshop.say(held(4, 'd'));
    await workshop.hears('step', 4);
    run.stop();
    expect(await run.finished).toEqual({ status: 'stopped' });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is paused while it runs at full speed', async () => {
    const { run, told } = await steered();
    run.pause();
    run.pause();
    expect(await workshop.hears('hold')).toEqual([{ type: 'hold', isHolding: true }]);
    expect(told).toEqual([]);
    workshop.say(held(1, 'a'));
    await until(() => told.length === 2);
    expect(told).toEqual(['at a', 'paused a']);
  });

  test('ends all the same when it does not answer', async () => {
    const { run } = await steered({ isPaused: true, heartbeat: 400 });
    vi.advanceTimersByTime(500);
    expect(await run.finished).toEqual({ status: 'unresponsive' });
  });
});

describe('requests', () => {
  test('are answered, and told of', async () => {
    const exchanges: Exchange[] = [];
    const response = { status: 201, headers: { a: 'b' }, body: 'text' };
    const handle = vi.fn<BackendHandler>(async () => response);
    await begin({ onRequest: (exchange) => exchanges.push(exchange) }, handle);
    workshop.say({ type: 'request', id: 3, request: REQUEST });
    expect(await workshop.hears('response')).toEqual([{ type: 'response', id: 3, response }]);
    expect(handle).toHaveBeenCalledWith(REQUEST, expect.any(AbortSignal));
    expect(exchanges).toMatchObject([{ request: REQUEST, response }]);
  });

  test('fail when the handler does', async () => {
    const exchanges: Exchange[] = [];
    await begin({ onRequest: (exchange) => exchanges.push(exchange) }, () => Promise.reject(new Error('Offline.')));
    workshop.say({ type: 'request', id: 3, request: REQUEST });
    expect(await workshop.hears('response')).toEqual([{ type: 'response', id: 3 }]);
    expect(exchanges).toMatchObject([{ request: REQUEST, error: 'Offline.' }]);
  });

  test.each([
    'https://backend.test/app/x',
    'https://backend.test/app/a/../b?q=%2e%2e',
    'https://backend.test:443/app/',
  ])('go to %s', async (url) => {
    const handle = vi.fn<BackendHandler>(async () => OK);
    await begin({}, handle);
    workshop.say({ type: 'request', id: 1, request: { ...REQUEST, url } });
    await workshop.hears('response');
    expect(handle).toHaveBeenCalledOnce();
  });

  test.each([
    'https://backend.test/app',
    'https://backend.test/apple/x',
    'https://backend.test/app/../x',
    'https://backend.test/app/%2e%2e/x',
    'https://backend.test/app\\..\\x',
    'https://backend.test.evil.test/app/x',
    'https://backend.test@evil.test/app/x',
    'https://user:pass@backend.test/app/x',
    'http://backend.test/app/x',
    'https://backend.test:8443/app/x',
    'file:///app/x',
    'data:text/plain,x',
    '/app/x',
    '',
  ])('do not go to %s', async (url) => {
    const handle = vi.fn<BackendHandler>(async () => OK);
    const entries: ConsoleEntry[] = [];
    await begin({ onConsole: (entry) => entries.push(entry) }, handle);
    workshop.say({ type: 'request', id: 1, request: { ...REQUEST, url } });
    expect(await workshop.hears('response')).toEqual([{ type: 'response', id: 1 }]);
    expect(handle).not.toHaveBeenCalled();
    expect(entries).toMatchObject([{ level: 'warn', text: expect.stringContaining('https://backend.test/app') }]);
  });

  test('end with the run, or when the program gives up', async () => {
    const signals: AbortSignal[] = [];
    const run = await begin({}, (_request, signal) => {
      if (signal) signals.push(signal);
      return new Promise(() => {});
    });
    workshop.say({ type: 'request', id: 1, request: REQUEST }, { type: 'request', id: 2, request: REQUEST });
    workshop.say({ type: 'abort', id: 1 });
    await until(() => signals.some(({ aborted }) => aborted));
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    run.stop();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });

  test('are limited in number', async () => {
    const handle = vi.fn<BackendHandler>(() => new Promise(() => {}));
    await begin({}, handle);
    for (let id = 1; id <= OPEN_REQUESTS + 1; id++) workshop.say({ type: 'request', id, request: REQUEST });
    expect(await workshop.hears('response')).toEqual([{ type: 'response', id: OPEN_REQUESTS + 1 }]);
    expect(handle).toHaveBeenCalledTimes(OPEN_REQUESTS);
  });
});

describe('questions', () => {
  test('are put one after the other', async () => {
    const open: ((text: string | null) => void)[] = [];
    const asked: string[] = [];
    await begin({
      onPrompt(message) {
        asked.push(message);
        return new Promise((resolve) => open.push(resolve));
      },
    });
    workshop.say({ type: 'prompt', id: 1, message: 'one' }, { type: 'prompt', id: 2, message: 'two' });
    await until(() => open.length === 1);
    expect(asked).toEqual(['one']);
    open[0]?.('1');
    await until(() => open.length === 2);
    expect(asked).toEqual(['one', 'two']);
    open[1]?.(null);
    expect(await workshop.hears('answer', 2)).toEqual([
      { type: 'answer', id: 1, text: '1' },
      { type: 'answer', id: 2, text: null },
    ]);
  });

  test('that nobody takes, that fail, or that are too many get no answer', async () => {
    const report = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', report);
    await begin();
    workshop.say({ type: 'prompt', id: 1, message: '' });
    expect(await workshop.hears('answer')).toEqual([{ type: 'answer', id: 1, text: null }]);
    session?.stop();

    workshop = new FakeWorkshop();
    const failure = new Error('No dialog.');
    await begin({ onPrompt: () => Promise.reject(failure) });
    workshop.say({ type: 'prompt', id: 1, message: '' });
    expect(await workshop.hears('answer')).toEqual([{ type: 'answer', id: 1, text: null }]);
    expect(report).toHaveBeenCalledWith(failure);
    session?.stop();

    workshop = new FakeWorkshop();
    await begin({ onPrompt: () => new Promise(() => {}) });
    for (let id = 0; id <= OPEN_PROMPTS; id++) workshop.say({ type: 'prompt', id, message: '' });
    expect(await workshop.hears('answer')).toEqual([{ type: 'answer', id: OPEN_PROMPTS, text: null }]);
  });
});

describe('a hostile worker', () => {
  test('prints no more than may be shown', async () => {
    const entries: ConsoleEntry[] = [];
    const run = await begin({ onConsole: (entry) => entries.push(entry) });
    const batch = Array.from({ length: CONSOLE_BATCH }, () => ({ level: 'log', values: [], time: 0 }));
    for (let sent = 0; sent < CONSOLE_ENTRIES + 300; sent += CONSOLE_BATCH)
      workshop.say({ type: 'console', entries: batch });
    workshop.say({ type: 'cut' }, { type: 'end' });
    await run.finished;
    expect(entries.length).toBe(CONSOLE_ENTRIES + 1);
    expect(entries.at(-1)?.text).toContain('printed too much');
  });

  test('is ended when it sends without measure', async () => {
    const run = await begin();
    for (let sent = 0; sent <= MESSAGES_PER_BEAT; sent++) workshop.say(0);
    expect(await run.finished).toMatchObject({ status: 'failed', error: { name: 'RunnerError' } });
  });

  test('is not given a program twice, nor one that it did not ask for', async () => {
    session = new Session(
      { javascript: '' },
      async () => OK,
      () => workshop,
    );
    await workshop.started;
    workshop.say({ type: 'request', id: 1, request: REQUEST }, { type: 'ready' }, { type: 'ready' });
    workshop.say({ type: 'prompt', id: 1, message: '' });
    await workshop.hears('answer');
    expect(workshop.heard.map(({ type }) => type)).toEqual(['run', 'ping', 'answer']);
  });
});

test("an error in the host's own code is the host's", async () => {
  const report = vi.fn<(error: unknown) => void>();
  vi.stubGlobal('reportError', report);
  const failure = new Error('Host.');
  const run = await begin({
    onTrace() {
      throw failure;
    },
  });
  workshop.say({ type: 'trace', blockIds: ['a'] }, { type: 'end' });
  expect(await run.finished).toEqual({ status: 'done' });
  expect(report).toHaveBeenCalledWith(failure);
});
