/** The page as a person first meets it: the example, a run, blocks, files, and what is kept. */
import type { Page } from 'playwright';
import { describe, expect, inject, test } from 'vitest';
import { checkTypeScript } from '../tsc/check.ts';
import { ID, type Playground } from './playground-page.ts';
import { eventually, preparePages, type PageOptions } from './playground-tests.ts';

const openPage = preparePages();
let playground: Playground;

const open = async (options?: PageOptions): Promise<Playground> => {
  playground = await openPage(options);
  return playground;
};

/** Waits for a message of that kind and gives what it says. */
const alertText = (page: Page): Promise<string> => page.getByRole('alert').innerText();

describe('the example', () => {
  test('runs from the sources, without any request to another host', async () => {
    await open({ url: inject('sources') });
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
    await problem.locator('.problem').click();
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
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await playground.button('Copy TypeScript').click();
    await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toBe(copied);
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
    await page.getByRole('group', { name: 'Registrations' }).getByText('Not kept', { exact: true }).waitFor();
    await playground.run();
    await eventually(() => playground.registrations()).toHaveLength(2);
    expect(await page.getByRole('alert').count()).toBe(1);
    // What would be lost is asked about as one leaves; the example would not.
    const asksFirst = (): Promise<boolean> =>
      page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
    expect(await asksFirst()).toBe(false);
    await playground.openFile('mine.json', '{"version": 1}');
    await eventually(asksFirst).toBe(true);
    // A sign beside the name lasts, and leads to a way to keep the program all the same.
    await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('button', { name: /^Kept until you leave:/ }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('alert').getByRole('button', { name: 'Download it' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('mine.json');
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

test('on paper there are all blocks and all of the code, and nothing of the page around them', async () => {
  const { page } = await open();
  await page.setViewportSize({ width: 900, height: 420 });
  await playground.openProgram('catch-print-error');
  await page.emulateMedia({ media: 'print' });
  // What a browser does as it begins to print.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const sheet = page.locator('.print-sheet');
  expect(await sheet.locator('h1').textContent()).toBe('catch-print-error');
  expect(await sheet.locator('.blocklyPath').first().isVisible()).toBe(true);
  expect(await page.locator('.header').isVisible()).toBe(false);
  const blocks = await page.locator('.blocklyWorkspace > .blocklyBlockCanvas .blocklyDraggable').count();
  expect(await sheet.locator('.blocklyDraggable').count()).toBe(blocks);
  const code = await sheet.locator('pre').textContent();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  expect(await sheet.count()).toBe(0);
  expect((await playground.exportedFile()).text).toBe(code);
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
