/** Functions: their parameters, and arrow functions. */

import type { ArrowFunctionExpression, Parameter } from '../tree.ts';
import {
  erased,
  flat,
  group,
  ifBreak,
  indent,
  indentIfBreak,
  join,
  line,
  marked,
  softline,
  text,
  trailingComma,
  willBreak,
  type Close,
  type Doc,
} from './doc.ts';
import { expression } from './expressions.ts';
import { isBinaryish } from './parentheses.ts';
import { leftmost, type Path } from './path.ts';
import { isTestCall } from './shapes.ts';
import { block } from './statements.ts';
import { annotation, typeOf } from './types.ts';

/** Which of the layouts of an assignment was chosen. */
export type AssignmentLayout =
  | 'break-after-operator'
  | 'never-break-after-operator'
  | 'fluid'
  | 'break-left'
  | 'chain'
  | 'chain-tail'
  | 'chain-tail-arrow-chain';

/** Where an arrow function stands, as far as its layout depends on it. */
export interface ArrowPlace {
  /** It is the right side of an assignment. */
  assignment?: AssignmentLayout;
  /** It is broken inside while the parentheses of its call stay beside it. */
  hugged?: 'first' | 'last';
}

/** `(a: A, b = 1)`. */
export function parameters(path: Path, params: readonly Parameter[]): Doc {
  const [first] = params;
  if (first === undefined) return '()';
  if (isObjectParameter(params)) return ['(', parameter(path, first, true), ')'];
  const docs = params.map((param) => parameter(path, param));
  if (isTestCall(path.parent)) return ['(', join(', ', docs), ')'];
  return ['(', indent([softline, join([',', line], docs)]), trailingComma, softline, ')'];
}

/** One parameter with an object type: its braces stay beside the parentheses. */
function isObjectParameter(params: readonly Parameter[]): boolean {
  const [first] = params;
  return params.length === 1 && first?.typeAnnotation?.type === 'TSTypeLiteral' && first.default === undefined;
}

function parameter(path: Path, node: Parameter, isOnlyObject = false): Doc {
  path.enter(node, 'params');
  const parts: Doc[] = [text(node.name)];
  if (node.optional === true) parts.push(erased('?'));
  if (node.typeAnnotation !== undefined) {
    parts.push(
      isOnlyObject
        ? erased([': ', typeOf(path, node.typeAnnotation, 'only-parameter')])
        : annotation(path, node.typeAnnotation),
    );
  }
  if (node.default !== undefined) parts.push(' = ', expression(path, node.default, 'default'));
  path.leave();
  return marked(node.blocks, parts);
}

/** An arrow function, or a chain of them: `(a) => (b) => c`. The node is in hand. */
export function arrow(path: Path, node: ArrowFunctionExpression, place: ArrowPlace = {}): Doc {
  const { parent, slot } = path;
  const isChain = place.hugged !== 'last' && node.body.type === 'ArrowFunctionExpression';
  const heads: Doc[] = [];
  const closes: Close[] = [];
  let breaksHeads = false;
  let last = node;
  for (;;) {
    const head = signature(path, last, place);
    const inner = last !== node && last.blocks !== undefined && last.blocks.length > 0 ? last.blocks : undefined;
    heads.push(inner === undefined ? head : [{ kind: 'open', blocks: inner }, head]);
    if (inner !== undefined) closes.push({ kind: 'close', count: inner.length });
    if (!isChain) break;
    breaksHeads ||= last.params.some((param) => param.default !== undefined);
    breaksHeads ||= last.returnType !== undefined && last.params.length > 0;
    if (last.body.type !== 'ArrowFunctionExpression') break;
    last = last.body;
    path.enter(last, 'body');
  }
  const body = [bodyOf(path, last, place), ...closes];
  for (let i = heads.length; i > 1; i--) path.leave();

  const kind = bodyKind(last, breaksHeads);
  const isCallee = slot === 'callee' && (parent?.type === 'CallExpression' || parent?.type === 'NewExpression');
  const isAssigned = place.assignment !== undefined;
  const isArgument = slot === 'arguments' || (parent !== undefined && isBinaryish(parent));
  const signatures = joined(heads, isArgument, isCallee || isAssigned, breaksHeads);
  const indented = isChain && (isCallee || isAssigned);
  const head = group(
    indented ? indent([softline, signatures]) : signatures,
    indented && (place.assignment === 'chain-tail-arrow-chain' || (isCallee && kind === 'line')),
  );
  const tail = withGap(body, kind, place.hugged === 'last');
  return group([
    head,
    ' =>',
    isChain ? indentIfBreak(tail, head) : group(tail),
    isChain && isCallee ? ifBreak(softline, '', head) : '',
  ]);
}

function bodyOf(path: Path, node: ArrowFunctionExpression, place: ArrowPlace): Doc {
  const { body } = node;
  if (body.type === 'BlockStatement') return block(body);
  if (body.type !== 'AssignmentExpression') path.begins(body);
  if (body.type === 'ArrowFunctionExpression') return expression(path, body, 'body', place);
  // An argument is printed both hugged and not. Its body is the same, and may hold more of the kind.
  const known = path.bodies.get(node);
  if (known !== undefined) return known;
  const doc = expression(path, body, 'body');
  if (path.slot === 'arguments' || path.slot === 'body') path.bodies.set(node, doc);
  return doc;
}

/** How the body follows the arrow: beside it, on a line of its own if it must, or in parentheses that break. */
function bodyKind({ body }: ArrowFunctionExpression, breaksHeads: boolean): 'beside' | 'line' | 'parenthesized' {
  switch (body.type) {
    case 'ArrayExpression':
    case 'ObjectExpression':
    case 'ArrowFunctionExpression':
    case 'BlockStatement':
      return 'beside';
    case 'ConditionalExpression':
      return !breaksHeads && leftmost(body).type !== 'ObjectExpression' ? 'parenthesized' : 'line';
    default:
      return 'line';
  }
}

function withGap(body: Doc, kind: 'beside' | 'line' | 'parenthesized', isHugged: boolean): Doc {
  const end: Doc = isHugged ? [trailingComma, softline] : '';
  switch (kind) {
    case 'beside':
      return [' ', body];
    case 'line':
      return [indent([line, body]), end];
    case 'parenthesized':
      return [' ', group([ifBreak('', '('), indent([softline, body]), ifBreak('', ')'), end])];
  }
}

function joined(heads: readonly Doc[], isArgument: boolean, isFlush: boolean, breaks: boolean): Doc {
  const [first, ...others] = heads;
  if (first === undefined || others.length === 0) return first ?? '';
  const separator: Doc = [' =>', line];
  if (isArgument) return group([first, ' =>', indent([line, join(separator, others)])], breaks);
  const all = join(separator, heads);
  return group(isFlush ? all : indent(all), breaks);
}

function signature(path: Path, node: ArrowFunctionExpression, place: ArrowPlace): Doc {
  const isHugged = place.hugged !== undefined;
  const params = parameters(path, node.params);
  const result = node.returnType === undefined ? '' : returnType(path, node);
  const parts: Doc =
    isHugged && !isDecorated(path, node)
      ? [group(flat(params)), flat(result)]
      : [params, isHugged ? flat(result) : result];
  return [node.async ? 'async ' : '', group(parts)];
}

function returnType(path: Path, node: ArrowFunctionExpression): Doc {
  return node.returnType === undefined ? '' : erased([': ', typeOf(path, node.returnType, 'arrow-return')], true);
}

/** Whether the parameters or the result type cannot be on one line: such a function is not hugged. */
export function hasBrokenSignature(path: Path, node: ArrowFunctionExpression): boolean {
  path.enter(node, 'arguments');
  const isBroken =
    willBreak(returnType(path, node)) ||
    (!isDecorated(path, node) && willBreak(node.params.map((param) => parameter(path, param))));
  path.leave();
  return isBroken || (node.body.type === 'ArrowFunctionExpression' && hasBrokenSignature(path, node.body));
}

/** `const name = decorator(…)((…) => {…})`: the parameters may break although the function is hugged. */
function isDecorated(path: Path, node: ArrowFunctionExpression): boolean {
  const { parent, grandparent } = path;
  if (node.body.type !== 'BlockStatement') return false;
  if (parent?.type !== 'CallExpression' || parent.arguments.length !== 1) return false;
  if (parent.callee.type !== 'CallExpression' || grandparent?.type !== 'VariableDeclarator') return false;
  const decorator = parent.callee.callee;
  const isName =
    decorator.type === 'Identifier' ||
    (decorator.type === 'MemberExpression' && !decorator.computed && decorator.object.type === 'Identifier');
  const declaration = path.up(3);
  return (
    isName &&
    (declaration?.type !== 'VariableDeclaration' ||
      (declaration.kind === 'const' && declaration.declarations.length === 1))
  );
}
