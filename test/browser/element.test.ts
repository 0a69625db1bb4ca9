import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import type { CodelessEditorElement } from '../../src/element/index.ts';
import { launchBrowser } from './browser.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(`${inject('sources')}test/browser/fixtures/element.html`);
  await page.locator('codeless-editor .blocklyToolbox').first().waitFor();
});

afterEach(() => page.close());

it('keeps a change of the same moment when it is moved', async () => {
  const types = await page.locator('codeless-editor').evaluate(async (element: CodelessEditorElement) => {
    element.editor?.workspace.newBlock('text').initSvg();
    const ready = new Promise((resolve) => element.addEventListener('ready', resolve, { once: true }));
    document.querySelector('#elsewhere')?.append(element);
    await ready;
    return element.editor?.save().blocks?.blocks?.map(({ type }) => type);
  });
  expect(types).toEqual(['text']);
});

it('tells whether the program differs from what was saved, however often the form took it', async () => {
  const dirty = await page.locator('codeless-editor').evaluate(async (element: CodelessEditorElement) => {
    const { editor } = element;
    if (editor === null) throw new Error('There is no editor.');
    const change = (action: () => void): Promise<boolean> =>
      new Promise((resolve) => {
        element.addEventListener('change', ({ detail }) => resolve(detail.dirty), { once: true });
        action();
      });
    const block = editor.workspace.newBlock('text', 'text');
    block.initSvg();
    editor.save();
    return [await change(() => block.setFieldValue('new', 'TEXT')), await change(() => editor.undo())];
  });
  expect(dirty).toEqual([true, false]);
});

it('has each look by its name, and the default for a name that is none', async () => {
  const themes = await page.locator('codeless-editor').evaluate((element: CodelessEditorElement) =>
    ['high-contrast', 'dark', 'high-contrast-dark', 'pink'].map((name) => {
      element.setAttribute('theme', name);
      return element.editor?.workspace.getTheme().name;
    }),
  );
  expect(themes).toEqual(['cpb-high-contrast', 'cpb-dark', 'cpb-high-contrast-dark', 'cpb-light']);
});

it('has the surfaces that a style sheet of the page gives it', async () => {
  await page.addStyleTag({ path: join(import.meta.dirname, 'fixtures/theming.css') });
  const colours = await page.locator('codeless-editor').evaluate((element: CodelessEditorElement) =>
    ['.blocklySvg', '.blocklyToolbox'].map((part) => {
      const found = element.shadowRoot?.querySelector(part);
      return found && getComputedStyle(found).backgroundColor;
    }),
  );
  expect(colours).toEqual(['rgb(255, 253, 247)', 'rgb(243, 239, 228)']);
});
