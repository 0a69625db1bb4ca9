/** Random trees of the kind that a compiler of blocks makes: well-formed, with short and long names and awkward texts. */

import fc from 'fast-check';
import type {
  ArrowFunctionExpression,
  BinaryExpression,
  BlockStatement,
  Expression,
  FunctionDeclaration,
  Identifier,
  MemberExpression,
  Parameter,
  Program,
  Property,
  SpreadElement,
  Statement,
  StatementBase,
  TypeNode,
} from '../../generators/typescript/tree.ts';
import { awkward, name, number } from './text-arbitraries.ts';
import { member, memberKey, type } from './type-arbitraries.ts';

const identifier: fc.Arbitrary<Identifier> = name.map((name) => ({ type: 'Identifier', name }));

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  { weight: 8, arbitrary: identifier },
  { weight: 4, arbitrary: awkward.map((value): Expression => ({ type: 'Literal', value })) },
  { weight: 3, arbitrary: number.map((value): Expression => ({ type: 'Literal', value })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Expression>({ type: 'Literal', value: true }, { type: 'Literal', value: null }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Expression>(
      { type: 'RegExpLiteral', pattern: 'a[/]b', flags: 'g' },
      { type: 'RegExpLiteral', pattern: '^\\s+|\\s+$', flags: 'gu' },
    ),
  },
);

const comments = fc.option(fc.array(awkward, { minLength: 1, maxLength: 2 }), { nil: undefined, freq: 8 });
const decorated = <T extends StatementBase>(statement: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc
    .tuple(statement, comments, fc.option(fc.constant(true), { nil: undefined, freq: 6 }))
    .map(([node, lines, blank]) => ({
      ...node,
      ...(lines === undefined ? {} : { comments: lines }),
      ...(blank === undefined ? {} : { blankBefore: true }),
    }));

type Tied = {
  expression: Expression;
  argument: Expression | SpreadElement;
  property: Property | SpreadElement;
  member: MemberExpression;
  parameter: Parameter;
  arrow: ArrowFunctionExpression;
  statement: Statement;
  block: BlockStatement;
  condition: Expression;
  assignment: Expression;
};

const binaryOperator = fc.constantFrom(
  ...(['+', '+', '+', '-', '*', '/', '%', '**', '===', '!==', '==', '<', '<=', '>', '>=', 'in', 'instanceof'] as const),
);
const logicalOperator = fc.constantFrom(...(['&&', '&&', '||', '||', '??'] as const));
const args = (tie: fc.LetrecTypedTie<Tied>) => fc.array(tie('argument'), { maxLength: 4, size: 'small' });

const tied = fc.letrec<Tied>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: leaf },
    {
      weight: 4,
      arbitrary: fc
        .tuple(binaryOperator, tie('expression'), tie('expression'))
        .map(([operator, left, right]): Expression => plain({ type: 'BinaryExpression', operator, left, right })),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(logicalOperator, tie('expression'), tie('expression'))
        .map(([operator, left, right]): Expression => ({ type: 'LogicalExpression', operator, left, right })),
    },
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.oneof(identifier, tie('member')), args(tie))
        .map(([callee, args]): Expression => ({ type: 'CallExpression', callee, arguments: args })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie('expression'), args(tie), fc.array(type, { maxLength: 2, size: 'small' }))
        .map(([callee, args, typeArguments]): Expression => ({
          type: 'CallExpression',
          callee,
          arguments: args,
          ...typed(callee, typeArguments),
        })),
    },
    { weight: 4, arbitrary: tie('member') },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...(['!', '!', '-', '+', 'typeof', 'void'] as const)), tie('expression'))
        .map(([operator, argument]): Expression => ({ type: 'UnaryExpression', operator, argument })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie('expression'), tie('expression'), tie('expression'))
        .map(([test, consequent, alternate]): Expression => ({
          type: 'ConditionalExpression',
          test,
          consequent,
          alternate,
        })),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(tie('argument'), { maxLength: 5 })
        .map((elements): Expression => ({ type: 'ArrayExpression', elements })),
    },
    {
      weight: 1,
      arbitrary: fc.array(fc.tuple(fc.boolean(), number), { maxLength: 40 }).map((numbers): Expression => ({
        type: 'ArrayExpression',
        elements: numbers.map(([negative, value]): Expression => {
          const literal: Expression = { type: 'Literal', value };
          return negative ? { type: 'UnaryExpression', operator: '-', argument: literal } : literal;
        }),
      })),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(tie('property'), { maxLength: 4 })
        .map((properties): Expression => ({ type: 'ObjectExpression', properties })),
    },
    {
      weight: 2,
      arbitrary: fc.array(fc.tuple(tie('expression'), awkward), { maxLength: 3 }).chain((parts) =>
        awkward.map((first): Expression => ({
          type: 'TemplateLiteral',
          quasis: [first, ...parts.map(([, text]) => text)],
          expressions: parts.map(([expression]) => expression),
        })),
      ),
    },
    { weight: 3, arbitrary: tie('arrow') },
    { weight: 2, arbitrary: tie('expression').map((argument): Expression => ({ type: 'AwaitExpression', argument })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('expression'), type)
        .map(([expression, typeAnnotation]): Expression => ({ type: 'TSAsExpression', expression, typeAnnotation })),
    },
    {
      weight: 1,
      arbitrary: tie('expression').map((expression): Expression => ({ type: 'TSNonNullExpression', expression })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.oneof(identifier, tie('member')), args(tie), fc.array(type, { maxLength: 1, size: 'small' }))
        .map(([callee, args, typeArguments]): Expression => ({
          type: 'NewExpression',
          callee,
          arguments: args,
          ...typed(callee, typeArguments),
        })),
    },
    { weight: 1, arbitrary: tie('assignment') },
    {
      weight: 1,
      arbitrary: identifier.map((argument): Expression => ({ type: 'UpdateExpression', operator: '++', argument })),
    },
  ),
  argument: fc.oneof(
    { withCrossShrink: true },
    { weight: 9, arbitrary: tie('expression') },
    { weight: 1, arbitrary: tie('expression').map((argument): SpreadElement => ({ type: 'SpreadElement', argument })) },
  ),
  property: fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .tuple(memberKey, tie('expression'))
        .map(([key, value]): Property => ({ type: 'Property', computed: false, key, value })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('expression'), tie('expression'))
        .map(([key, value]): Property => ({ type: 'Property', computed: true, key, value })),
    },
    { weight: 1, arbitrary: tie('expression').map((argument): SpreadElement => ({ type: 'SpreadElement', argument })) },
  ),
  member: fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(tie('expression'), name, fc.constantFrom(false, false, false, false, true))
        .map(([object, property, optional]): MemberExpression => ({
          type: 'MemberExpression',
          computed: false,
          object,
          property,
          ...(optional ? { optional } : {}),
        })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(tie('expression'), tie('expression')).map(([object, property]): MemberExpression => ({
        type: 'MemberExpression',
        computed: true,
        object,
        property,
      })),
    },
  ),
  parameter: fc
    .record(
      { name, typeAnnotation: type, default: tie('expression').map(withoutAwait), optional: fc.boolean() },
      { requiredKeys: ['name'] },
    )
    .map(({ optional, ...parameter }): Parameter => ({
      type: 'Parameter',
      ...parameter,
      ...(optional === true && parameter.default === undefined ? { optional } : {}),
    })),
  arrow: fc
    .tuple(
      fc.array(tie('parameter'), { maxLength: 3, size: 'small' }),
      fc.option(type, { nil: undefined, freq: 3 }),
      fc.oneof(
        { withCrossShrink: true },
        { weight: 3, arbitrary: tie('expression') },
        { weight: 2, arbitrary: tie('block') },
      ),
      fc.boolean(),
    )
    .map(([params, returnType, body, async]): ArrowFunctionExpression => ({
      type: 'ArrowFunctionExpression',
      async: async || hasAwait(body),
      params,
      ...(returnType === undefined ? {} : { returnType }),
      body,
    })),
  condition: fc.oneof(
    tie('expression'),
    fc
      .tuple(logicalOperator, tie('expression'), tie('expression'))
      .map(([operator, left, right]): Expression => ({ type: 'LogicalExpression', operator, left, right })),
  ),
  assignment: fc
    .tuple(
      fc.constantFrom(...(['=', '=', '=', '+=', '-=', '*=', '**='] as const)),
      fc.oneof(
        identifier,
        tie('member').map((member) => (isOptional(member) ? ({ type: 'Identifier', name: 'x' } as const) : member)),
      ),
      fc.oneof({ weight: 8, arbitrary: tie('expression') }, { weight: 1, arbitrary: tie('assignment') }),
    )
    .map(([operator, left, right]): Expression => ({ type: 'AssignmentExpression', operator, left, right })),
  block: fc
    .tuple(
      fc.array(tie('statement'), { maxLength: 3, size: 'small' }),
      fc.option(fc.array(awkward, { minLength: 1, maxLength: 2 }), { nil: undefined, freq: 9 }),
    )
    .map(([body, innerComments]): BlockStatement => ({
      type: 'BlockStatement',
      body,
      ...(innerComments === undefined ? {} : { innerComments }),
    })),
  statement: decorated<Statement>(
    fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      {
        weight: 5,
        arbitrary: tie('expression').map((expression): Statement => ({ type: 'ExpressionStatement', expression })),
      },
      {
        weight: 4,
        arbitrary: tie('assignment').map((expression): Statement => ({ type: 'ExpressionStatement', expression })),
      },
      {
        weight: 6,
        arbitrary: fc
          .tuple(
            fc.constantFrom('const', 'let'),
            fc.array(fc.tuple(identifier, fc.option(type, { nil: undefined, freq: 3 }), tie('expression')), {
              minLength: 1,
              maxLength: 3,
              size: 'xsmall',
            }),
          )
          .map(([kind, declarations]): Statement => ({
            type: 'VariableDeclaration',
            kind,
            declarations: declarations.map(([id, typeAnnotation, init]) => ({
              type: 'VariableDeclarator',
              id,
              ...(typeAnnotation === undefined ? {} : { typeAnnotation }),
              init,
            })),
          })),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(identifier, type, fc.boolean()).map(([id, typeAnnotation, definite]): Statement => ({
          type: 'VariableDeclaration',
          kind: 'let',
          declarations: [{ type: 'VariableDeclarator', id, typeAnnotation, definite }],
        })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.array(identifier, { minLength: 1, maxLength: 3 }), tie('expression'))
          .map(([elements, init]): Statement => ({
            type: 'VariableDeclaration',
            kind: 'const',
            declarations: [{ type: 'VariableDeclarator', id: { type: 'ArrayPattern', elements }, init }],
          })),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(
            tie('condition'),
            tie('block'),
            fc.option(fc.oneof(tie('block'), tie('statement')), { nil: undefined }),
          )
          .map(([test, consequent, otherwise]): Statement => {
            if (otherwise?.type !== 'BlockStatement' && otherwise?.type !== 'IfStatement') {
              return { type: 'IfStatement', test, consequent };
            }
            return { type: 'IfStatement', test, consequent, alternate: otherwise };
          }),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(tie('condition'), tie('block'))
          .map(([test, body]): Statement => ({ type: 'WhileStatement', test, body })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(identifier, tie('expression').map(withoutIn), tie('condition'), tie('assignment'), tie('block'))
          .map(([id, init, test, update, body]): Statement => ({
            type: 'ForStatement',
            init: {
              type: 'VariableDeclaration',
              kind: 'let',
              declarations: [{ type: 'VariableDeclarator', id, init }],
            },
            test,
            update,
            body,
          })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(identifier, fc.constantFrom('const', 'let', undefined), tie('expression'), tie('block'))
          .map(([left, kind, right, body]): Statement => ({
            type: 'ForOfStatement',
            ...(kind === undefined ? {} : { kind }),
            left,
            right,
            body,
          })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(identifier, tie('expression'), tie('block'))
          .map(([left, right, body]): Statement => ({ type: 'ForInStatement', kind: 'const', left, right, body })),
      },
      {
        weight: 3,
        arbitrary: fc
          .option(tie('expression'), { nil: undefined })
          .map((argument): Statement => ({ type: 'ReturnStatement', ...(argument === undefined ? {} : { argument }) })),
      },
      {
        weight: 1,
        arbitrary: tie('expression').map((argument): Statement => ({ type: 'ThrowStatement', argument })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(tie('block'), fc.option(identifier, { nil: undefined }), tie('block'), tie('block'), fc.nat(2))
          .map(([block, param, body, finalizer, which]): Statement => ({
            type: 'TryStatement',
            block,
            ...(which === 0 ? {} : { handler: param === undefined ? { body } : { param, body } }),
            ...(which === 1 ? {} : { finalizer }),
          })),
      },
      { weight: 1, arbitrary: tie('block') },
    ),
  ),
}));

export const expression = tied.expression;
export const statement = tied.statement;

const functionDeclaration: fc.Arbitrary<Statement> = decorated<FunctionDeclaration>(
  fc
    .tuple(
      name,
      fc.array(tied.parameter, { maxLength: 4, size: 'small' }),
      fc.option(type, { nil: undefined, freq: 3 }),
      tied.block,
      fc.boolean(),
      fc.option(fc.array(awkward, { maxLength: 3 }), { nil: undefined }),
    )
    .map(([name, params, returnType, body, exported, doc]): FunctionDeclaration => ({
      type: 'FunctionDeclaration',
      exported,
      async: true,
      name,
      params,
      ...(returnType === undefined ? {} : { returnType }),
      body,
      ...(doc === undefined ? {} : { doc }),
    })),
);

const declaration: fc.Arbitrary<Statement> = decorated<Statement>(
  fc.oneof(
    fc
      .record(
        { typeOnly: fc.boolean(), default: name, named: fc.uniqueArray(name, { maxLength: 6 }), source: awkward },
        { requiredKeys: ['source'] },
      )
      .map(({ typeOnly, ...rest }): Statement => ({
        type: 'ImportDeclaration',
        ...rest,
        // `import type A, { b }` is not allowed.
        ...(typeOnly === true && rest.default !== undefined && rest.named === undefined ? { typeOnly } : {}),
      })),
    fc.tuple(name, type).map(([name, typeAnnotation]): Statement => ({
      type: 'TSTypeAliasDeclaration',
      name,
      typeAnnotation,
    })),
    fc.tuple(name, type).map(([name, typeAnnotation]): Statement => ({ type: 'TSDeclareConst', name, typeAnnotation })),
    fc
      .tuple(name, fc.array(member, { maxLength: 3 }), fc.array(awkward, { maxLength: 2 }))
      .map(([name, members, doc]): Statement => ({ type: 'TSInterfaceDeclaration', name, members, doc })),
  ),
);

export const program: fc.Arbitrary<Program> = fc
  .array(
    fc.oneof(
      { withCrossShrink: true },
      { weight: 6, arbitrary: statement.map(atTopLevel) },
      { weight: 3, arbitrary: functionDeclaration },
      { weight: 1, arbitrary: declaration },
    ),
    { minLength: 1, maxLength: 4, size: 'small' },
  )
  .map((body): Program => ({ type: 'Program', body }));

/** Statements that may only be in a function are put into one. */
function atTopLevel(node: Statement): Statement {
  return {
    type: 'FunctionDeclaration',
    exported: false,
    async: true,
    name: 'f',
    params: [],
    body: { type: 'BlockStatement', body: [node] },
  };
}

function isOptional(node: Expression): boolean {
  if (node.type === 'MemberExpression') return node.optional === true || isOptional(node.object);
  if (node.type === 'CallExpression') return isOptional(node.callee);
  return node.type === 'TSNonNullExpression' && isOptional(node.expression);
}

function hasAwait(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasAwait);
  if (typeof value !== 'object' || value === null) return false;
  if ('type' in value && value.type === 'AwaitExpression') return true;
  if ('type' in value && value.type === 'ArrowFunctionExpression') return false;
  return Object.values(value).some(hasAwait);
}

function withoutAwait(node: Expression): Expression {
  return hasAwait(node) ? { type: 'Identifier', name: 'x' } : node;
}

/** Prettier itself gets `in` within an operator chain in a loop's head wrong. */
function withoutIn(node: Expression): Expression {
  return JSON.stringify(node).includes('"operator":"in"') ? { type: 'Literal', value: 0 } : node;
}

/** TypeScript's parser stumbles over some `>` on the right of a `<`. */
function plain(node: BinaryExpression): BinaryExpression {
  const isConfusing = node.operator === '<' && /"operator":">"|"typeArguments"/.test(JSON.stringify(node.right));
  return isConfusing ? { ...node, operator: '<=' } : node;
}

/** Type arguments go to what has a name: TypeScript's parser stumbles over some others. */
function typed(callee: Expression, typeArguments: TypeNode[]): { typeArguments?: TypeNode[] } {
  const isNamed = callee.type === 'Identifier' || (callee.type === 'MemberExpression' && !callee.computed);
  const isPlain = isNamed && (callee.type === 'Identifier' || callee.object.type === 'Identifier');
  return isPlain && typeArguments.length > 0 ? { typeArguments } : {};
}
