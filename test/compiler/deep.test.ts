/** Programs that are nested twice as deep as they need to be able to be, on the call stack that every program has. */

import { describe, expect, test } from 'vitest';
import { compile, type BlockState, type CompileOptions } from '../../generators/typescript/index.ts';
import { block, boolean, get, list, number, print, program, text } from './build-program.ts';

const depth = 2_000;

type Level = (inner: BlockState) => BlockState;

const statements: Record<string, Level> = {
  branches: (inner) => block('controls_if', { inputs: { IF0: boolean(true), DO0: inner } }),
  'other branches': (inner) =>
    block('controls_ifelse', { inputs: { IF0: get('a'), DO0: print(text('a')), ELSE: inner } }),
  repetitions: (inner) => block('controls_repeat_ext', { inputs: { TIMES: number(2), DO: inner } }),
  'loops with a condition': (inner) =>
    block('controls_whileUntil', { fields: { MODE: 'WHILE' }, inputs: { BOOL: get('a'), DO: inner } }),
  'loops that count': (inner) =>
    block('controls_for', {
      fields: { VAR: { id: 'a' } },
      inputs: { FROM: number(1), TO: get('b'), BY: number(1), DO: inner },
    }),
  'loops over lists': (inner) =>
    block('controls_forEach', { fields: { VAR: { id: 'a' } }, inputs: { LIST: list(number(1)), DO: inner } }),
  tries: (inner) =>
    block('errors_try', { fields: { ERROR: { id: 'b' } }, inputs: { TRY: inner, CATCH: print(get('b')) } }),
  catches: (inner) =>
    block('errors_try', { fields: { ERROR: { id: 'b' } }, inputs: { TRY: print(number(1)), CATCH: inner } }),
};

const values: Record<string, Level> = {
  sums: (inner) => block('math_arithmetic', { fields: { OP: 'ADD' }, inputs: { A: inner, B: number(1) } }),
  differences: (inner) => block('math_arithmetic', { fields: { OP: 'MINUS' }, inputs: { A: number(1), B: inner } }),
  negations: (inner) => block('logic_negate', { inputs: { BOOL: inner } }),
  choices: (inner) => block('logic_ternary', { inputs: { IF: get('a'), THEN: number(1), ELSE: inner } }),
  lists: (inner) => list(inner, number(2)),
  texts: (inner) => block('text_join', { extraState: { itemCount: 2 }, inputs: { ADD0: inner, ADD1: text('a') } }),
  calls: (inner) => block('math_round', { fields: { OP: 'ROUND' }, inputs: { NUM: inner } }),
  questions: (inner) => block('text_prompt_ext', { fields: { TYPE: 'TEXT' }, inputs: { TEXT: inner } }),
};

function nested(levels: readonly Level[], innermost: BlockState): BlockState {
  let inner = innermost;
  for (let count = 0; count < depth; count++) inner = levels[count % levels.length]?.(inner) ?? inner;
  return inner;
}

/** The code, of which every block must be found a range. */
function compiled(outermost: BlockState, options: CompileOptions = {}): string {
  const { code, javascript, ranges, diagnostics } = compile(program([outermost]), options);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(ranges.length).toBeGreaterThan(depth);
  expect(javascript.length).toBe(code.length);
  return code;
}

describe(`${depth} levels`, { timeout: 120_000 }, () => {
  test('of all sorts of values', () => {
    expect(compiled(print(nested(Object.values(values), number(4242))))).toContain('4242');
  });

  test.each<[string, CompileOptions]>([
    ['plain', {}],
    ['traced', { trace: true }],
    ['for stepping', { trace: 'step' }],
    ['as a script', { format: 'script' }],
  ])('of all sorts of statements, %s', (_, options) => {
    expect(compiled(nested(Object.values(statements), print(text('innermost'))), options)).toContain('innermost');
  });

  test('within a function', () => {
    const body = nested(Object.values(statements), print(nested([values['calls'] ?? ((inner) => inner)], get('a'))));
    const define = block('procedures_defnoreturn', { fields: { NAME: 'deep' }, inputs: { STACK: body } });
    expect(compiled(define)).toContain('Math.round(');
  });

  test('give the code that so few levels give as are lowered at once', () => {
    const few = (count: number): string => {
      let inner = print(text('innermost'));
      for (let level = 0; level < count; level++) {
        inner = block('controls_repeat_ext', { inputs: { TIMES: list(number(level)), DO: inner } });
      }
      return compile(program([inner])).code;
    };
    const lines = (code: string): string[] => code.split('\n').map((line) => line.replaceAll(/\d+|^\s+/g, ''));
    const [shallow, deep] = [lines(few(50)), lines(few(450))];
    const [head, tail] = [shallow.slice(1, 3), deep.slice(1, 3)];
    expect(tail).toEqual(head);
    expect(deep.filter((line) => line.startsWith('for (')).length).toBe(450);
    expect(new Set(deep)).toEqual(new Set(shallow));
  });
});
