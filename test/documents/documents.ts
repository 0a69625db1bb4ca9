/** The documents of the project, and what can be found in them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const project = path.resolve(import.meta.dirname, '../..');

/** The text of a file of the project. */
export const read = (file: string): string => readFileSync(path.join(project, file), 'utf8');

/** The pages of `docs/`. */
export const pages = readdirSync(path.join(project, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);

/** All documents, by their place in the project. */
export const documents = ['README.md', 'CONTRIBUTING.md', 'test/programs/README.md', ...pages];

/** A block of code in a document. */
export interface CodeBlock {
  language: string;
  code: string;
  /** What the comment before it says, without `prettier-ignore`. */
  comment: string;
}

const codeBlock =
  /(?:^<!-- (?!prettier-ignore)([^\n]+?) -->\n)?(?:^<!-- prettier-ignore -->\n)?^```(\w+)\n(.*?)^```$/gms;

/** The blocks of code in a document, in their order. */
export function codeBlocks(text: string): CodeBlock[] {
  return [...text.matchAll(codeBlock)].map(([, comment = '', language = '', code = '']) => ({
    language,
    code,
    comment,
  }));
}
