/** Programs on the page: many, named, saved as one goes, shared between tabs, had back, and sent as links. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect, inject, test } from 'vitest';
import { toFragment } from '../../playground/share-link.ts';
import { Playground } from './playground-page.ts';
import { eventually, preparePages, type PageOptions } from './playground-tests.ts';

const openPage = preparePages();
let playground: Playground;

const open = async (options?: PageOptions): Promise<Playground> => {
  playground = await openPage(options);
  return playground;
};

const nameOf = (page: Page): Promise<string> => page.locator('.program-name-text').innerText();
/** What was read aloud last, and shown to nobody. */
const spokenOn = (page: Page): Promise<string> => page.locator('#spoken').innerText();
const stateOf = (page: Page): Promise<string> => page.locator('#program-state').innerText();

/** Chooses a line of the menu of programs. */
async function choose(page: Page, line: string): Promise<void> {
  await page.locator('#program').click();
  await page.getByRole('menuitem', { name: line, exact: true }).click();
}

/** A program of one text block, as a change that can be told from others. */
const programOf = (text: string): string =>
  JSON.stringify({
    version: 1,
    blocks: { languageVersion: 0, blocks: [{ type: 'text', id: 'note', x: 20, y: 20, fields: { TEXT: text } }] },
  });

/** Writes into the block of {@link programOf}, as a person does. */
async function write(page: Page, text: string): Promise<void> {
  await page.locator('[data-id="note"] .blocklyEditableField').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** What is written in it. Blockly shows blanks as such that do not break. */
const written = async (page: Page): Promise<string> =>
  ((await page.locator('[data-id="note"] .blocklyEditableField').textContent()) ?? '').replaceAll('\u00a0', ' ');

/** Every program that the browser keeps, as JSON text by its name. */
const kept = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('codeless-push-blocks');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('programs').objectStore('programs').getAll();
          reading.addEventListener('error', () => reject(reading.error));
          reading.addEventListener('success', () => {
            opening.result.close();
            resolve(Object.fromEntries(reading.result.map(({ name, program }) => [name, JSON.stringify(program)])));
          });
        });
      }),
  );

/** Writes, and waits until it is kept. */
async function writeAndKeep(page: Page, text: string, name = 'note'): Promise<void> {
  await write(page, text);
  await eventually(async () => (await kept(page))[name]).toContain(`"${text}"`);
}

describe('programs', () => {
  test('are many: made, named, copied, opened, deleted and had back', async () => {
    const { page } = await open();
    expect(await nameOf(page)).toBe('My first program');
    await choose(page, 'New program');
    await eventually(() => nameOf(page)).toBe('New program');
    await eventually(() => page.locator('.blocklyBlockCanvas .blocklyDraggable').count()).toBe(0);
    await eventually(() => spokenOn(page)).toBe('New program is open.');
    await page.keyboard.press('Escape');
    await choose(page, 'Rename …');
    await page.getByRole('dialog').getByLabel('Name').fill('Winter');
    await page.keyboard.press('Enter');
    await eventually(() => nameOf(page)).toBe('Winter');
    await choose(page, 'Duplicate');
    await eventually(() => nameOf(page)).toBe('Winter 2');

    await choose(page, 'All programs …');
    const dialog = page.getByRole('dialog', { name: 'All programs' });
    const names = (): Promise<string[]> => dialog.locator('.program-row-name').allInnerTexts();
    await eventually(names).toEqual(['Winter 2', 'Winter', 'My first program']);
    expect(await playground.accessibilityFaults()).toEqual([]);
    await page.keyboard.type('winter');
    await eventually(names).toEqual(['Winter 2', 'Winter']);
    await dialog.getByRole('button', { name: 'Delete Winter', exact: true }).click();
    await eventually(names).toEqual(['Winter 2']);
    await dialog.getByLabel('Search by name').fill('');
    await dialog.locator('.program-open', { hasText: 'My first program' }).click();
    await playground.block('register-device').waitFor();
    await eventually(() => spokenOn(page)).toBe('My first program is open.');

    await page.reload();
    await playground.waitUntilReady();
    expect(await nameOf(page)).toBe('My first program');
    await choose(page, 'All programs …');
    await dialog.getByText('Deleted in the last 30 days').click();
    await dialog.getByRole('button', { name: 'Bring back Winter' }).click();
    await eventually(() => nameOf(page)).toBe('Winter');
  });

  test('that are deleted are had back by Undo of the message, and the last makes room for an empty one', async () => {
    const { page } = await open();
    await choose(page, 'Delete');
    await eventually(() => nameOf(page)).toBe('New program');
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await playground.block('register-device').waitFor();
    expect(await nameOf(page)).toBe('My first program');
  });

  test('lose nothing older than a second, whenever the page is left', async () => {
    const { page } = await open();
    await playground.openFile('note.json', programOf('0'));
    await playground.block('note').waitFor();
    // The same moments in every run, spread over the time that changes are gathered.
    for (const [index, wait] of [0, 90, 210, 330, 700].entries()) {
      const text = `text ${index}`;
      await write(page, text);
      await eventually(() => written(page)).toBe(text);
      await page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), wait);
      await page.reload();
      await playground.waitUntilReady();
      await eventually(() => written(page)).toBe(text);
    }
  });

  test('are undone and redone across reloads', async () => {
    const { page } = await open();
    await playground.openFile('note.json', programOf('one'));
    await playground.block('note').waitFor();
    await writeAndKeep(page, 'two');
    // A slow hand: what is written is kept before it is done.
    await page.locator('[data-id="note"] .blocklyEditableField').click();
    await page.keyboard.press('ControlOrMeta+a');
    for (const [index, letter] of [...'three'].entries()) {
      await page.keyboard.type(letter);
      await eventually(async () => (await kept(page))['note']).toContain(`"${'three'.slice(0, index + 1)}"`);
    }
    await page.keyboard.press('Enter');
    await page.reload();
    await playground.waitUntilReady();
    // A file saved in the same moment has what Undo was asked for.
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.evaluate(() => {
        for (const id of ['undo', 'save']) document.getElementById(id)?.click();
      }),
    ]);
    expect(readFileSync(await file.path(), 'utf8')).toContain('"two"');
    expect(await written(page)).toBe('two');
    await page.locator('.blocklyMainBackground').click({ position: { x: 420, y: 420 } });
    await page.keyboard.press('ControlOrMeta+z');
    await eventually(() => written(page)).toBe('one');
    await playground.button('Redo').click();
    await eventually(() => written(page)).toBe('two');
    // The keys work from the button, too.
    await page.keyboard.press('ControlOrMeta+z');
    await eventually(() => written(page)).toBe('one');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await eventually(() => written(page)).toBe('two');
    await writeAndKeep(page, 'four');
    await playground.button('Undo').click();
    await eventually(() => written(page)).toBe('two');
    await playground.button('Undo').click();
    await eventually(() => written(page)).toBe('one');
    await eventually(() => spokenOn(page)).toContain('Undone.');
    for (const text of ['two', 'four']) {
      await playground.button('Redo').click();
      await eventually(() => written(page)).toBe(text);
    }
    await playground.button('Redo').click();
    await page.getByText('Nothing to redo.').waitFor();
  });

  test('have versions: blocks, difference, and the way back', async () => {
    const { page } = await open();
    await playground.openFile('note.json', programOf('before'));
    await playground.block('note').waitFor();
    await writeAndKeep(page, 'after');
    await choose(page, 'Versions …');
    const dialog = page.getByRole('dialog', { name: 'Versions of note' });
    await eventually(() => dialog.locator('.version').count()).toBe(2);
    await dialog.getByRole('img', { name: 'The blocks of note' }).waitFor();
    await dialog.locator('.version').first().focus();
    await page.keyboard.press('ArrowDown');
    await dialog.getByLabel('Code compared with now').check();
    const difference = dialog.locator('.difference');
    await eventually(() => difference.locator('.removed').allInnerTexts()).toEqual([expect.stringContaining('before')]);
    await eventually(() => difference.locator('.added').allInnerTexts()).toEqual([expect.stringContaining('after')]);
    expect(await playground.accessibilityFaults()).toEqual([]);
    await dialog.getByRole('button', { name: 'Restore this version' }).click();
    await eventually(() => written(page)).toBe('before');
    await playground.button('Undo').click();
    await eventually(() => written(page)).toBe('after');
  });

  test('work where storage is denied, as long as the page is there', async () => {
    const { page } = await open({
      prepare: () => {
        Object.defineProperty(window, 'indexedDB', {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      },
    });
    await eventually(() => stateOf(page)).toBe('Kept until you leave');
    await choose(page, 'Duplicate');
    await eventually(() => nameOf(page)).toBe('My first program 2');
    await choose(page, 'Delete');
    await eventually(() => nameOf(page)).toBe('My first program');
  });
});

describe('two tabs on one program', () => {
  const openBoth = async (): Promise<[Page, Page]> => {
    const { page } = await open();
    await playground.openFile('note.json', programOf('start'));
    await playground.block('note').waitFor();
    const other = await Playground.join(playground, inject('site'));
    await eventually(() => written(other.page)).toBe('start');
    return [page, other.page];
  };

  test('the one without changes of its own follows, and both go on', async () => {
    const [one, two] = await openBoth();
    await write(one, 'from one');
    await eventually(() => written(two)).toBe('from one');
    await eventually(() => stateOf(two)).toBe('Changed in another tab');
    await two.bringToFront();
    await write(two, 'from two');
    await eventually(() => written(one)).toBe('from two');
    await choose(two, 'Rename …');
    await two.getByRole('dialog').getByLabel('Name').fill('Shared');
    await two.keyboard.press('Enter');
    await eventually(() => nameOf(one)).toBe('Shared');
  });

  test('changes of the same moment are both kept, the later ones as a program of its own', async () => {
    const [one, two] = await openBoth();
    // The second tab is about to write when the first saves.
    await two.locator('[data-id="note"] .blocklyEditableField').click();
    await two.locator('.blocklyHtmlInput').waitFor();
    await writeAndKeep(one, 'from one');
    await two.keyboard.press('ControlOrMeta+a');
    await two.keyboard.type('from two');
    await two.keyboard.press('Enter');
    await eventually(() => nameOf(two)).toBe('note 2');
    expect(await two.getByRole('status').filter({ hasText: 'in two tabs at once' }).innerText()).toContain('note 2');
    expect(await written(two)).toBe('from two');
    expect(await written(one)).toBe('from one');
    expect(await nameOf(one)).toBe('note');
    await two.getByRole('button', { name: 'Open the other' }).click();
    await eventually(() => written(two)).toBe('from one');
  });

  test('one that is deleted in the other is still there, and becomes one of its own', async () => {
    const [one, two] = await openBoth();
    await choose(two, 'Delete');
    await one.getByText('note was deleted in another tab').waitFor();
    await one.bringToFront();
    await write(one, 'still here');
    await one.getByText('note is back.').waitFor();
    expect(await one.getByText('note was deleted in another tab').count()).toBe(0);
    await choose(one, 'All programs …');
    await eventually(() => one.locator('.program-row[aria-current] .program-row-name').allInnerTexts()).toEqual([
      'note',
    ]);
  });
});

describe('a share link', () => {
  const go = async (fragment: string): Promise<Page> => {
    const { page } = await open();
    await page.goto(`${inject('site')}${fragment}`);
    return page;
  };

  test('carries the program, and opens as a copy', async () => {
    const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await choose(page, 'Share link …');
    expect(await playground.accessibilityFaults()).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('The link is on the clipboard.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const code = await playground.code();

    await page.goto('about:blank');
    await page.goto(link);
    await playground.waitUntilReady();
    await page.getByText('came by a link').waitFor();
    expect(await nameOf(page)).toBe('My first program 2');
    expect(await playground.code()).toBe(code);
    expect(new URL(page.url()).hash).toBe('');
    // Nothing has run.
    expect(await playground.registrations()).toEqual([]);
    expect(await playground.console.innerText()).toBe('');

    // Opened again, it is that copy; once that is changed, another.
    await choose(page, 'New program');
    await page.goto(link);
    await eventually(() => nameOf(page)).toBe('My first program 2');
    await playground
      .block('print-map')
      .locator('> .blocklyPath')
      .click({ position: { x: 12, y: 6 } });
    await page.keyboard.press('Delete');
    await eventually(() => playground.code()).not.toBe(code);
    await page.goto(link);
    await eventually(() => nameOf(page)).toBe('My first program 3');
    expect(await playground.code()).toBe(code);
  });

  test('of a program with hostile texts shows them as texts, and runs nothing', async () => {
    const hostile = '<img src=x onerror="window.hit=1"></script><script>window.hit=1</script>${window.hit=1}`';
    const program = {
      version: 1 as const,
      variables: [{ id: hostile, name: hostile }],
      blocks: {
        languageVersion: 0,
        blocks: [
          {
            type: 'variables_set',
            id: 'note',
            fields: { VAR: { id: hostile } },
            icons: { comment: { text: hostile, pinned: true, height: 80, width: 160 } },
            inputs: { VALUE: { block: { type: 'text', id: hostile, fields: { TEXT: hostile } } } },
          },
        ],
      },
    };
    const page = await go(toFragment(hostile, program));
    await page.getByText('came by a link').waitFor();
    await playground.block('note').waitFor();
    expect(await nameOf(page)).toContain('<img src=x');
    expect(await playground.block('note').textContent()).toContain('<img');
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);
    expect(page.workers()).toEqual([]);
    await choose(page, 'Versions …');
    await page.getByRole('dialog').getByRole('img').first().waitFor();
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  });

  test.each([
    ['that is damaged', '#program=AXyz', 'damaged or cut off'],
    ['with a block that is not known', toFragment('x', { version: 1, blocks: { blocks: [{ type: 'warp' }] } }), 'warp'],
  ])('%s is refused with the reason, and the program stays', async (_what, fragment, reason) => {
    const page = await go(fragment);
    expect(await page.getByRole('alert').innerText()).toContain(reason);
    await playground.block('register-device').waitFor();
    expect(await nameOf(page)).toBe('My first program');
    expect(new URL(page.url()).hash).toBe('');
  });

  test('of a program that is too large is not made, and a file is offered', async () => {
    const { page } = await open();
    let noise = '';
    for (let i = 0; i < 12_000; i += 1) noise += Math.sin(i).toString(36).slice(3, 9);
    await playground.openFile('large.json', programOf(noise));
    await playground.block('note').waitFor();
    await choose(page, 'Share link …');
    expect(await page.getByRole('dialog').getByRole('alert').innerText()).toContain('too large for a link');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('large.json');
  });
});
