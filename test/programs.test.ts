/**
 * Every saved program becomes exactly the code beside it, and that code is good.
 *
 * `UPDATE=1 npm test -- test/programs` writes the files anew; read what changed before you check it in.
 */

import { rmSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import tsBlankSpace from 'ts-blank-space';
import { beforeAll, describe, expect, test } from 'vitest';
import { compile, type BlockRange } from '../generators/typescript/index.ts';
import { checkPrettier, checkTypeScript, findTypeEscapes, isJavaScript, type TscError } from './tsc/check.ts';
import { fileOf, readCases, readExpectedCode, readExpectedDiagnostics } from './programs.ts';

const cases = readCases();
let errors: TscError[];

beforeAll(async () => {
  if (process.env.UPDATE === '1') await writeExpected();
  const files: Record<string, string> = {};
  for (const { idea } of cases) files[`${idea}.ts`] = readExpectedCode(idea) ?? '';
  errors = await checkTypeScript(files);
}, 120_000);

test('there are programs', () => {
  expect(cases.length).toBeGreaterThanOrEqual(30);
});

describe.each(cases)('$idea', ({ idea, program, options }) => {
  const compilation = compile(program, options);
  const { code, javascript, ranges, diagnostics } = compilation;

  test('becomes the code beside it', () => {
    expect(code).toBe(readExpectedCode(idea));
    expect(diagnostics).toEqual(readExpectedDiagnostics(idea));
  });

  test('becomes code that the compiler accepts and Prettier leaves as it is', async () => {
    expect(errors.filter(({ file }) => file === `${idea}.ts`)).toEqual([]);
    expect((await checkPrettier(code)) ?? code).toBe(code);
    expect(findTypeEscapes(code)).toEqual([]);
  });

  test('runs as the same text without types', () => {
    expect(isJavaScript(javascript)).toBe(true);
    expect(javascript.length).toBe(code.length);
    // Elsewhere than at blanks, the two agree with each other and with a tool that blanks types by itself.
    expect(codeUnitsBeside(javascript, code)).toEqual([]);
    expect(withoutBlanks(javascript)).toBe(withoutBlanks(tsBlankSpace(code)));
  });

  test('has ranges in the code, outer before inner', () => {
    const outside = ranges.filter(({ start, end }) => start < 0 || start > end || end > code.length);
    expect(outside).toEqual([]);
    expect(findCrossing(ranges)).toBeUndefined();
  });

  test('is left as it was, and becomes the same again', () => {
    const before = JSON.stringify(program);
    expect(compile(program, options)).toEqual(compilation);
    expect(JSON.stringify(program)).toBe(before);
  });
});

/** What differs, other than by a blank in the first text. */
function codeUnitsBeside(blanked: string, text: string): string[] {
  const different: string[] = [];
  for (let i = 0; i < text.length; i++) {
    if (blanked[i] !== text[i] && blanked[i] !== ' ') different.push(`${i}: ${text[i]} → ${blanked[i]}`);
  }
  return different;
}

function withoutBlanks(text: string): string {
  return text.replace(/[ \n;]+/g, '');
}

/** Two ranges that overlap without one being in the other, or in the wrong order. */
function findCrossing(ranges: readonly BlockRange[]): BlockRange[] | undefined {
  const open: BlockRange[] = [];
  let last = 0;
  for (const range of ranges) {
    if (range.start < last) return [range];
    last = range.start;
    for (let outer = open.at(-1); outer && outer.end <= range.start; outer = open.at(-1)) open.pop();
    const outer = open.at(-1);
    if (outer && range.end > outer.end) return [outer, range];
    open.push(range);
  }
  return undefined;
}

async function writeExpected(): Promise<void> {
  for (const { idea, program, options } of cases) {
    const { code, diagnostics } = compile(program, options);
    writeFileSync(fileOf(idea, 'ts'), code);
    const file = fileOf(idea, 'diagnostics.json');
    if (diagnostics.length === 0) rmSync(file, { force: true });
    else writeFileSync(file, await format(JSON.stringify(diagnostics), { parser: 'json', printWidth: 120 }));
  }
}
