/** Builds the pages that are measured, and serves them as a host does: packed by gzip, and kept by no browser. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';

/** The playground as it is published, the bare page, and both with a way to their workspace. */
export type PageName = 'playground' | 'bare' | 'playground-handle' | 'bare-handle';

/** Pages on a port of the loopback interface. */
export interface ServedPages {
  url(page: PageName): string;
  close(): Promise<void>;
}

/** Builds all pages into the folder. */
export async function buildPages(root: string, folder: string): Promise<void> {
  const inputs = { playground: 'index.html', bare: 'bench/page/bare.html' } as const;
  for (const [name, input] of Object.entries(inputs)) {
    for (const [suffix, plugins] of [
      ['', []],
      ['-handle', [withHandle()]],
    ] as const) {
      await build({
        root,
        configFile: join(root, 'vite.config.ts'),
        logLevel: 'error',
        plugins: [...plugins],
        build: {
          outDir: join(folder, name + suffix),
          emptyOutDir: true,
          chunkSizeWarningLimit: 1_500,
          rolldownOptions: { input: join(root, input) },
        },
      });
    }
  }
}

function withHandle(): Plugin {
  return {
    name: 'bench-handle',
    transformIndexHtml: {
      order: 'pre',
      handler: () => [{ tag: 'script', attrs: { type: 'module', src: '/bench/page/handle.ts' }, injectTo: 'head' }],
    },
  };
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const packable = /^\.(?:html|js|css|svg|json|webmanifest)$/;

/** Serves what {@link buildPages} built. */
export async function servePages(folder: string): Promise<ServedPages> {
  const packed = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = join(folder, path);
    const extension = extname(file);
    try {
      const isPackable = packable.test(extension);
      const content = packed.get(file) ?? (await readFile(file));
      const body = packed.has(file) || !isPackable ? content : gzipSync(content, { level: 9 });
      packed.set(file, body);
      response.writeHead(200, {
        'Content-Type': types[extension] ?? 'application/octet-stream',
        'Cache-Control': 'no-store',
        ...(isPackable ? { 'Content-Encoding': 'gzip' } : {}),
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port }: AddressInfo = addressOf(server.address());
  return {
    url: (page) =>
      `http://127.0.0.1:${port}/${page}/${page.startsWith('bare') ? 'bench/page/bare.html' : 'index.html'}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address;
}
