/** Random programs, as Blockly saves them. */

import fc from 'fast-check';
import type { BlockState, CompileOptions, ProgramState } from '../../generators/typescript/index.ts';
import { Builder, chain } from './builder.ts';
import { Choices } from './choices.ts';
import type { Kind } from './kinds.ts';
import { call, getVariable, literal, value } from './values.ts';
import { define, print, setVariable, statements } from './statements.ts';

/** One program to try, with what it is compiled with. */
export interface Trial {
  program: ProgramState;
  options: CompileOptions;
  /** Its values are of the kinds that blocks ask for. */
  sound: boolean;
  /** It may have blocks of the pack. */
  pack: boolean;
}

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
    trace: fc.constantFrom(false, false, false, false, true),
  };
  return fc.noShrink(
    fc.noBias(fc.record(parts)).map(({ state, size, oneBasedIndex, format, trace }) => ({
      program: randomProgram(new Builder(new Choices(state), { sound, pack, size })),
      options: { oneBasedIndex, format, trace },
      sound,
      pack,
    })),
  );
}

function randomProgram(builder: Builder): ProgramState {
  const { choices, functions } = builder;
  const stacks: BlockState[] = [];
  const add = (blocks: BlockState[]): void => {
    const first = chain(blocks);
    if (first) stacks.push(first);
  };
  // Most variables have a value before they are used.
  add(
    builder.variables.flatMap((variable) =>
      choices.chance(builder.profile.sound ? 0.95 : 0.7)
        ? [setVariable(builder, variable, first(builder, variable.kind))]
        : [],
    ),
  );
  const definitions = functions.map((each) => define(builder, each));
  do add(statements(builder, 6));
  while (builder.budget > 0);
  add(
    functions.map((each) => {
      const called = call(builder, each);
      return each.result === undefined ? called : print(builder, called);
    }),
  );
  if (choices.chance(0.1)) stacks.push(value(builder, 'Any'));
  add(builder.variables.map((variable) => print(builder, getVariable(builder, variable))));
  for (const definition of definitions) stacks.splice(choices.between(0, stacks.length), 0, definition);
  return builder.program(stacks);
}

function first(builder: Builder, kind: Kind): BlockState {
  const chosen = kind === 'Any' ? builder.choices.pick(builder.kinds) : kind;
  return { ...literal(builder, chosen), data: kind };
}
