// Makes plain JavaScript of a TypeScript module, for tests that need a process of its own on any Node.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

/** A bundled module. */
export interface Bundle {
  /** For `import`, in a script given to `node --input-type=module --eval`. */
  url: string;
  remove(): Promise<void>;
}

/** Bundles a module of the project, with all it imports but Node's own. */
export async function bundle(module: string): Promise<Bundle> {
  const entry = fileURLToPath(new URL(`../../${module}`, import.meta.url));
  const outDir = await mkdtemp(join(tmpdir(), 'emulator-bundle-'));
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  });
  return {
    url: pathToFileURL(join(outDir, `${basename(module, '.ts')}.mjs`)).href,
    remove: () => rm(outDir, { recursive: true }),
  };
}
