/**
 * A program as a project of its own: the files of a small Node package that checks, builds and runs its code.
 *
 * Knows no page, no disk and no clock: the command writes the files, the playground packs them.
 */
import type { Compilation } from '../../generators/typescript/compilation.ts';
import type { ProgramState } from '../../generators/typescript/program.ts';
import { hostFile } from './host.ts';
import { needsOf } from './needs.ts';
import { packageName } from './package-name.ts';
import { readme } from './readme.ts';
import { environmentFile } from './variables.ts';

/** What may be chosen for a project. */
export interface ProjectOptions {
  /** What the project is called, as a person would write it. Default: `Push program`. */
  name?: string;
}

/** The content of each file by its path, with slashes, in the order in which they are best read. */
export type ProjectFiles = Readonly<Record<string, string>>;

/** What the project is built with: the SDK that the code calls, the compiler it is checked by, the typings of Node. */
export const projectPackages = {
  dependencies: { backendless: '8.0.0' },
  devDependencies: { '@types/node': '20.19.43', typescript: '7.0.2' },
} as const;

/**
 * The files of a project. In its folder `npm install` gets what it needs, `npm run check` checks the types, `npm start`
 * builds and runs it against the Backendless app that the environment names.
 *
 * @param compilation What the program became, without `trace`. Errors in it are the caller's to refuse.
 * @param program The program itself; it is kept beside the code, so that the blocks can be opened again.
 */
export function projectFiles(
  compilation: Compilation,
  program: ProgramState,
  { name = 'Push program' }: ProjectOptions = {},
): ProjectFiles {
  const needs = needsOf(compilation, program);
  return {
    'README.md': readme(name, needs),
    'package.json': json(manifest(name)),
    'tsconfig.json': typescriptConfiguration,
    '.gitignore': 'node_modules\ndist\n.env\n',
    '.env.example': environmentFile(needs),
    'program.json': json(program),
    'src/program.ts': compilation.code,
    'src/main.ts': hostFile(compilation.entry, needs),
  };
}

function manifest(name: string): object {
  return {
    name: packageName(name),
    version: '1.0.0',
    private: true,
    type: 'module',
    engines: { node: '>=20.19' },
    scripts: { check: 'tsc --noEmit', build: 'tsc', prestart: 'npm run build', start: 'node dist/main.js' },
    ...projectPackages,
  };
}

const typescriptConfiguration = `{
  "compilerOptions": {
    "target": "ES2022",
    "lib": ["ES2022"],
    "module": "NodeNext",
    "types": ["node"],
    "strict": true,
    "noUncheckedIndexedAccess": true,
    // The typings of the SDK name types that it does not bring along.
    "skipLibCheck": true,
    "rootDir": "src",
    "outDir": "dist"
  },
  "include": ["src"]
}
`;

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
