/** Makes the service worker of the built page, and the manifest with which a device can keep it as an app. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const folder = join(import.meta.dirname, '../playground');
const workerFile = 'offline.js';
/** What stands beside the page under a name that stays. */
const published = ['icon-192.png', 'icon-512.png', 'icon-maskable-512.png', 'manifest.webmanifest', 'social.png'];

/**
 * Emits `offline.js`, which keeps all other files of the build, and what stands beside the page for the devices of its
 * visitors: the manifest, its icons, the picture for links to the page. Only where the build has the page.
 */
export function offlinePage(): Plugin {
  return {
    name: 'offline-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { path, bundle = {} }) {
        if (path !== '/index.html') return html;
        // Made known to a network of friends, a picture needs its whole address; only who publishes the page knows it.
        const picture = new URL('social.png', process.env.PAGE_URL ?? 'relative:/').href.replace('relative:/', './');
        const meta = (property: string, content: string) => ({
          tag: 'meta',
          attrs: { property, content },
          injectTo: 'head' as const,
        });
        return {
          html: letFrameBeText(html, bundle['runner.html']),
          tags: [
            { tag: 'link', attrs: { rel: 'manifest', href: './manifest.webmanifest' }, injectTo: 'head' },
            { tag: 'link', attrs: { rel: 'apple-touch-icon', href: './icon-192.png' }, injectTo: 'head' },
            meta('og:type', 'website'),
            meta('og:title', textOf(html, /<title>([^<]*)</)),
            meta('og:description', textOf(html, /name="description"\s+content="([^"]*)"/)),
            meta('og:image', picture),
            meta('og:image:width', '1200'),
            meta('og:image:height', '630'),
            { tag: 'meta', attrs: { name: 'twitter:card', content: 'summary_large_image' }, injectTo: 'head' },
          ],
        };
      },
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        if (!Object.hasOwn(bundle, 'index.html')) return;
        for (const name of published) {
          this.emitFile({ type: 'asset', fileName: name, source: await readFile(join(folder, 'published', name)) });
        }
        const kept = Object.values(bundle)
          // A picture for others to show.
          .filter(({ fileName }) => fileName !== 'social.png' && !fileName.endsWith('.map'))
          .toSorted((one, other) => (one.fileName < other.fileName ? -1 : 1));
        const hash = createHash('sha256');
        for (const part of kept) hash.update(part.fileName).update(part.type === 'chunk' ? part.code : part.source);
        const worker = await readFile(join(folder, 'offline/worker.js'), 'utf8');
        hash.update(worker);
        const names = JSON.stringify(kept.map(({ fileName }) => fileName));
        const version = JSON.stringify(hash.digest('hex').slice(0, 16));
        this.emitFile({
          type: 'asset',
          fileName: workerFile,
          source: `const version = ${version};\nconst files = ${names};\n\n${worker}`,
        });
      },
    },
  };
}

/**
 * Lets the page frame the runner page as a text of its own: no service worker answers for a frame of opaque origin, and
 * such a text has the policy of the page beside its own, which names the hash of its script.
 */
function letFrameBeText(html: string, runner: Rolldown.OutputChunk | Rolldown.OutputAsset | undefined): string {
  if (runner?.type !== 'asset') throw new Error('The page is built without the runner page.');
  const [hash] = /'sha256-[^']+'/.exec(String(runner.source)) ?? [];
  if (hash === undefined) throw new Error('The runner page names no hash.');
  return html
    .replace("script-src 'self'", `script-src 'self' ${hash} blob:`)
    .replace("frame-src 'self'", "frame-src 'self' blob:");
}

function textOf(html: string, pattern: RegExp): string {
  const [, text] = pattern.exec(html) ?? [];
  if (text === undefined) throw new Error(`The page has no ${pattern.source}.`);
  return text;
}
