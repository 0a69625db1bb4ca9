/** Runs the code of random programs, Blockly's and ours, in worlds that are the same. */

import { inspect } from 'node:util';
import { createContext, Script } from 'node:vm';

/** How a run ended. `gave up`: it took too many steps, or printed something enormous. */
export type Ending = { kind: 'finished' } | { kind: 'threw'; error: string } | { kind: 'gave up' };

export interface Run {
  /** What was printed, so that values of different types differ. */
  output: string[];
  ending: Ending;
}

/** What ends a program from within, so that it cannot be mistaken for an error of its own. */
class TooMuch extends Error {}

const mostSteps = 1_500;
const mostOutput = 1_500;
/** Characters of one text. */
const mostText = 20_000;

/** Milliseconds; far beyond what any program needs whose steps are few, for code that hangs. */
const timeout = 10_000;

/** What the person answers, by how much is asked. */
const answers = ['7', 'blue', '-2.5', '', 'banana', '3', null];

/**
 * Runs code that calls `done()` when it is through and `failed(error)` when it throws after a pause.
 * It may call `print(value)`, `prompt(message)` and, to be ended in time, `step()`.
 */
export function run(code: string): Run {
  const output: string[] = [];
  let ending: Ending | undefined;
  let steps = 0;
  const failed = (error: unknown): void => {
    ending ??= error instanceof TooMuch ? { kind: 'gave up' } : { kind: 'threw', error: describe(error) };
  };
  const print = (value: unknown): void => {
    const tooLong = (typeof value === 'string' || Array.isArray(value)) && value.length > mostText;
    if (tooLong || output.length >= mostOutput) throw new TooMuch();
    output.push(inspect(value, { depth: 4, maxArrayLength: 100, maxStringLength: mostText }));
  };
  const world = {
    print,
    console: { log: print },
    window: { alert: print, prompt: ask },
    prompt: ask,
    step: () => {
      if (++steps > mostSteps) throw new TooMuch();
    },
    __trace: (_: string, promise: unknown) => promise,
    done: () => {
      ending ??= { kind: 'finished' };
    },
    failed,
  };
  // The promises of the code are settled before the run is over, and count against its time.
  const context = createContext(world, { microtaskMode: 'afterEvaluate' });
  try {
    new Script('Math.random = () => 0.42;').runInContext(context);
    new Script(code).runInContext(context, { timeout });
  } catch (error) {
    failed(error);
  }
  return { output, ending: ending ?? { kind: 'threw', error: 'It waits for something that never comes.' } };
}

function ask(message: unknown): string | null {
  return answers[String(message).length % answers.length] ?? null;
}

/** An error from another world is no instance of our `Error`. */
function describe(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const name = 'name' in error ? String(error.name) : 'Error';
  return `${name}: ${'message' in error ? String(error.message) : ''}`;
}
