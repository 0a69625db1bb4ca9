/** The code that the page shows at first, before the compiler is there. `UPDATE=1` writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '../../generators/typescript/index.ts';
import { exampleProgram } from '../../playground/example.ts';
import { compileOptions, usualChoices } from '../../playground/export-choices.ts';

const file = path.resolve(import.meta.dirname, '../../playground/example-code.txt');

test('the code of the example is what the compiler makes of it', () => {
  const { code } = compile(exampleProgram, compileOptions(usualChoices));
  if (process.env.UPDATE === '1') writeFileSync(file, code);
  else expect(readFileSync(file, 'utf8')).toBe(code);
});
