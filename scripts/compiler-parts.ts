/** How the compiler is divided into scripts. */
import type { Plugin } from 'vite';

const folder = String.raw`/generators/typescript/`;

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
                { name: 'compiler', test: new RegExp(`${folder}edit-compiler\\.ts$`), priority: 1 },
                // An editor has these before the compiler: a group takes in what its files import.
                { name: 'program', test: new RegExp(`${folder}(?:fill-in|versions)\\.ts$`), priority: 2 },
              ],
            },
          },
        },
      },
    }),
  };
}
