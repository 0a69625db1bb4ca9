/** The page with an editor that the browser tests of blocks and editor look at. */
import type { Browser, Page } from 'playwright';
import { inject } from 'vitest';
import { launchBrowser } from './browser.ts';

/** A place on the screen. */
export interface Point {
  x: number;
  y: number;
}

/** A browser for the tests of one file. */
export class EditorPages {
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async start(): Promise<EditorPages> {
    return new EditorPages(await launchBrowser());
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  /** Opens a page with an editor that fills it. */
  async open(query = ''): Promise<EditorPage> {
    const { page, complaints } = await this.visit(`test/browser/fixtures/editor.html${query}`);
    await page.waitForFunction(() => 'fixture' in globalThis);
    await page.evaluate(() => fixture.editor.ready);
    return new EditorPage(page, complaints);
  }

  /**
   * Opens a page. What must not happen on it is collected: errors, warnings, and requests to anyone but the server.
   *
   * @param prepare What to do before anything of the page runs.
   */
  async visit(
    path: string,
    prepare: (page: Page) => Promise<void> = async () => {},
  ): Promise<{ page: Page; complaints: string[] }> {
    const page = await this.#browser.newPage({ viewport: { width: 1280, height: 800 } });
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // The development server's own client looks for a socket that a test server does not have.
      const isOurs = !message.location().url.includes('/@vite/client');
      if (isOurs && ['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(inject('sources')) && !/^(?:data|blob):/.test(url)) complaints.push(`Request to ${url}`);
    });
    await prepare(page);
    await page.goto(`${inject('sources')}${path}`);
    return { page, complaints };
  }
}

/** A page with an editor. */
export class EditorPage {
  readonly page: Page;
  /** What must not happen on the page: errors, warnings, and requests to anyone but the server. */
  readonly complaints: readonly string[];

  constructor(page: Page, complaints: readonly string[]) {
    this.page = page;
    this.complaints = complaints;
  }

  /** Loads blocks as a step that cannot be undone, and waits until they are there. */
  async load(...blocks: object[]): Promise<void> {
    await this.page.evaluate((program) => fixture.editor.load(program), { version: 1, blocks: { blocks } });
    await this.settle();
    await this.page.evaluate(() => fixture.editor.workspace.clearUndo());
  }

  /** Waits until Blockly has drawn, and told of, all that happened. */
  async settle(): Promise<void> {
    await this.page.evaluate(async () => {
      const { Blockly, editor } = fixture;
      await Blockly.renderManagement.finishQueuedRenders();
      // Events come in the order in which they were fired, so this one comes last.
      const last = new Blockly.Events.ToolboxItemSelect(null, null, editor.workspace.id);
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

  save() {
    return this.page.evaluate(() => fixture.editor.save());
  }

  /** The IDs of all blocks, sorted. */
  ids(): Promise<string[]> {
    return this.page.evaluate(() =>
      fixture.editor.workspace
        .getAllBlocks(false)
        .map(({ id }) => id)
        .toSorted(),
    );
  }

  async undo(): Promise<void> {
    await this.page.evaluate(() => fixture.editor.undo());
    await this.settle();
  }

  async redo(): Promise<void> {
    await this.page.evaluate(() => fixture.editor.redo());
    await this.settle();
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.settle();
  }

  async click({ x, y }: Point): Promise<void> {
    await this.page.mouse.click(x, y);
    await this.settle();
  }

  /** The value of a field. */
  field(blockId: string, name: string): Promise<unknown> {
    return this.page.evaluate(([id, field]) => fixture.editor.workspace.getBlockById(id)?.getFieldValue(field), [
      blockId,
      name,
    ] as const);
  }

  /** What the warning sign of a block says; empty when there is none. */
  warning(blockId: string): Promise<string> {
    return this.page.evaluate((id) => {
      const { Blockly, editor } = fixture;
      const icon = editor.workspace.getBlockById(id)?.getIcon(Blockly.icons.WarningIcon.TYPE);
      return icon?.getText().replaceAll('\n', ' ') ?? '';
    }, blockId);
  }

  /** Where a connection of a block is: one of its inputs, or with null the one below it. */
  connection(blockId: string, input: string | null): Promise<Point> {
    return this.page.evaluate(
      ([id, name]) => {
        const { Blockly, editor } = fixture;
        const block = editor.workspace.getBlockById(id);
        const connection = name === null ? block?.nextConnection : block?.getInput(name)?.connection;
        if (!connection) throw new Error(`No connection ${name} on ${id}.`);
        const place = new Blockly.utils.Coordinate(connection.x, connection.y);
        const { x, y } = Blockly.utils.svgMath.wsToScreenCoordinates(editor.workspace, place);
        return { x, y };
      },
      [blockId, input] as const,
    );
  }

  /** The middle of a field. */
  fieldPlace(blockId: string, name: string): Promise<Point> {
    return this.page.evaluate(
      ([id, field]) => {
        const rect = fixture.editor.workspace.getBlockById(id)?.getField(field)?.getScaledBBox();
        if (!rect) throw new Error(`No field ${field} on ${id}.`);
        return { x: (rect.left + rect.right) / 2, y: (rect.top + rect.bottom) / 2 };
      },
      [blockId, name] as const,
    );
  }

  /** A place near the top left corner of a block that is no field. */
  grip(blockId: string): Promise<Point> {
    return this.page.evaluate((id) => {
      const block = fixture.editor.workspace.getBlockById(id);
      const rect = block?.getSvgRoot().querySelector('.blocklyPath')?.getBoundingClientRect();
      if (!rect) throw new Error(`No block ${id}.`);
      return { x: rect.left + 9, y: rect.top + 9 };
    }, blockId);
  }

  /** Drags from one place to another as a hand does: down, some way, all the way, up. */
  async drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
    await mouse.move(to.x, to.y, { steps: 10 });
    await mouse.up();
    await this.settle();
  }

  /** Drags the first block of a type out of the toolbox, its top left corner to `to`. Gives its ID. */
  async dragFromToolbox(category: string, type: string, to: Point): Promise<string> {
    const before = await this.ids();
    await this.page.getByRole('treeitem', { name: category, exact: true }).click();
    await this.settle();
    const corner = await this.page.evaluate((wanted) => {
      const blocks = fixture.editor.workspace.getFlyout()?.getWorkspace().getTopBlocks(true) ?? [];
      const block = blocks.find((each) => each.type === wanted);
      const rect = block?.getSvgRoot().querySelector('.blocklyPath')?.getBoundingClientRect();
      if (!rect) throw new Error(`The flyout does not show ${wanted}.`);
      return { x: rect.left, y: rect.top };
    }, type);
    await this.drag({ x: corner.x + 9, y: corner.y + 9 }, { x: to.x + 9, y: to.y + 9 });
    const added = await this.page.evaluate(
      ([known, wanted]) =>
        fixture.editor.workspace.getBlocksByType(wanted).find(({ id }) => !known.includes(id))?.id ?? null,
      [before, type] as const,
    );
    if (added === null) throw new Error(`No ${type} came out of the toolbox.`);
    return added;
  }
}
