import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { compile } from '../../generators/typescript/index.ts';
import { block, boolean, get, number, plus, program as buildProgram, set } from '../compiler/build-program.ts';
import type { Report, Script } from './pages/runner.ts';
import { EXAMPLE, program, runnerBrowser } from './runner-host.ts';

/** A browser takes its time to take a busy worker down: Chromium up to two seconds, more on a busy machine. */
const PATIENCE = { timeout: 30_000 };

const { newPage, openHost } = runnerBrowser();

describe.each([
  ['from the sources', 'sources'],
  ['as it is built', 'builtPages'],
] as const)('the runner %s', (_name, how) => {
  let page: Page;

  beforeAll(async () => {
    page = await openHost(inject(how));
  });

  afterAll(() => page?.close());

  const run = (script: Script): Promise<Report> => page.evaluate((given) => window.host.run(given), script);

  test("runs the documents' example through the real SDK", async () => {
    const report = await run({ javascript: EXAMPLE });
    expect(report.outcome).toEqual({ status: 'done' });
    expect(report.lines).toEqual(['{ ads: "ID1", discount: "ID2" }']);
    const registration = report.exchanges.find(({ request }) => request.method === 'POST');
    expect(registration?.request.url).toBe('https://backend.test/APP/KEY/messaging/registrations');
    expect(JSON.parse(registration?.request.body ?? '')).toEqual({
      deviceToken: 'TOKEN',
      deviceId: 'device-1',
      os: 'ANDROID',
      osVersion: '14',
      channels: ['ads', 'discount'],
    });
  });

  test('holds a loop without end where the host wants, and ends it', async () => {
    const forever = block('controls_whileUntil', {
      id: 'loop',
      fields: { MODE: 'WHILE' },
      inputs: { BOOL: boolean(true), DO: [set('n', plus(get('n'), number(1)))] },
    });
    const { javascript } = compile(buildProgram([set('n', number(0)), forever]), { trace: 'step' });
    const started = await page.evaluateHandle((given) => window.host.start({ javascript: given }), javascript);
    const heard = () => started.evaluate(({ heard: { scopes, pauses } }) => ({ last: scopes.at(-1), pauses }));
    const valueOfN = async () => {
      const value = (await heard()).last?.variables.find(({ name }) => name === 'n')?.value;
      return value?.type === 'number' ? value.value : NaN;
    };
    await expect.poll(valueOfN, PATIENCE).toBeGreaterThan(1000);
    await started.evaluate(({ run: running }) => running.pause());
    await expect.poll(async () => (await heard()).pauses.length, PATIENCE).toBe(1);
    const before = await valueOfN();
    for (let count = 2; count <= 3; count++) {
      await started.evaluate(({ run: running }) => running.step());
      await expect.poll(async () => (await heard()).pauses.length, PATIENCE).toBe(count);
    }
    // Two steps are one round: the loop and what is in it.
    expect(await valueOfN()).toBe(before + 1);
    expect(new Set((await heard()).pauses).size).toBe(2);
    await started.evaluate(({ run: running }) => running.resume());
    await expect.poll(valueOfN, PATIENCE).toBeGreaterThan(before + 1000);
    await started.evaluate(({ run: running }) => running.stop());
    expect((await started.evaluate(({ report }) => report)).outcome).toEqual({ status: 'stopped' });
  });

  test('names the block of each request, and the last values', async () => {
    const register = block('device_register', { id: 'register', extraState: { returnResult: true } });
    const { javascript, entry } = compile(buildProgram([set('result', register)]), { trace: 'step' });
    const report = await run({ javascript, entry });
    expect(report.outcome).toEqual({ status: 'done' });
    const sent = report.exchanges.filter(({ request }) => request.method === 'POST');
    expect(sent.map(({ blockId }) => blockId)).toEqual(['register']);
    expect(report.scopes.at(-1)?.variables).toMatchObject([{ name: 'result', value: { type: 'object' } }]);
  });

  test('ends a loop that never yields, while the page goes on', async () => {
    const started = await page.evaluateHandle(
      (javascript) => window.host.start({ javascript, heartbeat: 1e6 }),
      program('let n = 0; for (;;) n++;'),
    );
    await expect.poll(() => page.workers().length, PATIENCE).toBe(1);
    // The page answers, and its timers run.
    expect(await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0, 'alive')))).toBe('alive');
    const outcome = await started.evaluate(({ run }) => {
      run.stop();
      return run.finished;
    });
    expect(outcome).toEqual({ status: 'stopped' });
    await expect.poll(() => page.workers().length, PATIENCE).toBe(0);
    expect((await run({ javascript: EXAMPLE })).outcome).toEqual({ status: 'done' });
  });

  test('says which block and which code an error has', async () => {
    const report = await run({
      javascript: program(
        '  __trace("register");',
        '  await __trace("call", Backendless.Messaging.registerDevice(deviceToken, ["ads"], new Date(0)));',
      ),
    });
    expect(report.outcome).toMatchObject({
      status: 'failed',
      error: {
        message: 'The expiration date must be after the current time.',
        code: 5004,
        httpStatus: 400,
        blockId: 'call',
      },
    });
    expect(report.trace).toContain('register');
  });

  test('has a runner page that runs nothing in the origin that serves it', async () => {
    const other = await newPage();
    await other.goto(`${inject(how)}runner.html`);
    expect(await other.textContent('body')).toContain('sandboxed frame');
    await other.close();
  });
});

describe('a program', () => {
  let page: Page;

  beforeAll(async () => {
    page = await openHost(inject('sources'));
  });

  afterAll(() => page?.close());

  const run = (script: Script): Promise<Report> => page.evaluate((given) => window.host.run(given), script);

  describe('that fails', () => {
    const failure = async (javascript: string, more: Partial<Script> = {}): Promise<unknown> => {
      const { outcome } = await run({ javascript, ...more });
      return outcome.status === 'failed' ? outcome.error : outcome;
    };

    test('names the place in its text', async () => {
      const javascript = program('  const list = null;', '  list.push(1);');
      const error = await failure(javascript);
      expect(error).toMatchObject({ name: 'TypeError', position: { line: 4, column: 7 } });
      expect(error).not.toHaveProperty('blockId');
    });

    test('names the place that called the SDK, when nothing else is known', async () => {
      const error = await failure(program('  await Backendless.Messaging.publish("", "text");'));
      expect(error).toMatchObject({ position: { line: 3 } });
    });

    test('names the block where an error was made, not those it passed', async () => {
      const error = await failure(
        `async function inner() { await __trace("inner", Promise.reject(new Error("no"))); }
         export async function main() { __trace("outer"); await __trace("outer", inner()); __trace("later"); }`,
      );
      expect(error).toMatchObject({ message: 'no', blockId: 'inner' });
    });

    test('names the block reached last, also when the place is in a helper', async () => {
      const error = await failure(program('__trace("first");', '__trace("last");', 'throw "text";'));
      expect(error).toEqual({ name: 'Error', message: 'text', blockId: 'last' });
      const helper = 'function helper(list) { return list.length; }';
      const inHelper = await failure(program('__trace("b");', 'helper(null);') + `\n${helper}`);
      expect(inHelper).toMatchObject({ name: 'TypeError', blockId: 'b', position: { line: 6 } });
    });

    test.each<[thrown: string, error: object]>([
      ['"text"', { name: 'Error', message: 'text' }],
      ['undefined', { name: 'Error', message: 'undefined' }],
      ['{ code: 5004, message: "no" }', { name: 'Error', message: 'no', code: 5004 }],
      ['{ a: [1] }', { name: 'Error', message: '{ a: [ 1 ] }' }],
      ['new (class OwnError extends Error { name = "OwnError" })("own")', { name: 'OwnError', message: 'own' }],
      ['new Proxy({}, { getPrototypeOf() { throw 1 } })', { name: 'Error' }],
    ])('tells of a thrown %s', async (thrown, error) => {
      expect(await failure(program(`throw ${thrown};`))).toMatchObject(error);
    });

    test.each<[what: string, javascript: string, error: object]>([
      ['is no program', 'export function main( {', { name: 'SyntaxError' }],
      ['throws while it loads', 'null.x;\nexport function main() {}', { name: 'TypeError', position: { line: 1 } }],
      ['imports what there is not', 'import "fs"; export function main() {}', { name: 'TypeError' }],
      ['has no entry', 'export const other = 1;', { message: expect.stringContaining('"main"') }],
      ['calls itself for ever', 'export function main() { main(); }', { name: 'RangeError', position: { line: 1 } }],
      ['leaves a promise alone', program('Promise.reject(new Error("lost"));'), { message: 'lost' }],
      [
        'leaves a call of the SDK alone',
        program('Backendless.Messaging.publish("a", "b");', 'await new Promise(() => {});'),
        { code: 1, httpStatus: 404 },
      ],
      [
        'throws in a timer',
        program('setTimeout(() => { throw new Error("late") });', 'await new Promise(() => {});'),
        { message: 'late', position: { line: 3 } },
      ],
    ])('because it %s', async (_what, javascript, error) => {
      expect(await failure(javascript)).toMatchObject(error);
    });

    test('because the line is dead, gets what the SDK makes of it', async () => {
      const error = await failure(program('await Backendless.Request.get(Backendless.appPath + "/broken");'));
      expect(error).toMatchObject({ name: 'Error', message: 'Network Error' });
      expect(error).not.toHaveProperty('code');
    });
  });

  test('that catches its error goes on', async () => {
    const { outcome, lines } = await run({
      javascript: program(
        'try { await __trace("b", Backendless.Messaging.registerDevice(deviceToken, [], new Date(0))); }',
        'catch (error) { console.log(error.code); }',
      ),
    });
    expect({ outcome, lines }).toEqual({ outcome: { status: 'done' }, lines: ['5004'] });
  });

  test('in the form of a script runs by being loaded', async () => {
    const { outcome, lines } = await page.evaluate((javascript) => {
      const lines: string[] = [];
      const runner = window.host.use({});
      const { finished } = runner.run({
        javascript,
        deviceToken: 'T',
        onConsole: (entry) => lines.push(entry.text),
        onPrompt: async (message) => `${message}!`,
      });
      return finished.then((outcome) => ({ outcome, lines }));
    }, 'const name = await prompt("Name");\nconsole.log(name, deviceToken);');
    expect({ outcome, lines }).toEqual({ outcome: { status: 'done' }, lines: ['Name! T'] });
  });

  test('that sets up its own app and device reaches the same server', async () => {
    const { outcome, exchanges } = await run({
      javascript: program(
        'Backendless.initApp("OTHER", "KEY2");',
        'Backendless.setupDevice({ uuid: "u", platform: "ios", version: "1" });',
        'await Backendless.Messaging.getRegistrations().catch(() => {});',
      ),
    });
    expect(outcome).toEqual({ status: 'done' });
    expect(exchanges.map(({ request }) => request.url)).toContain(
      'https://backend.test/OTHER/KEY2/messaging/registrations/u',
    );
  });

  test('that turns to another server is told why nothing comes of it', async () => {
    const { outcome, lines, exchanges } = await run({
      javascript: program(
        'Backendless.initApp("https://elsewhere.test");',
        'await Backendless.Request.get("https://elsewhere.test/api/x");',
      ),
    });
    expect(outcome).toMatchObject({ status: 'failed', error: { message: 'Network Error' } });
    expect(lines.join('\n')).toContain('only https://backend.test/ can be reached from here');
    expect(exchanges.some(({ request, error }) => request.url.startsWith('https://elsewhere.test') && error)).toBe(
      true,
    );
  });

  test('asks the person', async () => {
    const { lines, prompts } = await run({
      javascript: program('console.log(await prompt("Name?"), await prompt(1), await prompt());'),
      answers: ['Ann', ''],
    });
    expect(prompts).toEqual(['Name?', '1', '']);
    expect(lines).toEqual(['Ann  null']);
  });

  test('that waits for a person or a slow service is not unresponsive', async () => {
    const report = await run({
      javascript: program(
        'void Backendless.Request.get(Backendless.appPath + "/slow");',
        'void prompt("never answered");',
        // That it takes longer than an answer may is what this is about.
        'await new Promise((resolve) => setTimeout(resolve, 2_000));',
      ),
      isSilent: true,
      heartbeat: 800,
    });
    expect(report.outcome).toEqual({ status: 'done' });
  });

  test('that never yields is unresponsive', async () => {
    const report = await run({ javascript: program('for (;;) {}'), heartbeat: 200 });
    expect(report.outcome).toEqual({ status: 'unresponsive' });
  });

  test('that yields for ever runs out of time', async () => {
    const report = await run({
      javascript: program('for (;;) await new Promise((resolve) => setTimeout(resolve));'),
      timeout: 300,
    });
    expect(report.outcome).toEqual({ status: 'timeout' });
  });

  test('is over when its function is, whatever its timers still hold', async () => {
    const report = await run({ javascript: program('setInterval(() => console.log("tick"), 1e6);') });
    expect(report.outcome).toEqual({ status: 'done' });
  });

  test('is stopped by the next one', async () => {
    const outcomes = await page.evaluate(
      ([endless = '', short = '']) => {
        const first = window.host.start({ javascript: endless });
        const second = window.host.start({ javascript: short });
        return Promise.all([first.run.finished, second.run.finished]);
      },
      [program('for (;;) {}'), program('console.log(1);')],
    );
    expect(outcomes).toEqual([{ status: 'stopped' }, { status: 'done' }]);
  });

  test('that prints without end is cut, and told so once', async () => {
    const { outcome, lines } = await run({ javascript: program('for (;;) console.log("x");'), heartbeat: 400 });
    expect(outcome).toEqual({ status: 'unresponsive' });
    expect(lines.filter((line) => line === 'x').length).toBe(5000);
    expect(lines.slice(5000)).toEqual([expect.stringContaining('printed too much')]);
  });

  test('that traces without end does not flood its host, which hears of the latest', async () => {
    const report = await run({
      javascript: program(
        'for (let n = 0; n < 2e6; n++) __trace("b" + n % 3);',
        '__trace("end");',
        'await new Promise((resolve) => setTimeout(resolve));',
      ),
    });
    expect(report.trace.length).toBeLessThan(10_000);
    expect(report.trace.at(-1)).toBe('end');
    expect(new Set(report.trace)).toEqual(new Set(['b0', 'b1', 'b2', 'end']));
  });

  test('prints at every level, in order, with a time', async () => {
    const report = await run({
      javascript: program(
        'console.info({ a: new Map([["k", 1n]]) }); console.warn("w", 2); console.error(new Error("e"));',
      ),
    });
    expect(report.console.map(({ level, text }) => [level, text])).toEqual([
      ['info', '{ a: Map(1) { "k" => 1n } }'],
      ['warn', 'w 2'],
      ['error', 'Error: e'],
    ]);
    expect(report.console[0]?.values).toMatchObject([
      { type: 'object', members: [{ key: 'a', value: { type: 'map' } }] },
    ]);
    for (const { time } of report.console) expect(Number.isNaN(new Date(time).getTime())).toBe(false);
  });
});
