/** What an editor tells its host, and how. */
import type { ConsoleEntry, Exchange, RunOutcome, Scope } from '../runner/index.ts';
import type { Compilation, Diagnostic } from '../../generators/typescript/compilation.ts';

/** What an editor tells, by the name of the event. */
export interface EditorEvents {
  /** The program changed: by a person, by undo or redo, or because another one was loaded. */
  change: ProgramChange;
  /**
   * There is new code, after a change or when the options of the compiler changed. The first comes after `ready`, and
   * one code may stand for all changes until then.
   */
  code: Compilation;
  /** What the compiler has to say about the program now; comes with every `code`. */
  diagnostics: readonly Diagnostic[];
  /** Another block was selected, or none. */
  select: { blockId: string | null };
  /** Something happened in a run. */
  run: RunEvent;
  /** Something failed that nobody waits for. */
  error: EditorFailure;
}

/** How the program changed. Changes of one frame of the screen come as one. */
export interface ProgramChange {
  /** `load`: another program; `layout`: blocks were moved without being connected or cut off; `edit`: all else. */
  kind: 'load' | 'layout' | 'edit';
  /** Whether the program differs from what `save` gave last, or what was loaded last if that is later. */
  dirty: boolean;
}

/** What happens in a run, in the order in which it happens. */
export type RunEvent =
  | { type: 'started' }
  | { type: 'console'; entry: ConsoleEntry }
  | { type: 'trace'; blockId: string }
  /** Only in a run with `stepping`: the values of variables where the program is, held at a statement or going on. */
  | { type: 'scope'; scope: Scope; isHeld: boolean }
  /** It is held before this block until it is told to go on. */
  | { type: 'paused'; blockId: string }
  | { type: 'resumed' }
  | { type: 'request'; exchange: Exchange }
  | { type: 'finished'; outcome: RunOutcome; blockId: string | null };

/** A failure that came up while the editor did something by itself. */
export interface EditorFailure {
  error: Error;
  /**
   * `load`: the first program could not be shown; `ready` is rejected too. `compiler`: the compiler could not be
   * fetched; `ready` is rejected too, there is no code, and the next change tries again. `sync`: the code could not be
   * brought up to date. `listener`: a listener of the host threw. `assets`: the pictures of the editor are not where it
   * looks for them, which an `AssetsError` says; all else works.
   */
  during: 'load' | 'compiler' | 'sync' | 'listener' | 'assets';
}

/** Takes what an event carries. */
export type EditorListener<Name extends keyof EditorEvents> = (payload: EditorEvents[Name]) => void;

type Listeners = { [Name in keyof EditorEvents]: Set<EditorListener<Name>> };

/** Listeners by event. One that throws harms neither the others nor the editor. */
export class Emitter {
  readonly #listeners: Listeners = {
    change: new Set(),
    code: new Set(),
    diagnostics: new Set(),
    select: new Set(),
    run: new Set(),
    error: new Set(),
  };

  /** Adds a listener and gives back what removes it. The same function may listen more than once. */
  on<Name extends keyof EditorEvents>(name: Name, listener: EditorListener<Name>): () => void {
    const own: EditorListener<Name> = (payload) => listener(payload);
    this.#listeners[name].add(own);
    return () => {
      this.#listeners[name].delete(own);
    };
  }

  /** Calls the listeners that were there when it was called. */
  emit<Name extends keyof EditorEvents>(name: Name, payload: EditorEvents[Name]): void {
    for (const listener of Array.from(this.#listeners[name])) {
      try {
        listener(payload);
      } catch (cause) {
        const error = toError(cause);
        // A listener for errors that throws itself has nobody left to tell but the page.
        if (name === 'error') reportError(error);
        else this.emit('error', { error, during: 'listener' });
      }
    }
  }

  /** Removes every listener. */
  clear(): void {
    for (const listeners of Object.values(this.#listeners)) listeners.clear();
  }
}

/** What was thrown, as an error. */
export function toError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error(String(cause));
}
