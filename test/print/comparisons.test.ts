import { format } from 'prettier';
import { expect, it } from 'vitest';
import { print } from '../../generators/typescript/print/index.ts';
import type { Expression, Program } from '../../generators/typescript/tree.ts';
import { meaning, read } from './estree.ts';

const id = (name: string): Expression => ({ type: 'Identifier', name });
const binary = (left: Expression, operator: '<' | '>', right: Expression): Expression => ({
  type: 'BinaryExpression',
  operator,
  left,
  right,
});
const conditional = (test: Expression, consequent: Expression, alternate: Expression): Expression => ({
  type: 'ConditionalExpression',
  test,
  consequent,
  alternate,
});
const call = (...args: Expression[]): Expression => ({ type: 'CallExpression', callee: id('f'), arguments: args });
const program = (expression: Expression): Program => ({
  type: 'Program',
  body: [{ type: 'ReturnStatement', argument: expression }],
});

const choice = conditional(id('x'), id('y'), id('z'));
const member: Expression = { type: 'MemberExpression', computed: false, object: id('a'), property: 'length' };
const less = binary(id('a'), '<', id('b'));
const greater = binary(id('c'), '>', choice);

// Comparisons in a list that TypeScript would take for a call with type arguments.
it.each<[string, Expression]>([
  ['f((a < b) as boolean, c > (x ? y : z))', call(less, greater)],
  ['f((a < b) as boolean, d, c > (x ? y : z))', call(less, id('d'), greater)],
  ['[(a < b) as boolean, c > (x ? y : z)]', { type: 'ArrayExpression', elements: [less, greater] }],
  [
    'f((a < b) as boolean, !(c > (x ? y : z)))',
    call(less, { type: 'UnaryExpression', operator: '!', argument: greater }),
  ],
  ['f(x ? y : ((a < b) as boolean), c > (x ? y : z))', call(conditional(id('x'), id('y'), less), greater)],
  ['f((a < a.length) as boolean, c > (x ? y : z))', call(binary(id('a'), '<', member), greater)],
  ['f((a < (x ? y : z)) as boolean, c > (x ? y : z))', call(binary(id('a'), '<', choice), greater)],
  ['((a < (x ? y : z)) as boolean) ? c > (x ? y : z) : d', conditional(binary(id('a'), '<', choice), greater, id('d'))],
  ['f(a < b, c > d)', call(less, binary(id('c'), '>', id('d')))],
  ['f(c > (x ? y : z), a < b)', call(greater, less)],
  ['f(a < f(), c > (x ? y : z))', call(binary(id('a'), '<', call()), greater)],
  ['(a < b) > c', binary(less, '>', id('c'))],
])('stay comparisons: %s', async (expected, expression) => {
  const { code, javascript } = print(program(expression));
  expect(code).toBe(`return ${expected};\n`);
  expect(await format(code, { parser: 'typescript' })).toBe(code);
  const { statements } = await read(code);
  expect(meaning(statements)).toEqual(meaning(program(expression).body));
  expect(javascript.replace(/\s+/g, '')).toBe(code.replaceAll(' as boolean', '').replace(/\s+/g, ''));
});
