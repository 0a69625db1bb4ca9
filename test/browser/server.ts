/** Serves the project to a browser, as it is developed and as it is built. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createServer, preview } from 'vite';

const root = join(import.meta.dirname, '../..');

/** A running server on a free port of the loopback interface. */
export interface TestServer {
  /** Where it answers, with a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** Serves the sources with Vite's development server: `${url}playground/main.ts` is that file, compiled. */
export async function serveSources(): Promise<TestServer> {
  const server = await createServer({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    // A test watches nothing, and a page must not reload under it.
    server: { host: '127.0.0.1', port: 0, watch: null, hmr: false, ws: false },
  });
  await server.listen();
  return { url: firstUrl(server.resolvedUrls), close: () => server.close() };
}

/**
 * Builds the project for production into a folder of its own and serves that.
 * `input` names the pages to build, relative to the project; without it, those of the configuration.
 */
export async function serveBuild(input?: string[]): Promise<TestServer> {
  const outDir = await mkdtemp(join(tmpdir(), 'codeless-push-blocks-'));
  const shared = { root, configFile: join(root, 'vite.config.ts'), logLevel: 'error' } as const;
  const pages = input?.map((page) => join(root, page));
  await asProduction(() =>
    build({
      ...shared,
      build: { outDir, emptyOutDir: true, ...(pages ? { rolldownOptions: { input: pages } } : {}) },
    }),
  );
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  return {
    url: firstUrl(server.resolvedUrls),
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

/** Does something as `npm run build` does it, and not as it is done for tests. */
export async function asProduction<Result>(work: () => Promise<Result>): Promise<Result> {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    return await work();
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

function firstUrl(urls: { local: string[]; network: string[] } | null): string {
  const url = urls?.local[0];
  if (!url) throw new Error('The server has no address.');
  return url;
}
