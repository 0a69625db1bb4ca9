/** What expressions are made of. */

import type { Expression } from './tree.ts';

/** Whether an expression, or one anywhere within it, is such a one. Statements in functions are not looked into. */
export function someWithin(node: Expression, isSuch: (part: Expression) => boolean): boolean {
  const open = [node];
  for (let part = open.pop(); part; part = open.pop()) {
    if (isSuch(part)) return true;
    open.push(...partsOf(part));
  }
  return false;
}

/** The expressions directly within an expression, in the order in which they are evaluated. */
export function partsOf(node: Expression): Expression[] {
  switch (node.type) {
    case 'TemplateLiteral':
      return [...node.expressions];
    case 'ArrayExpression':
      return node.elements.map((part) => (part.type === 'SpreadElement' ? part.argument : part));
    case 'ObjectExpression':
      return node.properties.flatMap((part) =>
        part.type === 'SpreadElement' ? [part.argument] : part.computed ? [part.key, part.value] : [part.value],
      );
    case 'UnaryExpression':
    case 'UpdateExpression':
    case 'AwaitExpression':
      return [node.argument];
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      return [node.left, node.right];
    case 'ConditionalExpression':
      return [node.test, node.consequent, node.alternate];
    case 'ArrowFunctionExpression':
      return node.body.type === 'BlockStatement' ? [] : [node.body];
    case 'TSAsExpression':
    case 'TSNonNullExpression':
      return [node.expression];
    case 'CallExpression':
    case 'NewExpression':
      return [node.callee, ...node.arguments.map((part) => (part.type === 'SpreadElement' ? part.argument : part))];
    case 'MemberExpression':
      return node.computed ? [node.object, node.property] : [node.object];
    default:
      return [];
  }
}
