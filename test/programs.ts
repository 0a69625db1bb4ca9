/** The saved programs of test/programs, with what they must become. The README there says what the files are. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CompileOptions, Diagnostic, ProgramState } from '../generators/typescript/index.ts';

const folder = path.join(import.meta.dirname, 'programs');

/** One program and its idea, which is also the name of its files. */
export interface Case {
  idea: string;
  program: ProgramState;
  options: CompileOptions;
}

/** All programs, in the order of their names. */
export function readCases(): Case[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.diagnostics.json'))
    .map((name) => readCase(name.slice(0, -'.json'.length)))
    .sort((a, b) => (a.idea < b.idea ? -1 : 1));
}

/** One program. Throws when there is none of that name. */
export function readCase(idea: string): Case {
  const saved: ProgramState & { compileOptions?: CompileOptions } = JSON.parse(
    readFileSync(fileOf(idea, 'json'), 'utf8'),
  );
  const { compileOptions: options = {}, ...program } = saved;
  return { idea, program, options };
}

/** The code that a program must become; `undefined` when nobody has said yet. */
export function readExpectedCode(idea: string): string | undefined {
  const file = fileOf(idea, 'ts');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** What the compiler must say about a program; nothing when there is no such file. */
export function readExpectedDiagnostics(idea: string): Diagnostic[] {
  const file = fileOf(idea, 'diagnostics.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

export function fileOf(idea: string, extension: 'json' | 'ts' | 'diagnostics.json'): string {
  return path.join(folder, `${idea}.${extension}`);
}
