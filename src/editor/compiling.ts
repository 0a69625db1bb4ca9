/** What the first code takes: the script that an editor fetches as its compiler. */

export { compile } from '../../generators/typescript/compile.ts';
export { EditCompiler } from '../../generators/typescript/edit-compiler.ts';
