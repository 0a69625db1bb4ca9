import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { blocklyParts } from './scripts/blockly-parts.ts';
import { builtValues } from './scripts/built-values.ts';
import { compilerParts } from './scripts/compiler-parts.ts';
import { earlyParts } from './scripts/early-parts.ts';
import { offlinePage } from './scripts/offline.ts';
import { runnerPage } from './scripts/runner-page.ts';

export default defineConfig({
  // The built pages work from any folder of any host.
  base: './',
  plugins: [
    offlinePage(),
    runnerPage(),
    blocklyParts(),
    compilerParts(),
    builtValues('/playground/example-code.ts'),
    earlyParts([
      ...['first-program', 'workbench', 'devices-pane'].map((name) => `/playground/${name}.ts`),
      // What the editor fetches its compiler by.
      '/src/editor/compiling.ts',
    ]),
  ],
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  build: {
    target: 'es2022',
    // Fonts stay files: the page's policy takes them from its own server and from nowhere else.
    assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
  },
  // Pages of hosts that install the package are none of this server's, and import what is not installed here.
  optimizeDeps: { entries: ['*.html', 'test/browser/{fixtures,pages}/*.html'] },
  test: {
    // As many files at a time as there are cores; Vitest would leave one idle, which is half of two.
    maxWorkers: Math.min(availableParallelism(), 8),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/package/**'],
          environment: 'node',
          // Time enough for a machine that is busy with other things.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          environment: 'node',
          // Served once, for all of them; each file starts a browser of its own.
          globalSetup: 'test/browser/setup.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          environment: 'node',
          // Packed and installed once, for all of them.
          globalSetup: 'test/package/setup.ts',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
