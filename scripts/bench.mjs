/**
 * `npm run bench`: bundles `bench/` into one plain file and runs it, so that what is measured is the code itself and
 * not a loader. Arguments go to the benchmark.
 */
import path from 'node:path';
import { ensurePackages, requireNode } from './install.mjs';
import { root, run, runMain } from './root.mjs';

runMain(async () => {
  requireNode();
  await ensurePackages();
  const { build } = await import('vite');
  // Below node_modules, where the packages that stay outside of the bundle are found.
  const outDir = path.join(root, 'node_modules/.cache/bench');
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    // The field is a CommonJS package whose exports Node cannot name.
    ssr: { noExternal: ['@blockly/field-multilineinput'] },
    // What looks for the project from its own folder finds it.
    define: { 'import.meta.dirname': JSON.stringify(path.join(root, 'test/random')) },
    build: { ssr: path.join(root, 'bench/index.ts'), outDir, emptyOutDir: true, target: 'es2022', minify: false },
  });
  process.exitCode = await run(process.execPath, [path.join(outDir, 'index.js'), ...process.argv.slice(2)]);
});
