/** Blocks as they are saved, compared as far as the code depends on them. */

import { connected, isEnabled, isObject, type Json } from '../read.ts';

/** Parts of a block that the code does not depend on, or that are looked at apart. */
const notCompared = new Set(
  'x y collapsed inline deletable movable editable data icons next inputs enabled disabledReasons'.split(' '),
);

/** Whether two states are the same block but for what is behind it. */
export function isSame(one: Json, other: Json): boolean {
  return one === other || (hasSameParts(one['inputs'], other['inputs']) && isAlike(one, other));
}

/** Whether two states are the same block but for what is in it and behind it. */
export function isAlike(one: Json, other: Json): boolean {
  for (const name in one) if (one[name] !== other[name] && !notCompared.has(name)) return false;
  for (const name in other) if (one[name] !== other[name] && !notCompared.has(name)) return false;
  return commentOf(one) === commentOf(other);
}

/** The states of the blocks of a chain that are not switched off; undefined if it cannot be read. */
export function statesFrom(first: unknown): Json[] | undefined {
  const states: Json[] = [];
  for (let state: unknown = first; state !== undefined;) {
    if (!isObject(state) || typeof state['type'] !== 'string') return undefined;
    if (isEnabled(state)) states.push(state);
    state = state['next'] === undefined ? undefined : connected(state['next']);
  }
  return states;
}

/** Whether two objects hold the very same things. */
function hasSameParts(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other)) return false;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

function commentOf(block: Json): unknown {
  const icons = block['icons'];
  const comment = isObject(icons) ? icons['comment'] : undefined;
  return isObject(comment) ? comment['text'] : undefined;
}
