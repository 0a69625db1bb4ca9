/** The page by keyboard, at the width of a phone, and what a screen reader has of it. */
import type { Locator } from 'playwright';
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
    const expectWhole = async (names: string[]): Promise<void> => {
      for (const name of names) {
        const box = await playground.button(name).boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= 360 && box.height >= 40, name).toBe(true);
      }
    };
    await expectWhole(['Learn', 'More', 'Run', 'Stop', 'Pause', 'Step', 'Undo', 'Redo']);
    const more = playground.button('More');
    await more.tap();
    await expectWhole(['Open', 'Save', 'Export', 'Find an action', 'Language', 'Theme']);
    // What is in it does what it does elsewhere: a menu opens beside it, and what is chosen closes both.
    await playground.button('Theme').tap();
    await page.getByRole('menuitemradio', { name: 'Dark' }).tap();
    await eventually(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    expect(await playground.button('Theme').isVisible()).toBe(false);
    expect(await more.getAttribute('aria-expanded')).toBe('false');
    await more.tap();
    await playground.button('Find an action').tap();
    await page.keyboard.press('Escape');
    expect(await more.evaluate((button) => button.matches(':focus'))).toBe(true);
    await playground.button('Run').tap();
    await eventually(() => playground.console.innerText()).toMatch(new RegExp(`ads: "${ID}"`));
    await page.getByRole('tab', { name: 'Registrations' }).tap();
    await eventually(() => playground.registrations()).toHaveLength(2);
    await page.getByRole('tab', { name: 'Code' }).tap();
    expect(await playground.code()).toContain('["ads", "discount"]');
    expect(await page.getByRole('region', { name: 'Blocks', exact: true }).isVisible()).toBe(false);

    // Beside a long name, and in letters twice as large, on a wide page too.
    await playground.openFile('the registrations of every device that we have.json', '{"version": 1}');
    await page.getByText('Opened the registrations').waitFor();
    expect(await playground.crowdedButtons('.header')).toEqual([]);
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await playground.crowdedButtons('.header')).toEqual([]);
    await page.setViewportSize({ width: 1200, height: 800 });
    await page.locator('#pane-registrations').waitFor();
    expect(await playground.crowdedButtons('.header')).toEqual([]);
    expect(await playground.crowdedButtons('#pane-registrations .panel-head')).toEqual([]);
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));

    // On its side, too: one pane, which has most of the height, and a panel that scrolls.
    await page.setViewportSize({ width: 740, height: 360 });
    await eventually(async () => (await page.locator('#pane-code').boundingBox())?.height).toBeGreaterThan(280);
    expect(await page.locator('.pane').filter({ visible: true }).count()).toBe(1);
    const tabs = await page.getByRole('tablist', { name: 'Panes' }).boundingBox();
    // One above the other, which the keys know.
    await page.getByRole('tab', { name: 'Code' }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#tab-console[aria-selected=true]:focus').count()).toBe(1);
    expect(tabs && tabs.x > 600 && tabs.x + tabs.width <= 740 && tabs.y + tabs.height <= 360).toBe(true);
    await more.tap();
    await playground.button('Theme').tap();
    const menu = await page.getByRole('menu').boundingBox();
    expect(menu && menu.y >= 0 && menu.y + menu.height <= 360).toBe(true);
  });

  test('a block is dragged by touch from the toolbox, moved, joined to another, pulled off and deleted', async () => {
    const { page } = await open(phone);
    const touch = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: { x: number; y: number }[]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    /** As a finger does: one place after the other, none of them faster than the page can draw. */
    const drag = async (from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> => {
      await send('touchStart', from);
      for (let step = 1; step <= 12; step += 1) {
        const [x, y] = [from.x + ((to.x - from.x) * step) / 12, from.y + ((to.y - from.y) * step) / 12];
        await send('touchMove', { x, y });
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      }
      await send('touchEnd');
    };
    const boxOf = async (locator: Locator) => {
      const box = await locator.boundingBox();
      if (!box) throw new Error('It is not to be seen.');
      return box;
    };
    /** A place near the left edge of a block; around one that is selected there is light. */
    const edgeOf = async (block: Locator): Promise<{ x: number; y: number }> => {
      const { x, y, height } = await boxOf(block);
      return { x: x + 12, y: y + height / 2 };
    };
    await page.getByRole('treeitem', { name: 'Console' }).tap();
    await drag(await edgeOf(page.getByRole('option', { name: /^print/ }).first()), { x: 190, y: 520 });
    const taken = page.locator('.blocklyBlockCanvas .blocklySelected[data-id]');
    await eventually(() => taken.count()).toBe(1);
    const id = (await taken.getAttribute('data-id')) ?? '';
    // The list of blocks keeps one of the same ID, out of sight.
    const shape = page.locator(`[data-id="${id}"] > .blocklyPath`).filter({ visible: true });

    const above = await boxOf(playground.block('print-map').locator('> .blocklyPath'));
    const before = await boxOf(shape);
    const at = await edgeOf(shape);
    await drag(at, { x: at.x + above.x - before.x + 4, y: at.y + above.y + above.height - before.y + 2 });
    await eventually(() => playground.savedProgram()).toMatchObject({
      blocks: { blocks: [{ next: { block: { id: 'print-map', next: { block: { id } } } } }] },
    });

    const joined = await edgeOf(shape);
    await drag(joined, { x: joined.x + 20, y: joined.y + 170 });
    await eventually(() => playground.savedProgram()).toMatchObject({ blocks: { blocks: [{}, { id }] } });
    const can = await boxOf(page.locator('.blocklyTrash'));
    await drag(await edgeOf(shape), { x: can.x + can.width / 2, y: can.y + can.height / 2 });
    await eventually(() => shape.count()).toBe(0);
    const { blocks } = JSON.parse(await playground.savedFile());
    expect(blocks.blocks).toHaveLength(1);
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
    await playground.button('More').click();
    expect(await playground.accessibilityFaults(), 'More').toEqual([]);
    await page.setViewportSize({ width: 740, height: 360 });
    expect(await playground.accessibilityFaults(), 'More, on its side').toEqual([]);
  });
});
