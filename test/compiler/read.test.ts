import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../generators/typescript/index.ts';
import { read } from '../../generators/typescript/read.ts';

function reading(program: unknown) {
  const diagnostics: Diagnostic[] = [];
  return { tree: read(program, diagnostics), codes: diagnostics.map(({ code }) => code), diagnostics };
}

describe('reading a program', () => {
  test.each([null, undefined, 7, 'blocks', [], true])('%j is no program', (value) => {
    expect(reading(value).codes).toEqual(['not-a-program']);
  });

  test('a program without blocks is empty, not wrong', () => {
    expect(reading({})).toMatchObject({ codes: [], tree: { stacks: [] } });
  });

  test.each([
    [{ blocks: 7 }, 'unreadable-blocks'],
    [{ blocks: { blocks: {} } }, 'unreadable-blocks'],
    [{ variables: 'x' }, 'unreadable-variables'],
  ])('%j is not saved as Blockly saves', (value, code) => {
    expect(reading(value).codes).toEqual([code]);
  });

  test('a newer format is refused by its number', () => {
    const { diagnostics, tree } = reading({ version: 99, blocks: { blocks: [{ type: 'text' }] } });
    expect(diagnostics[0]?.message).toContain('99');
    expect(tree.stacks).toEqual([]);
  });

  test('what is not a block is named by the block around it, and the rest is read', () => {
    const { tree, diagnostics } = reading({
      blocks: {
        blocks: [
          { type: 'a', id: 'outer', inputs: { X: { block: 5 }, Y: { block: { type: 'b', id: 'inner' } } } },
          { id: 'no type' },
        ],
      },
    });
    expect(diagnostics).toMatchObject([{ code: 'not-a-block' }, { code: 'not-a-block', blockId: 'outer', input: 'X' }]);
    expect(tree.stacks[0]?.[0]?.inputs.Y?.[0]?.id).toBe('inner');
  });

  test('blocks that are switched off are left out, and those behind them are not', () => {
    const third = { type: 'c', id: '3' };
    const { tree } = reading({
      blocks: {
        blocks: [
          {
            type: 'a',
            id: '1',
            next: { block: { type: 'b', id: '2', disabledReasons: ['MANUALLY_DISABLED'], next: { block: third } } },
          },
        ],
      },
    });
    expect(tree.stacks[0]?.map(({ id }) => id)).toEqual(['1', '3']);
  });

  test('a shadow counts only where no block is', () => {
    const { tree } = reading({
      blocks: {
        blocks: [
          {
            type: 'a',
            inputs: {
              X: { shadow: { type: 's', id: 's' }, block: { type: 'b', id: 'b' } },
              Y: { shadow: { type: 's', id: 't' } },
            },
          },
        ],
      },
    });
    const [top] = tree.stacks[0] ?? [];
    expect([top?.inputs.X?.[0]?.id, top?.inputs.Y?.[0]?.id]).toEqual(['b', 't']);
  });

  test('stacks run from top to bottom, and from left to right beside each other', () => {
    const at = (id: string, x: number, y: number) => ({ type: 'a', id, x, y });
    const { tree } = reading({ blocks: { blocks: [at('low', 0, 90), at('right', 400, 10), at('left', 0, 10)] } });
    expect(tree.stacks.map(([first]) => first?.id)).toEqual(['left', 'right', 'low']);
  });

  test('a program that holds itself ends', () => {
    const loop: Record<string, unknown> = { type: 'a', id: 'a' };
    loop['next'] = { block: loop };
    expect(reading({ blocks: { blocks: [loop] } }).codes).toEqual(['repeated-block']);
  });

  test('names that every object has are no fields and no inputs', () => {
    const { tree } = reading(
      JSON.parse(
        '{"blocks":{"blocks":[{"type":"a","fields":{"__proto__":1},"inputs":{"__proto__":{"block":{"type":"b"}}}}]}}',
      ),
    );
    const [top] = tree.stacks[0] ?? [];
    expect(Object.getPrototypeOf(top?.inputs)).toBe(Object.prototype);
  });
});
