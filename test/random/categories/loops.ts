/** Loops, all of which end. */

import type { BlockState } from '../../../generators/typescript/index.ts';
import type { Builder, Category } from '../builder.ts';
import { elementOf, listKinds } from '../kinds.ts';
import { certainNumber, number, smallNumber } from './math.ts';
import { getVariable, setVariable } from './variables.ts';

export const loops: Category = {
  statements(builder) {
    if (builder.depth >= 3) return [];
    return [
      [1, () => [repeat(builder)]],
      [1.5, () => whileLoop(builder)],
      [2, () => [count(builder)]],
      [2, () => [forEach(builder)]],
    ];
  },
};

function repeat(builder: Builder): BlockState {
  const { choices } = builder;
  if (choices.chance(0.3)) {
    return builder.block('controls_repeat', {
      fields: { TIMES: choices.between(0, 4) },
      inputs: { DO: builder.loopBody() },
    });
  }
  const TIMES = builder.maybe(() => (choices.chance(0.7) ? smallNumber(builder) : builder.value('Number', 2)));
  return builder.block('controls_repeat_ext', { inputs: { TIMES, DO: builder.loopBody() } });
}

/** A loop that counts in a variable, or one that is left at once. */
function whileLoop(builder: Builder): BlockState[] {
  const { choices } = builder;
  const until = choices.chance(0.4);
  const fields = { MODE: until ? 'UNTIL' : 'WHILE' };
  if (choices.chance(0.3)) {
    const test = builder.block('logic_boolean', { fields: { BOOL: until === choices.chance(0.5) ? 'TRUE' : 'FALSE' } });
    const leave = builder.block('controls_flow_statements', { fields: { FLOW: 'BREAK' } });
    const DO = builder.loopBody(() => [...builder.statements(2).filter(({ type }) => type !== leave.type), leave]);
    return [builder.block('controls_whileUntil', { fields, inputs: { BOOL: { block: test }, DO } })];
  }
  if (choices.chance(0.1)) {
    // Left empty, the condition is never true.
    const DO = choices.chance(0.5) ? builder.loopBody() : undefined;
    return [builder.block('controls_whileUntil', { fields: { MODE: 'WHILE' }, inputs: { DO } })];
  }
  const variable = builder.variable(['Number'], true);
  const test = builder.block('logic_compare', {
    fields: { OP: until ? 'GTE' : 'LT' },
    inputs: { A: { block: getVariable(builder, variable) }, B: builder.plug(smallNumber(builder)) },
  });
  const step = builder.block('math_change', {
    fields: { VAR: { id: variable.id } },
    inputs: { DELTA: { block: number(builder, 1) } },
  });
  const DO = builder.keep(variable, () => builder.loopBody(() => [step, ...builder.statements(2)]));
  return [
    setVariable(builder, variable, smallNumber(builder, 2)),
    builder.block('controls_whileUntil', { fields, inputs: { BOOL: { block: test }, DO } }),
  ];
}

function count(builder: Builder): BlockState {
  const { choices } = builder;
  const variable = builder.variable(['Number'], true);
  const bound = (high: number) => (choices.chance(0.7) ? smallNumber(builder, high) : certainNumber(builder, 2));
  const [FROM, TO, BY] = [builder.maybe(() => bound(5)), builder.maybe(() => bound(5)), builder.maybe(() => bound(3))];
  const make = () => builder.loopBody();
  // A body that sets the variable of its own loop is rare, and mostly never ends.
  const DO = choices.chance(0.9) ? builder.keep(variable, make) : make();
  return builder.block('controls_for', { fields: { VAR: { id: variable.id } }, inputs: { FROM, TO, BY, DO } });
}

function forEach(builder: Builder): BlockState {
  const kind = builder.choices.pick(listKinds);
  const variable = builder.variable([elementOf[kind]], true);
  const LIST = builder.maybe(() => builder.value(kind));
  return builder.block('controls_forEach', {
    fields: { VAR: { id: variable.id } },
    inputs: { LIST, DO: builder.loopBody() },
  });
}
