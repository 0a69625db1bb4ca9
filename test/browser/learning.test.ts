/** Exports, examples, the tour, help, and finding things, with mouse and keyboard. */
import { readFileSync } from 'node:fs';
import { unzipSync, strFromU8 } from 'fflate';
import type { Download, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { differingPixels } from './pixels.ts';
import type { Playground } from './playground-page.ts';
import { eventually, preparePages, type PageOptions } from './playground-tests.ts';

const openPage = preparePages();
let playground: Playground;

const open = async (options?: PageOptions): Promise<Playground> => {
  playground = await openPage(options);
  return playground;
};

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id ?? '');

/** Chooses a line of the menu under a button. */
async function choose(page: Page, button: string, line: string): Promise<void> {
  await page.locator(`#${button}`).click();
  await page.getByRole('menuitem', { name: line }).click();
}

async function exported(page: Page, line: string): Promise<{ name: string; data: Buffer }> {
  const [download]: [Download, void] = await Promise.all([page.waitForEvent('download'), choose(page, 'export', line)]);
  return { name: download.suggestedFilename(), data: readFileSync(await download.path()) };
}

describe('exports', () => {
  test('options are shown at once, hold for every export, and are remembered', async () => {
    const { page } = await open();
    await choose(page, 'export', 'Export options');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByLabel('Name of the function').fill('subscribe to all');
    await eventually(() => dialog.locator('.export-head').innerText()).toContain('async function subscribeToAll(');
    expect(await playground.accessibilityFaults()).toEqual([]);
    await dialog.getByLabel('A script that runs by itself').check();
    await eventually(() => dialog.locator('.export-head').innerText()).toContain('\nconst registration = await');
    await dialog.getByLabel('A function for your own code to call').check();
    await page.keyboard.press('Escape');
    await eventually(() => playground.code()).toContain('function subscribeToAll(');
    await page.reload();
    await playground.waitUntilReady();
    await eventually(() => playground.code()).toContain('function subscribeToAll(');
    expect((await playground.exportedFile()).text).toContain('function subscribeToAll(');
  });

  test('a project has the code that is shown, and the program itself', async () => {
    const { page } = await open();
    const { name, data } = await exported(page, 'Project as .zip');
    expect(name).toBe('My-first-program.zip');
    const files = unzipSync(data);
    const text = (path: string): string => strFromU8(files[`My-first-program/${path}`] ?? new Uint8Array());
    expect(text('src/program.ts').trimEnd()).toBe((await playground.code()).trimEnd());
    expect(JSON.parse(text('program.json'))).toEqual(await playground.savedProgram());
    expect(JSON.parse(text('package.json'))).toMatchObject({ dependencies: { backendless: '8.0.0' } });
  });

  test.each(['light', 'dark'] as const)('pictures look like the workspace, %s', async (colorScheme) => {
    const { page } = await open({ colorScheme });
    const drawing = await exported(page, 'SVG');
    const svg = drawing.data.toString();
    // Nothing that is fetched, and nothing that runs.
    expect(svg.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|<script|<foreignObject|<style|\son\w+=/,
    );
    const picture = await exported(page, 'PNG');

    // The workspace at the size of the picture, with nothing over it.
    await page.evaluate(() => {
      const hide = document.createElement('style');
      hide.textContent = `.blocklyTrash, .blocklyScrollbarHandle, .blocklyToolbox, .view-controls, .notices,
        #workspace pattern * { visibility: hidden !important; }`;
      document.head.append(hide);
    });
    const workspace = await playground.block('keep-registration').boundingBox();
    const scale = await page.evaluate(() => {
      const canvas = document.querySelector('[data-id="keep-registration"]')?.parentElement;
      return Number(/scale\(([\d.]+)\)/.exec(canvas?.getAttribute('transform') ?? '')?.[1]);
    });
    if (!workspace) throw new Error('There are no blocks.');
    const shot = await page.screenshot({ clip: workspace });

    const show = async (source: string): Promise<Buffer> => {
      const blank = await page.context().newPage();
      try {
        await blank.setViewportSize({ width: 1280, height: 800 });
        const size = await blank.evaluate(async (src) => {
          const image = new Image();
          image.src = src;
          await image.decode();
          document.body.style.margin = '0';
          document.body.append(image);
          return { width: image.naturalWidth, height: image.naturalHeight };
        }, source);
        const factor = source.includes('image/png') ? scale / 2 : scale;
        await blank.evaluate(
          ([width]) => {
            const image = document.querySelector('img');
            if (image) image.style.width = `${width}px`;
          },
          [size.width * factor],
        );
        // The picture has a margin of 16 around the blocks.
        const clip = { x: 16 * scale, y: 16 * scale, width: workspace.width, height: workspace.height };
        return await blank.screenshot({ clip });
      } finally {
        await blank.close();
      }
    };
    for (const source of [
      `data:image/svg+xml;base64,${drawing.data.toString('base64')}`,
      `data:image/png;base64,${picture.data.toString('base64')}`,
    ]) {
      expect(differingPixels(shot, await show(source))).toBeLessThan(0.04);
    }
  });

  test('a picture holds the whole program and hostile texts as texts', async () => {
    const { page } = await open();
    await playground.openProgram('text-hostile');
    const { data } = await exported(page, 'SVG');
    const read = await page.evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
      return { error: parsed.querySelector('parsererror') !== null, text: parsed.documentElement.textContent ?? '' };
    }, data.toString());
    expect(read.error).toBe(false);
    expect(read.text).toContain('</script>');
  });
});

describe('learning', () => {
  test('an example is chosen from the gallery, with its picture, and opens as a program of its own', async () => {
    const { page } = await open();
    await choose(page, 'learn', 'Examples');
    const dialog = page.getByRole('dialog', { name: 'Examples' });
    await dialog.getByRole('img', { name: 'The blocks of “Hello, console”' }).waitFor();
    expect(await dialog.getByRole('listitem').count()).toBeGreaterThanOrEqual(12);
    expect(await playground.accessibilityFaults()).toEqual([]);
    await dialog.getByRole('button', { name: 'Open Try again' }).click();
    await eventually(() => page.locator('.program-name-text').innerText()).toBe('Try again');
    await eventually(() => playground.code()).toContain('catch');
    await playground.run();
    await eventually(() => playground.registrations()).toHaveLength(1);
  });

  test('the tour is taken by keyboard, points at real parts, and can be left', async () => {
    const { page } = await open();
    await page.locator('#learn').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const card = page.getByRole('dialog', { name: 'Take blocks from here' });
    await card.waitFor();
    expect(await playground.accessibilityFaults()).toEqual([]);
    const titles = new Set<string>();
    for (let step = 0; step < 8; step += 1) {
      titles.add(await page.locator('.tour-title').innerText());
      const ring = await page.locator('.tour-ring').boundingBox();
      expect(ring && ring.width > 20 && ring.height > 20).toBe(true);
      await page.keyboard.press('Enter');
    }
    expect(titles.size).toBe(8);
    await eventually(() => page.locator('.tour-card').count()).toBe(0);
    expect(await focused(page)).toBe('learn');
    expect(await page.locator('#learn').getAttribute('data-new')).toBeNull();

    await choose(page, 'learn', 'Take the tour');
    await card.waitFor();
    // The page can be used meanwhile.
    await playground.button('Run').click();
    await eventually(() => playground.registrations()).toHaveLength(2);
    await page.keyboard.press('Escape');
    await eventually(() => page.locator('.tour-card').count()).toBe(0);
  });

  test('help is had by F1 and from the menu of a block, with errors and a plain link', async () => {
    const { page } = await open();
    await playground.block('register-device').locator('text', { hasText: 'Register Device' }).first().click();
    await page.locator('[data-id="register-device"].blocklySelected').waitFor();
    await page.keyboard.press('F1');
    const dialog = page.getByRole('dialog', { name: 'Help: Register Device' });
    await dialog.waitFor();
    const text = await dialog.innerText();
    for (const part of ['device token', 'channel name', 'expiration', '5004', '8000', 'registrationId']) {
      expect(text).toContain(part);
    }
    const link = dialog.getByRole('link');
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await playground.accessibilityFaults()).toEqual([]);
    await page.keyboard.press('Escape');

    await playground
      .block('print-map')
      .locator('path')
      .first()
      .click({ button: 'right', position: { x: 12, y: 6 } });
    await page.getByRole('menuitem', { name: 'Help' }).click();
    await page.getByRole('dialog', { name: /^Help: print/ }).waitFor();
  });
});

describe('finding', () => {
  test('the palette has every button and menu of the page, finds by a few letters, and remembers', async () => {
    const { page } = await open();
    await page.locator('.blocklyMainBackground').click({ position: { x: 420, y: 420 } });
    await page.keyboard.press('ControlOrMeta+k');
    const field = page.getByRole('combobox', { name: 'Find an action' });
    await field.waitFor();
    const options = page.getByRole('listbox', { name: 'Actions' }).getByRole('option');
    const labels = (await options.allInnerTexts()).map((text) => text.split('\n')[0]);
    for (const label of [
      'Undo',
      'Run',
      'Save',
      'New program',
      'Theme: Dark',
      'Examples …',
      'Project as .zip',
      'Larger',
    ]) {
      expect(labels).toContain(label);
    }
    expect(await playground.accessibilityFaults()).toEqual([]);
    await page.keyboard.type('thdark');
    await eventually(() => options.first().innerText()).toBe('Theme: Dark');
    expect(await field.getAttribute('aria-activedescendant')).toBe('palette-0');
    await page.keyboard.press('Enter');
    await eventually(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.keyboard.press('ControlOrMeta+k');
    await eventually(() => options.first().innerText()).toBe('Theme: Dark');
    await page.keyboard.type('qqqq');
    await page.getByText('There is no such action.').waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => page.getByRole('combobox').count()).toBe(0);
  });

  test('blocks are found by what is on them, one after the other, and Escape leads to the block', async () => {
    const { page } = await open();
    await page.locator('.blocklyMainBackground').click({ position: { x: 420, y: 420 } });
    await page.keyboard.press('ControlOrMeta+f');
    const field = page.getByRole('textbox', { name: 'Find in the blocks' });
    await field.waitFor();
    await page.keyboard.type('registration');
    const count = page.locator('.block-search-count');
    await eventually(() => count.innerText()).toMatch(/^1 of [2-9]$/);
    expect(await playground.accessibilityFaults()).toEqual([]);
    await page.keyboard.press('Enter');
    await eventually(() => count.innerText()).toMatch(/^2 of/);
    await page.keyboard.press('Shift+Enter');
    await eventually(() => count.innerText()).toMatch(/^1 of/);
    await page.locator('.found-block.blocklyHighlighted').first().waitFor();
    await field.fill('no such words');
    await eventually(() => count.innerText()).toBe('No block');
    await field.fill('print');
    await eventually(() => count.innerText()).toBe('1 of 1');
    await page.keyboard.press('Escape');
    await page.locator('[data-id="print-map"].blocklySelected').waitFor();
    expect(await page.locator('.found-block').count()).toBe(0);
  });

  test('the keys are listed', async () => {
    const { page } = await open();
    await choose(page, 'learn', 'Keyboard shortcuts');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.getByText('Find an action').waitFor();
    expect(await playground.accessibilityFaults()).toEqual([]);
  });
});
