import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {} from './fixtures/editor.ts';
import { launchBrowser } from './browser.ts';
import { serveSources, type TestServer } from './server.ts';

let server: TestServer;
let browser: Browser;
let page: Page;
/** What must not happen while a test runs: errors, and requests to anyone but the server. */
let complaints: string[];

beforeAll(async () => {
  [server, browser] = await Promise.all([serveSources(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  complaints = [];
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(server.url) && !/^(?:data|blob):/.test(url)) complaints.push(url);
  });
  await page.goto(`${server.url}test/browser/fixtures/editor.html`);
  await page.waitForFunction(() => 'fixture' in globalThis);
  await page.evaluate(() => fixture.editor.ready);
});

afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
});

/** Loads blocks, and waits until Blockly has drawn them and told of them. */
async function load(...blocks: object[]): Promise<void> {
  await page.evaluate((program) => fixture.editor.load(program), { version: 1, blocks: { blocks } });
  await settle();
  await page.evaluate(() => fixture.editor.workspace.clearUndo());
}

/** Waits until Blockly has drawn and told all that happened. */
async function settle(): Promise<void> {
  await page.evaluate(async () => {
    const { Blockly, editor } = fixture;
    await Blockly.renderManagement.finishQueuedRenders();
    const last = new Blockly.Events.FinishedLoading(editor.workspace);
    await new Promise<void>((resolve) => {
      const listener = editor.workspace.addChangeListener((event) => {
        if (event !== last) return;
        editor.workspace.removeChangeListener(listener);
        resolve();
      });
      Blockly.Events.fire(last);
    });
  });
}

const save = () => page.evaluate(() => fixture.editor.save());
const undo = async () => {
  await page.evaluate(() => fixture.editor.undo());
  await settle();
};
const redo = async () => {
  await page.evaluate(() => fixture.editor.redo());
  await settle();
};

interface Point {
  x: number;
  y: number;
}

/** Where on the screen a connection of a block is. */
function connectionAt(blockId: string, input: string | null): Promise<Point> {
  return page.evaluate(
    ([id, name]) => {
      const { Blockly, editor } = fixture;
      const block = editor.workspace.getBlockById(id);
      const connection = name === null ? block?.nextConnection : block?.getInput(name)?.connection;
      if (!connection) throw new Error(`No connection ${name} on ${id}.`);
      const { x, y } = Blockly.utils.svgMath.wsToScreenCoordinates(
        editor.workspace,
        new Blockly.utils.Coordinate(connection.x, connection.y),
      );
      return { x, y };
    },
    [blockId, input] as const,
  );
}

/** Where the middle of a field is on the screen. */
function fieldAt(blockId: string, name: string): Promise<Point> {
  return page.evaluate(
    ([id, field]) => {
      const rect = fixture.editor.workspace.getBlockById(id)?.getField(field)?.getScaledBBox();
      if (!rect) throw new Error(`No field ${field} on ${id}.`);
      return { x: (rect.left + rect.right) / 2, y: (rect.top + rect.bottom) / 2 };
    },
    [blockId, name] as const,
  );
}

/** Drags from one place to another as a hand does: down, some way, all the way, up. */
async function drag(from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 10 });
  await page.mouse.up();
  await settle();
}

/**
 * Drags the first block of a type out of the toolbox. Its top left corner comes to `to`, give or
 * take what a hand is off by.
 */
async function dragFromToolbox(category: string, type: string, to: Point): Promise<string> {
  const before = await page.evaluate(() => fixture.editor.workspace.getAllBlocks(false).map(({ id }) => id));
  await page.getByRole('treeitem', { name: category, exact: true }).click();
  await settle();
  const corner = await page.evaluate((wanted) => {
    const flyout = fixture.editor.workspace.getFlyout();
    const block = flyout
      ?.getWorkspace()
      .getTopBlocks(true)
      .find((each) => each.type === wanted);
    const rect = block?.getSvgRoot().querySelector('.blocklyPath')?.getBoundingClientRect();
    if (!rect) throw new Error(`The flyout does not show ${wanted}.`);
    return { x: rect.left, y: rect.top };
  }, type);
  // The part of a block that is sure to be no field.
  const grip = { x: 9, y: 9 };
  await drag({ x: corner.x + grip.x, y: corner.y + grip.y }, { x: to.x + grip.x, y: to.y + grip.y });
  const after = await page.evaluate(() =>
    fixture.editor.workspace
      .getTopBlocks(false)
      .concat(fixture.editor.workspace.getAllBlocks(false))
      .map(({ id, type: found }) => ({ id, found })),
  );
  const added = after.find(({ id, found }) => !before.includes(id) && found === type);
  if (!added) throw new Error(`No ${type} came out of the toolbox.`);
  return added.id;
}

describe('with the mouse', () => {
  it('drags blocks out of the toolbox and snaps them together', async () => {
    const register = await dragFromToolbox('Device', 'device_register', { x: 560, y: 120 });
    const socket = await connectionAt(register, 'DEVICE_TOKEN');
    const token = await dragFromToolbox('Device', 'device_token', { x: socket.x + 6, y: socket.y - 2 });
    const expiration = await connectionAt(register, 'EXPIRATION');
    const date = await dragFromToolbox('Date', 'date_from_now', { x: expiration.x + 6, y: expiration.y - 2 });
    const below = await connectionAt(register, null);
    const print = await dragFromToolbox('Console', 'console_print', { x: below.x + 4, y: below.y + 4 });
    expect((await save()).blocks?.blocks).toEqual([
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
    await load({ type: 'device_register', id: 'register', x: 360, y: 100 });
    const socket = await connectionAt('register', 'DEVICE_TOKEN');
    const date = await dragFromToolbox('Date', 'date_now', { x: socket.x + 6, y: socket.y - 2 });
    expect(await page.evaluate((id) => fixture.editor.workspace.getBlockById(id)?.getParent(), date)).toBeNull();
  });

  it('deletes a block and brings it back', async () => {
    await load({ type: 'device_register', id: 'register', x: 360, y: 100 });
    const corner = await page.evaluate(() => {
      const rect = fixture.editor.workspace.getBlockById('register')?.getSvgRoot().getBoundingClientRect();
      return { x: rect?.left ?? 0, y: rect?.top ?? 0 };
    });
    await page.mouse.click(corner.x + 12, corner.y + 12);
    await page.keyboard.press('Delete');
    await settle();
    expect((await save()).blocks).toBeUndefined();
    await page.keyboard.press('Control+Z');
    await settle();
    expect((await save()).blocks?.blocks?.[0]?.id).toBe('register');
  });
});

describe('the channel names', () => {
  beforeEach(async () => {
    await load({
      type: 'device_register',
      id: 'register',
      x: 360,
      y: 100,
      inputs: {
        CHANNELS: { shadow: { type: 'device_channel_list', id: 'names', fields: { NAMES: 'ads\ndiscount' } } },
      },
    });
  });

  const names = () => page.evaluate(() => fixture.editor.workspace.getBlockById('names')?.getFieldValue('NAMES'));
  const warnings = () =>
    page.evaluate(() => {
      const { Blockly, editor } = fixture;
      return editor.workspace.getBlockById('names')?.getIcon(Blockly.icons.WarningIcon.TYPE)?.getText() ?? '';
    });
  const edit = async (text: string) => {
    const field = await fieldAt('names', 'NAMES');
    await page.mouse.click(field.x, field.y);
    await page.locator('textarea').fill(text);
  };

  it.each(['Control', 'Meta'])('are taken with %s+Enter, trimmed and without empty lines, in one step', async (key) => {
    await edit('  ads\n\n news \n\t\n');
    await page.keyboard.press(`${key}+Enter`);
    await settle();
    await expect.poll(() => page.locator('textarea').count()).toBe(0);
    expect(await names()).toBe('ads\nnews');
    await undo();
    expect(await names()).toBe('ads\ndiscount');
    await redo();
    expect(await names()).toBe('ads\nnews');
  });

  it('go on to a new line with Enter', async () => {
    await edit('ads');
    await page.keyboard.press('Enter');
    await page.keyboard.type('news');
    await page.keyboard.press('Control+Enter');
    await settle();
    expect(await names()).toBe('ads\nnews');
  });

  it('are taken by leaving the field', async () => {
    await edit(' news ');
    await page.mouse.click(900, 600);
    await settle();
    expect(await names()).toBe('news');
    await undo();
    expect(await names()).toBe('ads\ndiscount');
  });

  it('stay as they were with Escape', async () => {
    await edit('news');
    await page.keyboard.press('Escape');
    await settle();
    expect(await names()).toBe('ads\ndiscount');
  });

  it('come through exactly, whatever they hold', async () => {
    const hostile = ['"quoted"', "it's \\ back", '</script><b>', '🙂', 'a\u2028b', '__proto__', '${x}', '%1'];
    await edit(hostile.join('\n'));
    await page.keyboard.press('Control+Enter');
    await settle();
    expect(await names()).toBe(hostile.join('\n'));
    expect(await warnings()).toBe('');
  });

  it('are reported when they are there twice, or would make the answer ambiguous, until they are not', async () => {
    await edit('ads\nads\na,b\nx::y');
    await page.keyboard.press('Control+Enter');
    await settle();
    for (const name of ['“ads”', '“a,b”', '“x::y”']) expect(await warnings()).toContain(name);
    await edit('ads');
    await page.keyboard.press('Control+Enter');
    await settle();
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
    await load(program);
    const before = await save();
    const ids = () =>
      page.evaluate(() =>
        fixture.editor.workspace
          .getAllBlocks(false)
          .map(({ id }) => id)
          .toSorted(),
      );
    const all = await ids();
    const box = await fieldAt('register', 'RETURN_RESULT');
    await page.mouse.click(box.x, box.y);
    await settle();
    expect(await ids()).toEqual(all);
    const after = await save();
    expect(after).not.toEqual(before);
    expect(after.blocks?.blocks).toHaveLength(2);
    await page.keyboard.press('Control+Z');
    await settle();
    expect(await save()).toEqual(before);
    await page.keyboard.press('Control+Shift+Z');
    await settle();
    expect(await save()).toEqual(after);
    await page.evaluate((saved) => fixture.editor.load(saved), after);
    await settle();
    expect(await save()).toEqual(after);
    await undo();
    expect(await save()).toEqual(after);
    await undo();
    expect(await save()).toEqual(before);
  });

  it('moves the block out of what closes up behind it', async () => {
    await load(chain);
    const box = await fieldAt('register', 'RETURN_RESULT');
    await page.mouse.click(box.x, box.y);
    await settle();
    const apart = await page.evaluate(() => {
      const rect = (id: string) => fixture.editor.workspace.getBlockById(id)?.getBoundingRectangleWithoutChildren();
      return { register: rect('register')?.left ?? 0, after: rect('after')?.left ?? 0 };
    });
    expect(apart.register).toBeGreaterThan(apart.after);
  });
});
