/** `README.md` of a project. */
import type { Needs } from './needs.ts';
import { variablesFor } from './variables.ts';

/** The text, for a project of this name whose program has these needs. */
export function readme(name: string, needs: Needs): string {
  const variables = variablesFor(needs);
  const environment = [
    '## What it needs',
    variables.some(({ required }) => required)
      ? 'Copy `.env.example` to `.env` and fill it in, or set these in the environment:'
      : 'It may be given in the environment, or in a file named `.env`:',
    variables
      .map(({ name, meaning, required }) => `- \`${name}\`: ${meaning}${required ? '' : ' (may be left out)'}`)
      .join('\n'),
  ];
  const parts = [
    `# ${heading(name)}`,
    'Made from blocks. `program.json` holds the blocks, `src/program.ts` the code that they are, `src/main.ts` starts it.',
    '```sh\nnpm install\nnpm run check   # the types\nnpm start       # builds and runs it\n```',
    ...(variables.length > 0 ? environment : []),
    ...(needs.backendless ? [withoutAccount] : []),
    '## Changing it',
    [
      'Open `program.json` in the editor of the blocks, change it, and compile it again:',
      '`npx codeless-push-blocks compile program.json -o src/program.ts`. Or go on in TypeScript from here: the code needs',
      'nothing but what is in `package.json`.',
    ].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

const withoutAccount = `To try it without an account, run \`npx codeless-push-blocks emulate\` where that package is installed, and set
\`BACKENDLESS_SERVER_URL\` to the address that it prints; any application ID and key will do.`;

/** A person's text as one line of plain text in Markdown. */
function heading(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line === '' ? 'Push program' : line.replace(/[\\`*_{}[\]<>#&|!~$]/g, '\\$&');
}
