/** The texts of the page: that none is missing in any language, and that numbers and values are where they belong. */
import { describe, expect, test } from 'vitest';
import { localeTags } from '../../blocks/locale.ts';
import { documentedErrors } from '../../src/emulator/index.ts';
import { fillGaps } from '../../playground/language.ts';
import { english, type Messages, type Translation } from '../../playground/messages.ts';
import { speechIn } from '../../playground/speech.ts';

const translated = localeTags.filter((tag) => tag !== 'en');

const translations = new Map<string, Translation>();
for (const tag of translated) {
  const module: { translation: Translation } = await import(`../../playground/messages/${tag.toLowerCase()}.ts`);
  translations.set(tag, module.translation);
}

/** Every text by its path: `programs.states.saved`. */
function textsOf(group: object, path = ''): Map<string, unknown> {
  const texts = new Map<string, unknown>();
  for (const [key, text] of Object.entries(group)) {
    if (typeof text === 'object' && text !== null) {
      for (const [inner, one] of textsOf(text, `${path}${key}.`)) texts.set(inner, one);
    } else texts.set(path + key, text);
  }
  return texts;
}

const allTexts = textsOf(english);
// Not a text, but the language itself; the page sets it.
allTexts.delete('tag');

/** The text for some values: numbers, since a text may count them, and each another one. */
function say(text: unknown): string {
  return typeof text === 'function' ? String(text(3, 4)) : String(text);
}

describe.each(translated)('the page in %s', (tag) => {
  const texts = textsOf(translations.get(tag) ?? {});

  test('has every text, and no other', () => {
    expect([...allTexts.keys()].filter((path) => !texts.has(path))).toEqual([]);
    const others = [...texts.keys()].filter((path) => !allTexts.has(path) && !path.startsWith('faultMeanings.'));
    expect(others).toEqual([]);
    const empty = [...texts].filter(([path, text]) => say(text) === '' && say(allTexts.get(path)) !== '');
    expect(empty).toEqual([]);
  });

  test('says what every error of the service means', () => {
    const codes = [...documentedErrors.keys()].map((code) => `faultMeanings.${code}`);
    expect(codes.filter((path) => !texts.has(path))).toEqual([]);
  });

  test('names every value that English names', () => {
    const lacking = [...texts].filter(([path, text]) => {
      const original = allTexts.get(path);
      if (typeof original !== 'function') return typeof text === 'function';
      if (typeof text !== 'function') return true;
      const values: string[] = say(original).match(/(?<!\d)[34](?!\d)/g) ?? [];
      return values.some((value) => !say(text).includes(value));
    });
    expect(lacking.map(([path, text]) => [path, say(text)])).toEqual([]);
  });
});

describe('a text that is not translated', () => {
  test('is English, also in the middle of a group that is', () => {
    const messages = fillGaps(english, { run: 'Los', runStates: { idle: 'Bereit' } });
    expect([messages.run, messages.stop]).toEqual(['Los', 'Stop']);
    expect([messages.runStates.idle, messages.runStates.failed]).toEqual(['Bereit', 'Failed']);
    expect([english.run, english.runStates.idle]).toEqual(['Run', 'Ready']);
  });
});

describe('numbers', () => {
  const inLanguage = (tag: string): Messages => fillGaps(english, translations.get(tag) ?? {});

  test.each([
    ['uk', 0, '0 реєстрацій'],
    ['uk', 1, '1 реєстрація'],
    ['uk', 3, '3 реєстрації'],
    ['uk', 11, '11 реєстрацій'],
    ['uk', 21, '21 реєстрація'],
    ['uk', 22, '22 реєстрації'],
    ['ar', 0, 'لا تسجيلات'],
    ['ar', 1, 'تسجيل واحد'],
    ['ar', 2, 'تسجيلان'],
    ['ar', 7, '7 تسجيلات'],
    ['ar', 11, '11 تسجيلًا'],
    ['ar', 100, '100 تسجيل'],
    ['fr', 0, '0 enregistrement'],
    ['fr', 2, '2 enregistrements'],
    ['de', 1234, '1.234 Registrierungen'],
    ['ja', 1, '登録 1 件'],
  ])('%s: %d as %s', (tag, count, words) => {
    expect(inLanguage(tag).registrationCount(count)).toBe(words);
  });

  test.each([
    ['de', /^Nach 1,50\sSek\. beendet\.$/],
    ['zh-Hans', /^已完成，用时 1\.50\s?秒。$/],
  ])('seconds in %s', (tag, words) => {
    expect(inLanguage(tag).outcomes.done(1500)).toMatch(words);
  });

  test('several make a list of those that are not zero', () => {
    expect(inLanguage('uk').problemCount(2, 5)).toMatch(/^2 помилки(?:,| і) 5 попереджень$/);
    expect(inLanguage('uk').problemCount(0, 1)).toBe('1 попередження');
    expect(inLanguage('uk').problemCount(0, 0)).toBe('Немає проблем');
  });

  test('take the phrase for all other numbers where a language has one of its own that is not given', () => {
    expect(speechIn('ar').plural(2, { other: '# x' })).toContain('x');
  });
});
