/** A project on the disk. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ProjectFiles } from '../project/index.ts';
import { FileError, reasonOf } from './failure.ts';

/**
 * Writes the files of a project into a folder, which is made where it is not there.
 *
 * @param force Whether to replace files of the same names. Other files always stay.
 * @throws {FileError} when one is there already, before anything is written, or when writing fails.
 */
export async function writeProject(folder: string, files: ProjectFiles, force: boolean): Promise<void> {
  const names = Object.keys(files);
  if (!force) {
    for (const name of names) {
      if (await isThere(path.join(folder, name))) {
        throw new FileError(`${path.join(folder, name)} is there already. Choose another folder, or use --force.`);
      }
    }
  }
  for (const name of names) {
    const file = path.join(folder, name);
    try {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, files[name] ?? '');
    } catch (error) {
      throw new FileError(`${file} cannot be written: ${reasonOf(error)}.`);
    }
  }
}

async function isThere(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch {
    // What is in the way all the same is told when the file is written.
    return false;
  }
}
