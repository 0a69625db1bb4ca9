/** Commands in this process: what they print, and what they end with. */
import { Readable } from 'node:stream';
import { runCommand } from '../../src/cli/command.ts';

/** What a command left. */
export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command to its end. `input` is what is piped into it. */
export async function runHere(args: string[], input: string | Uint8Array = ''): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  const code = await runCommand(args, {
    stdin: Readable.from([input]),
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  });
  return { code, stdout, stderr };
}
