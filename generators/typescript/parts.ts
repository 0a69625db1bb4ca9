/** What expressions and statements are made of. */

import type { ArrayPattern, Expression, IfStatement, SpreadElement, Statement } from './tree.ts';

/** Whether an expression, or one anywhere within it, is such a one. Statements in functions are not looked into. */
export function someWithin(node: Expression, isSuch: (part: Expression) => boolean): boolean {
  const open = [node];
  for (let part = open.pop(); part; part = open.pop()) {
    if (isSuch(part)) return true;
    open.push(...partsOf(part));
  }
  return false;
}

/** Replaces the expressions directly within an expression. */
export function replaceParts(node: Expression, by: (part: Expression) => Expression): void {
  switch (node.type) {
    case 'TemplateLiteral':
      node.expressions = node.expressions.map(by);
      return;
    case 'ArrayExpression':
      node.elements = node.elements.map((part) => replaced(part, by));
      return;
    case 'ObjectExpression':
      for (const part of node.properties) {
        if (part.type === 'SpreadElement') replaced(part, by);
        else {
          if (part.computed) part.key = by(part.key);
          part.value = by(part.value);
        }
      }
      return;
    case 'UnaryExpression':
    case 'AwaitExpression':
      node.argument = by(node.argument);
      return;
    case 'BinaryExpression':
    case 'LogicalExpression':
      node.left = by(node.left);
      node.right = by(node.right);
      return;
    case 'AssignmentExpression':
      node.right = by(node.right);
      return;
    case 'ConditionalExpression':
      node.test = by(node.test);
      node.consequent = by(node.consequent);
      node.alternate = by(node.alternate);
      return;
    case 'TSAsExpression':
    case 'TSNonNullExpression':
      node.expression = by(node.expression);
      return;
    case 'CallExpression':
    case 'NewExpression':
      node.callee = by(node.callee);
      node.arguments = node.arguments.map((part) => replaced(part, by));
      return;
    case 'MemberExpression':
      node.object = by(node.object);
      if (node.computed) node.property = by(node.property);
      return;
    default:
  }
}

function replaced<N extends Expression | SpreadElement>(part: N, by: (part: Expression) => Expression) {
  if (part.type !== 'SpreadElement') return by(part);
  part.argument = by(part.argument);
  return part;
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

/** What a statement consists of, without the statements in it: expressions, and patterns that are given values. */
export function headPartsOf(node: Statement): (Expression | ArrayPattern)[] {
  switch (node.type) {
    case 'ExpressionStatement':
      return [node.expression];
    case 'VariableDeclaration':
      return node.declarations.flatMap(({ id, init }) => (init ? [id, init] : [id]));
    case 'IfStatement': {
      const tests: Expression[] = [];
      for (let branch: IfStatement['alternate'] = node; branch?.type === 'IfStatement'; branch = branch.alternate) {
        tests.push(branch.test);
      }
      return tests;
    }
    case 'WhileStatement':
      return [node.test];
    case 'ForStatement': {
      const { init, test, update } = node;
      const start = init?.type === 'VariableDeclaration' ? headPartsOf(init) : init ? [init] : [];
      return [...start, ...(test ? [test] : []), ...(update ? [update] : [])];
    }
    case 'ForOfStatement':
    case 'ForInStatement':
      return [node.left, node.right];
    case 'ReturnStatement':
    case 'ThrowStatement':
      return node.argument ? [node.argument] : [];
    case 'TryStatement':
      return node.handler?.param ? [node.handler.param] : [];
    default:
      return [];
  }
}
