/** The registrations of the page, and the faults of the service on purpose. */
import type { Page } from 'playwright';
import { describe, expect, inject, test } from 'vitest';
import { Playground } from './playground-page.ts';
import { eventually, preparePages, type PageOptions } from './playground-tests.ts';

const openPage = preparePages();
let playground: Playground;

const open = async (options?: PageOptions): Promise<Playground> => {
  playground = await openPage(options);
  return playground;
};

/** Waits for a message of that kind and gives what it says. */
const alertText = (page: Page): Promise<string> => page.getByRole('alert').innerText();

describe('registrations', () => {
  test('are there after a reload, and in another tab as they come', async () => {
    const { page } = await open();
    const tab = await Playground.join(playground, inject('site'));
    await playground.run();
    await eventually(() => playground.registrations()).toHaveLength(2);
    const rows = await playground.registrations();
    await eventually(() => tab.registrations()).toEqual(rows);

    await tab.chooseInRegistrations('Reset');
    await eventually(() => playground.registrations()).toEqual([]);
    await tab.button('Undo').last().click();
    await eventually(() => playground.registrations()).toEqual(rows);
    await page.reload();
    await playground.waitUntilReady();
    await eventually(() => playground.registrations()).toEqual(rows);
    expect(tab.faults).toEqual([]);
  });

  test('are exported, reset and imported by keyboard', async () => {
    const { page } = await open();
    await playground.run();
    await eventually(() => playground.registrations()).toHaveLength(2);
    const rows = await playground.registrations();
    const exported = await playground.exportedRegistrations();

    await playground.button('More about registrations').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await eventually(() => playground.registrations()).toEqual([]);
    // What comes next ends the offer to undo, which would undo that too.
    expect(await page.getByRole('status').getByRole('button', { name: 'Undo' }).count()).toBe(1);
    await playground.run();
    await eventually(() => playground.registrations()).toHaveLength(2);
    expect(await page.getByRole('status').getByRole('button', { name: 'Undo' }).count()).toBe(0);
    expect(await playground.registrations()).not.toEqual(rows);

    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      playground.chooseInRegistrations('Import a file'),
    ]);
    await chooser.setFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(exported) });
    await eventually(() => playground.registrations()).toEqual(rows);
    expect(await playground.exportedRegistrations()).toBe(exported);
  });

  test.each([
    ['is not JSON', '{', 'not JSON'],
    ['is a program', '{"version": 1, "blocks": {"blocks": []}}', 'format'],
  ])('a file that %s is refused, and they stay', async (_what, content, reason) => {
    const { page } = await open();
    await playground.run();
    await eventually(() => playground.registrations()).toHaveLength(2);
    const rows = await playground.registrations();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      playground.chooseInRegistrations('Import a file'),
    ]);
    await chooser.setFiles({ name: 'odd.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    const said = await alertText(page);
    expect(said).toContain('odd.json');
    expect(said).toContain(reason);
    expect(await playground.registrations()).toEqual(rows);
  });

  test('go on in memory when the storage is full, which the page says once', async () => {
    const { page } = await open({
      prepare: () => {
        const add = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof add>) {
          if (this.name !== 'programs') throw new DOMException('full', 'QuotaExceededError');
          return add.apply(this, args);
        };
      },
    });
    await playground.run();
    await eventually(() => playground.registrations()).toHaveLength(2);
    expect(await alertText(page)).toContain('no more room');
    await page.getByRole('group', { name: 'Registrations' }).getByText('Not kept', { exact: true }).waitFor();
    await playground.run();
    expect(await page.getByRole('alert').count()).toBe(1);
  });
});

describe('faults on purpose', () => {
  const sign = (): Promise<string> => playground.page.locator('#fault-sign').innerText();

  test('hold for one run, with a sign until it is over', async () => {
    const { page } = await open();
    await playground.makeFail({ failure: 'No network', delay: '0.5 s slower' });
    expect(await sign()).toMatch(/In the next run, on purpose:\s*No network · 0.5 s slower/);
    await playground.run();
    const said = await playground.console.innerText();
    expect(said).toContain('In this run, on purpose: No network · 0.5 s slower');
    expect(said).toContain('Network Error');
    expect(said).toContain('No answer came; what was asked for may be done');
    expect(await page.locator('#fault-sign').isVisible()).toBe(false);
    expect(await playground.registrations()).toEqual([]);
    await playground.run();
    await eventually(() => playground.registrations()).toHaveLength(2);
  });

  test('hold until they are turned off', async () => {
    const { page } = await open();
    await playground.makeFail({ failure: 'Server error 503', span: 'Every run, until turned off' });
    for (let run = 1; run <= 2; run += 1) {
      await playground.run();
      await eventually(async () => (await playground.console.innerText()).split('Backendless error 503:').length).toBe(
        run + 1,
      );
    }
    expect(await sign()).toContain('On purpose, until turned off:');
    await playground.button('Turn off').click();
    expect(await page.locator('#fault-sign').isVisible()).toBe(false);
    await playground.run();
    await eventually(() => playground.registrations()).toHaveLength(2);
  });

  test('can lose an answer after the write', async () => {
    await open();
    await playground.makeFail({ failure: 'The answer is lost after the write' });
    await playground.run();
    expect(await playground.console.innerText()).toContain('Network Error');
    await eventually(() => playground.registrations()).toHaveLength(2);
  });

  test('can be every documented error, chosen by keyboard, and changed to nothing', async () => {
    const { page } = await open();
    await playground.button('Make the service fail').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    const codes = await dialog
      .getByRole('option')
      .evaluateAll((options) => options.map((option) => option.textContent));
    for (const code of [2002, 5000, 5001, 5002, 5003, 5004, 5005, 5006, 5007, 5010, 5011, 5012, 5043, 5044, 8000]) {
      expect(codes.some((text) => text?.trim().startsWith(`${code}: `))).toBe(true);
    }
    await page.keyboard.type('8000');
    // The delay, how long, Cancel, Apply.
    for (let step = 1; step <= 4; step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await sign()).toContain('Backendless error 8000');
    await playground.run();
    expect(await playground.console.innerText()).toContain('Shorten it');

    await playground.makeFail({ failure: 'No network' });
    await playground.button('Change').click();
    await dialog.getByLabel('What goes wrong').selectOption({ label: 'Nothing' });
    await dialog.getByRole('button', { name: 'Apply' }).click();
    expect(await page.locator('#fault-sign').isVisible()).toBe(false);
  });
});
