/** What the compiler takes for never reached is what TypeScript does: one claim too many, or too few, is an error in it. */

import { expect, it } from 'vitest';
import { bool, id, logical, not } from '../../generators/typescript/build.ts';
import { literalTruth } from '../../generators/typescript/lower/lowered.ts';
import type { Expression } from '../../generators/typescript/tree.ts';
import { T } from '../../generators/typescript/types.ts';
import { checkTypeScript } from '../tsc/check.ts';

interface Test {
  text: string;
  make(): Expression;
}

const leaves: Test[] = [
  { text: 'true', make: () => bool(true) },
  { text: 'false', make: () => bool(false) },
  { text: 'x', make: () => id('x', T.boolean) },
];

/** In parentheses, a `true` alone is another thing to TypeScript. Code is never written so. */
const part = (text: string): string => (text.includes(' ') ? `(${text})` : text);

/** The tests, and all that `!`, `&&` and `||` make of them. */
function combined(tests: readonly Test[]): Test[] {
  return [
    ...tests,
    ...tests.map(({ text, make }): Test => ({ text: `!${part(text)}`, make: () => not(make()) })),
    ...(['&&', '||'] as const).flatMap((operator) =>
      tests.flatMap((left) =>
        tests.map((right): Test => ({
          text: `${part(left.text)} ${operator} ${part(right.text)}`,
          make: () => logical(operator, left.make(), right.make(), T.boolean),
        })),
      ),
    ),
  ];
}

it('tests that are plainly true or false are those that TypeScript takes for it', { timeout: 120_000 }, async () => {
  const tests = combined(combined(leaves));
  expect(tests.length).toBeGreaterThan(1000);
  // Each function gives nothing back where TypeScript takes its end for reached.
  const lines = tests.flatMap(({ text }, index) => [
    `export function endless${index}(x: boolean): number { while (${text}) { x = !x; } }`,
    `export function never${index}(x: boolean): number { if (${text}) { x = !x; } else { return 1; } }`,
  ]);
  const errors = await checkTypeScript({ 'tests.ts': `${lines.join('\n')}\n` });
  const ends = new Set(errors.filter(({ code }) => code === 'TS2366' || code === 'TS2355').map(({ line }) => line - 1));
  const wrong = tests.flatMap(({ text, make }, index) => {
    const [isTrue, isFalse] = [!ends.has(2 * index), !ends.has(2 * index + 1)];
    const wanted = isTrue ? true : isFalse ? false : undefined;
    const claimed = literalTruth(make());
    return claimed === wanted ? [] : [`${text} is ${String(wanted)} to TypeScript, ${String(claimed)} to the compiler`];
  });
  expect(wrong).toEqual([]);
});
