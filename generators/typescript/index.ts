/** Compiles the blocks of a program to TypeScript. Needs no DOM, no Blockly and no clock. */

export { compile, type CompileOptions } from './compile.ts';
export { createCompiler, type Compiler } from './compiler.ts';
export type { BlockRange, Compilation, Diagnostic, Entry, HostValue, Severity } from './compilation.ts';
export type { BlockView, Wanted } from './lower/block-view.ts';
export type { Builders } from './lower/builders.ts';
export type { Lowering, Lowerings } from './lower/lowering.ts';
export { packLowerings } from './lower/index.ts';
export type { BlockState, ProgramState, VariableState } from './program.ts';
export { fillIn } from './fill-in.ts';
export { problems, type ProblemCode, type ProblemValues } from './problems.ts';

export type { Expression, Statement } from './tree.ts';
export { T, type Type } from './types.ts';
export { programVersion, upgrade, versionOf } from './versions.ts';
