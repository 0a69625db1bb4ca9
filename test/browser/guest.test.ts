/** The editor as a guest on a page that has others, and a style and settings of its own. */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EditorPages, type EditorPage } from './editor-page.ts';

let pages: EditorPages;
let editor: EditorPage;
let page: Page;

beforeAll(async () => {
  pages = await EditorPages.start();
  editor = await pages.open();
  page = editor.page;
  await page.evaluate(() => {
    fixture.editor.dispose();
    document.querySelector('#editor')?.remove();
  });
});

afterAll(async () => {
  await pages?.close();
});

afterEach(() => {
  expect(editor.complaints).toEqual([]);
});

/** Puts editors on the page, one below the other, each in a shadow root of its own. */
async function mount(count: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { createEditor, Blockly } = fixture;
    fixture.others = Array.from({ length: wanted }, (_, index) => {
      const host = document.createElement('div');
      host.className = 'host';
      const place = document.createElement('div');
      place.style.height = '360px';
      host.attachShadow({ mode: 'open' }).append(place);
      document.body.append(host);
      const print = { type: 'console_print', id: `print${index}`, x: 40, y: 40 };
      return createEditor(place, {
        theme: index % 2 === 0 ? 'light' : 'dark',
        program: { blocks: { blocks: [print] } },
      });
    });
    await Promise.all(fixture.others.map(({ ready }) => ready));
    await Blockly.renderManagement.finishQueuedRenders();
  }, count);
}

async function unmount(): Promise<void> {
  await page.evaluate(() => {
    for (const other of fixture.others) other.dispose();
    fixture.others = [];
    for (const host of document.querySelectorAll('.host')) host.remove();
  });
}

describe('dialogs', () => {
  const dialogs = () => page.locator('dialog');
  /** The names of variables in each editor. */
  const variables = () =>
    page.evaluate(() =>
      fixture.others.map(({ workspace }) =>
        workspace
          .getVariableMap()
          .getAllVariables()
          .map((variable) => variable.getName()),
      ),
    );

  async function createVariable(index: number): Promise<void> {
    const host = page.locator('.host').nth(index);
    await host.getByRole('treeitem', { name: 'Variables', exact: true }).click();
    await host.getByText('Create variable...').click();
  }

  it('are in the editor that asks, out of reach of the style of the page', async () => {
    await mount(2);
    const style = await page.addStyleTag({ content: 'dialog, label, input { display: none !important; }' });
    for (const index of [1, 0]) {
      await createVariable(index);
      await page.keyboard.type(`name${index}`);
      const dialog = page.locator('.host').nth(index).locator('dialog');
      expect(await dialog.evaluate((element) => element.matches(':modal'))).toBe(true);
      expect(await dialog.getAttribute('aria-label')).toBe('New variable name:');
      expect(await dialog.getByRole('textbox').isVisible()).toBe(true);
      await page.keyboard.press('Enter');
      await dialogs().waitFor({ state: 'detached' });
    }
    expect(await variables()).toEqual([['name0'], ['name1']]);
    await style.evaluate((element) => element.parentElement?.removeChild(element));
    await unmount();
  });

  it('keep their keys to themselves, and give the focus back', async () => {
    await mount(1);
    await createVariable(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Escape');
    await dialogs().waitFor({ state: 'detached' });
    const state = await page.evaluate(() => ({
      blocks: fixture.others[0]?.workspace.getAllBlocks(false).length,
      isHeld: fixture.Blockly.getFocusManager().ephemeralFocusTaken(),
    }));
    expect(state).toEqual({ blocks: 1, isHeld: false });
    await unmount();
  });

  it('go with their editor, also one that would be followed by another', async () => {
    await mount(2);
    await createVariable(0);
    await page.keyboard.type('taken');
    await page.keyboard.press('Enter');
    await dialogs().waitFor({ state: 'detached' });
    await createVariable(0);
    await page.keyboard.type('taken');
    await page.keyboard.press('Enter');
    await dialogs().getByText('already exists').waitFor();
    const state = await page.evaluate(() => {
      fixture.others[0]?.dispose();
      fixture.others.shift();
      document.querySelector('.host')?.remove();
      const held = fixture.Blockly.getFocusManager().ephemeralFocusTaken();
      return { held, dialogs: document.querySelectorAll('dialog').length };
    });
    expect(state).toEqual({ held: false, dialogs: 0 });
    await createVariable(0);
    await page.keyboard.type('next');
    await page.keyboard.press('Enter');
    await dialogs().waitFor({ state: 'detached' });
    expect(await variables()).toEqual([['next']]);
    await unmount();
  });

  it('are those of the host where it has its own, before and after', async () => {
    const asked = await page.evaluate(() => {
      const heard: string[] = [];
      fixture.Blockly.dialog.setPrompt((text, _, answer) => {
        heard.push(text);
        answer(null);
      });
      Reflect.set(globalThis, 'heard', heard);
      return heard.length;
    });
    expect(asked).toBe(0);
    await mount(1);
    await createVariable(0);
    await unmount();
    const heard = await page.evaluate(() => {
      fixture.Blockly.dialog.prompt('Later', '', () => {});
      fixture.Blockly.dialog.setPrompt();
      return Reflect.get(globalThis, 'heard');
    });
    expect(heard).toEqual(['New variable name:', 'Later']);
  });
});
