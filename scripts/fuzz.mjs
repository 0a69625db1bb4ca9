/**
 * `npm run fuzz`: tries random programs, as many as one likes. Bundles `test/random/fuzz.ts` into one plain file and
 * runs it; arguments go to it, and it says what they are.
 */
import path from 'node:path';
import { ensurePackages, requireNode } from './install.mjs';
import { root, run, runMain } from './root.mjs';

runMain(async () => {
  requireNode();
  await ensurePackages();
  const { build } = await import('vite');
  const source = path.join(root, 'test/random');
  // Below node_modules, where the packages that stay outside of the bundle are found.
  const outDir = path.join(root, 'node_modules/.cache/fuzz');
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    // The field is a CommonJS package whose exports Node cannot name.
    ssr: { noExternal: ['@blockly/field-multilineinput'] },
    // What looks for the project from its own folder finds it.
    define: { 'import.meta.dirname': JSON.stringify(source) },
    build: { ssr: path.join(source, 'fuzz.ts'), outDir, emptyOutDir: true, target: 'es2022', minify: false },
  });
  process.exitCode = await run(process.execPath, [path.join(outDir, 'fuzz.js'), ...process.argv.slice(2)]);
});
