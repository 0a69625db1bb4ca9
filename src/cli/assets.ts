// `codeless-push-blocks assets`: the files that the editor loads at run time, for whoever serves the page.

import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { exitCode, FileError, reasonOf, UsageError } from './failure.ts';
import type { CommandIo } from './io.ts';

/** What is copied, as it lies beside the built command. */
const assets = ['media', 'runner.html'];

/** What `assets --help` prints. */
export const assetsHelp = `Usage: codeless-push-blocks assets <folder>

Copies the files that the editor loads at run time into a folder that is served with the page:
  media/       pictures and cursors of the blocks, for the option "assetsUrl"
  runner.html  the page of the sandbox in which programs run, for the option "runner"

Options
  --help       print this

Exit codes
  0 copied   2 wrong arguments   3 a file cannot be written
`;

/** Runs the command. Answers the exit code; throws what {@link UsageError} and {@link FileError} say. */
export async function assetsCommand(args: string[], io: CommandIo): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new UsageError('Name one folder to copy to.');
  try {
    await mkdir(folder, { recursive: true });
    for (const name of assets) {
      await cp(fileURLToPath(new URL(name, import.meta.url)), path.join(folder, name), { recursive: true });
    }
  } catch (error) {
    throw new FileError(`The files could not be copied to ${folder}: ${reasonOf(error)}.`);
  }
  io.stdout.write(`Copied ${assets.join(', ')} to ${folder}\n`);
  return exitCode.success;
}
