/** Truth, and branches. */

import type { BlockState } from '../../../generators/typescript/index.ts';
import type { Builder, Category, Connections } from '../builder.ts';
import type { Kind } from '../kinds.ts';

export const logic: Category = {
  literals: {
    Boolean: (builder) => builder.block('logic_boolean', { fields: { BOOL: builder.choices.pick(['TRUE', 'FALSE']) } }),
  },

  values(builder, kind, depth) {
    if (depth === 0) return [];
    if (kind !== 'Boolean') return [[1, () => ternary(builder, kind, depth - 1)]];
    return [
      [1, () => ternary(builder, kind, depth - 1)],
      [6, () => comparison(builder, depth - 1)],
      [4, () => operation(builder, depth - 1)],
      [2, () => builder.block('logic_negate', { inputs: { BOOL: builder.maybe(() => builder.condition(depth - 1)) } })],
    ];
  },

  unchecked(builder, kind, depth) {
    const none = (): BlockState => builder.block('logic_null');
    return depth === 0
      ? [[1, none]]
      : [
          [2, none],
          [1, () => ternary(builder, kind, depth - 1)],
        ];
  },

  statements: (builder) => (builder.depth < 3 ? [[4, () => [branch(builder)]]] : []),
};

function ternary(builder: Builder, kind: Kind, depth: number): BlockState {
  return builder.block('logic_ternary', {
    inputs: {
      IF: builder.maybe(() => builder.condition(depth)),
      THEN: builder.must(() => builder.value(kind, depth)),
      ELSE: builder.must(() => builder.value(kind, depth)),
    },
  });
}

function comparison(builder: Builder, depth: number): BlockState {
  const { choices, anyKind } = builder;
  const kind = choices.pick(anyKind);
  // Two values of different kinds have a meaning here too, which is JavaScript's.
  const other = choices.chance(0.8) ? kind : choices.pick(anyKind);
  return builder.simple('logic_compare', depth, { A: kind, B: other }, { OP: ['EQ', 'NEQ', 'LT', 'LTE', 'GT', 'GTE'] });
}

function operation(builder: Builder, depth: number): BlockState {
  return builder.block('logic_operation', {
    fields: { OP: builder.choices.pick(['AND', 'OR']) },
    inputs: {
      A: builder.maybe(() => builder.condition(depth)),
      B: builder.maybe(() => builder.condition(depth)),
    },
  });
}

function branch(builder: Builder): BlockState {
  const { choices } = builder;
  const test = () => builder.maybe(() => builder.condition(3));
  if (choices.chance(0.2)) {
    return builder.block('controls_ifelse', { inputs: { IF0: test(), DO0: builder.body(), ELSE: builder.body() } });
  }
  const elseIfCount = choices.pick([0, 0, 0, 0, 0, 1, 1, 2]);
  const hasElse = choices.chance(0.4);
  const inputs: Connections = {};
  for (let index = 0; index <= elseIfCount; index++) {
    inputs[`IF${index}`] = test();
    inputs[`DO${index}`] = builder.body();
  }
  if (hasElse) inputs['ELSE'] = builder.body();
  const extraState = { ...(elseIfCount > 0 && { elseIfCount }), ...(hasElse && { hasElse }) };
  return builder.block('controls_if', { ...(Object.keys(extraState).length > 0 && { extraState }), inputs });
}
