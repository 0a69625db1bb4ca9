/**
 * A program as data: the JSON that Blockly saves, with a format version of ours.
 *
 * These types describe what a well-formed program looks like. Nothing may be trusted to look
 * like this before the read phase has checked it.
 */

/** The whole program. */
export interface ProgramState {
  /** Version of the program format; absent in programs saved by Blockly alone, which count as 1. */
  version?: number;
  blocks?: { languageVersion?: number; blocks?: BlockState[] };
  variables?: VariableState[];
}

export interface VariableState {
  id: string;
  name: string;
  type?: string;
}

export interface BlockState {
  type: string;
  id?: string;
  x?: number;
  y?: number;
  fields?: Record<string, unknown>;
  inputs?: Record<string, { block?: BlockState; shadow?: BlockState }>;
  next?: { block?: BlockState; shadow?: BlockState };
  extraState?: unknown;
  icons?: { comment?: { text?: string } };
  disabledReasons?: string[];
  collapsed?: boolean;
  data?: string;
}
