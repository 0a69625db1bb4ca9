/** What is in the package, and what installing it brings. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { build, parseSync } from 'vite';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { checkTypeScript } from '../tsc/check.ts';
import { run } from './command.ts';

const { tarball, plain, bundled, notes } = inject('installed');
const project = path.resolve(import.meta.dirname, '../..');
const root = path.join(plain, 'node_modules/codeless-push-blocks');

interface Manifest {
  exports: Record<string, string | { types: string; default: string }>;
  bin: Record<string, string>;
  dependencies?: Record<string, string>;
  peerDependencies: Record<string, string>;
}

let manifest: Manifest;
let files: string[];
beforeAll(async () => {
  manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
});

const read = (file: string): Promise<string> => readFile(path.join(root, file), 'utf8');

test('publint has nothing to say', async () => {
  const { messages, pkg } = await publint({ pkgDir: root, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test('are the types wrong? has nothing to say', async () => {
  // The package is ES modules only, which every Node from 20.19 can also require; of the resolutions before `exports`
  // there is none left to serve. Pages and pictures are no modules.
  const attw = path.join(project, 'node_modules/@arethetypeswrong/cli/dist/index.js');
  const pages = Object.keys(manifest.exports).filter((name) => name.endsWith('.html'));
  const ended = await run(plain, process.execPath, [
    attw,
    tarball,
    '--profile=esm-only',
    '--no-color',
    ...['--exclude-entrypoints', ...pages],
  ]);
  expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('"codeless-push-blocks/generator"') });
});

test('every entry has types before all else, and its files', async () => {
  for (const [name, target] of Object.entries(manifest.exports)) {
    if (typeof target === 'string') {
      if (!target.includes('*')) expect(files, name).toContain(target.slice(2));
      continue;
    }
    expect(Object.keys(target), name).toEqual(['types', 'default']);
    expect(files).toEqual(expect.arrayContaining([target.types.slice(2), target.default.slice(2)]));
  }
});

test('brings no sources, tests or pages of the playground along', () => {
  const known =
    /^(?:package\.json|README\.md|LICENSE|dist\/lib\/(?:.+\.(?:js|d\.ts|html|txt|png|svg|gif|cur)|embed-page\/.+\.css))$/;
  expect(files.filter((file) => !known.test(file))).toEqual([]);
  expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'dist/lib/THIRD-PARTY-NOTICES.txt']));
});

test('imports nothing but what is declared, Node, and itself', async () => {
  const allowed = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  for (const file of files.filter((name) => /^dist\/.*\.(?:js|d\.ts)$/.test(name))) {
    for (const specifier of importsOf(file, await read(file))) {
      if (specifier.startsWith('node:')) continue;
      const note = `${file} imports ${specifier}`;
      if (specifier.startsWith('.')) {
        const target = path.posix.join(path.posix.dirname(file), specifier);
        expect(files, note).toContain(file.endsWith('.d.ts') ? target.replace(/\.js$/, '.d.ts') : target);
      } else {
        expect(allowed, note).toContain(/^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0]);
      }
    }
  }
});

/** What a module names in its imports, those of types included. */
function importsOf(file: string, text: string): string[] {
  const { module, errors, comments } = parseSync(file, text);
  expect(errors, file).toEqual([]);
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest?.value)),
    ...module.dynamicImports.map(
      ({ moduleRequest: { start, end } }) => /^(['"])(.*)\1$/.exec(text.slice(start, end))?.[2],
    ),
  ];
  if (file.endsWith('.d.ts')) {
    const bare = comments.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
    for (const [, specifier] of bare.matchAll(/\bimport\(["']([^"']+)["']\)/g)) requests.push(specifier);
  }
  return requests.filter((request) => typeof request === 'string');
}

test('names those whose work it contains', async () => {
  const notices = await read('dist/lib/THIRD-PARTY-NOTICES.txt');
  for (const name of ['@blockly/field-multilineinput', 'backendless', 'blockly', 'idb']) {
    expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+, \\S+`, 'm'));
  }
});

test('npm warns of nothing while installing but that Blockly wants a newer Node', () => {
  for (const note of notes) {
    const warnings = note
      .split('\n')
      .filter((line) => line.startsWith('npm') && !/^npm (?:notice|warn EBADENGINE)/.test(line));
    expect(warnings).toEqual([]);
    const engines = [...note.matchAll(/package: '(@?[^@']+)@/g)].map(([, name]) => name);
    expect(engines.filter((name) => name !== 'blockly')).toEqual([]);
  }
});

test('does not bring React to who does not use it', async () => {
  const packages = await readdir(path.join(plain, 'node_modules'));
  expect(packages).toContain('blockly');
  expect(packages).not.toContain('react');
  expect(packages).not.toContain('@blockly');
});

describe('types', () => {
  /** Checks a module of a strict project that has the package installed. */
  async function check(source: string, options: Record<string, unknown>): Promise<string> {
    await writeFile(path.join(bundled, 'use.ts'), source);
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      types: [],
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      ...options,
    };
    await writeFile(path.join(bundled, 'tsconfig.use.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
    const tsc = path.join(bundled, 'node_modules/typescript/bin/tsc');
    return (await run(bundled, process.execPath, [tsc, '-p', 'tsconfig.use.json', '--pretty', 'false'])).stdout;
  }

  const use = `import { createEditor, type Editor } from 'codeless-push-blocks';
import { installBlocks } from 'codeless-push-blocks/blocks';
import { compile, type Lowering } from 'codeless-push-blocks/generator';
import { createEmulator } from 'codeless-push-blocks/emulator';
import { indexedDbStore } from 'codeless-push-blocks/emulator/indexeddb';
export const lowering: Lowering = (block, b) => b.run(b.call(b.helper('f', 'function f() {}'), [block.value('A', 'string')]));
installBlocks();
export const emulator = createEmulator({ store: indexedDbStore() });
export const editor: Editor = createEditor(document.body, { backend: { mode: 'emulator', emulator }, lowerings: { a: lowering } });
editor.on('change', ({ kind, dirty }) => [kind satisfies 'load' | 'layout' | 'edit', dirty satisfies boolean]);
export const code: string = compile(editor.save()).code;
`;
  const wrong = `export const no: number = compile({ version: 1 }).code;\n`;

  test.each([
    ['a bundler', { module: 'ESNext', moduleResolution: 'Bundler' }],
    ['Node', { module: 'NodeNext' }],
  ])('are sound for %s, and precise', async (_, options) => {
    // The typings of Blockly themselves are not.
    expect(await check(use, { ...options, skipLibCheck: true })).toBe('');
    expect(await check(use + wrong, { ...options, skipLibCheck: true })).toMatch(
      /^use\.ts\(12,14\): error TS2322: [^\n]*\n$/,
    );
  });

  test('need nothing installed, and no DOM, where the code does not', async () => {
    const source = `import { compile, type Compilation } from '${root}/dist/lib/generator.js';
import { createEmulator } from '${root}/dist/lib/emulator.js';
const { code, diagnostics }: Compilation = compile({ version: 1 }, { format: 'script' });
export const lines: string[] = [code, ...diagnostics.map(({ message }) => message)];
export const emulator = createEmulator();
`;
    const types = { 'generator.js': 'generators/typescript/index', 'emulator.js': 'src/emulator/index' };
    const used = Object.entries(types).reduce(
      (text, [script, declaration]) => text.replace(script, `types/${declaration}.js`),
      source,
    );
    expect(await checkTypeScript({ 'use.ts': used }, { lib: ['ES2023', 'DOM'], skipLibCheck: false })).toEqual([]);
  });
});

test('an import that is not used leaves nothing in a bundle', async () => {
  const entries = Object.entries(manifest.exports).filter(([, target]) => typeof target !== 'string');
  const names = entries.map(([name]) => path.posix.join('codeless-push-blocks', name));
  const silent = names.filter((name) => !/\/(?:element|node)$/.test(name));
  await writeFile(path.join(bundled, 'nothing.js'), silent.map((name) => `import '${name}';\n`).join(''));
  const result = await build({
    root: bundled,
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry: path.join(bundled, 'nothing.js'), formats: ['es'] } },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const code =
    bundle && 'output' in bundle ? bundle.output.map((part) => ('code' in part ? part.code : '')).join('') : '?';
  expect(code.trim()).toBe('');
});
