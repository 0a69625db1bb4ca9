/** How large the package is: what an editor adds to a page that has Blockly, and each entry by itself. */

import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { printTable } from './table.ts';

/** What an editor may add, in kilobytes of 1,024 bytes, as gzip packs it. */
const aim = 60;

export async function benchPackage(): Promise<void> {
  const root = process.cwd();
  const cache = join(root, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  // Below node_modules, where Blockly is found.
  const folder = await mkdtemp(join(cache, 'sizes-'));
  try {
    await buildPackage(root, folder);
    const library = join(folder, 'lib');
    await measureEditor(library);
    await measureEntries(root, library);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function buildPackage(root: string, out: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts/build.mjs'), 'package', `--out=${out}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error('The package could not be built.'))));
  });
}

async function measureEditor(library: string): Promise<void> {
  const bare = `import * as Blockly from 'blockly';\nBlockly.inject('editor', { toolbox: { contents: [] } });\n`;
  const editor = `import { createEditor } from './index.js';\ncreateEditor(document.body);\n`;
  const alone = await sizeOf(library, bare, []);
  // The editor fetches its compiler while it mounts, and what compiles changes alone once there is code.
  const mounted = await sizeOf(library, editor, [], ['EditCompiler', 'KeptProgram']);
  const [toCode = 0, toQuickCode = 0] = mounted.steps;
  printTable(
    `What an editor adds to a page with Blockly, minified and packed by gzip (aim: ${aim} KB or less)`,
    ['page', 'until blocks are there', 'until code is there', 'until edits are compiled alone', 'when it is needed'],
    [
      ['Blockly.inject', kilobytes(alone.first), '', '', kilobytes(alone.later)],
      [
        'createEditor',
        ...[mounted.first, toCode, toQuickCode].map(kilobytes),
        kilobytes(mounted.first + mounted.later - toQuickCode),
      ],
      [
        'added',
        ...[mounted.first, toCode, toQuickCode].map((bytes) => kilobytes(bytes - alone.first)),
        kilobytes(mounted.first + mounted.later - toQuickCode - alone.later),
      ],
    ],
  );
}

async function measureEntries(root: string, library: string): Promise<void> {
  const { exports }: { exports: Record<string, string | { default: string }> } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  );
  const rows: string[][] = [];
  for (const [name, target] of Object.entries(exports)) {
    if (typeof target === 'string') {
      if (!target.endsWith('.html')) continue;
      const { first, later } = await sizeOfPage(library, target.replace('./dist/lib/', ''));
      rows.push([`${name}, with all that it needs`, kilobytes(first), later === 0 ? '' : kilobytes(later)]);
      continue;
    }
    const source = `export * from ${JSON.stringify(target.default.replace('./dist/lib/', './'))};\n`;
    const { first, later } = await sizeOf(library, source, [/^node:/, 'blockly', /^react(?:\/|$)/]);
    rows.push([name, kilobytes(first), later === 0 ? '' : kilobytes(later)]);
  }
  printTable(
    'Each entry by itself, without Blockly and React, minified and packed by gzip',
    ['entry', 'at once', 'loaded later'],
    rows,
  );
}

/** Bytes of a page as gzip packs it, with the scripts and style sheets that it names, and of those it may load later. */
async function sizeOfPage(library: string, name: string): Promise<{ first: number; later: number }> {
  const page = await readFile(join(library, name), 'utf8');
  const named = Array.from(page.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g), ([, file = '']) => file);
  const size = async (file: string): Promise<number> => packed(await readFile(join(library, file)));
  const folder = named[0] === undefined ? undefined : dirname(named[0]);
  const scripts = folder === undefined ? [] : await readdir(join(library, folder));
  const others = scripts.map((file) => `${folder}/${file}`).filter((file) => file.endsWith('.js'));
  const sum = async (files: readonly string[]): Promise<number> =>
    (await Promise.all(files.map(size))).reduce((total, bytes) => total + bytes, 0);
  return {
    first: packed(Buffer.from(page)) + (await sum(named)),
    later: await sum(others.filter((file) => !named.includes(file))),
  };
}

/** Bytes of a bundled module as gzip packs its scripts. */
interface Sizes {
  /** Of those that it begins with. */
  first: number;
  /** Of those that it may load later. */
  later: number;
  /** Of those that it has loaded after each step. */
  steps: number[];
}

/** @param steps What it loads one after the other: a name that each script exports. */
async function sizeOf(
  library: string,
  source: string,
  external: (string | RegExp)[],
  steps: readonly string[] = [],
): Promise<Sizes> {
  const entry = join(library, 'measured.js');
  await writeFile(entry, source);
  const result = await build({
    root: library,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: entry, external, preserveEntrySignatures: 'strict' },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (!bundle || !('output' in bundle)) throw new Error('Nothing was built.');
  const chunks = bundle.output.filter((part): part is Rolldown.OutputChunk => part.type === 'chunk');
  const loaded = new Set<Rolldown.OutputChunk>();
  const load = (wanted: readonly Rolldown.OutputChunk[]): number => {
    for (const chunk of wanted) {
      if (loaded.has(chunk)) continue;
      loaded.add(chunk);
      load(chunks.filter(({ fileName }) => chunk.imports.includes(fileName)));
    }
    return sizeOfAll([...loaded]);
  };
  const first = load(chunks.filter(({ isEntry }) => isEntry));
  const later = sizeOfAll(chunks) - first;
  return {
    first,
    later,
    steps: steps.map((name) => {
      const chunk = chunks.find(({ isDynamicEntry, exports }) => isDynamicEntry && exports.includes(name));
      if (chunk === undefined) throw new Error(`No script exports ${name}.`);
      return load([chunk]);
    }),
  };
}

function sizeOfAll(chunks: readonly Rolldown.OutputChunk[]): number {
  return chunks.reduce((sum, { code }) => sum + packed(Buffer.from(code)), 0);
}

function packed(content: Buffer): number {
  return gzipSync(content, { level: 9 }).length;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
