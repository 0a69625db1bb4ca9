/** Random values: a table of blocks for each kind. */

import type { BlockState } from '../../generators/typescript/index.ts';
import type { Builder, RandomFunction, RandomVariable } from './builder.ts';
import type { Weighted } from './choices.ts';
import {
  elementOf,
  isListKind,
  isPackKind,
  listKinds,
  listOf,
  type Concrete,
  type Kind,
  type ListKind,
} from './kinds.ts';
import { anyOfPack, packLiteral, packMakers } from './pack.ts';
import { someNumber, someText } from './words.ts';

export type Maker = () => BlockState;
export type Makers = Weighted<Maker>[];

/** A value block of this kind, marked with it (`data`), so that a program can be made smaller and stay sound. */
export function value(builder: Builder, kind: Kind, depth = 3): BlockState {
  const { choices, profile } = builder;
  const chosen = kind === 'Any' ? choices.pick(builder.anyKind) : kind;
  let made: BlockState;
  if (chosen === 'Any')
    made = choices.chance(0.3) ? builder.block('logic_null') : unchecked(builder, choices.pick(builder.anyKind), depth);
  else if (!profile.sound && choices.chance(0.15)) made = unchecked(builder, choices.pick(builder.anyKind), depth);
  else made = choices.weighted(makers(builder, chosen, builder.budget > 0 ? depth : 0))();
  return { ...made, data: kind };
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
    inputs: { A: { block: value(builder, 'Number', depth) }, B: { block: number(builder, 0) } },
  });
  return { ...sum, data: 'Number' };
}

export function number(builder: Builder, value: number): BlockState {
  return builder.block('math_number', { fields: { NUM: value } });
}

export function getVariable(builder: Builder, variable: RandomVariable): BlockState {
  const type = variable.type === undefined ? 'variables_get' : 'variables_get_dynamic';
  return { ...builder.block(type, { fields: builder.field(variable) }), data: variable.kind };
}

/** The call of a function, with what its parameters take. */
export function call(builder: Builder, called: RandomFunction, depth = 2): BlockState {
  const { name, parameters, result } = called;
  const inputs = parameters.map((parameter, index): [string, ReturnType<Builder['must']>] => [
    `ARG${index}`,
    called.recursive && index === 0
      ? { block: countdown(builder, called, parameter) }
      : builder.must(() => value(builder, parameter.kind, depth)),
  ]);
  return builder.block(result === undefined ? 'procedures_callnoreturn' : 'procedures_callreturn', {
    extraState: { name, ...(parameters.length > 0 && { params: parameters.map((each) => each.name) }) },
    inputs: Object.fromEntries(inputs),
  });
}

/** The functions that can be called here: those further down, so that a program ends, and those that count down. */
export function callable(builder: Builder): RandomFunction[] {
  const { functions, inside } = builder;
  if (!inside) return functions;
  const rest = functions.slice(functions.indexOf(inside) + 1);
  return inside.recursive && builder.choices.chance(0.4) ? [inside, ...rest] : rest;
}

function countdown(builder: Builder, called: RandomFunction, parameter: RandomVariable): BlockState {
  if (builder.inside !== called) return smallNumber(builder, 3);
  return builder.block('math_arithmetic', {
    fields: { OP: 'MINUS' },
    inputs: { A: { block: getVariable(builder, parameter) }, B: { block: number(builder, 1) } },
  });
}

/** Blocks whose output fits everywhere. */
function unchecked(builder: Builder, kind: Kind, depth: number): BlockState {
  const { choices, profile } = builder;
  const any = builder.variables.filter(({ type }) => type === undefined);
  const options: Makers = [[1, () => builder.block('logic_null')]];
  if (any.length > 0) options.push([6, () => getVariable(builder, choices.pick(any))]);
  if (depth > 0 && builder.budget > 0) {
    options.push([1, () => getItem(builder, choices.pick(listKinds), depth - 1)]);
    options.push([1, () => ternary(builder, kind, depth - 1)]);
    if (profile.pack) options.push([2, () => anyOfPack(builder, depth - 1)]);
    const called = callable(builder).filter(({ result }) => result !== undefined);
    if (called.length > 0) options.push([2, () => call(builder, choices.pick(called), depth - 1)]);
  }
  return choices.weighted(options)();
}

function makers(builder: Builder, kind: Concrete, depth: number): Makers {
  const options: Makers = [[depth > 0 ? 3 : 6, () => literal(builder, kind)]];
  const variables = builder.variables.filter((variable) => variable.kind === kind);
  if (variables.length > 0)
    options.push([depth > 0 ? 5 : 3, () => getVariable(builder, builder.choices.pick(variables))]);
  if (depth === 0) return options;
  options.push(...common(builder, kind, depth - 1));
  if (builder.profile.pack) options.push(...packMakers(builder, kind, depth - 1));
  if (isListKind(kind)) options.push(...lists(builder, kind, depth - 1));
  else if (!isPackKind(kind)) options.push(...scalars[kind](builder, depth - 1));
  return options;
}

/** A value that hangs on nothing else. */
export function literal(builder: Builder, kind: Concrete): BlockState {
  const { choices } = builder;
  switch (kind) {
    case 'Number':
      return number(builder, someNumber(choices));
    case 'String':
      return builder.block('text', { fields: { TEXT: someText(choices, !builder.profile.sound) } });
    case 'Boolean':
      return builder.block('logic_boolean', { fields: { BOOL: choices.pick(['TRUE', 'FALSE']) } });
    case 'Date':
    case 'Object':
    case 'Registration':
      return packLiteral(builder, kind);
    default:
      if (choices.chance(0.1)) return builder.block('lists_create_empty');
      return createList(builder, kind, 0);
  }
}

/** Blocks that give a value of whatever kind they are given. */
function common(builder: Builder, kind: Kind, depth: number): Makers {
  const { choices } = builder;
  const options: Makers = [[1, () => ternary(builder, kind, depth)]];
  const list = listOf(kind);
  if (list) options.push([2, () => getItem(builder, list, depth)]);
  const called = callable(builder).filter(({ result }) => result === kind);
  if (called.length > 0) options.push([5, () => call(builder, choices.pick(called), depth)]);
  return options;
}

function ternary(builder: Builder, kind: Kind, depth: number): BlockState {
  return builder.block('logic_ternary', {
    inputs: {
      IF: builder.maybe(() => condition(builder, depth)),
      THEN: builder.must(() => value(builder, kind, depth)),
      ELSE: builder.must(() => value(builder, kind, depth)),
    },
  });
}

/** Something to decide by: anything at all is true or false to JavaScript. */
export function condition(builder: Builder, depth: number): BlockState {
  return builder.choices.chance(0.1) ? unchecked(builder, 'Any', depth) : value(builder, 'Boolean', depth);
}

/** A place in a list or text, from its start or its end. */
function at(builder: Builder, where: string, depth: number): ReturnType<Builder['maybe']> {
  if (where !== 'FROM_START' && where !== 'FROM_END') return undefined;
  return builder.maybe(() => place(builder, depth));
}

export function place(builder: Builder, depth: number): BlockState {
  return builder.choices.chance(0.8)
    ? {
        ...number(
          builder,
          builder.choices.weighted([
            [1, 0],
            [4, 1],
            [4, 2],
            [2, 3],
            [1, 4],
          ]),
        ),
        data: 'Number',
      }
    : value(builder, 'Number', depth);
}

const wheres = ['FROM_START', 'FROM_END', 'FIRST', 'LAST', 'RANDOM'];

function getItem(builder: Builder, kind: ListKind, depth: number): BlockState {
  const WHERE = builder.choices.pick(wheres);
  return builder.block('lists_getIndex', {
    fields: {
      MODE: builder.choices.weighted([
        [3, 'GET'],
        [1, 'GET_REMOVE'],
      ]),
      WHERE,
    },
    inputs: { VALUE: builder.maybe(() => value(builder, kind, depth)), AT: at(builder, WHERE, depth) },
  });
}

function createList(builder: Builder, kind: ListKind, depth: number): BlockState {
  const itemCount = builder.choices.weighted([
    [1, 0],
    [2, 1],
    [3, 2],
    [6, 3],
    [3, 4],
  ]);
  const inputs: Record<string, ReturnType<Builder['must']>> = {};
  for (let index = 0; index < itemCount; index++) {
    inputs[`ADD${index}`] = builder.must(() => value(builder, elementOf[kind], depth));
  }
  return builder.block('lists_create_with', { extraState: { itemCount }, inputs });
}

/** The two ends of a part of a list or text. */
function ends(
  builder: Builder,
  depth: number,
): { fields: Record<string, unknown>; inputs: Record<string, ReturnType<Builder['maybe']>> } {
  const WHERE1 = builder.choices.pick(['FROM_START', 'FROM_END', 'FIRST']);
  const WHERE2 = builder.choices.pick(['FROM_START', 'FROM_END', 'LAST']);
  return { fields: { WHERE1, WHERE2 }, inputs: { AT1: at(builder, WHERE1, depth), AT2: at(builder, WHERE2, depth) } };
}

function lists(builder: Builder, kind: ListKind, depth: number): Makers {
  const { choices } = builder;
  const list = () => value(builder, kind, depth);
  const options: Makers = [
    [4, () => createList(builder, kind, depth)],
    [
      1,
      () =>
        builder.block('lists_repeat', {
          inputs: {
            ITEM: builder.must(() => value(builder, elementOf[kind], depth)),
            NUM: builder.maybe(() => smallNumber(builder)),
          },
        }),
    ],
    [
      2,
      () => {
        const { fields, inputs } = ends(builder, depth);
        return builder.block('lists_getSublist', { fields, inputs: { LIST: builder.maybe(list), ...inputs } });
      },
    ],
    [
      2,
      () =>
        builder.block('lists_sort', {
          fields: { TYPE: choices.pick(['NUMERIC', 'TEXT', 'IGNORE_CASE']), DIRECTION: choices.pick(['1', '-1']) },
          inputs: { LIST: builder.maybe(list) },
        }),
    ],
    [1, () => builder.block('lists_reverse', { inputs: { LIST: builder.maybe(list) } })],
    [
      1,
      () =>
        builder.block('math_on_list', {
          extraState: '<mutation op="MODE"></mutation>',
          fields: { OP: 'MODE' },
          inputs: { LIST: builder.maybe(list) },
        }),
    ],
  ];
  if (kind === 'Texts') {
    options.push([
      3,
      () =>
        builder.block('lists_split', {
          extraState: { mode: 'SPLIT' },
          fields: { MODE: 'SPLIT' },
          inputs: {
            INPUT: builder.maybe(() => value(builder, 'String', depth)),
            DELIM: builder.maybe(() => value(builder, 'String', 0)),
          },
        }),
    ]);
  }
  return options;
}

/** One block with inputs by name, each of a kind, and fields by name, each with what it may be. */
export function simple(
  builder: Builder,
  depth: number,
  type: string,
  inputs: Record<string, Kind>,
  fields: Record<string, readonly string[]> = {},
): Maker {
  return () =>
    builder.block(type, {
      fields: Object.fromEntries(
        Object.entries(fields).map(([name, choices]) => [name, builder.choices.pick(choices)]),
      ),
      inputs: Object.fromEntries(
        Object.entries(inputs).map(([name, kind]) => [name, builder.maybe(() => value(builder, kind, depth))]),
      ),
    });
}

const scalars: Record<'Number' | 'String' | 'Boolean', (builder: Builder, depth: number) => Makers> = {
  Number: numbers,
  String: texts,
  Boolean: booleans,
};

const listOperations = ['SUM', 'MIN', 'MAX', 'AVERAGE', 'MEDIAN', 'STD_DEV', 'RANDOM'];

function numbers(builder: Builder, depth: number): Makers {
  const { choices } = builder;
  const make = (type: string, inputs: Record<string, Kind>, fields?: Record<string, readonly string[]>): Maker =>
    simple(builder, depth, type, inputs, fields);
  return [
    [8, make('math_arithmetic', { A: 'Number', B: 'Number' }, { OP: ['ADD', 'MINUS', 'MULTIPLY', 'DIVIDE', 'POWER'] })],
    [2, make('math_single', { NUM: 'Number' }, { OP: ['ROOT', 'ABS', 'NEG', 'LN', 'LOG10', 'EXP', 'POW10'] })],
    [1, make('math_trig', { NUM: 'Number' }, { OP: ['SIN', 'COS', 'TAN', 'ASIN', 'ACOS', 'ATAN'] })],
    [1, make('math_constant', {}, { CONSTANT: ['PI', 'E', 'GOLDEN_RATIO', 'SQRT2', 'SQRT1_2', 'INFINITY'] })],
    [1, make('math_round', { NUM: 'Number' }, { OP: ['ROUND', 'ROUNDUP', 'ROUNDDOWN'] })],
    [1, make('math_modulo', { DIVIDEND: 'Number', DIVISOR: 'Number' })],
    [1, make('math_constrain', { VALUE: 'Number', LOW: 'Number', HIGH: 'Number' })],
    [1, make('math_atan2', { X: 'Number', Y: 'Number' })],
    [0.5, make('math_random_int', { FROM: 'Number', TO: 'Number' })],
    [0.5, make('math_random_float', {})],
    [
      3,
      () => {
        const OP = choices.pick(listOperations);
        return builder.block('math_on_list', {
          extraState: `<mutation op="${OP}"></mutation>`,
          fields: { OP },
          inputs: { LIST: builder.maybe(() => value(builder, 'Numbers', depth)) },
        });
      },
    ],
    [1, make('text_length', { VALUE: choices.pick(['String', ...listKinds]) })],
    [1, make('lists_length', { VALUE: choices.pick(['String', ...listKinds]) })],
    [1, make('text_indexOf', { VALUE: 'String', FIND: 'String' }, { END: ['FIRST', 'LAST'] })],
    [1, make('text_count', { SUB: 'String', TEXT: 'String' })],
    [
      1,
      () => {
        const kind = choices.pick(listKinds);
        return make('lists_indexOf', { VALUE: kind, FIND: elementOf[kind] }, { END: ['FIRST', 'LAST'] })();
      },
    ],
    [0.7, () => prompt(builder, 'NUMBER', depth)],
  ];
}

function prompt(builder: Builder, type: 'NUMBER' | 'TEXT', depth: number): BlockState {
  const extraState = `<mutation type="${type}"></mutation>`;
  if (builder.choices.chance(0.5)) {
    return builder.block('text_prompt', {
      extraState,
      fields: { TYPE: type, TEXT: someText(builder.choices, !builder.profile.sound) },
    });
  }
  return builder.block('text_prompt_ext', {
    extraState,
    fields: { TYPE: type },
    inputs: { TEXT: builder.maybe(() => value(builder, 'Any', depth)) },
  });
}

function texts(builder: Builder, depth: number): Makers {
  const { choices } = builder;
  const make = (type: string, inputs: Record<string, Kind>, fields?: Record<string, readonly string[]>): Maker =>
    simple(builder, depth, type, inputs, fields);
  return [
    [
      6,
      () => {
        const itemCount = choices.between(0, 4);
        const inputs: Record<string, Kind> = {};
        for (let index = 0; index < itemCount; index++) inputs[`ADD${index}`] = 'Any';
        return { ...make('text_join', inputs)(), extraState: { itemCount } };
      },
    ],
    [
      2,
      () => {
        const WHERE = choices.pick(wheres);
        const hasPlace = WHERE === 'FROM_START' || WHERE === 'FROM_END';
        return builder.block('text_charAt', {
          extraState: `<mutation at="${hasPlace}"></mutation>`,
          fields: { WHERE },
          inputs: { VALUE: builder.maybe(() => value(builder, 'String', depth)), AT: at(builder, WHERE, depth) },
        });
      },
    ],
    [
      2,
      () => {
        const { fields, inputs } = ends(builder, depth);
        const [at1, at2] = [fields['WHERE1'] !== 'FIRST', fields['WHERE2'] !== 'LAST'];
        return builder.block('text_getSubstring', {
          extraState: `<mutation at1="${at1}" at2="${at2}"></mutation>`,
          fields,
          inputs: { STRING: builder.maybe(() => value(builder, 'String', depth)), ...inputs },
        });
      },
    ],
    [1, make('text_changeCase', { TEXT: 'String' }, { CASE: ['UPPERCASE', 'LOWERCASE', 'TITLECASE'] })],
    [1, make('text_trim', { TEXT: 'String' }, { MODE: ['BOTH', 'LEFT', 'RIGHT'] })],
    [1, make('text_replace', { FROM: 'String', TO: 'String', TEXT: 'String' })],
    [1, make('text_reverse', { TEXT: 'String' })],
    [0.7, () => prompt(builder, 'TEXT', depth)],
    [
      1,
      () =>
        builder.block('lists_split', {
          extraState: { mode: 'JOIN' },
          fields: { MODE: 'JOIN' },
          inputs: {
            INPUT: builder.maybe(() => value(builder, choices.pick(listKinds), depth)),
            DELIM: builder.maybe(() => value(builder, 'String', 0)),
          },
        }),
    ],
  ];
}

function booleans(builder: Builder, depth: number): Makers {
  const { choices } = builder;
  const make = (type: string, inputs: Record<string, Kind>, fields?: Record<string, readonly string[]>): Maker =>
    simple(builder, depth, type, inputs, fields);
  return [
    [
      6,
      () => {
        const kind = choices.pick(builder.anyKind);
        // Two values of different kinds have a meaning here too, which is JavaScript's.
        const other = choices.chance(0.8) ? kind : choices.pick(builder.anyKind);
        return make('logic_compare', { A: kind, B: other }, { OP: ['EQ', 'NEQ', 'LT', 'LTE', 'GT', 'GTE'] })();
      },
    ],
    [
      4,
      () =>
        builder.block('logic_operation', {
          fields: { OP: choices.pick(['AND', 'OR']) },
          inputs: {
            A: builder.maybe(() => condition(builder, depth)),
            B: builder.maybe(() => condition(builder, depth)),
          },
        }),
    ],
    [2, () => builder.block('logic_negate', { inputs: { BOOL: builder.maybe(() => condition(builder, depth)) } })],
    [
      2,
      () => {
        const PROPERTY = choices.pick(['EVEN', 'ODD', 'PRIME', 'WHOLE', 'POSITIVE', 'NEGATIVE', 'DIVISIBLE_BY']);
        const divides = PROPERTY === 'DIVISIBLE_BY';
        return {
          ...make(
            'math_number_property',
            { NUMBER_TO_CHECK: 'Number', ...(divides && { DIVISOR: 'Number' }) },
            { PROPERTY: [PROPERTY] },
          )(),
          extraState: `<mutation divisor_input="${divides}"></mutation>`,
        };
      },
    ],
    [1, make('text_isEmpty', { VALUE: choices.pick(['String', ...listKinds]) })],
    [1, make('lists_isEmpty', { VALUE: choices.pick(['String', ...listKinds]) })],
  ];
}
