/** What a host asks for when it runs a program, and what it gets. */

import type { Exchange } from './backend.ts';
import type { RunOutcome } from './outcome.ts';
import type { ConsoleEntry, Scope } from './value.ts';

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
   * The program reaches addresses below `serverURL`, or below the domain of the app, and no others.
   */
  app?: RunApp;
  /** Milliseconds that the run may take, not counting questions to the person. Default: 60,000. */
  timeout?: number;
  /** Milliseconds for which the program may keep its thread without a pause. Default: 5,000. */
  heartbeat?: number;
  /** Hold at the first statement until told to go on. Works with programs that are compiled for stepping. Default: false. */
  isPaused?: boolean;
  /** Milliseconds for which such a program is held at each statement. Default: 0, full speed. */
  delay?: number;
  /** The program printed something. */
  onConsole?(entry: ConsoleEntry): void;
  /** The program reached a block. In a fast loop not every time is told, but the latest always. */
  onTrace?(blockId: string): void;
  /** The values of variables, in a program compiled for stepping: at each statement it is held at, else now and then. */
  onScope?(scope: Scope, isHeld: boolean): void;
  /** The program is held before this block, until told to go on. */
  onPause?(blockId: string): void;
  /** The program goes on by itself. */
  onResume?(): void;
  /** A request was answered, or failed. */
  onRequest?(exchange: Exchange): void;
  /** The program asks for a text; `null` when none is given. One question is asked at a time. */
  onPrompt?(message: string): Promise<string | null>;
}

/** An app by its keys on a server, or by its own domain, such as `https://example.backendless.app`. */
export type RunApp = { appId: string; apiKey: string; serverURL: string } | { domain: string };

/** A program on its way. */
export interface Run {
  /** Ends it at once, also when it loops. Does nothing once it has ended. */
  stop(): void;
  /** Holds it at the next statement. Its time limit stands still while it is paused. */
  pause(): void;
  /** Lets it go on from where it is held. */
  resume(): void;
  /** Lets one statement run and holds at the next. Pauses a program that is not paused. */
  step(): void;
  /** Milliseconds for which it is held at each statement from now on; 0 is full speed. */
  setDelay(milliseconds: number): void;
  /** How it ended. Never rejects. */
  readonly finished: Promise<RunOutcome>;
}
