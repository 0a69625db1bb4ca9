import * as Blockly from 'blockly';
import { afterAll, describe, expect, test } from 'vitest';
import { installBlocks } from '../../blocks/index.ts';
import { compile, problems } from '../../generators/typescript/index.ts';
import { createToolbox } from '../../blocks/toolbox.ts';
import { fixTitles } from '../../src/editor/fixes.ts';
import { saveProgram } from '../../src/editor/saving.ts';
import {
  describeDiagnostic,
  describeError,
  loadLocale,
  localeTags,
  ProgramError,
  type BlockState,
  type Locale,
  type ProgramErrorCode,
  type ProgramState,
} from '../../src/editor/index.ts';
import { readCases } from '../programs.ts';

const translated = localeTags.filter((tag) => tag !== 'en');

/** Every code; the type says which are still to be named here. */
const errorCodes: Record<ProgramErrorCode, true> = {
  'not-a-program': true,
  'newer-version': true,
  malformed: true,
  'unknown-block': true,
  rejected: true,
  'too-long': true,
};

const placeholders = (sentence: string): string[] => (sentence.match(/\{\w+\}/g) ?? []).toSorted();

describe.each(translated)('sentences in %s', async (tag) => {
  const { sentences } = await loadLocale(tag);

  test('there is one for every problem that the compiler knows, with the same values', () => {
    expect(Object.keys(sentences.problems).toSorted()).toEqual(Object.keys(problems).toSorted());
    const translations = new Map<string, string>(Object.entries(sentences.problems));
    for (const [code, { sentence }] of Object.entries(problems)) {
      expect([code, ...placeholders(translations.get(code) ?? '')]).toEqual([code, ...placeholders(sentence)]);
    }
  });

  test('there is one for every reason not to load or save a program', () => {
    expect(Object.keys(sentences.errors).toSorted()).toEqual(Object.keys(errorCodes).toSorted());
    expect(placeholders(sentences.errors['newer-version'] ?? '')).toEqual(['{newest}', '{version}']);
    expect(placeholders(sentences.errors['unknown-block'] ?? '')).toEqual(['{type}']);
  });
});

test.each(translated)('there is a name for every fix in %s', async (tag) => {
  const { fixes } = (await loadLocale(tag)).sentences;
  expect(Object.keys(fixes).toSorted()).toEqual(Object.keys(fixTitles).toSorted());
  expect(new Set(Object.values(fixes)).size).toBe(Object.keys(fixTitles).length);
});

describe('a diagnostic', () => {
  const [diagnostic] = compile({ blocks: { blocks: [{ type: 'crm_{type}_save', id: 'save' }] } }).diagnostics;

  test('is said in the language, with its values as they are', async () => {
    if (!diagnostic) throw new Error('The compiler says nothing.');
    expect(describeDiagnostic(diagnostic, await loadLocale('de'))).toBe(
      'Ein Baustein vom Typ „crm_{type}_save“ kann nicht übersetzt werden.',
    );
    expect(describeDiagnostic(diagnostic)).toBe(diagnostic.message);
    expect(describeDiagnostic(diagnostic, await loadLocale('en'))).toBe(diagnostic.message);
  });

  test('of a host keeps its own words', async () => {
    const own = { severity: 'error', code: 'toString', message: 'Not today.', blockId: '' } as const;
    expect(describeDiagnostic(own, await loadLocale('de'))).toBe('Not today.');
  });
});

test('an error about a program is said in the language, any other as it is', async () => {
  const german = await loadLocale('de');
  const error = new ProgramError('unknown-block', 'English', { values: { type: 'x_y' } });
  expect(describeError(error, german)).toContain('nicht bekannt ist: „x_y“');
  expect(describeError(error)).toBe('English');
  expect(describeError(new Error('Plain'), german)).toBe('Plain');
  expect(describeError('Only text', german)).toBe('Only text');
});

describe('a program', () => {
  afterAll(() => installBlocks());

  /** Every block of the toolbox as it comes, one below the other. */
  function everyBlock(): ProgramState {
    installBlocks();
    const blocks = new Map<string, BlockState>();
    for (const category of createToolbox().contents) {
      if (!('contents' in category) || !Array.isArray(category.contents)) continue;
      for (const item of category.contents) {
        if (!('type' in item) || typeof item.type !== 'string') continue;
        const { kind: _, ...state } = item;
        const key = JSON.stringify(state);
        blocks.set(key, { ...state, type: item.type, id: `block-${blocks.size}`, y: 100 * blocks.size });
      }
    }
    return savedIn(undefined, { blocks: { languageVersion: 0, blocks: [...blocks.values()] } });
  }

  function savedIn(locale: Locale | undefined, program: ProgramState): ProgramState {
    installBlocks({ locale });
    const workspace = new Blockly.Workspace(new Blockly.Options({ rtl: locale?.direction === 'rtl' }));
    Blockly.serialization.workspaces.load({ ...program }, workspace);
    const saved = saveProgram(workspace);
    workspace.dispose();
    return saved;
  }

  test('is the same, byte for byte, in whatever language it is loaded and saved', async () => {
    const program = everyBlock();
    expect(program.blocks?.blocks?.length).toBeGreaterThan(80);
    for (const tag of translated) {
      expect(JSON.stringify(savedIn(await loadLocale(tag), program))).toBe(JSON.stringify(program));
    }
  });

  test('becomes the same code in whatever order its names are saved', () => {
    const loadable = readCases().filter(({ idea }) => !idea.startsWith('broken-') && idea !== 'unknown-block');
    const some = loadable.filter((_, index) => index % 12 === 0);
    for (const { program } of some) {
      expect(compile(savedIn(undefined, program)).code).toBe(compile(program).code);
    }
  });
});
