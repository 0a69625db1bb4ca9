import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import blankSpace from 'ts-blank-space';
import type { BlockRange } from '../../generators/typescript/compilation.ts';
import { eraseTypes, print } from '../../generators/typescript/print/index.ts';
import type { Expression, Program } from '../../generators/typescript/tree.ts';
import { program } from './arbitraries.ts';
import { meaning, read } from './estree.ts';

/** More of them: `PRINT_RUNS=5000 npx vitest run test/print/programs`. A failure names its seed. */
const numRuns = Number(process.env['PRINT_RUNS'] ?? 100);
const timeout = 30_000 + numRuns * 200;

it(
  'is what Prettier makes of it, and means what the tree says',
  async () => {
    await fc.assert(
      fc.asyncProperty(program, async (tree) => {
        const { code } = print(tree);
        const { statements, formatted } = await read(code);
        expect(formatted).toBe(code);
        expect(meaning(statements)).toEqual(meaning(tree.body));
      }),
      { numRuns },
    );
  },
  timeout,
);

it(
  'runs without its types, at the same places',
  () => {
    const spaced = (text: string) => text.replaceAll(';', ' ');
    fc.assert(
      fc.property(program, (tree) => {
        const { code, javascript } = print(tree);
        expect(javascript.length).toBe(code.length);
        // Two others have to agree: an independent tool, and the eraser for helper functions.
        expect(spaced(javascript)).toBe(spaced(blankSpace(code)));
        expect(spaced(eraseTypes(code))).toBe(spaced(javascript));
      }),
      { numRuns },
    );
  },
  timeout,
);

it(
  'tells where each block is',
  async () => {
    await fc.assert(
      fc.asyncProperty(program, async (tree) => {
        const { labelled, nodes } = label(tree);
        const { code, ranges } = print(labelled);
        expect(code).toBe(print(tree).code);
        expectNested(ranges);
        expect(new Set(ranges.map((range) => range.blockId))).toEqual(new Set(nodes.keys()));
        await expectToBe(nodes, code, ranges);
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  },
  timeout,
);

interface Labelled {
  labelled: Program;
  /** The expressions and statements by the block that they are the code of. */
  nodes: Map<string, object>;
}

/** A copy of the tree in which every expression and statement is the code of a block. */
function label(tree: Program): Labelled {
  const nodes = new Map<string, object>();
  const copy = (value: unknown, isText: boolean): unknown => {
    if (Array.isArray(value)) return value.map((entry) => copy(entry, isText));
    if (typeof value !== 'object' || value === null) return value;
    const isTemplate = 'type' in value && value.type === 'TemplateLiteral';
    const entries = Object.entries(value).map(([key, entry]) => [key, copy(entry, isTemplate)]);
    const node: object = Object.fromEntries(entries);
    if (!('type' in value) || !isMarkable(String(value.type))) return node;
    // A text in a template is printed as a part of it.
    if (isText && value.type === 'Literal') return node;
    const blockId = String(nodes.size);
    nodes.set(blockId, value);
    return { ...node, blocks: [blockId] };
  };
  const body = tree.body.map((statement) => Object.assign({}, statement, copy(statement, false)));
  return { labelled: { type: 'Program', body }, nodes };
}

function isMarkable(type: string): boolean {
  return (
    /(?:Expression|Statement|Literal|Identifier|FunctionDeclaration|VariableDeclaration)$/.test(type) &&
    !type.startsWith('TSType') &&
    type !== 'TSLiteralType'
  );
}

/** Ranges come in the order of the code, and are apart or one in the other. */
function expectNested(ranges: readonly BlockRange[]): void {
  const open: BlockRange[] = [];
  let last = 0;
  for (const range of ranges) {
    expect(range.start).toBeGreaterThanOrEqual(last);
    expect(range.end).toBeGreaterThan(range.start);
    last = range.start;
    while ((open.at(-1)?.end ?? Infinity) <= range.start) open.pop();
    expect(range.end).toBeLessThanOrEqual(open.at(-1)?.end ?? Infinity);
    open.push(range);
  }
}

/** The code of each block, read on its own, is the node that the block became. */
async function expectToBe(nodes: ReadonlyMap<string, object>, code: string, ranges: readonly BlockRange[]) {
  const pieces: string[] = [];
  const expected: unknown[] = [];
  for (const { blockId, start, end } of ranges) {
    const node = nodes.get(blockId);
    if (node === undefined || !('type' in node)) throw new Error(`No node for ${blockId}`);
    const piece = code.slice(start, end);
    if (/Statement$|Declaration$/.test(String(node.type))) {
      pieces.push(`{ ${piece.replace(/^export /, '')} }`);
      expected.push({ type: 'BlockStatement', body: ['exported' in node ? { ...node, exported: false } : node] });
    } else {
      pieces.push(`(${piece});`);
      expected.push({ type: 'ExpressionStatement', expression: node });
    }
  }
  const { statements } = await read(`async function f() {\n${pieces.join('\n')}\n}`);
  const [whole] = statements;
  if (whole?.type !== 'FunctionDeclaration') throw new Error('Not a function');
  expect(meaning(whole.body.body)).toEqual(meaning(expected));
}

it('calculates what the tree says', () => {
  const number = fc.nat(9).map((value): Expression => ({ type: 'Literal', value }));
  const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
    expression: fc.oneof(
      { depthSize: 'medium' },
      number,
      fc
        .tuple(
          fc.constantFrom(...(['+', '-', '*', '/', '%', '**', '===', '!==', '<', '<=', '>', '>='] as const)),
          tie('expression'),
          tie('expression'),
        )
        .map(([operator, left, right]): Expression => ({ type: 'BinaryExpression', operator, left, right })),
      fc
        .tuple(fc.constantFrom(...(['&&', '||', '??'] as const)), tie('expression'), tie('expression'))
        .map(([operator, left, right]): Expression => ({ type: 'LogicalExpression', operator, left, right })),
      fc
        .tuple(fc.constantFrom(...(['!', '-', '+'] as const)), tie('expression'))
        .map(([operator, argument]): Expression => ({ type: 'UnaryExpression', operator, argument })),
      fc
        .tuple(tie('expression'), tie('expression'), tie('expression'))
        .map(([test, consequent, alternate]): Expression => ({
          type: 'ConditionalExpression',
          test,
          consequent,
          alternate,
        })),
    ),
  }));
  fc.assert(
    fc.property(expression, (tree) => {
      const { javascript } = print({ type: 'Program', body: [{ type: 'ExpressionStatement', expression: tree }] });
      expect(runInThisContext(javascript)).toEqual(calculate(tree));
    }),
    { numRuns: numRuns * 10 },
  );
});

function calculate(node: Expression): unknown {
  switch (node.type) {
    case 'Literal':
      return node.value;
    case 'UnaryExpression': {
      const value = calculate(node.argument);
      return node.operator === '!' ? !value : node.operator === '-' ? -Number(value) : Number(value);
    }
    case 'LogicalExpression': {
      const left = calculate(node.left);
      if (node.operator === '&&') return left && calculate(node.right);
      return node.operator === '||' ? left || calculate(node.right) : (left ?? calculate(node.right));
    }
    case 'ConditionalExpression':
      return calculate(calculate(node.test) ? node.consequent : node.alternate);
    case 'BinaryExpression': {
      const left = calculate(node.left);
      const right = calculate(node.right);
      const [a, b] = [Number(left), Number(right)];
      switch (node.operator) {
        case '+':
          return a + b;
        case '-':
          return a - b;
        case '*':
          return a * b;
        case '/':
          return a / b;
        case '%':
          return a % b;
        case '**':
          return a ** b;
        case '===':
          return left === right;
        case '!==':
          return left !== right;
        case '<':
          return a < b;
        case '<=':
          return a <= b;
        case '>':
          return a > b;
        default:
          return a >= b;
      }
    }
    default:
      throw new Error(`Not closed: ${node.type}`);
  }
}
