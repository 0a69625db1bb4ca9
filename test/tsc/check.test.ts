/** The judges are judged first: each must object to what it is there for. */

import { expect, test } from 'vitest';
import { checkPrettier, checkTypeScript, findTypeEscapes, isJavaScript } from './check.ts';

test('the compiler is strict and knows the typings of backendless', async () => {
  const errors = await checkTypeScript({
    'good.ts': `import Backendless from 'backendless';
export async function main(deviceToken: string): Promise<void> {
  await Backendless.Messaging.registerDevice(deviceToken, ['ads'], new Date());
}
`,
    'script.ts': `const answer = await Promise.resolve(1);\nconsole.log(answer);\n`,
    'same-names.ts': `const answer = 'not that of the other file';\nconsole.log(answer);\n`,
    'call.ts': `import Backendless from 'backendless';\nawait Backendless.Messaging.registerDevice(1);\n`,
    'parameter.ts': `export function f(x) {\n  return x;\n}\n`,
    'index.ts': `export const first: string = ['a'][0];\n`,
    'folder/null.ts': `export const x: string =\n  null;\n`,
  });
  expect(errors.map(({ file, line, code }) => `${file}:${line} ${code}`).sort()).toEqual([
    'call.ts:2 TS2345',
    'folder/null.ts:1 TS2322',
    'index.ts:1 TS2322',
    'parameter.ts:1 TS7006',
  ]);
  expect(errors.find(({ file }) => file === 'call.ts')?.message).toContain("'number'");
});

test('what the compiler cannot even read is an error of that file', async () => {
  const errors = await checkTypeScript({ 'a.ts': 'const = ;\n' });
  expect(errors[0]).toMatchObject({ file: 'a.ts', line: 1 });
});

test('Prettier says what it would rather have', async () => {
  expect(await checkPrettier('const a = "x";\n')).toBeUndefined();
  expect(await checkPrettier("const a = 'x'\n")).toBe('const a = "x";\n');
  await expect(checkPrettier('const = 1')).rejects.toThrow();
});

test('any is found as a type, and only as a type', () => {
  expect(findTypeEscapes(`const any = "any"; // any\nconst o = { any };\n/** any */\n`)).toEqual([]);
  expect(findTypeEscapes(`let a: any;\nlet b: Map<string, any[]>;\nlet c = 1 as any;\n`)).toEqual([
    '1: any',
    '2: any',
    '3: any',
  ]);
});

test('comments that silence the compiler are found', () => {
  expect(findTypeEscapes(`// @ts-ignore\nlet a = 1;\n/* @ts-expect-error */\n/**\n * @ts-nocheck\n */\n`)).toEqual([
    '1: @ts-ignore',
    '3: @ts-expect-error',
    '4: @ts-nocheck',
  ]);
  expect(findTypeEscapes(`// speaks of @ts-ignore\nconst text = "// @ts-ignore";\n`)).toEqual([]);
});

test('types are no JavaScript', () => {
  expect(isJavaScript('const a         = await 1;\n')).toBe(true);
  expect(isJavaScript('const a: number = 1;\n')).toBe(false);
});
