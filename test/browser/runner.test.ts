import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import type { Report, Script } from './pages/runner.ts';
import { serveBuild, serveSources, type TestServer } from './server.ts';

const HOST = 'test/browser/pages/runner.html';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

const EXAMPLE = `import Backendless from "backendless";

export async function main(deviceToken) {
  const registration = await registerDevice(deviceToken, ["ads", "discount"]);
  console.log(registration);
}

async function registerDevice(deviceToken, channels) {
  const { registrationId } = await Backendless.Messaging.registerDevice(deviceToken, channels);
  return Object.fromEntries(registrationId.split(",").map((part) => part.split("::").reverse()));
}
`;

describe.each([
  ['from the sources', serveSources],
  ['as it is built', () => serveBuild([HOST])],
])('the runner %s', (_name, serve) => {
  let server: TestServer;
  let page: Page;

  beforeAll(async () => {
    server = await serve();
    page = await browser.newPage();
    await page.goto(server.url + HOST);
    await page.waitForFunction(() => 'host' in window);
  });

  afterAll(async () => {
    await page?.close();
    await server?.close();
  });

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
});
