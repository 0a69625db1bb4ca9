/** Other programs, as a person would start them in a folder of their own. */
import { spawn } from 'node:child_process';

/** What a program left. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** What a run may have: input to pipe in, variables beside the present ones. */
export interface RunOptions {
  input?: string;
  env?: Record<string, string>;
}

/** Runs a program to its end in a folder. */
export function run(
  folder: string,
  file: string,
  args: readonly string[],
  { input, env }: RunOptions = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    // `npm` is a script on Windows, which only a shell starts.
    const shell = process.platform === 'win32' && file !== process.execPath;
    const child = spawn(file, args, { cwd: folder, env: { ...ownEnvironment(), ...env }, shell });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    // Who does not read its input may have ended before it is written.
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
  });
}

/** Runs a program and gives what it printed. Throws with all that it said when it fails. */
export async function succeed(
  folder: string,
  file: string,
  args: readonly string[],
  options?: RunOptions,
): Promise<Ended> {
  const ended = await run(folder, file, args, options);
  if (ended.code === 0) return ended;
  throw new Error(`${[file, ...args].join(' ')} ended with ${ended.code}:\n${ended.stdout}${ended.stderr}`);
}

/** The environment without what the npm that runs these tests says of this project. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const ours =
    /^(?:npm_(?:package|lifecycle|command|execpath|node_execpath|config_local_prefix)|NODE_ENV|NODE_OPTIONS|VITEST)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
