/** What a program printed, as data for a host to show. */

/** One call of `console`. */
export interface ConsoleEntry {
  level: ConsoleLevel;
  values: ConsoleValue[];
  /** The values in one line, as an inspector shows them: `{ ads: "<ID>" }`. Texts that were printed as such are not quoted. */
  text: string;
  /** When it was printed, in milliseconds since 1970. */
  time: number;
}

export type ConsoleLevel = 'log' | 'info' | 'warn' | 'error' | 'debug';

/**
 * A copy of a value, safe to keep and to show: no code of the program runs when it is read.
 * `more` counts what was left out for its size.
 */
export type ConsoleValue =
  | { type: 'undefined' | 'null' }
  | { type: 'boolean'; value: boolean }
  | { type: 'number'; value: number }
  /** Its digits, which may be more than a number holds. */
  | { type: 'bigint'; value: string }
  | { type: 'string'; value: string; more: number }
  /** Its description. */
  | { type: 'symbol'; value: string }
  | { type: 'function'; name: string; isClass: boolean }
  /** Milliseconds since 1970; NaN for an invalid date. */
  | { type: 'date'; value: number }
  | { type: 'error'; name: string; message: string; members: ConsoleMember[]; more: number }
  | { type: 'array'; items: ConsoleValue[]; more: number }
  /** `className` is empty for plain objects and for those without a prototype. */
  | { type: 'object'; className: string; members: ConsoleMember[]; more: number }
  | { type: 'map'; pairs: [ConsoleValue, ConsoleValue][]; more: number }
  | { type: 'set'; items: ConsoleValue[]; more: number }
  /** A property that is computed when read. It is never read for display. */
  | { type: 'accessor'; get: boolean; set: boolean }
  /** Elements of a list that were never set. */
  | { type: 'empty'; count: number }
  /** An object that holds the object it is in. */
  | { type: 'cycle' }
  /** A value known by its kind only: too deep to show, or with nothing to show, such as a promise. */
  | { type: 'opaque'; name: string };

/** What can be seen at one point of a program that is compiled for stepping. */
export interface Scope {
  /** The function that runs, as the person named it; empty for the main program. */
  functionName: string;
  /** Its variables and those that it shares, in the order in which they came to be. */
  variables: Variable[];
  /** How many more there are than are shown. */
  more: number;
}

/** A variable, as the person named it, and a copy of its value. */
export interface Variable {
  name: string;
  value: ConsoleValue;
}

/** A named part of an object. */
export interface ConsoleMember {
  key: string;
  value: ConsoleValue;
}
