/** Programs as they come from outside: from a file, a server, another version. */
import { programVersion, upgrade, versionOf } from '../../generators/typescript/versions.ts';
import type { ProgramState } from '../../generators/typescript/program.ts';
import { ProgramError } from './program-error.ts';

/** The version of the program format that this package writes, and the newest that it reads. */
export const PROGRAM_VERSION = programVersion;

/** Parts of the workspace that a program may have. */
const PARTS = ['blocks', 'variables', 'procedures', 'workspaceComments'] as const;

type JsonObject = Record<string, unknown>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Checks that `data` is a program that this version can read and whose blocks are all known, and
 * brings it into the present format. The data itself is not changed.
 *
 * @param isKnown Whether a block type is installed.
 * @throws {ProgramError} when it is not.
 */
export function readProgram(data: unknown, isKnown: (blockType: string) => boolean): ProgramState {
  if (!isObject(data)) {
    throw new ProgramError('not-a-program', `A program is a JSON object; this is ${describe(data)}.`);
  }
  checkVersion(data);
  const isEmpty = Object.keys(data).every((key) => key === 'version');
  if (!isEmpty && !PARTS.some((part) => part in data)) {
    const names = Object.keys(data)
      .slice(0, 3)
      .map((key) => `“${key}”`);
    throw new ProgramError(
      'not-a-program',
      `This JSON is not a program: it has ${names.join(', ')}, but neither “blocks” nor “variables”.`,
    );
  }
  const current = broughtUp(data);
  checkVariables(current['variables']);
  checkBlocks(current['blocks'], isKnown);
  return { ...current, version: PROGRAM_VERSION };
}

/** In the present version. What a migration cannot make sense of is damaged. */
function broughtUp(data: JsonObject): Readonly<JsonObject> {
  try {
    return upgrade(data);
  } catch (cause) {
    throw new ProgramError('malformed', 'This program is damaged: it does not have the form of its version.', {
      cause,
    });
  }
}

function checkVersion(data: JsonObject): void {
  const version = versionOf(data);
  if (version === undefined) {
    throw new ProgramError(
      'not-a-program',
      `A program's “version” is a whole number from 1; this is ${describe(data['version'])}.`,
    );
  }
  if (version > PROGRAM_VERSION) {
    throw new ProgramError(
      'newer-version',
      `This program was made by a newer version: its format is ${version}, and this version reads up to ${PROGRAM_VERSION}.`,
      { values: { version: String(version), newest: String(PROGRAM_VERSION) } },
    );
  }
}

function checkVariables(variables: unknown): void {
  if (variables === undefined) return;
  if (!Array.isArray(variables)) throw malformed('“variables” is a list', variables);
  variables.forEach((variable: unknown, index) => {
    if (!isObject(variable) || typeof variable['id'] !== 'string' || typeof variable['name'] !== 'string') {
      throw malformed(`variable ${index + 1} has an “id” and a “name”, both text`, variable);
    }
  });
}

function checkBlocks(section: unknown, isKnown: (blockType: string) => boolean): void {
  if (section === undefined) return;
  if (!isObject(section)) throw malformed('“blocks” is an object', section);
  const top = section['blocks'] ?? [];
  if (!Array.isArray(top)) throw malformed('the “blocks” in “blocks” are a list', top);
  // A list of what is still to see, and no recursion: a program may be any length and depth.
  const open: unknown[] = top.toReversed();
  while (open.length > 0) {
    const block = open.pop();
    if (!isObject(block)) throw malformed('a block is an object', block);
    const type = block['type'];
    if (typeof type !== 'string') throw malformed('a block has a “type”, which is text', type);
    if (!isKnown(type))
      throw new ProgramError('unknown-block', `This program has a block that is not known here: “${type}”.`, {
        values: { type },
      });
    for (const part of ['fields', 'inputs'] as const) {
      if (block[part] !== undefined && !isObject(block[part])) {
        throw malformed(`the “${part}” of a block (here “${type}”) are an object`, block[part]);
      }
    }
    const inputs = isObject(block['inputs']) ? Object.values(block['inputs']) : [];
    for (const connection of [block['next'], ...inputs.toReversed()]) {
      if (connection === undefined) continue;
      if (!isObject(connection))
        throw malformed(`what is connected to a block (here “${type}”) is an object`, connection);
      for (const child of [connection['block'], connection['shadow']]) if (child !== undefined) open.push(child);
    }
  }
}

function malformed(expectation: string, found: unknown): ProgramError {
  return new ProgramError('malformed', `This program is damaged: ${expectation}, but here it is ${describe(found)}.`);
}

/** A value in a few words, short whatever it is. */
function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return value.length > 40 ? 'a text' : JSON.stringify(value);
  return String(value);
}
