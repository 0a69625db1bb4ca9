/** Why a command could not do its work. */

/** What the process ends with. */
export const exitCode = {
  /** All went well; there may have been warnings. */
  success: 0,
  /** The program has errors, or the service could not run. */
  failure: 1,
  /** The arguments make no sense. */
  usage: 2,
  /** A file cannot be read or written, or holds no program that this version knows. */
  file: 3,
} as const;

/** A mistake in the arguments. */
export class UsageError extends Error {}

/** A file that cannot be read or written, or does not hold what it must. The message names it. */
export class FileError extends Error {}

/** What was thrown, in one sentence. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  return (typeof code === 'string' && systemReasons.get(code)) || error.message;
}

/** The system's reasons, in words. */
const systemReasons = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'a part of its path is no folder'],
  ['EEXIST', 'it is there already'],
  ['EROFS', 'the file system is read-only'],
  ['ENOSPC', 'no space is left'],
]);
