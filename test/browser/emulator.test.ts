/** The embedded service in a real browser: behind the sandbox, in IndexedDB, across tabs and reloads. */

import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { members } from '../emulator/client.ts';
import {
  phone,
  startTime,
  type Argument,
  type Outcome,
  type Sdk,
  type Service,
} from '../emulator/conformance/subject.ts';
import { conformance } from '../emulator/conformance.ts';
import { launchBrowser } from './browser.ts';
import type { Command, Encoded } from './pages/sdk-program.ts';

const PAGE = 'test/browser/pages/emulator.html';

let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

/** Expects a state that comes when the page gets to it. */
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 });

/** Opens the page of the service, on a database of that name. */
async function openPage(database = 'emulator-test'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${inject('builtPages')}${PAGE}?database=${database}`);
  await ready(page);
  return page;
}

/** Waits for the page's script. */
async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => 'service' in window);
}

describe('through the sandbox, in IndexedDB', () => {
  let page: Page;

  beforeAll(async () => {
    context = await browser.newContext();
    page = await openPage();
  });

  afterAll(() => context?.close());

  conformance(async (options): Promise<Service> => {
    const inSandbox = async (command: Command): Promise<unknown> =>
      JSON.parse(await page.evaluate((text) => window.service.inSandbox(text), JSON.stringify(command)));

    const status = await page.evaluate(
      async ([options, startTime]) => {
        const status = await window.service.open(options, startTime);
        await window.service.startSandbox();
        return status;
      },
      [options, startTime] as const,
    );
    expect(status).toEqual({ kind: 'indexeddb', persistent: true });

    return {
      async sdk({ appId = 'APP', apiKey = 'KEY', domain = false, device = phone } = {}) {
        const created = await inSandbox({ do: 'create', config: domain ? { domain } : { appId, apiKey } });
        const sdk: Sdk = {
          call: async (method, ...args) =>
            readOutcome(await inSandbox({ do: 'call', sdk: Number(created), method, args: args.map(encode) })),
        };
        if (device) await sdk.call('setupDevice', device);
        return sdk;
      },
      send: (request) => page.evaluate((request) => window.service.send(request), request),
      advance: (milliseconds) => page.evaluate((time) => window.service.advance(time), milliseconds),
      devices: () => page.evaluate(() => window.service.devices()),
      messages: (deviceId) => page.evaluate((id) => window.service.messages(id), deviceId),
      setFaults: (settings) => page.evaluate((settings) => window.service.setFaults(settings), settings),
      close: () =>
        page.evaluate(async () => {
          await window.service.close();
          await window.service.remove();
        }),
    };
  });
});

describe('in the browser', () => {
  afterEach(() => context?.close());

  const registerOn = (page: Page, deviceId: string, channels: string[] = ['ads']): Promise<{ status: number }> =>
    page.evaluate(
      ([deviceId, channels]) => {
        const body = JSON.stringify({ deviceToken: 't', deviceId, os: 'IOS', osVersion: '18', channels });
        return window.service.send({ method: 'POST', url: '/APP/KEY/messaging/registrations', headers: {}, body });
      },
      [deviceId, channels] as const,
    );
  const idsOn = (page: Page): Promise<string[]> =>
    page.evaluate(async () => (await window.service.devices()).map(({ deviceId }) => deviceId));
  const open = (page: Page) => page.evaluate(() => window.service.open());

  test('two tabs see what the other does, and are told of it', async () => {
    context = await browser.newContext();
    const [one, two] = [await openPage(), await openPage()];
    await open(one);
    await open(two);
    await registerOn(one, 'from one');
    expect(await idsOn(two)).toEqual(['from one']);
    await eventually(() => two.evaluate(() => window.service.changes())).toEqual([
      { type: 'registrations', origin: 'elsewhere' },
    ]);
    await registerOn(two, 'from two');
    expect(await idsOn(one)).toEqual(['from one', 'from two']);
    await two.evaluate(() => window.service.reset());
    await eventually(() => one.evaluate(() => window.service.changes())).toEqual([
      { type: 'registrations', origin: 'here' },
      { type: 'registrations', origin: 'elsewhere' },
      { type: 'reset', origin: 'elsewhere' },
    ]);
    expect(await idsOn(one)).toEqual([]);
  });

  test('two tabs that register the same device at once give each of its channels one ID', async () => {
    context = await browser.newContext();
    const pages = [await openPage(), await openPage()];
    await Promise.all(pages.map(open));
    await Promise.all(
      Array.from({ length: 20 }, (_, turn) =>
        pages.map((page, tab) => registerOn(page, 'shared', ['ads', `tab ${tab}`, `turn ${turn}`])),
      ).flat(),
    );
    const [seen, seenByOther] = await Promise.all(pages.map((page) => page.evaluate(() => window.service.devices())));
    expect(seen).toEqual(seenByOther);
    expect(seen).toHaveLength(1);
    const channels = seen?.[0]?.channels.map(({ channel }) => channel) ?? [];
    expect(channels.toSorted()).toEqual(
      ['ads', 'tab 0', 'tab 1', ...Array.from({ length: 20 }, (_, turn) => `turn ${turn}`)].toSorted(),
    );
  });

  test('no acknowledged registration is lost, and none is cut in half, however often a page goes amid writes', async () => {
    context = await browser.newContext();
    const acknowledged = new Set<string>();
    await context.exposeFunction('acknowledged', (deviceId: string) => void acknowledged.add(deviceId));
    let page = await openPage();
    for (let round = 0; round < 12; round += 1) {
      await open(page);
      // Some more each time, so that the page goes at another moment of the work.
      const enough = acknowledged.size + 1 + ((round * 7) % 12);
      await page.evaluate((prefix) => {
        const { acknowledged } = window;
        if (acknowledged) window.service.registerWithoutEnd(prefix, acknowledged);
      }, `round-${round}`);
      await eventually(() => acknowledged.size).toBeGreaterThanOrEqual(enough);
      if (round % 2 === 0) {
        await page.reload();
        await ready(page);
      } else {
        await page.close();
        page = await openPage();
      }
    }
    expect(await open(page)).toEqual({ kind: 'indexeddb', persistent: true });
    const devices = await page.evaluate(() => window.service.devices());
    expect(devices.map(({ deviceId }) => deviceId)).toEqual(expect.arrayContaining([...acknowledged]));
    for (const { deviceId, channels } of devices) {
      expect(channels.map(({ channel }) => channel)).toEqual(['ads', 'discount', `only ${deviceId}`]);
    }
    expect(acknowledged.size).toBeGreaterThan(20);
  });

  test('where storage is denied, everything works in memory, and it says so', async () => {
    context = await browser.newContext();
    // A sandboxed document has an origin of its own, which no browser gives any storage.
    await context.route('**/*', async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'access-control-allow-origin': '*' };
      const isPage = route.request().resourceType() === 'document';
      await route.fulfill({
        response,
        headers: { ...headers, ...(isPage ? { 'content-security-policy': 'sandbox allow-scripts' } : {}) },
      });
    });
    const page = await openPage();
    expect(await open(page)).toEqual({
      kind: 'memory',
      persistent: false,
      failure: 'denied',
      reason: expect.stringContaining('denies this page its storage'),
    });
    expect(await registerOn(page, 'device')).toMatchObject({ status: 200 });
    expect(await idsOn(page)).toEqual(['device']);
  });

  test('when the quota is used up, nothing is lost: it goes on in memory, says so, and comes back', async () => {
    context = await browser.newContext();
    const page = await openPage();
    const devtools = await context.newCDPSession(page);
    const { origin } = new URL(inject('builtPages'));
    // The browser looks at the quota when a database is opened, and then counts for itself.
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 200_000 });
    expect(await open(page)).toEqual({ kind: 'indexeddb', persistent: true });

    const devices = Array.from({ length: 100 }, (_, index) => `device ${String(index).padStart(3, '0')}`);
    for (const deviceId of devices) {
      const channels = Array.from({ length: 20 }, (_, index) => `${deviceId} ${index} `.padEnd(200, 'x'));
      expect(await registerOn(page, deviceId, channels)).toMatchObject({ status: 200 });
    }
    expect(await page.evaluate(() => window.service.storage())).toEqual({
      kind: 'memory',
      persistent: false,
      failure: 'full',
      reason: expect.stringContaining('storage is full'),
    });
    expect(await idsOn(page)).toEqual(devices);

    await devtools.send('Storage.overrideQuotaForOrigin', { origin });
    await page.evaluate(() => window.service.reset());
    expect(await page.evaluate(() => window.service.storage())).toEqual({ kind: 'indexeddb', persistent: true });
    await registerOn(page, 'kept');
    await page.reload();
    await ready(page);
    await open(page);
    expect(await idsOn(page)).toEqual(['kept']);
  });
});

function encode(value: Argument): Encoded {
  if (value === undefined) return ['undefined'];
  if (value instanceof Date) return ['date', Number.isNaN(value.getTime()) ? null : value.getTime()];
  if (Array.isArray(value)) return ['list', value.map(encode)];
  if (typeof value === 'object' && value !== null) {
    return ['object', Object.entries(value).map(([name, member]) => [name, encode(member)])];
  }
  return ['value', value];
}

/** Reads the program's answer; what it leaves out is undefined, which JSON has no word for. */
function readOutcome(answer: unknown): Outcome {
  const { ok, value, error } = members(answer);
  if (ok === true) return { ok, value };
  const { message, code, status } = members(error);
  const number = (given: unknown): number | undefined => (typeof given === 'number' ? given : undefined);
  return { ok: false, error: { message: String(message), code: number(code), status: number(status) } };
}
