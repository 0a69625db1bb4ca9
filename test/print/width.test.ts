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
