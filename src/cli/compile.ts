// `codeless-push-blocks compile`: a program as TypeScript, or as a project.

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compile, type Compilation, type CompileOptions } from '../../generators/typescript/index.ts';
import { projectFiles } from '../project/index.ts';
import { compileArguments, compileArgumentsHelp, compileOptions } from './compile-options.ts';
import { countOf, counted, diagnosticLine, printable } from './diagnostics.ts';
import { exitCode, FileError, reasonOf, UsageError } from './failure.ts';
import type { CommandIo } from './io.ts';
import { readProgram, sourceName, STANDARD_INPUT } from './program-source.ts';
import { writeProject } from './project-folder.ts';

/** What `compile --help` prints. */
export const compileHelp = `Usage: codeless-push-blocks compile <program.json> [options]

Compiles a program, as the editor saves it, to TypeScript. "-" reads it from the standard input.
What there is to say about the program goes to the standard error; a program with errors gives no code.

Options
  -o, --output <file>   write the code to this file, not to the standard output
  --project <folder>    write a project that builds and runs the code, not the code alone
  --force               let --project replace files that are there already
${compileArgumentsHelp}
  --help                print this

Exit codes
  0 compiled   1 the program has errors   2 wrong arguments
  3 a file cannot be read or written, or holds no program that this version knows
`;

/** Runs the command. Answers the exit code; throws what {@link UsageError} and {@link FileError} say. */
export async function compileCommand(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...compileArguments,
      output: { type: 'string', short: 'o' },
      project: { type: 'string' },
      force: { type: 'boolean' },
    },
  });
  const [source, ...others] = positionals;
  if (source === undefined) throw new UsageError('Name the file of a program, or "-" for the standard input.');
  if (others.length > 0) throw new UsageError(`compile takes one program; these are ${positionals.length}.`);
  const { output, project, force = false } = values;
  if (output !== undefined && project !== undefined) throw new UsageError('Choose one of --output and --project.');
  if (force && project === undefined) throw new UsageError('--force goes with --project.');
  if (output !== undefined && source !== STANDARD_INPUT && path.resolve(output) === path.resolve(source)) {
    throw new UsageError(`${output} is the program itself, which the code would replace.`);
  }

  const options = await compileOptions(values, Date.now());
  const program = await readProgram(source, io);
  const compilation = compile(program, options);
  report(compilation, options, sourceName(source), io);
  if (countOf(compilation.diagnostics, 'error') > 0) return exitCode.failure;

  if (project !== undefined) {
    const name = path.basename(path.resolve(project));
    await writeProject(project, projectFiles(compilation, program, { name }), force);
    io.stderr.write(
      `${printable(project)} is a project now. In it: npm install, then npm start. README.md says more.\n`,
    );
  } else if (output !== undefined) {
    await writeCode(output, compilation.code);
  } else {
    io.stdout.write(compilation.code);
  }
  return exitCode.success;
}

function report({ diagnostics, entry }: Compilation, options: CompileOptions, name: string, io: CommandIo): void {
  for (const diagnostic of diagnostics) io.stderr.write(`${diagnosticLine(name, diagnostic)}\n`);
  const errors = countOf(diagnostics, 'error');
  if (errors > 0) io.stderr.write(`Not compiled: ${counted(errors, 'error')}.\n`);
  else if (options.name !== undefined && entry.name !== options.name) {
    io.stderr.write(printable(`The function is called ${entry.name}: it cannot be called "${options.name}".`) + '\n');
  }
}

async function writeCode(file: string, code: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, code);
  } catch (error) {
    throw new FileError(`${file} cannot be written: ${reasonOf(error)}.`);
  }
}
