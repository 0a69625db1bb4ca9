/** The built page without a network: after one visit it is all there, below any path, until a newer one is taken. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { Playground } from './playground-page.ts';
import { asProduction } from './server.ts';
import { StaticServer } from './static-server.ts';

const root = join(import.meta.dirname, '../..');

let browser: Browser;
let folder: string;
let server: StaticServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codeless-push-blocks-'));
  await asProduction(() =>
    build({
      root,
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true },
    }),
  );
  server = new StaticServer(folder, '/tools/push-blocks/');
  await server.start();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Waits until the page is kept: its service worker has every file and answers for it. */
async function kept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, {
    timeout: 60_000,
  });
}

const caches = (page: Page): Promise<string[]> => page.evaluate(() => window.caches.keys());

test('after one visit all of it works without a network', { timeout: 120_000 }, async () => {
  const playground = await Playground.open(browser, server.url, { serviceWorkers: 'allow' });
  const { page } = playground;
  try {
    await kept(page);
    // What is not part of the page is asked of the network each time, and is kept nowhere.
    for (let time = 0; time < 2; time++)
      expect(await page.evaluate(async () => (await fetch('./api')).status)).toBe(404);
    expect(server.asked.filter((path) => path.endsWith('/api'))).toHaveLength(2);
    const addresses = await page.evaluate(async () => {
      const [name = ''] = await window.caches.keys();
      return (await (await window.caches.open(name)).keys()).map(({ url }) => url);
    });
    expect(addresses.every((address) => address.startsWith(server.url))).toBe(true);
    expect(addresses).toContain(`${server.url}runner.html`);
    expect(addresses.some((address) => address.endsWith('/api'))).toBe(false);
    // The messages for pages that do not load are not those of this page.
    playground.faults.length = 0;

    await page.getByRole('status').filter({ hasText: 'this page works without a network' }).waitFor();

    await server.stop();
    await page.context().setOffline(true);
    // In this very visit, where nothing has run yet.
    await playground.run();
    await expect.poll(async () => (await playground.registrations()).length, { timeout: 30_000 }).toBe(2);
    await playground.chooseInRegistrations('Reset');
    await page.reload();
    await playground.waitUntilReady();
    await playground.run();
    await expect.poll(async () => (await playground.registrations()).length, { timeout: 30_000 }).toBe(2);
    // Parts that were never loaded, too.
    await playground.button('Make the service fail').click();
    await page.getByRole('dialog', { name: 'Make the service fail' }).waitFor();
    await page.keyboard.press('Escape');
    await page.goto(`${server.url}?lang=de`);
    await page.getByRole('button', { name: 'Ausführen', exact: true }).waitFor();
    expect(playground.faults).toEqual([]);
  } finally {
    await playground.close();
    await server.start();
  }
});

test('a newer page is offered, and taken without losing what was done', { timeout: 120_000 }, async () => {
  const playground = await Playground.open(browser, server.url, { serviceWorkers: 'allow' });
  const { page } = playground;
  const files = { page: join(folder, 'index.html'), worker: join(folder, 'offline.js') };
  const [html, worker] = await Promise.all([readFile(files.page, 'utf8'), readFile(files.worker, 'utf8')]);
  try {
    await kept(page);
    const [before] = await caches(page);
    await playground.openProgram('catch-print-error');
    const code = await playground.code();
    await writeFile(files.page, html.replace('<body', '<body data-newer'));
    await writeFile(files.worker, worker.replace(/version = "\w+"/, 'version = "newer"'));

    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    const offer = page.getByRole('status').filter({ hasText: 'A newer version of this page is ready' });
    await offer.waitFor({ timeout: 60_000 });
    // Until it is taken, the page is the one that it was.
    expect(await page.locator('body[data-newer]').count()).toBe(0);
    await offer.getByRole('button', { name: 'Reload the page' }).click();
    await page.locator('body[data-newer]').waitFor({ timeout: 60_000 });
    await playground.waitUntilReady();
    expect(await playground.code()).toBe(code);
    await expect.poll(() => caches(page), { timeout: 30_000 }).not.toContain(before);
    expect(await caches(page)).toHaveLength(1);
    expect(playground.faults).toEqual([]);
  } finally {
    await playground.close();
    await Promise.all([writeFile(files.page, html), writeFile(files.worker, worker)]);
  }
});

test('says who it is to those who link to it or keep it as an app', async () => {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const named = (pattern: RegExp): string => pattern.exec(html)?.[1] ?? '';
  const picture = await readFile(join(folder, named(/property="og:image" content="([^"]+)"/)));
  // Width and height of a PNG.
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
  const manifest: { icons: { src: string; sizes: string }[]; start_url: string } = JSON.parse(
    await readFile(join(folder, named(/rel="manifest" href="([^"]+)"/)), 'utf8'),
  );
  for (const { src, sizes } of manifest.icons) {
    const icon = await readFile(join(folder, src));
    expect(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`).toBe(sizes);
  }
  expect(named(/<title>([^<]+)</)).toBe('Codeless Push Blocks');
});
