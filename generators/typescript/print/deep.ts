/** Expressions so deep in others that printing them from the outside in would overflow the stack. */

import type { Expression, IfStatement, Parameter, Statement, VariableDeclarator } from '../tree.ts';
import { expression } from './expressions.ts';
import { isBinaryish, isOneChain } from './parentheses.ts';
import type { Node, Path, Slot } from './path.ts';

/** After so many levels, an expression is printed ahead. */
const LEVELS = 100;

/** A node in a statement, and the way to it. */
interface Step {
  node: Node;
  slot: Slot;
  outer: Step | undefined;
  /** Levels since the expression around it that is printed ahead. */
  level: number;
}

/** Prints the deep expressions of a statement, the deepest first, so that those around find them in `path.ready`. */
export function printAhead(path: Path, statement: Statement): void {
  const steps: Step[] = [{ node: statement, slot: 'statement', outer: undefined, level: 0 }];
  const ahead: Step[] = [];
  const work = [...steps];
  for (let step = work.pop(); step !== undefined; step = work.pop()) {
    const { node } = step;
    if (node.type === 'ArrowFunctionExpression' || node.type === 'ExpressionStatement') {
      const first = node.type === 'ExpressionStatement' ? node.expression : node.body;
      if (first.type !== 'BlockStatement' && first.type !== 'AssignmentExpression') path.begins(first);
    }
    for (const [child, slot] of childrenOf(node)) {
      const inner: Step = {
        node: child,
        slot,
        outer: step,
        level: step.level + (isInChain(step, child, slot) ? 0 : 1),
      };
      if (inner.level >= LEVELS && isPrintedAlike(child)) {
        inner.level = 0;
        ahead.push(inner);
      }
      work.push(inner);
    }
  }
  path.isTooDeep = false;
  path.bodies.clear();
  for (const step of ahead.reverse()) {
    const { node, slot } = step;
    if (!isPrintedAlike(node)) continue;
    path.along(wayTo(step), () => path.ready.set(node, expression(path, node, slot)));
  }
}

function wayTo(step: Step): Step[] {
  const way: Step[] = [];
  for (let outer = step.outer; outer !== undefined; outer = outer.outer) way.push(outer);
  return way.reverse();
}

/** An arrow function is printed in several ways, by where it stands; other expressions in one. */
function isPrintedAlike(node: Node): node is Exclude<Expression, { type: 'ArrowFunctionExpression' }> {
  return /Expression$|^TemplateLiteral$/.test(node.type) && node.type !== 'ArrowFunctionExpression';
}

/** Operands of one chain are printed side by side. */
function isInChain({ node }: Step, child: Node, slot: Slot): boolean {
  if (!isBinaryish(node) || !isBinaryish(child)) return false;
  if (slot === 'left') return isOneChain(node.operator, child.operator);
  return node.type === 'LogicalExpression' && node.operator === child.operator;
}

type Child = readonly [Node, Slot];

/** The expressions in a node, and what leads to them. Statements in it are printed on their own. */
function childrenOf(node: Node): Child[] {
  switch (node.type) {
    case 'TemplateLiteral':
      return all(node.expressions, 'expressions');
    case 'ArrayExpression':
      return all(node.elements, 'elements');
    case 'ObjectExpression':
      return all(node.properties, 'properties');
    case 'Property':
      return node.computed
        ? [
            [node.key, 'key'],
            [node.value, 'value'],
          ]
        : [[node.value, 'value']];
    case 'SpreadElement':
    case 'UnaryExpression':
    case 'UpdateExpression':
    case 'AwaitExpression':
      return [[node.argument, 'argument']];
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      return [
        [node.left, 'left'],
        [node.right, 'right'],
      ];
    case 'ConditionalExpression':
      return [
        [node.test, 'test'],
        [node.consequent, 'consequent'],
        [node.alternate, 'alternate'],
      ];
    case 'CallExpression':
    case 'NewExpression':
      return [[node.callee, 'callee'], ...all(node.arguments, 'arguments')];
    case 'MemberExpression':
      return node.computed
        ? [
            [node.object, 'object'],
            [node.property, 'property'],
          ]
        : [[node.object, 'object']];
    case 'ArrowFunctionExpression':
      return node.body.type === 'BlockStatement'
        ? all(node.params, 'params')
        : [...all(node.params, 'params'), [node.body, 'body']];
    case 'Parameter':
      return optional(node.default, 'default');
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'ExpressionStatement':
      return [[node.expression, 'expression']];
    case 'VariableDeclaration':
      return all(node.declarations, 'declaration');
    case 'VariableDeclarator':
      return optional(node.init, 'init');
    case 'IfStatement':
      return testsOf(node);
    case 'WhileStatement':
      return [[node.test, 'test']];
    case 'ForStatement':
      return [...optional(node.init, 'init'), ...optional(node.test, 'test'), ...optional(node.update, 'update')];
    case 'ForOfStatement':
    case 'ForInStatement':
      return [[node.right, 'right']];
    case 'ReturnStatement':
    case 'ThrowStatement':
      return optional(node.argument, 'argument');
    case 'FunctionDeclaration':
      return all(node.params, 'params');
    default:
      return [];
  }
}

function all(nodes: readonly (Expression | Node | Parameter | VariableDeclarator)[], slot: Slot): Child[] {
  return nodes.map((node) => [node, slot]);
}

function optional(node: Node | undefined, slot: Slot): Child[] {
  return node === undefined ? [] : [[node, slot]];
}

/** The conditions of an `if` and all its `else if`. */
function testsOf(node: IfStatement): Child[] {
  const tests: Child[] = [];
  for (let branch: IfStatement | undefined = node; branch !== undefined;) {
    tests.push([branch.test, 'test']);
    branch = branch.alternate?.type === 'IfStatement' ? branch.alternate : undefined;
  }
  return tests;
}
