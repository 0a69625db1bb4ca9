/** Reads TypeScript with Prettier's own parser into the tree that the printer is given. */

import { format } from 'prettier';
import * as typescript from 'prettier/plugins/typescript';
import type {
  ArrayPattern,
  BlockStatement,
  Expression,
  ForStatement,
  Identifier,
  MemberExpression,
  Parameter,
  Property,
  SpreadElement,
  Statement,
  TypeMember,
  TypeNode,
  VariableDeclaration,
} from '../../generators/typescript/tree.ts';

/** A node of the parser. */
interface Node {
  type: string;
  [key: string]: unknown;
}

/** What Prettier makes of `source`. */
export interface Reading {
  /** The statements, without comments and blank lines. */
  statements: Statement[];
  /** The text, laid out anew with Prettier's default options. */
  formatted: string;
}

/** Has Prettier read and format `source`. */
export async function read(source: string): Promise<Reading> {
  const parser = typescript.parsers.typescript;
  let statements: Statement[] = [];
  const parse: typeof parser.parse = async (text, options) => {
    const program: unknown = await parser.parse(text, options);
    statements = nodes(node(program)['body']).map(statement);
    return program;
  };
  const plugin = { parsers: { typescript: { ...parser, parse } } };
  const formatted = await format(source, { parser: 'typescript', plugins: [plugin] });
  return { statements, formatted };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function node(value: unknown): Node {
  if (!isNode(value)) throw new Error(`Not a node: ${JSON.stringify(value)}`);
  return value;
}

function nodes(value: unknown): Node[] {
  return Array.isArray(value) ? value.map(node) : [];
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`Not a text: ${JSON.stringify(value)}`);
  return value;
}

/** One of the values that `options` names. */
function oneOf<T>(value: unknown, ...options: readonly T[]): T {
  const found = options.find((option) => option === value);
  if (found === undefined) throw new Error(`Unexpected ${String(value)}`);
  return found;
}

/** The part of a node that may be absent, read by `read`, as an entry of a node of ours. */
function maybe<K extends string, T>(key: K, from: unknown, read: (value: Node) => T): { [P in K]?: T } {
  const entry: { [P in K]?: T } = {};
  if (isNode(from)) entry[key] = read(from);
  return entry;
}

function unexpected(from: Node): never {
  throw new Error(`Unexpected ${from.type}`);
}

function statement(from: Node): Statement {
  switch (from.type) {
    case 'ExpressionStatement':
      return { type: 'ExpressionStatement', expression: expression(node(from['expression'])) };
    case 'VariableDeclaration': {
      const [first] = nodes(from['declarations']);
      if (from['declare'] !== true || first === undefined) return variables(from);
      const id = node(first['id']);
      return { type: 'TSDeclareConst', name: text(id['name']), typeAnnotation: annotated(id['typeAnnotation']) };
    }
    case 'BlockStatement':
      return block(from);
    case 'IfStatement':
      return {
        type: 'IfStatement',
        test: expression(node(from['test'])),
        consequent: block(node(from['consequent'])),
        ...maybe('alternate', from['alternate'], (alternate) => {
          const branch = statement(alternate);
          if (branch.type !== 'IfStatement' && branch.type !== 'BlockStatement') return unexpected(alternate);
          return branch;
        }),
      };
    case 'WhileStatement':
      return { type: 'WhileStatement', test: expression(node(from['test'])), body: block(node(from['body'])) };
    case 'ForStatement':
      return {
        type: 'ForStatement',
        ...maybe('init', from['init'], forInit),
        ...maybe('test', from['test'], expression),
        ...maybe('update', from['update'], expression),
        body: block(node(from['body'])),
      };
    case 'ForOfStatement':
    case 'ForInStatement':
      return eachLoop(from);
    case 'ReturnStatement':
      return { type: 'ReturnStatement', ...maybe('argument', from['argument'], expression) };
    case 'ThrowStatement':
      return { type: 'ThrowStatement', argument: expression(node(from['argument'])) };
    case 'BreakStatement':
      return { type: 'BreakStatement' };
    case 'ContinueStatement':
      return { type: 'ContinueStatement' };
    case 'TryStatement':
      return {
        type: 'TryStatement',
        block: block(node(from['block'])),
        ...maybe('handler', from['handler'], (handler) => ({
          ...maybe('param', handler['param'], identifier),
          body: block(node(handler['body'])),
        })),
        ...maybe('finalizer', from['finalizer'], block),
      };
    case 'ExportNamedDeclaration': {
      const declaration = statement(node(from['declaration']));
      return declaration.type === 'FunctionDeclaration' ? { ...declaration, exported: true } : unexpected(from);
    }
    case 'FunctionDeclaration':
      return {
        type: 'FunctionDeclaration',
        exported: false,
        async: from['async'] === true,
        name: text(node(from['id'])['name']),
        params: nodes(from['params']).map(parameter),
        ...maybe('returnType', from['returnType'], annotated),
        body: block(node(from['body'])),
      };
    case 'ImportDeclaration':
      return importDeclaration(from);
    case 'TSTypeAliasDeclaration':
      return {
        type: 'TSTypeAliasDeclaration',
        name: text(node(from['id'])['name']),
        typeAnnotation: typeNode(node(from['typeAnnotation'])),
      };
    case 'TSInterfaceDeclaration':
      return {
        type: 'TSInterfaceDeclaration',
        name: text(node(from['id'])['name']),
        members: nodes(node(from['body'])['body']).map(member),
      };
    default:
      return unexpected(from);
  }
}

function block(from: Node): BlockStatement {
  if (from.type !== 'BlockStatement') return unexpected(from);
  return { type: 'BlockStatement', body: nodes(from['body']).map(statement) };
}

function variables(from: Node): VariableDeclaration {
  return {
    type: 'VariableDeclaration',
    kind: oneOf(from['kind'], 'const', 'let'),
    declarations: nodes(from['declarations']).map((declarator) => {
      const id = node(declarator['id']);
      return {
        type: 'VariableDeclarator',
        id: target(id),
        ...maybe('typeAnnotation', id['typeAnnotation'], annotated),
        ...(declarator['definite'] === true ? { definite: true } : {}),
        ...maybe('init', declarator['init'], expression),
      };
    }),
  };
}

function forInit(from: Node): NonNullable<ForStatement['init']> {
  if (from.type === 'VariableDeclaration') return variables(from);
  const init = expression(from);
  return init.type === 'AssignmentExpression' ? init : unexpected(from);
}

function eachLoop(from: Node): Statement {
  const left = node(from['left']);
  const right = expression(node(from['right']));
  const body = block(node(from['body']));
  if (left.type !== 'VariableDeclaration') return { type: 'ForOfStatement', left: identifier(left), right, body };
  const kind = oneOf(left['kind'], 'const', 'let');
  const declared = target(node(nodes(left['declarations'])[0]?.['id']));
  if (from.type === 'ForOfStatement') return { type: 'ForOfStatement', kind, left: declared, right, body };
  return declared.type === 'Identifier'
    ? { type: 'ForInStatement', kind, left: declared, right, body }
    : unexpected(left);
}

function importDeclaration(from: Node): Statement {
  const specifiers = nodes(from['specifiers']);
  const names = (type: string) =>
    specifiers
      .filter((specifier) => specifier.type === type)
      .map((specifier) => text(node(specifier['local'])['name']));
  const [main] = names('ImportDefaultSpecifier');
  const named = names('ImportSpecifier');
  return {
    type: 'ImportDeclaration',
    ...(from['importKind'] === 'type' ? { typeOnly: true } : {}),
    ...(main === undefined ? {} : { default: main }),
    ...(named.length === 0 ? {} : { named }),
    source: text(node(from['source'])['value']),
  };
}

function identifier(from: Node): Identifier {
  return from.type === 'Identifier' ? { type: 'Identifier', name: text(from['name']) } : unexpected(from);
}

function target(from: Node): Identifier | ArrayPattern {
  if (from.type !== 'ArrayPattern') return identifier(from);
  return { type: 'ArrayPattern', elements: nodes(from['elements']).map(identifier) };
}

function parameter(from: Node): Parameter {
  const id = from.type === 'AssignmentPattern' ? node(from['left']) : from;
  return {
    type: 'Parameter',
    name: text(id['name']),
    ...(id['optional'] === true ? { optional: true } : {}),
    ...maybe('typeAnnotation', id['typeAnnotation'], annotated),
    ...maybe('default', from.type === 'AssignmentPattern' ? from['right'] : undefined, expression),
  };
}

function argument(from: Node): Expression | SpreadElement {
  return from.type === 'SpreadElement' ? spread(from) : expression(from);
}

function spread(from: Node): SpreadElement {
  return { type: 'SpreadElement', argument: expression(node(from['argument'])) };
}

function expression(from: Node): Expression {
  switch (from.type) {
    case 'Identifier':
      return identifier(from);
    case 'Literal':
      return literal(from);
    case 'TemplateLiteral':
      return {
        type: 'TemplateLiteral',
        quasis: nodes(from['quasis']).map((quasi) => text(Object(quasi['value']).cooked)),
        expressions: nodes(from['expressions']).map(expression),
      };
    case 'ArrayExpression':
      return { type: 'ArrayExpression', elements: nodes(from['elements']).map(argument) };
    case 'ObjectExpression':
      return {
        type: 'ObjectExpression',
        properties: nodes(from['properties']).map((entry) =>
          entry.type === 'SpreadElement' ? spread(entry) : property(entry),
        ),
      };
    case 'UnaryExpression':
      return {
        type: 'UnaryExpression',
        operator: oneOf(from['operator'], '!', '-', '+', 'typeof', 'void', 'delete'),
        argument: expression(node(from['argument'])),
      };
    case 'UpdateExpression':
      return {
        type: 'UpdateExpression',
        operator: oneOf(from['operator'], '++', '--'),
        argument: expression(node(from['argument'])),
      };
    case 'BinaryExpression':
      return {
        type: 'BinaryExpression',
        operator: oneOf(
          from['operator'],
          ...(['+', '-', '*', '/', '%', '**', '==', '!=', '===', '!==', '<', '<=', '>', '>='] as const),
          ...(['in', 'instanceof'] as const),
        ),
        left: expression(node(from['left'])),
        right: expression(node(from['right'])),
      };
    case 'LogicalExpression':
      return {
        type: 'LogicalExpression',
        operator: oneOf(from['operator'], '&&', '||', '??'),
        left: expression(node(from['left'])),
        right: expression(node(from['right'])),
      };
    case 'AssignmentExpression': {
      const left = expression(node(from['left']));
      if (left.type !== 'Identifier' && left.type !== 'MemberExpression') return unexpected(from);
      return {
        type: 'AssignmentExpression',
        operator: oneOf(from['operator'], '=', '+=', '-=', '*=', '/=', '%=', '**='),
        left,
        right: expression(node(from['right'])),
      };
    }
    case 'ConditionalExpression':
      return {
        type: 'ConditionalExpression',
        test: expression(node(from['test'])),
        consequent: expression(node(from['consequent'])),
        alternate: expression(node(from['alternate'])),
      };
    case 'ChainExpression':
      return expression(node(from['expression']));
    case 'CallExpression':
    case 'NewExpression':
      return {
        type: from.type,
        callee: expression(node(from['callee'])),
        arguments: nodes(from['arguments']).map(argument),
        ...maybe('typeArguments', from['typeArguments'], (args) => nodes(args['params']).map(typeNode)),
      };
    case 'MemberExpression':
      return memberExpression(from);
    case 'ArrowFunctionExpression': {
      const body = node(from['body']);
      return {
        type: 'ArrowFunctionExpression',
        async: from['async'] === true,
        params: nodes(from['params']).map(parameter),
        ...maybe('returnType', from['returnType'], annotated),
        body: body.type === 'BlockStatement' ? block(body) : expression(body),
      };
    }
    case 'AwaitExpression':
      return { type: 'AwaitExpression', argument: expression(node(from['argument'])) };
    case 'TSAsExpression':
      return {
        type: 'TSAsExpression',
        expression: expression(node(from['expression'])),
        typeAnnotation: typeNode(node(from['typeAnnotation'])),
      };
    case 'TSNonNullExpression':
      return { type: 'TSNonNullExpression', expression: expression(node(from['expression'])) };
    default:
      return unexpected(from);
  }
}

function literal(from: Node): Expression {
  const { value, regex } = from;
  if (typeof regex === 'object' && regex !== null && 'pattern' in regex && 'flags' in regex) {
    return { type: 'RegExpLiteral', pattern: text(regex.pattern), flags: text(regex.flags) };
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null) {
    return { type: 'Literal', value };
  }
  return unexpected(from);
}

function property(from: Node): Property {
  const value = expression(node(from['value']));
  if (from['computed'] === true) {
    return { type: 'Property', computed: true, key: expression(node(from['key'])), value };
  }
  return { type: 'Property', computed: false, key: keyOf(node(from['key'])), value };
}

function memberExpression(from: Node): MemberExpression {
  const object = expression(node(from['object']));
  const optional = from['optional'] === true ? { optional: true } : {};
  const named = node(from['property']);
  return from['computed'] === true
    ? { type: 'MemberExpression', computed: true, object, property: expression(named), ...optional }
    : { type: 'MemberExpression', computed: false, object, property: keyOf(named), ...optional };
}

function keyOf(from: Node): string {
  return from.type === 'Identifier' ? text(from['name']) : String(from['value']);
}

function annotated(from: unknown): TypeNode {
  return typeNode(node(node(from)['typeAnnotation']));
}

const KEYWORD = /^TS(\w+)Keyword$/;

function typeNode(from: Node): TypeNode {
  const keyword = KEYWORD.exec(from.type)?.[1];
  if (keyword !== undefined) return { type: 'TSTypeReference', name: keyword.toLowerCase() };
  switch (from.type) {
    case 'TSTypeReference':
      return {
        type: 'TSTypeReference',
        name: typeName(node(from['typeName'])),
        ...maybe('typeArguments', from['typeArguments'], (args) => nodes(args['params']).map(typeNode)),
      };
    case 'TSArrayType':
      return { type: 'TSArrayType', elementType: typeNode(node(from['elementType'])) };
    case 'TSUnionType':
      return { type: 'TSUnionType', types: nodes(from['types']).map(typeNode) };
    case 'TSLiteralType': {
      const value = expression(node(from['literal']));
      if (value.type === 'UnaryExpression' && value.argument.type === 'Literal') {
        return { type: 'TSLiteralType', value: -Number(value.argument.value) };
      }
      if (value.type !== 'Literal' || value.value === null) return unexpected(from);
      return { type: 'TSLiteralType', value: value.value };
    }
    case 'TSTypeLiteral':
      return { type: 'TSTypeLiteral', members: nodes(from['members']).map(member) };
    case 'TSFunctionType':
      return {
        type: 'TSFunctionType',
        params: nodes(from['params']).map(parameter),
        returnType: annotated(from['returnType']),
      };
    default:
      return unexpected(from);
  }
}

function typeName(from: Node): string {
  if (from.type !== 'TSQualifiedName') return text(from['name']);
  return `${typeName(node(from['left']))}.${text(node(from['right'])['name'])}`;
}

function member(from: Node): TypeMember {
  return {
    key: keyOf(node(from['key'])),
    ...(from['optional'] === true ? { optional: true } : {}),
    ...(from['readonly'] === true ? { readonly: true } : {}),
    typeAnnotation: annotated(from['typeAnnotation']),
  };
}

/** What two trees must have in common to mean the same: that which can be told from the text. */
export function meaning(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaning);
  if (typeof value !== 'object' || value === null) return value;
  if (isNode(value)) {
    if (value.type === 'LogicalExpression') {
      const { operator, left, right } = value;
      // `a && (b && c)` is `a && b && c`.
      if (isNode(right) && right.type === value.type && right['operator'] === operator) {
        return meaning({ ...right, left: { type: value.type, operator, left, right: right['left'] } });
      }
    }
    if (value.type === 'Property' && value['key'] === '__proto__' && value['computed'] === false) {
      return meaning({ ...value, computed: true, key: { type: 'Literal', value: '__proto__' } });
    }
    if (value.type === 'TemplateLiteral') return meaningOfTemplate(value);
    if (value.type === 'TSAsExpression' && isMarkedComparison(value)) return meaning(value['expression']);
  }
  const silent = new Set(['blocks', 'valueType', 'comments', 'innerComments', 'blankBefore', 'doc']);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, entry]) => !silent.has(key) && entry !== undefined && entry !== false)
      .filter(([, entry]) => !(Array.isArray(entry) && entry.length === 0))
      .map(([key, entry]): [string, unknown] => [key, meaning(entry)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** `(a < b) as boolean`: what the printer writes where TypeScript would read `<` as a bracket. */
function isMarkedComparison({ expression, typeAnnotation }: Node): boolean {
  const isComparison = isNode(expression) && expression['operator'] === '<';
  return isComparison && isNode(typeAnnotation) && typeAnnotation['name'] === 'boolean';
}

/** A text among the expressions is as good as text between them. */
function meaningOfTemplate(from: Node): unknown {
  const parts: unknown[] = [''];
  const addText = (value: string) => {
    const last = parts.pop();
    if (typeof last === 'string') parts.push(last + value);
    else parts.push(last, value);
  };
  const embedded = nodes(from['expressions']);
  (Array.isArray(from['quasis']) ? from['quasis'] : []).forEach((quasi: unknown, index) => {
    addText(text(quasi));
    const next = embedded[index];
    if (next?.type === 'Literal' && typeof next['value'] === 'string') addText(next['value']);
    else if (next !== undefined) parts.push(meaning(next));
  });
  return { type: from.type, parts };
}
