import { describe, expect, test } from 'vitest';
import {
  compile,
  createCompiler,
  type BlockState,
  type Compiler,
  type ProgramState,
} from '../../generators/typescript/index.ts';
import { sample } from '../random/campaign.ts';
import { Choices } from '../random/choices.ts';
import { editJson } from '../random/json-edits.ts';

const text = (id: string, value: string): BlockState => ({ type: 'text', id, fields: { TEXT: value } });

const print = (id: string, block: BlockState, next?: BlockState): BlockState => ({
  type: 'text_print',
  id,
  inputs: { TEXT: { block } },
  ...(next && { next: { block: next } }),
});

const program = (...blocks: BlockState[]): ProgramState => ({ blocks: { languageVersion: 0, blocks } });

/** Compiles both, one after the other, and says how the second came about. */
function edited(before: ProgramState, after: ProgramState): Compiler['lastWay'] {
  const compiler = createCompiler();
  expect(compiler.compile(before)).toEqual(compile(before));
  expect(compiler.compile(after)).toEqual(compile(after));
  return compiler.lastWay;
}

describe('a compiler for a program that is edited', () => {
  test('gives what compiling anew gives, after every edit of random programs', { timeout: 120_000 }, () => {
    const ways = { whole: 0, changed: 0, same: 0 };
    for (const [index, trial] of sample(77, 120).entries()) {
      const compiler = createCompiler(trial.options);
      const choices = new Choices(index);
      let { program } = trial;
      compiler.compile(program);
      for (let count = 0; count < 10; count++) {
        program = editJson(program, choices);
        const where = `program ${index}, edit ${count}, ${compiler.lastWay}`;
        const expected = compile(program, trial.options);
        expect(compiler.compile(program), where).toEqual(expected);
        ways[compiler.lastWay]++;
      }
    }
    console.info('Ways of compiling after an edit:', ways);
    expect(ways.changed).toBeGreaterThan(200);
    expect(ways.same).toBeGreaterThan(100);
  });

  test('prints only the statement in which a text changed', () => {
    const rest = print('b', text('c', 'after'));
    expect(edited(program(print('a', text('t', 'one'), rest)), program(print('a', text('t', 'two "2"'), rest)))).toBe(
      'changed',
    );
  });

  test('compiles anew where the text decides on the code', () => {
    const condition = (value: string): ProgramState =>
      program({ type: 'controls_if', id: 'if', inputs: { IF0: { block: text('t', value) } } });
    expect(edited(condition('yes'), condition('no'))).toBe('changed');
    expect(edited(condition('yes'), condition(''))).toBe('whole');
  });

  test('does nothing where only places change', () => {
    const at = (y: number): ProgramState =>
      program({ ...print('a', text('t', 'one')), y }, { ...print('b', text('u', 'two')), y: 500 });
    expect(edited(at(0), at(400))).toBe('same');
    expect(edited(at(0), at(600))).toBe('whole');
  });
});
