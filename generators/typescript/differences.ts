/** What has changed in a program, where it keeps the very objects of all that has not. */

import type { ProgramState } from './program.ts';
import { placeOf } from './read.ts';
import { programVersion } from './versions.ts';

/** A field that holds something else. */
export interface FieldChange {
  blockId: string;
  field: string;
  value: unknown;
}

type Json = Readonly<Record<string, unknown>>;

/** Parts of a block that the code does not depend on. The places of blocks are looked at apart. */
const unread = new Set(['x', 'y', 'collapsed', 'inline', 'deletable', 'movable', 'editable', 'data', 'icons']);

/**
 * The fields that changed; undefined if something else did too. Whatever both programs have in common is not looked at.
 */
export function changedFields(before: ProgramState, after: ProgramState): FieldChange[] | undefined {
  // In a program of an older version, what is saved is not yet what is compiled.
  if (!isNewest(before) || !isNewest(after) || before.variables !== after.variables) return undefined;
  if (before.blocks === after.blocks) return [];
  const [tops, others] = [inOrder(before.blocks), inOrder(after.blocks)];
  if (!tops || tops.length !== others?.length) return undefined;
  const changes: FieldChange[] = [];
  const open = tops.map((top, index): [unknown, unknown] => [top, others[index]]);
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [block, other] = pair;
    if (block === other) continue;
    if (!isObject(block) || !isObject(other)) return undefined;
    for (const name of names(block, other)) {
      const [part, otherPart] = [block[name], other[name]];
      if (part === otherPart || unread.has(name)) continue;
      if (!isObject(part) || !isObject(otherPart)) return undefined;
      if (name === 'next') open.push(connected(part, otherPart));
      else if (name === 'fields') {
        for (const field of names(part, otherPart)) {
          if (part[field] === otherPart[field]) continue;
          changes.push({ blockId: String(block['id']), field, value: otherPart[field] });
        }
      } else if (name === 'inputs') {
        for (const input of names(part, otherPart)) {
          const [link, otherLink] = [part[input], otherPart[input]];
          if (link === otherLink) continue;
          if (!isObject(link) || !isObject(otherLink)) return undefined;
          open.push(connected(link, otherLink));
        }
      } else return undefined;
    }
    if (commentOf(block) !== commentOf(other)) return undefined;
  }
  return changes;
}

function isNewest({ version = 1 }: ProgramState): boolean {
  return version === programVersion;
}

/** The blocks at the top, in the order in which they are read. */
function inOrder(blocks: unknown): unknown[] | undefined {
  const tops = isObject(blocks) ? blocks['blocks'] : undefined;
  return Array.isArray(tops)
    ? [...tops].sort((one: unknown, other: unknown) => placeOf(one) - placeOf(other))
    : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function names(one: Json, other: Json): Set<string> {
  return new Set([...Object.keys(one), ...Object.keys(other)]);
}

/** The blocks of a connection in both programs; a shadow block counts only where no other is. */
function connected(one: Json, other: Json): [unknown, unknown] {
  return [one['block'] ?? one['shadow'], other['block'] ?? other['shadow']];
}

function commentOf(block: Json): unknown {
  const icons = block['icons'];
  const comment = isObject(icons) ? icons['comment'] : undefined;
  return isObject(comment) ? comment['text'] : undefined;
}
