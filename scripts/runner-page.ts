/** Makes `runner.html`, for the development server and for builds. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, normalizePath, type Connect, type Plugin } from 'vite';

const NAME = 'runner.html';
const folder = join(import.meta.dirname, '../src/runner');

/** Serves `runner.html` at the root while developing, and puts it beside the built pages. */
export function runnerPage(): Plugin {
  let page: Promise<string> | undefined;
  return {
    name: 'runner-page',
    configureServer(server) {
      server.watcher.on('all', (_event, path) => {
        if (normalizePath(path).startsWith(`${normalizePath(folder)}/`)) page = undefined;
      });
      server.middlewares.use(`/${NAME}`, (_request, response, next) => {
        void answer(response, next);
      });

      async function answer(response: ServerResponse, next: Connect.NextFunction): Promise<void> {
        try {
          page ??= buildRunnerPage({ minify: false });
          const html = await page;
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.setHeader('Cache-Control', 'no-store');
          response.end(html);
        } catch (error) {
          page = undefined;
          next(error);
        }
      }
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: NAME, source: await buildRunnerPage() });
    },
  };
}

/**
 * The runner page as one file that loads nothing: the page's script, with the SDK and the worker's script as texts in
 * it. A page of opaque origin may load scripts from beside it only under conditions that differ between browsers and
 * servers; the hash of an inline script holds everywhere.
 */
export async function buildRunnerPage({ minify = true } = {}): Promise<string> {
  const [template, sdk, worker, frame] = await Promise.all([
    readFile(join(folder, 'frame/runner.html'), 'utf8'),
    sdkModule(),
    bundle(join(folder, 'worker/main.ts'), minify),
    bundle(join(folder, 'frame/main.ts'), minify),
  ]);
  const script = [
    `const SDK_SOURCE = ${JSON.stringify(sdk)};`,
    `const WORKER_SOURCE = ${JSON.stringify(worker)};`,
    frame,
  ]
    .join('\n')
    .replaceAll('\r\n', '\n')
    // In the strings and regular expressions where these occur, the escape means the same.
    .replace(/<(?=!--|\/?script)/gi, '\\x3C');
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = [
    "default-src 'none'",
    // The blobs are the worker's script, the SDK and the program.
    `script-src 'sha256-${hash}' blob:`,
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return template.replace('<!--policy-->', () => policy).replace('<!--script-->', () => `<script>${script}</script>`);
}

/** The SDK's own build for browsers, as a module whose default export it is. */
async function sdkModule(): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve('backendless/package.json');
  const dist = join(dirname(manifest), 'dist');
  const [code, licenses] = await Promise.all([
    readFile(join(dist, 'backendless.min.js'), 'utf8'),
    readFile(join(dist, 'backendless.min.js.LICENSE.txt'), 'utf8'),
  ]);
  return [
    licenses,
    'const module = { exports: {} };',
    'const exports = module.exports;',
    code,
    'export default module.exports;',
  ].join('\n');
}

/** A script and all that it imports, as one classic script. */
async function bundle(entry: string, minify: boolean): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    publicDir: false,
    build: {
      write: false,
      minify,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'runner' },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  for (const output of outputs) {
    const chunk = 'output' in output ? output.output[0] : undefined;
    if (chunk) return `"use strict";\n${chunk.code}`;
  }
  throw new Error(`${entry} gave no script.`);
}
