// `codeless-push-blocks`: finds the command that is meant.

import { version } from '../../package.json';
import { assetsCommand, assetsHelp } from './assets.ts';
import { checkCommand, checkHelp } from './check.ts';
import { compileCommand, compileHelp } from './compile.ts';
import { printable } from './diagnostics.ts';
import { emulate, emulateHelp } from './emulate.ts';
import { exitCode, FileError, UsageError } from './failure.ts';
import type { CommandIo } from './io.ts';

interface Command {
  /** What `--help` after its name prints. */
  help: string;
  /** Runs with the arguments after its name. Answers the exit code; what it throws, the person is told. */
  run(args: string[], io: CommandIo): Promise<number>;
}

const commands: ReadonlyMap<string, Command> = new Map([
  ['compile', { help: compileHelp, run: compileCommand }],
  ['check', { help: checkHelp, run: checkCommand }],
  ['assets', { help: assetsHelp, run: assetsCommand }],
  ['emulate', { help: emulateHelp, run: emulate }],
]);

/** What `--help` prints. */
export const help = `Usage: codeless-push-blocks <command> [options]

Commands
  compile    turn a program into TypeScript, or into a project that builds
  check      say what is wrong with programs
  assets     copy what the editor loads at run time to where a page is served from
  emulate    serve the device registration and push API of Backendless on this machine

Options
  --help     print this; after a command, its options
  --version  print the version
`;

/**
 * Runs the command that the arguments name. Answers the exit code: that of the command, 0 for help, 2 when there is no
 * such command. Never rejects.
 */
export async function runCommand([name, ...rest]: string[], io: CommandIo): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    io.stdout.write(help);
    return exitCode.success;
  }
  if (name === '--version') {
    io.stdout.write(`${version}\n`);
    return exitCode.success;
  }
  const command = name === undefined ? undefined : commands.get(name);
  if (name === undefined || command === undefined) {
    if (name !== undefined) io.stderr.write(`There is no command ${JSON.stringify(name)}.\n\n`);
    io.stderr.write(help);
    return exitCode.usage;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    io.stdout.write(command.help);
    return exitCode.success;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    io.stderr.write(`${printable(error instanceof Error ? error.message : String(error))}\n`);
    if (error instanceof FileError) return exitCode.file;
    if (!isUsageError(error)) return exitCode.failure;
    io.stderr.write(`Try: codeless-push-blocks ${name} --help\n`);
    return exitCode.usage;
  }
}

/** Our own, or that of Node's `parseArgs`. */
function isUsageError(error: unknown): boolean {
  if (error instanceof UsageError) return true;
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}
