/**
 * `f(a < b, c > (d))` is two comparisons in JavaScript, but in TypeScript a call of `a` with two type
 * arguments. Parentheses would tell them apart, but Prettier takes them away; it leaves `(a < b) as boolean`.
 */

import type { BinaryExpression, ConditionalExpression, Expression, SpreadElement } from '../tree.ts';
import { leftmost } from './path.ts';

type Entry = Expression | SpreadElement;

/** The entries of a list, changed where a `<` in one and a `>` in a later one would be read as brackets. */
export function withPlainComparisons(entries: readonly Entry[]): readonly Entry[] {
  if (entries.length < 2 || !entries.some((entry) => comparisonAtEnd(entry) !== undefined)) return entries;
  return entries.map((entry, index) => {
    if (entry.type === 'SpreadElement' || comparisonAtEnd(entry) === undefined) return entry;
    return entries.slice(index + 1).some(mayCloseBracket) ? withCast(entry) : entry;
  });
}

/** The same for a condition and its branches: there a `?` may look like a part of a type. */
export function withPlainTest(node: ConditionalExpression): Expression {
  const { test, consequent, alternate } = node;
  if (comparisonAtEnd(test)?.right.type !== 'ConditionalExpression') return test;
  return mayCloseBracket(consequent) || mayCloseBracket(alternate) ? withCast(test) : test;
}

/** The `<` comparison that the text of an entry ends with, if its right side could be taken for a type. */
function comparisonAtEnd(entry: Entry): BinaryExpression | undefined {
  let node: Entry = entry;
  for (;;) {
    switch (node.type) {
      case 'BinaryExpression':
        if (node.operator === '<') return isLikeType(node.right) ? node : undefined;
        node = node.right;
        break;
      case 'LogicalExpression':
        node = node.right;
        break;
      case 'ConditionalExpression':
        node = node.alternate;
        break;
      case 'ArrowFunctionExpression':
        if (node.body.type === 'BlockStatement') return undefined;
        node = node.body;
        break;
      default:
        return undefined;
    }
  }
}

/** The same expression, with the comparison that ends it marked as the boolean it is. */
function withCast(node: Expression): Expression {
  switch (node.type) {
    case 'BinaryExpression':
      if (node.operator !== '<') return { ...node, right: withCast(node.right) };
      return {
        type: 'TSAsExpression',
        expression: node,
        typeAnnotation: { type: 'TSTypeReference', name: 'boolean' },
      };
    case 'LogicalExpression':
      return { ...node, right: withCast(node.right) };
    case 'ConditionalExpression':
      return { ...node, alternate: withCast(node.alternate) };
    case 'ArrowFunctionExpression':
      return node.body.type === 'BlockStatement' ? node : { ...node, body: withCast(node.body) };
    default:
      return node;
  }
}

/** Whether there is a `>` in it, followed by what could be the arguments of a call. */
function mayCloseBracket(entry: Entry): boolean {
  const work: unknown[] = [entry];
  for (;;) {
    const next = work.pop();
    if (next === undefined) return false;
    // A name has nothing in it but what the compiler knows of its variable, which may go round in circles.
    if (typeof next !== 'object' || next === null || ('type' in next && next.type === 'Identifier')) continue;
    if (isGreaterThan(next) && opens(next.right)) return true;
    for (const [key, child] of Object.entries(next)) if (key !== 'valueType') work.push(child);
  }
}

function isGreaterThan(node: object): node is BinaryExpression {
  return 'type' in node && node.type === 'BinaryExpression' && 'operator' in node && node.operator === '>';
}

/** Whether the text of a right operand may begin with `(`, a backtick or a slash. */
function opens(node: Expression): boolean {
  switch (node.type) {
    case 'Identifier':
    case 'Literal':
    case 'UnaryExpression':
    case 'NewExpression':
    case 'ArrayExpression':
    case 'ObjectExpression':
      return false;
    case 'MemberExpression':
    case 'CallExpression':
    case 'UpdateExpression':
    case 'TSNonNullExpression':
      return !isPlain(leftmost(node));
    case 'BinaryExpression':
      return !/^[-+*/%]/.test(node.operator) || !isPlain(leftmost(node));
    default:
      return true;
  }
}

/** Whether an expression is never put in parentheses. */
function isPlain(node: Expression): boolean {
  return node.type === 'Identifier' || (node.type === 'Literal' && typeof node.value !== 'number');
}

/** Whether the text of an operand could be that of a type. */
function isLikeType(node: Expression): boolean {
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression':
    case 'UpdateExpression':
    case 'RegExpLiteral':
      return false;
    case 'BinaryExpression':
      // In parentheses, or no type at all.
      return node.operator === '<' || node.operator === '>';
    case 'MemberExpression':
      return isLikeType(node.object);
    default:
      return true;
  }
}
