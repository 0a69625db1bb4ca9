/** What the compiler answers. */

/** The code of a program, with all that an editor wants to know of it. */
export interface Compilation {
  /** TypeScript, formatted. */
  code: string;
  /** The same text with every type blanked out: it runs as it is, at the same line and column. */
  javascript: string;
  /** Where each block is in `code`, outer before inner. */
  ranges: BlockRange[];
  /** What is wrong with the program, or could be better. */
  diagnostics: Diagnostic[];
  /** How to start the program. */
  entry: Entry;
}

/** What a host calls, and with what. */
export interface Entry {
  /** The name of the exported function; empty in the `script` format, where loading is running. */
  name: string;
  /** What the function takes, in order; in the `script` format, what must be there as globals. */
  parameters: HostValue[];
}

/** `deviceToken`: the token of this device. `prompt`: a function that asks the person and gives the answer. */
export type HostValue = 'deviceToken' | 'prompt';

/** The part of the code that one block became. */
export interface BlockRange {
  blockId: string;
  /** First UTF-16 code unit of the block's code. */
  start: number;
  /** First UTF-16 code unit after it. */
  end: number;
}

/** `error`: that block is not, or not wholly, in the code. `warning`: it is, and will hardly do what was meant. */
export type Severity = 'error' | 'warning' | 'info';

/** One thing to say about one block. */
export interface Diagnostic {
  severity: Severity;
  /** A stable name for this kind of problem, such as `unknown-block`. */
  code: string;
  /** A sentence for a person, naming the thing. */
  message: string;
  /** What the sentence names, by the placeholders of it, so that the same can be said in another language. */
  values?: Readonly<Record<string, string>>;
  /** The block it is about; empty when it is about the whole program. */
  blockId: string;
  /** The input or field of that block. */
  input?: string;
}
