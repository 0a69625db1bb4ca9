/** Parts of documents that are made from the sources, so that they say what is so. */
import { format } from 'prettier';
import { blockDefinitions, type BlockArgument } from '../../blocks/index.ts';
import { read } from './documents.ts';

/**
 * The document with its generated parts anew: code that is a file of the project (`<!-- name.ts -->` before it), tables
 * of the members of an interface (`<!-- members of Name in file.ts -->` to `<!-- end -->`), and the table of the blocks
 * (`<!-- blocks -->` to `<!-- end -->`).
 */
export async function renewed(text: string): Promise<string> {
  const code = text.replaceAll(
    /^(<!-- ([\w./-]+\.(\w+)) -->\n(?:<!-- prettier-ignore -->\n)?```\3\n)(.*?)^```$/gms,
    (_, head: string, file: string) => `${head}${read(file)}\`\`\``,
  );
  const tables = code.replaceAll(
    /^(<!-- (blocks|members of (\w+) in (\S+)) -->\n)(.*?)^<!-- end -->$/gms,
    (_, head: string, what: string, name: string, file: string) =>
      `${head}\n${what === 'blocks' ? blocksTable() : membersTable(name, read(file))}\n<!-- end -->`,
  );
  return tables === text ? text : format(tables, { parser: 'markdown', proseWrap: 'preserve', printWidth: 120 });
}

/** The members of an interface, with the first paragraph of what their comments say. */
function membersTable(name: string, source: string): string {
  const [, body] = new RegExp(`^export interface ${name} \\{\\n(.*?)^\\}`, 'ms').exec(source) ?? [];
  if (body === undefined) throw new Error(`There is no interface ${name}.`);
  const rows = [...body.matchAll(/^ {2}\/\*\*(.*?)\*\/\n {2}(?:readonly )?(\w+)/gms)].map(
    ([, comment = '', member = '']) => `| \`${member}\` | ${sentences(comment)} |`,
  );
  if (rows.length === 0) throw new Error(`${name} has no members with a comment.`);
  return ['| name | what it is |', '| --- | --- |', ...rows, ''].join('\n');
}

function sentences(comment: string): string {
  return comment
    .replaceAll(/^\s*\* ?/gm, '')
    .trim()
    .split('\n\n', 1)
    .join()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
}

/** The blocks of the pack with the names of their fields and inputs. */
function blocksTable(): string {
  const rows = blockDefinitions.map((definition) => {
    const args = Object.entries(definition)
      .filter(([key]) => key.startsWith('args'))
      .flatMap(([, list]): BlockArgument[] => (Array.isArray(list) ? list : []));
    const names = (kind: string): string =>
      args
        .filter(({ type, name }) => name !== undefined && type.startsWith(kind))
        .map(({ name, check }) => `\`${name}\`${check === undefined ? '' : ` ${[check].flat().join(' or ')}`}`)
        .join(', ');
    const form = definition.output === undefined ? 'statement' : 'value';
    return `| \`${definition.type}\` | ${form} | ${names('field_')} | ${names('input_')} |`;
  });
  return ['| type | form | fields | inputs |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}
