/** Random statements: a table of blocks, with loops that end. */

import type { BlockState } from '../../generators/typescript/index.ts';
import { disabled, type Builder, type RandomFunction, type RandomVariable } from './builder.ts';
import type { Weighted } from './choices.ts';
import { elementOf, isListKind, listKinds } from './kinds.ts';
import { packStatements } from './pack.ts';
import { call, callable, certainNumber, condition, getVariable, number, place, smallNumber, value } from './values.ts';

/** Statements that belong together, in order. */
export type StatementMaker = () => BlockState[];

/** Up to so many statements; fewer when the program is large enough. */
export function statements(builder: Builder, most: number): BlockState[] {
  const made: BlockState[] = [];
  for (let left = builder.choices.between(0, most); left > 0 && builder.budget > 0; left--) {
    for (const block of builder.choices.weighted(makers(builder))()) {
      made.push(builder.choices.chance(0.02) ? disabled(block) : block);
      // Nothing can be connected behind it.
      if (block.type === 'errors_throw') return made;
    }
  }
  if (builder.loopDepth > 0 && builder.choices.chance(0.12)) {
    made.push(
      builder.block('controls_flow_statements', { fields: { FLOW: builder.choices.pick(['BREAK', 'CONTINUE']) } }),
    );
  }
  return made;
}

export function print(builder: Builder, block: BlockState): BlockState {
  return builder.block('text_print', { inputs: { TEXT: builder.plug(block) } });
}

export function setVariable(builder: Builder, variable: RandomVariable, to?: BlockState): BlockState {
  // Left empty, the value is 0.
  const make = () => to ?? value(builder, variable.kind);
  const connect = variable.kind === 'Number' || variable.kind === 'Any' ? builder.maybe(make) : builder.must(make);
  const type = variable.type === undefined ? 'variables_set' : 'variables_set_dynamic';
  return builder.block(type, { fields: builder.field(variable), inputs: { VALUE: connect } });
}

function makers(builder: Builder): Weighted<StatementMaker>[] {
  const { choices } = builder;
  const options: Weighted<StatementMaker>[] = [
    [6, () => [print(builder, value(builder, 'Any'))]],
    [6, () => [setVariable(builder, builder.variable(builder.anyKind, true))]],
    [2, () => [change(builder)]],
    [2, () => [append(builder)]],
    [2, () => [setItem(builder)]],
    [1, () => [removeItem(builder)]],
  ];
  if (builder.depth < 3) {
    options.push(
      [4, () => [branch(builder)]],
      [1, () => [repeat(builder)]],
      [1.5, () => whileLoop(builder)],
      [2, () => [count(builder)]],
      [2, () => [forEach(builder)]],
    );
  }
  if (builder.profile.pack) options.push(...packStatements(builder));
  const called = callable(builder).filter(({ result }) => result === undefined);
  if (called.length > 0) options.push([4, () => [call(builder, choices.pick(called))]]);
  const { inside } = builder;
  if (inside) options.push([2, () => [returnIf(builder, inside, condition(builder, 2))]]);
  return options;
}

function change(builder: Builder): BlockState {
  const variable = builder.variable(['Number', 'Any'], true);
  return builder.block('math_change', {
    fields: builder.field(variable),
    inputs: { DELTA: builder.maybe(() => value(builder, 'Number')) },
  });
}

function append(builder: Builder): BlockState {
  const variable = builder.variable(['String', 'Any'], true);
  return builder.block('text_append', {
    fields: builder.field(variable),
    inputs: { TEXT: builder.maybe(() => value(builder, 'Any')) },
  });
}

const wheres = ['FROM_START', 'FROM_END', 'FIRST', 'LAST', 'RANDOM'];

function setItem(builder: Builder): BlockState {
  const { choices } = builder;
  const variable = builder.variable(listKinds, false);
  const kind = isListKind(variable.kind) ? variable.kind : 'Mixed';
  const list = choices.chance(0.9) ? getVariable(builder, variable) : value(builder, kind);
  const WHERE = choices.pick(wheres);
  // A place far beyond the end would make a list too long to go through.
  const AT = WHERE.startsWith('FROM') ? builder.maybe(() => smallNumber(builder)) : undefined;
  return builder.block('lists_setIndex', {
    fields: { MODE: choices.pick(['SET', 'INSERT']), WHERE },
    inputs: { LIST: { block: list }, AT, TO: builder.must(() => value(builder, elementOf[kind])) },
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
      AT: WHERE.startsWith('FROM') ? builder.maybe(() => place(builder, 1)) : undefined,
    },
  });
}

function branch(builder: Builder): BlockState {
  const { choices } = builder;
  const test = () => builder.maybe(() => condition(builder, 3));
  if (choices.chance(0.2)) {
    return builder.block('controls_ifelse', {
      inputs: { IF0: test(), DO0: body(builder), ELSE: body(builder) },
    });
  }
  const elseIfCount = choices.weighted([
    [5, 0],
    [2, 1],
    [1, 2],
  ]);
  const hasElse = choices.chance(0.4);
  const inputs: Record<string, ReturnType<Builder['body']>> = {};
  for (let index = 0; index <= elseIfCount; index++) {
    inputs[`IF${index}`] = test();
    inputs[`DO${index}`] = body(builder);
  }
  if (hasElse) inputs['ELSE'] = body(builder);
  const extraState = { ...(elseIfCount > 0 && { elseIfCount }), ...(hasElse && { hasElse }) };
  return builder.block('controls_if', { ...(Object.keys(extraState).length > 0 && { extraState }), inputs });
}

export const body = (builder: Builder) => builder.body(() => statements(builder, 3));
export const loopBody = (builder: Builder) => builder.loop(() => statements(builder, 3));

function repeat(builder: Builder): BlockState {
  if (builder.choices.chance(0.3)) {
    return builder.block('controls_repeat', {
      fields: { TIMES: builder.choices.between(0, 4) },
      inputs: { DO: loopBody(builder) },
    });
  }
  const TIMES = builder.maybe(() => (builder.choices.chance(0.7) ? smallNumber(builder) : value(builder, 'Number', 2)));
  return builder.block('controls_repeat_ext', { inputs: { TIMES, DO: loopBody(builder) } });
}

/** A loop that counts in a variable, or one that is left at once. */
function whileLoop(builder: Builder): BlockState[] {
  const { choices } = builder;
  const until = choices.chance(0.4);
  const fields = { MODE: until ? 'UNTIL' : 'WHILE' };
  if (choices.chance(0.3)) {
    const test = builder.block('logic_boolean', { fields: { BOOL: until === choices.chance(0.5) ? 'TRUE' : 'FALSE' } });
    const leave = builder.block('controls_flow_statements', { fields: { FLOW: 'BREAK' } });
    const DO = builder.loop(() => [...statements(builder, 2).filter(({ type }) => type !== leave.type), leave]);
    return [builder.block('controls_whileUntil', { fields, inputs: { BOOL: { block: test }, DO } })];
  }
  const variable = builder.variable(['Number'], true);
  const test = builder.block('logic_compare', {
    fields: { OP: until ? 'GTE' : 'LT' },
    inputs: { A: { block: getVariable(builder, variable) }, B: builder.plug(smallNumber(builder)) },
  });
  const step = builder.block('math_change', {
    fields: builder.field(variable),
    inputs: { DELTA: { block: number(builder, 1) } },
  });
  const DO = builder.keep(variable, () => builder.loop(() => [step, ...statements(builder, 2)]));
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
  const make = () => loopBody(builder);
  // A body that sets the variable of its own loop is rare, and mostly never ends.
  const DO = choices.chance(0.9) ? builder.keep(variable, make) : make();
  return builder.block('controls_for', { fields: builder.field(variable), inputs: { FROM, TO, BY, DO } });
}

function forEach(builder: Builder): BlockState {
  const kind = builder.choices.pick(listKinds);
  const variable = builder.variable([elementOf[kind]], true);
  const LIST = builder.maybe(() => value(builder, kind));
  return builder.block('controls_forEach', {
    fields: builder.field(variable),
    inputs: { LIST, DO: loopBody(builder) },
  });
}

function returnIf(builder: Builder, inside: RandomFunction, test: BlockState): BlockState {
  const { result } = inside;
  return builder.block('procedures_ifreturn', {
    extraState: `<mutation value="${result === undefined ? 0 : 1}"></mutation>`,
    inputs: {
      CONDITION: { block: test },
      VALUE: result === undefined ? undefined : builder.must(() => value(builder, result, 2)),
    },
  });
}

/** The definition of a function. */
export function define(builder: Builder, defined: RandomFunction): BlockState {
  const { name, parameters, result, recursive } = defined;
  builder.inside = defined;
  const [counter] = parameters;
  const make = () => statements(builder, 4);
  const hasStatements = recursive || result === undefined || builder.choices.chance(0.8);
  const STACK = builder.body(() => {
    if (!hasStatements) return [];
    if (!recursive || !counter) return make();
    const test = builder.block('logic_compare', {
      fields: { OP: 'LTE' },
      inputs: { A: { block: getVariable(builder, counter) }, B: { block: number(builder, 0) } },
    });
    return builder.keep(counter, () => [returnIf(builder, defined, test), ...make()]);
  });
  const RETURN = result === undefined ? undefined : builder.must(() => value(builder, result));
  builder.inside = undefined;
  const params = parameters.map(({ id, name }) => ({ name, id }));
  const extraState = { ...(params.length > 0 && { params }), ...(!hasStatements && { hasStatements }) };
  return builder.block(result === undefined ? 'procedures_defnoreturn' : 'procedures_defreturn', {
    ...(Object.keys(extraState).length > 0 && { extraState }),
    fields: { NAME: name },
    inputs: { STACK, RETURN },
  });
}
