/** Has the browser fetch what the page will import in any case, while the page itself is still being read. */
import type { Plugin, Rolldown } from 'vite';

/**
 * Adds links to the built `index.html` for the modules that its scripts import later, and for all that these import.
 *
 * @param modules How the paths of these modules end.
 */
export function earlyParts(modules: readonly string[]): Plugin {
  let base = '/';
  return {
    name: 'early-parts',
    configResolved(config) {
      base = config.base;
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((part): part is Rolldown.OutputChunk => part.type === 'chunk');
        const wanted = new Set<string>();
        const open = chunks.filter(({ facadeModuleId }) => modules.some((end) => facadeModuleId?.endsWith(end)));
        for (let chunk = open.pop(); chunk; chunk = open.pop()) {
          if (wanted.has(chunk.fileName) || html.includes(chunk.fileName)) continue;
          wanted.add(chunk.fileName);
          const { imports } = chunk;
          open.push(...chunks.filter(({ fileName }) => imports.includes(fileName)));
        }
        // Behind what draws the page.
        return [...wanted].map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, fetchpriority: 'low', href: `${base}${file}` },
          injectTo: 'head' as const,
        }));
      },
    },
  };
}
