/** `npm run bench`: tables of ratios, most measured side by side in this process. `npm run bench -- compiler`: one part. */

import { benchCompiler } from './compiler.ts';
import { benchEditor } from './editor.ts';
import { benchEdits } from './edits.ts';
import { benchEmulator } from './emulator.ts';
import { benchPackage } from './package.ts';
import { benchPage } from './page.ts';

const parts: Record<string, () => void | Promise<void>> = {
  edits: benchEdits,
  compiler: benchCompiler,
  editor: benchEditor,
  emulator: benchEmulator,
  package: benchPackage,
  page: benchPage,
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}"; there is ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) await run();
}
