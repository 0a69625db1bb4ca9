/**
 * `f(a < b, c > (d))` is two comparisons in JavaScript, but in TypeScript a call of `a` with two type
 * arguments. Parentheses would tell them apart, but Prettier takes them away; it leaves `(a < b) as boolean`.
 */

import type { BinaryExpression, Expression, SpreadElement } from '../tree.ts';
import { leftmost } from './path.ts';

type Entry = Expression | SpreadElement;

/** The entries of a list, changed where a `<` in one and a `>` in a later one would be read as brackets. */
export function withPlainComparisons(entries: readonly Entry[]): readonly Entry[] {
  if (entries.length < 2 || !entries.some((entry) => last(entry) !== undefined)) return entries;
  return entries.map((entry, index) => {
    const isOpening = last(entry) !== undefined && entries.slice(index + 1).some(couldClose);
    return isOpening && entry.type !== 'SpreadElement' ? withCast(entry) : entry;
  });
}

/** The `<` comparison that an entry ends with. */
function last(entry: Entry): BinaryExpression | undefined {
  let node: Entry = entry;
  for (;;) {
    if (node.type === 'BinaryExpression' && node.operator === '<') return isLikeType(node.right) ? node : undefined;
    const end: Expression | undefined = ending(node);
    if (end === undefined) return undefined;
    node = end;
  }
}

/** What the text of an entry ends with, if that is not in parentheses. */
function ending(node: Entry): Expression | undefined {
  switch (node.type) {
    case 'LogicalExpression':
    case 'BinaryExpression':
      return node.right;
    case 'ConditionalExpression':
      return node.alternate;
    case 'ArrowFunctionExpression':
      return node.body.type === 'BlockStatement' ? undefined : node.body;
    default:
      return undefined;
  }
}

/** The same expression, with the comparison that ends it marked as a boolean. */
function withCast(node: Expression): Expression {
  switch (node.type) {
    case 'BinaryExpression':
      if (node.operator === '<') {
        const boolean = { type: 'TSTypeReference', name: 'boolean' } as const;
        return { type: 'TSAsExpression', expression: node, typeAnnotation: boolean };
      }
      return { ...node, right: withCast(node.right) };
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

/** Whether an entry begins with a `>` comparison whose right side could be the arguments of a call. */
function couldClose(entry: Entry): boolean {
  let node: Entry = entry;
  for (;;) {
    if (node.type === 'BinaryExpression' && node.operator === '>') return isLikeType(node.left) && opens(node.right);
    if (node.type === 'BinaryExpression' || node.type === 'LogicalExpression') node = node.left;
    else if (node.type === 'ConditionalExpression') node = node.test;
    else return false;
  }
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
    case 'BinaryExpression': {
      const first = leftmost(node);
      return first.type !== 'Identifier' && !(first.type === 'Literal' && typeof first.value !== 'number');
    }
    default:
      return true;
  }
}

/** Whether the text of an operand could be that of a type. */
function isLikeType(node: Expression): boolean {
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression':
    case 'BinaryExpression':
    case 'UpdateExpression':
    case 'RegExpLiteral':
      return false;
    case 'MemberExpression':
      return isLikeType(node.object);
    default:
      return true;
  }
}
