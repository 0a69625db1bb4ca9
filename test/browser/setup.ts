/** Serves the project once for all browser tests: as it is developed, as it is built, and pages of tests, built. */
import type { TestProject } from 'vitest/node';
import { serveBuild, serveSources, type TestServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the sources are served by Vite's development server, with a slash at the end. */
    sources: string;
    /** Where the built site is served, with a slash at the end. */
    site: string;
    /** Where pages of these tests are served, built as a host builds its own, under their paths. */
    builtPages: string;
  }
}

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const running: TestServer[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(running.map((server) => server.close()));
  };
  const urlOf = async (starting: Promise<TestServer>): Promise<string> => {
    const server = await starting;
    running.push(server);
    return server.url;
  };
  try {
    provide('sources', await urlOf(serveSources()));
    provide('site', await urlOf(serveBuild()));
    provide(
      'builtPages',
      await urlOf(serveBuild(['test/browser/pages/emulator.html', 'test/browser/pages/runner.html'])),
    );
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}
