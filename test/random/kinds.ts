/**
 * Kinds of values, as the person who builds a program thinks of them.
 *
 * Blockly's own checks let anything flow through a variable, so that a text may end up where a number is asked for.
 * What Blockly's JavaScript does then is an accident of JavaScript (`1 + "1"`, `"abc" - 1`), and the compiler's code
 * converts instead, which is meant. A *sound* program keeps to the kinds: its values are of the kind that each block
 * asks for, and it must print exactly what Blockly's prints.
 */

export type ListKind = 'Numbers' | 'Texts' | 'Booleans' | 'Lists' | 'Mixed';
/** Kinds of which only the pack's blocks have values. */
export type PackKind = 'Date' | 'Object' | 'Registration';
export type Kind = 'Number' | 'String' | 'Boolean' | 'Any' | ListKind | PackKind;
/** A kind that says what a value is. */
export type Concrete = Exclude<Kind, 'Any'>;

export const listKinds: readonly ListKind[] = ['Numbers', 'Texts', 'Booleans', 'Lists', 'Mixed'];
export const packKinds: readonly PackKind[] = ['Date', 'Object', 'Registration'];

/** The kinds of Blockly's own blocks. */
export const kinds: readonly Concrete[] = ['Number', 'String', 'Boolean', ...listKinds];

/** The kind of what is in a list. */
export const elementOf: Readonly<Record<ListKind, Kind>> = {
  Numbers: 'Number',
  Texts: 'String',
  Booleans: 'Boolean',
  Lists: 'Numbers',
  Mixed: 'Any',
};

export function isListKind(kind: Kind): kind is ListKind {
  return listKinds.some((each) => each === kind);
}

/** The kind of a list of such elements; none for lists of lists of lists. */
export function listOf(kind: Kind): ListKind | undefined {
  return listKinds.find((each) => elementOf[each] === kind);
}

export function isPackKind(kind: Kind): kind is PackKind {
  return packKinds.some((each) => each === kind);
}

/** The type that Blockly gives a variable of the kind, and to the outputs that are of it. */
export function typeOf(kind: Concrete): string {
  return isListKind(kind) ? 'Array' : kind;
}
