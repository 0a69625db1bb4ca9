/** What an editor costs on a page, beside a workspace of Blockly's own with the same toolbox: in Chromium, as built. */

import type { CDPSession, Page } from 'playwright';
import { launchBrowser } from '../test/browser/browser.ts';
import { serveBuild } from '../test/browser/server.ts';
import { median } from './measure.ts';
import { printTable, times } from './table.ts';

/** How many times as long as `Blockly.inject` mounting may take. */
const aim = 1.5;

/** How often each is mounted to measure the time; the median counts. */
const rounds = 15;

/** How many stand on the page at once to measure the memory. */
const many = 10;

type Way = 'Blockly.inject' | 'createEditor';
const ways: readonly Way[] = ['Blockly.inject', 'createEditor'];

export async function benchEditor(): Promise<void> {
  const [server, browser] = await Promise.all([serveBuild(['test/browser/fixtures/guest.html']), launchBrowser()]);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${server.url}test/browser/fixtures/guest.html`);
    await page.waitForFunction(() => 'guest' in globalThis);
    await prepare(page);
    await measureMount(page);
    await measureMemory(page);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Gives the page a function that mounts in either way, waits until a person could begin, and gives what takes it away. */
function prepare(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { Blockly, createEditor, createToolbox, installBlocks } = guest;
    installBlocks();
    const toolbox = createToolbox();
    Object.assign(globalThis, {
      async mountBy(way: string): Promise<() => void> {
        const place = document.createElement('div');
        place.style.height = '600px';
        document.body.append(place);
        let remove: () => void;
        if (way === 'createEditor') {
          const editor = createEditor(place, { toolbox, theme: 'light' });
          await new Promise<void>((resolve) => editor.on('code', () => resolve()));
          remove = () => editor.dispose();
        } else {
          const theme = Blockly.Theme.defineTheme('bench', { name: 'bench', categoryStyles: categoryStyles(toolbox) });
          // With the same toolbox and, so that both draw the same, the same controls.
          const workspace = Blockly.inject(place, {
            toolbox,
            theme,
            sounds: false,
            media: '/assets/media/',
            trashcan: true,
            move: { scrollbars: true, drag: true, wheel: true },
            zoom: { controls: true, wheel: true, pinch: true, startScale: 1, maxScale: 2, minScale: 0.4 },
            grid: { spacing: 24, length: 1, colour: '#8a94a633', snap: false },
          });
          remove = () => workspace.dispose();
        }
        await Blockly.renderManagement.finishQueuedRenders();
        // What waits for the frame and for the end of the script is done by then: a click would be answered.
        await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        return () => {
          remove();
          place.remove();
        };
      },
    });

    function categoryStyles({ contents }: typeof toolbox): Record<string, { colour: string }> {
      const styles = contents.flatMap((item) => ('categorystyle' in item ? [String(item.categorystyle)] : []));
      return Object.fromEntries(styles.map((style) => [style, { colour: '#384ecf' }]));
    }
  });
}

async function measureMount(page: Page): Promise<void> {
  const spent = await page.evaluate(
    async ([names, count]) => {
      const found: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
      // The first of each is left out: it brings what all share.
      for (let round = 0; round <= count; round++) {
        for (const name of names) {
          const start = performance.now();
          const remove = await Reflect.get(globalThis, 'mountBy')(name);
          if (round > 0) found[name]?.push(performance.now() - start);
          remove();
        }
      }
      return found;
    },
    [ways, rounds] as const,
  );
  const [bare = NaN, editor = NaN] = ways.map((way) => median(spent[way] ?? []));
  printTable(
    `From the call to an editor that can be used, an empty program, the same toolbox, grid and controls (aim: ${aim}× or less)`,
    ['', 'beside Blockly.inject'],
    [
      ['Blockly.inject', times(1)],
      ['createEditor, with its first code', times(editor / bare)],
    ],
  );
}

interface Memory {
  bytes: number;
  nodes: number;
  listeners: number;
}

async function measureMemory(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  const used: Memory[] = [];
  for (const way of ways) {
    const before = await memoryOf(session);
    await page.evaluate(
      async ([name, count]) => {
        const removers = [];
        for (let index = 0; index < count; index++) removers.push(await Reflect.get(globalThis, 'mountBy')(name));
        Object.assign(globalThis, { removers });
      },
      [way, many] as const,
    );
    const during = await memoryOf(session);
    await page.evaluate(() => {
      for (const remove of Reflect.get(globalThis, 'removers')) remove();
      Reflect.deleteProperty(globalThis, 'removers');
    });
    used.push({
      bytes: during.bytes - before.bytes,
      nodes: during.nodes - before.nodes,
      listeners: during.listeners - before.listeners,
    });
  }
  const [bare] = used;
  printTable(
    `Memory of ${many} on one page`,
    ['', 'script', 'nodes', 'listeners', 'script beside Blockly.inject'],
    ways.map((way, index) => {
      const { bytes = NaN, nodes = NaN, listeners = NaN } = used[index] ?? {};
      const ratio = bytes / (bare?.bytes ?? NaN);
      return [way, `${(bytes / 2 ** 20).toFixed(1)} MB`, `${nodes}`, `${listeners}`, times(ratio)];
    }),
  );
}

async function memoryOf(session: CDPSession): Promise<Memory> {
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { bytes: usedSize, nodes, listeners: jsEventListeners };
}
