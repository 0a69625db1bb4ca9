/** Where an expression needs parentheses: to mean what it should, and where Prettier adds them for the reader. */

import type { BinaryExpression, Expression, LogicalExpression } from '../tree.ts';
import type { Path } from './path.ts';

const PRECEDENCE: Record<(BinaryExpression | LogicalExpression)['operator'], number> = {
  '??': 1,
  '||': 2,
  '&&': 3,
  '==': 4,
  '!=': 4,
  '===': 4,
  '!==': 4,
  '<': 5,
  '<=': 5,
  '>': 5,
  '>=': 5,
  in: 5,
  instanceof: 5,
  '+': 6,
  '-': 6,
  '*': 7,
  '/': 7,
  '%': 7,
  '**': 8,
};

const EQUALITY = 4;
const MULTIPLICATIVE = 7;

export type Binaryish = BinaryExpression | LogicalExpression;

export function isBinaryish(node: { type: string }): node is Binaryish {
  return node.type === 'BinaryExpression' || node.type === 'LogicalExpression';
}

/** Whether a left operand with operator `inner` is one chain with the `outer` operator around it. */
export function isOneChain(outer: Binaryish['operator'], inner: Binaryish['operator']): boolean {
  const precedence = PRECEDENCE[outer];
  if (PRECEDENCE[inner] !== precedence) return false;
  if (outer === '**' || precedence === EQUALITY) return false;
  if (outer === '>' && inner === '<') return false; // `a < b > (c)` would be a call with a type argument
  return precedence !== MULTIPLICATIVE || (outer === inner && outer !== '%');
}

/** Whether a right operand is one chain with the operator before it. */
export function isFlat(outer: Binaryish['operator'], operand: Binaryish): boolean {
  return operand.type === 'BinaryExpression' && operand.flat === true && operand.operator === outer;
}

/** Whether the node in hand is printed in parentheses. */
export function needsParentheses(path: Path, node: Expression): boolean {
  const { parent, slot } = path;
  if (parent === undefined) return false;
  switch (node.type) {
    case 'Identifier':
      return node.name === 'async' && slot === 'left' && parent.type === 'ForOfStatement';

    case 'ObjectExpression':
      return path.isLeading(node);

    case 'Literal':
      if (typeof node.value === 'string') return parent.type === 'ExpressionStatement'; // else it is a directive
      return typeof node.value === 'number' && slot === 'object';

    case 'UpdateExpression':
    case 'UnaryExpression':
      switch (parent.type) {
        case 'UnaryExpression':
          return node.operator === parent.operator && (node.operator === '+' || node.operator === '-');
        case 'MemberExpression':
          return slot === 'object';
        case 'CallExpression':
        case 'NewExpression':
          return slot === 'callee';
        case 'BinaryExpression':
          if (slot !== 'left') return false;
          return (
            parent.operator === '**' ||
            (node.type === 'UnaryExpression' && (parent.operator === 'in' || parent.operator === 'instanceof'))
          );
        case 'TSNonNullExpression':
          return true;
        default:
          return false;
      }

    case 'BinaryExpression':
      if (node.operator === 'in' && isInForInit(path)) return true;
      return binaryNeedsParentheses(path, node);

    case 'LogicalExpression':
    case 'TSAsExpression':
      return binaryNeedsParentheses(path, node);

    case 'AwaitExpression':
      switch (parent.type) {
        case 'UnaryExpression':
        case 'LogicalExpression':
        case 'BinaryExpression':
        case 'SpreadElement':
        case 'TSAsExpression':
        case 'TSNonNullExpression':
          return true;
        case 'MemberExpression':
          return slot === 'object';
        case 'CallExpression':
        case 'NewExpression':
          return slot === 'callee';
        case 'ConditionalExpression':
          return slot === 'test';
        default:
          return false;
      }

    case 'AssignmentExpression':
      switch (parent.type) {
        case 'ExpressionStatement':
        case 'AssignmentExpression':
        case 'ForStatement':
          return slot === 'test';
        default:
          return true;
      }

    case 'ConditionalExpression':
      switch (parent.type) {
        case 'UnaryExpression':
        case 'SpreadElement':
        case 'BinaryExpression':
        case 'LogicalExpression':
        case 'AwaitExpression':
        case 'TSAsExpression':
        case 'TSNonNullExpression':
          return true;
        case 'CallExpression':
        case 'NewExpression':
          return slot === 'callee';
        case 'ConditionalExpression':
          return slot === 'test';
        case 'MemberExpression':
          return slot === 'object';
        default:
          return false;
      }

    case 'ArrowFunctionExpression':
      switch (parent.type) {
        case 'BinaryExpression':
        case 'LogicalExpression':
        case 'TSAsExpression':
        case 'TSNonNullExpression':
        case 'UnaryExpression':
        case 'AwaitExpression':
          return true;
        case 'CallExpression':
        case 'NewExpression':
          return slot === 'callee';
        case 'MemberExpression':
          return slot === 'object';
        case 'ConditionalExpression':
          return slot === 'test';
        default:
          return false;
      }

    case 'CallExpression':
    case 'MemberExpression':
    case 'TSNonNullExpression':
      return slot === 'callee' && parent.type === 'NewExpression' && hasCallOrOptional(node);

    default:
      return false;
  }
}

function binaryNeedsParentheses(
  path: Path,
  node: Extract<Expression, { type: 'BinaryExpression' | 'LogicalExpression' | 'TSAsExpression' }>,
): boolean {
  const { parent, slot } = path;
  if (parent === undefined) return false;
  switch (parent.type) {
    case 'TSAsExpression':
      return node.type !== 'TSAsExpression';
    case 'ConditionalExpression':
      return node.type === 'TSAsExpression' || (node.type === 'LogicalExpression' && node.operator === '??');
    case 'CallExpression':
    case 'NewExpression':
      return slot === 'callee';
    case 'SpreadElement':
    case 'AwaitExpression':
    case 'TSNonNullExpression':
    case 'UpdateExpression':
    case 'UnaryExpression':
      return true;
    case 'MemberExpression':
      return slot === 'object';
    case 'LogicalExpression':
      if (node.type === 'LogicalExpression') return parent.operator !== node.operator;
      break;
    case 'BinaryExpression':
      break;
    default:
      return false;
  }
  if (node.type === 'TSAsExpression') return true;
  const precedence = PRECEDENCE[node.operator];
  const around = PRECEDENCE[parent.operator];
  if (around !== precedence) {
    return around > precedence || (node.operator === '%' && (parent.operator === '+' || parent.operator === '-'));
  }
  return slot === 'right' ? !isFlat(parent.operator, node) : !isOneChain(parent.operator, node.operator);
}

/** `in` in the first part of a `for` head would make it another kind of loop. */
function isInForInit(path: Path): boolean {
  for (let distance = 0; ; distance++) {
    const slot = path.slotUp(distance);
    if (slot === undefined || slot === 'statement') return false;
    if (slot === 'init' && path.up(distance + 1)?.type === 'ForStatement') return true;
  }
}

/** Whether the arguments of `new` would go to a call in its callee, or a `?.` is in it. */
function hasCallOrOptional(callee: Expression): boolean {
  let node = callee;
  for (;;) {
    switch (node.type) {
      case 'CallExpression':
        return true;
      case 'MemberExpression':
        if (node.optional === true) return true;
        node = node.object;
        break;
      case 'TSNonNullExpression':
        node = node.expression;
        break;
      default:
        return false;
    }
  }
}
