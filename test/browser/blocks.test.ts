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
