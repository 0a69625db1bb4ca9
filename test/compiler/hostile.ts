/** Text that tries to get out of where it belongs, and the places of a program where text can be. */

import type { BlockState, CompileOptions, ProgramState } from '../../generators/typescript/index.ts';
import { block, get, list, number, print, program, set, text, when } from './build-program.ts';

/** Each ends a literal, a comment or a name somewhere, or says something to a tool, or is hard to see. */
export const hostileTexts: readonly string[] = [
  ...['"', "'", '`', '\\', '\\"', "\\'", '\\`', '${x}', '`${alert(1)}`', '$', '${', '}', '"; alert(1); "', "'+x+'"],
  ...['*/', '/*', '*/ alert(1) /*', '//', '/**', '*\\/', '<!--', '-->', '</script>', '</SCRIPT >', '<script>', ']]>'],
  ...['a\nb', 'a\r\nb', 'a\rb', '\n', 'a\u2028alert(1)', 'a\u2029alert(1)', 'a\u0085b', 'a\vb\fc', 'a\0b', '\x1b[31m'],
  ...['\\n', '\\u0022', '\\x27', '\\u{1f600}', '&quot;', '%22', '\\u2028', '\\0'],
  ...[
    '\ud800',
    '\udc00',
    'a\ud83d',
    '\ude00b',
    '\ude00\ud83d',
    '😀',
    '👩‍👩‍👧',
    '\ufeffa',
    'a\u200bb',
    'a\u200db',
    '\ufffe',
  ],
  ...['\u202ea', 'a\u202db', '\u2066a\u2069', '\u200fa', '\u061ca', 'مرحبا', 'שלום "x"', 'e\u0301', '𝒙', 'ﬁ', 'İ'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'length'],
  ...['eval', 'arguments', 'undefined', 'NaN', 'await', 'class', 'enum', 'let', 'static', 'console', 'Object', 'Array'],
  ...['@ts-ignore', '@ts-nocheck', ' @ts-expect-error', '* @ts-ignore', 'prettier-ignore', '# sourceMappingURL=x'],
  ...['/ <reference path="x" />', '@param {x} y', '{@link x}', 'eslint-disable', 'a\n@ts-ignore\nb', 'a\n*/\nb'],
  ...['import "x";', 'export {}', ');}', '=> {', '0', '-1', '1e999', ' ', '\t', '  two  blanks  ', 'a'.repeat(5_000)],
  `${'long "quoted" '.repeat(300)}\``,
];

/** What stands in the same place without any harm. */
export const harmlessText = 'harmless';

/** A place for text: programs that have the text there. */
export interface Place {
  name: string;
  /** Blocks with the text in that place. */
  blocks(text: string, number: number): (BlockState | BlockState[])[];
  /** Other parts of the program that hold the text. */
  others?(text: string): Partial<ProgramState> & Record<string, unknown>;
  options?(text: string): CompileOptions;
  /** What the program prints, if it runs. */
  prints?(text: string, number: number): unknown[];
  /** What the text means decides what the code is, so that it may be another. */
  isMeaning?: boolean;
}

const noted = (state: BlockState, comment: string): BlockState => ({
  ...state,
  icons: { comment: { text: comment } },
});

const call = (name: string, ...args: BlockState[]): BlockState =>
  block('procedures_callreturn', {
    extraState: { name, params: args.map((_, index) => `p${index}`) },
    inputs: Object.fromEntries(args.map((arg, index) => [`ARG${index}`, arg])),
  });

const join = (...items: BlockState[]): BlockState =>
  block('text_join', {
    extraState: { itemCount: items.length },
    inputs: Object.fromEntries(items.map((item, index) => [`ADD${index}`, item])),
  });

const attempt = (caught: string, body: BlockState[], handler: BlockState[]): BlockState =>
  block('errors_try', { fields: { ERROR: { id: caught } }, inputs: { TRY: body, CATCH: handler } });

const fail = (message: BlockState): BlockState => block('errors_throw', { inputs: { MESSAGE: message } });

const messageOf = (caught: string): BlockState => block('errors_message', { inputs: { ERROR: get(caught) } });

const object = (key: string, value: BlockState): BlockState =>
  block('object_create', { extraState: { keys: [key] }, fields: { KEY0: key }, inputs: { VALUE0: value } });

export const places: readonly Place[] = [
  {
    name: 'a text',
    blocks: (value, n) => [
      [
        print(text(value)),
        print(block('text_multiline', { fields: { TEXT: value } })),
        set(`plain${n}`, text(value)),
        print(get(`plain${n}`)),
        print(list(text(value), text(value))),
        block('console_print', { fields: { LEVEL: 'LOG' }, inputs: { VALUE: text(value) } }),
      ],
    ],
    prints: (value) => [value, value, value, [value, value], value],
  },
  {
    name: 'a text in a template',
    blocks: (value, n) => [
      [
        set(`count${n}`, number(n)),
        print(join(text('['), text(value), get(`count${n}`), text(value), text(']'))),
        set(`all${n}`, text('<')),
        block('text_append', { fields: { VAR: { id: `all${n}` } }, inputs: { TEXT: text(value) } }),
        print(get(`all${n}`)),
      ],
    ],
    prints: (value, n) => [`[${value}${n}${value}]`, `<${value}`],
  },
  {
    name: 'a message',
    blocks: (value, n) => [
      attempt(`caught${n}`, [fail(text(value))], [print(messageOf(`caught${n}`))]),
      attempt(`again${n}`, [fail(join(text(value), number(n)))], [print(messageOf(`again${n}`))]),
    ],
    prints: (value, n) => [value, `${value}${n}`],
  },
  {
    name: 'a property',
    blocks: (key, n) => [
      [
        set(`object${n}`, object(key, number(n))),
        print(block('object_keys', { inputs: { OBJECT: get(`object${n}`) } })),
      ],
    ],
    prints: (key) => [[key]],
    isMeaning: true,
  },
  {
    name: 'the path of a property',
    blocks: (key, n) => [
      [
        set(`owner${n}`, object('x', number(1))),
        block('object_set', { inputs: { OBJECT: get(`owner${n}`), PATH: text(key), VALUE: number(n) } }),
        print(block('object_get', { inputs: { OBJECT: get(`owner${n}`), PATH: text(key) } })),
        print(block('object_has', { inputs: { OBJECT: get(`owner${n}`), PATH: text(key) } })),
      ],
    ],
    prints: (_, n) => [n, true],
    isMeaning: true,
  },
  {
    name: 'the name of a variable',
    blocks: (name, n) => [
      [set(name, number(n)), print(get(name))],
      block('controls_for', {
        fields: { VAR: { id: `${name}~` } },
        inputs: { FROM: number(n), TO: number(n), BY: number(1), DO: [print(get(`${name}~`))] },
      }),
      attempt(`${name}!`, [fail(text('no'))], [print(messageOf(`${name}!`))]),
    ],
    prints: (_, n) => [n, n, 'no'],
  },
  {
    name: 'the name of a function and its parameter',
    blocks: (name, n) => [
      print(call(`${n}${name}`, number(n))),
      block('procedures_defreturn', {
        fields: { NAME: `${n}${name}` },
        extraState: { params: [{ name, id: `parameter ${name}` }] },
        comment: name,
        inputs: { STACK: [print(text('in'))], RETURN: get(`parameter ${name}`) },
      }),
    ],
    prints: (_, n) => ['in', n],
  },
  {
    name: 'a comment',
    blocks: (comment, n) => [
      [
        noted(print(noted(number(n), comment)), comment),
        noted(when(noted(get('flag'), comment), noted(print(text('yes')), comment)), comment),
        block('controls_whileUntil', {
          fields: { MODE: 'WHILE' },
          inputs: { BOOL: noted(block('logic_boolean', { fields: { BOOL: 'FALSE' } }), comment) },
          comment,
        }),
        attempt('error', [noted(print(text('tried')), comment)], [noted(print(get('error')), comment)]),
      ],
    ],
    others: (comment) => ({ workspaceComments: [{ id: 'note', text: comment, x: 0, y: 0, height: 1, width: 1 }] }),
    prints: (_, n) => [n, 'tried'],
  },
  {
    name: 'what the file says of blocks',
    blocks: (value, n) => [
      [
        { ...print(text('a')), id: `${value}${n}` },
        block('logic_compare', { fields: { OP: value }, inputs: { A: number(n), B: number(n) } }),
        block('console_print', { fields: { LEVEL: value }, inputs: { VALUE: text('b') } }),
        block('controls_if', {
          extraState: { elseIfCount: value, hasElse: value },
          inputs: { DO0: [print(text('c'))] },
        }),
        block('device_cancel_registration', { extraState: value, fields: { NOTHING: value } }),
        block('procedures_callnoreturn', { extraState: { name: `missing ${value}`, params: [value] } }),
        block('math_change', { fields: { VAR: { id: 'changed', name: value, type: value } } }),
        block('lists_sort', { fields: { TYPE: value, DIRECTION: `x${value}` }, inputs: { LIST: list(text('d')) } }),
      ],
      block(`unknown ${value}`, { fields: { TEXT: value }, inputs: { [value]: text(value) } }),
    ],
    options: () => ({ trace: true }),
  },
  {
    name: 'what the pack’s blocks take',
    blocks: (value) => [
      [
        block('device_init_app', { inputs: { APP_ID: text(value), API_KEY: text(value) } }),
        block('device_setup', { fields: { PLATFORM: value }, inputs: { UUID: text(value), VERSION: text(value) } }),
        block('device_register', {
          extraState: { returnResult: false },
          inputs: { DEVICE_TOKEN: text(value), CHANNELS: list(text(value)) },
        }),
        set('date', block('date_literal', { fields: { DATETIME: value } })),
        set('answer', block('text_prompt', { fields: { TYPE: 'TEXT', TEXT: value } })),
      ],
    ],
  },
  {
    name: 'the name of the program',
    blocks: () => [print(text('a'))],
    options: (name) => ({ name }),
  },
];

/** The program that has the text in the place; with several, each in a part of its own. */
export function programWith(
  place: Place,
  texts: readonly string[],
): { program: ProgramState; options: CompileOptions } {
  const [first = ''] = texts;
  const stacks = texts.flatMap((each, index) => place.blocks(each, index));
  return { program: { ...program(...stacks), ...place.others?.(first) }, options: place.options?.(first) ?? {} };
}
