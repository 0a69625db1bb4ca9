import * as Blockly from 'blockly';
import { describe, expect, it } from 'vitest';
import { blockOf, createWorkspace, save, settle } from './workspace.ts';

const register = (extra: Record<string, unknown> = {}) => ({
  type: 'device_register',
  id: 'register',
  inputs: { CHANNELS: { shadow: { type: 'device_channel_list', id: 'names', fields: { NAMES: 'ads\ndiscount' } } } },
  ...extra,
});

const print = (id: string, extra: Record<string, unknown> = {}) => ({ type: 'console_print', id, ...extra });

/** print before, Register Device, print after: one chain. */
const chain = () =>
  createWorkspace({
    blocks: {
      blocks: [print('before', { next: { block: register({ next: { block: print('after') } }) } })],
    },
  });

/** Register Device as the value of a print. */
const nested = () =>
  createWorkspace({
    blocks: {
      blocks: [
        print('print', {
          inputs: {
            VALUE: { block: register({ extraState: { returnResult: true }, fields: { RETURN_RESULT: true } }) },
          },
          next: { block: print('after') },
        }),
      ],
    },
  });

const tick = (workspace: Blockly.Workspace, on: boolean) => () =>
  blockOf(workspace, 'register').setFieldValue(on ? 'TRUE' : 'FALSE', 'RETURN_RESULT');

const ids = (workspace: Blockly.Workspace) =>
  workspace
    .getAllBlocks(false)
    .map(({ id }) => id)
    .toSorted();

describe('return result', () => {
  it('is off at first: a statement', () => {
    const workspace = createWorkspace({ blocks: { blocks: [{ type: 'device_register', id: 'register' }] } });
    const block = blockOf(workspace, 'register');
    expect(block.outputConnection).toBeNull();
    expect(block.previousConnection).not.toBeNull();
    expect(block.nextConnection).not.toBeNull();
    expect(block.getFieldValue('RETURN_RESULT')).toBe('FALSE');
  });

  it('is a value of type Registration when on', () => {
    const block = blockOf(nested(), 'register');
    expect(block.outputConnection?.getCheck()).toEqual(['Registration']);
    expect(block.previousConnection).toBeNull();
    expect(block.getFieldValue('RETURN_RESULT')).toBe('TRUE');
  });

  it('cuts the block out of a chain and loses nothing', async () => {
    const workspace = chain();
    const before = ids(workspace);
    await settle(workspace, tick(workspace, true));
    expect(ids(workspace)).toEqual(before);
    expect(blockOf(workspace, 'register').getParent()).toBeNull();
    expect(blockOf(workspace, 'register').outputConnection).not.toBeNull();
    expect(blockOf(workspace, 'before').getNextBlock()?.id).toBe('after');
  });

  it('takes the value out of the block it is in and loses nothing', async () => {
    const workspace = nested();
    const before = ids(workspace);
    await settle(workspace, tick(workspace, false));
    expect(ids(workspace)).toEqual(before);
    expect(blockOf(workspace, 'register').getParent()).toBeNull();
    expect(blockOf(workspace, 'register').previousConnection).not.toBeNull();
    expect(blockOf(workspace, 'print').getNextBlock()?.id).toBe('after');
  });

  it('does not move the one value of the block into the place that it leaves', async () => {
    const workspace = nested();
    await settle(workspace, tick(workspace, false));
    expect(blockOf(workspace, 'print').getInputTargetBlock('VALUE')).toBeNull();
    expect(blockOf(workspace, 'register').getInputTargetBlock('CHANNELS')?.id).toBe('names');
  });

  it('cuts off what follows when the block is the first of its chain', async () => {
    const workspace = createWorkspace({ blocks: { blocks: [register({ next: { block: print('after') } })] } });
    const place = blockOf(workspace, 'after').getRelativeToSurfaceXY();
    await settle(workspace, tick(workspace, true));
    expect(blockOf(workspace, 'after').getParent()).toBeNull();
    expect(blockOf(workspace, 'after').getRelativeToSurfaceXY()).not.toEqual(place);
  });

  it.each([
    ['on, in a chain', chain, true],
    ['off, in an input', nested, false],
    [
      'on, at the head of a chain',
      () => createWorkspace({ blocks: { blocks: [register({ next: { block: print('after') } })] } }),
      true,
    ],
  ])('is one step to undo and to redo: %s', async (_name, create, on) => {
    const workspace = create();
    const before = save(workspace);
    await settle(workspace, tick(workspace, on));
    const after = save(workspace);
    expect(new Set(workspace.getUndoStack().map(({ group }) => group)).size).toBe(1);
    for (let round = 0; round < 3; round++) {
      await settle(workspace, () => workspace.undo(false));
      expect(save(workspace)).toEqual(before);
      expect(workspace.getUndoStack()).toHaveLength(0);
      await settle(workspace, () => workspace.undo(true));
      expect(save(workspace)).toEqual(after);
    }
  });

  it('joins the group of events that is open', async () => {
    const workspace = chain();
    Blockly.Events.setGroup('outer');
    await settle(workspace, tick(workspace, true));
    expect(Blockly.Events.getGroup()).toBe('outer');
    Blockly.Events.setGroup(false);
    expect(new Set(workspace.getUndoStack().map(({ group }) => group))).toEqual(new Set(['outer']));
  });

  it.each([chain, nested])('is saved and loaded while connected', (create) => {
    const state = save(create());
    expect(save(createWorkspace(state))).toEqual(state);
  });

  it('saves the shape beside the field', () => {
    expect(save(nested())).toMatchObject({
      blocks: {
        blocks: [
          {
            inputs: { VALUE: { block: { extraState: { returnResult: true }, fields: { RETURN_RESULT: true } } } },
          },
        ],
      },
    });
  });

  it.each(['TRUE', true])('takes the field as %j', (value) => {
    const workspace = createWorkspace({
      blocks: { blocks: [register({ extraState: { returnResult: true }, fields: { RETURN_RESULT: value } })] },
    });
    expect(blockOf(workspace, 'register').outputConnection).not.toBeNull();
  });

  it('follows the shape where a program leaves the field out', () => {
    const workspace = createWorkspace({ blocks: { blocks: [register({ extraState: { returnResult: true } })] } });
    expect(blockOf(workspace, 'register').getFieldValue('RETURN_RESULT')).toBe('TRUE');
  });

  it('fits where an object is wanted, and where a registration is', () => {
    const workspace = createWorkspace();
    const value = workspace.newBlock('device_register');
    value.setFieldValue('TRUE', 'RETURN_RESULT');
    for (const [type, input] of [
      ['registration_id', 'RESULT'],
      ['object_get', 'OBJECT'],
    ] as const) {
      const connection = workspace.newBlock(type).getInput(input)?.connection ?? null;
      expect(workspace.connectionChecker.canConnect(value.outputConnection, connection, false)).toBe(true);
    }
    const token = workspace.newBlock('device_register').getInput('DEVICE_TOKEN')?.connection ?? null;
    expect(workspace.connectionChecker.canConnect(value.outputConnection, token, false)).toBe(false);
  });
});
