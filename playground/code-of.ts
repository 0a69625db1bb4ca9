/** The code of a program that no editor shows yet. Loaded where it takes the compiler to tell. */
import { compile, type ProgramState } from '../generators/typescript/index.ts';
import { compileOptions, type ExportChoices } from './export-choices.ts';

/** The code in the form that was chosen for exports, as the page shows it. */
export function codeOf(program: ProgramState, choices: ExportChoices): string {
  return compile(program, compileOptions(choices)).code;
}
