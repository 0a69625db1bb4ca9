/** Variables, with a type and without. */

import type { BlockState } from '../../../generators/typescript/index.ts';
import type { Builder, Category } from '../builder.ts';
import type { RandomVariable } from '../cast.ts';

export const variables: Category = {
  values(builder, kind, depth) {
    const fitting = builder.variables.filter((variable) => variable.kind === kind);
    if (fitting.length === 0) return [];
    return [[depth > 0 ? 5 : 3, () => getVariable(builder, builder.choices.pick(fitting))]];
  },

  unchecked(builder) {
    const untyped = builder.variables.filter(({ type }) => type === undefined);
    return untyped.length > 0 ? [[6, () => getVariable(builder, builder.choices.pick(untyped))]] : [];
  },

  statements: (builder) => [[6, () => [setVariable(builder, builder.variable(builder.anyKind, true))]]],
};

export function getVariable(builder: Builder, variable: RandomVariable): BlockState {
  const type = variable.type === undefined ? 'variables_get' : 'variables_get_dynamic';
  return { ...builder.block(type, { fields: { VAR: { id: variable.id } } }), data: variable.kind };
}

export function setVariable(builder: Builder, variable: RandomVariable, to?: BlockState): BlockState {
  // Left empty, the value is 0.
  const make = () => to ?? builder.value(variable.kind);
  const VALUE = variable.kind === 'Number' || variable.kind === 'Any' ? builder.maybe(make) : builder.must(make);
  const type = variable.type === undefined ? 'variables_set' : 'variables_set_dynamic';
  return builder.block(type, { fields: { VAR: { id: variable.id } }, inputs: { VALUE } });
}
