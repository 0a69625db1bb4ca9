import { describe, expect, test } from 'vitest';
import {
  compile,
  createCompiler,
  type BlockState,
  type Compiler,
  type ProgramState,
} from '../../generators/typescript/index.ts';
import { EditCompiler } from '../../generators/typescript/edit-compiler.ts';
import { KeptProgram } from '../../generators/typescript/edit/kept-program.ts';
import { everydayProgram } from '../../bench/programs.ts';
import { tryEdits, tryEditsOf } from '../random/edited.ts';
import { sample } from '../random/campaign.ts';
import { renameVariable } from '../random/json-edits.ts';

const text = (id: string, value: string): BlockState => ({ type: 'text', id, fields: { TEXT: value } });

const print = (id: string, block: BlockState, next?: BlockState): BlockState => ({
  type: 'text_print',
  id,
  inputs: { TEXT: { block } },
  ...(next && { next: { block: next } }),
});

const program = (...blocks: BlockState[]): ProgramState => ({ blocks: { languageVersion: 0, blocks } });

/** A block in which another one is changed, and all else is the very same. */
function replaced(block: BlockState, id: string, change: (block: BlockState) => BlockState): BlockState {
  if (block.id === id) return change(block);
  const within = (link: NonNullable<BlockState['next']>) => {
    const inner = link.block && replaced(link.block, id, change);
    return inner && inner !== link.block ? { block: inner } : link;
  };
  const inputs = Object.entries(block.inputs ?? {}).map(([name, link]) => [name, within(link)] as const);
  const next = block.next && within(block.next);
  if (next === block.next && inputs.every(([name, link]) => link === block.inputs?.[name])) return block;
  return { ...block, ...(block.inputs && { inputs: Object.fromEntries(inputs) }), ...(next && { next }) };
}

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
    expect(tryEdits(77, 70, 10, ways)).toBeUndefined();
    console.info('Ways of compiling after an edit:', ways);
    expect(ways.changed).toBeGreaterThan(50);
    expect(ways.same).toBeGreaterThan(20);
  });

  test('compiles hardly anything else of a long program', { timeout: 120_000 }, () => {
    const ways = { whole: 0, changed: 0, same: 0 };
    const programs = Array.from({ length: 12 }, () => ({ program: everydayProgram(250), options: {} }));
    expect(tryEditsOf(programs, 5, 20, ways)).toBeUndefined();
    console.info('Ways of compiling a long program after an edit:', ways);
    expect(ways.changed).toBeGreaterThan(ways.whole);
  });

  test('prints only the statement in which a text changed', () => {
    const rest = print('b', text('c', 'after'));
    expect(edited(program(print('a', text('t', 'one'), rest)), program(print('a', text('t', 'two "2"'), rest)))).toBe(
      'changed',
    );
  });

  test('prints the whole program until it has what it takes, and then only what changed since', () => {
    const compiler = new EditCompiler({});
    const rest = print('b', text('c', 'after'));
    const ways = ['one', 'two', 'three'].map((value) => {
      const changed = program(print('a', text('t', value), rest));
      expect(compiler.compile(changed)).toEqual(compile(changed));
      if (value === 'two') compiler.keepBy(KeptProgram);
      return compiler.lastWay;
    });
    expect(ways).toEqual(['whole', 'whole', 'changed']);
  });

  describe('where a variable is renamed', () => {
    const named = (name: string, value: (get: BlockState) => BlockState, other = 'other'): ProgramState => {
      const set = (id: string, variable: string, block: BlockState, next?: BlockState): BlockState => ({
        type: 'variables_set',
        id,
        fields: { VAR: { id: variable } },
        inputs: { VALUE: { block } },
        ...(next && { next: { block: next } }),
      });
      const get: BlockState = { type: 'variables_get', id: 'get', fields: { VAR: { id: 'v' } } };
      const rest = print('print', value(get), print('last', { ...get, id: 'get other', fields: { VAR: { id: 'w' } } }));
      return {
        ...program(set('set', 'v', text('one', 'name'), set('set other', 'w', text('two', other), rest))),
        variables: [
          { id: 'v', name },
          { id: 'w', name: other },
        ],
      };
    };
    const list = (get: BlockState): BlockState => ({
      type: 'lists_create_with',
      id: 'list',
      extraState: { itemCount: 2 },
      inputs: { ADD0: { block: get }, ADD1: { block: text('item', 'an item as long as that may be, it is no name') } },
    });
    const object = (get: BlockState): BlockState => ({
      type: 'object_create',
      id: 'object',
      extraState: { keys: ['key'] },
      inputs: { VALUE0: { block: get } },
    });

    test('replaces its name, and prints anew what is laid out otherwise with it', () => {
      const names = ['name', 'value', 'key', 'a name that is longer', 'x', '$', 'größe', '数量', 'X', ''];
      for (const value of [(get: BlockState): BlockState => get, list, object]) {
        for (const [index, name] of names.entries()) {
          expect(edited(named('first', value), named(name, value)), name).toBe('changed');
          expect(edited(named(name, value), named(names[index - 1] ?? '', value)), name).toBe('changed');
        }
      }
      expect(compile(named('a name that is longer', list)).code).toMatch(/\[\n +aNameThatIsLonger,/);
      expect(compile(named('key', object)).code).toContain('{ key }');
      const words = named('a b', list);
      const variables = words.variables?.map((each) => (each.id === 'v' ? { ...each, name: 'aB' } : each)) ?? [];
      expect(edited(words, { ...words, variables })).toBe('same');
    });

    test('compiles anew where others have the name, or get another one', () => {
      expect(edited(named('name', list), named('other', list))).toBe('whole');
      expect(edited(named('other', list), named('name', list))).toBe('whole');
      expect(edited(named('name', list), named('main', list))).toBe('whole');
      expect(edited(named('name', list), named('class', list))).toBe('whole');
      const never: BlockState = { type: 'variables_get', id: 'get', fields: { VAR: { id: 'v' } } };
      const unset = (name: string): ProgramState => ({ ...program(print('p', never)), variables: [{ id: 'v', name }] });
      expect(edited(unset('name'), unset('value'))).toBe('whole');
    });

    test('does nothing where a variable comes or goes that nothing names', () => {
      const before = named('name', list);
      const [first, ...others] = before.variables ?? [];
      const withNew = (id: string): ProgramState => ({
        ...before,
        variables: [{ id, name: 'new' }, ...(first ? [first] : []), ...others],
      });
      expect(edited(before, withNew('new'))).toBe('same');
      expect(edited(withNew('new'), before)).toBe('same');
      expect(edited(before, withNew('v'))).toBe('whole');
      expect(edited(before, { ...before, variables: others })).toBe('whole');
      expect(edited({ ...before, variables: others }, before)).toBe('whole');
    });

    test('does both where something else changes too', () => {
      const joined =
        (behind: string) =>
        (get: BlockState): BlockState => ({
          type: 'text_join',
          id: 'join',
          extraState: { itemCount: 2 },
          inputs: { ADD0: { block: get }, ADD1: { block: text('behind', behind) } },
        });
      expect(edited(named('name', joined('!')), named('value', joined('?')))).toBe('changed');
      expect(edited(named('name', joined('!')), named('value', joined('?'), 'another'))).toBe('changed');
    });

    test('gives what compiling anew gives, in random programs', { timeout: 60_000 }, () => {
      const ways = { whole: 0, changed: 0, same: 0 };
      expect(tryEditsOf(sample(31, 40), 31, 5, ways, renameVariable)).toBeUndefined();
      console.info('Ways of compiling where a variable is renamed:', ways);
      expect(ways.changed).toBeGreaterThan(30);
    });
  });

  test('prints only what changed in and beside what leaves a loop, if it leaves it as before', () => {
    const set = (id: string, value: BlockState, next?: BlockState): BlockState => ({
      type: 'variables_set',
      id,
      fields: { VAR: { id: 'v' } },
      inputs: { VALUE: { block: value } },
      ...(next && { next: { block: next } }),
    });
    const get = (id: string): BlockState => ({ type: 'variables_get', id, fields: { VAR: { id: 'v' } } });
    const leave: BlockState = { type: 'controls_flow_statements', id: 'leave', fields: { FLOW: 'BREAK' } };
    const compared: BlockState = {
      type: 'logic_compare',
      id: 'compare',
      fields: { OP: 'EQ' },
      inputs: { A: { block: get('got') }, B: { block: text('condition', 'a') } },
    };
    const inLoop: BlockState = {
      type: 'controls_if',
      id: 'if',
      inputs: { IF0: { block: compared }, DO0: { block: set('set', text('new', 'one'), leave) } },
      next: { block: print('round', text('r', 'round')) },
    };
    const forever: BlockState = {
      type: 'controls_whileUntil',
      id: 'while',
      inputs: { BOOL: { block: { type: 'logic_boolean', id: 'b', fields: { BOOL: 'TRUE' } } }, DO: { block: inLoop } },
      next: { block: print('print', get('last')) },
    };
    const before: ProgramState = {
      ...program(set('start', text('t', 'one'), forever)),
      variables: [{ id: 'v', name: 'value' }],
    };
    const after = (id: string, change: (block: BlockState) => BlockState): ProgramState => ({
      ...before,
      blocks: { blocks: (before.blocks?.blocks ?? []).map((block) => replaced(block, id, change)) },
    });
    expect(
      edited(
        before,
        after('condition', () => text('condition', 'b')),
      ),
    ).toBe('changed');
    expect(
      edited(
        before,
        after('new', () => text('new', 'two')),
      ),
    ).toBe('changed');
    expect(
      edited(
        before,
        after('r', () => text('r', 'another round')),
      ),
    ).toBe('changed');
    expect(
      edited(
        before,
        after('leave', () => print('leave', text('end', 'no end'))),
      ),
    ).toBe('whole');
  });

  test('compiles anew where the text decides on the code', () => {
    const condition = (value: string): ProgramState =>
      program({ type: 'controls_if', id: 'if', inputs: { IF0: { block: text('t', value) } } });
    expect(edited(condition('yes'), condition('no'))).toBe('changed');
    expect(edited(condition('yes'), condition(''))).toBe('changed');
    const named = (name: string): ProgramState =>
      program(print('a', { type: 'object_create', id: 'o', extraState: { names: [name] } }));
    expect(edited(named('a'), named('b'))).toBe('whole');
  });

  test('compiles anew where a block comes to stand where nothing asks for it', () => {
    const call = (behind?: BlockState): BlockState => ({
      type: 'procedures_callreturn',
      id: 'call',
      extraState: { name: 'f', params: ['x'] },
      inputs: { ARG0: { block: { type: 'math_number', id: 'five', fields: { NUM: 5 } } } },
      ...(behind && { next: { block: behind } }),
    });
    const definition: BlockState = {
      type: 'procedures_defreturn',
      id: 'f',
      y: 500,
      extraState: { params: [{ name: 'x', id: 'x' }] },
      fields: { NAME: 'f' },
      inputs: { RETURN: { block: text('result', 'same') } },
    };
    const before = program(print('first', text('t', 'one'), print('a', call())), definition);
    const behindText = { ...text('u', 'two'), next: { block: call() } };
    const inStatement: BlockState = { type: 'controls_if', id: 'if', next: { block: call() } };
    for (const value of [behindText, inStatement]) {
      const after = program(print('first', text('t', 'one'), print('a', value)), definition);
      expect(edited(before, after)).toBe('whole');
    }
  });

  test('does nothing where only places change', () => {
    const [first, second] = [print('a', text('t', 'one')), print('b', text('u', 'two'))];
    const at = (y: number): ProgramState => program({ ...first, y }, { ...second, y: 500 });
    expect(edited(at(0), at(400))).toBe('same');
    expect(edited(at(0), at(600))).toBe('changed');
  });

  test('prints only the stack that comes, goes or is put together with another', () => {
    const top = (block: BlockState, y: number): BlockState => ({ ...block, y });
    const number: BlockState = { type: 'math_number', id: 'n', fields: { NUM: 5 } };
    const [one, two, three] = [print('1', text('t1', '1')), print('2', text('t2', '2')), print('3', text('t3', '3'))];
    const apart = program(top(one, 0), top(two, 100), top(three, 200));
    for (const other of [
      program(top(one, 0), top(three, 200)),
      program(top(two, 100), top(three, 200)),
      program(top(one, 0), top(two, 100)),
      program(top(one, 0), top(number, 50), top(two, 100), top(three, 200)),
      program(top(three, 0), top(one, 100), top(two, 200)),
    ]) {
      expect(edited(apart, other)).toBe('changed');
      expect(edited(other, apart)).toBe('changed');
    }
    const joined = program({ ...one, next: { block: { ...two, next: { block: three } } } });
    expect(edited(apart, joined)).toBe('same');
    expect(edited(apart, program())).toBe('whole');
  });

  test('compiles anew where it comes to matter what is in the stack of a statement that ends all', () => {
    const ends: BlockState = { type: 'errors_throw', id: 'e', inputs: { MESSAGE: { block: text('m', 'no') } } };
    const rest = print('a', text('t', 'never'));
    const apart = program({ ...ends, y: 0 }, { ...rest, y: 100 });
    const joined = program({ ...ends, next: { block: rest } });
    expect(compile(joined).diagnostics).not.toEqual(compile(apart).diagnostics);
    expect(edited(apart, joined)).toBe('whole');
    expect(edited(joined, apart)).toBe('whole');
  });
});
