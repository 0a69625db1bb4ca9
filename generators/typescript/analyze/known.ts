/** What is known at a point of the code, and what of that where ways meet. */

import { noneExcluded, onBoth, type Excluded } from './exclusions.ts';
import { Narrowed } from './narrowed.ts';

/** What is known at a point of the code; undefined where that is never reached. */
export type State =
  | {
      /** What may be narrowed. */
      readonly narrowed: Narrowed;
      /** What variables surely are not. */
      readonly excluded: Excluded;
    }
  | undefined;

const nothing = new Narrowed();

/** What may be narrowed. */
export const narrowedIn = (state: State): Narrowed => state?.narrowed ?? nothing;

/** Where nothing is known yet. */
export const start: State = { narrowed: nothing, excluded: noneExcluded };

export function withExcluded(state: NonNullable<State>, excluded: Excluded): State {
  return excluded === state.excluded ? state : { ...state, excluded };
}

/** What is known where two ways meet: only what is narrowed on both. */
export function both(a: State, b: State): State {
  if (!a || !b || a === b) return a ?? b;
  return { narrowed: a.narrowed.onBoth(b.narrowed), excluded: onBoth(a.excluded, b.excluded) };
}

/** Whether the same is known at both. */
export function isLike(a: State, b: State): boolean {
  if (!a || !b) return a === b;
  return a.narrowed.isLike(b.narrowed) && a.excluded.isLike(b.excluded, (kinds, others) => kinds === others);
}
