// `codeless-push-blocks assets`: the files that the editor loads at run time, for whoever serves the page.

import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { exitCode, FileError, reasonOf, UsageError } from './failure.ts';
import type { CommandIo } from './io.ts';

/** What is copied, as it lies beside the built command. */
const assets = ['embed-page', 'embed.html', 'media', 'runner.html'];

/** The list in `embed.html`, between the tags. */
const originList = /(<script type="application\/json" id="allowed-origins">)[^<]*(?=<\/script>)/;

/** What `assets --help` prints. */
export const assetsHelp = `Usage: codeless-push-blocks assets <folder>

Copies the files that the editor loads at run time into a folder that is served with the page:
  media/       pictures and cursors of the blocks, for the option "assetsUrl"
  runner.html  the page of the sandbox in which programs run, for the option "runner"
  embed.html   a page with an editor, for a frame on pages of other origins; with its scripts in embed-page/

Options
  --allow-origin <origin>  let pages of this origin use embed.html; may be repeated. Without it, those of its own
  --help                   print this

Exit codes
  0 copied   2 wrong arguments   3 a file cannot be written
`;

/** Runs the command. Answers the exit code; throws what {@link UsageError} and {@link FileError} say. */
export async function assetsCommand(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'allow-origin': { type: 'string', multiple: true } },
  });
  const origins = values['allow-origin'] ?? [];
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new UsageError(`--allow-origin takes an origin such as https://app.example, not "${origin}".`);
    }
  }
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new UsageError('Name one folder to copy to.');
  try {
    await mkdir(folder, { recursive: true });
    for (const name of assets) {
      await cp(fileURLToPath(new URL(name, import.meta.url)), path.join(folder, name), { recursive: true });
    }
    await allowOrigins(path.join(folder, 'embed.html'), origins);
  } catch (error) {
    throw new FileError(`The files could not be copied to ${folder}: ${reasonOf(error)}.`);
  }
  io.stdout.write(`Copied ${assets.join(', ')} to ${folder}\n`);
  return exitCode.success;
}

async function allowOrigins(page: string, origins: readonly string[]): Promise<void> {
  const html = await readFile(page, 'utf8');
  // An origin has no `<`: it is scheme, host and port.
  await writeFile(
    page,
    html.replace(originList, (_, tag: string) => `${tag}${JSON.stringify(origins)}`),
  );
}
