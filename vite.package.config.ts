/** How the package is built: entries as ES modules that share what they have in common, and what they need beside them. */
import { defineConfig } from 'vite';
import { blocklyParts } from './scripts/blockly-parts.ts';
import { compilerParts } from './scripts/compiler-parts.ts';
import { commandEntry, packageEntries } from './scripts/package-entries.ts';
import { packageParts } from './scripts/package-parts.ts';
import { packageTypes } from './scripts/package-types.ts';
import { runnerPage } from './scripts/runner-page.ts';

const entry = Object.fromEntries([...packageEntries, commandEntry].map(({ name, source }) => [name, source]));

export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  plugins: [blocklyParts(), compilerParts(), runnerPage(), packageParts(), packageTypes()],
  // In Node, `blockly/core` has no named exports; `blockly` is the same and has them.
  resolve: { alias: [{ find: /^blockly\/core$/, replacement: 'blockly' }] },
  build: {
    target: 'es2022',
    // Who installs the package sees to that, and reads it when debugging.
    minify: false,
    emptyOutDir: true,
    lib: { entry, formats: ['es'] },
    rolldownOptions: {
      // That the compiler takes its time to declare the types is nothing to warn of.
      checks: { pluginTimings: false },
      // Who installs the package has these, or is Node.
      external: [/^node:/, 'blockly', /^react(?:\/|$)/],
      // All in one folder: what a script looks for beside itself is there, whichever script it became part of.
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[name]-[hash].js' },
    },
  },
});
