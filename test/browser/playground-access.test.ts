/** The page by keyboard, at the width of a phone, and what a screen reader has of it. */
import { describe, expect, test } from 'vitest';
import { ID, type Playground } from './playground-page.ts';
import { eventually, preparePages, type PageOptions } from './playground-tests.ts';

const openPage = preparePages();
let playground: Playground;

const open = async (options?: PageOptions): Promise<Playground> => {
  playground = await openPage(options);
  return playground;
};

describe('by keyboard', () => {
  test('everything on the page is reached, starting with a link to the blocks', async () => {
    const { page } = await open();
    const seen = new Set<string>();
    for (let count = 0; count < 40; count += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const element = document.activeElement;
        return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
      });
      seen.add(name);
    }
    expect([...seen][0]).toBe('Skip to the blocks');
    for (const name of [
      'Undo',
      'Redo',
      'Open',
      'Save',
      'Export',
      'Run',
      'Theme',
      'Search blocks',
      'Generated TypeScript',
    ]) {
      expect(seen).toContain(name);
    }
    for (const name of [
      'Width of the blocks',
      'Height of the code',
      'Size of the console',
      'Console',
      'Registrations',
    ]) {
      expect(seen).toContain(name);
    }
    await page.getByRole('link', { name: 'Skip to the blocks' }).focus();
    await page.keyboard.press('Enter');
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('stack');
  });

  test('a menu opens, is walked through and closes, and the focus comes back', async () => {
    const { page } = await open();
    await playground.button('Export').focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('menuitem', { name: 'Copy TypeScript' }).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Download .ts file');
    await page.keyboard.press('Escape');
    await eventually(() => page.getByRole('menu').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('export');
  });

  test('Control and Enter run the program', async () => {
    const { page } = await open();
    await page.getByRole('textbox', { name: 'Generated TypeScript' }).focus();
    await page.keyboard.press('ControlOrMeta+Enter');
    await eventually(() => playground.registrations()).toHaveLength(2);
  });
});

describe('at the width of a phone', () => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

  test('panes are tabs, nothing is cut off, and Run shows the console', async () => {
    const { page } = await open(phone);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    for (const name of ['Undo', 'Redo', 'Open', 'Save', 'Export', 'Run', 'Stop', 'Theme']) {
      const box = await playground.button(name).boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 360, name).toBe(true);
    }
    await playground.button('Run').tap();
    await eventually(() => playground.console.innerText()).toMatch(new RegExp(`ads: "${ID}"`));
    await page.getByRole('tab', { name: 'Registrations' }).tap();
    await eventually(() => playground.registrations()).toHaveLength(2);
    await page.getByRole('tab', { name: 'Code' }).tap();
    expect(await playground.code()).toContain('["ads", "discount"]');
    expect(await page.getByRole('region', { name: 'Blocks', exact: true }).isVisible()).toBe(false);
  });

  test('blocks are dragged by touch', async () => {
    const { page } = await open(phone);
    const box = await playground.block('print-map').locator('text', { hasText: 'print' }).first().boundingBox();
    if (!box) throw new Error('The block is not to be seen.');
    const start = { x: box.x + box.width / 2, y: box.y + box.height + 8 };
    const touch = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number): Promise<unknown> =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
    await send('touchStart', start.x, start.y);
    for (let step = 1; step <= 10; step += 1) await send('touchMove', start.x, start.y + step * 15);
    await send('touchEnd', 0, 0);
    // Pulled off the block above, it is one of its own.
    await eventually(() => playground.savedProgram()).toMatchObject({
      blocks: { blocks: [{ id: 'keep-registration' }, { id: 'print-map' }] },
    });
  });
});

describe.each(['light', 'dark'] as const)('accessibility, %s', (colorScheme) => {
  test('nothing to complain of: at first, with a menu open, after a run', async () => {
    const { page } = await open({ colorScheme });
    expect(await playground.accessibilityFaults()).toEqual([]);
    await playground.button('Export').click();
    await page.getByRole('menuitem', { name: 'Copy TypeScript' }).waitFor();
    expect(await playground.accessibilityFaults()).toEqual([]);
    await page.keyboard.press('Escape');
    await playground.run();
    await eventually(() => playground.registrations()).toHaveLength(2);
    expect(await playground.accessibilityFaults()).toEqual([]);
  });

  test('nor with problems, an error and a message', async () => {
    const { page } = await open({ colorScheme });
    await playground.openProgram('register-channel-with-comma');
    await playground.run();
    await playground.openFile('broken.json', '{');
    await page.getByRole('alert').waitFor();
    expect(await playground.accessibilityFaults()).toEqual([]);
  });

  test('nor with faults on, their dialog, and an offer to undo', async () => {
    const { page } = await open({ colorScheme });
    await playground.makeFail({ failure: 'The answer is lost after the write' });
    await playground.run();
    await playground.makeFail({ failure: 'Server error 500', delay: '2 s slower' });
    await playground.chooseInRegistrations('Reset');
    await playground.button('Undo').last().waitFor();
    expect(await playground.accessibilityFaults()).toEqual([]);
    await playground.button('Change').click();
    await page.getByRole('dialog').waitFor();
    expect(await playground.accessibilityFaults()).toEqual([]);
  });

  test('nor on a phone, in any pane', async () => {
    const { page } = await open({ colorScheme, viewport: { width: 360, height: 740 }, hasTouch: true });
    await playground.run();
    await page.getByRole('tab', { name: 'Registrations' }).click();
    await playground.makeFail({ failure: 'No network', delay: '10 s slower' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    for (const name of ['Blocks', 'Code', 'Console', 'Registrations']) {
      await page.getByRole('tab', { name }).click();
      expect(await playground.accessibilityFaults(), name).toEqual([]);
    }
  });
});
