/** What the tests of the playground have in common: a browser for each file, a page for each test, and no fault on it. */
import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { launchBrowser } from './browser.ts';
import { Playground } from './playground-page.ts';

/** How a page is opened: see {@link Playground.open}. It is the built one, unless another address is given. */
export type PageOptions = Parameters<typeof Playground.open>[2] & { url?: string };

/** Prepares the tests of a file. Gives what opens the page of a test; it is closed with the test. */
export function preparePages(): (options?: PageOptions) => Promise<Playground> {
  let browser: Browser;
  let playground: Playground | undefined;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** Every test ends with a page on which nothing went wrong that nobody expected. */
  afterEach(async () => {
    const faults = playground?.faults.splice(0);
    await playground?.close();
    playground = undefined;
    expect(faults ?? []).toEqual([]);
  });

  return async ({ url = inject('site'), ...options } = {}) => {
    playground = await Playground.open(browser, url, options);
    return playground;
  };
}

/** Expects a state that comes when the page gets to it. */
export const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000 });
