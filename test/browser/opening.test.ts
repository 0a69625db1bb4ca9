/** How the page opens: the code before the blocks, nothing that jumps, and what is shown when a part does not come. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { Playground } from './playground-page.ts';

let browser: Browser;
let blockly: string;

beforeAll(async () => {
  browser = await launchBrowser();
  blockly = await findBlockly();
});

afterAll(async () => {
  await browser?.close();
});

/** The scripts that the page names, with their text, by address. */
async function namedScripts(): Promise<[url: string, text: string][]> {
  const html = await (await fetch(inject('site'))).text();
  const names = [...html.matchAll(/href="(\.\/assets\/[^"]+\.js)"/g)].map(
    ([, name = '']) => new URL(name, inject('site')).href,
  );
  return Promise.all(names.map(async (url) => [url, await (await fetch(url)).text()]));
}

/** The address of the script that Blockly is in: the largest that the page names. */
async function findBlockly(): Promise<string> {
  const [largest] = (await namedScripts()).toSorted(([, one], [, other]) => other.length - one.length);
  if (largest === undefined) throw new Error('The page names no script.');
  return largest[0];
}

/** The address of the script by which the editor fetches its compiler. */
async function findCompiler(): Promise<string> {
  const found = (await namedScripts()).find(([, text]) => text.includes('as EditCompiler') && text.length < 2_000);
  if (found === undefined) throw new Error('The page names no compiler.');
  return found[0];
}

/** Keeps a script back from the page until it is let through. */
async function hold(page: Page, script: string): Promise<{ arrive(): void }> {
  let arrive = (): void => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(script, async (route) => {
    await arrived;
    await route.continue();
  });
  return { arrive };
}

/** What jumped on the page without anybody having done something. */
function jumps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const jumps: string[] = Reflect.get(window, 'jumps');
    return jumps;
  });
}

function noteJumps(): void {
  const jumps: string[] = [];
  Reflect.set(window, 'jumps', jumps);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const sources: unknown = Reflect.get(entry, 'sources');
      if (Reflect.get(entry, 'hadRecentInput') || !Array.isArray(sources)) continue;
      jumps.push(
        sources
          .map(({ node }: { node: Node | null }) =>
            node instanceof Element ? node.id || node.className : node?.nodeName,
          )
          .join(', '),
      );
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

test.each([1280, 360])(
  'the code is there before the blocks, and nothing jumps when they come, at %i pixels',
  async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    try {
      await context.addInitScript(noteJumps);
      const page = await context.newPage();
      const held = await hold(page, blockly);
      await page.goto(inject('site'));
      const plain = page.locator('.code-plain');
      await expect.poll(() => plain.textContent({ timeout: 30_000 })).toContain('registerDevice(');
      expect(await page.locator('.blocklyToolbox').count()).toBe(0);
      expect(await page.getByText('Loading the blocks').isVisible()).toBe(true);
      const before = await plain.textContent();

      held.arrive();
      await page.locator('.cm-line').first().waitFor({ state: 'attached', timeout: 30_000 });
      expect(await page.getByText('Loading the blocks').isVisible()).toBe(false);
      const lines = await page.locator('.cm-line').allTextContents();
      // At 360 pixels the code has a tab of its own, and the view keeps no lines that are not seen.
      if (width > 720) expect(lines.join('\n').trimEnd()).toBe(before?.trimEnd());
      await page.waitForLoadState('networkidle');
      expect(await jumps(page)).toEqual([]);
    } finally {
      await context.close();
    }
  },
);

test('a drawer that is opened before the compiler is there stays open when it comes', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    const held = await hold(page, await findCompiler());
    await page.goto(inject('site'));
    await page.getByRole('treeitem', { name: 'Device', exact: true }).click({ timeout: 30_000 });
    const drawer = page.locator('.blocklyToolboxFlyout .blocklyDraggable').first();
    await drawer.waitFor({ timeout: 30_000 });
    expect(await page.locator('#run').isEnabled()).toBe(false);
    held.arrive();
    await page.locator('.page:not([data-loading])').waitFor({ timeout: 30_000 });
    expect(await drawer.isVisible()).toBe(true);
  } finally {
    await page.close();
  }
});

test('the code of the program that one worked on is what comes first', async () => {
  const playground = await Playground.open(browser, inject('site'));
  try {
    const { page } = playground;
    await playground.openProgram('catch-print-error');
    const code = await playground.code();
    await expect.poll(() => page.locator('#program-state').getAttribute('data-state')).toBe('saved');
    const held = await hold(page, blockly);
    await page.reload();
    await expect.poll(() => page.locator('.code-plain').textContent({ timeout: 30_000 })).toBe(code);
    held.arrive();
    await playground.waitUntilReady();
    expect(await playground.code()).toBe(code);
    expect(playground.faults).toEqual([]);
  } finally {
    await playground.close();
  }
});

test('a page of which a part does not come says so where the blocks would be, and loads anew', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    let isCut = true;
    await page.route(blockly, (route) => (isCut ? route.abort() : route.continue()));
    await page.goto(inject('site'));
    const failure = page.getByRole('alert').filter({ hasText: 'The playground could not start' });
    await failure.waitFor({ timeout: 30_000 });
    expect(await failure.textContent()).toContain('A part of the page did not arrive');
    isCut = false;
    await failure.getByRole('button', { name: 'Reload the page' }).click();
    await page.locator('.cm-line').first().waitFor({ timeout: 30_000 });
    expect(await failure.count()).toBe(0);

    // Should it happen again, what one has made can be had all the same.
    await expect.poll(() => page.locator('#program-state').getAttribute('data-state')).toBe('saved');
    isCut = true;
    await page.reload();
    await failure.waitFor({ timeout: 30_000 });
    expect(await failure.textContent()).toContain('Your programs are as you left them.');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      failure.getByRole('button', { name: 'Program as .json' }).click(),
    ]);
    expect(await readFile(await file.path(), 'utf8')).toContain('"device_register"');
    expect(await page.getByRole('button', { name: 'Run', exact: true }).isVisible()).toBe(false);
  } finally {
    await context.close();
  }
});
