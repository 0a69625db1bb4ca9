/**
 * `npm run build`: the playground as a static page, and the package's entries.
 *
 * One of them: `npm run build -- generator`. Elsewhere than in `dist`: `--out=<folder>`.
 */
import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { ensurePackages, requireNode } from './install.mjs';
import { Problem, root, runMain, runPackage } from './root.mjs';

/** What can be built, and how, given the folder to build into. */
const targets = { playground: buildPlayground, generator: buildGenerator, cli: buildCommand };

runMain(async () => {
  const args = process.argv.slice(2);
  const out = path.resolve(
    args.find((arg) => arg.startsWith('--out='))?.slice('--out='.length) ?? path.join(root, 'dist'),
  );
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const unknown = wanted.find((name) => !(name in targets));
  if (unknown !== undefined) {
    throw new Problem(`There is no ${JSON.stringify(unknown)} to build; there is ${Object.keys(targets).join(', ')}.`);
  }
  requireNode();
  await ensurePackages();
  for (const name of wanted.length > 0 ? wanted : Object.keys(targets)) await targets[name](out);
});

async function buildPlayground(out) {
  const { build } = await import('vite');
  const configFile = path.join(root, 'vite.config.ts');
  // Blockly alone is more than Vite thinks a file should be.
  const chunkSizeWarningLimit = 1_500;
  await build({
    root,
    configFile,
    build: { outDir: path.join(out, 'playground'), emptyOutDir: true, chunkSizeWarningLimit },
  });
}

/** The compiler as one file that runs anywhere, with its types. */
async function buildGenerator(out) {
  const { build } = await import('vite');
  const folder = path.join(out, 'generator');
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      lib: { entry: path.join(root, 'generators/typescript/index.ts'), formats: ['es'], fileName: () => 'index.js' },
    },
  });
  const code = await runPackage('typescript', ['-p', 'tsconfig.generators.json', ...declarationsInto(folder)]);
  if (code !== 0) throw new Problem('The types of the generator could not be written; the compiler says why above.');
}

/** The command as one file for Node, with all it needs. */
async function buildCommand(out) {
  const { build } = await import('vite');
  const folder = path.join(out, 'cli');
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: path.join(root, 'src/cli/main.ts'),
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'main.js' } },
    },
  });
  // npm sees to this when it installs; who builds may run it too.
  await chmod(path.join(folder, 'main.js'), 0o755);
}

function declarationsInto(folder) {
  const rootDir = path.join(root, 'generators/typescript');
  return ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rootDir', rootDir, '--outDir', folder];
}
