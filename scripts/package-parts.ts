/** What the package has beside its scripts: whose work is in it, and Blockly for pages without a bundler. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const installed = join(import.meta.dirname, '../node_modules');

export function packageParts(): Plugin {
  return {
    name: 'package-parts',
    async generateBundle(_options, bundle) {
      const files = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-NOTICES.txt', source: await noticesOf(files) });
      this.emitFile({ type: 'asset', fileName: 'blockly-global.js', source: await blocklyGlobal() });
    },
  };
}

/** Packages that come along as files, not as modules of the scripts: media, and the SDK in the page of the sandbox. */
const asFiles = ['blockly', 'backendless'];

/** The packages that these modules, and the files above, are from, with their licenses. */
async function noticesOf(modules: readonly string[]): Promise<string> {
  const names = new Set(asFiles);
  for (const id of modules) {
    const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(id.replaceAll('\\', '/')) ?? [];
    if (name !== undefined) names.add(name);
  }
  const notices = await Promise.all([...names].toSorted().map(noticeOf));
  return `This package contains work of others.\n${notices.join('')}`;
}

async function noticeOf(name: string): Promise<string> {
  const folder = join(installed, name);
  const { version, license }: { version: string; license: string } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e(?:\.\w+)?$/i.test(entry));
  const text = file === undefined ? '' : `\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`;
  return `\n${'-'.repeat(80)}\n${name} ${version}, ${license}\n${text}`;
}

/**
 * `blockly` as a module for pages without a bundler: Blockly's own files for browsers are classic scripts, which leave
 * it in a global variable.
 */
async function blocklyGlobal(): Promise<string> {
  const names = Object.keys(await import('blockly')).filter((name) => name !== 'default' && /^[\w$]+$/.test(name));
  return `// For an import map: load Blockly's own script before, which leaves Blockly in a global variable.
const { Blockly } = globalThis;
if (!Blockly) throw new Error('Load blockly.min.js with a <script> before what imports this.');
export default Blockly;
export const {
${names.map((name) => `  ${name},\n`).join('')}} = Blockly;
`;
}
