/** What the documents show of the command, run as it stands there with the installed package. */
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { codeBlocks, pages, project, read } from '../documents/documents.ts';
import { fileOf } from '../programs.ts';
import { run, succeed } from './command.ts';

const { plain } = inject('installed');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(plain, 'documents-'));
  await copyFile(fileOf('register-without-result', 'json'), path.join(folder, 'register.json'));
  const programs = {
    'doubles.json': {
      type: 'device_register',
      id: 'register',
      inputs: { CHANNELS: { shadow: { type: 'device_channel_list', id: 'names', fields: { NAMES: 'ads\nads' } } } },
    },
    'save-contact.json': { type: 'acme_save_contact', id: 'save' },
  };
  for (const [name, block] of Object.entries(programs)) {
    await writeFile(path.join(folder, name), JSON.stringify({ version: 1, blocks: { blocks: [block] } }));
  }
});
afterAll(() => rm(folder, { recursive: true }));

/** The sessions of a page, each a list of commands with what they print. */
const sessions = pages.flatMap((page) =>
  codeBlocks(read(page))
    .filter(({ language }) => language === 'console')
    .map(({ code }) => [page, code.split('\n', 1).join(), code] as const),
);

// The sessions are those of a shell that only some systems have.
describe.skipIf(process.platform === 'win32')('in a shell', () => {
  test.each(sessions)('%s: %s', async (_page, _first, session) => {
    for (const step of session.split(/^\$ /m).slice(1)) {
      const [command = '', ...output] = step.split('\n');
      const bin = path.join(plain, 'node_modules/.bin');
      const env = { PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` };
      const { stdout } = await run(folder, 'sh', ['-c', `{ ${command}; } 2>&1`], { env });
      expect(stdout, command).toMatch(pattern(output.join('\n')));
    }
  });
});

/** Exactly this text, but for lines of `…`, which stand for any others. */
function pattern(text: string): RegExp {
  const parts = text.split(/^…\n/m).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('[^]*')}$`);
}

test('a server compiles as the page on embedding shows', async () => {
  await mkdir(path.join(folder, 'server'));
  await copyFile(path.join(project, 'test/package/consumers/server.js'), path.join(folder, 'server/server.js'));
  const { stdout, stderr } = await succeed(folder, process.execPath, ['server/server.js', 'register.json']);
  expect(stdout).toContain('export async function subscribe(deviceToken: string): Promise<void> {\n');
  expect(stderr).toBe('');
});
