/** What a program in the sandbox can reach, and what the sandbox leaves behind. */
import { createServer, type Server } from 'node:http';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Report, Script } from './pages/runner.ts';
import { EXAMPLE, HOST, program, runnerBrowser } from './runner-host.ts';

/** A browser takes its time to take a busy worker down: Chromium up to two seconds, more on a busy machine. */
const PATIENCE = { timeout: 30_000 };

const { newPage, openHost } = runnerBrowser();

describe('the sandbox', () => {
  let page: Page;
  let canary: Server;
  let canaryUrl: string;
  let visits: string[];

  beforeAll(async () => {
    visits = [];
    canary = createServer((request, response) => {
      visits.push(request.url ?? '');
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Content-Type', 'text/javascript');
      response.end('globalThis.visited = true;');
    });
    canary.on('upgrade', (request, socket) => {
      visits.push(request.url ?? '');
      socket.destroy();
    });
    await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
    const address = canary.address();
    if (typeof address !== 'object' || address === null) throw new Error('The server has no address.');
    canaryUrl = `http://127.0.0.1:${address.port}`;
    page = await openHost(inject('builtPages'));
  });

  afterAll(async () => {
    await page?.close();
    canary?.closeAllConnections();
    await new Promise((resolve) => canary?.close(resolve));
  });

  const run = (script: Script): Promise<Report> => page.evaluate((given) => window.host.run(given), script);

  /** Ways out, each an expression that gives something only if it led somewhere. */
  const WAYS = {
    fetch: 'await fetch(URL + "/fetch")',
    'fetch without answer': 'await fetch(URL + "/opaque", { mode: "no-cors" })',
    import: 'await import(URL + "/import")',
    'import of data': 'await import("data:text/javascript,export default 1")',
    'import of scripts': 'importScripts(URL + "/scripts") ?? true',
    socket: 'await settle(new WebSocket(URL.replace("http", "ws") + "/socket"), "open", "error")',
    'event source': 'await settle(new EventSource(URL + "/events"), "open", "error")',
    transport: 'await new WebTransport(URL.replace("http", "https") + "/transport").ready.then(() => true)',
    font: 'await new FontFace("f", `url(${URL}/font)`).load()',
    'worker elsewhere': 'await settle(new Worker(URL + "/worker"), "message", "error")',
    'worker of its own': 'await settle(new Worker(blob(`postMessage(1)`)), "message", "error")',
    'shared worker': 'new SharedWorker(blob(""))',
    'fetch of a blob': 'await fetch(blob("x"))',
    request: 'await sent(new XMLHttpRequest(), URL + "/xhr")',
    evaluation: 'eval("1")',
    'function of a text': 'new Function("return 1")()',
    'timer of a text':
      'await new Promise((resolve) => { self.ran = resolve; setTimeout("ran(1)"); setTimeout(resolve, 50); })',
    assembly: 'await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))',
    parent: 'self.parent ?? self.top ?? self.opener ?? self.frames',
    document: 'self.document ?? self.window',
    navigation: 'location.assign?.(URL) ?? (location.href = URL, location.href === URL)',
    'local storage': 'self.localStorage ?? self.sessionStorage',
    database: 'await settle(indexedDB.open("x"), "success", "error")',
    caches: 'await caches.open("x")',
    files: 'await navigator.storage.getDirectory()',
    cookies: 'await cookieStore.set("a", "b").then(() => true)',
    locks: 'await navigator.locks.request("x", () => true)',
    broadcast: 'new BroadcastChannel("x")',
    'post to the page': 'postMessage({ type: "end" }) ?? true',
    'post by the prototype': 'Object.getPrototypeOf(Object.getPrototypeOf(self)).postMessage.call(self, 1) ?? true',
    'end of itself': 'close() ?? true',
  };

  test('lets a program reach nothing', async () => {
    const javascript = `
      const URL_ = ${JSON.stringify(canaryUrl)};
      const settle = (target, good, bad) => new Promise((resolve, reject) => {
        target.addEventListener(good, () => resolve(true));
        target.addEventListener(bad, () => reject(new Error(bad)));
      });
      const sent = (request, url) => new Promise((resolve, reject) => {
        request.onload = () => resolve(true);
        request.onerror = () => reject(new Error("error"));
        request.open("GET", url);
        request.send();
      });
      const blob = (text) => globalThis.URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
      const ways = {
        ${Object.entries(WAYS)
          .map(([name, code]) => `${JSON.stringify(name)}: async (URL) => ${code},`)
          .join('\n        ')}
      };
      export async function main() {
        for (const [name, way] of Object.entries(ways)) {
          let found;
          try { found = await way(URL_); } catch { continue; }
          if (found !== undefined && found !== null && found !== false) console.log(name);
        }
      }`;
    const { outcome, lines } = await run({ javascript });
    expect(outcome).toEqual({ status: 'done' });
    expect(lines.filter((line) => !line.includes('was not sent'))).toEqual([]);
    expect(visits).toEqual([]);
    // The same address can be reached from outside the sandbox.
    expect(await page.evaluate((url) => fetch(`${url}/outside`).then(({ ok }) => ok), canaryUrl)).toBe(true);
    expect(visits).toEqual(['/outside']);
  });

  test('keeps its line to the host from the program', async () => {
    const { outcome, lines } = await run({
      javascript: `
        const seen = [];
        const note = (name, original) => function (...args) {
          if (this instanceof MessagePort || this instanceof MessageEvent) seen.push(name);
          return original.apply(this, args);
        };
        for (const name of ["postMessage", "close", "start"]) {
          MessagePort.prototype[name] = note(name, MessagePort.prototype[name]);
        }
        const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data");
        Object.defineProperty(MessageEvent.prototype, "data", { ...data, get: note("data", data.get) });
        Function.prototype.call = note("call", Function.prototype.call);
        addEventListener("message", () => seen.push("message"));
        export async function main(deviceToken, prompt) {
          console.log("printed");
          __trace("block");
          await prompt("asked");
          console.log(seen);
        }`,
    });
    expect(outcome).toEqual({ status: 'done' });
    expect(lines).toEqual(['printed', '[]']);
  });

  test('works in a host that allows little', async () => {
    const strict = await newPage();
    await strict.route(inject('builtPages') + HOST, async (route) => {
      const response = await route.fetch();
      const policy = "default-src 'none'; script-src 'self'; frame-src 'self'; require-trusted-types-for 'script'";
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
    });
    await strict.goto(inject('builtPages') + HOST);
    await strict.waitForFunction(() => 'host' in window);
    const { outcome, lines } = await strict.evaluate((javascript) => window.host.run({ javascript }), EXAMPLE);
    expect({ outcome, lines }).toEqual({ outcome: { status: 'done' }, lines: ['{ ads: "ID1", discount: "ID2" }'] });
    await strict.close();
  });

  test('leaves nothing behind', async () => {
    const left = await page.evaluate(async (javascript) => {
      const entry = { name: 'main', parameters: [] };
      const container = document.createElement('div');
      document.body.append(container);
      const runner = window.host.use({ container });
      const { finished } = runner.run({ javascript, entry });
      const frames = container.childElementCount;
      runner.dispose();
      const outcome = await finished;
      const later = await runner.run({ javascript, entry }).finished;
      return { frames, outcome, later, left: document.querySelectorAll('iframe').length };
    }, program('for (;;) {}'));
    expect(left).toEqual({ frames: 1, outcome: { status: 'stopped' }, later: { status: 'stopped' }, left: 0 });
    await expect.poll(() => page.workers().length, PATIENCE).toBe(0);
    await expect.poll(() => page.frames().length, PATIENCE).toBe(1);
  });

  test('is disposed of by a signal', async () => {
    const outcome = await page.evaluate((javascript) => {
      const controller = new AbortController();
      const { finished } = window.host.use({ signal: controller.signal }).run({ javascript });
      controller.abort();
      return finished;
    }, program(''));
    expect(outcome).toEqual({ status: 'stopped' });
    expect(await page.locator('iframe').count()).toBe(0);
  });

  test('says so when its page is not there', async () => {
    const outcome = await page.evaluate((javascript) => {
      return window.host.use({ url: '/nowhere.html' }).run({ javascript }).finished;
    }, program(''));
    expect(outcome).toMatchObject({
      status: 'failed',
      error: { name: 'RunnerError', message: expect.stringContaining('/nowhere.html') },
    });
    expect(await page.locator('iframe').count()).toBe(0);
  });

  test('recovers when its frame is moved or taken away', async () => {
    const outcomes = await page.evaluate(
      async ([endless = '', short = '']) => {
        const entry = { name: 'main', parameters: [] };
        const container = document.createElement('div');
        document.body.append(container);
        const runner = window.host.use({ container });
        const first = await runner.run({ javascript: short, entry }).finished;
        const moved = runner.run({ javascript: endless, entry, onConsole: () => document.body.prepend(container) });
        const second = await moved.finished;
        const third = await runner.run({ javascript: short, entry }).finished;
        container.replaceChildren();
        const fourth = await runner.run({ javascript: short, entry }).finished;
        return [first, second, third, fourth];
      },
      [program('console.log("started");', 'await new Promise(() => {});'), program('')],
    );
    expect(outcomes).toMatchObject([
      { status: 'done' },
      { status: 'failed', error: { name: 'RunnerError' } },
      { status: 'done' },
      { status: 'done' },
    ]);
  });
});
