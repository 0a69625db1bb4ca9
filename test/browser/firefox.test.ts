/** A smoke test in Firefox: what an editor does at all, it does there too. */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';

/** `npm test` names it, and says why where there is none. */
const executablePath = process.env.FIREFOX_PATH;

let browser: Browser;

beforeAll(async () => {
  if (!executablePath) return;
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    // Nothing is asked of anyone but the page's server.
    extraPrefsFirefox: {
      'network.proxy.type': 0,
      'app.update.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
    },
  });
});

afterAll(() => browser?.close());

/** The middle of what the page finds by a path through shadow roots and text. */
async function middle(page: Page, find: string): Promise<{ x: number; y: number }> {
  const handle = await page.waitForSelector(find, { visible: true });
  const box = await handle?.boundingBox();
  if (!box) throw new Error(`${find} is not to be seen.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

it.skipIf(!executablePath)(
  'mounts, takes a block, tells its code, and goes without a trace',
  async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => {
      // The development server's own client looks for a socket that a test server does not have.
      if (!String(error).includes('ws://127.0.0.1')) complaints.push(String(error));
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(inject('sources')) && !/^(?:data|blob):/.test(request.url()))
        complaints.push(request.url());
    });
    page.setDefaultTimeout(100_000);
    await page.setViewport({ width: 1280, height: 800 });
    await page.goto(`${inject('sources')}test/browser/fixtures/editor.html`);
    await page.waitForFunction(() => 'fixture' in globalThis);
    await page.evaluate(() => fixture.editor.ready);

    const category = await middle(page, '::-p-aria([name="Device"][role="treeitem"])');
    await page.mouse.click(category.x, category.y);
    await page.waitForFunction(() => {
      const flyout = fixture.editor.workspace.getFlyout();
      return flyout?.isVisible() && flyout.getWorkspace().getBlocksByType('device_register').length > 0;
    });
    const corner = await page.evaluate(() => {
      const blocks = fixture.editor.workspace.getFlyout()?.getWorkspace().getTopBlocks(true) ?? [];
      const block = blocks.find(({ type }) => type === 'device_register');
      const rect = block?.getSvgRoot().querySelector('.blocklyPath')?.getBoundingClientRect();
      if (!rect) throw new Error('The drawer is empty.');
      return { x: rect.left + 9, y: rect.top + 9 };
    });
    await page.evaluate(() => {
      fixture.editor.on('code', ({ code }) => {
        document.title = code.includes('registerDevice') ? 'There is code' : '';
      });
    });
    await page.mouse.move(corner.x, corner.y);
    await page.mouse.down();
    await page.mouse.move(corner.x + 200, corner.y + 100, { steps: 5 });
    await page.mouse.move(720, 420, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(() => document.title === 'There is code');
    expect(await page.evaluate(() => fixture.editor.save().blocks?.blocks?.map(({ type }) => type))).toEqual([
      'device_register',
    ]);

    const left = await page.evaluate(() => {
      fixture.editor.dispose();
      const { body, adoptedStyleSheets } = document;
      const inside = document.querySelector('#editor')?.childElementCount;
      return { inside, body: body.childElementCount, sheets: adoptedStyleSheets.length };
    });
    expect(left).toEqual({ inside: 0, body: 1, sheets: 0 });
    expect(complaints).toEqual([]);
  },
  120_000,
);
