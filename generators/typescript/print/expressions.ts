/** Expressions as documents: one function for each kind of node, with the layouts that Prettier has for them. */

import type {
  ArrayExpression,
  ConditionalExpression,
  Expression,
  MemberExpression,
  ObjectExpression,
  Property,
  TemplateLiteral,
  TSAsExpression,
} from '../tree.ts';
import { arrow, type ArrowPlace } from './arrows.ts';
import { assignment, propertyAssignment } from './assignment.ts';
import { binary } from './binary.ts';
import { call } from './calls.ts';
import { isMemberChain } from './chains.ts';
import { withPlainComparisons, withPlainTest } from './comparisons.ts';
import {
  erased,
  fill,
  flat,
  group,
  hasLooseLine,
  ifBreak,
  indent,
  join,
  line,
  marked,
  softline,
  text,
  trailingComma,
  willBreak,
  type Doc,
} from './doc.ts';
import { needsParentheses } from './parentheses.ts';
import { leftmost, type Path, type Slot } from './path.ts';
import {
  isComputed,
  isNumber,
  isNumberArray,
  isOptionalChain,
  isShorthand,
  withoutNonNull,
  type Argument,
} from './shapes.ts';
import { numberLiteral, propertyKey, regExpLiteral, stringLiteral, templateText } from './text.ts';
import { typeOf } from './types.ts';

/**
 * Each expression in another takes some room on the stack. Deeper ones than this are printed ahead:
 * see `printAhead`.
 */
const MAX_LEVEL = 200;

/** An expression in its place, in parentheses if it needs them. `place` matters to arrow functions. */
export function expression(path: Path, node: Argument, slot: Slot, place?: ArrowPlace): Doc {
  // Most expressions are names and literals, and those hardly ever need parentheses.
  if (node.type === 'Identifier' && slot !== 'left') return marked(node.blocks, text(node.name));
  if (node.type === 'Literal' && slot !== 'expression' && slot !== 'object') {
    return marked(node.blocks, literal(node.value));
  }
  const known = path.ready.size > 0 ? path.ready.get(node) : undefined;
  if (known !== undefined) return known;
  if (path.level >= MAX_LEVEL) {
    path.isTooDeep = true;
    return '';
  }
  path.enter(node, slot);
  path.level++;
  let doc = bare(path, node, place);
  path.level--;
  if (node.blocks !== undefined) doc = marked(node.blocks, doc);
  if (node.type !== 'SpreadElement' && needsParentheses(path, node)) doc = ['(', doc, ')'];
  path.leave();
  return doc;
}

function bare(path: Path, node: Argument, place: ArrowPlace | undefined): Doc {
  switch (node.type) {
    case 'Identifier':
      return text(node.name);
    case 'Literal':
      return literal(node.value);
    case 'RegExpLiteral':
      return text(regExpLiteral(node.pattern, node.flags));
    case 'TemplateLiteral':
      return template(path, node);
    case 'ArrayExpression':
      return array(path, node);
    case 'ObjectExpression':
      return object(path, node);
    case 'SpreadElement':
      return ['...', expression(path, node.argument, 'argument')];
    case 'UnaryExpression':
      return [
        node.operator.length > 1 ? `${node.operator} ` : node.operator,
        expression(path, node.argument, 'argument'),
      ];
    case 'UpdateExpression':
      return [expression(path, node.argument, 'argument'), node.operator];
    case 'BinaryExpression':
    case 'LogicalExpression':
      return binary(path, node);
    case 'AssignmentExpression':
      return assignment(path, node);
    case 'ConditionalExpression':
      return conditional(path, node);
    case 'CallExpression':
    case 'NewExpression':
      return call(path, node);
    case 'MemberExpression':
      return member(path, node);
    case 'ArrowFunctionExpression':
      return arrow(path, node, place);
    case 'AwaitExpression':
      return awaited(path, expression(path, node.argument, 'argument'));
    case 'TSAsExpression':
      return cast(path, node);
    case 'TSNonNullExpression':
      return [expression(path, node.expression, 'expression'), erased('!')];
  }
}

function literal(value: string | number | boolean | null): Doc {
  if (typeof value === 'string') return text(stringLiteral(value));
  return typeof value === 'number' ? numberLiteral(value) : String(value);
}

/** Interpolations get no line breaks, unless they hold something that cannot be without. A text among them is text of the template. */
function template(path: Path, node: TemplateLiteral): Doc {
  const parts: Doc[] = ['`'];
  let last = '';
  const addText = (value: string, blocks?: readonly string[]): void => {
    if (value === '' && blocks === undefined) return;
    // Two texts side by side must not become the start of an interpolation.
    const escaped = last.endsWith('$') && value.startsWith('{') ? `\\${templateText(value)}` : templateText(value);
    parts.push(marked(blocks, text(escaped)));
    last = value === '' ? last : value;
  };
  node.quasis.forEach((quasi, index) => {
    addText(quasi);
    const embedded = node.expressions[index];
    if (embedded === undefined) return;
    if (embedded.type === 'Literal' && typeof embedded.value === 'string') addText(embedded.value, embedded.blocks);
    else {
      parts.push(interpolation(embedded, expression(path, embedded, 'expressions')));
      last = '';
    }
  });
  parts.push('`');
  return parts;
}

function interpolation(node: Expression, doc: Doc): Doc {
  if (!willBreak(doc) && !hasLooseLine(doc)) return ['${', flat(doc), '}'];
  if (withoutNonNull(node).type === 'MemberExpression') return group(['${', indent([softline, doc]), softline, '}']);
  switch (node.type) {
    case 'ConditionalExpression':
    case 'TSAsExpression':
    case 'BinaryExpression':
    case 'LogicalExpression':
      return group(['${', indent([softline, doc]), softline, '}']);
    default:
      return group(['${', doc, '}']);
  }
}

function array(path: Path, node: ArrayExpression): Doc {
  const elements = withPlainComparisons(node.elements);
  if (elements.length === 0) return '[]';
  const docs = elements.map((element) => expression(path, element, 'elements'));
  if (isNumberArray(node)) return numbers(docs);
  const items = join(
    [',', line],
    docs.map((doc) => (typeof doc === 'string' ? doc : group(doc))),
  );
  return group(['[', indent([softline, items, trailingComma]), softline, ']'], isTable(elements));
}

/** As many on a line as fit. */
function numbers(docs: readonly Doc[]): Doc {
  const comma = ifBreak(',');
  const parts: Doc[] = [];
  docs.forEach((doc, index) => {
    if (index > 0) parts.push(line);
    parts.push([doc, index < docs.length - 1 ? ',' : comma]);
  });
  const brackets = group(['[', indent([softline, fill(parts)]), softline, ']']);
  comma.group = brackets;
  return brackets;
}

/** Several arrays, or several objects, of more than one entry each: always one below the other. */
function isTable(elements: readonly Argument[]): boolean {
  const [first] = elements;
  if (first === undefined || elements.length < 2) return false;
  return elements.every((element) => {
    if (element.type !== first.type) return false;
    if (element.type === 'ArrayExpression') return element.elements.length > 1;
    return element.type === 'ObjectExpression' && element.properties.length > 1;
  });
}

function object(path: Path, node: ObjectExpression): Doc {
  if (node.properties.length === 0) return '{}';
  const entries = join(
    [',', line],
    node.properties.map((entry) =>
      entry.type === 'Property' ? property(path, entry) : expression(path, entry, 'properties'),
    ),
  );
  path.hasObjects = true;
  const braces = group(['{', indent([line, entries]), trailingComma, line, '}'], path.broken.has(node));
  braces.keeps = node;
  return braces;
}

function property(path: Path, node: Property): Doc {
  path.enter(node, 'properties');
  const doc = isShorthand(node)
    ? expression(path, node.value, 'value')
    : propertyAssignment(path, node, key(path, node));
  path.leave();
  return marked(node.blocks, doc);
}

function key(path: Path, node: Property): Doc {
  if (node.computed) return ['[', expression(path, node.key, 'key'), ']'];
  return isComputed(node) ? `[${stringLiteral(node.key)}]` : text(propertyKey(node.key));
}

/** `.name` or `[key]`. */
export function lookup(path: Path, node: MemberExpression): Doc {
  const optional = node.optional === true;
  if (!node.computed) return [optional ? '?.' : '.', marked(node.propertyBlocks, text(node.property))];
  const inner = expression(path, node.property, 'property');
  const open = optional ? '?.[' : '[';
  return isNumber(node.property) ? [open, inner, ']'] : group([open, indent([softline, inner]), softline, ']']);
}

function member(path: Path, node: MemberExpression): Doc {
  const objectDoc = expression(path, node.object, 'object');
  const lookupDoc = lookup(path, node);
  return [objectDoc, isInlineMember(path, node) ? lookupDoc : group(indent([softline, lookupDoc]))];
}

/** Whether no line may be broken before the `.` of the member in hand. */
function isInlineMember(path: Path, node: MemberExpression): boolean {
  if (node.computed) return true;
  let distance = 1;
  while (path.up(distance)?.type === 'TSNonNullExpression') distance++;
  const parent = path.up(distance);
  if (node.object.type === 'Identifier' && parent?.type !== 'MemberExpression') return true;
  if (isAssignedOrConstructed(path)) return true;
  if (parent?.type !== 'AssignmentExpression' && parent?.type !== 'VariableDeclarator') return false;
  const inner = withoutNonNull(node.object);
  return (inner.type === 'CallExpression' && inner.arguments.length > 0) || isMemberChain(node.object);
}

/** Whether the member in hand, or what it begins, is part of an assignment to a member, or what `new` is applied to. */
function isAssignedOrConstructed(path: Path): boolean {
  let distance = 0;
  for (;;) {
    const isObject = path.slotUp(distance) === 'object' && path.up(distance + 1)?.type === 'MemberExpression';
    if (!isObject && path.up(distance + 1)?.type !== 'TSNonNullExpression') break;
    distance++;
  }
  const whole = path.up(distance);
  if (whole?.type === 'MemberExpression' && isOptionalChain(whole)) return false;
  let around = path.up(distance + 1);
  if (around?.type === 'NewExpression' && path.slotUp(distance) === 'callee') return true;
  while (around?.type === 'MemberExpression' || around?.type === 'TSNonNullExpression') {
    distance++;
    around = path.up(distance + 1);
  }
  return around?.type === 'AssignmentExpression' && around.left.type !== 'Identifier';
}

function awaited(path: Path, argument: Doc): Doc {
  const { parent, slot } = path;
  const parts: Doc = ['await ', argument];
  const isObject =
    (parent?.type === 'CallExpression' && slot === 'callee') ||
    (parent?.type === 'MemberExpression' && slot === 'object');
  if (!isObject) return parts;
  const doc = [indent([softline, parts]), softline];
  return beginsOuterAwait(path) ? doc : group(doc);
}

/** Whether the `await` in hand is the first thing that another `await` waits for. */
function beginsOuterAwait(path: Path): boolean {
  const self = path.up(0);
  for (let distance = 1; ; distance++) {
    const outer = path.up(distance);
    if (outer === undefined || outer.type === 'BlockStatement') return false;
    if (outer.type === 'AwaitExpression') return leftmost(outer.argument) === self;
  }
}

function cast(path: Path, node: TSAsExpression): Doc {
  const parts: Doc = [
    expression(path, node.expression, 'expression'),
    erased([' as ', typeOf(path, node.typeAnnotation)]),
  ];
  const { parent, slot } = path;
  const isObject =
    (slot === 'callee' && (parent?.type === 'CallExpression' || parent?.type === 'NewExpression')) ||
    (slot === 'object' && parent?.type === 'MemberExpression');
  return isObject ? group([indent([softline, parts]), softline]) : parts;
}

function conditional(path: Path, node: ConditionalExpression): Doc {
  const { parent, slot } = path;
  const inConditional = parent?.type === 'ConditionalExpression';
  const isTest = inConditional && slot === 'test';
  const isBranch = inConditional && !isTest;
  const test = expression(path, withPlainTest(node), 'test');
  const branch = expression(path, node.consequent, 'consequent');
  const nested = node.consequent.type === 'ConditionalExpression';
  const branches: Doc = [
    line,
    '? ',
    nested ? ifBreak('', '(') : '',
    indent(branch),
    nested ? ifBreak('', ')') : '',
    line,
    ': ',
    indent(expression(path, node.alternate, 'alternate')),
  ];
  const breaksBeforeMember = parent?.type === 'MemberExpression' && slot === 'object' && !parent.computed;
  const extraIndent = needsExtraIndent(path);
  const parts: Doc = [
    inConditional && slot === 'alternate' ? indent(test) : test,
    isBranch ? branches : indent(branches),
    breaksBeforeMember && !extraIndent ? softline : '',
  ];
  const doc = isBranch ? parts : group(parts);
  return isTest || extraIndent ? group([indent([softline, doc]), softline]) : doc;
}

/** Whether the conditional in hand begins a chain of members and calls that is the right side of something. */
function needsExtraIndent(path: Path): boolean {
  let distance = 0;
  for (;;) {
    const slot = path.slotUp(distance);
    const around = path.up(distance + 1);
    const continues =
      around?.type === 'TSNonNullExpression' ||
      (around?.type === 'CallExpression' && slot === 'callee') ||
      (around?.type === 'MemberExpression' && slot === 'object');
    if (continues) {
      distance++;
      continue;
    }
    if ((around?.type === 'NewExpression' && slot === 'callee') || around?.type === 'TSAsExpression') distance++;
    break;
  }
  if (distance === 0) return false;
  const slot = path.slotUp(distance);
  switch (path.up(distance + 1)?.type) {
    case 'AssignmentExpression':
      return slot === 'right';
    case 'VariableDeclarator':
      return slot === 'init';
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'UnaryExpression':
    case 'AwaitExpression':
      return slot === 'argument';
    default:
      return false;
  }
}
