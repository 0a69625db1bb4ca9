/** Code as TypeScript's own parser sees it, without the words in it. */

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** What is used here of the API of TypeScript, which version 7 does not have; that of 6 comes with ts-blank-space. */
interface TypeScript {
  SyntaxKind: Record<number, string> & Record<'Identifier' | 'StringLiteral' | 'NoSubstitutionTemplateLiteral', number>;
  ScriptTarget: { Latest: number };
  createSourceFile(name: string, text: string, target: number, setParents: boolean): SourceFile;
  forEachChild(node: Node, visit: (child: Node) => void): void;
  getLeadingCommentRanges(text: string, at: number): CommentRange[] | undefined;
}

interface Node {
  kind: number;
  text?: string;
  pos: number;
}

interface SourceFile extends Node {
  parseDiagnostics: { messageText: unknown }[];
}

interface CommentRange {
  pos: number;
  end: number;
}

const require = createRequire(import.meta.url);
const typescript: TypeScript = createRequire(pathToFileURL(require.resolve('ts-blank-space')))('typescript');

function parse(code: string): SourceFile {
  const file = typescript.createSourceFile('code.ts', code, typescript.ScriptTarget.Latest, false);
  const [first] = file.parseDiagnostics;
  if (first) throw new SyntaxError(String(first.messageText));
  return file;
}

/**
 * The kinds of all nodes of the code, in order, each with how deep it is. Names are told apart, but not named; a key is
 * a key, in quotes or not.
 * @throws {SyntaxError} If it is no TypeScript.
 */
export function skeletonOf(code: string): string {
  const names = new Map<string, number>();
  const lines: string[] = [];
  const { SyntaxKind } = typescript;
  const visit = (node: Node, depth: number): void => {
    let line = SyntaxKind[node.kind] ?? '';
    if (node.kind === SyntaxKind.Identifier) {
      const name = node.text ?? '';
      if (!names.has(name)) names.set(name, names.size);
      line = `name ${names.get(name)}`;
    }
    lines.push(`${depth} ${line}`);
    typescript.forEachChild(node, (child) => visit(child, depth + 1));
  };
  visit(parse(code), 0);
  return lines.join('\n');
}

/** The comments of the code. */
export function commentsOf(code: string): string[] {
  const found = new Map<number, string>();
  const visit = (node: Node): void => {
    for (const { pos, end } of typescript.getLeadingCommentRanges(code, node.pos) ?? []) {
      found.set(pos, code.slice(pos, end));
    }
    typescript.forEachChild(node, visit);
  };
  visit(parse(code));
  return [...found.values()];
}
