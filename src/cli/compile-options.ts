/** The options of the compiler, as arguments. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompileOptions } from '../../generators/typescript/index.ts';
import { FileError, reasonOf, UsageError } from './failure.ts';

/** For `parseArgs`. */
export const compileArguments = {
  format: { type: 'string' },
  name: { type: 'string' },
  'zero-based': { type: 'boolean' },
  lowerings: { type: 'string' },
} as const;

/** What `--help` says of them. */
export const compileArgumentsHelp = `  --format <format>     function: an exported function that takes what it needs (default); script: top-level code
  --name <name>         the name of that function (default main)
  --zero-based          the first item of a list has the number 0, not 1
  --lowerings <module>  an ES module whose export "lowerings" compiles blocks of your own`;

interface CompileArguments {
  format?: string | undefined;
  name?: string | undefined;
  'zero-based'?: boolean | undefined;
  lowerings?: string | undefined;
}

/**
 * The options that the arguments mean.
 *
 * @throws {UsageError} when they make no sense.
 * @throws {FileError} when the module of lowerings cannot be loaded.
 */
export async function compileOptions(values: CompileArguments, now: number): Promise<CompileOptions> {
  const { format = 'function', name } = values;
  if (format !== 'function' && format !== 'script') {
    throw new UsageError(`--format takes function or script, not "${format}".`);
  }
  if (format === 'script' && name !== undefined) {
    throw new UsageError('--name names the function, and the format script has none.');
  }
  return {
    format,
    now,
    oneBasedIndex: !values['zero-based'],
    ...(name !== undefined && { name }),
    ...(values.lowerings !== undefined && { lowerings: await loadLowerings(values.lowerings) }),
  };
}

async function loadLowerings(file: string): Promise<NonNullable<CompileOptions['lowerings']>> {
  let loaded: unknown;
  try {
    loaded = await import(pathToFileURL(path.resolve(file)).href);
  } catch (error) {
    throw new FileError(`${file} cannot be loaded: ${reasonOf(error)}`);
  }
  const lowerings: unknown =
    typeof loaded === 'object' && loaded && 'lowerings' in loaded ? loaded.lowerings : undefined;
  if (!isLowerings(lowerings)) {
    throw new FileError(`${file} has no export "lowerings" that is an object of functions, by block type.`);
  }
  return lowerings;
}

function isLowerings(value: unknown): value is NonNullable<CompileOptions['lowerings']> {
  return (
    typeof value === 'object' && value !== null && Object.values(value).every((item) => typeof item === 'function')
  );
}
