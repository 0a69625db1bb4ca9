/**
 * The compiler, which is fetched while the blocks are being put on the page: they can be seen and dragged without it,
 * and it is larger than all else that an editor adds to Blockly.
 */
import type * as generator from '../../generators/typescript/index.ts';

type CompilerModule = Pick<typeof generator, 'compile' | 'createCompiler'>;

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
    present = await import('../../generators/typescript/index.ts');
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
