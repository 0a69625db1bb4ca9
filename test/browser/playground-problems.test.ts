/** Problems: marked on both sides, mended by mouse and keyboard; and the ways between the code and its blocks. */
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { Playground } from './playground-page.ts';
import { eventually } from './playground-tests.ts';

let browser: Browser;
let playground: Playground;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  playground = await Playground.open(browser, inject('site'));
  page = playground.page;
});

afterAll(async () => {
  await browser?.close();
});

/** Three things are wrong with it. */
const program = {
  version: 1,
  blocks: {
    blocks: [
      {
        type: 'device_register',
        id: 'register',
        x: 24,
        y: 24,
        inputs: {
          DEVICE_TOKEN: { block: { type: 'text', id: 'token', fields: { TEXT: 'f3a9' } } },
          CHANNELS: { shadow: { type: 'device_channel_list', id: 'names', fields: { NAMES: 'ads\nnews\nads' } } },
          EXPIRATION: {
            block: {
              type: 'date_from_now',
              id: 'past',
              fields: { UNIT: 'DAYS' },
              inputs: { AMOUNT: { shadow: { type: 'math_number', id: 'days', fields: { NUM: -2 } } } },
            },
          },
        },
      },
    ],
  },
};

beforeEach(async () => {
  await playground.openFile('wrong.json', JSON.stringify(program));
  await eventually(() => playground.code()).toContain('daysFromNow(-2)');
});

afterEach(() => {
  expect(playground.faults.splice(0)).toEqual([]);
});

const marked = (): Promise<string[]> => page.locator('.cm-problem').allTextContents();
const toggle = () => page.locator('#problems-toggle');
const focused = (): Promise<string> =>
  page.evaluate(() => (document.activeElement?.textContent ?? '').replace(/\s+/g, ' ').trim());
const code = () => page.getByRole('textbox', { name: 'Generated TypeScript' });

test('are marked in the code and on the blocks, and mended in the list, the tip and the menu, each as one step', async () => {
  await eventually(marked).toEqual(['"f3a9"', '["ads", "news"]', 'daysFromNow(-2)']);
  expect(await page.locator('.cm-line-warning').count()).toBeGreaterThan(0);
  expect(await playground.block('register').locator('.blocklyWarningIcon').count()).toBeGreaterThan(0);
  await eventually(() => toggle().innerText()).toContain('3 warnings');

  // In the list.
  await toggle().click();
  await playground.button('Use the device token block').click();
  await eventually(() => playground.code()).toContain('registerDevice(\n    deviceToken,');
  await eventually(() => toggle().innerText()).toContain('2 warnings');
  await playground.button('Undo').click();
  await eventually(() => playground.code()).toContain('"f3a9"');
  expect(await playground.savedProgram()).toMatchObject({ blocks: { blocks: [{ id: 'register' }] } });

  // In the tip on the code.
  await page.locator('.cm-problem', { hasText: 'daysFromNow' }).hover();
  const tip = page.getByRole('group', { name: 'Problem' });
  await tip.getByText('already passed').waitFor();
  expect(await playground.accessibilityFaults()).toEqual([]);
  await tip.getByRole('button', { name: 'Let it expire one day from now' }).click();
  await eventually(() => playground.code()).toContain('daysFromNow(1)');
  await playground.button('Undo').click();
  await eventually(() => playground.code()).toContain('daysFromNow(-2)');

  // In the menu of the block, where those of its shadow blocks are too.
  await playground.block('register').locator('text', { hasText: 'Register Device' }).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Remove the duplicate channel' }).click();
  await eventually(() => playground.savedProgram()).toMatchObject({
    blocks: { blocks: [{ inputs: { CHANNELS: { shadow: { fields: { NAMES: 'ads\nnews' } } } } }] },
  });
  await eventually(marked).toEqual(['"f3a9"', 'daysFromNow(-2)']);
});

test('are found and mended by keyboard: in the code, and in the list', async () => {
  await code().click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('F2');
  await page.locator('[data-id="register"].blocklyHighlighted, [data-id="token"].blocklyHighlighted').waitFor();
  await page.keyboard.press('ControlOrMeta+.');
  await eventually(focused).toBe('Use the device token block');
  await page.keyboard.press('Escape');
  expect(await page.locator('.cm-problem-tip').count()).toBe(0);
  await page.keyboard.press('Shift+F2');
  await page.keyboard.press('ControlOrMeta+.');
  await eventually(focused).toBe('Let it expire one day from now');
  await page.keyboard.press('Enter');
  await eventually(() => playground.code()).toContain('daysFromNow(1)');
  expect(await code().evaluate((element) => element === document.activeElement)).toBe(true);

  // The list opens by key; what was mended there leaves the focus on what comes next, in the end on the line itself.
  await toggle().focus();
  if ((await toggle().getAttribute('aria-expanded')) === 'false') await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const first = await focused();
  expect(['Use the device token block', 'Remove the duplicate channel']).toContain(first);
  await page.keyboard.press('Enter');
  await eventually(() => toggle().innerText()).toContain('1 warning');
  await eventually(focused).toMatch(first.startsWith('Use') ? /more than once/ : /belongs to one device/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await eventually(() => toggle().innerText()).toContain('No problems');
  await eventually(() => toggle().evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await marked()).toEqual([]);
});

test('a key leads from the code to its block and back, and the pointer lights both up', async () => {
  await code().getByText('"f3a9"').click();
  await page.keyboard.press('Enter');
  await page.locator('[data-id="token"].blocklySelected').waitFor();
  await page.keyboard.press('g');
  await eventually(() => code().evaluate((element) => element === document.activeElement)).toBe(true);
  await eventually(() => page.locator('.cm-lit').allTextContents()).toEqual(['"f3a9"']);
  await page.keyboard.press('Enter');
  await page.locator('[data-id="token"].blocklySelected').waitFor();

  await code().getByText('daysFromNow').first().hover();
  await page.locator('[data-id="past"].cpb-hovered').waitFor();
  const [shown, meant] = [
    await page.locator('.cm-hovered').boundingBox(),
    await page.locator('.cm-problem', { hasText: 'daysFromNow' }).boundingBox(),
  ];
  expect(Math.abs((shown?.width ?? 0) - (meant?.width ?? 1_000))).toBeLessThan(4);
  await page.getByRole('region', { name: 'Output' }).hover();
  await eventually(() => page.locator('.cpb-hovered, .cm-hovered').count()).toBe(0);
});
