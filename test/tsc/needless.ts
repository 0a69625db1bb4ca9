/**
 * Conversions that code could do without, as the TypeScript compiler sees it: `Number(x)` of a number, `x ?? y` of what
 * is always there, `x as T` of what is a `T`.
 */

import { parseSync } from 'vite';
import { checkTypeScript } from './check.ts';

/** Part of a source that converts something, and what it converts. */
interface Conversion {
  file: string;
  start: number;
  end: number;
  /** Such as `Number`, or `as`. */
  kind: string;
  inner: { start: number; end: number };
  /** The type that what it converts must have for it to change no value; absent where it never changes one. */
  proves: string | undefined;
}

export interface Needless {
  file: string;
  kind: string;
  line: number;
  text: string;
}

/** What a function gives: the same as it is given, if that is of the type already. */
const converters: Readonly<Record<string, string>> = {
  Number: 'number',
  String: 'string',
  Boolean: 'boolean',
  toList: 'readonly unknown[]',
  toDate: 'Date',
  textIfAny: 'string | undefined',
  numberIfAny: 'number | undefined',
  numberOrZero: 'number',
};

/** The type of what is neither null nor undefined. */
const something = '{}';

/**
 * Finds the conversions without which the code passes the compiler, and does the same.
 *
 * @param sources Sources by file name, that pass the compiler.
 * @param isOwn Whether what is in a function of this name is looked at.
 */
export async function findNeedless(
  sources: Readonly<Record<string, string>>,
  isOwn: (functionName: string) => boolean = () => true,
): Promise<Needless[]> {
  const conversions = Object.entries(sources).flatMap(([file, source]) => conversionsIn(file, source, isOwn));
  const proven = await withoutEffect(sources, conversions);
  const files = Object.fromEntries(
    proven.map((conversion, index) => [`p${index}.ts`, without(sources[conversion.file] ?? '', conversion)]),
  );
  const failing = new Set((await checkTypeScript(files)).map(({ file }) => file));
  return proven
    .filter((_, index) => !failing.has(`p${index}.ts`))
    .map(({ file, kind, start, end }) => {
      const source = sources[file] ?? '';
      return { file, kind, line: source.slice(0, start).split('\n').length, text: source.slice(start, end) };
    });
}

/** Those that change no value: the compiler knows what they convert to be of the type already. */
async function withoutEffect(
  sources: Readonly<Record<string, string>>,
  conversions: readonly Conversion[],
): Promise<Conversion[]> {
  const files: Record<string, string> = {};
  conversions.forEach((conversion, index) => {
    if (conversion.proves !== undefined) files[`q${index}.ts`] = asking(sources[conversion.file] ?? '', conversion);
  });
  const failing = new Set((await checkTypeScript(files)).map(({ file }) => file));
  return conversions.filter((_, index) => !failing.has(`q${index}.ts`));
}

/** The source with the question whether what is converted is of the type anyhow. */
function asking(source: string, { inner, proves = '' }: Conversion): string {
  const value = source.slice(inner.start, inner.end);
  const asked = `asked<${proves}>(${value})`;
  return `${source.slice(0, inner.start)}${asked}${source.slice(inner.end)}
declare function asked<Wanted>(value: Wanted): Wanted;`;
}

function without(source: string, { start, end, inner }: Conversion): string {
  return `${source.slice(0, start)}(${source.slice(inner.start, inner.end)})${source.slice(end)}`;
}

interface Node {
  type: string;
  start: number;
  end: number;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;

function part(node: object, name: string): unknown {
  const value: unknown = Reflect.get(node, name);
  return value;
}

function conversionsIn(file: string, source: string, isOwn: (name: string) => boolean): Conversion[] {
  const { program } = parseSync(file, source);
  const found: Conversion[] = [];
  const open: unknown[] = [program];
  while (open.length > 0) {
    const node = open.pop();
    if (Array.isArray(node)) open.push(...node);
    if (!isNode(node)) continue;
    const id = part(node, 'id');
    if (node.type === 'FunctionDeclaration' && isNode(id) && !isOwn(source.slice(id.start, id.end))) continue;
    const conversion = conversionOf(file, source, node);
    if (conversion) found.push(conversion);
    open.push(...Object.values(node));
  }
  return found;
}

function conversionOf(file: string, source: string, node: Node): Conversion | undefined {
  const { start, end } = node;
  const of = (kind: string, inner: unknown, proves: string | undefined): Conversion | undefined =>
    isNode(inner) ? { file, start, end, kind, inner: { start: inner.start, end: inner.end }, proves } : undefined;
  switch (node.type) {
    case 'CallExpression': {
      const [callee, args] = [part(node, 'callee'), part(node, 'arguments')];
      if (!isNode(callee) || !Array.isArray(args) || args.length !== 1) return undefined;
      const name = source.slice(callee.start, callee.end);
      return Object.hasOwn(converters, name) ? of(name, args[0], converters[name]) : undefined;
    }
    case 'LogicalExpression':
      return part(node, 'operator') === '??' ? of('??', part(node, 'left'), something) : undefined;
    case 'TSAsExpression':
      return of('as', part(node, 'expression'), undefined);
    default:
      return undefined;
  }
}
