/**
 * How statements use variables, and how they go on: two lists of statements with the same signature are the same to
 * all who ask where a variable is used, in which order, and which ways there are through the code.
 */

import { isReference, type Entity } from '../lower/entities.ts';
import { literalTruth } from '../lower/lowered.ts';
import { partsOf } from '../parts.ts';
import type { ArrayPattern, Expression, IfStatement, Statement } from '../tree.ts';

export type Signature = readonly (string | boolean | undefined | Entity)[];

export function signatureOf(statements: readonly Statement[]): Signature {
  const found: (string | boolean | undefined | Entity)[] = [];
  for (const statement of statements) addStatement(statement, found);
  return found;
}

export function isSameSignature(one: Signature, other: Signature): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index]);
}

/** Whether there is a `break` in a statement that leaves a loop around it. */
export function leavesLoop(node: Statement): boolean {
  switch (node.type) {
    case 'BreakStatement':
      return true;
    case 'BlockStatement':
      return node.body.some(leavesLoop);
    case 'IfStatement':
      for (let branch: IfStatement['alternate'] = node; branch;) {
        if (branch.type === 'BlockStatement') return leavesLoop(branch);
        if (leavesLoop(branch.consequent)) return true;
        branch = branch.alternate;
      }
      return false;
    case 'TryStatement': {
      const { block, handler, finalizer } = node;
      return [block, handler?.body, finalizer].some((each) => each !== undefined && leavesLoop(each));
    }
    default:
      return false;
  }
}

type Found = (string | boolean | undefined | Entity)[];

function addStatement(node: Statement, found: Found): void {
  found.push(node.type);
  switch (node.type) {
    case 'ExpressionStatement':
      addExpression(node.expression, found);
      break;
    case 'VariableDeclaration':
      for (const { id, init } of node.declarations) addAll([id, init], found);
      break;
    case 'BlockStatement':
      addBlock(node.body, found);
      break;
    case 'IfStatement':
      addIf(node, found);
      break;
    case 'WhileStatement':
      found.push(literalTruth(node.test));
      addAll([node.test], found);
      addBlock(node.body.body, found);
      break;
    case 'ForStatement':
      if (node.init?.type === 'VariableDeclaration') addStatement(node.init, found);
      else addAll([node.init], found);
      addAll([node.test], found);
      addBlock(node.body.body, found);
      addAll([node.update], found);
      break;
    case 'ForOfStatement':
    case 'ForInStatement':
      addAll([node.left, node.right], found);
      addBlock(node.body.body, found);
      break;
    case 'ReturnStatement':
    case 'ThrowStatement':
      addAll([node.argument], found);
      break;
    case 'TryStatement':
      addBlock(node.block.body, found);
      addAll([node.handler?.param], found);
      addBlock(node.handler?.body.body ?? [], found);
      addBlock(node.finalizer?.body ?? [], found);
      break;
    default:
  }
}

function addIf(node: IfStatement, found: Found): void {
  for (let branch: IfStatement['alternate'] = node; branch;) {
    found.push(branch.type);
    if (branch.type === 'BlockStatement') {
      addBlock(branch.body, found);
      return;
    }
    found.push(literalTruth(branch.test));
    addAll([branch.test], found);
    addBlock(branch.consequent.body, found);
    branch = branch.alternate;
  }
}

function addBlock(body: readonly Statement[], found: Found): void {
  found.push('{');
  for (const statement of body) addStatement(statement, found);
  found.push('}');
}

function addAll(nodes: readonly (Expression | ArrayPattern | undefined)[], found: Found): void {
  for (const node of nodes) {
    found.push('(');
    if (node?.type === 'ArrayPattern') addAll(node.elements, found);
    else if (node) addExpression(node, found);
    found.push(')');
  }
}

/** Only what decides on whether, and in which order, variables are used. */
function addExpression(node: Expression, found: Found): void {
  if (node.type === 'Identifier') {
    if (isReference(node) && (node.entity.kind === 'variable' || node.entity.kind === 'function')) {
      found.push(node.access, node.entity);
    }
    return;
  }
  const isWay = ways.has(node.type);
  if (isWay) found.push(node.type);
  if (node.type === 'AssignmentExpression') found.push(node.operator, node.left.type);
  for (const part of partsOf(node)) addExpression(part, found);
  if (node.type === 'ArrowFunctionExpression' && node.body.type === 'BlockStatement') addBlock(node.body.body, found);
  if (isWay) found.push('.');
}

const ways = new Set<Expression['type']>([
  'LogicalExpression',
  'ConditionalExpression',
  'AssignmentExpression',
  'ArrowFunctionExpression',
]);
