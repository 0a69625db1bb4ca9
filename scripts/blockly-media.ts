/** Puts Blockly's media files where a built editor looks for them. */
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** Emits the files into `media/` beside the built scripts. While developing they are served from Blockly's package. */
export function blocklyMedia(): Plugin {
  let folder = '';
  return {
    name: 'blockly-media',
    apply: 'build',
    configResolved({ build }) {
      folder = build.lib ? 'media' : join(build.assetsDir, 'media');
    },
    async generateBundle() {
      const media = join(dirname(createRequire(import.meta.url).resolve('blockly/package.json')), 'media');
      for (const name of await readdir(media)) {
        // Sounds are off, and are the larger part.
        if (name.endsWith('.mp3')) continue;
        this.emitFile({ type: 'asset', fileName: join(folder, name), source: await readFile(join(media, name)) });
      }
    },
  };
}
