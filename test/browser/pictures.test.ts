/**
 * Pictures of the main states of the page, at four widths, compared with those in `pictures/`: as a whole, and each
 * control by itself.
 *
 * `UPDATE=1 npm test -- test/browser/pictures.test.ts` takes them anew; `pictures/README.md` shows them all. They are
 * taken of the page as it is built, with its own fonts, a clock that stands still and nothing that moves.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { PNG } from 'pngjs';
import { format, resolveConfig } from 'prettier';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { controlsOn, missingControls, type ControlBox } from './picture-controls.ts';
import { differenceOf } from './picture-difference.ts';
import { Playground } from './playground-page.ts';

const folder = join(import.meta.dirname, 'pictures');
const foundFolder = join(import.meta.dirname, '../../.cache/pictures');
/** Where the controls are that the pictures show, by the name of the picture. */
const controlsFile = join(folder, 'controls.json');
const isUpdate = Boolean(process.env.UPDATE);

/**
 * The share of squares that may look otherwise. Letters without hinting, without smoothing or on whole pixels only
 * changed none of them; Run taken away is 0.34 % of them at 1280 pixels. What is left is room for the seconds that a run
 * took. A zoom button is less than that: controls are looked at one by one.
 */
const tolerance = 0.0015;
/** The time on the phones and in the console. */
const moment = Date.UTC(2026, 10, 24, 9, 41);

let browser: Browser;
let controls: Record<string, ControlBox[]> = {};

beforeAll(async () => {
  if (existsSync(controlsFile)) controls = JSON.parse(await readFile(controlsFile, 'utf8'));
  await Promise.all([folder, foundFolder].map((path) => mkdir(path, { recursive: true })));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  if (!isUpdate) return;
  const rows = Object.entries(controls).map(([name, boxes]) => `${JSON.stringify(name)}: ${JSON.stringify(boxes)}`);
  await writeFile(
    controlsFile,
    await format(`{${rows.join(',')}}`, { ...(await resolveConfig(controlsFile)), parser: 'json' }),
  );
  const readme = join(folder, 'README.md');
  await writeFile(readme, await format(album(), { ...(await resolveConfig(readme)), parser: 'markdown' }));
});

/** A program with a problem on each side: a list of channels with one name twice, and a value that nothing uses. */
const withProblem = JSON.stringify({
  version: 1,
  blocks: {
    languageVersion: 0,
    blocks: [
      {
        type: 'device_register',
        id: 'register',
        x: 40,
        y: 48,
        inputs: { CHANNELS: { block: { type: 'device_channel_list', id: 'names', fields: { NAMES: 'ads\nads' } } } },
      },
    ],
  },
});

const views = [
  { name: '360', width: 360, height: 740, theme: 'light', hasTouch: true },
  { name: '768', width: 768, height: 1024, theme: 'dark', hasTouch: true },
  { name: '1280', width: 1280, height: 800, theme: 'light', hasTouch: false },
  { name: '1280-dark', width: 1280, height: 800, theme: 'dark', hasTouch: false },
  { name: '2560', width: 2560, height: 1440, theme: 'light', hasTouch: false },
] as const;

/** The states, in the order in which a visit goes through them. */
const states: Record<string, (playground: Playground, isNarrow: boolean) => Promise<void>> = {
  start: async () => {},
  run: async (playground, isNarrow) => {
    await playground.run();
    if (isNarrow) await playground.page.getByRole('tab', { name: 'Registrations' }).click();
    await expect.poll(async () => (await playground.registrations()).length, { timeout: 30_000 }).toBe(2);
  },
  problem: async (playground, isNarrow) => {
    const { page } = playground;
    if (isNarrow) await page.getByRole('tab', { name: 'Code' }).click();
    await playground.openFile('problem.json', withProblem);
    await page.getByText('Opened problem.json.').waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
  },
  palette: async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('dialog').waitFor();
  },
};

describe.each(views)('at $name', ({ name, width, height, theme, hasTouch }) => {
  test('the page looks as it did', { timeout: 180_000 }, async () => {
    const playground = await Playground.open(browser, inject('site'), {
      viewport: { width, height },
      colorScheme: theme,
      hasTouch,
      reducedMotion: 'reduce',
      timezoneId: 'UTC',
      locale: 'en-US',
      prepare: countIdentifiers,
    });
    try {
      await playground.page.clock.setFixedTime(moment);
      await playground.page.reload();
      await playground.waitUntilReady();
      expect(await playground.crowdedButtons('.header')).toEqual([]);
      const differences: string[] = [];
      for (const [state, reach] of Object.entries(states)) {
        await reach(playground, width < 720);
        const picture = await takePicture(playground.page);
        if (isUpdate) controls[`${name}-${state}`] = await controlsOn(playground.page);
        const { difference, missing } = await compare(`${name}-${state}`, picture);
        if (difference > tolerance) differences.push(`${name}-${state}: ${(100 * difference).toFixed(1)} % differs`);
        differences.push(...missing.map((control) => `${name}-${state}: ${control} is not to be seen`));
        if (name === '1280-dark' && state === 'start') expect(await unnoticed(playground.page)).toEqual([]);
      }
      expect(differences, `Look at ${foundFolder}. Is it meant to be so? Then UPDATE=1.`).toEqual([]);
      expect(playground.faults).toEqual([]);
    } finally {
      await playground.close();
    }
  });
});

/** Identifiers that are the same in every visit. Runs in the page before its scripts. */
function countIdentifiers(): void {
  let last = 0;
  crypto.randomUUID = () => {
    last += 1;
    return `a1b2c3d4-0000-4000-8000-${String(last).padStart(12, '0')}` as const;
  };
}

/** The picture of the page when nothing on it moves any more. */
async function takePicture(page: Page): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // Nothing answers to the pointer there.
  await page.mouse.move(0, 0);
  let last = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await expect
    .poll(
      async () => {
        const next = await page.screenshot({ animations: 'disabled', caret: 'hide' });
        const isStill = next.equals(last);
        last = next;
        return isStill;
      },
      { timeout: 20_000, interval: 150 },
    )
    .toBe(true);
  return last;
}

/** The small controls that nobody would miss in the picture at the start: each is taken away, and should be missed. */
async function unnoticed(page: Page): Promise<string[]> {
  const small = ['#zoom-out', '#zoom-in', '#fit', '#theme', '#undo', '#pause', '#speed', '#registrations-menu'];
  const kept = PNG.sync.read(await takePicture(page));
  const boxes = await controlsOn(page);
  const hidden: string[] = [];
  for (const selector of small) {
    const control = page.locator(selector);
    await control.evaluate((element) => (element.style.visibility = 'hidden'));
    const found = PNG.sync.read(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
    await control.evaluate((element) => element.style.removeProperty('visibility'));
    if (missingControls(boxes, kept, found).length !== 1) hidden.push(selector);
  }
  return hidden;
}

/** How far a picture is from the one that is kept, and which controls it lacks; with UPDATE, it is kept from now on. */
async function compare(name: string, picture: Buffer): Promise<{ difference: number; missing: string[] }> {
  const file = join(folder, `${name}.png`);
  await writeFile(join(foundFolder, `${name}.png`), picture);
  const kept = existsSync(file) ? PNG.sync.read(await readFile(file)) : undefined;
  const found = PNG.sync.read(picture);
  const difference = kept ? differenceOf(kept, found) : 1;
  const boxes = controls[name] ?? [];
  if (!isUpdate) {
    const isOfOneSize = kept?.width === found.width && kept.height === found.height;
    return { difference, missing: isOfOneSize ? missingControls(boxes, kept, found) : [] };
  }
  // What no eye tells apart is no change to the repository.
  if (difference > 0) await writeFile(file, picture);
  return { difference: 0, missing: [] };
}

/** All of them on a page to leaf through. */
function album(): string {
  const names = Object.keys(states);
  const rows = views.map(
    ({ name, width, theme }) =>
      `| ${width}, ${theme} | ${names.map((state) => `![${state}](${name}-${state}.png)`).join(' | ')} |`,
  );
  return [
    '# Pictures of the page',
    '',
    'What `test/browser/pictures.test.ts` compares the page with, in every run. `UPDATE=1` takes them anew.',
    '',
    `| pixels | ${names.join(' | ')} |`,
    `| --- |${' --- |'.repeat(names.length)}`,
    ...rows,
    '',
  ].join('\n');
}
