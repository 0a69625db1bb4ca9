/** What is noted while a program is lowered, so that parts of it can be lowered anew. */

import type { Diagnostic } from '../compilation.ts';
import type { ProgramBlock } from '../read.ts';
import type { Statement } from '../tree.ts';
import type { Temporary } from './entities.ts';
import type { KeptPosition } from './position.ts';

/** Something that happened, among the others in the order in which it did. */
export type Note =
  | { what: 'says'; diagnostic: Diagnostic }
  | { what: 'begins' | 'ends'; block: ProgramBlock }
  /** The code uses something that the module has once: a helper, an import, a name of the compiler's own. */
  | { what: 'uses'; name: string }
  | { what: 'makes'; temporary: Temporary };

/** What is around a chain of statements where it is lowered. */
export interface Place {
  /** Where its statements are put. */
  body: Statement[];
  position: KeptPosition;
  temporaries: ReadonlyMap<string, number>;
  /** The chain was lowered before in the same pass. */
  isAgain: boolean;
  /** Some of its statements are never reached. */
  isCut: boolean;
}

/** Statements that were lowered anew. */
export interface Relowered {
  body: Statement[];
  notes: Note[];
}
