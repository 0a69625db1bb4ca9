/** Runs the code of random programs, one after the other, each in a world of its own, and reports what it printed. */

import { inspect } from 'node:util';
import { createContext, Script } from 'node:vm';

/** What ends a program from within, so that it cannot be mistaken for an error of its own. */
class TooMuch extends Error {}

const mostOutput = 1_500;
/** Characters of one text, or items of one list. */
const mostText = 20_000;

/** Milliseconds; far beyond what any program needs whose steps are few, for code that hangs. */
const timeout = 10_000;

/** What the person answers, by how much is asked. */
const answers = ['7', 'blue', '-2.5', '', 'banana', '3', null];
const ask = (message) => answers[String(message).length % answers.length] ?? null;

// Of a promise that nobody waits for, in code that was ended.
process.on('unhandledRejection', () => {});
process.on('message', ({ code, mostSteps }) => process.send(run(code, mostSteps)));

function run(code, mostSteps) {
  const output = [];
  let ending;
  let steps = 0;
  const failed = (error) => {
    ending ??= error instanceof TooMuch ? { kind: 'gave up' } : { kind: 'threw', error: describe(error) };
  };
  const print = (value) => {
    const tooLong = (typeof value === 'string' || Array.isArray(value)) && value.length > mostText;
    if (tooLong || output.length >= mostOutput) throw new TooMuch();
    output.push(inspect(value, { depth: 4, maxArrayLength: 100, maxStringLength: mostText }));
  };
  const world = {
    console: { log: print },
    window: { alert: print, prompt: ask },
    prompt: ask,
    __step: () => {
      if (++steps > mostSteps) throw new TooMuch();
    },
    // What a host that traces programs, or steps through them, has there.
    __trace: (_, promise) => promise,
    __frame: () => ({
      watch: (_, read) => read(),
      wait: (_, promise) => promise,
      step: () => false,
      round: () => false,
    }),
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
    // Out of time, which no program should be; but a machine can be that busy.
    if (error?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') ending = { kind: 'gave up' };
    failed(error);
  }
  return { output, ending: ending ?? { kind: 'threw', error: 'It waits for something that never comes.' } };
}

/** An error from another world is no instance of our `Error`. */
function describe(error) {
  if (typeof error !== 'object' || error === null) return String(error);
  return `${'name' in error ? String(error.name) : 'Error'}: ${'message' in error ? String(error.message) : ''}`;
}
