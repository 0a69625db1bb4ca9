/** When the packages are installed anew, and when not. */

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const script = pathToFileURL(path.resolve(import.meta.dirname, '../../scripts/install.mjs')).href;

interface Entry {
  version: string;
  integrity?: string;
  optional?: boolean;
  os?: string[];
}
type Packages = Record<string, Entry>;

const packages: Packages = {
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/a/node_modules/b': { version: '2.0.0', integrity: 'sha512-b' },
  'node_modules/@scope/c': { version: '3.0.0', integrity: 'sha512-c' },
};
const elsewhere: Packages = { 'node_modules/d': { version: '1.0.0', optional: true, os: ['no-such-system'] } };
const onlyElsewhere: Packages = { 'node_modules/e': { version: '1.0.0', optional: true } };
const here: Packages = { 'node_modules/f': { version: '1.0.0', optional: true, os: [process.platform] } };

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'install-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('what the lock file names is installed', async () => {
  await prepare(packages, packages);
  expect(await staleReason()).toBeUndefined();
});

test('nothing is installed', async () => {
  await writeLock(packages);
  expect(await staleReason()).toBe('none are installed yet');
});

test('the list of what is installed was written only in part', async () => {
  await prepare(packages, packages);
  await writeFile(path.join(folder, 'node_modules/.package-lock.json'), '{"packages": {');
  expect(await staleReason()).toBe('none are installed yet');
});

test('a package is not in the list', async () => {
  const { 'node_modules/@scope/c': _, ...others } = packages;
  await prepare(packages, others);
  expect(await staleReason()).toBe('@scope/c is missing');
});

test('a package is in the list, but its folder is gone', async () => {
  await prepare(packages, packages);
  await rm(path.join(folder, 'node_modules/a/node_modules/b'), { recursive: true });
  expect(await staleReason()).toBe('b is missing');
});

test('a package has another version, or the same with other contents', async () => {
  await prepare(packages, { ...packages, 'node_modules/a': { version: '0.9.0', integrity: 'sha512-a' } });
  expect(await staleReason()).toBe('a is out of date');
  await prepare(packages, { ...packages, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-other' } });
  expect(await staleReason()).toBe('a is out of date');
});

test('a folder has another version than the list says', async () => {
  await prepare(packages, packages);
  await writeFile(path.join(folder, 'node_modules/a/package.json'), JSON.stringify({ version: '0.9.0' }));
  expect(await staleReason()).toBe('a is out of date');
});

test('package.json asks for something else than the lock file', async () => {
  await prepare(packages, packages);
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ devDependencies: { a: '2.0.0' } }));
  expect(await staleReason()).toBe('devDependencies changed');
});

test('optional packages for other systems, and what only those need, may be missing', async () => {
  await prepare({ ...packages, ...elsewhere, ...onlyElsewhere }, packages);
  expect(await staleReason()).toBeUndefined();
});

test('an optional package for this system may not', async () => {
  await prepare({ ...packages, ...here }, packages);
  expect(await staleReason()).toBe('f is missing');
});

/** Writes a project with that lock file, and those packages installed. */
async function prepare(locked: Packages, installed: Packages): Promise<void> {
  await writeLock(locked);
  for (const [place, { version }] of Object.entries(installed)) {
    await mkdir(path.join(folder, place), { recursive: true });
    await writeFile(path.join(folder, place, 'package.json'), JSON.stringify({ version }));
  }
  await writeFile(path.join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
}

async function writeLock(locked: Packages): Promise<void> {
  const manifest = { devDependencies: { a: '1.0.0' } };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': manifest, ...locked } }));
}

/** What the script says of the project. It is plain JavaScript without types, so it is asked in a process of its own. */
async function staleReason(): Promise<string | undefined> {
  const source = `import { staleReason } from ${JSON.stringify(script)};
console.log(JSON.stringify({ reason: staleReason(${JSON.stringify(folder)}) }));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', source]);
  const { reason }: { reason?: string } = JSON.parse(stdout);
  return reason;
}
