/** Independent judges of generated code: the real compiler, the real formatter, and a parser that is not ours. */

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'prettier';
import { parseSync } from 'vite';

const project = path.resolve(import.meta.dirname, '../..');
const tsc = path.join(project, 'node_modules/typescript/bin/tsc');

/** One error of the TypeScript compiler. */
export interface TscError {
  /** The name under which the file was handed in; empty for an error about no file. */
  file: string;
  /** Line and column, from 1. */
  line: number;
  column: number;
  /** Such as `TS2322`. */
  code: string;
  /** The whole message, over several lines where the compiler explains it. */
  message: string;
}

/** How a strict project of a user of the generated code is set up. */
const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2022', 'DOM'],
  module: 'ESNext',
  moduleResolution: 'Bundler',
  // A program that imports nothing is a module all the same, and the files of one batch must not see each other.
  moduleDetection: 'force',
  strict: true,
  noUncheckedIndexedAccess: true,
  isolatedModules: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
};

/**
 * Runs the TypeScript compiler once over all files, against the real typings of the packages of this project.
 *
 * @param files Source by file name. Names end in `.ts` and may have folders in them.
 * @param options Compiler options to change or add.
 * @param others Files beside them that are no sources, such as `package.json`.
 * @returns The errors, none when every file is fine.
 */
export async function checkTypeScript(
  files: Readonly<Record<string, string>>,
  options: Readonly<Record<string, unknown>> = {},
  others: Readonly<Record<string, string>> = {},
): Promise<TscError[]> {
  // Below the project's node_modules, so that `import "backendless"` finds the package.
  const cache = path.join(project, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(path.join(cache, 'tsc-'));
  try {
    const names = Object.keys(files);
    for (const [name, source] of Object.entries({ ...files, ...others })) {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, source);
    }
    const config = { compilerOptions: { ...compilerOptions, ...options }, files: names };
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
    return parseErrors(await runTsc(folder));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * What Prettier, with its default options, would rather have; `undefined` when it would change nothing.
 *
 * Throws when the source cannot be parsed.
 */
export async function checkPrettier(source: string): Promise<string | undefined> {
  const formatted = await format(source, { parser: 'typescript' });
  return formatted === source ? undefined : formatted;
}

/**
 * The places where the source escapes from type checking: the type `any`, and comments that silence the compiler.
 * The word in a text, a name or another comment is none.
 *
 * @returns One line for each place, such as `3: any`.
 */
export function findTypeEscapes(source: string): string[] {
  const { program, comments, errors } = parseSync('source.ts', source);
  if (errors.length > 0) throw new SyntaxError(errors.map((error) => error.message).join('\n'));
  const places = findNodes(program, 'TSAnyKeyword').map((start) => ({ start, what: 'any' }));
  for (const { value, start } of comments) {
    const found = /^[/*\s]*@(ts-[a-z-]+)/m.exec(value);
    if (found) places.push({ start, what: `@${found[1]}` });
  }
  return places.map(({ start, what }) => `${source.slice(0, start).split('\n').length}: ${what}`);
}

/** Whether the text is a JavaScript module, as it is. */
export function isJavaScript(source: string): boolean {
  return parseSync('source.js', source, { lang: 'js', sourceType: 'module' }).errors.length === 0;
}

/** Where the nodes of a type start, wherever they are in a tree. */
function findNodes(tree: unknown, type: string): number[] {
  const starts: number[] = [];
  const open: unknown[] = [tree];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null) continue;
    if ('type' in node && node.type === type && 'start' in node && typeof node.start === 'number') {
      starts.push(node.start);
    }
    open.push(...Object.values(node));
  }
  return starts.sort((a, b) => a - b);
}

function runTsc(cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [tsc, '-p', '.', '--pretty', 'false'], options, (error, stdout, stderr) => {
      // Exit code 1 or 2 with errors on stdout is an answer; anything else is a failure to run.
      if (error && !stdout.includes('error TS')) reject(new Error(`tsc failed: ${error.message}\n${stderr}${stdout}`));
      else resolve(stdout);
    });
  });
}

function parseErrors(output: string): TscError[] {
  const errors: TscError[] = [];
  for (const line of output.split(/\r?\n/)) {
    const found = /^(?:(.+?)\((\d+),(\d+)\): )?error (TS\d+): (.*)$/.exec(line);
    const last = errors.at(-1);
    if (found) {
      const [, file = '', at = '0', column = '0', code = '', message = ''] = found;
      errors.push({ file, line: Number(at), column: Number(column), code, message });
    } else if (last && line.startsWith(' ')) {
      last.message += `\n${line}`;
    }
  }
  return errors;
}
