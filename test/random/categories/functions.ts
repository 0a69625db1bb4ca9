/** Functions: their definitions, and calls of them that end. */

import type { BlockState } from '../../../generators/typescript/index.ts';
import { disabled, type Builder, type Category, type Connection } from '../builder.ts';
import type { RandomFunction, RandomVariable } from '../cast.ts';
import { number, smallNumber } from './math.ts';
import { getVariable } from './variables.ts';

/** Stands for the function around a block that is in none, and why Blockly then disables it. */
const nowhere = { result: 'Any' } as const;
const outside = 'UNPARENTED_IFRETURN';

export const functions: Category = {
  values(builder, kind, depth) {
    if (depth === 0) return [];
    const called = callable(builder).filter(({ result }) => result === kind);
    return called.length > 0 ? [[5, () => call(builder, builder.choices.pick(called), depth - 1)]] : [];
  },

  unchecked(builder, _, depth) {
    if (depth === 0) return [];
    const called = callable(builder).filter(({ result }) => result !== undefined);
    return called.length > 0 ? [[2, () => call(builder, builder.choices.pick(called), depth - 1)]] : [];
  },

  statements(builder) {
    const { choices, inside } = builder;
    const called = callable(builder).filter(({ result }) => result === undefined);
    return [
      [called.length > 0 ? 4 : 0, () => [call(builder, choices.pick(called))]],
      inside
        ? [
            2,
            () => [
              returnIf(
                builder,
                inside,
                builder.maybe(() => builder.condition(2)),
              ),
            ],
          ]
        : [
            0.1,
            () => [
              disabled(
                returnIf(
                  builder,
                  nowhere,
                  builder.maybe(() => builder.condition(2)),
                ),
                outside,
              ),
            ],
          ],
    ];
  },
};

/** The call of a function, with what its parameters take. */
export function call(builder: Builder, called: RandomFunction, depth = 2): BlockState {
  const { name, parameters, result } = called;
  const inputs = parameters.map((parameter, index): [string, Connection | undefined] => [
    `ARG${index}`,
    called.recursive && index === 0
      ? { block: countdown(builder, called, parameter) }
      : builder.must(() => builder.value(parameter.kind, depth)),
  ]);
  return builder.block(result === undefined ? 'procedures_callnoreturn' : 'procedures_callreturn', {
    extraState: { name, ...(parameters.length > 0 && { params: parameters.map((each) => each.name) }) },
    inputs: Object.fromEntries(inputs),
  });
}

/** The definition of a function. */
export function define(builder: Builder, defined: RandomFunction): BlockState {
  const { name, parameters, result, recursive } = defined;
  builder.inside = defined;
  const [counter] = parameters;
  const make = () => builder.statements(4);
  const hasStatements = recursive || result === undefined || builder.choices.chance(0.8);
  const STACK = builder.body(() => {
    if (!hasStatements) return [];
    if (!recursive || !counter) return make();
    const test = builder.block('logic_compare', {
      fields: { OP: 'LTE' },
      inputs: { A: { block: getVariable(builder, counter) }, B: { block: number(builder, 0) } },
    });
    return builder.keep(counter, () => [returnIf(builder, defined, { block: test }), ...make()]);
  });
  const RETURN = result === undefined ? undefined : builder.must(() => builder.value(result));
  builder.inside = undefined;
  const params = parameters.map(({ id, name }) => ({ name, id }));
  const extraState = { ...(params.length > 0 && { params }), ...(!hasStatements && { hasStatements }) };
  return builder.block(result === undefined ? 'procedures_defnoreturn' : 'procedures_defreturn', {
    ...(Object.keys(extraState).length > 0 && { extraState }),
    fields: { NAME: name },
    inputs: { STACK, RETURN },
  });
}

/** The functions that can be called here: those further down, so that a program ends, and those that count down. */
function callable(builder: Builder): RandomFunction[] {
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

function returnIf(
  builder: Builder,
  { result }: Pick<RandomFunction, 'result'>,
  CONDITION: Connection | undefined,
): BlockState {
  return builder.block('procedures_ifreturn', {
    extraState: `<mutation value="${result === undefined ? 0 : 1}"></mutation>`,
    inputs: {
      CONDITION,
      VALUE: result === undefined ? undefined : builder.must(() => builder.value(result, 2)),
    },
  });
}
