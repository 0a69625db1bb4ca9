/** How a page with a large program answers: to an edit, and while a stack is dragged. */
import type { Browser, CDPSession, Page } from 'playwright';
import type { ProgramState } from '../../generators/typescript/program.ts';
import { handleName, type Handle, type Place } from './handle-type.ts';

/** What the frames of a drag were. */
export interface Frames {
  drawn: number;
  dropped: number;
  /** Milliseconds that a processor worked for the page's own thread, whatever else the machine did meanwhile. */
  work: number;
}

const viewport = { width: 1280, height: 800 };
/** Pixels from the first block at which the pointer turns, and how often it goes round. */
const radius = 60;
const rounds = 4;
const stepsInRound = 60;

/** Opens a page and puts the program into its workspace. With `place`, the workspace is put there. */
export async function openLarge(browser: Browser, url: string, program: ProgramState, place?: Place): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(url);
  await page.locator('.blocklyToolboxCategory').first().waitFor();
  if (await page.locator('#code').count()) await page.locator('.cm-line').first().waitFor();
  await page.waitForFunction((name) => name in window, handleName);
  await page.evaluate(
    ({ handleName, text, place }) => {
      const handle: Handle = Reflect.get(window, handleName);
      handle.show(JSON.parse(text), place);
    },
    // As text: a chain of blocks is nested deeper than what the browser takes as an argument.
    { handleName, text: JSON.stringify(program), place },
  );
  await page.waitForLoadState('networkidle');
  return page;
}

/** Where the page's workspace is. */
export async function workspacePlace(page: Page): Promise<Place> {
  const box = await page.locator('#workspace').boundingBox();
  if (!box) throw new Error('The workspace is not shown.');
  return box;
}

/**
 * Milliseconds from each of so many edits until it is shown, each in the number of a block whose code is in sight. They
 * follow each other as fast as a quick hand, so that some fall into the saving of others.
 */
export async function timeEdits(page: Page, blockId: string, count: number): Promise<number[]> {
  return page.evaluate(
    async ({ handleName, blockId, count }) => {
      const handle: Handle = Reflect.get(window, handleName);
      const times: number[] = [];
      for (let edit = 0; edit < count; edit++) {
        times.push(await handle.edit(blockId, 'NUM', 100_000 + edit));
        await new Promise((resolve) => setTimeout(resolve, 90));
      }
      return times;
    },
    { handleName, blockId, count },
  );
}

/** Drags the stack that begins with the block in circles with the mouse, and counts the frames drawn meanwhile. */
export async function dragFrames(page: Page, blockId: string): Promise<Frames> {
  // Wherever it lay since the last time.
  await page.evaluate(
    ({ handleName, blockId }) => {
      const handle: Handle = Reflect.get(window, handleName);
      handle.place(blockId);
    },
    { handleName, blockId },
  );
  const box = await page.locator(`.blocklyBlockCanvas [data-id="${blockId}"] > .blocklyPath`).boundingBox();
  if (!box) throw new Error('The first block is not shown.');
  const [x, y] = [box.x + 8, box.y + 8];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + radius, y, { steps: 5 });
  await page.locator(`.blocklyDragging[data-id="${blockId}"]`).waitFor();
  await page.evaluate(() => {
    const times: number[] = [];
    Reflect.set(window, 'frameTimes', times);
    const note = (time: number): void => {
      times.push(time);
      Reflect.set(window, 'frameRequest', requestAnimationFrame(note));
    };
    requestAnimationFrame(note);
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await workDone(session);
  for (let step = 1; step <= rounds * stepsInRound; step++) {
    const angle = (2 * Math.PI * step) / stepsInRound;
    await page.mouse.move(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  const work = (await workDone(session)) - before;
  await session.detach();
  const frames = await page.evaluate(() => {
    cancelAnimationFrame(Reflect.get(window, 'frameRequest'));
    const times: number[] = Reflect.get(window, 'frameTimes');
    // A frame of a screen that shows sixty a second.
    const frame = 1_000 / 60;
    let dropped = 0;
    for (let i = 1; i < times.length; i++) {
      dropped += Math.max(0, Math.round(((times[i] ?? 0) - (times[i - 1] ?? 0)) / frame) - 1);
    }
    return { drawn: times.length, dropped };
  });
  await page.mouse.move(x, y);
  await page.mouse.up();
  return { ...frames, work };
}

async function workDone(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
  if (seconds === undefined) throw new Error('The browser does not tell how long its tasks took.');
  return 1_000 * seconds;
}
