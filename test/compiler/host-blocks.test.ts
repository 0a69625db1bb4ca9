import { expect, test } from 'vitest';
import { compile, type Lowering } from '../../generators/typescript/index.ts';
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

test('a lowering that throws in a loop is named, and leaves the rest of the program as it would be', () => {
  const broken: Lowering = (_, b) =>
    b.temporary('count', () =>
      b.loop(() => {
        throw new Error('no such list');
      }),
    );
  const rest = [block('controls_flow_statements', { fields: { FLOW: 'BREAK' } }), block('controls_repeat')];
  const { code, diagnostics } = compile(program([block('acme_each'), ...rest]), { lowerings: { acme_each: broken } });
  const without = compile(program(rest));
  expect(without.diagnostics).toContainEqual(expect.objectContaining({ code: 'not-in-a-loop' }));
  expect(diagnostics).toEqual([
    expect.objectContaining({ code: 'lowering-failed', message: expect.stringContaining('no such list') }),
    ...without.diagnostics,
  ]);
  expect(code).toBe(without.code);
});
