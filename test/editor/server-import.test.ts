import { expect, it } from 'vitest';

it('can be imported where there is no page', async () => {
  expect(typeof window).toBe('undefined');
  const { createEditor, PROGRAM_VERSION } = await import('../../src/editor/index.ts');
  expect(createEditor).toBeTypeOf('function');
  expect(PROGRAM_VERSION).toBe(1);
  expect(typeof window).toBe('undefined');
}, 60_000);
