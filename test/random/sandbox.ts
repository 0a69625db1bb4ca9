/**
 * Runs the code of random programs in a process of its own, with bounds on steps, memory and time.
 *
 * Nobody looks over what a random program does: it may make a list grow until V8 ends the whole process, which nothing
 * within that process can prevent. So every loop and function counts its rounds, and should that not be enough, it is
 * the other process that ends. Blockly's code and ours are treated alike.
 */

import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { parseSync } from 'vite';

/** How a run ended. `gave up`: it took too many steps, too much memory or time, or printed something enormous. */
export type Ending = { kind: 'finished' } | { kind: 'threw'; error: string } | { kind: 'gave up' };

export interface Run {
  /** What was printed, so that values of different types differ. */
  output: string[];
  ending: Ending;
}

/** The name of the function that counts steps. */
export const stepName = '__step';

const source = path.join(import.meta.dirname, 'sandbox-process.mjs');
const megabytes = 512;

/** Milliseconds after which the other process is ended, for what cannot be interrupted within it. */
const timeout = 30_000;

export class Sandbox {
  private child: ChildProcess | undefined;

  /**
   * Runs code that calls `done()` when it is through and `failed(error)` when it throws after a pause.
   * It may call `console.log`, `window.alert`, `prompt` and `window.prompt`.
   *
   * @param mostSteps How many rounds of loops, and calls of functions, it may take.
   */
  async run(code: string, mostSteps: number): Promise<Run> {
    const bounded = countSteps(code);
    if (bounded === undefined) return { output: [], ending: { kind: 'threw', error: 'SyntaxError' } };
    const child = (this.child ??= fork(source, { execArgv: [`--max-old-space-size=${megabytes}`], stdio: 'ignore' }));
    return new Promise((resolve) => {
      const end = (run: Run): void => {
        clearTimeout(timer);
        child.off('message', onMessage);
        child.off('exit', onExit);
        resolve(run);
      };
      const onMessage = (message: unknown): void => end(runOf(message));
      const onExit = (): void => {
        this.child = undefined;
        end({ output: [], ending: { kind: 'gave up' } });
      };
      const timer = setTimeout(() => child.kill('SIGKILL'), timeout);
      child.on('message', onMessage);
      child.on('exit', onExit);
      child.send({ code: bounded, mostSteps }, (error) => {
        if (error) child.kill('SIGKILL');
      });
    });
  }

  close(): void {
    this.child?.kill();
    this.child = undefined;
  }
}

function runOf(message: unknown): Run {
  if (typeof message !== 'object' || message === null || !('output' in message) || !('ending' in message)) {
    throw new Error('The sandbox sent something else than a run.');
  }
  const { output, ending } = message;
  if (!Array.isArray(output) || typeof ending !== 'object' || ending === null || !('kind' in ending)) {
    throw new Error('The sandbox sent something else than a run.');
  }
  return { output: output.map(String), ending: endingOf(ending) };
}

function endingOf(ending: { kind: unknown; error?: unknown }): Ending {
  if (ending.kind === 'threw') return { kind: 'threw', error: String(ending.error) };
  return { kind: ending.kind === 'finished' ? 'finished' : 'gave up' };
}

const counted =
  /^(?:(?:For|ForOf|ForIn|While|DoWhile)Statement|Function(?:Declaration|Expression)|ArrowFunctionExpression)$/;

/** The code with a count of steps in every loop and function; undefined if it is no JavaScript. */
function countSteps(code: string): string | undefined {
  const { program, errors } = parseSync('program.js', code, { lang: 'js', sourceType: 'script' });
  if (errors.length > 0) return undefined;
  const insertions: [place: number, text: string][] = [];
  const open: unknown[] = [program];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null) continue;
    if (isNode(node) && counted.test(node.type)) {
      const { body } = node;
      if (isNode(body) && body.type === 'BlockStatement') insertions.push([body.start + 1, `${stepName}();`]);
      else if (isNode(body) && !node.type.startsWith('Arrow')) {
        insertions.push([body.start, `{${stepName}();`], [body.end, '}']);
      }
    }
    open.push(...Object.values(node));
  }
  let bounded = '';
  let from = 0;
  for (const [place, text] of insertions.sort(([a], [b]) => a - b)) {
    bounded += code.slice(from, place) + text;
    from = place;
  }
  return bounded + code.slice(from);
}

interface Node {
  type: string;
  start: number;
  end: number;
  body?: unknown;
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'start' in value &&
    typeof value.start === 'number' &&
    'end' in value &&
    typeof value.end === 'number'
  );
}
