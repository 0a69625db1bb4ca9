/** The TypeScript configurations of this project: the one for everything, and the stricter ones of single folders. */
import { readdirSync } from 'node:fs';
import { root } from './root.mjs';

/** File names of the configurations to check, in a fixed order. */
export function typescriptProjects() {
  return readdirSync(root)
    .filter((name) => /^tsconfig(\.[\w-]+)?\.json$/.test(name) && name !== 'tsconfig.base.json')
    .sort();
}
