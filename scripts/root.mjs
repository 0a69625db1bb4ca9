/** Where things are, and how the scripts start other programs. Nothing here needs an installed package. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** A problem that is told in one sentence, without a stack trace. */
export class Problem extends Error {}

/** Runs a script's main function; a {@link Problem} becomes a message on stderr and exit code 1. */
export function runMain(main) {
  main().catch((error) => {
    console.error(error instanceof Problem ? `\n${error.message}` : error);
    process.exit(1);
  });
}

/** The file of an installed package that is its command: the one of the same name, or else the first. */
export function packageCommand(packageName) {
  const folder = path.join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : (bin[packageName] ?? Object.values(bin)[0]));
}

/**
 * Runs a program to its end with its output on this terminal and no input.
 * Resolves with its exit code, 1 when it was ended by a signal or by `timeout` (milliseconds),
 * and 127 when it could not be started.
 */
export function run(command, args, { env = {}, timeout, stdio = ['ignore', 'inherit', 'inherit'] } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio, timeout, env: { ...process.env, ...env } });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code === null ? 1 : code));
  });
}

/** Runs a command of an installed package; see {@link run}. */
export function runPackage(packageName, args, options) {
  return run(process.execPath, [packageCommand(packageName), ...args], options);
}
