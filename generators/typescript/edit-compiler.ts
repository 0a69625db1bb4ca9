/** Compiles a program again and again, and only what changed in it once it has what that takes. */

import type { Compilation } from './compilation.ts';
import { compilationOf, compileWhole, type CompileOptions, type Whole } from './compile.ts';
import type { Compiler } from './compiler.ts';
import type { KeptProgram } from './edit/kept-program.ts';
import type { ProgramState } from './program.ts';

export class EditCompiler implements Compiler {
  lastWay: Compiler['lastWay'] = 'whole';
  /** The last program that was compiled as a whole, until it is kept. */
  private last: { program: ProgramState; whole: Whole } | undefined;
  private kept: KeptProgram | undefined;
  private keeping: typeof KeptProgram | undefined;

  constructor(private readonly options: CompileOptions) {}

  /** Whether it compiles only what changes. */
  get isKeeping(): boolean {
    return this.keeping !== undefined;
  }

  /** Compiles only what changed from now on, by what the program of now has become. */
  keepBy(keeping: typeof KeptProgram): void {
    this.keeping = keeping;
    this.keep();
  }

  compile(program: ProgramState): Compilation {
    const way = this.kept?.update(program);
    this.lastWay = way ?? 'whole';
    if (way && this.kept) return this.kept.compilation(way === 'same');
    // What was kept is given up first, so that it does not take up room while the program is compiled.
    this.kept = undefined;
    this.last = undefined;
    const { trace = false } = this.options;
    const whole = compileWhole(program, this.options, !trace);
    if (!trace) this.last = { program, whole };
    this.keep();
    return compilationOf(whole);
  }

  private keep(): void {
    if (!this.keeping || !this.last) return;
    this.kept = new this.keeping(this.last.program, this.last.whole, this.options.lowerings);
    this.last = undefined;
  }
}
