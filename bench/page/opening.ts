/** How long a page takes from the first byte to the first thing that a person can do on it. */
import type { Browser, Page } from 'playwright';

/** What came over the wire until the page could be used, in bytes. */
export interface Weight {
  script: number;
  style: number;
  font: number;
  other: number;
  /** Scripts that the page loads afterwards by itself. */
  laterScript: number;
}

/** Milliseconds since the visit began. */
export interface Opening {
  /** When the category that was clicked as soon as it was there has shown its blocks. */
  interaction: number;
  /** When the largest thing on the page was painted. */
  largestPaint: number;
}

/** A processor that is so many times slower than this one. */
const slowdown = 4;
/** Large enough that every pane of the playground is in sight. */
const viewport = { width: 1280, height: 800 };

/** What a page sends until its toolbox is there and every button answers. */
export async function weigh(browser: Browser, url: string): Promise<Weight> {
  const page = await newPage(browser);
  try {
    await page.goto(url);
    await page.locator('#run:enabled').waitFor();
    await page.locator('.blocklyToolboxCategory').first().waitFor();
    await page.locator('.cm-line').first().waitFor();
    await settle(page);
    return await page.evaluate(() => {
      const usable: number = Reflect.get(window, 'usableAt');
      const sum = (resources: PerformanceResourceTiming[]): number =>
        resources.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0);
      const all = performance
        .getEntriesByType('resource')
        .filter((entry) => entry instanceof PerformanceResourceTiming);
      const kind = (resource: PerformanceResourceTiming): string =>
        /\.(js|css|woff2)$/.exec(new URL(resource.name).pathname)?.[1] ?? 'other';
      const before = all.filter(({ startTime }) => startTime <= usable);
      const of = (wanted: string): number => sum(before.filter((resource) => kind(resource) === wanted));
      return {
        script: of('js'),
        style: of('css'),
        font: of('woff2'),
        other: of('other'),
        laterScript: sum(all.filter((one) => one.startTime > usable && kind(one) === 'js')),
      };
    });
  } finally {
    await page.context().close();
  }
}

/** Visits a page twice, for the first time each: once it is used at once, once it is only looked at. */
export async function timeOpening(browser: Browser, url: string): Promise<Opening> {
  return { interaction: await timeInteraction(browser, url), largestPaint: await timeLargestPaint(browser, url) };
}

/** Clicks a category with the mouse as soon as the toolbox is there, and waits for its blocks. */
async function timeInteraction(browser: Browser, url: string): Promise<number> {
  const page = await newPage(browser);
  try {
    await slowDown(page);
    await page.goto(url, { waitUntil: 'commit' });
    const place = await page.waitForFunction(
      () => {
        // The first is the search.
        const box = document.querySelectorAll('.blocklyToolboxCategory')[1]?.getBoundingClientRect();
        return box && box.width > 0 ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : undefined;
      },
      undefined,
      { polling: 'raf', timeout: 60_000 },
    );
    const box = await place.jsonValue();
    if (!box) throw new Error('The toolbox has no place.');
    await page.mouse.click(box.x, box.y);
    const shown = await page.waitForFunction(
      () => {
        const blocks = document.querySelector('.blocklyToolboxFlyout .blocklyDraggable');
        return blocks && blocks.getBoundingClientRect().width > 0 ? performance.now() : undefined;
      },
      undefined,
      { polling: 'raf', timeout: 60_000 },
    );
    return Number(await shown.jsonValue());
  } finally {
    await page.context().close();
  }
}

async function timeLargestPaint(browser: Browser, url: string): Promise<number> {
  const page = await newPage(browser);
  try {
    await slowDown(page);
    await page.goto(url);
    await page.locator('.blocklyToolboxCategory').first().waitFor();
    if (await page.locator('#code').count()) await page.locator('.cm-line').first().waitFor();
    await settle(page);
    return await page.evaluate(() => {
      const paints: { time: number; element: string }[] = Reflect.get(window, 'largestPaints');
      return paints.at(-1)?.time ?? NaN;
    });
  } finally {
    await page.context().close();
  }
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport });
  await context.addInitScript(watch);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return page;
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

/** Until nothing more comes and nothing more is done. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(
    () => new Promise<void>((resolve) => requestIdleCallback(() => requestAnimationFrame(() => resolve()))),
  );
}

/** Notes in the page when it could be used, and what was painted. */
function watch(): void {
  const paints: { time: number; element: string }[] = [];
  Reflect.set(window, 'largestPaints', paints);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const element: unknown = Reflect.get(entry, 'element');
      const name = element instanceof Element ? `${element.tagName}.${element.getAttribute('class')}` : '';
      paints.push({ time: entry.startTime, element: name });
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  const observer = new MutationObserver(() => {
    const isUsable =
      document.querySelector('.page:not([data-loading]) #run:enabled') &&
      document.querySelector('.blocklyToolboxCategory');
    if (!isUsable) return;
    observer.disconnect();
    // When what made it so is over.
    setTimeout(() => Reflect.set(window, 'usableAt', performance.now()));
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
}
