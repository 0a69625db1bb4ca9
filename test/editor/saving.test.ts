import * as Blockly from 'blockly';
import { describe, expect, test } from 'vitest';
import { copyJson, sameJson } from '../../src/editor/json.ts';
import { ProgramKeeper, saveProgram } from '../../src/editor/saving.ts';
import { createWorkspace, load, settle } from '../blocks/workspace.ts';
import { sample } from '../random/campaign.ts';
import { Choices } from '../random/choices.ts';
import { edit } from '../random/edits.ts';

/** What Blockly saves, as plain data; stacks in the order of their places. */
function savedByBlockly(workspace: Blockly.Workspace): Record<string, unknown> {
  const state = JSON.parse(JSON.stringify(Blockly.serialization.workspaces.save(workspace)));
  const place = ({ x, y }: { x: number; y: number }): [number, number] => [y, x];
  state.blocks?.blocks?.sort((one: never, other: never) => {
    const [[y, x], [otherY, otherX]] = [place(one), place(other)];
    return y - otherY || x - otherX;
  });
  return { ...state, version: 1 };
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Blocks of a program that are not the very objects of another program. */
function newBlocks(program: unknown, known: unknown): number {
  const old = new Set<unknown>();
  walk(known, (object) => old.add(object));
  let count = 0;
  walk(program, (object) => {
    if ('type' in object && !old.has(object)) count++;
  });
  return count;
}

function walk(value: unknown, visit: (object: object) => void): void {
  if (typeof value !== 'object' || value === null) return;
  visit(value);
  for (const part of Object.values(value)) walk(part, visit);
}

describe('saving', () => {
  test('gives what Blockly gives, after every edit', { timeout: 120_000 }, async () => {
    const trials = sample(4711, 18).filter(({ program }) => program.blocks?.blocks?.length);
    for (const [index, { program }] of trials.entries()) {
      const { version: _, ...state } = program;
      const workspace = createWorkspace();
      const keeper = new ProgramKeeper(workspace);
      workspace.addChangeListener((event) => keeper.note(event));
      await settle(workspace, () => load(workspace, JSON.parse(JSON.stringify(state))));
      const choices = new Choices(index);
      for (let count = 0; count < 25; count++) {
        await settle(workspace, () => edit(workspace, choices));
        const program = keeper.save();
        expect(plain(program), `program ${index}, edit ${count}`).toEqual(savedByBlockly(workspace));
        expect(JSON.stringify(program)).toBe(JSON.stringify(saveProgram(workspace)));
      }
      workspace.dispose();
    }
  });

  test('keeps what an edit leaves as it was', async () => {
    const print = (id: string, next?: object): object => ({
      type: 'text_print',
      id,
      inputs: { TEXT: { shadow: { type: 'text', id: `text of ${id}`, fields: { TEXT: id } } } },
      ...(next && { next: { block: next } }),
    });
    const workspace = createWorkspace();
    const keeper = new ProgramKeeper(workspace);
    workspace.addChangeListener((event) => keeper.note(event));
    const blocks = [print('a', print('b', print('c', print('d')))), { ...print('other'), y: 500 }];
    await settle(workspace, () => load(workspace, { blocks: { blocks } }));
    const first = keeper.save();
    expect(newBlocks(keeper.save(), first)).toBe(0);
    await settle(workspace, () => workspace.getBlockById('text of c')?.setFieldValue('new', 'TEXT'));
    const second = keeper.save();
    // The text, and what it is in or behind: c, b and a.
    expect(newBlocks(second, first)).toBe(4);
    await settle(workspace, () => workspace.getBlockById('b')?.dispose(true));
    expect(newBlocks(keeper.save(), second)).toBe(1);
  });

  test('saves chains of any length', () => {
    const workspace = createWorkspace();
    let last: Blockly.Block | undefined;
    for (let count = 0; count < 6_000; count++) {
      const block = workspace.newBlock('text_print');
      if (last && block.previousConnection) last.nextConnection?.connect(block.previousConnection);
      last = block;
    }
    let length = 0;
    for (let block = saveProgram(workspace).blocks?.blocks?.[0]; block; block = block.next?.block) length++;
    expect(length).toBe(6_000);
  });
});

describe('json', () => {
  test('is the same whatever the order of its properties', () => {
    expect(sameJson({ a: [1, { b: null }], c: 'x' }, { c: 'x', a: [1, { b: null }] })).toBe(true);
    expect(sameJson({ a: undefined }, { b: undefined })).toBe(false);
    expect(sameJson([1, 2], { 0: 1, 1: 2 })).toBe(false);
    expect(sameJson({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(sameJson({}, null)).toBe(false);
  });

  test('is copied with nothing in common', () => {
    const original = { list: [{ text: 'a' }], none: null };
    const copy = copyJson(original);
    expect(copy).toEqual(original);
    expect(copy.list[0]).not.toBe(original.list[0]);
  });
});
