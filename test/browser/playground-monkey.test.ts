/**
 * A session of random actions, after which the page is as sound as before. Another one:
 * `SEED=7 ACTIONS=5000 npm test -- test/browser/playground-monkey.test.ts`.
 */
import { expect, test } from 'vitest';
import type { ProgramState } from '../../generators/typescript/program.ts';
import { Monkey } from './monkey.ts';
import { eventually, preparePages } from './playground-tests.ts';

const seed = Number(process.env['SEED'] ?? 20261124);
const actions = Number(process.env['ACTIONS'] ?? 500);
/** After so many, all that is fetched when it is first needed is there. */
const warm = 60;
/** So many of them are between two reloads, in the last part of the session. */
const stretch = 25;
const reloads = 4;

/**
 * What a page may hold more of after the session, for each hundred actions. What it held more of when this was written,
 * on five hundred and more: 0.5 MB, 350 nodes and 60 listeners, most of them lines of the console and requests; a
 * workspace that is not let go is about 1 MB and 300 nodes each time.
 */
const growth = { bytes: 1_500_000, nodes: 1_000, listeners: 200 };

const openPage = preparePages();

/** A saved program with its stacks wherever they stand: Blockly moves those apart that it draws too close. */
function stacksOf(file: string): ProgramState {
  const program: ProgramState = JSON.parse(file);
  const stacks = (program.blocks?.blocks ?? []).map((stack) => ({ ...stack, x: 0, y: 0 }));
  const ordered = stacks.toSorted((one, other) => ((one.id ?? '') < (other.id ?? '') ? -1 : 1));
  return { ...program, blocks: { ...program.blocks, blocks: ordered } };
}

test(`${actions} random actions do no harm (seed ${seed})`, { timeout: 120_000 + actions * 2_000 }, async () => {
  const playground = await openPage();
  const { page } = playground;
  /** Scripts of the page itself that are on their way. */
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script' && request.frame() === page.mainFrame()) scripts.add(request.url());
  });
  page.on('requestfinished', (request) => scripts.delete(request.url()));
  page.on('requestfailed', (request) => scripts.delete(request.url()));
  const session = await page.context().newCDPSession(page);
  const monkey = new Monkey(page, seed);
  const report = (): string => `seed ${seed}: ${monkey.done.join(' ')}`;

  const act = async (times: number): Promise<void> => {
    for (let count = 0; count < times; count += 1) {
      await monkey.act();
      expect(playground.faults, report()).toEqual([]);
    }
  };
  /** Ends whatever is open or under way. */
  const calm = async (): Promise<void> => {
    // A dialog that is still being fetched opens later.
    await eventually(async () => {
      for (let count = 0; count < 6; count += 1) await page.keyboard.press('Escape');
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
      return { scripts: [...scripts], dialogs: await page.locator('dialog:modal').count() };
    }).toEqual({ scripts: [], dialogs: 0 });
    // By script, which does nothing to a run that has just ended by itself.
    await page.locator('#stop').evaluate((stop: HTMLButtonElement) => stop.click());
    await eventually(() => page.locator('#run').isEnabled()).toBe(true);
  };
  /** What the page holds with one and the same program on it. */
  const held = async (): Promise<{ bytes: number; nodes: number; listeners: number }> => {
    await calm();
    await playground.openProgram('long-register');
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize: bytes } = await session.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
    return { bytes, nodes, listeners };
  };

  await act(warm);
  const before = await held();
  const long = actions - warm - reloads * stretch;
  await act(long);
  const after = await held();
  for (const key of ['bytes', 'nodes', 'listeners'] as const) {
    expect(after[key] - before[key], `${key} after ${report()}`).toBeLessThan((growth[key] * long) / 100);
  }

  // What there is a moment ago is there after a reload.
  for (let count = 0; count < reloads; count += 1) {
    await act(stretch);
    await calm();
    const program = stacksOf(await playground.savedFile());
    await page.reload();
    await playground.waitUntilReady();
    expect(stacksOf(await playground.savedFile()), report()).toEqual(program);
  }
  expect(await page.getByRole('alert').count(), report()).toBe(0);
});
