/** Random programs, as Blockly saves them. */

import fc from 'fast-check';
import type { BlockState, CompileOptions, ProgramState } from '../../generators/typescript/index.ts';
import { Builder, chain, disabled, type Category } from './builder.ts';
import type { RandomVariable } from './cast.ts';
import { call, define, functions } from './categories/functions.ts';
import { date } from './categories/date.ts';
import { device } from './categories/device.ts';
import { errors } from './categories/errors.ts';
import { lists } from './categories/lists.ts';
import { logic } from './categories/logic.ts';
import { loops } from './categories/loops.ts';
import { math } from './categories/math.ts';
import { object } from './categories/object.ts';
import { print, text } from './categories/text.ts';
import { getVariable, setVariable, variables } from './categories/variables.ts';
import { Choices } from './choices.ts';

/** One program to try, with what it is compiled with. */
export interface Trial {
  program: ProgramState;
  options: CompileOptions;
  /** Its values are of the kinds that blocks ask for. */
  sound: boolean;
  /** It may have blocks of the pack. */
  pack: boolean;
}

const blocklys: readonly Category[] = [logic, loops, math, text, lists, variables, functions];
const all: readonly Category[] = [...blocklys, device, date, object, errors];

/**
 * Random programs of the toolbox's blocks.
 *
 * They do not shrink by themselves, since that would have to know what fits where: `reduce.ts` makes a program that
 * fails smaller.
 */
export function trials({ sound, pack }: Pick<Trial, 'sound' | 'pack'>): fc.Arbitrary<Trial> {
  const parts = {
    state: fc.integer(),
    size: fc.integer({ min: 3, max: 90 }),
    oneBasedIndex: fc.boolean(),
    format: fc.constantFrom<CompileOptions['format'][]>('function', 'function', 'function', 'script'),
    trace: fc.constantFrom<CompileOptions['trace'][]>(false, false, false, false, false, false, true, 'step'),
  };
  return fc.noShrink(
    fc.noBias(fc.record(parts)).map(({ state, size, oneBasedIndex, format, trace }) => ({
      program: randomProgram(new Builder(new Choices(state), { sound, pack, size }, pack ? all : blocklys)),
      options: { oneBasedIndex, format, trace },
      sound,
      pack,
    })),
  );
}

function randomProgram(builder: Builder): ProgramState {
  const { choices } = builder;
  const stacks: BlockState[] = [];
  const add = (blocks: BlockState[]): void => {
    const first = chain(blocks);
    if (first) stacks.push(first);
  };
  // Most variables have a value before they are used.
  add(
    builder.variables.flatMap((variable) =>
      choices.chance(builder.profile.sound ? 0.95 : 0.7)
        ? [setVariable(builder, variable, firstValue(builder, variable))]
        : [],
    ),
  );
  const definitions = builder.functions.map((each) => {
    const definition = define(builder, each);
    // What calls it is in the program all the same.
    return !builder.profile.sound && choices.chance(0.04) ? disabled(definition) : definition;
  });
  do add(builder.statements(6));
  while (builder.budget > 0);
  add(
    builder.functions.map((each) => {
      const called = call(builder, each);
      return each.result === undefined ? called : print(builder, called);
    }),
  );
  if (choices.chance(0.1)) stacks.push(builder.value('Any'));
  add(builder.variables.map((variable) => print(builder, getVariable(builder, variable))));
  for (const definition of definitions) stacks.splice(choices.between(0, stacks.length), 0, definition);
  return {
    version: 1,
    blocks: { languageVersion: 0, blocks: placed(stacks, choices) },
    variables: saved(builder.variables),
  };
}

function firstValue(builder: Builder, { kind }: RandomVariable): BlockState {
  const chosen = kind === 'Any' ? builder.choices.pick(builder.kinds) : kind;
  return { ...builder.literal(chosen), data: kind };
}

/** Stacks one below the other. */
function placed(stacks: readonly BlockState[], choices: Choices): BlockState[] {
  let y = 0;
  return stacks.map((stack) => {
    y += choices.between(100, 400);
    return { ...stack, x: choices.between(-500, 500), y };
  });
}

/** Variables as Blockly saves them: by type. */
function saved(variables: readonly RandomVariable[]): NonNullable<ProgramState['variables']> {
  return [...new Set(variables.map(({ type }) => type))].flatMap((type) =>
    variables
      .filter((each) => each.type === type)
      .map(({ id, name }) => ({ name, id, ...(type !== undefined && { type }) })),
  );
}
