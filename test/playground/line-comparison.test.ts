/** A comparison holds both texts, whole and in order, and calls no more different than must be. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareLines } from '../../playground/line-comparison.ts';

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
const linesOf = (runs: ReturnType<typeof compareLines>, without: string): string =>
  runs
    .filter(({ kind }) => kind !== without)
    .flatMap(({ lines }) => lines)
    .join('\n');

test('both texts can be read from it', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = compareLines(before, after);
      expect(linesOf(runs, 'added')).toBe(before);
      expect(linesOf(runs, 'removed')).toBe(after);
    }),
  );
});

test('as many lines as can be are the same', () => {
  const longest = (one: string[], other: string[]): number => {
    if (one.length === 0 || other.length === 0) return 0;
    const [first, ...rest] = one;
    const at = other.indexOf(first ?? '');
    const without = longest(rest, other);
    return at < 0 ? without : Math.max(without, 1 + longest(rest, other.slice(at + 1)));
  };
  fc.assert(
    fc.property(text, text, (before, after) => {
      const same = compareLines(before, after).filter(({ kind }) => kind === 'same');
      const count = same.reduce((sum, { lines }) => sum + lines.length, 0);
      expect(count).toBe(longest(before.split('\n'), after.split('\n')));
    }),
  );
});
