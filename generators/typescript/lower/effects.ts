/** What code does to variables and lists, for those who must know whether other code leaves theirs alone. */

import { findList, type ListCell, type Type } from '../types.ts';
import type { UserFunction, Variable } from './entities.ts';

/** Something that code does. */
export type Effect =
  { what: 'sets'; variable: Variable } | { what: 'changes'; cell: ListCell } | { what: 'calls'; called: UserFunction };

/** Code that is being lowered, watched for what it changes. */
interface Watch {
  /** A list of interest; `any` when it could be any list at all. */
  list: ListCell | 'any' | 'none';
  variables: readonly Variable[];
  /** The code changes the list or sets a variable, or may. */
  disturbed: boolean;
}

export class Effects {
  private watches: Watch[] = [];
  /** What the code of a part does, for those who watch what the part is in. */
  private ofPart: Effect[] = [];

  /** Tells those who watch what the code does. */
  notify(effect: Effect): void {
    this.ofPart.push(effect);
    for (const watch of this.watches) watch.disturbed ||= disturbs(effect, watch);
  }

  /** Lowers code, and tells whether it may set one of the variables or change the list. */
  watch<R>(variables: readonly Variable[], list: Type | undefined, lower: () => R): { result: R; disturbed: boolean } {
    const cell = list && list.kinds !== 0 ? (list.list ? findList(list.list) : 'any') : 'none';
    const watch: Watch = { list: cell, variables, disturbed: false };
    this.watches.push(watch);
    try {
      const result = lower();
      return { result, disturbed: watch.disturbed };
    } finally {
      this.watches.pop();
    }
  }

  /** Lowers something that nobody watches. */
  unwatched<R>(lower: () => R): R {
    const { watches } = this;
    this.watches = [];
    const result = lower();
    this.watches = watches;
    return result;
  }

  /** Forgets who watches. */
  clearWatches(): void {
    this.watches = [];
  }

  /** Begins to note what the code of a part does; gives what tells that those who then watch. */
  record(): () => () => void {
    this.ofPart = [];
    return () => {
      const { ofPart } = this;
      return () => {
        for (const effect of ofPart) this.notify(effect);
      };
    };
  }
}

/** Whether something that code does disturbs who watches it. */
function disturbs(effect: Effect, watch: Watch): boolean {
  switch (effect.what) {
    case 'sets':
      return watch.variables.includes(effect.variable);
    case 'changes':
      return concerns(watch, effect.cell);
    case 'calls': {
      const { changesLists, setsVariables } = effect.called;
      return (
        (changesLists && concerns(watch)) ||
        (setsVariables && watch.variables.some((variable) => variable.setByFunction))
      );
    }
  }
}

function concerns(watch: Watch, cell?: ListCell): boolean {
  if (watch.list === 'none') return false;
  if (watch.list === 'any') return true;
  const list = findList(watch.list);
  return cell ? list === cell : list.changedByFunction;
}
