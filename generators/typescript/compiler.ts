import type { Compilation } from './compilation.ts';
import type { CompileOptions } from './compile.ts';
import { EditCompiler } from './edit-compiler.ts';
import { KeptProgram } from './edit/kept-program.ts';
import type { ProgramState } from './program.ts';

/** Compiles a program again and again while it is edited. */
export interface Compiler {
  /**
   * Gives what `compile` gives for the program, in less time if it differs little from the one before. Parts that did
   * not change must be the very objects of the program before: then they are not looked at again. So no program that
   * was compiled may be changed afterwards, nor may what it gave: parts of that may be given again.
   */
  compile(program: ProgramState): Compilation;
  /**
   * How the last code came about: the `whole` program was compiled, or only statements that `changed`, or all was
   * the `same` to the compiler.
   */
  readonly lastWay: 'whole' | 'changed' | 'same';
}

/** Makes a compiler for a program that is edited. */
export function createCompiler(options: CompileOptions = {}): Compiler {
  const compiler = new EditCompiler(options);
  compiler.keepBy(KeptProgram);
  return compiler;
}
