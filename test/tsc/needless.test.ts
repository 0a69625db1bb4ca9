/** What is converted in the saved programs has to be: without it the compiler complains, or other values come out. */

import { expect, test } from 'vitest';
import { listHelpers } from '../../generators/typescript/helpers/lists.ts';
import { mathHelpers } from '../../generators/typescript/helpers/math.ts';
import { objectHelpers } from '../../generators/typescript/helpers/objects.ts';
import { pushHelpers } from '../../generators/typescript/helpers/push.ts';
import { textHelpers } from '../../generators/typescript/helpers/text.ts';
import { valueHelpers } from '../../generators/typescript/helpers/values.ts';
import { readCases, readExpectedCode } from '../programs.ts';
import { findNeedless } from './needless.ts';

const helpers = [listHelpers, mathHelpers, objectHelpers, pushHelpers, textHelpers, valueHelpers];
const helperNames = new Set(helpers.flatMap((each) => Object.keys(each)));

test('finds what is needless, and only that', { timeout: 120_000 }, async () => {
  const source = `export function f(a: number, b: string | null, c: unknown, d: string[]): unknown[] {
  const e = Number(a) + Number(b) + Number(c);
  if (b != null) return [b ?? "", e as number, d as unknown[]];
  return [b ?? "", String(e), d[0] ?? ""];
}
`;
  const found = await findNeedless({ 'f.ts': source });
  expect(found.map(({ text }) => text).sort()).toEqual(['Number(a)', 'b ?? ""', 'd as unknown[]', 'e as number']);
});

/** What TypeScript knows better than the compiler: module variables, loops left in the middle, helpers, single values. */
const known = [
  'change-unset-variable-by-text: numberOrZero(d)',
  'change-variable-by-text: numberOrZero(n)',
  'flow-function-reads-the-counter-of-a-loop: Number(i)',
  'list-place-before-an-item-taken-out: (lists[0] ?? []) as (number | undefined)[]',
  'loop-count-left-in-the-middle: Number(b)',
  'narrowing-set-to-another-type: numberOrZero(size)',
  'types-loop-start-set-by-its-body: Number(a)',
];

test('nothing is converted needlessly in the saved programs', { timeout: 120_000 }, async () => {
  const sources = Object.fromEntries(readCases().map(({ idea }) => [`${idea}.ts`, readExpectedCode(idea) ?? '']));
  const found = await findNeedless(sources, (name) => !helperNames.has(name));
  // An empty list that is written out has no type of its own.
  const needless = found.filter(({ text }) => !text.startsWith('[] as '));
  const named = needless.map(({ file, text }) => `${file.replace('.ts', '')}: ${text}`);
  expect([...new Set(named)].sort()).toEqual(known);
});
