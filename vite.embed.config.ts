/** How `embed.html` is built: a page that brings all that it needs, Blockly included. */
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { blocklyParts } from './scripts/blockly-parts.ts';
import { compilerParts } from './scripts/compiler-parts.ts';

const root = join(import.meta.dirname, 'src/embed/page');

export default defineConfig({
  root,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  // The media lie beside the page already: it is built into the folder of the package.
  plugins: [blocklyParts({ media: false }), compilerParts()],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    assetsDir: 'embed-page',
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: { input: join(root, 'embed.html') },
  },
});
