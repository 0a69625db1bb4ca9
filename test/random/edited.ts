/** Compares what a compiler gives for programs that are edited with what compiling them anew gives. */

import {
  compile,
  createCompiler,
  type CompileOptions,
  type Compiler,
  type ProgramState,
} from '../../generators/typescript/index.ts';
import { sample } from './campaign.ts';
import { Choices } from './choices.ts';
import { editJson, type Edit } from './json-edits.ts';

/** An edit after which the compiler gives something else. */
export interface WrongEdit {
  seed: number;
  program: number;
  edit: number;
  before: ProgramState;
  after: ProgramState;
  options: object;
  expected: object;
  actual: object;
}

/** How often the code came about in each way. */
export type Ways = Record<Compiler['lastWay'], number>;

/** Edits random programs of a seed again and again; gives the first edit that goes wrong. */
export function tryEdits(seed: number, programs: number, edits: number, ways: Ways): WrongEdit | undefined {
  return tryEditsOf(sample(seed, programs), seed, edits, ways);
}

/** The same with programs of one's own. */
export function tryEditsOf(
  programs: readonly { program: ProgramState; options: CompileOptions }[],
  seed: number,
  edits: number,
  ways: Ways,
  editing: Edit = editJson,
): WrongEdit | undefined {
  for (const [index, { program: first, options }] of programs.entries()) {
    const compiler = createCompiler(options);
    const choices = new Choices(seed * 1_000 + index);
    let program = first;
    compiler.compile(program);
    for (let edit = 0; edit < edits; edit++) {
      const before = program;
      program = editing(program, choices);
      const actual = compiler.compile(program);
      ways[compiler.lastWay]++;
      const expected = compile(program, options);
      if (JSON.stringify(actual) === JSON.stringify(expected)) continue;
      return { seed, program: index, edit, before, after: program, options, expected, actual };
    }
  }
  return undefined;
}
