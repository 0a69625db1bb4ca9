/** The editor as a guest on a page that has others, and a style and settings of its own. */
import type { CDPSession, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EditorPages } from './editor-page.ts';
import { countLeftovers, type Leftovers } from './leftovers.ts';

let pages: EditorPages;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  pages = await EditorPages.start();
  ({ page, complaints } = await pages.visit('test/browser/fixtures/guest.html', countLeftovers));
  await page.waitForFunction(() => 'guest' in globalThis);
});

afterAll(async () => {
  await pages?.close();
});

afterEach(async () => {
  await unmount();
  expect(complaints).toEqual([]);
});

/** Puts editors on the page, each in a shadow root of its own. */
async function mount(count: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { createEditor, Blockly } = guest;
    guest.editors = Array.from({ length: wanted }, (_, index) => {
      const host = document.createElement('div');
      host.className = 'host';
      const place = document.createElement('div');
      place.style.height = '360px';
      host.attachShadow({ mode: 'open' }).append(place);
      document.body.append(host);
      const inputs = { VALUE: { shadow: { type: 'text', id: `text${index}`, fields: { TEXT: `Hello ${index}` } } } };
      const print = { type: 'console_print', id: `print${index}`, x: 40, y: 40, inputs };
      return createEditor(place, {
        theme: index % 2 === 0 ? 'light' : 'dark',
        program: { blocks: { blocks: [print] } },
        runner: { url: '/runner.html' },
      });
    });
    await Promise.all(guest.editors.map(({ ready }) => ready));
    await Blockly.renderManagement.finishQueuedRenders();
  }, count);
}

async function unmount(): Promise<void> {
  await page.evaluate(() => {
    for (const editor of guest.editors) editor.dispose();
    guest.editors = [];
    for (const host of document.querySelectorAll('.host')) host.remove();
  });
}

describe('dialogs', () => {
  const dialogs = () => page.locator('dialog');
  /** The names of variables in each editor. */
  const variables = () =>
    page.evaluate(() =>
      guest.editors.map(({ workspace }) =>
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
  });

  it('keep their keys to themselves, and give the focus back', async () => {
    await mount(1);
    await createVariable(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Escape');
    await dialogs().waitFor({ state: 'detached' });
    const state = await page.evaluate(() => ({
      blocks: guest.editors[0]?.workspace.getAllBlocks(false).length,
      isHeld: guest.Blockly.getFocusManager().ephemeralFocusTaken(),
    }));
    expect(state).toEqual({ blocks: 2, isHeld: false });
  });

  it('go with their editor, also one that would be followed by another', async () => {
    await mount(2);
    await createVariable(0);
    await page.keyboard.type('taken');
    await page.keyboard.press('Enter');
    await dialogs().waitFor({ state: 'detached' });
    await page.evaluate(() => {
      const [editor] = guest.editors;
      if (editor) guest.Blockly.Variables.createVariableButtonHandler(editor.workspace);
    });
    await page.keyboard.type('taken');
    await page.keyboard.press('Enter');
    await dialogs().getByText('already exists').waitFor();
    const state = await page.evaluate(() => {
      guest.editors[0]?.dispose();
      guest.editors.shift();
      document.querySelector('.host')?.remove();
      const held = guest.Blockly.getFocusManager().ephemeralFocusTaken();
      return { held, dialogs: document.querySelectorAll('dialog').length };
    });
    expect(state).toEqual({ held: false, dialogs: 0 });
    await createVariable(0);
    await page.keyboard.type('next');
    await page.keyboard.press('Enter');
    await dialogs().waitFor({ state: 'detached' });
    expect(await variables()).toEqual([['next']]);
  });

  it('are those of the host where it has its own, before and after', async () => {
    const asked = await page.evaluate(() => {
      const heard: string[] = [];
      guest.Blockly.dialog.setPrompt((text, _, answer) => {
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
      guest.Blockly.dialog.prompt('Later', '', () => {});
      guest.Blockly.dialog.setPrompt();
      return Reflect.get(globalThis, 'heard');
    });
    expect(heard).toEqual(['New variable name:', 'Later']);
  });
});

describe('all that it put on the page', () => {
  const take = () => page.evaluate(() => leftovers.take());
  /** What the page has that never had an editor of ours: Blockly by itself listens to it from its first workspace on. */
  let before: Leftovers;

  beforeAll(async () => {
    await page.evaluate(async () => {
      const place = document.createElement('div');
      document.body.append(place);
      const workspace = guest.Blockly.inject(place, { css: false, sounds: false, media: '/' });
      await guest.Blockly.renderManagement.finishQueuedRenders();
      workspace.dispose();
      document.body.replaceChildren();
    });
    await page.waitForFunction(() => leftovers.take().timers === 0);
    before = await take();
  });

  /** A place on the block that is no field. */
  const grip = async (): Promise<{ x: number; y: number }> => {
    const path = page.locator('.blocklyBlockCanvas > .blocklyDraggable > .blocklyPath').first();
    const box = await path.boundingBox();
    if (!box) throw new Error('There is no block to be seen.');
    return { x: box.x + 8, y: box.y + 8 };
  };

  const states: [string, () => Promise<void>][] = [
    ['as it came', async () => {}],
    [
      'with a drawer open',
      async () => {
        await page.getByRole('treeitem', { name: 'Logic', exact: true }).click();
        await page.locator('.blocklyFlyout').filter({ visible: true }).waitFor();
      },
    ],
    [
      'while a text is written',
      async () => {
        await page.locator('.blocklyBlockCanvas').getByText('Hello 0').click();
        await page.keyboard.type('Bye');
      },
    ],
    [
      'with a list open',
      async () => {
        await page.locator('.blocklyDropdownText').filter({ visible: true }).first().click();
        await page.getByRole('option').first().waitFor();
      },
    ],
    [
      'with a menu open',
      async () => {
        await page.locator('.blocklyBlockCanvas').getByText('Hello 0').click({ button: 'right' });
        await page.getByRole('menuitem').first().waitFor();
      },
    ],
    [
      'with a tooltip',
      async () => {
        const { x, y } = await grip();
        await page.mouse.move(x, y);
        await page.mouse.move(x + 2, y + 1, { steps: 3 });
        await page.locator('.blocklyTooltipDiv').filter({ visible: true }).waitFor();
      },
    ],
    [
      'while a block is dragged',
      async () => {
        const { x, y } = await grip();
        await page.mouse.move(x, y);
        await page.mouse.down();
        await page.mouse.move(x + 80, y + 60, { steps: 5 });
        await page.locator('.blocklyDragging').first().waitFor();
      },
    ],
    [
      'with a notice',
      () =>
        page.evaluate(() => {
          const workspace = guest.editors[0]?.workspace;
          if (workspace) guest.Blockly.dialog.toast(workspace, { message: 'A notice', duration: 0.5 });
        }),
    ],
    [
      'while a program runs that does not end',
      () =>
        page.evaluate(async () => {
          const [editor] = guest.editors;
          const condition = { block: { type: 'logic_boolean', fields: { BOOL: 'TRUE' } } };
          editor?.load({ blocks: { blocks: [{ type: 'controls_whileUntil', inputs: { BOOL: condition } }] } });
          const traced = new Promise<void>((resolve) => {
            editor?.on('run', ({ type }) => {
              if (type === 'trace') resolve();
            });
          });
          editor?.run();
          await traced;
        }),
    ],
    [
      'after a run',
      () =>
        page.evaluate(async () => {
          await guest.editors[0]?.run().finished;
        }),
    ],
  ];

  it.each(states)('goes with it, %s', async (_, bring) => {
    await mount(1);
    await bring();
    await unmount();
    await page.mouse.up();
    await page.mouse.move(0, 0);
    await page.waitForFunction(() => leftovers.take().timers === 0);
    expect(await take()).toEqual(before);
  });

  it('goes by its signal too, and nothing is left on that', async () => {
    const counts = await page.evaluate(async () => {
      const place = document.createElement('div');
      document.body.append(place);
      const [one, other] = [new AbortController(), new AbortController()];
      for (const { signal } of [one, other]) leftovers.watchSignal(signal);
      const editor = guest.createEditor(place, { signal: one.signal });
      await editor.ready;
      const during = leftovers.take().listeners.filter((name) => name.startsWith('AbortSignal'));
      one.abort();
      const second = guest.createEditor(place, { signal: other.signal });
      await second.ready;
      second.dispose();
      const isEmpty = place.childElementCount === 0;
      place.remove();
      const after = leftovers.take().listeners.filter((name) => name.startsWith('AbortSignal'));
      return { during, after, isEmpty };
    });
    expect(counts).toEqual({ during: ['AbortSignal abort'], after: [], isEmpty: true });
  });
});

describe('ten at once', () => {
  it('are each one by itself: program, code, look, undo, language of its blocks, run', async () => {
    await mount(10);
    const found = await page.evaluate(async () => {
      const { editors } = guest;
      const changed = Promise.all(
        editors.map(
          (editor) =>
            new Promise<string>((resolve) => {
              const off = editor.on('code', ({ code }) => {
                if (!code.includes('Changed')) return;
                off();
                resolve(code);
              });
            }),
        ),
      );
      editors.forEach(({ workspace }, index) => {
        workspace.getBlockById(`text${index}`)?.setFieldValue(`Changed ${index}`, 'TEXT');
      });
      const codes = await changed;
      editors[3]?.undo();
      await new Promise<void>((resolve) => editors[3]?.on('code', () => resolve()));
      const runs = await Promise.all(
        [editors[0], editors[9]].map(async (editor) => {
          const printed: string[] = [];
          editor?.on('run', (event) => {
            if (event.type === 'console') printed.push(event.entry.text);
          });
          await editor?.run().finished;
          return printed;
        }),
      );
      return {
        codes: codes.map((code) => /Changed \d/.exec(code)?.[0]),
        texts: editors.map(({ workspace }, index) => workspace.getBlockById(`text${index}`)?.getFieldValue('TEXT')),
        themes: new Set(editors.map(({ workspace }) => workspace.getTheme().name)).size,
        runs,
      };
    });
    const each = Array.from({ length: 10 }, (_, index) => `Changed ${index}`);
    expect(found.codes).toEqual(each);
    expect(found.texts).toEqual(each.with(3, 'Hello 3'));
    expect(found.themes).toBe(2);
    expect(found.runs).toEqual([['Changed 0'], ['Changed 9']]);
  });

  it('take nothing from one another when some go', async () => {
    await mount(10);
    const saved = await page.evaluate(() => {
      const { editors } = guest;
      for (const index of [9, 0, 4]) editors[index]?.dispose();
      guest.editors = editors.filter((_, index) => ![9, 0, 4].includes(index));
      return guest.editors.map((editor) => editor.save().blocks?.blocks?.[0]?.id);
    });
    expect(saved).toEqual([1, 2, 3, 5, 6, 7, 8].map((index) => `print${index}`));
    // The layers went over to one that is still there: a list opens and chooses.
    const last = page.locator('.host').nth(8);
    await last.scrollIntoViewIfNeeded();
    await last.locator('.blocklyBlockCanvas .blocklyDropdownText').first().click();
    await last.getByRole('option', { name: 'warn' }).click();
    const level = await page.evaluate(() => guest.editors[6]?.workspace.getBlockById('print8')?.getFieldValue('LEVEL'));
    expect(level).toBe('WARN');
  });
});

describe('memory', () => {
  let session: CDPSession;

  /** Objects of scripts, nodes and bytes that are alive. */
  async function measure(): Promise<{ objects: number; nodes: number; listeners: number; bytes: number }> {
    for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
    const prototype = await session.send('Runtime.evaluate', { expression: 'Object.prototype', objectGroup: 'heap' });
    const { objects } = await session.send('Runtime.queryObjects', {
      prototypeObjectId: prototype.result.objectId ?? '',
      objectGroup: 'heap',
    });
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.length; }',
      returnByValue: true,
    });
    await session.send('Runtime.releaseObjectGroup', { objectGroup: 'heap' });
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return { objects: Number(result.value), nodes, listeners: jsEventListeners, bytes: usedSize };
  }

  async function mountAndGo(times: number): Promise<void> {
    await page.evaluate(async (count) => {
      const place = document.createElement('div');
      place.style.height = '400px';
      document.body.append(place);
      const program = { blocks: { blocks: [{ type: 'console_print', x: 40, y: 40 }] } };
      for (let round = 0; round < count; round++) {
        const editor = guest.createEditor(place, { program });
        await editor.ready;
        editor.workspace.getToolbox()?.selectItemByPosition(2);
        await guest.Blockly.renderManagement.finishQueuedRenders();
        editor.dispose();
        await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
      }
      place.remove();
    }, times);
  }

  it('does not grow over a hundred visits', async () => {
    session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.enable');
    await mountAndGo(20);
    const at20 = await measure();
    await mount(1);
    const one = await measure();
    await unmount();
    await mountAndGo(40);
    const at60 = await measure();
    await mountAndGo(40);
    const at100 = await measure();
    await session.detach();
    // One that stays is seen: this is what is looked for a hundred times.
    const objects = one.objects - at20.objects;
    expect(objects).toBeGreaterThan(1000);
    expect(one.nodes - at20.nodes).toBeGreaterThan(100);
    // Caches and what is still on its way differ by a few; forty forgotten objects would be seen.
    expect(Math.abs(at100.objects - at60.objects)).toBeLessThan(40);
    expect(at60.objects - at20.objects).toBeLessThan(objects / 4);
    expect(at100.nodes).toBe(at60.nodes);
    expect(at60.nodes).toBeLessThanOrEqual(at20.nodes);
    expect(at100.listeners).toBe(at60.listeners);
    // Bytes count compiled code too, which the browser makes and drops as it likes: a fiftieth of an editor each.
    expect(at100.bytes - at60.bytes).toBeLessThan(((one.bytes - at20.bytes) / 50) * 40);
  });
});
