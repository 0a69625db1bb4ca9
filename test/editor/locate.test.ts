import { expect, it } from 'vitest';
import { blockAt } from '../../src/editor/locate.ts';

const code = 'first();\nsecond(inner());\n';
const ranges = [
  { blockId: 'first', start: 0, end: 8 },
  { blockId: 'second', start: 9, end: 25 },
  { blockId: 'inner', start: 16, end: 23 },
];

it.each([
  [1, 0, 'first'],
  [1, 7, 'first'],
  [1, 8, null],
  [2, 0, 'second'],
  [2, 7, 'inner'],
  [2, 13, 'inner'],
  [2, 14, 'second'],
  [3, 0, null],
  [99, 0, null],
])('line %i, column %i is in %s', (line, column, expected) => {
  expect(blockAt({ line, column }, code, ranges)).toBe(expected);
});
