/** The page that hosts a runner, and programs for it. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';

export const HOST = 'test/browser/pages/runner.html';

export const EXAMPLE = `import Backendless from "backendless";

export async function main(deviceToken) {
  const registration = await registerDevice(deviceToken, ["ads", "discount"]);
  console.log(registration);
}

async function registerDevice(deviceToken, channels) {
  const { registrationId } = await Backendless.Messaging.registerDevice(deviceToken, channels);
  return Object.fromEntries(registrationId.split(",").map((part) => part.split("::").reverse()));
}
`;

/** A program of these statements, in the form that the compiler gives. */
export const program = (...lines: string[]): string =>
  ['import Backendless from "backendless";', 'export async function main(deviceToken, prompt) {', ...lines, '}'].join(
    '\n',
  );

/** A browser for the tests of a file. */
export function runnerBrowser(): { newPage: () => Promise<Page>; openHost: (url: string) => Promise<Page> } {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  return {
    newPage: () => browser.newPage(),
    /** Opens the page that hosts a runner. */
    async openHost(url) {
      const page = await browser.newPage();
      await page.goto(url + HOST);
      await page.waitForFunction(() => 'host' in window);
      return page;
    },
  };
}
