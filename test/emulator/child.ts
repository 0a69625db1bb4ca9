// Servers in processes of their own.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Bundle } from './bundle.ts';

/** A server in another process, which listens. */
export interface Child {
  process: ChildProcess;
  url: string;
  /** Everything it printed so far. */
  output(): string;
  /** Resolves with the exit code, or the signal that ended it. */
  ended: Promise<number | string | null>;
}

/** Starts `codeless-push-blocks emulate` from a bundle of `src/cli/emulate.ts`. */
export function startCommand(bundle: Bundle, args: string[]): Promise<Child> {
  const script = `import { emulate } from ${JSON.stringify(bundle.url)};
    const { argv, stdout, stderr } = process;
    process.exitCode = await emulate(argv.slice(1), { stdout, stderr });`;
  return startChild(script, ['--port', '0', ...args]);
}

/**
 * Runs a module that prints `Listening on <url>` in a process of its own; rejects with what it printed when it ends
 * before.
 */
export async function startChild(script: string, args: string[]): Promise<Child> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, '--', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = once(child, 'exit').then(([code, signal]: (number | string | null)[]) => code ?? signal ?? null);
  const url = await new Promise<string>((done, failed) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /^Listening on (\S+)/m.exec(output);
      if (found?.[1]) done(found[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => failed(new Error(`The server ended: ${output}`)));
  });
  return { process: child, url, output: () => output, ended };
}
