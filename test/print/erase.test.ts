import { readdirSync, readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import blankSpace from 'ts-blank-space';
import { eraseTypes } from '../../generators/typescript/print/index.ts';

/** The oracle puts a semicolon in some places where a space does. */
const spaced = (text: string) => text.replaceAll(';', ' ');

function expectErased(source: string): void {
  const erased = eraseTypes(source);
  expect(spaced(erased)).toBe(spaced(blankSpace(source)));
  expect(erased.length).toBe(source.length);
}

const CASES: Record<string, string[]> = {
  'parameters and results': [
    'function f(a: string, b?: number, ...c: Date[]): void {}',
    'async function f<T extends object = {}>(a: T, b: keyof T = "x"): Promise<T[keyof T]> {}',
    'function* g(): Generator<number> { yield* h<number>(); yield; }',
    'function f({ a, b: [c, , ...d] = [1 as number], ...e }: Options, [g]: [h: string] = ["x"]): void {}',
    'function f(this: Window, a: number): void {}',
    'export function f(a: { b: "}"; c(): void }): asserts a is D {}',
    'const f = function named<T>(this: T, a?: number): void {};',
    'const o = { m(this: Foo, a: string): a is "x" { return true }, get g(): number { return 1 }, async a<T>(x: T) {} };',
  ],
  'arrow functions': [
    'const f = (a: string, b?: number): string => a as string;',
    'const f = async <T,>(a: T): Promise<T> => a;',
    'const f = (x: unknown): x is string => typeof x === "string";',
    'const f = (a: number) => (b: string): boolean => a < 3;',
    'const f = (): { a: number } => ({ a: 1 });',
    'list.map(async (x): Promise<void> => {}).filter((x): x is Y => !!x);',
  ],
  'line breaks that would change the meaning': [
    'const f = (a: number): {\n  x: number;\n} => ({ x: a });',
    'const f = (\n  a: number,\n): number => a;',
    'const f = <\n  T\n>(x: T) => x;',
    'let a = b\ninterface X { y: string }\n(c)()',
    'let a = b as T\n(c)()',
    'return_: while (x!) { x = y as Z\n}',
  ],
  conditionals: [
    'const a = b ? (c) : d;',
    'const a = b ? (c): string => d : e;',
    'const a = b ? (c, d) => e : f;',
    'const a = b ? c : (d): string => e;',
    'const a = b ? (c ? (d as E) : f) : (g): h is I => j;',
    'const a = b ? { c: d as E } : [f as G];',
    'const a = b! ? c! : d!;',
  ],
  'brackets and comparisons': [
    'f<string>(a)!.b!.c![0]!;',
    'new Map<string, Array<{ a: number }>>(x as unknown);',
    'new Foo<Bar>;',
    'if (a < b && c > d) {}',
    'f(a < b, c > (d));',
    'for (let i: number = 0; i < n; i++) {}',
    'a = b < c || d >> e >= f;',
    'a?.b?.[c]?.(d as E)?.<F>(g);',
    'tag<string>`a${b as c}`;',
    'a = b as unknown < 3;',
  ],
  'types of every kind': [
    'let a: -1 | 1, b: unique symbol, c: readonly string[], d: keyof typeof x, e: A["b"]["c"][];',
    'let a: new (...args: unknown[]) => T, b: abstract new () => T, c: (a: string) => b is C, d: <T>(x: T) => T;',
    'let a: T extends (infer U)[] ? U : never = b, c!: string;',
    'let a: `x${string}y` = b, c: import("d").E<F>, g: typeof import("h");',
    'let a: (string | number)[] = [], b: | "x" | "y" = "x", c: [a: string, b?: number] = d;',
    'type A<T> = T extends string ? { a: 1 } : never;\nexport type B = A<C>;\ninterface D extends E<F>, G { (x: number): void }',
    'declare const a: { b: string };\ndeclare function c<T>(a: T): void;',
    'function over(a: string): string;\nfunction over(a: unknown) { return a }',
    'export function over(a: string): string;\nexport function over(a: unknown) { return a }',
    'import type { A } from "a";\nimport { type B, C, type D } from "b";\nexport type { A };',
    'x = y as const satisfies Z as W;',
    'try {} catch (error: unknown) {}',
    'for (const [k, v] of Object.entries(o) as [string, number][]) {}',
  ],
  'texts and regular expressions that look like types': [
    'const a = "as string", b = \'!: T\', c = `x as ${`y${1 as number}` as T} z: T`;',
    'const a = /[/]`\'"as T/g.test(s) ? a / b / c : x!;',
    'const a = b / (c as number) / d; // as e: f\n/* a as b */ const g /* h */ : /* i */ J = 1;',
    'type = 3; as = 5; const o = { type: 1, as: 2, async: 3, get: 4, is: 5 };',
  ],
};

describe('erases like an independent tool', () => {
  for (const [what, sources] of Object.entries(CASES)) {
    it.each(sources)(`${what}: %s`, expectErased);
  }

  const root = new URL('../../generators/typescript/', import.meta.url);
  const files = readdirSync(root, { recursive: true }).map(String);

  it('the files of the compiler itself', () => {
    let erased = 0;
    for (const file of files.filter((name) => name.endsWith('.ts'))) {
      const source = readFileSync(new URL(file, root), 'utf8');
      if (/\bclass\b/.test(source)) continue;
      expectErased(source);
      erased++;
    }
    expect(erased).toBeGreaterThan(20);
  });
});

it('keeps what runs', () => {
  const source = 'const f = <T>(a: T[], b?: number): T | undefined =>\n  a![(b as number) ?? 0];\nf<string>(["x"]);';
  expect(runInThisContext(eraseTypes(source))).toBe('x');
});

describe('names the place of what it does not know', () => {
  it.each([
    [
      'const a = 1;\nclass B {}',
      'Cannot erase the types, line 2, column 1: only functions and types can be declared here',
    ],
    ['enum A { B }', 'line 1, column 1'],
    ['namespace A {}', 'line 1, column 1'],
    ['const a = class {};', 'line 1, column 11: classes are not known here'],
    ['function f(a: string {}', 'line 1, column 22'],
    ['const a = "never ends', 'line 1, column 11'],
    ['const a = `never ends', 'line 1, column 11'],
    ['a + b as T * c;', 'line 1, column 12: an assertion between operators needs parentheses'],
    ['a ?? b as T && c;', '?? beside && or || needs parentheses'],
    ['function f() {', 'line 1, column 15'],
  ])('%s', (source, message) => {
    expect(() => eraseTypes(source)).toThrow(message);
  });
});
