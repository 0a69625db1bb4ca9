/**
 * The compiler, which is fetched while the blocks are being put on the page: they can be seen and dragged without it,
 * and it is larger than all else that an editor adds to Blockly. What it takes to compile only what changed is fetched
 * once there is code: until then every change is compiled with the whole program.
 */
import type { EditCompiler } from '../../generators/typescript/edit-compiler.ts';
import type * as compiling from './compiling.ts';

type CompilerModule = typeof compiling;

let present: CompilerModule | undefined;
let coming: Promise<CompilerModule> | undefined;

/**
 * Fetches the compiler, once for all editors of a page.
 *
 * @throws when it is out of reach, naming the file; it is tried again when it is asked for again.
 */
export function fetchCompiler(): Promise<CompilerModule> {
  coming ??= load();
  return coming;
}

async function load(): Promise<CompilerModule> {
  try {
    present = await import('./compiling.ts');
    return present;
  } catch (cause) {
    coming = undefined;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The compiler of the blocks could not be fetched: ${reason}`, { cause });
  }
}

/** The compiler if it has been fetched. */
export function presentCompiler(): CompilerModule | undefined {
  return present;
}

/** Has a compiler compile only what changes, once what that takes has been fetched. */
export async function hasten(compiler: EditCompiler): Promise<void> {
  if (compiler.isKeeping) return;
  try {
    const { KeptProgram } = await import('../../generators/typescript/edit/kept-program.ts');
    if (!compiler.isKeeping) compiler.keepBy(KeptProgram);
  } catch {
    // Out of reach for now: the code is right without it, and the next change tries again.
  }
}
