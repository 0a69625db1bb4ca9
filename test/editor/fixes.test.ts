/** What mends a problem: does it, and can it be taken back? */
import type * as Blockly from 'blockly';
import { describe, expect, test } from 'vitest';
import { compile, type Diagnostic, type ProgramState } from '../../generators/typescript/index.ts';
import { fixesFor, fixTitles } from '../../src/editor/fixes.ts';
import { saveProgram } from '../../src/editor/saving.ts';
import { createWorkspace, settle } from '../blocks/workspace.ts';
import { readCases, readExpectedDiagnostics } from '../programs.ts';

const now = Date.UTC(2026, 10, 24);
const diagnosticsOf = (workspace: Blockly.Workspace): Diagnostic[] =>
  compile(saveProgram(workspace), { now }).diagnostics;
const keyOf = ({ code, blockId, input, values }: Diagnostic): string => JSON.stringify([code, blockId, input, values]);

/** Does the first fix there is for a problem of that code, and gives the code of the program then. */
async function mended(
  block: object,
  code: string,
  place = 0,
): Promise<{ code: string; undone: boolean; title: string }> {
  const workspace = createWorkspace({ blocks: { blocks: [block] } });
  await settle(workspace, () => {});
  const before = JSON.stringify(saveProgram(workspace));
  const diagnostic = diagnosticsOf(workspace).find((one) => one.code === code);
  if (!diagnostic) throw new Error(`The compiler does not say ${code}.`);
  const fix = fixesFor(diagnostic, workspace)[place];
  if (!fix) throw new Error(`Nothing mends ${code}.`);
  await settle(workspace, () => fix.apply());
  const text = compile(saveProgram(workspace), { now, format: 'script' }).code;
  await settle(workspace, () => workspace.undo(false));
  const undone = JSON.stringify(saveProgram(workspace)) === before;
  workspace.dispose();
  return { code: text, undone, title: fix.title };
}

const text = (value: string) => ({ block: { type: 'text', fields: { TEXT: value } } });
const register = (inputs: object) => ({ type: 'device_register', id: 'register', inputs });
const textList = (...items: object[]) => ({
  block: {
    type: 'lists_create_with',
    extraState: { itemCount: items.length },
    inputs: Object.fromEntries(items.map((item, index) => [`ADD${index}`, item])),
  },
});
const names = (value: string) => ({ shadow: { type: 'device_channel_list', fields: { NAMES: value } } });
const daysFromNow = (days: number) => ({
  block: {
    type: 'date_from_now',
    fields: { UNIT: 'DAYS' },
    inputs: { AMOUNT: { shadow: { type: 'math_number', fields: { NUM: days } } } },
  },
});

test.each([
  ['duplicate-channel', register({ CHANNELS: names('ads\nnews\n ads') }), '["ads", "news"]'],
  ['duplicate-channel', register({ CHANNELS: textList(text('ads'), text('ads'), text('news')) }), '["ads", "news"]'],
  ['empty-channel', register({ CHANNELS: textList(text('ads'), text(' '), text('news')) }), '["ads", "news"]'],
  ['ambiguous-channel', register({ CHANNELS: names('ads,news\nnews') }), '["ads", "news"]'],
  ['ambiguous-channel', register({ CHANNELS: textList(text('a::b,'), text('c')) }), '["a", "b", "c"]'],
  ['hard-coded-token', register({ DEVICE_TOKEN: text('f3a9') }), 'registerDevice(deviceToken)'],
  ['past-expiration', register({ EXPIRATION: daysFromNow(-2) }), 'daysFromNow(1)'],
  ['empty-input', { type: 'push_publish', inputs: { MESSAGE: text('Hi') } }, 'publish("", "Hi")'],
  ['loose-value', { type: 'math_number', fields: { NUM: 7 } }, 'console.log(7);'],
  [
    'duplicate-property',
    {
      type: 'console_print',
      inputs: {
        VALUE: {
          block: {
            type: 'object_create',
            extraState: { keys: ['a', 'b', 'a'] },
            fields: { KEY0: 'a', KEY1: 'b', KEY2: 'a' },
            inputs: { VALUE0: text('first'), VALUE1: text('second'), VALUE2: text('third') },
          },
        },
      },
    },
    '{ b: "second", a: "third" }',
  ],
])('%s is mended, as one step', async (problem, block, expected) => {
  const { code, undone } = await mended(block, problem);
  expect(code.replace(/\s+/g, ' ')).toContain(expected);
  expect(undone).toBe(true);
});

test('items of other kinds and empty places of a list stay where they are', async () => {
  const list = textList(text('ads'), { block: { type: 'device_token' } }, text('ads'), text('news'));
  Object.assign(list.block, { extraState: { itemCount: 5 } });
  const { code } = await mended(register({ CHANNELS: list }), 'duplicate-channel');
  expect(code.replace(/\s+/g, ' ')).toContain('["ads", deviceToken, "news", String(null)]');
});

test('what cannot be reached goes with all that is below it', async () => {
  const printed = (value: string, next?: object) => ({
    type: 'console_print',
    inputs: { VALUE: text(value) },
    ...(next && { next: { block: next } }),
  });
  const program = printed('before', {
    type: 'controls_whileUntil',
    inputs: { BOOL: { block: { type: 'logic_boolean', fields: { BOOL: 'TRUE' } } } },
    next: { block: printed('never', printed('nor this')) },
  });
  const { code, undone } = await mended(program, 'unreachable');
  expect(code).toContain('before');
  expect(code).not.toMatch(/never|nor this/);
  expect(undone).toBe(true);
});

describe('of all saved programs', () => {
  const seen = new Set<string>();
  const cases = readCases().filter(
    ({ idea }) => readExpectedDiagnostics(idea).length > 0 && !idea.startsWith('broken-') && idea !== 'unknown-block',
  );

  test.each(cases)(
    '$idea: what is offered does away with the problem, and undo brings it back',
    async ({ program }) => {
      const load = (): Blockly.Workspace => createWorkspace({ ...program });
      const first = load();
      const problems = diagnosticsOf(first);
      first.dispose();
      for (const problem of problems) {
        for (let place = 0; ; place++) {
          const workspace = load();
          if (!workspace) break;
          // Blockly tells of the loading later, and would count it in.
          await settle(workspace, () => {});
          const before: ProgramState = saveProgram(workspace);
          const fix = fixesFor(problem, workspace)[place];
          if (!fix) {
            workspace.dispose();
            break;
          }
          seen.add(fix.code);
          await settle(workspace, () => fix.apply());
          const after = diagnosticsOf(workspace);
          expect(after.map(keyOf)).not.toContain(keyOf(problem));
          expect(after.filter(({ severity }) => severity === 'error').length).toBeLessThanOrEqual(
            problems.filter(({ severity }) => severity === 'error').length,
          );
          await settle(workspace, () => workspace.undo(false));
          expect(saveProgram(workspace)).toEqual(before);
          workspace.dispose();
        }
      }
    },
  );

  test('has each kind of fix', () => {
    const elsewhere = ['remove-earlier-property', 'use-device-token', 'remove-empty-channel'];
    expect([...new Set([...seen, ...elsewhere])].toSorted()).toEqual(Object.keys(fixTitles).toSorted());
  });
});
