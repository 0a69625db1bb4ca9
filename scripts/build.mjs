/**
 * `npm run build`: the playground as a static page, and the package.
 *
 * One of them: `npm run build -- package`. Elsewhere than in `dist`: `--out=<folder>`.
 */
import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { ensurePackages, requireNode } from './install.mjs';
import { Problem, root, runMain } from './root.mjs';

/** What can be built, and how, given the folder to build into. */
const targets = { playground: buildPlayground, package: buildPackage };

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

async function buildPackage(out) {
  const { build } = await import('vite');
  const outDir = path.join(out, 'lib');
  await build({ root, configFile: path.join(root, 'vite.package.config.ts'), build: { outDir } });
  await build({ configFile: path.join(root, 'vite.embed.config.ts'), build: { outDir } });
  // npm sees to this when it installs; who builds may run it too.
  await chmod(path.join(outDir, 'cli.js'), 0o755);
}
