import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { print } from '../../generators/typescript/print/index.ts';
import type { Expression, Statement } from '../../generators/typescript/tree.ts';
import { awkward } from './text-arbitraries.ts';

const HOSTILE = [
  '',
  'plain',
  `it's`,
  'say "hi"',
  `both ' and "`,
  `'"\``,
  'back\\slash\\',
  '${x} $ {y} `z` $',
  '</script><script>alert(1)</script>',
  '</SCRIPT >',
  '<!-- -->',
  'line\nbreak\r\nand\rmore',
  '\u2028 and \u2029',
  '\u202eright to left\u2069',
  'lone \ud800 and \udc00',
  '\0\u0001\u001f\u007f\u0085\u009f7',
  '\ufeff',
  'emoji 👍🏽, 名前, größe, हिन्दी',
  '*/ /* // @ts-ignore',
  '__proto__',
  'use strict',
];

const code = (...body: Statement[]) => print({ type: 'Program', body }).code;
const statement = (expression: Expression): Statement => ({ type: 'ExpressionStatement', expression });
const id = (name: string): Expression => ({ type: 'Identifier', name });
const literal = (value: string): Expression => ({ type: 'Literal', value });

/** The value of an expression, as the printed code gives it when it runs. */
function run(expression: Expression): unknown {
  const { javascript } = print({ type: 'Program', body: [statement(expression)] });
  return runInThisContext(javascript);
}

// Characters that no text of ours may hold raw.
const UNSAFE = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u;

function expectSafe(source: string): void {
  expect(source).not.toMatch(UNSAFE);
  expect(source).not.toMatch(/<\/script|<!--/i);
}

describe('texts', () => {
  it.each(HOSTILE)('come through as string literals: %j', async (value) => {
    expect(run(literal(value))).toBe(value);
    const printed = code(statement(literal(value)));
    expectSafe(printed);
    expect(await format(printed, { parser: 'typescript' })).toBe(printed);
  });

  it.each(HOSTILE)('come through in templates: %j', async (value) => {
    const template: Expression = { type: 'TemplateLiteral', quasis: [value, value], expressions: [literal(value)] };
    expect(run(template)).toBe(value + value + value);
    const number: Expression = { type: 'Literal', value: 1 };
    expect(run({ type: 'TemplateLiteral', quasis: [value, value], expressions: [number] })).toBe(`${value}1${value}`);
    const printed = code(statement(template));
    expectSafe(printed);
    expect(await format(printed, { parser: 'typescript' })).toBe(printed);
  });

  it.each(HOSTILE)('come through as keys: %j', (value) => {
    const entry = { type: 'Property', computed: false, key: value, value: literal(value) } as const;
    expect(Object.entries(Object(run({ type: 'ObjectExpression', properties: [entry] })))).toEqual([[value, value]]);
  });

  it('come through whatever they are', () => {
    fc.assert(
      fc.property(awkward, awkward, (a, b) => {
        const key = { type: 'Property', computed: false, key: a, value: literal(b) } as const;
        expect(run({ type: 'ObjectExpression', properties: [key] })).toEqual(Object.fromEntries([[a, b]]));
        expect(run({ type: 'TemplateLiteral', quasis: [a, b], expressions: [literal(b)] })).toBe(a + b + b);
      }),
      { numRuns: 500 },
    );
  });

  it('are quoted with fewer escapes, and readable', () => {
    expect(code(statement({ type: 'ArrayExpression', elements: HOSTILE.slice(0, 5).map(literal) }))).toBe(
      `["", "plain", "it's", 'say "hi"', "both ' and \\""];\n`,
    );
    expect(code(statement({ type: 'UnaryExpression', operator: '!', argument: literal('größe 名前 👍') }))).toBe(
      '!"größe 名前 👍";\n',
    );
  });

  it('do not become directives', () => {
    expect(code(statement(literal('use strict')))).toBe('("use strict");\n');
  });

  it('are keys in quotes only where they must be', () => {
    const keys = ['a', '$b', 'c-d', '1', '1.5', 'default', 'größe', '名前', '', '__proto__', 'constructor', '𝒳'];
    const properties = keys.map((key) => ({ type: 'Property', computed: false, key, value: id('x') }) as const);
    expect(code({ type: 'ReturnStatement', argument: { type: 'ObjectExpression', properties } })).toBe(
      [
        'return {',
        ...[
          'a',
          '$b',
          '"c-d"',
          '"1"',
          '"1.5"',
          'default',
          'größe',
          '名前',
          '""',
          '["__proto__"]',
          'constructor',
          '"𝒳"',
        ].map((key) => `  ${key}: x,`),
        '};\n',
      ].join('\n'),
    );
  });
});

describe('numbers', () => {
  it.each([
    [0, '0'],
    [0.5, '0.5'],
    [1e21, '1e21'],
    [1.5e300, '1.5e300'],
    [1e-7, '1e-7'],
    [123456789012345680000, '123456789012345680000'],
  ])('are written as Prettier does: %d', (value, expected) => {
    expect(code(statement({ type: 'Literal', value }))).toBe(`${expected};\n`);
  });

  it.each([-1, NaN, Infinity])('must be literals: %d', (value) => {
    expect(() => code(statement({ type: 'Literal', value }))).toThrow(RangeError);
  });
});

describe('regular expressions', () => {
  it.each([
    ['a/b', 'g', '/a\\/b/g'],
    ['[/]\\/', 'yg', '/[/]\\//gy'],
    ['', '', '/(?:)/'],
    ['</script', '', '/<\\/script/'],
    ['\n\u2028', '', '/\\n\\u2028/'],
  ])('are literals: %j %s', (pattern, flags, expected) => {
    const expression: Expression = { type: 'RegExpLiteral', pattern, flags };
    expect(code(statement(expression))).toBe(`${expected};\n`);
    expect(run(expression)).toEqual(new RegExp(pattern, flags));
  });
});

describe('comments', () => {
  const call: Statement = statement({ type: 'CallExpression', callee: id('f'), arguments: [] });

  it('are one line each', () => {
    expect(code({ ...call, comments: ['first', '', '  indented  ', 'two\nlines\r\nor\u2028more'] })).toBe(
      ['// first', '//', '//   indented', '// two', '// lines', '// or', '// more', 'f();\n'].join('\n'),
    );
  });

  it('stay comments, and safe', async () => {
    const every = HOSTILE.join('\n');
    const printed = code(
      { ...call, comments: HOSTILE },
      {
        type: 'FunctionDeclaration',
        exported: true,
        async: false,
        name: 'f',
        params: [],
        doc: HOSTILE,
        comments: [every],
        body: { type: 'BlockStatement', body: [{ ...call, comments: HOSTILE }], innerComments: [every] },
      },
    );
    expectSafe(printed);
    expect(await format(printed, { parser: 'typescript' })).toBe(printed);
    const left = printed.replace(/\/\*\*[^]*?\*\//g, '').replace(/^ *\/\/.*$/gm, '');
    expect(left.replace(/\s+/g, ' ').trim()).toBe('f(); export function f() { f(); }');
  });

  it('give no orders to TypeScript', () => {
    expect(code({ ...call, comments: ['@ts-ignore', ' @ts-expect-error because', 'say @ts-nocheck'] })).toBe(
      ['// \\@ts-ignore', '//  \\@ts-expect-error because', '// say @ts-nocheck', 'f();\n'].join('\n'),
    );
  });

  it('document on one line or several', () => {
    const declaration = {
      type: 'FunctionDeclaration',
      exported: false,
      async: false,
      name: 'f',
      params: [],
      body: { type: 'BlockStatement', body: [] },
    } as const;
    const printed = (doc: string[]) =>
      code({ ...declaration, params: [], body: { type: 'BlockStatement', body: [] }, doc });
    expect(printed([])).toBe('function f() {}\n');
    expect(printed(['', ' '])).toBe('function f() {}\n');
    expect(printed(['Does it. */'])).toBe('/** Does it. *\\/ */\nfunction f() {}\n');
    expect(printed(['Does it.', '', '* a point'])).toBe('/**\n * Does it.\n *\n * * a point\n */\nfunction f() {}\n');
  });

  it('are in blocks, before and after the statements', async () => {
    const printed = code(
      {
        type: 'IfStatement',
        test: id('a'),
        consequent: { type: 'BlockStatement', body: [], innerComments: ['nothing'], comments: ['first'] },
        alternate: {
          type: 'IfStatement',
          comments: ['second'],
          test: id('b'),
          consequent: { type: 'BlockStatement', body: [call], innerComments: ['end'] },
        },
      },
      { ...call, blankBefore: true, comments: ['last'] },
    );
    expect(printed).toBe(
      'if (a) {\n  // first\n  // nothing\n} else if (b) {\n  // second\n  f();\n  // end\n}\n\n// last\nf();\n',
    );
    expect(await format(printed, { parser: 'typescript' })).toBe(printed);
  });
});
