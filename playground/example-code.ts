/**
 * The code of the example, which a first visit shows. The build compiles it and puts the text here in place of the
 * compiler (`scripts/built-values.ts`), so that it can be read before the compiler is there.
 */
import { compile } from '../generators/typescript/index.ts';
import { exampleProgram } from './example.ts';
import { compileOptions, usualChoices } from './export-choices.ts';

export const exampleCode = compile(exampleProgram, compileOptions(usualChoices)).code;
