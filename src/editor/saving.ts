/** Programs out of a workspace, at once or again and again. */
import * as Blockly from 'blockly';
import type { BlockState, ProgramState } from '../../generators/typescript/program.ts';
import { sameJson } from './json.ts';
import { PROGRAM_VERSION } from './program-file.ts';

/** The program in a workspace. */
export function saveProgram(workspace: Blockly.Workspace): ProgramState {
  return new ProgramKeeper(workspace).save();
}

type Link = NonNullable<BlockState['next']>;

/** What is known of a block. */
interface Known {
  /** What it saves of itself, without the blocks in it and behind it; absent when that may have changed. */
  own: BlockState | undefined;
  /** What it was saved as last, with all blocks in it and behind it. */
  saved: BlockState | undefined;
  /** The block that it was in or behind then. */
  parent: Blockly.Block | null;
  /** Whether it would be saved as that again. */
  isCurrent: boolean;
}

/**
 * Saves the program in a workspace again and again. It is told what happens there, and each time saves only what that
 * changed: whatever is as it was is the very same object in the next program too. So nobody may change what it gives.
 *
 * It gives what Blockly itself would save, with fields and inputs in the order of their names, and however long a chain
 * is. What is changed behind the back of Blockly's events stays unseen until something else happens to the block.
 */
export class ProgramKeeper {
  readonly #workspace: Blockly.Workspace;
  readonly #known = new WeakMap<Blockly.Block, Known>();
  /** Shadow blocks that wait under others, in the order of names. */
  readonly #waiting = new WeakMap<object, BlockState>();
  /** Blocks that name variables. */
  readonly #withVariables = new Set<Blockly.Block>();
  /** Blocks with comments, whose size and place no event tells. */
  readonly #withIcons = new Set<Blockly.Block>();
  #last: ProgramState = {};

  constructor(workspace: Blockly.Workspace) {
    this.#workspace = workspace;
  }

  /** Takes note of something that happened in the workspace. */
  note(event: Blockly.Events.Abstract): void {
    if (event instanceof Blockly.Events.BlockCreate || event instanceof Blockly.Events.BlockDelete) {
      for (const id of event.ids ?? []) this.#changed(id);
    } else if (event instanceof Blockly.Events.BlockMove) {
      this.#changed(event.blockId);
      for (const parent of [event.oldParentId, event.newParentId]) this.#relinked(parent);
    } else if (event instanceof Blockly.Events.VarBase) {
      this.#variableChanged(event.varId);
    } else if ('blockId' in event && typeof event.blockId === 'string') {
      this.#changed(event.blockId);
    }
  }

  save(): ProgramState {
    this.#checkIcons();
    const program: ProgramState = { ...this.#others() };
    const tops = this.#workspace.getTopBlocks(false).filter((block) => !block.isInsertionMarker());
    for (const block of tops) this.#checkIsTop(block);
    if (tops.length > 0) {
      const blocks = tops.map((block) => this.#stateOf(block)).toSorted(byPlace);
      program.blocks = { languageVersion: 0, blocks };
    }
    program.version = PROGRAM_VERSION;
    this.#last = program;
    return program;
  }

  /** All that is saved of a workspace beside its blocks. */
  #others(): Record<string, unknown> {
    const state: Record<string, unknown> = {};
    const serializers = Blockly.registry.getAllItems(Blockly.registry.Type.SERIALIZER, true) ?? {};
    const last = new Map<string, unknown>(Object.entries(this.#last));
    for (const [name, serializer] of Object.entries(serializers)) {
      if (name === 'blocks' || serializer === null || typeof serializer === 'function') continue;
      const saved: unknown = serializer.save(this.#workspace);
      if (saved) state[name] = sameJson(saved, last.get(name)) ? last.get(name) : saved;
    }
    return state;
  }

  #changed(id: string | undefined): void {
    const block = id === undefined ? null : this.#workspace.getBlockById(id);
    if (block === null) return;
    const known = this.#known.get(block);
    if (known) known.own = undefined;
    this.#outdate(block);
  }

  #relinked(id: string | undefined): void {
    const block = id === undefined ? null : this.#workspace.getBlockById(id);
    if (block !== null) this.#outdate(block);
  }

  /** Blocks that save the name of a variable, and not only its ID: shadow blocks, and those with parameters. */
  #variableChanged(id: string | undefined): void {
    // A block of which this is not known yet is to be saved in any case.
    for (const block of this.#withVariables) {
      if (block.isDeadOrDying()) this.#withVariables.delete(block);
      else if (!block.isShadow() && !block.saveExtraState && !block.mutationToDom) continue;
      else if (block.getVarModels().some((variable) => variable.getId() === id)) this.#changed(block.id);
    }
  }

  /** A block is to be saved anew, and with it all that it is in or behind. */
  #outdate(block: Blockly.Block): void {
    for (let at: Blockly.Block | null = block; at !== null; at = at.getParent()) {
      const known = this.#known.get(at);
      // What is around it is outdated already.
      if (known && !known.isCurrent && at !== block) return;
      if (known) known.isCurrent = false;
    }
  }

  /** A block can be put out of another because of what was just told, and that is told only later. */
  #checkIsTop(block: Blockly.Block): void {
    const parent = this.#known.get(block)?.parent;
    if (!parent) return;
    this.#changed(block.id);
    this.#relinked(parent.id);
  }

  #checkIcons(): void {
    for (const block of this.#withIcons) {
      const known = this.#known.get(block);
      if (block.isDeadOrDying()) this.#withIcons.delete(block);
      else if (known?.own && !sameJson(known.own.icons, ownState(block).icons)) this.#changed(block.id);
    }
  }

  /** Without recursion: chains can be longer than the call stack is deep. */
  #stateOf(root: Blockly.Block): BlockState {
    const open = this.#isCurrent(root) ? [] : [root];
    /** Blocks whose children are among the open ones, or were. */
    const entered = new Set<Blockly.Block>();
    for (let block = open.at(-1); block; block = open.at(-1)) {
      if (entered.has(block)) {
        open.pop();
        this.#put(block);
        continue;
      }
      entered.add(block);
      for (const child of childrenOf(block)) if (!this.#isCurrent(child)) open.push(child);
    }
    return this.#saved(root);
  }

  #isCurrent(block: Blockly.Block): boolean {
    return this.#known.get(block)?.isCurrent === true;
  }

  #saved(block: Blockly.Block): BlockState {
    const saved = this.#known.get(block)?.saved;
    if (!saved) throw new Error(`The block ${block.id} was not saved.`);
    return saved;
  }

  /** Puts together what a block is saved as; all blocks in it have been. */
  #put(block: Blockly.Block): void {
    const known = this.#known.get(block) ?? { own: undefined, saved: undefined, parent: null, isCurrent: false };
    this.#known.set(block, known);
    for (const each of block.isShadow() ? block.getDescendants(false) : [block]) {
      if (each.getVarModels().length > 0) this.#withVariables.add(each);
    }
    known.saved = block.isShadow() ? shadowState(block, known.saved) : this.#linked(block, known);
    known.parent = block.getParent();
    known.isCurrent = true;
  }

  #linked(block: Blockly.Block, known: Known): BlockState {
    const { saved } = known;
    known.own ??= reused(ownState(block), saved);
    if (known.own.icons) this.#withIcons.add(block);
    const inputs: Record<string, Link> = {};
    for (const { name, connection } of block.inputList) {
      const link = connection && this.#link(connection, saved?.inputs?.[name]);
      if (link) inputs[name] = link;
    }
    const next = block.nextConnection && this.#link(block.nextConnection, saved?.next);
    const state: BlockState = { ...known.own };
    if (Object.keys(inputs).length > 0) state.inputs = reusedRecord(sorted(inputs), saved?.inputs);
    if (next) state.next = next;
    return saved && isAlike(state, saved) ? saved : state;
  }

  /** What is connected, as the same object as before where it is the same. */
  #link(connection: Blockly.Connection, before: Link | undefined): Link | undefined {
    const child = childOf(connection);
    const block = child && !child.isShadow() ? this.#saved(child) : undefined;
    const shadow = child?.isShadow() ? this.#saved(child) : this.#shadowBelow(connection);
    if (!block && !shadow) return undefined;
    if (before && before.block === block && before.shadow === shadow) return before;
    return { ...(shadow && { shadow }), ...(block && { block }) };
  }

  /** The shadow block that comes back when the block over it goes. */
  #shadowBelow(connection: Blockly.Connection): BlockState | undefined {
    const state = connection.getShadowState();
    if (state === null) return undefined;
    let copy = this.#waiting.get(state);
    if (!copy) {
      copy = structuredClone<BlockState>(state);
      sortNames(copy);
      this.#waiting.set(state, copy);
    }
    return copy;
  }
}

/** From top to bottom, so that a program is saved alike in whatever order its blocks came to the workspace. */
function byPlace(one: BlockState, other: BlockState): number {
  return (one.y ?? 0) - (other.y ?? 0) || (one.x ?? 0) - (other.x ?? 0);
}

/** What a block saves of itself alone. */
function ownState(block: Blockly.Block): BlockState {
  const state: BlockState | null = Blockly.serialization.blocks.save(block, {
    addCoordinates: block.getParent() === null,
    addInputBlocks: false,
    addNextBlocks: false,
    doFullSerialization: false,
  });
  if (state === null) throw new Error(`The block ${block.id} cannot be saved.`);
  if (state.fields) state.fields = sorted(state.fields);
  return state;
}

/** A shadow block with all that is in it, with the names of its variables, as Blockly saves it. */
function shadowState(block: Blockly.Block, before: BlockState | undefined): BlockState {
  const state: BlockState | null = Blockly.serialization.blocks.save(block);
  if (state === null) throw new Error(`The block ${block.id} cannot be saved.`);
  sortNames(state);
  return before && sameJson(state, before) ? before : state;
}

/** The blocks in a block and behind it. */
function childrenOf(block: Blockly.Block): Blockly.Block[] {
  // A shadow block is saved with all that is in it.
  if (block.isShadow()) return [];
  const children: Blockly.Block[] = [];
  for (const { connection } of block.inputList) {
    const child = connection && childOf(connection);
    if (child) children.push(child);
  }
  const next = block.nextConnection && childOf(block.nextConnection);
  if (next) children.push(next);
  return children;
}

/** The block at a connection. What only shows where a dragged block would go is no part of the program. */
function childOf(connection: Blockly.Connection): Blockly.Block | null {
  let child = connection.targetBlock();
  while (child?.isInsertionMarker()) child = child.getNextBlock();
  return child;
}

/** A block by itself, whose parts are the very ones of before where they are equal. */
function reused(own: BlockState, before: BlockState | undefined): BlockState {
  if (!before) return own;
  const known = new Map<string, unknown>(Object.entries(before));
  const parts = Object.entries(own).map(([name, part]): [string, unknown] => {
    const old = known.get(name);
    return [name, sameJson(part, old) ? old : part];
  });
  return { ...own, ...Object.fromEntries(parts) };
}

/** A record that is the very one of before if all in it is. */
function reusedRecord<Value>(
  record: Record<string, Value>,
  before: Record<string, Value> | undefined,
): Record<string, Value> {
  return before && isAlike(record, before) ? before : record;
}

/** Whether two objects have the very same parts. */
function isAlike(one: object, other: object): boolean {
  const [parts, others] = [Object.entries(one), new Map<string, unknown>(Object.entries(other))];
  return parts.length === others.size && parts.every(([name, part]) => others.has(name) && others.get(name) === part);
}

/**
 * Puts the fields and inputs of a block, and of all in it, in the order of their names. Blockly saves them as they
 * stand on the block, and that order is another one in another language.
 */
function sortNames(root: BlockState): void {
  const open = [root];
  for (let block = open.pop(); block; block = open.pop()) {
    if (block.fields) block.fields = sorted(block.fields);
    if (block.inputs) block.inputs = sorted(block.inputs);
    for (const link of [block.next, ...Object.values(block.inputs ?? {})]) {
      for (const child of [link?.block, link?.shadow]) if (child) open.push(child);
    }
  }
}

function sorted<Value>(byName: Record<string, Value>): Record<string, Value> {
  const names = Object.keys(byName);
  const isSorted = names.every((name, index) => index === 0 || compareNames(names[index - 1] ?? '', name) <= 0);
  if (isSorted) return byName;
  return Object.fromEntries(Object.entries(byName).toSorted(([one], [other]) => compareNames(one, other)));
}

/** By letters, then by the number at the end: ADD2 comes before ADD10. */
function compareNames(one: string, other: string): number {
  const [letters, number] = partsOf(one);
  const [otherLetters, otherNumber] = partsOf(other);
  if (letters !== otherLetters) return letters < otherLetters ? -1 : 1;
  return number - otherNumber;
}

function partsOf(name: string): [letters: string, number: number] {
  const letters = name.replace(/\d+$/, '');
  return [letters, Number(name.slice(letters.length))];
}
