/** Random names, texts and numbers, short, long and awkward. */

import fc from 'fast-check';

const NAMES = [
  ...[
    'i',
    'x',
    'a',
    'n',
    'id',
    'it',
    '$',
    '_',
    'el',
    'map',
    'item',
    'list',
    'value',
    'count',
    'Math',
    'Object',
    'Backendless',
  ],
  ...[
    'deviceToken',
    'registration',
    'Messaging',
    'registerDevice',
    'console',
    'channelNames',
    'toString',
    'größe',
    '名前',
  ],
  ...[
    'expirationTimestamp',
    'currentRegistrationOfTheDevice',
    'aVariableWithAnExceedinglyLongNameInIt',
    'Boolean',
    'require',
  ],
];

const TEXTS = [
  ...[
    '',
    'a',
    'ads',
    'discount',
    'Hello, world!',
    "it's",
    'say "hi"',
    `both ' and "`,
    'back\\slash',
    '`${x}`',
    '</script>',
  ],
  ...[
    '<!--',
    'line\nbreak',
    '\u2028\u2029',
    '\u202eevil',
    '\ud800',
    '\0',
    '\ufeff',
    'emoji 👍🏽 and 名前',
    '*/',
    '__proto__',
    '// no',
    '\t\r',
  ],
  ...[
    'a rather long text that takes up much of a line',
    'The quick brown fox jumps over the lazy dog, and then it does so again.',
  ],
  ...['use strict', 'a-b', '0', '1e3', 'größe', 'default', 'constructor', 'x'.repeat(90)],
];

export const name = fc.constantFrom(...NAMES);
export const awkward = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);

export const number = fc.oneof(
  fc.constantFrom(0, 1, 2, 10, 42, 100, 0.5, 1e21, 1e-7, 1.5e300, 123456789, 0.1, 5e-324),
  fc.nat(),
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
