/** How the compiler is divided into scripts. */
import type { Plugin } from 'vite';

/**
 * Makes one script of all that the first code takes. Else what the compiler of edits, which an editor fetches later,
 * has in common with it would be a second one, and pack worse.
 */
export function compilerParts(): Plugin {
  return {
    name: 'compiler-parts',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: 'compiler', test: /\/src\/editor\/compiling\.ts$/, priority: 1 },
                // An editor has these before the compiler: a group takes in what its files import.
                { name: 'program', test: /\/generators\/typescript\/(?:fill-in|versions)\.ts$/, priority: 2 },
              ],
            },
          },
        },
      },
    }),
  };
}
