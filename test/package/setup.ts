/** Packs the package and installs it, once for all tests of it, where nothing of this project is within reach. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { succeed } from './command.ts';

/** Where the package is installed. */
export interface Installed {
  /** The packed file. */
  tarball: string;
  /** A project with the package and Blockly. */
  plain: string;
  /** A project with these, and what a platform builds its pages with. */
  bundled: string;
  /** What npm said while it installed into the first and into the second. */
  notes: string[];
}

declare module 'vitest' {
  interface ProvidedContext {
    installed: Installed;
  }
}

const project = path.resolve(import.meta.dirname, '../..');

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'package-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await succeed(project, 'npm', ['pack', '--pack-destination', folder]);
    const [name] = await readdir(folder);
    if (name === undefined) throw new Error('npm packed nothing.');
    const tarball = path.join(folder, name);
    const [plain, bundled] = [path.join(folder, 'plain'), path.join(folder, 'bundled')];
    const notes = await Promise.all([
      install(plain, tarball, ['blockly']),
      install(bundled, tarball, [
        'blockly',
        'react',
        'react-dom',
        '@types/react',
        '@types/react-dom',
        'typescript',
        'vite',
      ]),
    ]);
    provide('installed', { tarball, plain, bundled, notes });
  } catch (error) {
    await remove();
    throw error;
  }
  return remove;
}

/** Installs the package with others, in the versions that this project has, into a new project. */
async function install(folder: string, tarball: string, others: readonly string[]): Promise<string> {
  const { devDependencies }: { devDependencies: Record<string, string> } = JSON.parse(
    await readFile(path.join(project, 'package.json'), 'utf8'),
  );
  await mkdir(folder);
  await writeFile(path.join(folder, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }');
  const packages = [tarball, ...others.map((other) => `${other}@${devDependencies[other]}`)];
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--no-update-notifier'];
  return (await succeed(folder, 'npm', ['install', ...quiet, ...packages])).stderr;
}
