import { describe, expect, it } from 'vitest';
import { print } from '../../generators/typescript/print/index.ts';
import type { BlockStatement, Expression, Statement } from '../../generators/typescript/tree.ts';

const id = (name: string): Expression => ({ type: 'Identifier', name });
const number = (value: number): Expression => ({ type: 'Literal', value });
const call = (callee: Expression, ...args: Expression[]): Expression => ({
  type: 'CallExpression',
  callee,
  arguments: args,
});
const property = (object: Expression, name: string): Expression => ({
  type: 'MemberExpression',
  computed: false,
  object,
  property: name,
});
const statement = (expression: Expression): Statement => ({ type: 'ExpressionStatement', expression });
const block = (...body: Statement[]): BlockStatement => ({ type: 'BlockStatement', body });
const code = (...body: Statement[]) => print({ type: 'Program', body }).code;

const DEPTH = 1500;

/** What `wrap` makes of what it made, many times over. */
function nested<T>(inner: T, wrap: (inner: T) => T, times = DEPTH): T {
  let result = inner;
  for (let i = 0; i < times; i++) result = wrap(result);
  return result;
}

/** The printed code with all its layout taken away. */
const bare = (text: string) =>
  text.replace(/\s+/g, '').replaceAll(',)', ')').replaceAll(',]', ']').replaceAll(',}', '}');

describe('prints programs of any size', () => {
  it('with 100,000 statements', () => {
    const list = Array.from({ length: 100_000 }, (_, index) => statement(call(id('f'), number(index))));
    const { code, ranges } = print({
      type: 'Program',
      body: list.map((node, index) => ({ ...node, blocks: [`b${index}`] })),
    });
    expect(code.split('\n')).toHaveLength(100_001);
    expect(ranges).toHaveLength(100_000);
    const last = ranges.at(-1);
    expect(code.slice(last?.start, last?.end)).toBe('f(99999);');
  });

  it('with 5,000 operands', () => {
    const sum = nested<Expression>(
      id('a'),
      (left) => ({ type: 'BinaryExpression', operator: '+', left, right: id('b') }),
      5000,
    );
    expect(bare(code(statement(sum)))).toBe(`a${'+b'.repeat(5000)};`);
    const all = nested<Expression>(
      id('a'),
      (right) => ({ type: 'LogicalExpression', operator: '&&', left: id('b'), right }),
      5000,
    );
    expect(bare(code(statement(all)))).toBe(`${'b&&'.repeat(5000)}a;`);
  });

  it('with 5,000 calls in a row', () => {
    const chain = nested(id('a'), (object) => call(property(object, 'b'), number(1)), 5000);
    expect(bare(code(statement(chain)))).toBe(`a${'.b(1)'.repeat(5000)};`);
  });

  it('with 5,000 branches', () => {
    const branches = nested<Statement>(
      { type: 'IfStatement', test: id('a'), consequent: block() },
      (alternate) => {
        if (alternate.type !== 'IfStatement') throw new Error('Not a branch');
        return { type: 'IfStatement', test: id('b'), consequent: block(), alternate };
      },
      5000,
    );
    expect(bare(code(branches))).toBe(`${'if(b){}else'.repeat(5000)}if(a){}`);
  });
});

describe('prints programs of any depth', () => {
  const wraps: Record<string, [(inner: Expression) => Expression, string, string]> = {
    calls: [(inner) => call(id('f'), inner), 'f(', ')'],
    'chained calls': [(inner) => call(property(id('a'), 'f'), inner), 'a.f(', ')'],
    members: [(inner) => property(inner, 'b'), '', '.b'],
    'computed members': [
      (inner) => ({ type: 'MemberExpression', computed: true, object: id('a'), property: inner }),
      'a[',
      ']',
    ],
    constructors: [(inner) => ({ type: 'NewExpression', callee: id('A'), arguments: [inner] }), 'newA(', ')'],
    arrays: [(inner) => ({ type: 'ArrayExpression', elements: [inner] }), '[', ']'],
    lists: [(inner) => ({ type: 'ArrayExpression', elements: [inner, number(1)] }), '[', ',1]'],
    objects: [
      (inner) => ({
        type: 'ObjectExpression',
        properties: [{ type: 'Property', computed: false, key: 'k', value: inner }],
      }),
      '{k:',
      '}',
    ],
    negations: [(inner) => ({ type: 'UnaryExpression', operator: '!', argument: inner }), '!', ''],
    minus: [(inner) => ({ type: 'UnaryExpression', operator: '-', argument: inner }), '-(', ')'],
    'right operands': [
      (inner) => ({ type: 'BinaryExpression', operator: '-', left: number(1), right: inner }),
      '1-(',
      ')',
    ],
    'mixed operators': [
      (inner) => ({
        type: 'LogicalExpression',
        operator: '&&',
        left: id('a'),
        right: { type: 'LogicalExpression', operator: '||', left: id('b'), right: inner },
      }),
      'a&&(b||(',
      '))',
    ],
    conditions: [
      (inner) => ({ type: 'ConditionalExpression', test: inner, consequent: id('a'), alternate: id('b') }),
      '(',
      ')?a:b',
    ],
    alternatives: [
      (inner) => ({ type: 'ConditionalExpression', test: id('a'), consequent: id('b'), alternate: inner }),
      'a?b:',
      '',
    ],
    functions: [(inner) => ({ type: 'ArrowFunctionExpression', async: false, params: [], body: inner }), '()=>', ''],
    'functions in calls': [
      (inner) => call(id('f'), { type: 'ArrowFunctionExpression', async: false, params: [], body: inner }),
      'f(()=>',
      ')',
    ],
    'functions with blocks in calls': [
      (inner) => {
        const body = block({ type: 'ReturnStatement', argument: inner });
        return call(id('f'), { type: 'ArrowFunctionExpression', async: false, params: [], body });
      },
      'f(()=>{return',
      ';})',
    ],
    awaits: [(inner) => ({ type: 'AwaitExpression', argument: inner }), 'await', ''],
    templates: [(inner) => ({ type: 'TemplateLiteral', quasis: ['a', 'b'], expressions: [inner] }), '`a${', '}b`'],
    casts: [
      (inner) => ({
        type: 'TSAsExpression',
        expression: inner,
        typeAnnotation: { type: 'TSTypeReference', name: 'T' },
      }),
      '',
      'asT',
    ],
  };

  for (const [what, [wrap, before, after]] of Object.entries(wraps)) {
    it(`of ${what}`, () => {
      const printed = bare(code({ type: 'ReturnStatement', argument: nested(id('x'), wrap) }));
      // Parentheses go where the innermost needs none, and where it is broken into lines.
      const plain = (text: string) => text.replace(/[()]/g, '');
      expect(plain(printed)).toBe(plain(`return${before.repeat(DEPTH)}x${after.repeat(DEPTH)};`));
    });
  }

  it('of blocks', () => {
    const call_ = statement(call(id('f')));
    const inside = (wrap: (inner: Statement) => Statement) => bare(code(nested(call_, wrap)));
    const twice = (text: string) => text.repeat(DEPTH);
    expect(inside((inner) => ({ type: 'IfStatement', test: id('a'), consequent: block(inner) }))).toBe(
      `${twice('if(a){')}f();${twice('}')}`,
    );
    expect(inside((inner) => ({ type: 'WhileStatement', test: id('a'), body: block(inner) }))).toBe(
      `${twice('while(a){')}f();${twice('}')}`,
    );
    expect(inside((inner) => ({ type: 'TryStatement', block: block(inner), finalizer: block() }))).toBe(
      `${twice('try{')}f();${twice('}finally{}')}`,
    );
  });
});
