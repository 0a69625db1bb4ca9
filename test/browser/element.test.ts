import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import type { CodelessEditorElement, CodelessEditorEvents } from '../../src/element/index.ts';
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

/** Adds a block as a step of its own. */
async function addBlock(id: string, type = 'text', text = ''): Promise<void> {
  await page.locator('codeless-editor').evaluate(
    async (element: CodelessEditorElement, [blockId, blockType, content]) => {
      const changed = new Promise((resolve) => element.addEventListener('change', resolve, { once: true }));
      const block = element.editor?.workspace.newBlock(blockType, blockId);
      block?.initSvg();
      if (content !== '') block?.setFieldValue(content, 'TEXT');
      await changed;
    },
    [id, type, text] as const,
  );
}

it.each(['append', 'moveBefore'])('moved by %s, it is the same editor, with a change of that moment', async (way) => {
  await addBlock('first');
  const state = await page.locator('codeless-editor').evaluate(async (element: CodelessEditorElement, method) => {
    const { editor } = element;
    editor?.workspace.newBlock('math_number', 'second').initSvg();
    const ids = () => editor?.workspace.getAllBlocks(false).map(({ id }) => id);
    const changed = new Promise((resolve) => element.addEventListener('change', resolve, { once: true }));
    Reflect.apply(
      Reflect.get(document.body, method),
      document.body,
      [element, null].slice(0, method === 'append' ? 1 : 2),
    );
    await changed;
    const after = ids();
    editor?.undo();
    editor?.undo();
    const undone = ids();
    editor?.redo();
    return { isSame: element.editor === editor, after, undone, redone: ids(), value: element.value };
  }, way);
  expect(state).toMatchObject({ isSame: true, after: ['first', 'second'], undone: [], redone: ['first'] });
  expect(state.value).toContain('second');
});

it('taken off the page, it is gone, and comes back with its program', async () => {
  await addBlock('kept');
  const state = await page.locator('codeless-editor').evaluate(async (element: CodelessEditorElement) => {
    const { parentElement, editor } = element;
    element.remove();
    const during = element.editor;
    await Promise.resolve();
    const inside = element.shadowRoot?.childElementCount;
    const ready = new Promise((resolve) => element.addEventListener('ready', resolve, { once: true }));
    parentElement?.append(element);
    await ready;
    const saved = element.editor?.save().blocks?.blocks?.map(({ id }) => id);
    return { during, inside, isAnother: element.editor !== editor, saved };
  });
  expect(state).toEqual({ during: null, inside: 0, isAnother: true, saved: ['kept'] });
});

it('goes back to its attribute when its form is reset, and is a viewer while its fieldset is disabled', async () => {
  await addBlock('added');
  const state = await page.locator('codeless-editor').evaluate((element: CodelessEditorElement) => {
    const form = document.querySelector('form');
    const fieldset = document.querySelector('fieldset');
    const ids = () => element.editor?.workspace.getAllBlocks(false).map(({ id }) => id);
    const toolbox = () => element.shadowRoot?.querySelector('.blocklyToolbox')?.checkVisibility();
    const sent = () => (form ? new FormData(form).has('program') : null);
    const before = [toolbox(), sent()];
    fieldset?.toggleAttribute('disabled', true);
    const disabled = [toolbox(), sent(), element.editor?.workspace.isReadOnly()];
    fieldset?.toggleAttribute('disabled', false);
    const enabled = [toolbox(), sent(), element.editor?.workspace.isReadOnly()];
    form?.reset();
    const empty = ids();
    const program = { version: 1, blocks: { blocks: [{ type: 'text', id: 'default' }] } };
    element.setAttribute('program', JSON.stringify(program));
    element.value = '{"version":1}';
    form?.reset();
    return { before, disabled, enabled, empty, reset: ids(), value: element.value };
  });
  expect(state).toMatchObject({
    before: [true, true],
    disabled: [false, false, true],
    enabled: [true, true, false],
    empty: [],
    reset: ['default'],
    value: expect.stringContaining('"default"'),
  });
});

it('says of what is no JSON that it is no program, and is an editor all the same', async () => {
  const said = await page.evaluate(async () => {
    const element = document.createElement('codeless-editor');
    const heard: unknown[] = [];
    element.addEventListener('error', ({ detail: { error } }) => heard.push(error.message));
    element.setAttribute('program', '{ blocks');
    const isHeard = new Promise((resolve) => element.addEventListener('error', resolve, { once: true }));
    document.body.append(element);
    await isHeard;
    element.value = 'no program';
    const empty = element.editor?.save();
    element.remove();
    return { heard, empty };
  });
  expect(said).toEqual({
    heard: ['A program is a JSON object; this is "{ blocks".', 'A program is a JSON object; this is "no program".'],
    empty: { version: 1 },
  });
});

it('has its program again when a person comes back to the page', async () => {
  await addBlock('remembered', 'text', 'for later');
  await page.goto('about:blank');
  await page.goBack();
  await page.locator('codeless-editor .blocklyBlockCanvas').getByText('for later').waitFor();
});

it('takes another language, other words and other places in place, and keeps all that was done', async () => {
  await addBlock('one', 'console_print');
  const element = page.locator('codeless-editor');
  const grip = await element.evaluate((subject: CodelessEditorElement) => {
    const rect = subject.editor?.workspace.getBlockById('one')?.getSvgRoot().getBoundingClientRect();
    return { x: (rect?.left ?? 0) + 9, y: (rect?.top ?? 0) + 9 };
  });
  await page.mouse.click(grip.x, grip.y);
  await addBlock('two');
  await element.evaluate((subject: CodelessEditorElement) => {
    subject.setAttribute('theme', 'dark');
    subject.setAttribute('locale', 'de');
  });
  await element.getByRole('treeitem', { name: 'Logik', exact: true }).waitFor();
  const state = () =>
    element.evaluate((subject: CodelessEditorElement) => {
      const workspace = subject.editor?.workspace;
      return {
        ids: workspace?.getAllBlocks(false).map(({ id }) => id),
        theme: workspace?.getTheme().name,
        isSelected: workspace?.getBlockById('one')?.getFocusableElement() === subject.shadowRoot?.activeElement,
        isRtl: workspace?.RTL,
      };
    });
  const kept = { theme: 'cpb-dark', isSelected: true };
  expect(await state()).toEqual({ ...kept, ids: ['one', 'two'], isRtl: false });
  await element.evaluate((subject: CodelessEditorElement) => subject.editor?.undo());
  expect(await state()).toEqual({ ...kept, ids: ['one'], isRtl: false });
  await element.evaluate((subject: CodelessEditorElement) => subject.setAttribute('locale', 'ar'));
  await expect.poll(state, { timeout: 30_000 }).toEqual({ ...kept, ids: ['one'], isRtl: true });
  await element.evaluate((subject: CodelessEditorElement) => {
    subject.editor?.redo();
    subject.options = { messages: { CPB_CATEGORY_DEVICE: 'Gadgets' } };
    subject.setAttribute('readonly', '');
    subject.removeAttribute('locale');
  });
  // A viewer's toolbox is there, and hidden.
  await element.locator('.blocklyToolbox').getByText('Logic', { exact: true }).waitFor({ state: 'attached' });
  await element.evaluate((subject: CodelessEditorElement) => subject.removeAttribute('readonly'));
  await element.getByRole('treeitem', { name: 'Gadgets', exact: true }).waitFor();
  expect(await state()).toEqual({ ...kept, ids: ['one', 'two'], isRtl: false });
});

it('says by an event of its own that its pictures are not there, and where it looked', async () => {
  const told = await page.locator('codeless-editor').evaluate(async (element: CodelessEditorElement) => {
    const failure = new Promise<CodelessEditorEvents['error']>((resolve) =>
      element.addEventListener('error', ({ detail }) => resolve(detail), { once: true }),
    );
    element.setAttribute('assets-url', '/nowhere.test/');
    const { error, during } = await failure;
    await element.editor?.ready;
    return { during, name: error.name, message: error.message, works: element.editor?.compile().code.includes('main') };
  });
  expect(told).toMatchObject({ during: 'assets', name: 'AssetsError', works: true });
  expect(told.message).toContain(`${inject('sources')}nowhere.test/`);
  expect(told.message).toContain('codeless-push-blocks assets');
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

it('is filled by the blocks, with the toolbox at their side', async () => {
  const widths = await page
    .locator('codeless-editor')
    .evaluate((element: CodelessEditorElement) =>
      ['.injectionDiv', '.blocklyToolbox'].map((part) => element.shadowRoot?.querySelector(part)?.clientWidth ?? NaN),
    );
  const [all = NaN, toolbox = NaN] = widths;
  expect(all).toBeGreaterThan(1000);
  expect(toolbox).toBeLessThan(all / 4);
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
