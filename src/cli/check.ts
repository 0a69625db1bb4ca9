// `codeless-push-blocks check`: what the compiler has to say about programs.

import { parseArgs } from 'node:util';
import { compile, type CompileOptions, type Diagnostic } from '../../generators/typescript/index.ts';
import { compileArguments, compileArgumentsHelp, compileOptions } from './compile-options.ts';
import { countOf, counted, diagnosticLine, printable } from './diagnostics.ts';
import { exitCode, FileError, UsageError } from './failure.ts';
import type { CommandIo } from './io.ts';
import { readProgram, sourceName, STANDARD_INPUT } from './program-source.ts';

/** What `check --help` prints. */
export const checkHelp = `Usage: codeless-push-blocks check <program.json>… [options]

Says what is wrong with programs, or could be better. "-" reads one from the standard input.

Options
  --json                print JSON: a list with an object for each program,
                        {"file": …, "diagnostics": [{"severity", "code", "message", "blockId", …}…]}
                        or, when it cannot be read, {"file": …, "problem": …}
  --strict              let warnings count as errors
${compileArgumentsHelp}
  --help                print this

Exit codes
  0 no errors   1 a program has errors   2 wrong arguments
  3 a file cannot be read, or holds no program that this version knows
`;

/** What was found out about one program: what the compiler says, or why it could not be read. */
type Finding = { file: string; diagnostics: Diagnostic[] } | { file: string; problem: string };

/** Runs the command. Answers the exit code; throws what {@link UsageError} says. */
export async function checkCommand(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals: sources } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...compileArguments, json: { type: 'boolean' }, strict: { type: 'boolean' } },
  });
  if (sources.length === 0) throw new UsageError('Name files of programs, or "-" for the standard input.');
  if (sources.filter((source) => source === STANDARD_INPUT).length > 1) {
    throw new UsageError('The standard input can be read once.');
  }
  const options = await compileOptions(values, Date.now());
  const findings: Finding[] = [];
  for (const source of sources) findings.push(await look(source, options, io));

  if (values.json) io.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
  else print(findings, io);

  if (findings.some((finding) => 'problem' in finding)) return exitCode.file;
  const all = allDiagnostics(findings);
  const isBad = countOf(all, 'error') > 0 || (values.strict === true && countOf(all, 'warning') > 0);
  return isBad ? exitCode.failure : exitCode.success;
}

async function look(source: string, options: CompileOptions, io: CommandIo): Promise<Finding> {
  const file = sourceName(source);
  try {
    return { file, diagnostics: compile(await readProgram(source, io), options).diagnostics };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { file, problem: error.message };
  }
}

function print(findings: readonly Finding[], io: CommandIo): void {
  for (const finding of findings) {
    if ('problem' in finding) io.stderr.write(`${printable(finding.problem)}\n`);
    else for (const diagnostic of finding.diagnostics) io.stdout.write(`${diagnosticLine(finding.file, diagnostic)}\n`);
  }
  const all = allDiagnostics(findings);
  const read = findings.filter((finding) => 'diagnostics' in finding).length;
  const numbers = [
    counted(read, 'program'),
    counted(countOf(all, 'error'), 'error'),
    counted(countOf(all, 'warning'), 'warning'),
  ];
  io.stdout.write(`${numbers.join(', ')}\n`);
}

function allDiagnostics(findings: readonly Finding[]): Diagnostic[] {
  return findings.flatMap((finding) => ('diagnostics' in finding ? finding.diagnostics : []));
}
