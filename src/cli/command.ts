// `codeless-push-blocks`: finds the command that is meant.

import { version } from '../../package.json';
import { emulate } from './emulate.ts';
import type { CommandIo } from './io.ts';

/** Runs with the arguments after its name. Answers the exit code; never rejects. */
type Command = (args: string[], io: CommandIo) => Promise<number>;

const commands: ReadonlyMap<string, Command> = new Map([['emulate', emulate]]);

/** What `--help` prints. */
export const help = `Usage: codeless-push-blocks <command> [options]

Commands
  emulate    serve the device registration and push API of Backendless on this machine

Options
  --help     print this; after a command, its options
  --version  print the version
`;

/**
 * Runs the command that the arguments name. Answers the exit code: that of the command, 0 for help, 2 when there is no
 * such command.
 */
export async function runCommand([name, ...rest]: string[], io: CommandIo): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    io.stdout.write(help);
    return 0;
  }
  if (name === '--version') {
    io.stdout.write(`${version}\n`);
    return 0;
  }
  const command = name === undefined ? undefined : commands.get(name);
  if (command) return command(rest, io);
  if (name !== undefined) io.stderr.write(`There is no command ${JSON.stringify(name)}.\n\n`);
  io.stderr.write(help);
  return 2;
}
