/** Chains of operators. */

import type { Expression } from '../tree.ts';
import { group, indent, line, softline, type Close, type Doc, type Open } from './doc.ts';
import { expression } from './expressions.ts';
import { isBinaryish, isFlat, isOneChain, type Binaryish } from './parentheses.ts';
import type { Path } from './path.ts';

/** `… && {…}`: the object or array stays beside the operator. */
export function isInlineLogical(node: Binaryish): boolean {
  if (node.type !== 'LogicalExpression') return false;
  // `a && (b && c)` is printed, and read, as `a && b && c`.
  let { right } = node;
  while (right.type === 'LogicalExpression' && right.operator === node.operator) right = right.right;
  return isFilledCollection(right);
}

function isFilledCollection(node: Expression): boolean {
  return (
    (node.type === 'ObjectExpression' && node.properties.length > 0) ||
    (node.type === 'ArrayExpression' && node.elements.length > 0)
  );
}

/** The chain of operators of one precedence whose root is in hand. */
export function binary(path: Path, node: Binaryish): Doc {
  const { parent, grandparent, slot } = path;
  const inParentheses = parent?.type === 'IfStatement' || parent?.type === 'WhileStatement';
  const { head, rest, isAllInline } = chain(path, node, inParentheses);
  if (inParentheses) return [head, rest];

  if (
    parent?.type === 'UnaryExpression' ||
    (slot === 'callee' && (parent?.type === 'CallExpression' || parent?.type === 'NewExpression')) ||
    (parent?.type === 'MemberExpression' && !parent.computed)
  ) {
    return group([indent([softline, head, rest]), softline]);
  }

  const isFlush =
    parent?.type === 'ReturnStatement' ||
    parent?.type === 'ThrowStatement' ||
    parent?.type === 'ForStatement' ||
    parent?.type === 'TemplateLiteral' ||
    (parent?.type === 'ArrowFunctionExpression' && slot === 'body') ||
    (parent?.type === 'ConditionalExpression' &&
      grandparent?.type !== 'ReturnStatement' &&
      grandparent?.type !== 'ThrowStatement' &&
      grandparent?.type !== 'CallExpression' &&
      grandparent?.type !== 'NewExpression') ||
    (slot === 'arguments' &&
      parent?.type === 'CallExpression' &&
      parent.arguments.length === 1 &&
      parent.callee.type === 'Identifier' &&
      parent.callee.name === 'Boolean');
  const isAssigned =
    parent?.type === 'AssignmentExpression' || parent?.type === 'VariableDeclarator' || parent?.type === 'Property';
  const isInline = isInlineLogical(node);
  if (isFlush || (isInline ? isAllInline : isAssigned)) return group([head, rest]);
  return group([head, indent(rest)]);
}

/** Of which node something is an operand. */
interface Place {
  parent: Binaryish;
  slot: 'left' | 'right';
}

/** An operand of a chain, with the marks of the nodes that begin and end with it. */
interface Operand extends Place {
  node: Expression;
  /** The operator before it; absent for the first. */
  operator: Binaryish['operator'] | undefined;
  opens: Open[];
  closes: Close[];
}

/** The operands of the chain from left to right. A loop: programs may add thousands of terms. */
function operands(root: Binaryish): Operand[] {
  const list: Operand[] = [];
  const work: (Operand | Close)[] = [];
  const split = (node: Binaryish, operator: Operand['operator'], opens: Open[], { parent, slot }: Place) => {
    work.push(
      { node: node.right, operator: node.operator, parent: node, slot: 'right', opens: [], closes: [] },
      { node: node.left, operator, parent, slot, opens, closes: [] },
    );
  };
  split(root, undefined, [], { parent: root, slot: 'left' });
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if ('kind' in next) {
      list.at(-1)?.closes.push(next);
    } else if (continues(next.parent, next.node, next.slot)) {
      const { node, operator, parent, slot, opens } = next;
      if (node.blocks !== undefined && node.blocks.length > 0) {
        opens.push({ kind: 'open', blocks: node.blocks });
        work.push({ kind: 'close', count: node.blocks.length });
      }
      // What is on the left of a right operand comes right after the operator before it.
      split(node, operator, opens, slot === 'left' ? { parent: node, slot } : { parent, slot });
    } else {
      list.push(next);
    }
  }
  return list;
}

/** The first operand, the others with their operators, and whether those others all stay beside their operators. */
function chain(path: Path, root: Binaryish, inParentheses: boolean): { head: Doc; rest: Doc[]; isAllInline: boolean } {
  if (!isLong(root)) {
    const head = expression(path, root.left, 'left');
    const right = expression(path, root.right, 'right');
    const isInline = root.type === 'LogicalExpression' && isFilledCollection(root.right);
    const tail: Doc = [root.operator, isInline ? ' ' : line, right];
    return {
      head: typeof head === 'string' ? head : group(head),
      rest: [' ', isLonely(path, root, inParentheses) ? group(tail) : tail],
      isAllInline: isInline,
    };
  }
  const list = operands(root);
  const rootSlot = path.slot ?? 'expression';
  const rest: Doc[] = [];
  let head: Doc = '';
  let isAllInline = true;
  for (const { node, operator, parent, slot, opens, closes } of list) {
    path.leave();
    path.enter(parent, rootSlot);
    const operand = expression(path, node, slot);
    if (operator === undefined) {
      head = opens.length + closes.length === 0 ? group(operand) : [...opens, group(operand), ...closes];
    } else {
      const isInline = root.type === 'LogicalExpression' && isFilledCollection(node);
      isAllInline &&= isInline;
      const right: Doc = [operator, isInline ? ' ' : line, ...opens, operand, ...closes];
      rest.push(' ', right);
    }
  }
  path.leave();
  path.enter(root, rootSlot);
  return { head, rest, isAllInline };
}

/** Whether the chain has more than one operator. */
function isLong(root: Binaryish): boolean {
  return continues(root, root.left, 'left') || continues(root, root.right, 'right');
}

/** Whether an operand is part of the chain around it. */
function continues(outer: Binaryish, operand: Expression, slot: 'left' | 'right'): operand is Binaryish {
  if (!isBinaryish(operand)) return false;
  if (slot === 'left') return isOneChain(outer.operator, operand.operator);
  if (outer.type === 'LogicalExpression') return operand.operator === outer.operator;
  return isFlat(outer.operator, operand);
}

/** Whether the node is no part of anything like it: then a short right side is not left on a line of its own. */
function isLonely(path: Path, node: Binaryish, inParentheses: boolean): boolean {
  if (inParentheses && node.type === 'LogicalExpression') return false;
  return path.parent?.type !== node.type && node.left.type !== node.type && node.right.type !== node.type;
}
