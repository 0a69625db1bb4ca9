/** Lists. */

import type { BlockState } from '../../../generators/typescript/index.ts';
import type { Builder, Category, Connections, Maker, Makers } from '../builder.ts';
import { elementOf, isListKind, listKinds, listOf, type Kind, type ListKind } from '../kinds.ts';
import { smallNumber } from './math.ts';
import { at, ends, isCounted, place, wheres } from './places.ts';
import { getVariable } from './variables.ts';

const empty = (builder: Builder): BlockState => builder.block('lists_create_empty');

export const lists: Category = {
  literals: Object.fromEntries(
    listKinds.map((kind) => [
      kind,
      (builder: Builder) => (builder.choices.chance(0.1) ? empty(builder) : create(builder, kind, 0)),
    ]),
  ),

  values(builder, kind, depth) {
    if (depth === 0) return [];
    const made: Makers = [];
    const list = listOf(kind);
    if (list) made.push([2, () => getItem(builder, list, depth - 1)]);
    if (isListKind(kind)) made.push(...newLists(builder, kind, depth - 1));
    const { choices } = builder;
    const make =
      (type: string, inputs: Record<string, Kind>, fields?: Record<string, readonly string[]>): Maker =>
      () =>
        builder.simple(type, depth - 1, inputs, fields);
    const lengthy: Kind = choices.pick(['String', ...listKinds]);
    if (kind === 'Boolean') made.push([1, make('lists_isEmpty', { VALUE: lengthy })]);
    if (kind === 'String') made.push([1, () => split(builder, 'JOIN', choices.pick(listKinds), depth - 1)]);
    if (kind !== 'Number') return made;
    const searched = choices.pick(listKinds);
    made.push([1, make('lists_length', { VALUE: lengthy })]);
    made.push([1, make('lists_indexOf', { VALUE: searched, FIND: elementOf[searched] }, { END: ['FIRST', 'LAST'] })]);
    return made;
  },

  unchecked: (builder, _, depth) =>
    depth === 0 ? [] : [[1, () => getItem(builder, builder.choices.pick(listKinds), depth - 1)]],

  statements: (builder) => [
    [2, () => [setItem(builder)]],
    [1, () => [removeItem(builder)]],
  ],
};

function newLists(builder: Builder, kind: ListKind, depth: number): Makers {
  const { choices } = builder;
  const list = () => builder.maybe(() => builder.value(kind, depth));
  const made: Makers = [
    [4, () => create(builder, kind, depth)],
    [
      1,
      () =>
        builder.block('lists_repeat', {
          inputs: {
            ITEM: builder.must(() => builder.value(elementOf[kind], depth)),
            NUM: builder.maybe(() => smallNumber(builder)),
          },
        }),
    ],
    [
      2,
      () => {
        const { fields, inputs } = ends(builder, depth);
        return builder.block('lists_getSublist', { fields, inputs: { LIST: list(), ...inputs } });
      },
    ],
    [
      2,
      () =>
        builder.block('lists_sort', {
          fields: { TYPE: choices.pick(['NUMERIC', 'TEXT', 'IGNORE_CASE']), DIRECTION: choices.pick(['1', '-1']) },
          inputs: { LIST: list() },
        }),
    ],
    [1, () => builder.block('lists_reverse', { inputs: { LIST: list() } })],
  ];
  if (kind === 'Texts') made.push([3, () => split(builder, 'SPLIT', 'String', depth)]);
  return made;
}

function create(builder: Builder, kind: ListKind, depth: number): BlockState {
  const itemCount = builder.choices.pick([0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 4]);
  const inputs: Connections = {};
  for (let index = 0; index < itemCount; index++) {
    inputs[`ADD${index}`] = builder.must(() => builder.value(elementOf[kind], depth));
  }
  return builder.block('lists_create_with', { extraState: { itemCount }, inputs });
}

function split(builder: Builder, mode: 'SPLIT' | 'JOIN', from: Kind, depth: number): BlockState {
  return {
    ...builder.simple('lists_split', depth, { INPUT: from, DELIM: 'String' }, { MODE: [mode] }),
    extraState: { mode },
  };
}

function getItem(builder: Builder, kind: ListKind, depth: number): BlockState {
  const { choices } = builder;
  const WHERE = choices.pick(wheres);
  return builder.block('lists_getIndex', {
    fields: { MODE: choices.pick(['GET', 'GET', 'GET', 'GET_REMOVE']), WHERE },
    inputs: { VALUE: builder.maybe(() => builder.value(kind, depth)), AT: at(builder, WHERE, depth) },
  });
}

function setItem(builder: Builder): BlockState {
  const { choices } = builder;
  const variable = builder.variable(listKinds, false);
  const kind = isListKind(variable.kind) ? variable.kind : 'Mixed';
  const list = choices.chance(0.9) ? getVariable(builder, variable) : builder.value(kind);
  const WHERE = choices.pick(wheres);
  // A place far beyond the end would make a list too long to go through.
  const AT = isCounted(WHERE) ? builder.maybe(() => smallNumber(builder)) : undefined;
  return builder.block('lists_setIndex', {
    fields: { MODE: choices.pick(['SET', 'INSERT']), WHERE },
    inputs: { LIST: builder.must(() => list), AT, TO: builder.must(() => builder.value(elementOf[kind])) },
  });
}

function removeItem(builder: Builder): BlockState {
  const list = getVariable(builder, builder.variable(listKinds, false));
  const WHERE = builder.choices.pick(wheres);
  return builder.block('lists_getIndex', {
    extraState: { isStatement: true },
    fields: { MODE: 'REMOVE', WHERE },
    inputs: {
      VALUE: { block: list },
      AT: isCounted(WHERE) ? builder.maybe(() => place(builder, 1)) : undefined,
    },
  });
}
