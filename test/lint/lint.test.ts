import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const project = path.resolve(import.meta.dirname, '../..');

/** A file of a small tree with our configuration, and the rule that must object to it; none when it must pass. */
interface Case {
  file: string;
  source: string;
  rule?: string;
}

const layout = 'project(layout)';

const cases: Case[] = [
  { file: 'blocks/a.ts', source: `import 'blockly'; import './b.ts'; import '@blockly/field-multilineinput';` },
  { file: 'blocks/compiler.ts', source: `import '../generators/typescript/index.ts';`, rule: layout },
  { file: 'blocks/editor.ts', source: `export { x } from '../src/editor/index.ts';`, rule: layout },
  { file: 'blocks/package.ts', source: `import 'lit';`, rule: layout },
  { file: 'generators/typescript/lower/a.ts', source: `import '../tree.ts';` },
  { file: 'generators/typescript/blockly.ts', source: `import 'blockly';`, rule: layout },
  { file: 'generators/typescript/type.ts', source: `export type T = import('blockly').Block;`, rule: layout },
  {
    file: 'generators/typescript/lazy.ts',
    source: `export const lazy = () => import('../../blocks/a.ts');`,
    rule: layout,
  },
  { file: 'generators/typescript/star.ts', source: `export * from '../../blocks/a.ts';`, rule: layout },
  { file: 'generators/typescript/node.ts', source: `import 'node:fs';`, rule: layout },
  {
    file: 'src/editor/a.ts',
    source: `import '../../blocks/a.ts'; import '../runner/index.ts'; import 'blockly/core';`,
  },
  { file: 'src/editor/backend.ts', source: `export const lazy = () => import('../emulator/index.ts');` },
  { file: 'src/editor/store.ts', source: `import '../emulator/store.ts';`, rule: layout },
  { file: 'src/runner/a.ts', source: `import Backendless from 'backendless'; Backendless.initApp('a', 'b');` },
  { file: 'src/runner/editor.ts', source: `import '../editor/index.ts';`, rule: layout },
  { file: 'src/emulator/a.ts', source: `import 'node:http'; import 'idb';` },
  { file: 'src/emulator/runner.ts', source: `import '../runner/index.ts';`, rule: layout },
  { file: 'src/cli/a.ts', source: `import '../../generators/typescript/index.ts'; import '../emulator/index.ts';` },
  { file: 'src/cli/project.ts', source: `import '../project/index.ts';` },
  { file: 'src/element/a.ts', source: `import '../editor/index.ts';` },
  { file: 'src/element/frame.ts', source: `import '../embed/index.ts';`, rule: layout },
  { file: 'src/embed/a.ts', source: `import '../editor/index.ts';` },
  { file: 'src/embed/blocks.ts', source: `import 'blockly';`, rule: layout },
  { file: 'src/react/a.ts', source: `import 'react'; import '../editor/index.ts';` },
  { file: 'src/react/blocks.ts', source: `import '../../blocks/index.ts';`, rule: layout },
  { file: 'src/editor/react.ts', source: `import 'react';`, rule: layout },
  { file: 'src/project/a.ts', source: `import '../../generators/typescript/compilation.ts';` },
  { file: 'src/project/node.ts', source: `import 'node:fs';`, rule: layout },
  { file: 'src/project/editor.ts', source: `import '../editor/index.ts';`, rule: layout },
  { file: 'playground/project.ts', source: `import '../src/project/index.ts';` },
  { file: 'src/cli/version.ts', source: `import { version } from '../../package.json'; console.log(version);` },
  { file: 'src/cli/editor.ts', source: `import '../editor/index.ts';`, rule: layout },
  { file: 'playground/a.ts', source: `import '../src/editor/index.ts'; import '@codemirror/view';` },
  { file: 'playground/store.ts', source: `import '../src/emulator/indexeddb.ts';` },
  { file: 'playground/file.ts', source: `import '../src/emulator/node.ts';`, rule: layout },
  { file: 'playground/inside.ts', source: `import '../src/editor/inside.ts';`, rule: layout },
  { file: 'playground/sdk.ts', source: `import 'backendless';`, rule: layout },
  { file: 'test/a.test.ts', source: `import '../src/editor/inside.ts'; import 'node:fs';` },

  { file: 'blocks/any.ts', source: `export const x: any = 1;`, rule: 'typescript(no-explicit-any)' },
  { file: 'blocks/comment.ts', source: `// @ts-expect-error\nexport const x = 1;`, rule: 'typescript(ban-ts-comment)' },
  { file: 'blocks/unused.ts', source: `const x = 1;`, rule: 'eslint(no-unused-vars)' },
  {
    file: 'playground/markup.ts',
    source: `document.body.innerHTML = location.hash;`,
    rule: 'eslint(no-restricted-properties)',
  },
];

let folder: string;
let findings: { file: string; rule: string }[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lint-'));
  for (const file of ['.oxlintrc.json', 'scripts/root.mjs', 'scripts/lint']) {
    await cp(path.join(project, file), path.join(folder, file), { recursive: true });
  }
  for (const { file, source } of cases) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), `${source}\n`);
  }
  findings = await lint(folder);
});

afterAll(() => rm(folder, { recursive: true }));

describe('the linter', () => {
  for (const { file, source, rule } of cases) {
    test(`${rule ? 'refuses' : 'accepts'} in ${file}: ${source}`, () => {
      const rules = findings.filter((finding) => finding.file === file).map((finding) => finding.rule);
      if (rule) expect(rules).toContain(rule);
      else expect(rules).toEqual([]);
    });
  }
});

async function lint(cwd: string): Promise<{ file: string; rule: string }[]> {
  const oxlint = path.join(project, 'node_modules/oxlint/bin/oxlint');
  const output = await new Promise<string>((resolve) => {
    // Findings make the exit code 1, which is what most of the cases are for.
    execFile(process.execPath, [oxlint, '--format=json', '.'], { cwd }, (_error, stdout) => resolve(stdout));
  });
  const report: { diagnostics: { filename: string; code: string }[] } = JSON.parse(output);
  return report.diagnostics.map(({ filename, code }) => ({ file: filename.split(path.sep).join('/'), rule: code }));
}
