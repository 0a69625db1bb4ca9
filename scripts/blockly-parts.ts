/** What Vite has to know of Blockly and its multiline field. */
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const resolve = createRequire(import.meta.url).resolve;

/**
 * Emits Blockly's media files into `media/` beside the built scripts, where a built editor looks for them; while
 * developing they are served from Blockly's package. Takes the multiline field from its source, because the file that
 * is shipped brings five code generators along.
 */
export function blocklyParts(): Plugin {
  let folder = '';
  return {
    name: 'blockly-parts',
    config() {
      const field = join(dirname(resolve('@blockly/field-multilineinput')), '../src/field_multilineinput.ts');
      return { resolve: { alias: { '@blockly/field-multilineinput': field } } };
    },
    configResolved({ build }) {
      folder = build.lib ? 'media' : join(build.assetsDir, 'media');
    },
    async generateBundle() {
      const media = join(dirname(resolve('blockly')), 'media');
      for (const name of await readdir(media)) {
        // The editor makes no sounds, and they are the larger part.
        if (name.endsWith('.mp3')) continue;
        this.emitFile({ type: 'asset', fileName: join(folder, name), source: await readFile(join(media, name)) });
      }
    },
  };
}
