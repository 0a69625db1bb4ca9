/** The files of an exported project, before anything is installed. `test/package` installs, builds and runs one. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { compile, type CompileOptions } from '../../generators/typescript/index.ts';
import { projectFiles, projectPackages, type ProjectFiles } from '../../src/project/index.ts';
import { readCase } from '../programs.ts';
import { checkTypeScript } from '../tsc/check.ts';

/** What `tsconfig.json` says, which may have comments in it. */
const compilerOptions = (files: ProjectFiles): Record<string, unknown> =>
  JSON.parse((files['tsconfig.json'] ?? '').replaceAll(/^ *\/\/.*$/gm, '')).compilerOptions;

function projectOf(idea: string, options: CompileOptions = {}): ProjectFiles {
  const { program, options: own } = readCase(idea);
  return projectFiles(compile(program, { ...own, ...options }), program, { name: idea });
}

/** Programs that need one thing or another from the one that runs them. */
const projects: [needs: string, files: ProjectFiles][] = [
  ['a device token and an app', projectOf('register-two-channels')],
  ['an app, and no token', projectOf('publish-to-channel')],
  ['nothing', projectOf('text-print')],
  ['answers', projectOf('text-prompt')],
  ['a token and answers, as globals', projectOf('script-prompt-and-token')],
  ['a name of its own', projectOf('register-two-channels', { name: 'required' })],
];

describe.each(projects)('a project that needs %s', (_, files) => {
  test('passes the type checker as it is set up', async () => {
    const sources = Object.entries(files).filter(([name]) => name.endsWith('.ts'));
    expect(sources.map(([name]) => name)).toEqual(['src/program.ts', 'src/main.ts']);
    const { rootDir: _root, outDir: _out, ...options } = compilerOptions(files);
    const manifest = { 'package.json': files['package.json'] ?? '' };
    expect(
      await checkTypeScript(Object.fromEntries(sources), { ...options, moduleResolution: 'NodeNext' }, manifest),
    ).toEqual([]);
  });

  test('is laid out as Prettier would', async () => {
    for (const [name, text] of Object.entries(files)) {
      if (name.startsWith('.') || name === 'program.json') continue;
      expect(text, name).toBe(await format(text, { filepath: name }));
    }
  });

  test('names every variable that it reads, and no other', () => {
    const read = [...(files['src/main.ts'] ?? '').matchAll(/required\("(\w+)"\)|env\["(\w+)"\]/g)];
    const names = read.map(([, first, second]) => first ?? second ?? '').toSorted();
    const named = (file: string, pattern: RegExp): string[] =>
      [...(files[file] ?? '').matchAll(pattern)].map(([, name = '']) => name).toSorted();
    expect(named('README.md', /^- `(\w+)`: /gm)).toEqual(names);
    expect(named('.env.example', /^(?:# )?(\w+)=/gm)).toEqual(names);
  });
});

test('holds the code and the blocks as they are', () => {
  const { program } = readCase('register-two-channels');
  const compilation = compile(program);
  const files = projectFiles(compilation, program);
  expect(files['src/program.ts']).toBe(compilation.code);
  expect(JSON.parse(files['program.json'] ?? '')).toEqual(program);
});

test('leaves to the program what the program does itself', () => {
  const own = (...blocks: object[]): ProjectFiles => {
    const program = JSON.parse(JSON.stringify({ version: 1, blocks: { blocks } }));
    return projectFiles(compile(program), program);
  };
  const text = (value: string): object => ({ shadow: { type: 'text', fields: { TEXT: value } } });
  const cancel = { type: 'device_cancel_registration' };
  const init = { type: 'device_init_app', inputs: { APP_ID: text('A'), API_KEY: text('K') } };
  const setup = {
    type: 'device_setup',
    fields: { PLATFORM: 'IOS' },
    inputs: { UUID: text('U'), VERSION: text('1') },
  };
  const variables = (files: ProjectFiles): string[] =>
    [...(files['.env.example'] ?? '').matchAll(/^(?:# )?(\w+)=/gm)].map(([, name = '']) => name);
  expect(variables(own({ ...init, next: { block: { ...setup, next: { block: cancel } } } }))).toEqual([
    'BACKENDLESS_SERVER_URL',
  ]);
  // A block that is switched off does nothing.
  const off = { ...init, disabledReasons: ['MANUALLY_DISABLED'] };
  expect(variables(own({ ...off, next: { block: { ...setup, next: { block: cancel } } } }))).toEqual([
    'BACKENDLESS_APP_ID',
    'BACKENDLESS_API_KEY',
    'BACKENDLESS_SERVER_URL',
  ]);
});

test.each([
  ['Push für Zürich', 'push-fur-zurich'],
  ['  ../../etc/passwd  ', 'etc-passwd'],
  ['backendless', 'push-program-backendless'],
  ['推送', 'push-program'],
  ['', 'push-program'],
  [`${'long '.repeat(100)}`, `${'long-'.repeat(12)}`.slice(0, -1)],
])('makes of the name %j the package %s', (name, expected) => {
  const { program } = readCase('text-print');
  expect(JSON.parse(projectFiles(compile(program), program, { name })['package.json'] ?? '').name).toBe(expected);
});

test('takes no markup from its name', () => {
  const { program } = readCase('text-print');
  const title = (name: string): string | undefined =>
    projectFiles(compile(program), program, { name })['README.md']?.split('\n')[0];
  expect(title('<img src=x> [a](b)\n# `c`')).toBe(String.raw`# \<img src=x\> \[a\](b) \# \`c\``);
  expect(title('Ads, discount & more.')).toBe(String.raw`# Ads, discount \& more.`);
});

test('is built with the packages that the code is checked against here', () => {
  const { devDependencies }: { devDependencies: Record<string, string> } = JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8'),
  );
  for (const [name, version] of Object.entries({
    ...projectPackages.dependencies,
    ...projectPackages.devDependencies,
  })) {
    expect(devDependencies[name], name).toBe(version);
  }
});
