import { expect, test } from 'vitest';
import { compile, programVersion, upgrade, versionOf } from '../../generators/typescript/index.ts';
import type { Migration } from '../../generators/typescript/versions.ts';

/** Two later versions, as they might come: a block gets another name, then a part gets another form. */
const rename: Migration = ({ blocks, ...rest }) => ({ ...rest, blocks: `${String(blocks)} renamed` });
const reshape: Migration = ({ blocks, ...rest }) => ({ ...rest, blocks: [blocks] });

test.each([
  [
    { version: 1, blocks: 'a', data: 'x' },
    { version: 3, blocks: ['a renamed'], data: 'x' },
  ],
  [{ blocks: 'a' }, { version: 3, blocks: ['a renamed'] }],
  [
    { version: 2, blocks: 'a' },
    { version: 3, blocks: ['a'] },
  ],
  [
    { version: 3, blocks: ['a'] },
    { version: 3, blocks: ['a'] },
  ],
])('%j is brought up step by step, and stays as it was', (program, expected) => {
  const before = structuredClone(program);
  expect(upgrade(program, [rename, reshape])).toEqual(expected);
  expect(program).toEqual(before);
});

test('a later version is not touched', () => {
  expect(() => upgrade({ version: 4 }, [rename, reshape])).toThrow(RangeError);
});

test.each([0, -1, 1.5, '1', null, {}])('%j is no version', (version) => {
  expect(versionOf({ version })).toBeUndefined();
});

test('the compiler refuses a later version, and says which it reads', () => {
  const { diagnostics } = compile({ version: programVersion + 1, blocks: { blocks: [{ type: 'text' }] } });
  expect(diagnostics).toEqual([
    expect.objectContaining({
      severity: 'error',
      code: 'newer-version',
      values: { version: String(programVersion + 1), newest: String(programVersion) },
    }),
  ]);
});
