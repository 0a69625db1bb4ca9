/** The entries of the package, as `exports` of package.json names them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');
const built = './dist/lib/';
const types = './dist/lib/types/';

/** An entry that is a module. */
export interface PackageEntry {
  /** What its built file is called, without `.js`. */
  name: string;
  /** The file that it is made of. */
  source: string;
}

/** The entries with types; what has none is a file that is there as it is. */
export const packageEntries: readonly PackageEntry[] = Object.values<string | { types: string; default: string }>(
  manifest.exports,
).flatMap((target) =>
  typeof target === 'string' ? [] : [{ name: nameOf(target.default), source: sourceOf(target.types) }],
);

/** The command. */
export const commandEntry: PackageEntry = {
  name: nameOf(`./${manifest.bin['codeless-push-blocks']}`),
  source: join(root, 'src/cli/main.ts'),
};

function nameOf(file: string): string {
  return file.slice(built.length, -'.js'.length);
}

/** Declarations are laid out as the sources are. */
function sourceOf(declaration: string): string {
  const source = join(root, declaration.slice(types.length, -'.d.ts'.length));
  return existsSync(`${source}.tsx`) ? `${source}.tsx` : `${source}.ts`;
}
