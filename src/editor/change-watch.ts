/** Keeps the code in step with the blocks. */
import * as Blockly from 'blockly';
import type { ProgramChange } from './events.ts';

/**
 * Calls `changed` after the program in a workspace changed. Blockly hands out what happened in a
 * frame of the screen at once, and it is told as one change.
 */
export class ChangeWatch {
  readonly #workspace: Blockly.WorkspaceSvg;
  readonly #changed: (kind: ProgramChange['kind']) => void;
  readonly #listener: (event: Blockly.Events.Abstract) => void;
  #pending: ProgramChange['kind'] | null = null;
  #stopped = false;

  constructor(workspace: Blockly.WorkspaceSvg, changed: (kind: ProgramChange['kind']) => void) {
    this.#workspace = workspace;
    this.#changed = changed;
    this.#listener = workspace.addChangeListener((event) => this.#note(event));
  }

  /** Ends the watch; a change that was not told yet is not told any more. */
  stop(): void {
    this.#stopped = true;
    this.#workspace.removeChangeListener(this.#listener);
  }

  #note(event: Blockly.Events.Abstract): void {
    const kind = kindOf(event);
    if (kind === null) return;
    if (this.#pending === null) queueMicrotask(() => this.#tell());
    // Loading shows as many single changes and one event at the end; the strongest word wins.
    if (kind === 'load' || this.#pending === null || this.#pending === 'layout') this.#pending = kind;
  }

  #tell(): void {
    const kind = this.#pending;
    this.#pending = null;
    if (kind !== null && !this.#stopped) this.#changed(kind);
  }
}

function kindOf(event: Blockly.Events.Abstract): ProgramChange['kind'] | null {
  if (event.type === Blockly.Events.FINISHED_LOADING) return 'load';
  if (event.isUiEvent) return null;
  if (event instanceof Blockly.Events.BlockMove) {
    const stays = event.oldParentId === event.newParentId && event.oldInputName === event.newInputName;
    return stays ? 'layout' : 'edit';
  }
  return 'edit';
}
