/** The variables and functions of a random program. */

import type { VariableState } from '../../generators/typescript/index.ts';
import type { Choices, Weighted } from './choices.ts';
import { typeOf, type Kind } from './kinds.ts';
import { functionNames, variableNames } from './words.ts';

export interface RandomVariable extends VariableState {
  kind: Kind;
}

export interface RandomFunction {
  name: string;
  parameters: RandomVariable[];
  /** The kind of its result; none for a function that gives nothing back. */
  result: Kind | undefined;
  /** It calls itself, until its first parameter, a number, is down to 0. */
  recursive: boolean;
}

export interface Cast {
  variables: RandomVariable[];
  functions: RandomFunction[];
}

/** Variables of some of these kinds, and functions. */
export function castFor(choices: Choices, kinds: readonly Kind[]): Cast {
  const cast: Cast = { variables: [], functions: [] };
  const wanted = kinds.map((kind): Weighted<Kind> => [kind === 'Number' || kind === 'String' ? 4 : 1, kind]);
  for (let count = choices.between(1, 6); count > 0; count--) {
    newVariable(choices, cast.variables, choices.weighted(wanted));
  }
  for (let count = some(choices, [5, 3, 2, 1]); count > 0; count--) {
    cast.functions.push(newFunction(choices, cast, kinds));
  }
  return cast;
}

/** A variable with a name that none of the others has; it is added to them. */
export function newVariable(choices: Choices, others: RandomVariable[], kind: Kind): RandomVariable {
  const variable: RandomVariable = {
    id: `v${others.length + 1}`,
    name: freeName(choices, variableNames, others),
    kind,
  };
  if (kind !== 'Any' && choices.chance(0.15)) variable.type = typeOf(kind);
  others.push(variable);
  return variable;
}

function newFunction(choices: Choices, { variables, functions }: Cast, kinds: readonly Kind[]): RandomFunction {
  const parameters: RandomVariable[] = [];
  for (let left = some(choices, [2, 3, 2, 1]); left > 0; left--) {
    // A parameter is a variable, which the rest of the program may use as well. It has no type of its own.
    const variable = choices.chance(0.5) ? choices.pick(variables) : newVariable(choices, variables, 'Number');
    if (variable.type === undefined && !parameters.includes(variable)) parameters.push(variable);
  }
  return {
    name: freeName(choices, functionNames, functions),
    parameters,
    result: choices.chance(0.6) ? choices.pick(kinds) : undefined,
    recursive: parameters[0]?.kind === 'Number' && choices.chance(0.5),
  };
}

/** To Blockly, two names that differ only in capitals are the same. */
function freeName(choices: Choices, names: readonly string[], others: readonly { name: string }[]): string {
  const used = new Set(others.map(({ name }) => name.toLowerCase()));
  return choices.pick(names.filter((name) => !used.has(name.toLowerCase())));
}

/** A number from 0 on, each with its weight. */
function some(choices: Choices, weights: readonly number[]): number {
  return choices.weighted(weights.map((weight, count): Weighted<number> => [weight, count]));
}
