/** The editor and the page in other languages: words, direction, and that programs stay as they are. */
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { EditorPages, type EditorPage } from './editor-page.ts';
import { Playground } from './playground-page.ts';

describe('the editor', () => {
  let pages: EditorPages;
  let arabic: EditorPage;

  beforeAll(async () => {
    pages = await EditorPages.start();
    arabic = await pages.open('?locale=ar');
  });

  afterAll(async () => {
    expect(arabic.complaints).toEqual([]);
    await pages?.close();
  });

  const program = {
    version: 1,
    blocks: {
      languageVersion: 0,
      blocks: [
        {
          type: 'console_print',
          id: 'print',
          x: 40,
          y: 48,
          fields: { LEVEL: 'LOG' },
          inputs: {
            VALUE: {
              block: {
                type: 'object_get',
                id: 'get',
                inputs: {
                  OBJECT: { block: { type: 'device_get_registration', id: 'registration' } },
                  PATH: { shadow: { type: 'text', id: 'path', fields: { TEXT: 'os' } } },
                },
              },
            },
          },
          icons: { comment: { text: 'ملاحظة', pinned: false, height: 80, width: 160 } },
        },
        {
          type: 'device_register',
          id: 'register',
          x: 40,
          y: 300,
          extraState: { returnResult: false },
          fields: { RETURN_RESULT: false },
        },
      ],
    },
  };

  test('has Arabic words and runs from right to left', async () => {
    await arabic.load(...program.blocks.blocks);
    const { isMirrored, label } = await arabic.page.evaluate(() => {
      const { workspace } = fixture.editor;
      return { isMirrored: workspace.RTL, label: workspace.getBlockById('register')?.toString() };
    });
    expect(isMirrored).toBe(true);
    expect(label).toContain('تسجيل الجهاز');
    // What one reads first is at the right: the toolbox, and of a block its first word.
    const toolbox = await arabic.page.locator('.blocklyToolbox').boundingBox();
    const canvas = await arabic.page.locator('.blocklySvg').first().boundingBox();
    expect(toolbox && canvas && toolbox.x > canvas.x + canvas.width / 2).toBe(true);
  });

  test('saves the same program, byte for byte, in every direction, size and zoom', async () => {
    const english = await pages.open();
    await english.page.evaluate((wanted) => fixture.editor.load(wanted), program);
    await english.settle();
    const expected = JSON.stringify(await english.save());
    await english.page.close();
    expect(JSON.parse(expected)).toEqual(program);

    await arabic.page.evaluate((wanted) => fixture.editor.load(wanted), program);
    await arabic.settle();
    expect(JSON.stringify(await arabic.save())).toBe(expected);
    await arabic.page.evaluate(() => fixture.editor.workspace.setScale(1.37));
    expect(JSON.stringify(await arabic.save())).toBe(expected);
    await arabic.page.setViewportSize({ width: 901, height: 700 });
    await arabic.settle();
    expect(JSON.stringify(await arabic.save())).toBe(expected);
    await arabic.page.setViewportSize({ width: 1280, height: 800 });
    await arabic.page.evaluate(() => fixture.editor.workspace.setScale(1));
  });

  test('lets blocks be dragged and connected from right to left', async () => {
    await arabic.load({ type: 'device_register', id: 'register', x: 200, y: 60 });
    await arabic.page.evaluate(() => fixture.editor.workspace.scrollCenter());
    await arabic.settle();
    const id = await arabic.dragFromToolbox('الجهاز', 'device_cancel_registration', { x: 300, y: 500 });
    const target = await arabic.connection('register', null);
    const own = await arabic.page.evaluate((blockId) => {
      const { Blockly, editor } = fixture;
      const connection = editor.workspace.getBlockById(blockId)?.previousConnection;
      if (!connection) throw new Error('It has no connection above.');
      const place = new Blockly.utils.Coordinate(connection.x, connection.y);
      const { x, y } = Blockly.utils.svgMath.wsToScreenCoordinates(editor.workspace, place);
      return { x, y };
    }, id);
    const grip = await arabic.grip(id);
    await arabic.drag(grip, { x: grip.x + target.x - own.x, y: grip.y + target.y - own.y + 6 });
    const saved = await arabic.save();
    expect(saved.blocks?.blocks).toMatchObject([{ id: 'register', next: { block: { id } } }]);
  });

  test('says problems and errors in its language', async () => {
    const said = await arabic.page.evaluate(async () => {
      const { editor } = fixture;
      editor.load({ blocks: { blocks: [{ type: 'console_print', id: 'print' }] } });
      const [diagnostic] = editor.compile().diagnostics;
      let refusal = '';
      try {
        editor.load({ version: 99 });
      } catch (error) {
        refusal = error instanceof Error ? error.message : '';
      }
      return { diagnostic: diagnostic?.message, refusal };
    });
    expect(said.diagnostic).toBe('أحد مُدخلات هذه الكتلة فارغ.');
    expect(said.refusal).toContain('تنسيقه 99');
  });
});

describe('the page', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** Chooses a language from the menu, by its own name, and waits until the page is in it. */
  async function choose({ page }: Playground, name: string, tag: string): Promise<void> {
    await page.locator('#language').click();
    await page.getByRole('menuitemradio', { name, exact: true }).click();
    // While it is loaded anew there is a moment without any element.
    await page.waitForFunction((wanted) => document.querySelector('html')?.lang === wanted, tag);
    await page.locator('.cm-line').first().waitFor({ state: 'attached' });
  }

  async function save({ page }: Playground): Promise<string> {
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
    const chunks: Uint8Array[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  }

  const codeOf = ({ page }: Playground): Promise<string[]> => page.locator('#code .cm-line').allTextContents();

  test('is in the language that the browser asks for, with its dates and numbers', async () => {
    const playground = await Playground.open(browser, inject('site'), { locale: 'uk-UA' });
    const { page } = playground;
    expect(await page.evaluate(() => [document.documentElement.lang, document.dir])).toEqual(['uk', 'ltr']);
    await playground.button('Запустити').click();
    await expect
      .poll(() => page.getByRole('log').textContent(), { timeout: 30_000 })
      .toMatch(/Завершено за \d+,\d\d с\./);
    expect(playground.faults).toEqual([]);
    await playground.close();
  });

  test('changes to a chosen one, keeps it, and leaves program and code as they are', async () => {
    const playground = await Playground.open(browser, inject('site'), { locale: 'en-US' });
    const { page } = playground;
    await playground.openProgram('catch-invalid-expiration');
    const [program, code] = [await save(playground), await codeOf(playground)];

    await choose(playground, 'Deutsch', 'de');
    await playground.button('Ausführen').waitFor();
    await page.getByRole('treeitem', { name: 'Meistverwendet' }).waitFor();
    expect(await save(playground)).toBe(program);
    expect(await codeOf(playground)).toEqual(code);

    await choose(playground, 'العربية', 'ar');
    expect(await page.evaluate(() => document.dir)).toBe('rtl');
    await playground.button('تشغيل').waitFor();
    expect(await save(playground)).toBe(program);
    expect(await codeOf(playground)).toEqual(code);

    await page.reload();
    await playground.waitUntilReady();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ar');
    expect(playground.faults).toEqual([]);
    await playground.close();
  });

  test('changes where storage is denied, and hands the program over', async () => {
    const prepare = (): void => {
      const denied = {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      };
      Object.defineProperty(window, 'indexedDB', denied);
      Object.defineProperty(window, 'localStorage', denied);
    };
    const playground = await Playground.open(browser, inject('site'), { locale: 'en-US', prepare });
    await playground.openProgram('catch-invalid-expiration');
    const [program, code] = [await save(playground), await codeOf(playground)];
    await choose(playground, 'Français', 'fr');
    expect(await save(playground)).toBe(program);
    expect(await codeOf(playground)).toEqual(code);
    await playground.close();
  });

  test('named by the address is in that language, whatever was chosen', async () => {
    const playground = await Playground.open(browser, `${inject('site')}?lang=ja`, { locale: 'en-US' });
    expect(await playground.page.evaluate(() => document.documentElement.lang)).toBe('ja');
    await playground.button('実行').waitFor();
    await playground.close();
  });

  test('fits a phone in German; is mirrored in Arabic, fits it too and gives axe nothing to complain of', async () => {
    const viewport = { width: 360, height: 740 };
    const german = `${inject('site')}?lang=de`;
    const playground = await Playground.open(browser, german, { locale: 'ar', viewport, hasTouch: true });
    const { page } = playground;
    for (const address of [german, inject('site')]) {
      if (page.url() !== address) await page.goto(address);
      await playground.waitUntilReady();
      for (const pane of ['blocks', 'code', 'console', 'registrations']) {
        await page.locator(`#tab-${pane}`).click();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      }
    }
    expect(await page.locator('#code .cm-content').evaluate((element) => getComputedStyle(element).direction)).toBe(
      'ltr',
    );
    expect(await playground.accessibilityFaults()).toEqual([]);

    await page.setViewportSize({ width: 1280, height: 800 });
    await page.locator('#pane-code').waitFor();
    const [blocks, code] = [
      await page.locator('#pane-blocks').boundingBox(),
      await page.locator('#pane-code').boundingBox(),
    ];
    expect(blocks && code && blocks.x > code.x).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
    // Code and addresses run from left to right in dialogs, too.
    for (const [button, line, within] of [
      ['#export', -1, '.export-head, input.field'],
      ['#program', 5, '#share-link'],
    ] as const) {
      await page.locator(button).click();
      await page.locator(`${button}-menu .menu-item`).nth(line).click();
      const parts = page.locator(`dialog :is(${within})`);
      await parts.first().waitFor();
      const directions = await parts.evaluateAll((all) => all.map((one) => getComputedStyle(one).direction));
      expect(new Set(directions)).toEqual(new Set(['ltr']));
      await page.keyboard.press('Escape');
    }
    expect(await playground.accessibilityFaults()).toEqual([]);
    expect(playground.faults).toEqual([]);
    await playground.close();
  });
});
