/**
 * What the documents say is so: their code is the code that programs become, and their commands and files exist.
 *
 * `UPDATE=1` writes the code anew.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const project = path.join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(project, file), 'utf8');

const documents = ['README.md', 'CONTRIBUTING.md', 'test/programs/README.md'];

/** A block of code that is a file of the project: a comment with the file's name, and the block. */
const codeOfFile = /(<!-- (\S+\.ts) -->\n(?:<!-- prettier-ignore -->\n)?```ts\n)(.*?)```/gs;

test.each(documents)('%s has the code of the programs that it names', (document) => {
  const text = read(document);
  const wanted = text.replaceAll(codeOfFile, (_, head: string, file: string) => `${head}${read(file)}\`\`\``);
  if (process.env.UPDATE === '1') writeFileSync(path.join(project, document), wanted);
  else expect(text).toBe(wanted);
});

test.each(documents)('%s names commands that exist', (document) => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
  for (const [, run, name = ''] of read(document).matchAll(/npm (run )?([\w:]+)/g)) {
    if (!run && !['start', 'test'].includes(name)) continue;
    expect(Object.keys(scripts)).toContain(name);
  }
});

test.each(documents)('%s links to files that exist', (document) => {
  for (const [, target = ''] of read(document).matchAll(/\]\((?!https?:)([^)#]+)/g)) {
    expect(existsSync(path.join(project, path.dirname(document), target)), target).toBe(true);
  }
});
