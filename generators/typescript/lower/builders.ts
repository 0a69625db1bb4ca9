import * as build from '../build.ts';
import type { Diagnostic, HostValue } from '../compilation.ts';
import type { Expression, Identifier, Statement } from '../tree.ts';
import { T, type Type, type TypeStore } from '../types.ts';
import { reference, type Temporary, type UserFunction, type Variable } from './entities.ts';
import type { Lowerer } from './lowerer.ts';

type Build = typeof build;

/**
 * What a lowering builds code with: functions that make tree nodes, and those that know the
 * program around the block.
 */
export interface Builders extends Build {
  /** Whether lists of the workspace begin with 1. */
  readonly oneBasedIndex: boolean;
  /** The time at which the program is compiled, in milliseconds since 1970, if the compiler was told. */
  readonly now: number | undefined;
  /** The simple types, to tell what an expression gives: `b.T.string`. */
  readonly T: typeof T;
  /** Types of the program, joined and looked into. */
  readonly types: TypeStore;

  /**
   * The name of a helper function, which is emitted once. `source` is the TypeScript of a function
   * declaration called `name`, laid out as Prettier would, with its documentation comment. Should
   * the name be taken, another is found and replaced in the source.
   */
  helper(name: string, source: string): Identifier;
  /** Imports Backendless' SDK and gives its name. */
  backendless(): Identifier;
  /** A parameter of the program: what the host provides. */
  host(name: HostValue): Identifier;
  /** Has an interface of the pack declared: `DeviceRegistration` or `DeviceInfo`. */
  declareType(name: 'DeviceRegistration' | 'DeviceInfo'): void;
  /** Awaits a promise; the function around becomes async. */
  awaited(promise: Expression, result?: Type): Expression;

  /** The value of a variable. */
  read(variable: Variable): Expression;
  /** `variable = value`. */
  set(variable: Variable, value: Expression): Statement;
  /** The variable as the target of a loop or a `catch`, given values of the type. */
  target(variable: Variable, type: Type): Identifier;
  /** A name of the compiler's own, such as that of a loop counter, while `scope` runs. */
  temporary<R>(label: string, scope: (temporary: Temporary) => R): R;
  /** Lowers the body of a loop: `break` and `continue` are allowed in it. */
  loop<R>(body: () => R): R;
  /** The lowering of the whole program, for the lowerings of the pack. */
  readonly lowerer: Lowerer;
  /** The function that is being lowered. */
  readonly currentFunction: UserFunction | undefined;
  report(diagnostic: Diagnostic): void;
}

/** The builders for the blocks of one program. */
export function buildersFor(lowerer: Lowerer): Builders {
  const { types, position, supplies, knowledge } = lowerer;
  return {
    ...build,
    T,
    types,
    now: lowerer.now,
    oneBasedIndex: lowerer.oneBasedIndex,
    get currentFunction() {
      return position.currentFunction;
    },
    lowerer,
    helper: (name, source) => lowerer.helper(name, source),
    backendless: () => {
      supplies.backendless();
      return build.id('Backendless');
    },
    host: (name) => lowerer.host(name),
    declareType: (name) => supplies.packType(name),
    awaited: (promise, result = T.unknown) => lowerer.awaited(promise, result),
    read: (variable) => knowledge.read(variable),
    set: (variable, value) => {
      knowledge.giveValue(variable, value);
      return build.run(build.assign(reference(variable, variable.type, 'write'), value));
    },
    target: (variable, type) => knowledge.target(variable, type),
    temporary: (label, scope) => supplies.temporary(label, position.currentFunction, scope),
    loop: (body) => position.loop(body),
    report: (diagnostic) => lowerer.report(diagnostic),
  };
}
