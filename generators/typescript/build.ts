/**
 * Short names for making tree nodes. Every function gives a new node; those of expressions know its type. Nodes that
 * most blocks become have a place for `blocks` from the start: adding one to each later takes more time and memory.
 */

import type {
  ArrayExpression,
  ArrowFunctionExpression,
  AssignmentExpression,
  AwaitExpression,
  BinaryExpression,
  BinaryOperator,
  BlockStatement,
  CallExpression,
  ConditionalExpression,
  Expression,
  ExpressionStatement,
  Identifier,
  IfStatement,
  Literal,
  LogicalExpression,
  MemberExpression,
  NewExpression,
  Parameter,
  Property,
  RegExpLiteral,
  SpreadElement,
  Statement,
  TemplateLiteral,
  TSAsExpression,
  TypeNode,
  UnaryExpression,
  VariableDeclaration,
} from './tree.ts';
import { T, type Type } from './types.ts';

export const id = (name: string, valueType: Type = T.unknown): Identifier => ({ type: 'Identifier', name, valueType });

export const text = (value: string): Literal => ({
  type: 'Literal',
  value,
  valueType: T.string,
  blocks: undefined,
});

export const bool = (value: boolean): Literal => ({ type: 'Literal', value, valueType: T.boolean });

export const nil = (): Literal => ({ type: 'Literal', value: null, valueType: T.null });

export const undef = (): Identifier => id('undefined', T.undefined);

/** Any number, the negative and the endless ones included. */
export function number(value: number): Expression {
  if (Number.isNaN(value)) return id('NaN', T.number);
  if (value < 0 || Object.is(value, -0)) return unary('-', number(-value), T.number);
  if (value === Infinity) return id('Infinity', T.number);
  return { type: 'Literal', value, valueType: T.number, blocks: undefined };
}

export const regexp = (pattern: string, flags = ''): RegExpLiteral => ({ type: 'RegExpLiteral', pattern, flags });

export const unary = (
  operator: UnaryExpression['operator'],
  argument: Expression,
  valueType: Type,
): UnaryExpression => ({ type: 'UnaryExpression', operator, argument, valueType });

export const not = (argument: Expression): UnaryExpression => unary('!', argument, T.boolean);

export const binary = (
  operator: BinaryOperator,
  left: Expression,
  right: Expression,
  valueType: Type,
): BinaryExpression => ({ type: 'BinaryExpression', operator, left, right, valueType, blocks: undefined });

export const logical = (
  operator: LogicalExpression['operator'],
  left: Expression,
  right: Expression,
  valueType: Type,
): LogicalExpression => ({ type: 'LogicalExpression', operator, left, right, valueType, blocks: undefined });

export const conditional = (
  test: Expression,
  consequent: Expression,
  alternate: Expression,
  valueType: Type,
): ConditionalExpression => ({ type: 'ConditionalExpression', test, consequent, alternate, valueType });

export const assign = (
  left: Identifier | MemberExpression,
  right: Expression,
  operator: AssignmentExpression['operator'] = '=',
): AssignmentExpression => ({
  type: 'AssignmentExpression',
  operator,
  left,
  right,
  valueType: right.valueType ?? T.unknown,
});

export const member = (object: Expression, property: string, valueType: Type = T.unknown): MemberExpression => ({
  type: 'MemberExpression',
  object,
  computed: false,
  property,
  valueType,
});

export const element = (object: Expression, property: Expression, valueType: Type = T.unknown): MemberExpression => ({
  type: 'MemberExpression',
  object,
  computed: true,
  property,
  valueType,
});

/** `object.key` where the key is a name, `object["the key"]` where it is not; the printer decides. */
export function property(
  object: Expression,
  key: string,
  valueType: Type = T.unknown,
  blocks?: readonly string[],
): MemberExpression {
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) {
    return element(object, { ...text(key), ...(blocks && { blocks }) }, valueType);
  }
  return {
    type: 'MemberExpression',
    object,
    computed: false,
    property: key,
    ...(blocks && { propertyBlocks: blocks }),
    valueType,
  };
}

export const call = (
  callee: Expression | string,
  args: (Expression | SpreadElement)[],
  valueType: Type = T.unknown,
): CallExpression => ({
  type: 'CallExpression',
  callee: typeof callee === 'string' ? path(callee) : callee,
  arguments: args,
  valueType,
  blocks: undefined,
});

/** `object.name(args)`. */
export const method = (
  object: Expression,
  name: string,
  args: (Expression | SpreadElement)[],
  valueType: Type = T.unknown,
): CallExpression => call(member(object, name, T.unknown), args, valueType);

export const create = (callee: string, args: Expression[], valueType: Type = T.unknown): NewExpression => ({
  type: 'NewExpression',
  callee: path(callee),
  arguments: args,
  valueType,
});

/** `Math.PI` from its text. */
export function path(dotted: string): Identifier | MemberExpression {
  const [first = '', ...rest] = dotted.split('.');
  return rest.reduce<Identifier | MemberExpression>((object, name) => member(object, name, T.unknown), id(first));
}

export const array = (elements: (Expression | SpreadElement)[], valueType: Type): ArrayExpression => ({
  type: 'ArrayExpression',
  elements,
  valueType,
  blocks: undefined,
});

export const spread = (argument: Expression): SpreadElement => ({ type: 'SpreadElement', argument });

export const keyValue = (key: string, value: Expression): Property => ({
  type: 'Property',
  computed: false,
  key,
  value,
});

export const object = (properties: (Property | SpreadElement)[], valueType: Type): Expression => ({
  type: 'ObjectExpression',
  properties,
  valueType,
});

export const template = (quasis: string[], expressions: Expression[]): TemplateLiteral => ({
  type: 'TemplateLiteral',
  quasis,
  expressions,
  valueType: T.string,
  blocks: undefined,
});

export const wait = (argument: Expression, valueType: Type): AwaitExpression => ({
  type: 'AwaitExpression',
  argument,
  valueType,
});

export const as = (expression: Expression, typeAnnotation: TypeNode, valueType: Type): TSAsExpression => ({
  type: 'TSAsExpression',
  expression,
  typeAnnotation,
  valueType,
});

export const named = (name: string, ...typeArguments: TypeNode[]): TypeNode =>
  typeArguments.length > 0 ? { type: 'TSTypeReference', name, typeArguments } : { type: 'TSTypeReference', name };

export const arrayOf = (elementType: TypeNode): TypeNode => ({ type: 'TSArrayType', elementType });

export const param = (name: string, typeAnnotation?: TypeNode): Parameter =>
  typeAnnotation ? { type: 'Parameter', name, typeAnnotation } : { type: 'Parameter', name };

export const arrow = (
  params: Parameter[],
  body: Expression | BlockStatement,
  async = false,
): ArrowFunctionExpression => ({ type: 'ArrowFunctionExpression', async, params, body, valueType: T.unknown });

export const run = (expression: Expression): ExpressionStatement => ({
  type: 'ExpressionStatement',
  expression,
  blocks: undefined,
});

export const block = (body: Statement[]): BlockStatement => ({ type: 'BlockStatement', body });

export const ifElse = (
  test: Expression,
  consequent: BlockStatement,
  alternate?: BlockStatement | IfStatement,
): IfStatement => ({ type: 'IfStatement', test, consequent, blocks: undefined, ...(alternate && { alternate }) });

export const declare = (
  kind: 'const' | 'let',
  name: Identifier,
  init?: Expression,
  typeAnnotation?: TypeNode,
): VariableDeclaration => ({
  type: 'VariableDeclaration',
  kind,
  declarations: [
    { type: 'VariableDeclarator', id: name, ...(init && { init }), ...(typeAnnotation && { typeAnnotation }) },
  ],
});

export const isLiteral = (node: Expression): node is Literal => node.type === 'Literal';

/** The number that an expression is known to be when compiling. */
export function numberOf(node: Expression): number | undefined {
  if (node.type === 'Literal') return typeof node.value === 'number' ? node.value : undefined;
  if (node.type === 'UnaryExpression' && node.operator === '-') {
    const inner = numberOf(node.argument);
    return inner === undefined ? undefined : -inner;
  }
  return undefined;
}

/** The text that an expression is known to be when compiling. */
export function textOf(node: Expression): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

/** Whether an expression is a number that is known when compiling. */
export function isNumeral(node: Expression): boolean {
  if (node.type === 'UnaryExpression') return node.operator === '-' && isNumeral(node.argument);
  return node.type === 'Literal' && typeof node.value === 'number';
}

export const isNullLiteral = (node: Expression): boolean => node.type === 'Literal' && node.value === null;
