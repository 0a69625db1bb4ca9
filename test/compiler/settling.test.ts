/** Types that come a long way through a program, against the order in which it is lowered. */
import { expect, test } from 'vitest';
import { compileWhole } from '../../generators/typescript/compile.ts';
import { compile } from '../../generators/typescript/index.ts';
import type { BlockState, ProgramState } from '../../generators/typescript/program.ts';
import { checkTypeScript, findTypeEscapes } from '../tsc/check.ts';

const length = 60;
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const numbers = upTo(length);
const variable = (number: number) => ({ VAR: { id: `variable ${number}` } });

/** Each variable is set to the next one, and the last to a value, round and round. */
function chainOfVariables(last: BlockState, count = length): ProgramState {
  const variables = upTo(count).map((number) => ({ id: `variable ${number}`, name: `v${number}` }));
  const sets = upTo(count).map((number): BlockState => {
    const next: BlockState = { type: 'variables_get', id: `get ${number}`, fields: variable(number + 1) };
    const value = number === count - 1 ? last : next;
    return {
      type: 'variables_set',
      id: `set ${number}`,
      fields: variable(number),
      inputs: { VALUE: { block: value } },
    };
  });
  const body = sets.reduceRight((behind, set) => ({ ...set, next: { block: behind } }));
  const times: BlockState = { type: 'math_number', id: 'times', fields: { NUM: 99 } };
  const inputs = { TIMES: { shadow: times }, DO: { block: body } };
  return { version: 1, variables, blocks: { blocks: [{ type: 'controls_repeat_ext', id: 'repeat', inputs }] } };
}

/** Each function gives what the next one gives, and the last a value. */
function chainOfFunctions(last: BlockState): ProgramState {
  const call = (number: number): BlockState => ({
    type: 'procedures_callreturn',
    id: `call ${number}`,
    extraState: { name: `f${number}` },
  });
  const definitions = numbers.map((number): BlockState => ({
    type: 'procedures_defreturn',
    id: `function ${number}`,
    y: 100 * (number + 1),
    fields: { NAME: `f${number}` },
    inputs: { RETURN: { block: number === length - 1 ? last : call(number + 1) } },
  }));
  const print: BlockState = { type: 'text_print', id: 'print', inputs: { TEXT: { block: call(0) } } };
  return { version: 1, blocks: { blocks: [print, ...definitions] } };
}

const list: BlockState = {
  type: 'lists_create_with',
  id: 'list',
  extraState: { itemCount: 1 },
  inputs: { ADD0: { block: { type: 'math_number', id: 'number', fields: { NUM: 1 } } } },
};
const registration: BlockState = { type: 'device_get_registration', id: 'registration' };

test.each([
  ['variables', chainOfVariables, ['let v1: number[] | undefined;', 'let v1: DeviceInfo | undefined;']],
  ['functions', chainOfFunctions, ['function f0(): number[] {', 'async function f0(): Promise<DeviceInfo> {']],
] as const)('a type, and that it is waited for, comes through a chain of %s, however long', async (_, chain, said) => {
  const files = { 'list.ts': compile(chain(list)).code, 'registration.ts': compile(chain(registration)).code };
  expect(files['list.ts']).toContain(said[0]);
  expect(files['registration.ts']).toContain(said[1]);
  expect(await checkTypeScript(files)).toEqual([]);
  expect(Object.values(files).map(findTypeEscapes)).toEqual([[], []]);
});

test('a type comes through 2,000 variables in as many passes as through 20', () => {
  const passes = (count: number): number => compileWhole(chainOfVariables(list, count), {}, false).lowerer.types.pass;
  expect(passes(2000)).toBe(passes(20));
  expect(passes(20)).toBeLessThan(6);
});
