import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { checkTypeScript } from '../tsc/check.ts';
import { launchBrowser } from './browser.ts';
import { ID, Playground } from './playground-page.ts';

let browser: Browser;
let playground: Playground;

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
  expect(faults).toEqual([]);
});

const open = async (options?: Parameters<typeof Playground.open>[2]): Promise<Playground> => {
  playground = await Playground.open(browser, inject('site'), options);
  return playground;
};

/** Expects a state that comes when the page gets to it. */
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 });

/** Waits for a message of that kind and gives what it says. */
const alertText = (page: Page): Promise<string> => page.getByRole('alert').innerText();

describe('the example', () => {
  test('runs from the sources, without any request to another host', async () => {
    playground = await Playground.open(browser, inject('sources'));
    await playground.run();
    await eventually(() => playground.console.innerText()).toMatch(new RegExp(`ads: "${ID}", discount: "${ID}"`));
    // The server of the tests does not reload pages, and its client says so.
    const faults = playground.faults.splice(0);
    expect(faults.filter((fault) => !fault.includes('ws://'))).toEqual([]);
  });

  test('is there on the first visit, with its code', async () => {
    const { page } = await open();
    expect(await page.title()).toBe('Codeless Push Blocks');
    await playground.block('register-device').waitFor();
    const code = await playground.code();
    expect(code).toContain('import Backendless from "backendless";');
    expect(code).toContain('["ads", "discount"]');
  });

  test('prints the map when it is run, and registers the device with both channels', async () => {
    await open();
    expect(await playground.registrations()).toEqual([]);
    await playground.run();
    await eventually(() => playground.console.innerText()).toMatch(
      new RegExp(`\\{ ads: "${ID}", discount: "${ID}" \\}`),
    );
    const printed = (await playground.console.innerText()).match(new RegExp(ID, 'g'));
    await eventually(() => playground.registrations()).toHaveLength(2);
    const rows = await playground.registrations();
    expect(rows.map(([, channel]) => channel)).toEqual(['ads', 'discount']);
    expect(rows.map(([, , id]) => id)).toEqual(printed);
    expect(rows.map(([, , , expires]) => expires)).toEqual(['Never', 'Never']);
  });
});

describe('a run', () => {
  test('that loops for ever is ended by Stop, while the page answers', async () => {
    const { page } = await open();
    await playground.openProgram('loop-forever');
    await playground.button('Run').click();
    await page.getByRole('status').getByText('Running').waitFor();
    await eventually(() => page.workers().length).toBe(1);
    // The page still does what it is asked to.
    await playground.button('Theme').click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await playground.button('Stop').click();
    await eventually(() => playground.console.innerText()).toContain('Stopped');
    await eventually(() => page.workers().length).toBe(0);
    expect(await playground.button('Run').isEnabled()).toBe(true);
  });

  test('that fails says so with the code of Backendless, on its block, and what to do', async () => {
    const { page } = await open();
    await playground.openProgram('register-expired');
    await playground.run();
    const said = await playground.console.innerText();
    expect(said).toContain('5004');
    expect(said).toContain('must expire in the future');
    await playground.block('device_register-1').locator('.blocklyWarningIcon').waitFor();
    expect(await playground.registrations()).toEqual([]);
    await page.getByRole('button', { name: 'Show the block' }).click();
    await page.locator('[data-id="device_register-1"].blocklySelected').waitFor();
  });

  test('asks its questions in a dialog, and goes on with the answer', async () => {
    const { page } = await open();
    const question = {
      type: 'text_prompt_ext',
      fields: { TYPE: 'TEXT' },
      inputs: { TEXT: { shadow: { type: 'text', fields: { TEXT: 'Which channel?' } } } },
    };
    const program = {
      version: 1,
      blocks: { blocks: [{ type: 'console_print', inputs: { VALUE: { block: question } } }] },
    };
    await playground.openFile('question.json', JSON.stringify(program));
    await page.getByText('Opened question.json.').waitFor();

    await playground.button('Run').click();
    await page.getByRole('dialog').getByLabel('Which channel?').fill('sports');
    expect(await playground.accessibilityFaults()).toEqual([]);
    await page.keyboard.press('Enter');
    await eventually(() => playground.console.innerText()).toContain('sports');

    await playground.button('Run').click();
    await page.getByRole('dialog').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await eventually(() => playground.console.innerText()).toMatch(/Finished[^]*Finished/);
    await playground.button('Clear the console').click();
    expect(await playground.console.innerText()).toBe('');
    await page.getByText('Press Run, and what the program prints appears here.').waitFor();
  });

  test('shows names as text, whatever they hold', async () => {
    const { page } = await open();
    await playground.openProgram('register-hostile-channel-names');
    await playground.run();
    await eventually(() => playground.registrations()).toHaveLength(8);
    const channels = (await playground.registrations()).map(([, channel]) => channel);
    expect(channels).toContain('</script><b>');
    expect(channels).toContain('__proto__');
    expect(await playground.console.innerText()).toContain('</script><b>');
    expect(await page.locator('[role="log"] b, table b').count()).toBe(0);
  });
});

describe('blocks', () => {
  test('are dragged from the toolbox with the mouse, snap into a socket, and change the code', async () => {
    const { page } = await open();
    expect(await playground.code()).not.toContain('new Date');
    await page.getByRole('treeitem', { name: 'Date' }).click();
    const block = page.locator('.blocklyFlyout .blocklyDraggable', { hasText: 'from now' }).first();
    const from = await block.boundingBox();
    const label = await playground.block('register-device').locator('text', { hasText: 'expiration' }).boundingBox();
    if (!from || !label) throw new Error('The blocks are not to be seen.');

    // The socket is at the end of the row that its label is in. The block is held near its own plug.
    await page.mouse.move(from.x + 14, from.y + 6);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 30, { steps: 4 });
    await page.mouse.move(label.x + label.width + 24, label.y + 6, { steps: 12 });
    await page.mouse.up();

    await eventually(() => playground.code()).toContain('Date');
    expect(await playground.savedProgram()).toMatchObject({
      blocks: {
        blocks: [{ inputs: { VALUE: { block: { inputs: { EXPIRATION: { block: { type: 'date_from_now' } } } } } } }],
      },
    });

    await playground.run();
    await eventually(() => playground.registrations()).toHaveLength(2);
    const inAWeek = String(new Date(Date.now() + 7 * 24 * 3600 * 1000).getFullYear());
    expect((await playground.registrations())[0]?.[3]).toContain(inAWeek);

    await playground.button('Undo').click();
    await eventually(() => playground.code()).not.toContain('Date(');
    await playground.button('Redo').click();
    await eventually(() => playground.code()).toContain('Date(');
  });

  test('light up their code when selected, and are lit up by the caret in it', async () => {
    const { page } = await open();
    // Beside its dropdown, the block is only this high in its corner.
    await playground
      .block('print-map')
      .locator('path')
      .first()
      .click({ position: { x: 12, y: 6 } });
    await page.locator('[data-id="print-map"].blocklySelected').waitFor();
    await eventually(() => page.locator('.cm-lit').allTextContents()).toEqual([
      'console.log(registration.registrationId);',
    ]);

    await page.getByRole('textbox', { name: 'Generated TypeScript' }).getByText('"ads"').click();
    await page.locator('[data-id="channel-names"].blocklyHighlighted').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[data-id="channel-names"].blocklySelected').waitFor();
  });

  test('have dropdowns that open, and change the code', async () => {
    const { page } = await open();
    await playground.block('print-map').locator('text', { hasText: 'print' }).first().click();
    await page.getByRole('option', { name: 'warn' }).click();
    await eventually(() => playground.code()).toContain('console.warn(registration.registrationId);');
  });

  test('with a problem are listed, and found again by a click', async () => {
    const { page } = await open();
    await playground.openProgram('register-channel-with-comma');
    const problem = page.getByRole('region', { name: 'Code' }).getByRole('listitem').first();
    expect(await problem.innerText()).toContain(',');
    await problem.getByRole('button').click();
    await page.locator('.blocklySelected').waitFor();
    await playground.run();
    expect(await playground.registrations()).toEqual([]);
  });
});

describe('files', () => {
  test('Export gives the code that is shown, which is strictly typed', async () => {
    await open();
    const { name, text } = await playground.exportedFile();
    expect(name).toMatch(/\.ts$/);
    expect(text.trimEnd()).toBe((await playground.code()).trimEnd());
    expect(await checkTypeScript({ 'main.ts': text })).toEqual([]);
  });

  test('Export puts the code on the clipboard', async () => {
    const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await playground.button('Export').click();
    await page.getByRole('menuitem', { name: 'Copy TypeScript' }).click();
    await page.getByText('The code is on the clipboard.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.trimEnd()).toBe((await playground.code()).trimEnd());
  });

  test('Save, reload and Open give the same program and the same code', async () => {
    const { page } = await open();
    await playground.openProgram('register-expires-in-7-days');
    const code = await playground.code();
    const saved = await playground.savedFile();
    await page.reload();
    await playground.waitUntilReady();
    await playground.openFile('mine.json', saved);
    await page.getByText('Opened mine.json.').waitFor();
    expect(await playground.savedFile()).toBe(saved);
    expect(await playground.code()).toBe(code);
  });

  test.each([
    ['is not JSON', 'broken.json', '{"blocks": [', 'not JSON'],
    ['is JSON of something else', 'package.json', '{"name": "left-pad", "dependencies": {}}', 'not a program'],
    [
      'has an unknown block',
      'unknown.json',
      '{"version": 1, "blocks": {"languageVersion": 0, "blocks": [{"type": "warp_drive"}]}}',
      'warp_drive',
    ],
    ['comes from a newer version', 'newer.json', '{"version": 2, "blocks": {"blocks": []}}', 'newer version'],
  ])('a file that %s is refused by name, and the workspace stays', async (_what, name, content, reason) => {
    const { page } = await open();
    const before = await playground.savedFile();
    await playground.openFile(name, content);
    const said = await alertText(page);
    expect(said).toContain(name);
    expect(said).toContain(reason);
    expect(await playground.savedFile()).toBe(before);
  });

  test('a file dropped onto the page is opened', async () => {
    const { page } = await open();
    const transfer = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      const program = '{"version": 1, "blocks": {"blocks": [{"type": "date_now", "id": "dropped"}]}}';
      data.items.add(new File([program], 'dropped.json', { type: 'application/json' }));
      return data;
    });
    await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
    await page.getByText('Drop a program to open it').waitFor();
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    await playground.block('dropped').waitFor();
    expect(await page.getByText('Drop a program to open it').isVisible()).toBe(false);
  });
});

describe('what one did', () => {
  test('is there after a reload in the very moment of the change', async () => {
    const { page } = await open();
    await playground.openProgram('register-two-channels');
    const saved = await playground.savedFile();
    await page.reload();
    await playground.waitUntilReady();
    expect(await playground.savedFile()).toBe(saved);
  });

  test('is not kept where storage is denied, which the page says once; all else works', async () => {
    const { page } = await open({
      prepare: () => {
        const denied = {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        };
        Object.defineProperty(window, 'indexedDB', denied);
        Object.defineProperty(window, 'localStorage', denied);
      },
    });
    expect(await alertText(page)).toContain('not being kept');
    await page.getByText('Not kept', { exact: true }).waitFor();
    await playground.run();
    await eventually(() => playground.registrations()).toHaveLength(2);
    expect(await page.getByRole('alert').count()).toBe(1);
  });

  test('includes the theme and the sizes of the panes', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    const theme = (): Promise<string | null> => page.locator('html').getAttribute('data-theme');
    expect(await theme()).toBe('dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await eventually(theme).toBe('light');
    await playground.button('Theme').click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    expect(await theme()).toBe('dark');

    const separator = page.getByRole('separator', { name: 'Width of the blocks' });
    const width = async (): Promise<number> =>
      (await page.getByRole('region', { name: 'Blocks', exact: true }).boundingBox())?.width ?? 0;
    const atFirst = await width();
    await separator.focus();
    await page.keyboard.press('Shift+ArrowLeft');
    const narrower = await width();
    expect(narrower).toBeLessThan(atFirst - 50);

    await page.reload();
    await playground.waitUntilReady();
    expect(await theme()).toBe('dark');
    expect(await width()).toBe(narrower);
  });
});

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
    await page.getByText('Not kept', { exact: true }).waitFor();
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

test('an error that nobody dealt with is shown, and the page goes on', async () => {
  const { page } = await open();
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('a gear is stuck');
    });
  });
  expect(await alertText(page)).toContain('a gear is stuck');
  await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(playground.faults.splice(0)).toEqual([expect.stringContaining('a gear is stuck')]);
});

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
