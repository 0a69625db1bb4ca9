import { describe, expect, it } from 'vitest';
import { blockOf, createWorkspace, save, settle } from './workspace.ts';

const withKeys = (keys: unknown, extra: Record<string, unknown> = {}) =>
  createWorkspace({ blocks: { blocks: [{ type: 'object_create', id: 'object', extraState: { keys }, ...extra }] } });

describe('create object', () => {
  it('has one property at first', () => {
    const block = createWorkspace().newBlock('object_create');
    expect(block.getFieldValue('KEY0')).toBe('name');
    expect(block.getInput('VALUE1')).toBeNull();
  });

  it.each([[[]], [['one']], [['__proto__', 'constructor', 'a.b', '"\\', '🙂', '']], [['same', 'same']]])(
    'is saved and loaded with the names %j',
    (keys) => {
      const workspace = withKeys(keys);
      const state = save(workspace);
      expect(state).toMatchObject({ blocks: { blocks: [{ extraState: { keys } }] } });
      expect(save(createWorkspace(state))).toEqual(state);
    },
  );

  it('keeps values under their names', () => {
    const workspace = withKeys(['a', 'b'], { inputs: { VALUE1: { block: { type: 'date_now', id: 'now' } } } });
    expect(blockOf(workspace, 'object').getInputTargetBlock('VALUE1')?.id).toBe('now');
  });

  it('saves a name that was edited on the block', async () => {
    const workspace = withKeys(['a', 'b']);
    await settle(workspace, () => blockOf(workspace, 'object').setFieldValue('renamed', 'KEY1'));
    expect(save(workspace)).toMatchObject({ blocks: { blocks: [{ extraState: { keys: ['a', 'renamed'] } }] } });
    await settle(workspace, () => workspace.undo(false));
    expect(save(workspace)).toMatchObject({ blocks: { blocks: [{ extraState: { keys: ['a', 'b'] } }] } });
  });

  it.each([null, 'text', { other: 1 }, { keys: 'text' }])('takes a state of %j as no properties', (extraState) => {
    const workspace = createWorkspace({ blocks: { blocks: [{ type: 'object_create', id: 'object', extraState }] } });
    const inputs = blockOf(workspace, 'object').inputList.filter(({ connection }) => connection !== null);
    expect(inputs.length).toBeLessThanOrEqual(1);
  });
});
