import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EditorPages, type EditorPage } from './editor-page.ts';

let pages: EditorPages;
let editor: EditorPage;

beforeAll(async () => {
  pages = await EditorPages.start();
  editor = await pages.open();
});

afterAll(async () => {
  await pages?.close();
});

beforeEach(async () => {
  await editor.load();
});

afterEach(() => {
  expect(editor.complaints).toEqual([]);
});

const names = (value: string) => ({ shadow: { type: 'device_channel_list', id: 'names', fields: { NAMES: value } } });

/** Prints the result of Register Device. */
const example = (inputs: object = {}) => ({
  type: 'console_print',
  id: 'print',
  x: 320,
  y: 60,
  inputs: {
    VALUE: {
      block: {
        type: 'device_register',
        id: 'register',
        extraState: { returnResult: true },
        fields: { RETURN_RESULT: true },
        inputs: { CHANNELS: names('ads\ndiscount'), ...inputs },
      },
    },
  },
});

/** A date in the past, as the expiration. */
const past = {
  EXPIRATION: {
    block: {
      type: 'date_from_now',
      id: 'past',
      fields: { UNIT: 'DAYS' },
      inputs: { AMOUNT: { shadow: { type: 'math_number', fields: { NUM: -1 } } } },
    },
  },
};

const endless = {
  type: 'controls_whileUntil',
  id: 'loop',
  x: 320,
  y: 60,
  inputs: { BOOL: { block: { type: 'logic_boolean', fields: { BOOL: 'TRUE' } } } },
};

/** Runs the program and gives the events of the run, and how it ended. */
function run() {
  return editor.page.evaluate(async () => {
    const { editor: subject } = fixture;
    const events: string[] = [];
    const printed: string[] = [];
    const off = subject.on('run', (event) => {
      events.push(event.type);
      if (event.type === 'console') printed.push(event.entry.text);
    });
    const result = await subject.run({ timeout: 20_000 }).finished;
    off();
    return { events, printed, ...result };
  });
}

describe('code', () => {
  it('follows the blocks, one answer for each change', async () => {
    await editor.load(example());
    const codes = await editor.page.evaluate(async () => {
      const { editor: subject } = fixture;
      const found: string[] = [];
      const off = subject.on('code', ({ code }) => found.push(code));
      subject.workspace.getBlockById('names')?.setFieldValue('news', 'NAMES');
      subject.workspace.getBlockById('register')?.setFieldValue('FALSE', 'RETURN_RESULT');
      await new Promise<void>((resolve) => {
        subject.on('code', () => resolve());
      });
      off();
      return found;
    });
    expect(codes).toHaveLength(1);
    expect(codes[0]).toContain('registerDevice(deviceToken, ["news"])');
  });

  it('comes for the first program too, and is the same when asked for', async () => {
    const other = await pages.open();
    const { first, asked } = await other.page.evaluate(async () => {
      fixture.editor.dispose();
      const element = document.querySelector<HTMLElement>('#editor');
      if (!element) throw new Error('No place.');
      const program = { version: 1, blocks: { blocks: [{ type: 'device_register', id: 'register' }] } };
      const subject = fixture.createEditor(element, { program });
      fixture.editor = subject;
      const code = await new Promise<string>((resolve) => {
        subject.on('code', (compilation) => resolve(compilation.code));
      });
      return { first: code, asked: subject.compile().code };
    });
    expect(first).toContain('registerDevice(deviceToken)');
    expect(asked).toBe(first);
    await other.page.close();
  });

  it('says what changed, and whether the program differs from what was saved', async () => {
    await editor.load(example());
    const kinds = await editor.page.evaluate(async () => {
      const { editor: subject } = fixture;
      const heard: string[] = [];
      const next = (action: () => void) =>
        new Promise<void>((resolve) => {
          const off = subject.on('change', ({ kind, dirty }) => {
            heard.push(`${kind} ${dirty}`);
            off();
            resolve();
          });
          action();
        });
      await next(() => subject.workspace.getBlockById('print')?.moveBy(40, 0));
      subject.save();
      await next(() => subject.workspace.getBlockById('names')?.setFieldValue('news', 'NAMES'));
      await next(() => subject.undo());
      await next(() => subject.load({}));
      return heard;
    });
    expect(kinds).toEqual(['layout true', 'edit true', 'edit false', 'load false']);
  });

  it('shows on the blocks what is wrong with them, until it is right', async () => {
    await editor.load({ ...example({ CHANNELS: names('a,b') }) });
    expect(await editor.warning('register')).toContain('a,b');
    await editor.page.evaluate(() => {
      const block = fixture.editor.workspace.getBlockById('register');
      block?.setWarningText('of the host', 'host');
      fixture.editor.workspace.getBlockById('names')?.setFieldValue('ab', 'NAMES');
    });
    await editor.settle();
    expect(await editor.warning('register')).toBe('of the host');
  });

  it('tells which block is selected', async () => {
    await editor.load(example());
    const selected = editor.page.evaluate(
      () =>
        new Promise((resolve) => {
          fixture.editor.on('select', ({ blockId }) => {
            if (blockId !== null) resolve(blockId);
          });
        }),
    );
    await editor.click(await editor.grip('print'));
    expect(await selected).toBe('print');
  });

  it('lights up one block at a time', async () => {
    await editor.load(example());
    const lit = () =>
      editor.page.evaluate(() =>
        fixture.editor.workspace
          .getAllBlocks(false)
          .filter((block) => block.getSvgRoot().classList.contains('blocklyHighlighted'))
          .map(({ id }) => id),
      );
    await editor.page.evaluate(() => fixture.editor.highlight('print'));
    await editor.page.evaluate(() => fixture.editor.highlight('register'));
    const both = await lit();
    await editor.page.evaluate(() => fixture.editor.highlight(null));
    expect([both, await lit()]).toEqual([['register'], []]);
  });
});

describe('loading', () => {
  /** Tries to load something and gives what the editor says, with the program after it. */
  const attempt = (program: unknown) =>
    editor.page.evaluate((data) => {
      const { editor: subject } = fixture;
      let said = { name: '', code: '', message: '' };
      try {
        subject.load(data);
      } catch (error) {
        if (error instanceof Error && 'code' in error) {
          said = { name: error.name, code: String(error.code), message: error.message };
        }
      }
      return { ...said, after: subject.save(), undo: subject.workspace.getUndoStack().length };
    }, program);

  it.each([
    ['a list', [], 'not-a-program', 'a list'],
    ['another JSON', { name: 'x' }, 'not-a-program', '“name”'],
    ['a newer version', { version: 99 }, 'newer-version', '99'],
    [
      'an unknown block',
      { blocks: { blocks: [{ type: 'text' }, { type: 'sprite_move' }] } },
      'unknown-block',
      '“sprite_move”',
    ],
    [
      'blocks that do not fit',
      { blocks: { blocks: [{ type: 'text' }, { type: 'text', next: { block: { type: 'text' } } }] } },
      'rejected',
      'text',
    ],
    [
      'a value of the wrong type',
      {
        blocks: {
          blocks: [{ type: 'device_register', inputs: { CHANNELS: { block: { type: 'math_number' } } } }],
        },
      },
      'rejected',
      'math_number',
    ],
  ])('%s is refused with its name, and changes nothing', async (_name, program, code, named) => {
    await editor.load(example());
    const before = await editor.save();
    const { after, undo, ...said } = await attempt(program);
    expect(said).toEqual({ name: 'ProgramError', code, message: expect.stringContaining(named) });
    expect(after).toEqual(before);
    await editor.settle();
    expect(undo).toBe(0);
    expect(await editor.page.evaluate(() => fixture.Blockly.Events.getRecordUndo())).toBe(true);
    expect(await editor.page.evaluate(() => fixture.Blockly.Events.getGroup())).toBe('');
    expect(await editor.page.evaluate(() => fixture.Blockly.Events.isEnabled())).toBe(true);
  });

  it('a chain longer than the workspace can hold is refused, and changes nothing', async () => {
    await editor.load(example());
    const before = await editor.save();
    const { said, after } = await editor.page.evaluate(() => {
      let chain: object = { type: 'console_print' };
      for (let count = 0; count < 20_000; count++) chain = { type: 'console_print', next: { block: chain } };
      let code: unknown;
      try {
        fixture.editor.load({ version: 1, blocks: { blocks: [chain] } });
      } catch (error) {
        code = error instanceof Error && 'code' in error ? error.code : error;
      }
      return { said: code, after: fixture.editor.save() };
    });
    expect(said).toBe('too-long');
    expect(after).toEqual(before);
  });

  it('is one step to undo', async () => {
    await editor.load(example());
    const before = await editor.save();
    await editor.page.evaluate(() =>
      fixture.editor.load({
        version: 1,
        variables: [{ id: 'v', name: 'v' }],
        blocks: { blocks: [{ type: 'variables_get', id: 'get', fields: { VAR: { id: 'v' } } }, { type: 'text' }] },
      }),
    );
    await editor.settle();
    await editor.undo();
    expect(await editor.save()).toEqual(before);
    await editor.redo();
    expect(await editor.ids()).toContain('get');
  });

  it('is undone also when that is asked at once, before Blockly has recorded it', async () => {
    await editor.load(example());
    const before = await editor.save();
    await editor.settle();
    const undone = await editor.page.evaluate(async () => {
      const { editor: subject } = fixture;
      subject.load({ version: 1, variables: [{ id: 'v', name: 'v' }] });
      subject.undo();
      await new Promise<void>((resolve) => {
        const off = subject.on('code', ({ code }) => {
          if (!code.includes('registerDevice')) return;
          off();
          resolve();
        });
      });
      return subject.save();
    });
    expect(undone).toEqual(before);
  });

  it('rejects `ready` when the first program is bad, and leaves an editor that works', async () => {
    const outcome = await editor.page.evaluate(async () => {
      const element = document.createElement('div');
      document.body.append(element);
      const other = fixture.createEditor(element, { program: { version: 99 } });
      const said = await other.ready.then(
        () => 'fine',
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
      );
      other.load({});
      const saved = other.save();
      other.dispose();
      element.remove();
      return { said, saved };
    });
    expect(outcome).toEqual({ said: 'newer-version', saved: { version: 1 } });
  });
});

describe('runs', () => {
  it('give the map of channels and registration IDs', async () => {
    await editor.load(example());
    const { events, printed, outcome } = await run();
    expect(outcome).toEqual({ status: 'done' });
    expect(printed).toHaveLength(1);
    expect(printed[0]).toMatch(/ads: "[0-9A-F-]{36}".*discount: "[0-9A-F-]{36}"/);
    expect(events[0]).toBe('started');
    expect(events.at(-1)).toBe('finished');
    expect(events).toContain('request');
    expect(events).toContain('trace');
  });

  it('show the error of the service on its block, until the program changes', async () => {
    await editor.load(example(past));
    const { outcome, blockId } = await run();
    expect(outcome).toMatchObject({ status: 'failed', error: { code: 5004 } });
    expect(blockId).toBe('register');
    expect(await editor.warning('register')).toContain('5004');
    await editor.page.evaluate(() => fixture.editor.workspace.getBlockById('names')?.setFieldValue('x', 'NAMES'));
    await editor.settle();
    expect(await editor.warning('register')).not.toMatch(/^5004|\n5004/);
  });

  it('do not begin when a channel name would make the answer ambiguous', async () => {
    await editor.load(example({ CHANNELS: names('a,b') }));
    const { events, outcome, blockId } = await run();
    expect(outcome).toMatchObject({ status: 'failed', error: { message: expect.stringContaining('a,b') } });
    expect(blockId).toBe('register');
    expect(events).toEqual(['finished']);
  });

  it('can be stopped in an endless loop', async () => {
    await editor.load(endless);
    const outcome = await editor.page.evaluate(async () => {
      const { editor: subject } = fixture;
      const traced = new Promise<void>((resolve) => {
        subject.on('run', ({ type }) => {
          if (type === 'trace') resolve();
        });
      });
      const running = subject.run();
      await traced;
      running.stop();
      return (await running.finished).outcome;
    });
    expect(outcome).toEqual({ status: 'stopped' });
  });

  it('can be stopped before they have begun, and replace one another', async () => {
    await editor.load(endless);
    const outcomes = await editor.page.evaluate(async () => {
      const { editor: subject } = fixture;
      const one = subject.run();
      one.stop();
      const two = subject.run();
      const three = subject.run({ timeout: 1000 });
      return Promise.all([one, two, three].map(async ({ finished }) => (await finished).outcome.status));
    });
    expect(outcomes.slice(0, 2)).toEqual(['stopped', 'stopped']);
    expect(['timeout', 'unresponsive']).toContain(outcomes[2]);
  });

  it('talk to a backend of the host', async () => {
    await editor.load(example());
    const { asked, status } = await editor.page.evaluate(async () => {
      const { editor: subject } = fixture;
      const requests: string[] = [];
      subject.update({
        backend: {
          mode: 'custom',
          async handle({ method, url }) {
            requests.push(`${method} ${new URL(url).pathname}`);
            const body = JSON.stringify({ registrationId: 'ONE::ads,TWO::discount' });
            return { status: 200, headers: { 'content-type': 'application/json' }, body };
          },
        },
      });
      const { outcome } = await subject.run({
        app: { appId: 'APP', apiKey: 'KEY', serverURL: 'https://host.example' },
      }).finished;
      subject.update({ backend: { mode: 'emulator' } });
      return { asked: requests, status: outcome.status };
    });
    expect(status).toBe('done');
    expect(asked).toContain('POST /APP/KEY/messaging/registrations');
  });
});

describe('a drag', () => {
  interface BlockChain {
    type: string;
    id: string;
    next?: { block: BlockChain };
  }
  const chain = (name: string, length: number, index = 0): BlockChain => ({
    type: 'console_print',
    id: `${name}${index}`,
    ...(index + 1 < length && { next: { block: chain(name, length, index + 1) } }),
  });
  const load = async (...blocks: object[]): Promise<void> => {
    // As text: a chain is nested deeper than what the browser takes as an argument.
    const text = JSON.stringify({ version: 1, blocks: { blocks } });
    await editor.page.evaluate((program) => fixture.editor.load(JSON.parse(program)), text);
    await editor.settle();
  };

  /** How many blocks are in view, how many are hidden, and which are both. */
  const sight = () =>
    editor.page.evaluate(() => {
      const blocks = fixture.editor.workspace.getAllBlocks(false).map((block) => {
        const path = block.getSvgRoot().querySelector(':scope > .blocklyPath');
        const { top, bottom } = path?.getBoundingClientRect() ?? new DOMRect();
        const isHidden = path !== null && getComputedStyle(path).visibility === 'hidden';
        return { id: block.id, isInView: bottom > 0 && top < innerHeight, isHidden };
      });
      return {
        inView: blocks.filter(({ isInView }) => isInView).length,
        hidden: blocks.filter(({ isHidden }) => isHidden).length,
        missing: blocks.filter(({ isInView, isHidden }) => isInView && isHidden).map(({ id }) => id),
      };
    });

  it('leaves undrawn what is far out of sight, above and below, until the drop', async () => {
    await load({ ...chain('a', 150), x: 320, y: 60 }, { ...chain('b', 150), x: 620, y: 60 });
    await editor.page.evaluate(() => fixture.editor.highlight('a75'));
    await editor.settle();
    const { mouse } = editor.page;
    const { x, y } = await editor.grip('a75');
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x - 60, y + 20, { steps: 5 });
    await expect.poll(async () => (await sight()).hidden).toBeGreaterThan(100);
    expect(await sight()).toMatchObject({ missing: [], inView: expect.toSatisfy((count) => count > 20) });
    // Up and away, so that the end of what is dragged comes into view, and then all of the rest.
    await mouse.move(x - 60, y - 3000, { steps: 3 });
    await expect.poll(async () => (await sight()).missing).toEqual([]);
    await mouse.move(x - 60, y, { steps: 3 });
    await mouse.wheel(0, -2500);
    await expect.poll(sight).toMatchObject({ missing: [], inView: expect.toSatisfy((count) => count > 20) });
    expect((await sight()).hidden).toBeGreaterThan(100);
    await mouse.up();
    await expect.poll(async () => (await sight()).hidden).toBe(0);
    expect(await editor.page.evaluate(() => fixture.editor.workspace.getTopBlocks(false).length)).toBe(3);
  });

  it('by keyboard leaves out nothing', async () => {
    await load({ ...chain('a', 100), x: 320, y: 60 });
    await editor.click(await editor.grip('a1'));
    await editor.press('m');
    await editor.press('ArrowDown');
    expect(await editor.page.evaluate(() => fixture.editor.workspace.isDragging())).toBe(true);
    expect((await sight()).hidden).toBe(0);
    await editor.press('Escape');
  });
});

describe('as a guest', () => {
  it('leaves nothing behind, however often it comes', async () => {
    const { before, after, workspaces } = await editor.page.evaluate(async () => {
      const nodes = () => document.querySelectorAll('*').length;
      const element = document.createElement('div');
      element.style.cssText = 'width: 600px; height: 400px';
      document.body.append(element);
      const mount = async () => {
        const other = fixture.createEditor(element);
        await other.ready;
        other.workspace.getToolbox()?.selectItemByPosition(2);
        other.dispose();
        other.dispose();
      };
      // Styles and layers that all editors share come with the first.
      await mount();
      const first = nodes();
      const count = fixture.Blockly.common.getAllWorkspaces().length;
      for (let round = 0; round < 10; round++) await mount();
      const result = {
        before: first,
        after: nodes(),
        workspaces: fixture.Blockly.common.getAllWorkspaces().length - count,
      };
      element.remove();
      return result;
    });
    expect(after).toBe(before);
    expect(workspaces).toBe(0);
  });

  it('leaves an empty element and a body as it was', async () => {
    const other = await pages.open();
    await other.load(example());
    await other.dragFromToolbox('Device', 'device_register', { x: 560, y: 320 });
    const left = await other.page.evaluate(() => {
      fixture.editor.dispose();
      return { inside: document.querySelector('#editor')?.childElementCount, body: document.body.childElementCount };
    });
    expect(left).toEqual({ inside: 0, body: 1 });
    await other.page.close();
  });

  it('goes with its signal, and throws when it is used after that', async () => {
    const said = await editor.page.evaluate(async () => {
      const element = document.createElement('div');
      document.body.append(element);
      const controller = new AbortController();
      const other = fixture.createEditor(element, { signal: controller.signal });
      await other.ready;
      controller.abort();
      const messages = [() => other.save(), () => other.run(), () => other.load({}), () => other.undo()].map((use) => {
        try {
          use();
          return 'fine';
        } catch (error) {
          return error instanceof Error ? error.message : error;
        }
      });
      const { childElementCount } = element;
      element.remove();
      return { messages, childElementCount };
    });
    expect(said.childElementCount).toBe(0);
    expect(new Set(said.messages)).toEqual(new Set(['This editor has been disposed of.']));
  });

  it('stands beside others: each has its own program, and its dropdowns', async () => {
    const places = await editor.page.evaluate(async () => {
      fixture.others = [0, 1, 2].map((index) => {
        const element = document.createElement('div');
        element.className = 'other';
        element.style.cssText = `position: fixed; inset: ${index * 200}px 0 auto 600px; height: 200px`;
        document.body.append(element);
        const inputs = { VALUE: { shadow: { type: 'text', fields: { TEXT: 'Hello' } } } };
        const program = { blocks: { blocks: [{ type: 'console_print', id: `print${index}`, inputs, x: 10, y: 10 }] } };
        return fixture.createEditor(element, { program });
      });
      await Promise.all(fixture.others.map(({ ready }) => ready));
      await fixture.Blockly.renderManagement.finishQueuedRenders();
      return fixture.others.map(({ workspace }, index) => {
        const rect = workspace.getBlockById(`print${index}`)?.getField('LEVEL')?.getScaledBBox();
        return { x: (rect?.left ?? 0) + 8, y: (rect?.top ?? 0) + 8 };
      });
    });
    const elements = editor.page.locator('.other');
    for (const index of [2, 0, 1, 0]) {
      await editor.page.mouse.click(places[index]?.x ?? 0, places[index]?.y ?? 0);
      await elements.nth(index).getByRole('option', { name: 'warn' }).click();
      await expect.poll(() => editor.page.getByRole('option').count()).toBe(0);
      await elements.nth(index).locator('.blocklyDropDownDiv').waitFor({ state: 'attached' });
    }
    const programs = await editor.page.evaluate(() => {
      const saved = fixture.others.map((other) => other.save().blocks?.blocks);
      for (const other of fixture.others) other.dispose();
      for (const element of document.querySelectorAll('.other')) element.remove();
      return saved;
    });
    expect(programs).toEqual(
      [0, 1, 2].map((index) => [expect.objectContaining({ id: `print${index}`, fields: { LEVEL: 'WARN' } })]),
    );
  });

  it('is a viewer when it may only be read', async () => {
    await editor.load(example());
    const before = await editor.save();
    await editor.page.evaluate(() => fixture.editor.update({ readOnly: true }));
    await editor.settle();
    expect(await editor.page.getByRole('tree').isVisible()).toBe(false);
    const grip = await editor.grip('print');
    await editor.drag(grip, { x: grip.x + 200, y: grip.y + 100 });
    await editor.page.keyboard.press('Delete');
    await editor.settle();
    expect((await editor.save()).blocks?.blocks?.[0]?.inputs).toEqual(before.blocks?.blocks?.[0]?.inputs);
    await editor.page.evaluate(() => fixture.editor.update({ readOnly: false }));
    expect(await editor.page.getByRole('tree').isVisible()).toBe(true);
  });

  it('has blocks of the host, with their code', async () => {
    const code = await editor.page.evaluate(async () => {
      const element = document.createElement('div');
      document.body.append(element);
      const other = fixture.createEditor(element, {
        blocks: [
          {
            type: 'host_save_contact',
            message0: 'save contact %1',
            args0: [{ type: 'input_value', name: 'NAME', check: 'String' }],
            previousStatement: null,
            nextStatement: null,
            colour: 20,
          },
        ],
        lowerings: {
          host_save_contact: (block, b) =>
            b.run(b.call('saveContact', [block.required('NAME', 'string', () => b.text(''))], fixture.T.unknown)),
        },
        program: {
          blocks: {
            blocks: [
              { type: 'host_save_contact', inputs: { NAME: { shadow: { type: 'text', fields: { TEXT: 'Ann' } } } } },
            ],
          },
        },
      });
      await other.ready;
      const compiled = other.compile().code;
      other.dispose();
      element.remove();
      return compiled;
    });
    expect(code).toContain('saveContact("Ann")');
  });

  it('takes the look it is told to, and that of the system', async () => {
    const background = () =>
      editor.page.evaluate(() => getComputedStyle(fixture.editor.workspace.getParentSvg()).backgroundColor);
    await editor.page.evaluate(() => fixture.editor.update({ theme: 'light' }));
    const light = await background();
    await editor.page.evaluate(() => fixture.editor.update({ theme: 'dark' }));
    const dark = await background();
    expect(dark).not.toBe(light);
    await editor.page.emulateMedia({ colorScheme: 'light' });
    await editor.page.evaluate(() => fixture.editor.update({ theme: 'auto' }));
    expect(await background()).toBe(light);
    await editor.page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(background).toBe(dark);
  });
});
