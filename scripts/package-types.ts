/** The types of the package, as the TypeScript compiler declares them. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { packageEntries } from './package-entries.ts';

const root = join(import.meta.dirname, '..');

/** A relative import in a declaration file: `from './a.ts'`, `import('./a.ts')`, `import './a.ts'`. */
const relativeImport = /((?:\bfrom|\bimport)\s*\(?\s*)(['"])(\.{1,2}\/[^'"]+)\.tsx?\2/g;

/** Writes the declarations of the entries, and of all that they speak of, into `types/` beside the scripts. */
export function packageTypes(): Plugin {
  return {
    name: 'package-types',
    async writeBundle({ dir = '.' }) {
      const types = join(dir, 'types');
      await declare(types);
      const entries = packageEntries.map(({ source }) =>
        join(types, source.slice(root.length).replace(/\.tsx?$/, '.d.ts')),
      );
      await removeOthers(types, await rewriteImports(entries));
    },
  };
}

/** Writes the declarations of all sources that the entries import, laid out as the sources are. */
async function declare(outDir: string): Promise<void> {
  // Below node_modules, where the packages that the sources import are found.
  const cache = join(root, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'types-'));
  try {
    const compilerOptions = { noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: root, outDir };
    const files = packageEntries.map(({ source }) => source);
    const config = { extends: join(root, 'tsconfig.json'), compilerOptions, include: [], files };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    await runTypeScript(['-p', folder]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function runTypeScript(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const command = join(root, 'node_modules/typescript/bin/tsc');
    const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error('The types of the package could not be written; the compiler says why above.'));
    });
  });
}

/** Lets declarations import each other as they are named when built. Resolves with all that the entries reach. */
async function rewriteImports(entries: readonly string[]): Promise<Set<string>> {
  const used = new Set<string>();
  const open = [...entries];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (used.has(file)) continue;
    used.add(file);
    const source = await readFile(file, 'utf8');
    for (const [, , , specifier] of source.matchAll(relativeImport))
      open.push(join(dirname(file), `${specifier}.d.ts`));
    await writeFile(file, source.replaceAll(relativeImport, '$1$2$3.js$2'));
  }
  return used;
}

/** Removes the declarations of what is nobody's business. */
async function removeOthers(folder: string, used: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !used.has(file)) await rm(file);
  }
}
