import { util } from 'prettier';
import { expect, it } from 'vitest';
import { textWidth } from '../../generators/typescript/print/width.ts';

const TEXTS = [
  ...[
    '',
    'plain',
    'größe',
    'e\u0301',
    '名前',
    'ひらがな',
    'カタカナ',
    '한글',
    'ｱｲｳ',
    'ＡＢＣ',
    'हिन्दी',
    'עברית',
    '（）',
  ],
  ...[
    '👍',
    '👍🏽',
    '👨‍👩‍👧‍👦',
    '🏳️‍🌈',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '1️⃣',
    '#️⃣',
    '🇩🇪',
    '🇩🇪🇫🇷',
    '🇩',
    '☎️',
    '☎',
    '❤️‍🔥',
    '🧑🏽‍💻',
    '©',
    '©️',
    '☝',
    '☝🏽',
    '🕵️‍♂️',
    '🤝🏽',
  ],
];

// The first test of this file: nothing has been looked for yet, so that V8 has translated no pattern.
it('counts near the end of the call stack, and does not end the process there', () => {
  let frames = 0;
  let counted = 0;
  const deeper = (): void => {
    frames++;
    try {
      deeper();
    } catch (error) {
      // Again and again on the way back, each time with a little more of the stack.
      if (counted++ < 200) textWidthIfItFits('e\u0301👨‍👩‍👧');
      throw error;
    }
  };
  expect(deeper).toThrow(RangeError);
  expect(frames).toBeGreaterThan(200);
  expect(textWidth('👨‍👩‍👧')).toBe(2);
});

function textWidthIfItFits(text: string): void {
  try {
    textWidth(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}

it.each(TEXTS)('counts the columns of a text as Prettier does: %s', (text) => {
  expect(textWidth(text)).toBe(util.getStringWidth(text));
  expect(textWidth(`a${text}名${text}`)).toBe(util.getStringWidth(`a${text}名${text}`));
});

it('counts the columns of each character as Prettier does', () => {
  const wrong: string[] = [];
  for (let codePoint = 0x80; codePoint <= 0x3ffff; codePoint++) {
    const character = String.fromCodePoint(codePoint);
    if (textWidth(character) !== util.getStringWidth(character)) wrong.push(codePoint.toString(16));
  }
  expect(wrong).toEqual([]);
});
