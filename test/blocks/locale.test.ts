import * as Blockly from 'blockly';
import * as blocklyEnglish from 'blockly/msg/en';
import { afterAll, describe, expect, it, test } from 'vitest';
import { en, installBlocks, loadBlockLocale, localeTags, matchLocale, message } from '../../blocks/index.ts';
import type { Words } from '../../blocks/locale.ts';
import { createToolbox } from '../../blocks/toolbox.ts';

const translated = localeTags.filter((tag) => tag !== 'en');

const words = new Map<string, Words>();
for (const tag of translated) {
  const module: { words: Words } = await import(`../../blocks/messages/${tag.toLowerCase()}.ts`);
  words.set(tag, module.words);
}

/** Addresses are no words; the pages behind them choose a language themselves. */
const ourKeys = Object.keys(en).filter((key) => !key.endsWith('_HELPURL'));

/** Words of parts of Blockly that the editor does not have, and names that are the same everywhere. */
const notShown =
  /_HUE$|_HELPURL$|BACKPACK|BITMAP|COLOUR|MINIMAP|^ARIA_TYPE_FIELD_(ANGLE|DATE|GRID)|FIELD_ANGLE|^(CHROME_OS|LINUX|MAC_OS|WINDOWS)$|^MATH_TRIG_A?(SIN|COS|TAN)$/;

const blocklyTexts = new Map<string, string>();
for (const [key, text] of Object.entries(blocklyEnglish)) {
  if (typeof text === 'string' && /[a-z]{2}/i.test(text) && !notShown.test(key)) blocklyTexts.set(key, text);
}

const placeholders = (text: string): string[] => (text.match(/%\d+/g) ?? []).toSorted();

describe.each(translated)('the blocks in %s', (tag) => {
  const { blocks = {}, missing = {} } = words.get(tag) ?? {};
  const pack = new Map<string, string>(Object.entries(blocks));

  test('have every word, and no other', () => {
    expect(ourKeys.filter((key) => !pack.has(key))).toEqual([]);
    expect([...pack.keys()].filter((key) => !ourKeys.includes(key))).toEqual([]);
    expect([...pack].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('name the same inputs and fields, each once', () => {
    const different = Object.entries(en).filter(
      ([key, text]) => pack.has(key) && placeholders(pack.get(key) ?? '').join() !== placeholders(text).join(),
    );
    expect(different).toEqual([]);
  });

  test('have no English word of Blockly but those that are meant to be', async () => {
    const { messages } = await loadBlockLocale(tag);
    const english = [...blocklyTexts].filter(([key, text]) => messages[key] === text && !(key in missing));
    expect(english).toEqual([]);
    const unknown = Object.keys(missing).filter((key) => !(key in blocklyEnglish));
    expect(unknown).toEqual([]);
    const different = Object.entries(missing).filter(
      ([key, text]) => placeholders(text).join() !== placeholders(blocklyTexts.get(key) ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  test('can be made, each as the toolbox has it', async () => {
    const locale = await loadBlockLocale(tag);
    installBlocks({ locale });
    const workspace = new Blockly.Workspace();
    const types = new Set<string>();
    for (const category of createToolbox().contents) {
      if (!('contents' in category) || !Array.isArray(category.contents)) continue;
      for (const item of category.contents) {
        if ('type' in item && typeof item.type === 'string') types.add(item.type);
      }
    }
    expect(types.size).toBeGreaterThan(80);
    for (const type of types) {
      const text = workspace.newBlock(type).toString();
      // A word that is nowhere stays as its key.
      expect(text).not.toMatch(/BKY_|%\{|%\d/);
    }
    workspace.dispose();
  });
});

describe('choosing a language', () => {
  test.each([
    ['de-AT', 'de'],
    ['pt', 'pt-BR'],
    ['pt_BR', 'pt-BR'],
    ['PT-br', 'pt-BR'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['es-419', 'es'],
    ['ar-EG', 'ar'],
    ['en-GB', 'en'],
    ['ja-JP-u-ca-japanese', 'ja'],
    ['sv', undefined],
    ['', undefined],
    ['not a tag', undefined],
  ])('%j is served by %s', (wanted, tag) => {
    expect(matchLocale(wanted)).toBe(tag);
  });

  test('the first of several that the pack has', () => {
    expect(matchLocale(['sv-SE', 'uk-UA', 'de'])).toBe('uk');
    expect(matchLocale([])).toBeUndefined();
  });

  test('one that the pack does not have is English', async () => {
    expect(await loadBlockLocale(['sv', 'nl'])).toEqual({ tag: 'en', direction: 'ltr', messages: {} });
  });

  test('Arabic alone runs from right to left', async () => {
    const directions = await Promise.all(localeTags.map(async (tag) => [tag, (await loadBlockLocale(tag)).direction]));
    expect(directions.filter(([, direction]) => direction === 'rtl')).toEqual([['ar', 'rtl']]);
  });
});

describe('installing a language', () => {
  afterAll(() => installBlocks());

  it('leaves in English what the language does not have', () => {
    installBlocks({ locale: { tag: 'de', direction: 'ltr', messages: { CPB_DATE_NOW_TITLE: 'jetzt' } } });
    expect(message('CPB_DATE_NOW_TITLE')).toBe('jetzt');
    expect(message('CPB_DEVICE_REGISTER_TITLE')).toBe('Register Device');
    expect(Blockly.Msg['CONTROLS_IF_MSG_IF']).toBe(blocklyEnglish.CONTROLS_IF_MSG_IF);
  });

  it('changes all words, Blockly’s own too, and English brings all of them back', async () => {
    installBlocks();
    const before = { ...Blockly.Msg };
    installBlocks({ locale: await loadBlockLocale('ja') });
    expect(Blockly.Msg['CONTROLS_IF_MSG_IF']).toBe('もし');
    expect(message('CPB_DEVICE_REGISTER_TITLE')).toBe('デバイスを登録');
    installBlocks({ locale: await loadBlockLocale('uk') });
    expect(Blockly.Msg['CONTROLS_IF_MSG_IF']).toBe('якщо');
    installBlocks();
    expect(Blockly.Msg).toEqual(before);
  });

  it('lets a host replace single words', async () => {
    installBlocks({ locale: await loadBlockLocale('de'), messages: { CPB_DATE_NOW_TITLE: 'eben jetzt' } });
    expect(message('CPB_DATE_NOW_TITLE')).toBe('eben jetzt');
    expect(message('CPB_DEVICE_REGISTER_TITLE')).toBe('Gerät registrieren');
  });
});
