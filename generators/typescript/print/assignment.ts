/** Assignments, initialized variables and properties: where the line breaks between the left and the right. */

import type {
  ArrayPattern,
  AssignmentExpression,
  CallExpression,
  Expression,
  Property,
  TSTypeAliasDeclaration,
  TypeNode,
  VariableDeclarator,
} from '../tree.ts';
import type { AssignmentLayout } from './arrows.ts';
import { isInlineLogical } from './binary.ts';
import { isMemberChain } from './chains.ts';
import {
  erased,
  canBreak,
  group,
  indent,
  indentIfBreak,
  join,
  line,
  marked,
  softline,
  text,
  trailingComma,
  type Doc,
} from './doc.ts';
import { expression } from './expressions.ts';
import { isBinaryish } from './parentheses.ts';
import type { Node, Path } from './path.ts';
import { propertyKey } from './text.ts';
import { textWidth } from './width.ts';
import { isComputed, isLoneShortArgument, isNumber, isString, withoutNonNull } from './shapes.ts';
import { annotation, shouldHugUnion, typeOf, typeWillBreak } from './types.ts';

/** A property whose key is shorter than this gains nothing from a line break after it. */
const SHORT_KEY = 5;

type Assigning = AssignmentExpression | VariableDeclarator | Property;

/** `left = right`; the node in hand. */
export function assignment(path: Path, node: AssignmentExpression): Doc {
  const left = expression(path, node.left, 'left');
  return layOut(path, node, left, ` ${node.operator}`, node.right, 'right');
}

/** `key: value`; the node in hand. */
export function propertyAssignment(path: Path, node: Property, key: Doc): Doc {
  return layOut(path, node, key, ':', node.value, 'value');
}

/** `name: type = value` of a declaration. */
export function declarator(path: Path, node: VariableDeclarator): Doc {
  path.enter(node, 'declaration');
  const { id, init } = node;
  const name = marked(id.blocks, id.type === 'Identifier' ? text(id.name) : arrayPattern(id));
  const left: Doc = node.typeAnnotation
    ? [
        name,
        node.definite ? erased('!') : '',
        annotation(path, node.typeAnnotation, init?.type === 'ArrowFunctionExpression'),
      ]
    : name;
  const doc = init === undefined ? left : layOut(path, node, left, ' =', init, 'init');
  path.leave();
  return marked(node.blocks, doc);
}

/** `[a, b]` on the left. */
export function arrayPattern(node: ArrayPattern): Doc {
  if (node.elements.length === 0) return '[]';
  const names = node.elements.map((element) => group(marked(element.blocks, text(element.name))));
  return group(['[', indent([softline, join([',', line], names), trailingComma]), softline, ']']);
}

/** `type Name = type`, without the semicolon. */
export function typeAlias(path: Path, node: TSTypeAliasDeclaration): Doc {
  const left: Doc = ['type ', text(node.name)];
  const type = node.typeAnnotation;
  if (type.type === 'TSUnionType' && !shouldHugUnion(type)) {
    return group([left, ' =', group(indent([line, typeOf(path, type, 'alias')]))]);
  }
  return fluid(left, ' =', typeOf(path, type));
}

function layOut(
  path: Path,
  node: Assigning,
  left: Doc,
  operator: string,
  right: Expression,
  slot: 'right' | 'value' | 'init',
): Doc {
  const layout = choose(path, node, left, right);
  const rightDoc = expression(path, right, slot, { assignment: layout });
  switch (layout) {
    case 'break-after-operator':
      return group([own(left), operator, group(indent([line, rightDoc]))]);
    case 'never-break-after-operator':
      return group([own(left), operator, ' ', rightDoc]);
    case 'fluid':
      return fluid(left, operator, rightDoc);
    case 'break-left':
      return group([left, operator, ' ', group(rightDoc)]);
    case 'chain':
      return [own(left), operator, line, rightDoc];
    case 'chain-tail':
      return [own(left), operator, indent([line, rightDoc])];
    case 'chain-tail-arrow-chain':
      return [own(left), operator, rightDoc];
  }
}

/** The right side breaks if it can do so usefully, else the line breaks before it. */
function fluid(left: Doc, operator: string, right: Doc): Doc {
  const gap = group(indent(line));
  return group([own(left), operator, gap, indentIfBreak(right, gap)]);
}

/** The left side as a group of its own. */
function own(left: Doc): Doc {
  return typeof left === 'string' ? left : group(left);
}

function choose(path: Path, node: Assigning, left: Doc, right: Expression): AssignmentLayout {
  const isTail = right.type !== 'AssignmentExpression';
  if (node.type === 'AssignmentExpression' && isInChain(path, isTail)) {
    if (!isTail) return 'chain';
    const isArrowChain = right.type === 'ArrowFunctionExpression' && right.body.type === 'ArrowFunctionExpression';
    return isArrowChain ? 'chain-tail-arrow-chain' : 'chain-tail';
  }
  if (!isTail && right.right.type === 'AssignmentExpression') return 'break-after-operator';
  if (right.type === 'CallExpression' && right.callee.type === 'Identifier' && right.callee.name === 'require') {
    return 'never-break-after-operator';
  }
  const leftBreaks = canBreak(left);
  if (node.type === 'VariableDeclarator') {
    if (hasComplexType(node.typeAnnotation) || (right.type === 'ArrowFunctionExpression' && leftBreaks)) {
      return 'break-left';
    }
  }
  const isShort = node.type === 'Property' && hasShortKey(node);
  if (breaksAfterOperator(path, right, isShort)) return 'break-after-operator';
  if (
    !leftBreaks &&
    (isShort ||
      right.type === 'TemplateLiteral' ||
      isNumber(right) ||
      (right.type === 'Literal' && typeof right.value === 'boolean'))
  ) {
    return 'never-break-after-operator';
  }
  return 'fluid';
}

/** Whether the assignment in hand is one of three or more in a row, and not the first. */
function isInChain(path: Path, isTail: boolean): boolean {
  const { parent, grandparent } = path;
  if (!isAssigning(parent) || grandparent === undefined) return false;
  return !isTail || (grandparent.type !== 'ExpressionStatement' && grandparent.type !== 'VariableDeclaration');
}

function isAssigning(node: Node | undefined): boolean {
  return node?.type === 'AssignmentExpression' || node?.type === 'VariableDeclarator';
}

/** Type arguments that have type arguments of their own. */
function hasComplexType(type: TypeNode | undefined): boolean {
  if (type?.type !== 'TSTypeReference' || type.typeArguments === undefined) return false;
  return (
    type.typeArguments.length > 1 &&
    type.typeArguments.some(
      (argument) => argument.type === 'TSTypeReference' && (argument.typeArguments?.length ?? 0) > 0,
    )
  );
}

/** A key of few letters: a line break after it would gain next to nothing. */
function hasShortKey(node: Property): boolean {
  if (!node.computed) return !isComputed(node) && textWidth(propertyKey(node.key)) < SHORT_KEY;
  let { key } = node;
  let around = 2;
  while (key.type === 'UnaryExpression' || key.type === 'TSNonNullExpression') {
    key = key.type === 'UnaryExpression' ? key.argument : key.expression;
    around++;
  }
  if (key.type === 'Identifier') return textWidth(key.name) + around < SHORT_KEY;
  return key.type === 'Literal' && JSON.stringify(key.value).length + around < SHORT_KEY;
}

function breaksAfterOperator(path: Path, right: Expression, isShort: boolean): boolean {
  if (isBinaryish(right)) {
    if (!isInlineLogical(right)) return true;
  } else if (right.type === 'ConditionalExpression') {
    return isBinaryish(right.test) && !isInlineLogical(right.test);
  }
  if (isShort) return false;
  let node: Expression = right;
  for (;;) {
    if (node.type === 'UnaryExpression' || node.type === 'AwaitExpression') node = node.argument;
    else if (node.type === 'TSNonNullExpression') node = node.expression;
    else break;
  }
  return isString(node) || isPoorlyBreakable(path, node);
}

/** A chain of members and calls with no or short arguments: there is no good place to break it. */
function isPoorlyBreakable(path: Path, whole: Expression): boolean {
  let node = withoutNonNull(whole);
  const isChain = node.type === 'MemberExpression' || node.type === 'CallExpression';
  for (;;) {
    if (node.type === 'MemberExpression') {
      node = withoutNonNull(node.object);
    } else if (node.type === 'CallExpression') {
      if (isMemberChain(node) || !hasShortArguments(node) || hasComplexTypeArguments(path, node)) return false;
      node = withoutNonNull(node.callee);
    } else {
      return isChain && node.type === 'Identifier';
    }
  }
}

function hasShortArguments(call: CallExpression): boolean {
  const [first, second] = call.arguments;
  return first === undefined || (second === undefined && isLoneShortArgument(first));
}

function hasComplexTypeArguments(path: Path, call: CallExpression): boolean {
  const [first, second] = call.typeArguments ?? [];
  if (first === undefined) return false;
  if (second !== undefined) return true;
  return first.type === 'TSUnionType' || first.type === 'TSTypeLiteral' || typeWillBreak(path, first);
}
