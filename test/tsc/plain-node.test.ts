/** The built compiler is one file that plain Node can import anywhere, with types. */

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '../../generators/typescript/index.ts';
import { readCase } from '../programs.ts';
import { checkTypeScript } from './check.ts';

const node = (args: string[], cwd = project) => promisify(execFile)(process.execPath, args, { cwd, encoding: 'utf8' });
const project = path.resolve(import.meta.dirname, '../..');

let folder: string;

beforeAll(async () => {
  // Outside of the project, so that no installed package is within reach.
  folder = await mkdtemp(path.join(tmpdir(), 'plain-node-'));
  await node([path.join(project, 'scripts/build.mjs'), 'generator', `--out=${folder}`]);
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

test('it compiles in a process of its own, to the same bytes', async () => {
  const { program } = readCase('register-two-channels');
  await writeFile(path.join(folder, 'program.json'), JSON.stringify(program));
  const script = path.join(folder, 'use.mjs');
  await writeFile(
    script,
    `import { readFileSync } from 'node:fs';
import { compile } from './generator/index.js';
const program = JSON.parse(readFileSync(new URL('./program.json', import.meta.url), 'utf8'));
const before = Object.getOwnPropertyNames(globalThis).length;
console.log(JSON.stringify(compile(program)));
if (Object.getOwnPropertyNames(globalThis).length !== before) throw new Error('It left something behind.');
`,
  );
  const { stdout, stderr } = await node([script], folder);
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual(compile(program));
});

test('it imports nothing', async () => {
  const code = await readFile(path.join(folder, 'generator/index.js'), 'utf8');
  expect(code).not.toMatch(/^\s*(?:import\b|export\b.*\bfrom\b)|\bimport\(|\brequire\(/m);
});

test('its types are those of its source', async () => {
  const use = `import { compile, type Compilation } from '${folder}/generator/index.js';
const { code, diagnostics }: Compilation = compile({ version: 1 }, { format: 'script' });
export const lines: string[] = [code, ...diagnostics.map(({ message }) => message)];
export const wrong: number = code;
`;
  const errors = await checkTypeScript({ 'use.ts': use }, { lib: ['ES2022'], skipLibCheck: false });
  expect(errors).toMatchObject([{ file: 'use.ts', line: 4, code: 'TS2322' }]);
});
