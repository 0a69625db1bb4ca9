/** Programs as the command gets them: from files, or from what is piped in. */
import { readFile } from 'node:fs/promises';
import { programVersion, type ProgramState } from '../../generators/typescript/index.ts';
import { FileError, reasonOf } from './failure.ts';
import type { CommandIo } from './io.ts';

/** The argument that stands for the standard input. */
export const STANDARD_INPUT = '-';

/** What to call a source in messages. */
export function sourceName(source: string): string {
  return source === STANDARD_INPUT ? '(standard input)' : source;
}

/**
 * Reads a program. Its blocks are not looked at: that is the compiler's part.
 *
 * @throws {FileError} when it cannot be read, is no JSON object, or was saved by a later version of this package.
 */
export async function readProgram(source: string, io: CommandIo): Promise<ProgramState> {
  const name = sourceName(source);
  const text = decode(await readBytes(source, io), name);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new FileError(`${name} is not JSON: ${reasonOf(error)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new FileError(`${name} is not a program: a program is a JSON object.`);
  }
  const version: unknown = 'version' in value ? value.version : undefined;
  if (typeof version === 'number' && version > programVersion) {
    throw new FileError(
      `${name} was saved by a newer version: its format is ${version}, and this version reads up to ${programVersion}.`,
    );
  }
  return value;
}

async function readBytes(source: string, io: CommandIo): Promise<Buffer> {
  try {
    if (source !== STANDARD_INPUT) return await readFile(source);
    const chunks: Buffer[] = [];
    for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  } catch (error) {
    throw new FileError(`${sourceName(source)} cannot be read: ${reasonOf(error)}.`);
  }
}

function decode(bytes: Buffer, name: string): string {
  try {
    // A byte order mark, as some editors write it, is left out.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileError(`${name} is not text in UTF-8.`);
  }
}
