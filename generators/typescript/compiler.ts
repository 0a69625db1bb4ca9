import type { Compilation } from './compilation.ts';
import { compileWhole, type CompileOptions, type Whole } from './compile.ts';
import { changedFields, type FieldChange } from './differences.ts';
import { FieldValues } from './field-values.ts';
import { PrintedProgram } from './printed-program.ts';
import { StatementRecords } from './print/statement-records.ts';
import type { ProgramState } from './program.ts';

/** Compiles a program again and again while it is edited. */
export interface Compiler {
  /**
   * Gives what `compile` gives for the program, in less time if it differs little from the one before. Parts that did
   * not change must be the very objects of the program before: then they are not looked at again. So no program that
   * was compiled may be changed afterwards.
   */
  compile(program: ProgramState): Compilation;
  /**
   * How the last code came about: the `whole` program was compiled, or only statements in which values of fields
   * `changed`, or all was the `same` to the compiler.
   */
  readonly lastWay: 'whole' | 'changed' | 'same';
}

/** Makes a compiler for a program that is edited. */
export function createCompiler(options: CompileOptions = {}): Compiler {
  return new EditCompiler(options);
}

/** What is kept of the last program. */
interface Last {
  program: ProgramState;
  whole: Whole;
  values: FieldValues;
  printed: PrintedProgram;
}

class EditCompiler implements Compiler {
  lastWay: Compiler['lastWay'] = 'whole';
  private last: Last | undefined;

  constructor(private readonly options: CompileOptions) {}

  compile(program: ProgramState): Compilation {
    const changes = this.last && changedFields(this.last.program, program);
    const known = this.last && changes && change(this.last, changes) ? this.last : undefined;
    const last = known ?? this.whole(program);
    this.lastWay = known ? (changes?.length === 0 ? 'same' : 'changed') : 'whole';
    this.last = last;
    last.program = program;
    const { whole, printed } = last;
    return {
      code: printed.code,
      javascript: printed.javascript,
      ranges: printed.ranges,
      diagnostics: [...whole.diagnostics],
      entry: whole.entry,
    };
  }

  private whole(program: ProgramState): Last {
    const values = new FieldValues();
    const statements = new StatementRecords();
    const whole = compileWhole(program, this.options, { values, statements });
    return { program, whole, values, printed: new PrintedProgram(whole.printed, statements) };
  }
}

/** Brings the code up to date where values of fields changed. Answers whether that is all that there is to do. */
function change({ values, printed }: Last, changes: readonly FieldChange[]): boolean {
  const statements = new Set<number>();
  for (const { blockId, field, value } of changes) {
    const known = values.find(blockId);
    if (!known?.change(field, value)) return false;
    for (const statement of known.printedIn) statements.add(statement);
  }
  return [...statements].every((statement) => printed.printAgain(statement, values));
}
