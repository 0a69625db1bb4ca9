/**
 * Versions of the program format, and the way from each to the next. Editor and compiler read every released one.
 *
 * The format changes when programs that were saved before would be read wrongly or not at all: a block that is renamed,
 * a field whose values mean something else. A block that is added changes nothing.
 */

/** A program as parsed JSON. */
export type ProgramJson = Readonly<Record<string, unknown>>;

/**
 * Takes a program of one version to the next. It leaves what it is given as it is, and passes on what it does not know:
 * nobody has checked the program yet.
 */
export type Migration = (program: ProgramJson) => ProgramJson;

/** The way up: the first takes version 1 to version 2, and so on. */
const migrations: readonly Migration[] = [];

/** The version that is written, and the newest that is read. */
export const programVersion = newestOf(migrations);

/**
 * The version that a program says it has. One that says none is what Blockly saves by itself, which is version 1.
 *
 * @returns `undefined` when what it says is no version.
 */
export function versionOf({ version = 1 }: ProgramJson): number | undefined {
  return typeof version === 'number' && Number.isInteger(version) && version >= 1 ? version : undefined;
}

/**
 * A program in the newest version; the one given is not changed.
 *
 * @param program Of a version up to the newest.
 * @throws what a migration throws when parts of the program are not what it expects.
 */
export function upgrade(program: ProgramJson, steps: readonly Migration[] = migrations): ProgramJson {
  const newest = newestOf(steps);
  const version = versionOf(program);
  if (version === undefined || version > newest) throw new RangeError('There is no way from this version.');
  const current = steps.slice(version - 1).reduce((before, step) => step(before), program);
  return { ...current, version: newest };
}

function newestOf(steps: readonly Migration[]): number {
  return steps.length + 1;
}
