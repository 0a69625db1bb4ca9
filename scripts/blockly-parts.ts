/** What Vite has to know of Blockly and its multiline field. */
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);
const { resolve } = require;

/**
 * Emits Blockly's media files into `media/` beside the built scripts, where a built editor looks for them; while
 * developing they are served from Blockly's package. Takes the multiline field from its source, because the file that
 * is shipped brings five code generators along. Takes of Blockly's languages what differs from English, as plain modules.
 *
 * @param options `media`: whether to emit the media files.
 */
export function blocklyParts({ media: withMedia = true } = {}): Plugin {
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
    load(id) {
      const [, language] = /\/blockly\/msg\/([\w-]+)\.mjs$/.exec(id.replaceAll('\\', '/')) ?? [];
      return language === undefined ? undefined : languageModule(language);
    },
    async generateBundle() {
      if (!withMedia) return;
      const media = join(dirname(resolve('blockly')), 'media');
      for (const name of await readdir(media)) {
        // The editor makes no sounds, and they are the larger part.
        if (name.endsWith('.mp3')) continue;
        this.emitFile({ type: 'asset', fileName: join(folder, name), source: await readFile(join(media, name)) });
      }
    },
  };
}

/** The words of one of Blockly's languages, each as an export; those that are still English are Blockly's anyway. */
function languageModule(language: string): string {
  const english: Record<string, string> = require('blockly/msg/en');
  const words: Record<string, string> = require(`blockly/msg/${language}`);
  return Object.entries(words)
    .filter(([key, text]) => text !== english[key] && /^\w+$/.test(key))
    .map(([key, text]) => `export const ${key} = ${JSON.stringify(text)};\n`)
    .join('');
}
