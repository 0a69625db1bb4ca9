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

describe('with the mouse', () => {
  it('drags blocks out of the toolbox and snaps them together', async () => {
    const register = await editor.dragFromToolbox('Device', 'device_register', { x: 560, y: 120 });
    const socket = await editor.connection(register, 'DEVICE_TOKEN');
    const token = await editor.dragFromToolbox('Device', 'device_token', { x: socket.x + 6, y: socket.y - 2 });
    const expiration = await editor.connection(register, 'EXPIRATION');
    const date = await editor.dragFromToolbox('Date', 'date_from_now', { x: expiration.x + 6, y: expiration.y - 2 });
    const below = await editor.connection(register, null);
    const print = await editor.dragFromToolbox('Console', 'console_print', { x: below.x + 4, y: below.y + 4 });
    expect((await editor.save()).blocks?.blocks).toEqual([
      expect.objectContaining({
        id: register,
        type: 'device_register',
        inputs: {
          DEVICE_TOKEN: { block: { type: 'device_token', id: token } },
          CHANNELS: { shadow: expect.objectContaining({ fields: { NAMES: 'ads\ndiscount' } }) },
          EXPIRATION: { block: expect.objectContaining({ id: date, fields: { UNIT: 'DAYS' } }) },
        },
        next: { block: expect.objectContaining({ id: print }) },
      }),
    ]);
  });

  it('does not snap a value of the wrong type', async () => {
    await editor.load({ type: 'device_register', id: 'register', x: 360, y: 100 });
    const socket = await editor.connection('register', 'DEVICE_TOKEN');
    const date = await editor.dragFromToolbox('Date', 'date_now', { x: socket.x + 6, y: socket.y - 2 });
    expect(await editor.page.evaluate((id) => fixture.editor.workspace.getBlockById(id)?.getParent(), date)).toBeNull();
  });

  it('deletes a block and brings it back', async () => {
    await editor.load({ type: 'device_register', id: 'register', x: 360, y: 100 });
    await editor.click(await editor.grip('register'));
    await editor.press('Delete');
    expect((await editor.save()).blocks).toBeUndefined();
    await editor.press('Control+Z');
    expect((await editor.save()).blocks?.blocks?.[0]?.id).toBe('register');
  });
});

describe('the channel names', () => {
  beforeEach(async () => {
    await editor.load({
      type: 'device_register',
      id: 'register',
      x: 360,
      y: 100,
      inputs: {
        CHANNELS: { shadow: { type: 'device_channel_list', id: 'names', fields: { NAMES: 'ads\ndiscount' } } },
      },
    });
  });

  const names = () => editor.field('names', 'NAMES');
  const warnings = () => editor.warning('names');
  const edit = async (text: string) => {
    const field = await editor.fieldPlace('names', 'NAMES');
    await editor.page.mouse.click(field.x, field.y);
    await editor.page.locator('textarea').fill(text);
  };

  it.each(['Control', 'Meta'])('are taken with %s+Enter, trimmed and without empty lines, in one step', async (key) => {
    await edit('  ads\n\n news \n\t\n');
    await editor.press(`${key}+Enter`);
    await expect.poll(() => editor.page.locator('textarea').count()).toBe(0);
    expect(await names()).toBe('ads\nnews');
    await editor.undo();
    expect(await names()).toBe('ads\ndiscount');
    await editor.redo();
    expect(await names()).toBe('ads\nnews');
  });

  it('go on to a new line with Enter', async () => {
    await edit('ads');
    await editor.page.keyboard.press('Enter');
    await editor.page.keyboard.type('news');
    await editor.press('Control+Enter');
    expect(await names()).toBe('ads\nnews');
  });

  it('are taken by leaving the field', async () => {
    await edit(' news ');
    await editor.click({ x: 900, y: 600 });
    expect(await names()).toBe('news');
    await editor.undo();
    expect(await names()).toBe('ads\ndiscount');
  });

  it('stay as they were with Escape', async () => {
    await edit('news');
    await editor.press('Escape');
    expect(await names()).toBe('ads\ndiscount');
  });

  it('come through exactly, whatever they hold', async () => {
    const hostile = ['"quoted"', "it's \\ back", '</script><b>', '🙂', 'a\u2028b', '__proto__', '${x}', '%1'];
    await edit(hostile.join('\n'));
    await editor.press('Control+Enter');
    expect(await names()).toBe(hostile.join('\n'));
    expect(await warnings()).toBe('');
  });

  it('are reported when they are there twice, or would make the answer ambiguous, until they are not', async () => {
    await edit('ads\nads\na,b\nx::y');
    await editor.press('Control+Enter');
    for (const name of ['“ads”', '“a,b”', '“x::y”']) expect(await warnings()).toContain(name);
    await edit('ads');
    await editor.press('Control+Enter');
    expect(await warnings()).toBe('');
  });
});

describe('return result', () => {
  const chain = {
    type: 'console_print',
    id: 'before',
    x: 300,
    y: 60,
    next: {
      block: {
        type: 'device_register',
        id: 'register',
        inputs: { CHANNELS: { shadow: { type: 'device_channel_list', id: 'names', fields: { NAMES: 'ads' } } } },
        next: { block: { type: 'console_print', id: 'after' } },
      },
    },
  };
  const nested = {
    type: 'console_print',
    id: 'print',
    x: 300,
    y: 60,
    inputs: {
      VALUE: {
        block: {
          type: 'device_register',
          id: 'register',
          extraState: { returnResult: true },
          fields: { RETURN_RESULT: true },
        },
      },
    },
    next: { block: { type: 'console_print', id: 'after' } },
  };

  it.each([
    ['on in a chain', chain],
    ['off in an input', nested],
  ])('ticked %s: nothing is lost, and one undo brings all of it back', async (_name, program) => {
    await editor.load(program);
    const before = await editor.save();
    const all = await editor.ids();
    const box = await editor.fieldPlace('register', 'RETURN_RESULT');
    await editor.click(box);
    expect(await editor.ids()).toEqual(all);
    const after = await editor.save();
    expect(after).not.toEqual(before);
    expect(after.blocks?.blocks).toHaveLength(2);
    await editor.press('Control+Z');
    expect(await editor.save()).toEqual(before);
    await editor.press('Control+Shift+Z');
    expect(await editor.save()).toEqual(after);
    await editor.page.evaluate((saved) => fixture.editor.load(saved), after);
    await editor.settle();
    expect(await editor.save()).toEqual(after);
    await editor.undo();
    expect(await editor.save()).toEqual(after);
    await editor.undo();
    expect(await editor.save()).toEqual(before);
  });

  it('moves the block out of what closes up behind it', async () => {
    await editor.load(chain);
    const box = await editor.fieldPlace('register', 'RETURN_RESULT');
    await editor.click(box);
    const apart = await editor.page.evaluate(() => {
      const rect = (id: string) => fixture.editor.workspace.getBlockById(id)?.getBoundingRectangleWithoutChildren();
      return { register: rect('register')?.left ?? 0, after: rect('after')?.left ?? 0 };
    });
    expect(apart.register).toBeGreaterThan(apart.after);
  });
});

describe('create object', () => {
  const object = {
    type: 'object_create',
    id: 'object',
    x: 560,
    y: 200,
    extraState: { keys: ['title', 'body'] },
    inputs: {
      VALUE0: { block: { type: 'text', id: 'first', fields: { TEXT: 'Hello' } } },
      VALUE1: { block: { type: 'date_now', id: 'second' } },
    },
  };

  /** The mutator's own workspace, open. */
  const openMutator = async () => {
    await editor.page.evaluate(async () => {
      const { Blockly, editor: subject } = fixture;
      const icon = subject.workspace.getBlockById('object')?.getIcon(Blockly.icons.MutatorIcon.TYPE);
      await icon?.setBubbleVisible(true);
      await Blockly.renderManagement.finishQueuedRenders();
    });
    await editor.settle();
  };

  /** Does something to the property blocks in the mutator, as dragging them would. */
  const rearrange = async (how: 'add' | 'swap' | 'drop first') => {
    await editor.page.evaluate((what) => {
      const { Blockly, editor: subject } = fixture;
      const icon = subject.workspace.getBlockById('object')?.getIcon(Blockly.icons.MutatorIcon.TYPE);
      const workspace = icon?.getWorkspace();
      const container = workspace?.getTopBlocks(false).find(({ type }) => type === 'object_create_container');
      const first = container?.getInputTargetBlock('STACK');
      const second = first?.getNextBlock();
      if (!workspace || !container || !first || !second) throw new Error('The mutator is not open.');
      Blockly.Events.setGroup(true);
      if (what === 'add') {
        const added = workspace.newBlock('object_create_property');
        added.initSvg();
        added.render();
        if (added.previousConnection) second.nextConnection?.connect(added.previousConnection);
      } else if (what === 'swap') {
        second.unplug(true);
        if (second.previousConnection) container.getInput('STACK')?.connection?.connect(second.previousConnection);
      } else {
        first.dispose(true);
      }
      Blockly.Events.setGroup(false);
    }, how);
    await editor.settle();
  };

  const shape = async () => {
    const block = (await editor.save()).blocks?.blocks?.find(({ id }) => id === 'object');
    const values = Object.entries(block?.inputs ?? {}).map(([name, input]) => [name, input.block?.id]);
    return { keys: block?.extraState, values: Object.fromEntries(values) };
  };

  const start = { keys: { keys: ['title', 'body'] }, values: { VALUE0: 'first', VALUE1: 'second' } };

  it.each([
    ['add', { keys: { keys: ['title', 'body', 'name'] }, values: start.values }],
    ['swap', { keys: { keys: ['body', 'title'] }, values: { VALUE0: 'second', VALUE1: 'first' } }],
    ['drop first', { keys: { keys: ['body'] }, values: { VALUE0: 'second' } }],
  ] as const)('can %s in its mutator: names and values stay together, and undo brings all back', async (how, after) => {
    await editor.load(object);
    expect(await shape()).toEqual(start);
    await openMutator();
    await rearrange(how);
    await expect.poll(shape).toEqual(after);
    expect(await editor.ids()).toEqual(['first', 'object', 'second']);
    while (JSON.stringify(await shape()) !== JSON.stringify(start)) {
      // Blockly records a change a frame after it was made.
      await expect
        .poll(() => editor.page.evaluate(() => fixture.editor.workspace.getUndoStack().length))
        .toBeGreaterThan(0);
      await editor.undo();
    }
  });

  it('takes a new name on the block, and keeps it when properties come and go', async () => {
    await editor.load(object);
    const place = await editor.fieldPlace('object', 'KEY1');
    await editor.page.mouse.click(place.x, place.y);
    await editor.page.locator('.blocklyHtmlInput').fill('content');
    await editor.press('Enter');
    await openMutator();
    await rearrange('drop first');
    await expect.poll(shape).toEqual({ keys: { keys: ['content'] }, values: { VALUE0: 'second' } });
  });
});

describe('a date', () => {
  it('is picked with the browser’s own field', async () => {
    await editor.load({ type: 'date_literal', id: 'date', x: 360, y: 100, fields: { DATETIME: '2027-01-31T09:00' } });
    const place = await editor.fieldPlace('date', 'DATETIME');
    await editor.page.mouse.click(place.x, place.y);
    const input = editor.page.locator('.blocklyHtmlInput');
    expect(await input.getAttribute('type')).toBe('datetime-local');
    expect(await input.inputValue()).toBe('2027-01-31T09:00');
    await input.fill('2028-02-29T23:15');
    await editor.press('Enter');
    expect(await editor.field('date', 'DATETIME')).toBe('2028-02-29T23:15');
    await editor.undo();
    expect(await editor.field('date', 'DATETIME')).toBe('2027-01-31T09:00');
  });

  it('stays as it was when the field is emptied', async () => {
    await editor.load({ type: 'date_literal', id: 'date', x: 360, y: 100, fields: { DATETIME: '2027-01-31T09:00' } });
    const place = await editor.fieldPlace('date', 'DATETIME');
    await editor.page.mouse.click(place.x, place.y);
    await editor.page.locator('.blocklyHtmlInput').fill('');
    await editor.press('Enter');
    expect(await editor.field('date', 'DATETIME')).toBe('2027-01-31T09:00');
  });
});

describe('search', () => {
  const field = () => editor.page.getByRole('searchbox', { name: 'Search blocks' });
  const shown = () =>
    editor.page.evaluate(() => {
      const flyout = fixture.editor.workspace.getFlyout();
      const blocks = flyout?.isVisible() ? flyout.getWorkspace().getTopBlocks(true) : [];
      return blocks.map(({ type }) => type);
    });

  afterEach(async () => {
    await field().fill('');
    await editor.page.keyboard.press('Escape');
    await editor.click({ x: 900, y: 700 });
  });

  it('shows the blocks that match, while one types', async () => {
    await field().click();
    await field().pressSequentially('cancel dev');
    await editor.settle();
    expect((await shown())[0]).toBe('device_cancel_registration');
    expect(await shown()).not.toContain('console_print');
    await field().fill('5004');
    await editor.settle();
    expect(await shown()).toContain('errors_is');
    expect(await shown()).not.toContain('device_cancel_registration');
  });

  it('gives a block to drag', async () => {
    await field().click();
    await field().pressSequentially('device token');
    await editor.settle();
    const place = await editor.page.evaluate(() => {
      const blocks = fixture.editor.workspace.getFlyout()?.getWorkspace().getTopBlocks(true) ?? [];
      const rect = blocks
        .find(({ type }) => type === 'device_token')
        ?.getSvgRoot()
        .getBoundingClientRect();
      return { x: (rect?.left ?? 0) + 14, y: (rect?.top ?? 0) + 12 };
    });
    await editor.drag(place, { x: 900, y: 400 });
    expect((await editor.save()).blocks?.blocks?.map(({ type }) => type)).toEqual(['device_token']);
  });

  it('leaves caret and letters to the field, and the arrow keys lead on to the categories', async () => {
    await field().focus();
    await editor.page.keyboard.type('abc');
    await editor.page.keyboard.press('ArrowLeft');
    await editor.page.keyboard.type('x');
    expect(await field().inputValue()).toBe('abxc');
    await editor.page.keyboard.press('ArrowDown');
    await editor.settle();
    const focused = await editor.page.evaluate(() => document.activeElement?.textContent);
    expect(focused).toBe('Most used');
    expect(await shown()).toContain('device_register');
  });
});
