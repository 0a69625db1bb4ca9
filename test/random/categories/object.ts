/** Objects. */

import type { BlockState } from '../../../generators/typescript/index.ts';
import type { Builder, Category } from '../builder.ts';
import type { Choices } from '../choices.ts';
import type { Kind } from '../kinds.ts';
import { someText } from '../words.ts';

const keys = [
  'a',
  'b',
  'name',
  'title',
  'ios-badge',
  'toString',
  '__proto__',
  'class',
  'größe',
  '1',
  '',
  'a b',
  'address',
];
const pathsOnly = ['a.b', 'address.city', 'registrationId', 'channels', 'a..b', '.', 'registrationId.ads', 'deviceId'];
const paths = [...keys, ...pathsOnly];

const targets: Kind[] = ['Object', 'Object', 'Registration'];

export const object: Category = {
  literals: { Object: (builder) => create(builder, 0) },

  values(builder, kind, depth) {
    if (depth === 0) return [];
    const OBJECT = builder.choices.pick(targets);
    switch (kind) {
      case 'Boolean':
        return [[1, () => builder.block('object_has', { inputs: objectAndPath(builder, depth - 1) })]];
      case 'Texts':
        return [[1, () => builder.simple('object_keys', depth - 1, { OBJECT })]];
      case 'Mixed':
        return [[3, () => builder.simple('object_values', depth - 1, { OBJECT })]];
      case 'Object':
        return [[4, () => create(builder, depth - 1)]];
      default:
        return [];
    }
  },

  unchecked: (builder, _, depth) =>
    depth === 0 ? [] : [[2, () => builder.block('object_get', { inputs: objectAndPath(builder, depth - 1) })]],

  statements: (builder) => [
    [
      2,
      () => {
        const VALUE = builder.maybe(() => builder.value('Any', 2));
        return [builder.block('object_set', { inputs: { ...objectAndPath(builder, 2), VALUE } })];
      },
    ],
    [1, () => [builder.block('object_remove', { inputs: objectAndPath(builder, 2) })]],
  ],
};

function create(builder: Builder, depth: number): BlockState {
  // Of two properties of the same name only the later one is in the code.
  const names = [...new Set(Array.from({ length: builder.choices.between(0, 4) }, () => key(builder.choices)))];
  return builder.block('object_create', {
    extraState: { keys: names },
    fields: Object.fromEntries(names.map((name, index) => [`KEY${index}`, name])),
    inputs: Object.fromEntries(
      names.map((_, index) => [`VALUE${index}`, builder.maybe(() => builder.value('Any', depth))]),
    ),
  });
}

function key(choices: Choices): string {
  return choices.chance(0.9) ? choices.pick(keys) : someText(choices, false);
}

function objectAndPath(builder: Builder, depth: number) {
  const { choices } = builder;
  return {
    OBJECT: builder.maybe(() => builder.value(choices.pick(targets), depth)),
    PATH: builder.maybe(() =>
      choices.chance(0.8)
        ? builder.block('text', { fields: { TEXT: choices.pick(paths) } })
        : builder.value('String', depth),
    ),
  };
}
