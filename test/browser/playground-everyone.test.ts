/** The page for everyone: by keyboard alone, read aloud, without motion. */
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { ID, type Playground } from './playground-page.ts';
import { eventually, preparePages, type PageOptions } from './playground-tests.ts';

const openPage = preparePages();
let playground: Playground;

const open = async (options?: PageOptions): Promise<Playground> => {
  playground = await openPage(options);
  return playground;
};

/** The name of what has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim().replace(/\s+/g, ' ') ?? '';
  });

/** Chooses an action by its letters. */
async function act(page: Page, letters: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Find an action' }).waitFor();
  await page.keyboard.type(letters);
  await page.keyboard.press('Enter');
  await eventually(() => page.getByRole('combobox', { name: 'Find an action' }).count()).toBe(0);
}

/** Takes a block that the search of the toolbox finds, the one at that place of the list, which a key leads into. */
async function take(page: Page, words: string, place: number, key: 'Enter' | 'ArrowDown'): Promise<void> {
  await page.keyboard.press('t');
  await eventually(() => focused(page)).toBe('Search blocks');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(words);
  await page.keyboard.press(key);
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('option');
  for (let step = 0; step < place; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('figure');
}

test('the example is built from an empty workspace and run, by keyboard alone', async () => {
  const { page } = await open();
  await act(page, 'new program');
  await eventually(() => playground.code()).toContain('function main(): Promise<void> {}');

  const invitation = page.getByText('Your program begins here');
  await invitation.waitFor();
  expect(await playground.accessibilityFaults(['#pane-blocks'])).toEqual([]);
  // One goes on in the blocks at once.
  await eventually(() => focused(page)).toContain('0 stacks of blocks');
  await take(page, 'print', 1, 'Enter');
  await page.keyboard.press('Enter');
  await eventually(() => playground.code()).toContain('console.log(');
  expect(await invitation.count()).toBe(0);
  // Of the two, the one that gives its result. With the arrow keys it goes from place to place, into the print block.
  await take(page, 'register', 1, 'ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await eventually(() => playground.code()).toContain('console.log(await registerDevice(deviceToken, [');

  // Into the list of channels, and into its field.
  for (let step = 0; step < 8 && !(await focused(page)).startsWith('Edit channel names'); step += 1) {
    await page.keyboard.press('ArrowRight');
  }
  const write = async (...lines: string[]): Promise<void> => {
    // The keyboard is back on the field a moment after the code is.
    await eventually(() => focused(page)).toContain('Edit channel names');
    await page.keyboard.press('Enter');
    await page.locator('textarea.blocklyHtmlInput').waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    for (const [index, line] of lines.entries()) {
      if (index > 0) await page.keyboard.press('Enter');
      await page.keyboard.type(line);
    }
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.locator('textarea.blocklyHtmlInput').waitFor({ state: 'detached' });
  };
  await write('ads');
  await eventually(() => playground.code()).toContain('registerDevice(deviceToken, ["ads"])');
  await write('ads', 'discount');
  await eventually(() => playground.code()).toContain('registerDevice(deviceToken, ["ads", "discount"])');

  // From the block that the keyboard is on, whose menu has keys of its own.
  await page.keyboard.press('ControlOrMeta+Enter');
  await eventually(() => playground.console.innerText()).toMatch(new RegExp(`ads: "${ID}", discount: "${ID}"`));
  await eventually(() => playground.registrations()).toHaveLength(2);
  expect(await page.getByRole('menu').count()).toBe(0);
});

test('nothing is wrong for assistive technology with anything open, in light, dark and high contrast', async () => {
  const { page } = await open();
  const check = async (state: string): Promise<void> => {
    expect([
      state,
      ...(await playground.accessibilityFaults(['#workspace', '.blocklyWidgetDiv', '.blocklyDropDownDiv'])),
    ]).toEqual([state]);
  };
  const corner = { position: { x: 12, y: 6 } } as const;
  for (const theme of ['Light', 'Dark', 'High contrast']) {
    await playground.button('Theme').click();
    await page.getByRole('menuitemradio', { name: theme }).click();
    await page.getByRole('treeitem', { name: 'Device', exact: true }).click();
    await page
      .getByRole('option', { name: /^Register Device/ })
      .first()
      .waitFor();
    await check(`${theme}: toolbox`);
    await page.keyboard.press('Escape');
    await playground
      .block('print-map')
      .locator('path')
      .first()
      .click({ button: 'right', ...corner });
    await page.getByRole('menuitem', { name: 'Help' }).waitFor();
    await check(`${theme}: menu of a block`);
    await page.keyboard.press('Escape');
  }
  await playground.block('print-map').locator('text', { hasText: 'print' }).first().click();
  await page.getByRole('option', { name: 'warn' }).waitFor();
  await check('list of a field');
  await page.keyboard.press('Escape');
  await playground.block('channel-names').locator('text').first().click();
  await page.getByRole('textbox', { name: 'channel names, one a line' }).waitFor();
  await check('field of channels');
  await page.keyboard.press('Escape');
  await page.locator('.cpbToolboxSearch').fill('print');
  await page
    .getByRole('option', { name: /^print/ })
    .first()
    .waitFor();
  await check('search in the toolbox');
}, 120_000);

test('nothing moves for those who want no motion', async () => {
  const { page } = await open({ reducedMotion: 'reduce' });
  const moving = (): Promise<string[]> =>
    page.evaluate(() =>
      document.getAnimations().flatMap((animation) => {
        const timing = animation.effect?.getComputedTiming();
        return Number(timing?.duration) * (timing?.iterations ?? 1) > 20 ? [`${String(timing?.duration)} ms`] : [];
      }),
    );
  await playground.button('Step').click();
  await page.getByRole('status').getByText('Paused').waitFor();
  expect(await moving()).toEqual([]);
  await playground.button('Stop').click();
  await playground.button('Theme').click();
  expect(await moving()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Find an action' }).waitFor();
  expect(await moving()).toEqual([]);

  // In colours that the system forces, one sees which line is chosen, too.
  await page.emulateMedia({ forcedColors: 'active' });
  const lines = page.getByRole('listbox', { name: 'Actions' });
  const atFirst = await lines.screenshot();
  await page.keyboard.press('ArrowDown');
  expect((await lines.screenshot()).equals(atFirst)).toBe(false);
  await page.emulateMedia({ forcedColors: 'none' });
  // The keys of the list are those of the field: Tab does not lead into it, though it scrolls.
  await page.keyboard.press('Tab');
  expect(await lines.evaluate((list) => list === document.activeElement)).toBe(false);
  await page.getByRole('combobox', { name: 'Find an action' }).focus();

  // What one chose last is first there, in another language too.
  await page.keyboard.type('fault');
  await page.keyboard.press('Escape');
  await act(page, 'show all blocks');
  await act(page, 'language: deutsch');
  await eventually(() => page.locator('html').getAttribute('lang')).toBe('de');
  await playground.waitUntilReady();
  await page.keyboard.press('ControlOrMeta+k');
  const first = page.getByRole('option').first();
  await eventually(() => first.innerText()).toContain('Deutsch');
  await eventually(() => page.getByRole('option').nth(1).innerText()).toBe('Alle Bausteine anzeigen');
});

test('the key of an app of one’s own is in no link, no program and no export', async () => {
  const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  const secrets = ['0A1B2C3D-AAAA-4444-8888-0123456789AB', '9F8E7D6C-BBBB-4444-9999-BA9876543210'];
  await page.locator('#slot-backend button').click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.getByLabel('My Backendless app').check();
  await dialog.getByRole('textbox', { name: 'Application ID' }).fill(secrets[0] ?? '');
  await dialog.getByRole('textbox', { name: 'JS API key' }).fill(secrets[1] ?? '');
  await page.keyboard.press('Enter');
  await eventually(() => page.getByRole('dialog').count()).toBe(0);
  await eventually(() => page.locator('#slot-backend').innerText()).not.toBe('');

  const saved = await playground.savedFile();
  const { text } = await playground.exportedFile();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await playground.button('Export').click();
      await page.getByRole('menuitem', { name: 'Project as .zip' }).click();
    })(),
  ]);
  const project = Object.values(unzipSync(await readFile(await download.path()))).map((file) => strFromU8(file));
  await act(page, 'share');
  const share = page.getByRole('dialog');
  await share.waitFor();
  const link = await share.getByRole('textbox').first().inputValue();
  expect(link).toContain('#program=');
  await page.keyboard.press('Escape');
  await eventually(() => page.getByRole('dialog').count()).toBe(0);
  await page.goto(link);
  await eventually(() => page.evaluate(() => location.hash)).toBe('');
  const opened = await playground.savedFile();
  const kept = await page.evaluate(async () => {
    const all = [JSON.stringify({ ...localStorage })];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('It does not open.')));
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown>((resolve) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.addEventListener('success', () => resolve(request.result));
        });
        all.push(JSON.stringify(rows));
      }
      database.close();
    }
    return all.join('\n');
  });
  for (const secret of secrets) {
    for (const where of [saved, text, ...project, link, decodeURIComponent(link), opened, kept]) {
      expect(where).not.toContain(secret);
    }
  }
});
