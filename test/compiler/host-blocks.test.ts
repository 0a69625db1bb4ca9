import { expect, test } from 'vitest';
import { compile } from '../../generators/typescript/index.ts';
import { checkTypeScript } from '../tsc/check.ts';
import { block, list, program, text } from './build-program.ts';
import { saveContact } from './examples/save-contact.ts';

test('the worked example of CONTRIBUTING compiles, and its code type-checks', async () => {
  const contact = block('acme_save_contact', { inputs: { NAME: text('Ann'), CHANNELS: list(text('ads')) } });
  const { code, diagnostics } = compile(program([contact]), { lowerings: { acme_save_contact: saveContact } });
  expect(diagnostics).toEqual([]);
  expect(code).toContain('  await saveContact("Ann", ["ads"]);\n');
  expect(code).toMatch(/^import Backendless from "backendless";\n/);
  expect(await checkTypeScript({ 'contact.ts': code })).toEqual([]);
});
