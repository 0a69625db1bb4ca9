/** Programs that were stored with a released version keep loading, and keep becoming code. */
import * as Blockly from 'blockly';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '../../generators/typescript/index.ts';
import { readProgram } from '../../src/editor/program-file.ts';
import manifest from '../../package.json' with { type: 'json' };
import { createWorkspace, load, save } from '../blocks/workspace.ts';

const versions = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace(/\.json$/, ''));

/** The types of all blocks in saved JSON, wherever they are. */
function typesIn(state: unknown): string[] {
  if (typeof state !== 'object' || state === null) return [];
  const own = 'type' in state && typeof state.type === 'string' && 'id' in state && !('name' in state);
  return [...(own ? [String(state.type)] : []), ...Object.values(state).flatMap(typesIn)];
}

test('this version has its program', () => {
  expect(versions).toContain(manifest.version);
});

test.each(versions)('%s: loads with all its blocks, and becomes code', (version) => {
  const stored: unknown = JSON.parse(readFileSync(join(import.meta.dirname, `${version}.json`), 'utf8'));
  const workspace = createWorkspace();
  const program = readProgram(stored, (type) => Object.hasOwn(Blockly.Blocks, type));
  load(workspace, { ...program });
  const types = typesIn(stored);
  expect(types.length).toBeGreaterThan(100);
  expect(typesIn(save(workspace)).toSorted()).toEqual(types.toSorted());

  const { code, diagnostics } = compile(program);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(code).toContain('await registerDevice(deviceToken, ["ads", "discount"])');
  workspace.dispose();
});

test('one of a later version is refused as it is, with a sentence that names both', () => {
  const stored: unknown = JSON.parse(readFileSync(join(import.meta.dirname, `${manifest.version}.json`), 'utf8'));
  const later = { ...Object(stored), version: 2 };
  const before = structuredClone(later);
  expect(() => readProgram(later, () => true)).toThrow(
    'This program was made by a newer version: its format is 2, and this version reads up to 1.',
  );
  expect(later).toEqual(before);
});
