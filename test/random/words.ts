/** Names, texts and numbers for random programs: everyday ones, and those that code generators get wrong. */

import type { Choices } from './choices.ts';

/** Names of variables. To Blockly, two that differ only in capitals are the same: a program has only one of them. */
export const variableNames: readonly string[] = [
  ...['count', 'total', 'name', 'item', 'list', 'i', 'x', 'text', 'result', 'message', 'n', 'my variable', 'a b  c'],
  ...['class', 'let', 'await', 'function', 'undefined', 'NaN', 'arguments', 'eval', 'yield', 'static', 'async', 'of'],
  ...['console', 'Math', 'Number', 'String', 'Array', 'Object', 'Boolean', 'Date', 'Error', 'prompt', 'main'],
  ...['toString', 'constructor', '__proto__', 'hasOwnProperty', 'globalThis', 'Backendless', 'deviceToken', 'process'],
  ...['größe', 'Länge', '名前', 'имя', 'اسم', '👍', '👨‍👩‍👧', 'é', 'ﬁn', '𝒙', 'ª', '2nd', '1', '-', '$', '_', '$_', 'a.b'],
  ...['is it?', '"quoted"', "it's", '`tick`', '${x}', '</script>', '*/', '//', '\\', '\u2028', '\u200d', 'a\u0301'],
  ...[
    'times',
    'start',
    'end',
    'step',
    'size',
    'index',
    'range',
    'toList',
    'isPrime',
    'lengthOf',
    'sum',
    'add',
    'equals',
  ],
  ...[
    'registration',
    'value',
    'type',
    'string',
    'number',
    'any',
    'unknown',
    'interface',
    'export',
    'import',
    'x2',
    'x_2',
  ],
  'an exceedingly long name for a variable that does not fit into one line of code at all',
];

/** Names of functions; none begins or ends with a blank, which Blockly would cut off. */
export const functionNames: readonly string[] = [
  ...['do something', 'add one', 'main', 'send', 'console', 'main2', 'f', 'count', 'class', 'Number', 'größer', '関数'],
  ...['🚀', 'is it?', 'toList', 'alert', 'prompt', 'Math', 'x', 'eval', 'await', 'list', '"f"', 'a b', 'a_b', 'String'],
  'a function whose name is so long that hardly any line of code has room for it',
];

const texts: readonly string[] = [
  ...[
    '',
    'a',
    'abc',
    'hello',
    'Hello, world!',
    'banana',
    ' two  words ',
    'ads',
    'discount',
    '1',
    '42',
    '-3.5',
    '0',
    'A',
  ],
  ...[
    "it's",
    'say "hi"',
    `both ' and "`,
    '`tick`',
    '${x}',
    '\\',
    '\\n',
    'line\nbreak',
    '\r\n',
    '\t',
    '\0',
    '\u2028\u2029',
  ],
  ...[
    '</script>',
    '<!--',
    '*/',
    '// no',
    '/* no */',
    '__proto__',
    'null',
    'undefined',
    'NaN',
    'true',
    'Infinity',
    '1e3',
  ],
  ...[
    '👍🏽',
    '名前',
    'größe',
    '\ud83d',
    'e\u0301',
    '\u202e',
    '\ufeff',
    'ß',
    'İ',
    '$&',
    '$1',
    '.*',
    '[a-z]',
    '(',
    'a,b,c',
  ],
  'a rather long text that takes up much of a line of code',
  'The quick brown fox jumps over the lazy dog, and then, because it can, it does so all over again.',
];

/** Texts within which one likes to search, and to split. */
const plainTexts: readonly string[] = ['abc', 'banana', 'a,b,c', 'Hello, world!', 'one two three', 'aaa', 'AbCdEf'];

const comments: readonly string[] = [
  ...[
    'why',
    'TODO: nothing',
    'two\nlines',
    '*/ alert(1) /*',
    '// twice',
    '  blanks  ',
    '\n\n',
    'größe 👍',
    '@ts-ignore',
  ],
  ...['prettier-ignore', 'a\r\nb', '\u2028', '`${x}`', '* star', '@param x', 'eslint-disable', '"', '/**', 'a\n\nb'],
  'a comment that is so long that it does not fit into one line of code, whatever one does about that, and goes on',
];

/**
 * A text for a field.
 *
 * @param lineBreaks Whether it may have line breaks. Blockly's JavaScript loses them, since it puts a backslash
 *   before the line break itself, and it does not run at all with a carriage return.
 */
export function someText(choices: Choices, lineBreaks: boolean): string {
  const text = choices.weighted([
    [4, () => choices.pick(plainTexts)],
    [5, () => choices.pick(texts)],
    [1, () => String.fromCharCode(...Array.from({ length: choices.between(1, 6) }, () => choices.below(0x10000)))],
  ])();
  return lineBreaks ? text : text.replaceAll(/[\n\r]/g, ' ');
}

export function someComment(choices: Choices): string {
  return choices.pick(comments);
}

const numbers: readonly number[] = [
  ...[0, 1, 2, 3, 10, 42, 100, -1, -2, -10, 0.5, -0.5, 0.1, 3.14159, 1.5, 360, 45, 1e3, 123456789, 2 ** 53],
  ...[1e21, 1e-7, -1e21, 5e-324, 1.7976931348623157e308, -2.5, 2.5, 7, 13, 97, 1e6],
];

export function someNumber(choices: Choices): number {
  return choices.chance(0.6) ? choices.between(0, 9) : choices.pick(numbers);
}
