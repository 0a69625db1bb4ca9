/** The playground beside a page with only Blockly and the same toolbox, both built and in a real Chromium. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import type { ProgramState } from '../generators/typescript/program.ts';
import { launchBrowser } from '../test/browser/browser.ts';
import { buildPages, servePages, type ServedPages } from './page/build.ts';
import { dragFrames, openLarge, timeEdits, workspacePlace } from './page/editing.ts';
import { timeOpening, weigh } from './page/opening.ts';
import { everydayProgram } from './programs.ts';
import { duration, printTable, times } from './table.ts';

/** Script before the first interaction, in kilobytes of 1,024 bytes, as gzip packs it. */
const scriptAim = 400;
const openingAim = 1.6;
/** Milliseconds. */
const frame = 16;
const blockCount = 1_000;
const visits = 7;
const turns = 3;
const editsInTurn = 60;
const drags = 9;

export async function benchPage(): Promise<void> {
  const root = process.cwd();
  const cache = join(root, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'pages-'));
  let pages: ServedPages | undefined;
  let browser: Browser | undefined;
  try {
    await buildPages(root, folder);
    pages = await servePages(folder);
    browser = await launchBrowser();
    await weighPlayground(browser, pages);
    await benchOpening(browser, pages);
    await benchEditing(browser, pages);
  } finally {
    await browser?.close();
    await pages?.close();
    await rm(folder, { recursive: true });
  }
}

async function weighPlayground(browser: Browser, pages: ServedPages): Promise<void> {
  const { script, style, font, other, laterScript } = await weigh(browser, pages.url('playground'));
  printTable(
    `What the playground loads until it can be used, packed by gzip (aim: at most ${scriptAim} KB of script)`,
    ['what', 'size'],
    [
      ['script', kilobytes(script)],
      ['styles', kilobytes(style)],
      ['fonts', kilobytes(font)],
      ['pictures and the like', kilobytes(other)],
      ['script that follows by itself', kilobytes(laterScript)],
    ],
  );
}

async function benchOpening(browser: Browser, pages: ServedPages): Promise<void> {
  const bare = { interaction: [] as number[], largestPaint: [] as number[] };
  const playground: typeof bare = { interaction: [], largestPaint: [] };
  // In turns, so that a busy machine slows both alike; the first visit of each warms the browser up.
  for (let visit = 0; visit <= visits; visit++) {
    for (const [name, measured] of [
      ['bare', bare],
      ['playground', playground],
    ] as const) {
      const { interaction, largestPaint } = await timeOpening(browser, pages.url(name));
      if (visit === 0) continue;
      measured.interaction.push(interaction);
      measured.largestPaint.push(largestPaint);
    }
  }
  const row = (what: string, ours: number[], theirs: number[]): string[] => [
    what,
    duration(quantile(theirs, 0.5)),
    duration(quantile(ours, 0.5)),
    times(quantile(ours, 0.5) / quantile(theirs, 0.5)),
  ];
  printTable(
    `A first visit with a processor of a quarter of the speed, the median of ${visits} (aim: at most ${openingAim}×)`,
    ['until', 'only Blockly', 'playground', 'ratio'],
    [
      row('first interaction', playground.interaction, bare.interaction),
      row('largest paint', playground.largestPaint, bare.largestPaint),
    ],
  );
}

async function benchEditing(browser: Browser, pages: ServedPages): Promise<void> {
  const program = everydayProgram(blockCount);
  const playground = await openLarge(browser, pages.url('playground-handle'), program);
  // In the same place: a browser draws in tiles, and how many of them a stack lies on depends on where it is.
  const bare = await openLarge(browser, pages.url('bare-handle'), program, await workspacePlace(playground));
  await benchEdits({ bare, playground }, program);
  await benchDrags({ bare, playground }, program);
}

/** Both pages with the same program. */
interface OpenPages {
  bare: Page;
  playground: Page;
}

async function benchEdits(pages: OpenPages, program: ProgramState): Promise<void> {
  // The first stack begins with a block that sets a variable to a number.
  const edited = program.blocks?.blocks?.[0]?.inputs?.['VALUE']?.block?.id;
  if (edited === undefined) throw new Error('The program begins with another block.');
  const edits = { bare: [] as number[], playground: [] as number[] };
  // The first turn warms up.
  for (let turn = 0; turn <= turns; turn++) {
    for (const name of ['bare', 'playground'] as const) {
      await pages[name].bringToFront();
      const times = await timeEdits(pages[name], edited, editsInTurn);
      if (turn > 0) edits[name].push(...times);
    }
  }
  const row = (what: string, share: number): string[] => {
    const [theirs, ours] = [quantile(edits.bare, share), quantile(edits.playground, share)];
    return [what, duration(theirs), duration(ours), duration(ours - theirs)];
  };
  printTable(
    `From an edit to its code, ${blockCount} blocks (aim: 95 of 100 within ${frame} ms beyond Blockly's own work)`,
    ['of all edits', 'Blockly tells of it', 'code is there', 'beyond'],
    [row('half within', 0.5), row('95 of 100 within', 0.95)],
  );
}

async function benchDrags(pages: OpenPages, program: ProgramState): Promise<void> {
  const dragged = program.blocks?.blocks?.[0]?.id;
  if (dragged === undefined) throw new Error('The program has no blocks.');
  const drawn = { bare: [] as number[], playground: [] as number[] };
  const dropped: typeof drawn = { bare: [], playground: [] };
  const work: typeof drawn = { bare: [], playground: [] };
  // The first turn warms up. In each, the other one begins.
  for (let turn = 0; turn <= drags; turn++) {
    const names = ['bare', 'playground'] as const;
    for (const name of turn % 2 === 0 ? names : names.toReversed()) {
      await pages[name].bringToFront();
      const frames = await dragFrames(pages[name], dragged);
      if (turn === 0) continue;
      drawn[name].push(frames.drawn);
      dropped[name].push(frames.dropped);
      work[name].push(frames.work);
    }
  }
  const row = (what: string, name: keyof OpenPages): string[] => {
    const most = Math.max(...dropped[name]);
    const [frames, lost, time] = [drawn, dropped, work].map((values) => quantile(values[name], 0.5));
    return [what, String(frames), String(lost), String(most), duration(time ?? NaN)];
  };
  printTable(
    `Frames of a drag, ${blockCount} blocks, the median of ${drags} (aim: no more dropped than with only Blockly)`,
    ['page', 'drawn', 'dropped', 'dropped at most', 'work of the main thread'],
    [row('only Blockly', 'bare'), row('playground', 'playground')],
  );
}

/** The value that the given share of all values does not exceed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
