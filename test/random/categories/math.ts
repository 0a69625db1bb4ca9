/** Numbers. */

import type { BlockState } from '../../../generators/typescript/index.ts';
import type { Builder, Category, Maker } from '../builder.ts';
import { isListKind, type Kind } from '../kinds.ts';
import { someNumber } from '../words.ts';

const listOperations = ['SUM', 'MIN', 'MAX', 'AVERAGE', 'MEDIAN', 'STD_DEV', 'RANDOM'];
const properties = ['EVEN', 'ODD', 'PRIME', 'WHOLE', 'POSITIVE', 'NEGATIVE', 'DIVISIBLE_BY'];

export const math: Category = {
  literals: { Number: (builder) => number(builder, someNumber(builder.choices)) },

  values(builder, kind, depth) {
    if (depth === 0) return [];
    if (kind === 'Boolean') return [[2, () => hasProperty(builder, depth - 1)]];
    if (isListKind(kind)) return [[1, () => onList(builder, 'MODE', kind, depth - 1)]];
    if (kind !== 'Number') return [];
    const make =
      (type: string, inputs: Record<string, Kind>, fields?: Record<string, readonly string[]>): Maker =>
      () =>
        builder.simple(type, depth - 1, inputs, fields);
    return [
      [8, make('math_arithmetic', { A: kind, B: kind }, { OP: ['ADD', 'MINUS', 'MULTIPLY', 'DIVIDE', 'POWER'] })],
      [2, make('math_single', { NUM: kind }, { OP: ['ROOT', 'ABS', 'NEG', 'LN', 'LOG10', 'EXP', 'POW10'] })],
      [1, make('math_trig', { NUM: kind }, { OP: ['SIN', 'COS', 'TAN', 'ASIN', 'ACOS', 'ATAN'] })],
      [1, make('math_constant', {}, { CONSTANT: ['PI', 'E', 'GOLDEN_RATIO', 'SQRT2', 'SQRT1_2', 'INFINITY'] })],
      [1, make('math_round', { NUM: kind }, { OP: ['ROUND', 'ROUNDUP', 'ROUNDDOWN'] })],
      [1, make('math_modulo', { DIVIDEND: kind, DIVISOR: kind })],
      [1, make('math_constrain', { VALUE: kind, LOW: kind, HIGH: kind })],
      [1, make('math_atan2', { X: kind, Y: kind })],
      [0.5, make('math_random_int', { FROM: kind, TO: kind })],
      [0.5, make('math_random_float', {})],
      [3, () => onList(builder, builder.choices.pick(listOperations), 'Numbers', depth - 1)],
    ];
  },

  statements: (builder) => [[2, () => [change(builder)]]],
};

export function number(builder: Builder, value: number): BlockState {
  return builder.block('math_number', { fields: { NUM: value } });
}

/** A number that makes sense as a place in a list, or as how often to do something. */
export function smallNumber(builder: Builder, high = 4): BlockState {
  return { ...number(builder, builder.choices.between(0, high)), data: 'Number' };
}

/**
 * A number that nobody can have forgotten to set: for where Blockly's JavaScript would show the difference between
 * what is undefined and what is not a number.
 */
export function certainNumber(builder: Builder, depth: number): BlockState {
  const sum = builder.block('math_arithmetic', {
    fields: { OP: 'ADD' },
    inputs: { A: { block: builder.value('Number', depth) }, B: { block: number(builder, 0) } },
  });
  return { ...sum, data: 'Number' };
}

function onList(builder: Builder, OP: string, kind: Kind, depth: number): BlockState {
  return builder.block('math_on_list', {
    extraState: `<mutation op="${OP}"></mutation>`,
    fields: { OP },
    inputs: { LIST: builder.maybe(() => builder.value(kind, depth)) },
  });
}

function hasProperty(builder: Builder, depth: number): BlockState {
  const PROPERTY = builder.choices.pick(properties);
  const divides = PROPERTY === 'DIVISIBLE_BY';
  return {
    ...builder.simple(
      'math_number_property',
      depth,
      { NUMBER_TO_CHECK: 'Number', ...(divides && { DIVISOR: 'Number' }) },
      { PROPERTY: [PROPERTY] },
    ),
    extraState: `<mutation divisor_input="${divides}"></mutation>`,
  };
}

function change(builder: Builder): BlockState {
  const variable = builder.variable(['Number', 'Any'], true);
  return builder.block('math_change', {
    fields: { VAR: { id: variable.id } },
    inputs: { DELTA: builder.maybe(() => builder.value('Number')) },
  });
}
