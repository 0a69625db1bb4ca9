/** What a host asks for when it runs a program, and what it gets. */

import type { Exchange } from './backend.ts';
import type { RunOutcome } from './outcome.ts';
import type { ConsoleEntry } from './value.ts';

/** A program, what it runs with, and who hears of what it does. */
export interface RunRequest {
  /** An ES module, as the compiler gives it. It may import `backendless` and call `__trace`. */
  javascript: string;
  /**
   * The exported function to call, and the values it takes, by name: `deviceToken`, `prompt`.
   * Absent for a script, which runs by being loaded, and finds both in global variables.
   */
  entry?: { name: string; parameters: string[] };
  /** The token of the device, from Apple's or Google's push service. */
  deviceToken?: string;
  /** The device that `Backendless.setupDevice` is called with before the program starts. */
  device?: { uuid: string; platform: string; version: string };
  /**
   * The app that `Backendless.initApp` is called with before the program starts.
   * The program reaches addresses below `serverURL`, and no others.
   */
  app?: { appId: string; apiKey: string; serverURL: string };
  /** Milliseconds that the run may take, not counting questions to the person. Default: 60,000. */
  timeout?: number;
  /** Milliseconds for which the program may keep its thread without a pause. Default: 5,000. */
  heartbeat?: number;
  /** The program printed something. */
  onConsole?(entry: ConsoleEntry): void;
  /** The program reached a block. In a fast loop not every time is told, but the latest always. */
  onTrace?(blockId: string): void;
  /** A request was answered, or failed. */
  onRequest?(exchange: Exchange): void;
  /** The program asks for a text; `null` when none is given. One question is asked at a time. */
  onPrompt?(message: string): Promise<string | null>;
}

/** A program on its way. */
export interface Run {
  /** Ends it at once, also when it loops. Does nothing once it has ended. */
  stop(): void;
  /** How it ended. Never rejects. */
  readonly finished: Promise<RunOutcome>;
}
