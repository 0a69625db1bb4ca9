import { expect, test } from 'vitest';
import { findPosition } from '../../src/runner/stack.ts';

const SCRIPTS = ['codeless-program.js', 'blob:null/6a0c9b7e'];

test.each([
  ['V8', 'TypeError: no\n    at f (codeless-program.js:3:7)\n    at async main (codeless-program.js:9:3)', 3, 6],
  ['V8, no function', 'Error: no\n    at codeless-program.js:12:1', 12, 0],
  ['V8, await', 'Error\n    at async Promise.all (index 0)\n    at async main (codeless-program.js:4:10)', 4, 9],
  ['V8, method of a class', 'Error: no\n    at new Thing (codeless-program.js:1:20)', 1, 19],
  ['V8, SDK on top', 'Error: x\n    at s (blob:null/other:1:999)\n    at main (codeless-program.js:5:3)', 5, 2],
  ['V8, by address', 'Error: no\n    at f (blob:null/6a0c9b7e:3:7)', 3, 6],
  ['Firefox', 'f@blob:null/6a0c9b7e:3:7\nasync*main@blob:null/6a0c9b7e:9:3\n', 3, 6],
  ['Firefox, source name', 'send@blob:null/other:1:88\nmain@codeless-program.js:9:3\n', 9, 2],
  ['Safari', 'f@blob:null/6a0c9b7e:3:7\nmodule code@blob:null/6a0c9b7e:12:5', 3, 6],
  ['Safari, no function', '@blob:null/6a0c9b7e:3:7', 3, 6],
])('finds the innermost place in the program: %s', (_engine, stack, line, column) => {
  expect(findPosition(stack, SCRIPTS)).toEqual({ line, column });
});

test.each([
  ['a stack elsewhere', 'Error: no\n    at f (blob:null/other:3:7)'],
  ['a message that looks like a place', 'Error: codeless-program.js:3:7'],
  ['another file of a longer name', 'Error\n    at f (codeless-program.jsx:3:7)'],
  ['an empty one', ''],
  ['none', undefined],
  ['something else', { at: 3 }],
])('finds no place in %s', (_name, stack) => {
  expect(findPosition(stack, SCRIPTS)).toBeUndefined();
});
