/**
 * What the documents say is so: their code is code that tests run, their tables are what the sources say, and their
 * commands and files exist. `test/package/documents.test.ts` runs the commands that they show with output.
 *
 * `UPDATE=1` writes code and tables anew.
 */

import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { blockTheme, palette } from '../../blocks/index.ts';
import { assetsHelp } from '../../src/cli/assets.ts';
import { checkHelp } from '../../src/cli/check.ts';
import { compileHelp } from '../../src/cli/compile.ts';
import { emulateHelp } from '../../src/cli/emulate.ts';
import { PROGRAM_VERSION } from '../../src/editor/program-file.ts';
import { PROTOCOL_VERSION } from '../../src/embed/protocol.ts';
import { codeBlocks, documents, pages, project, read } from './documents.ts';
import { acmeTheme } from './examples/theming.ts';
import { renewed } from './generated.ts';

describe.each(documents)('%s', (document) => {
  const text = read(document);

  test('has the code and the tables of the files that it names', async () => {
    const wanted = await renewed(text);
    if (process.env.UPDATE === '1') writeFileSync(path.join(project, document), wanted);
    else expect(text).toBe(wanted);
  });

  test('names commands that exist', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
    // What is run in the folder of a host or of an exported project is none of ours.
    if (pages.includes(document)) return;
    for (const [, run, name = ''] of text.matchAll(/npm (run )?([\w:]+)/g)) {
      if (!run && !['start', 'test'].includes(name)) continue;
      expect(Object.keys(scripts)).toContain(name);
    }
  });

  test('links to files that exist', () => {
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)/g)) {
      expect(existsSync(path.join(project, path.dirname(document), target)), target).toBe(true);
    }
  });
});

describe.each(pages)('%s', (page) => {
  test('shows no code that no test runs', () => {
    for (const { language, code, comment } of codeBlocks(read(page))) {
      // Commands: those with output are run in the tests of the package, the others are a line of npm or of ours.
      if (language === 'console' || language === 'sh') continue;
      const [, file = ''] = /^(?:part of )?([\w./-]+)$/.exec(comment) ?? [];
      expect(existsSync(path.join(project, file)) && file !== '', `${code}has no file`).toBe(true);
      if (!comment.startsWith('part of ')) continue;
      expect(outdented(read(file)), `${file} holds this`).toContain(outdented(code));
    }
  });
});

/** Without the blanks at the start of each line: an excerpt may be indented otherwise. */
function outdented(text: string): string {
  return text.replaceAll(/^ +/gm, '');
}

test('the page of the command names every option, and none that is not there', () => {
  const helps = { compile: compileHelp, check: checkHelp, assets: assetsHelp, emulate: emulateHelp };
  const text = read('docs/cli.md');
  const options = (source: string): string[] => [...new Set(source.match(/--[a-z][\w-]+/g))].toSorted();
  const known = Object.values(helps).flatMap(options);
  expect(options(text).filter((option) => !known.includes(option))).toEqual([]);
  expect(known.filter((option) => option !== '--help' && !text.includes(option))).toEqual([]);
  for (const name of Object.keys(helps)) expect(text).toContain(`\n## ${name}\n`);
});

test('the page of the program format names every reason to refuse a program, and the version', () => {
  const text = read('docs/program-format.md');
  const [, codes = ''] = /export type ProgramErrorCode =([^;]+);/.exec(read('src/editor/program-error.ts')) ?? [];
  const names = [...codes.matchAll(/'([\w-]+)'/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(3);
  for (const name of names) expect(text).toContain(`\`${name}\``);
  expect(text).toContain(`"version": ${PROGRAM_VERSION}`);
});

test('the page on frames names all that each side may call', () => {
  const text = read('docs/frame-protocol.md');
  const protocol = read('src/embed/protocol.ts');
  for (const name of ['FrameMethods', 'HostMethods']) {
    const [, body = ''] = new RegExp(`export interface ${name} \\{\\n(.*?)^\\}`, 'ms').exec(protocol) ?? [];
    const methods = [...body.matchAll(/^ {2}(\w+)\(/gm)].map(([, method]) => method);
    expect(methods.length).toBeGreaterThan(1);
    for (const method of methods) expect(text).toMatch(new RegExp(`\`${method}\\(`));
  }
  expect(text).toContain(`Version ${PROTOCOL_VERSION}.`);
});

test('the page on theming names every custom property and every colour', () => {
  const text = read('docs/theming.md');
  const properties = [...read('blocks/theme.ts').matchAll(/surface\('([\w-]+)'/g)].map(([, name]) => name);
  expect(properties.length).toBeGreaterThan(3);
  for (const name of properties) expect(text).toContain(`\`--codeless-${name}\``);
  for (const name of Object.keys(palette)) expect(text).toContain(`\`${name}\``);
});

test('the look on the page on theming is one', () => {
  const { base, ...custom } = typeof acmeTheme === 'string' ? { base: acmeTheme } : acmeTheme;
  const theme = blockTheme('light', custom);
  expect(base).toBe('auto');
  expect(theme.blockStyles['device_blocks']).toMatchObject({ colourPrimary: '#0b5d4e' });
  expect(theme.categoryStyles['acme_category']).toMatchObject({ colour: '#7a1fa2' });
  expect(theme.getComponentStyle('workspaceBackgroundColour')).toBe('#fffdf7');
});
