/** Random values and statements of the pack's own blocks. */

import type { BlockState } from '../../generators/typescript/index.ts';
import type { Builder } from './builder.ts';
import type { Choices, Weighted } from './choices.ts';
import { isListKind, type Concrete, type Kind, type PackKind } from './kinds.ts';
import { body, loopBody, type StatementMaker } from './statements.ts';
import { literal, simple, value, type Maker, type Makers } from './values.ts';
import { someText } from './words.ts';

const channels = [
  'ads',
  'discount',
  'default',
  ' news ',
  'größe',
  '',
  'a,b',
  'a::b',
  '__proto__',
  '"',
  '</script>',
  '👍',
];
const keys = [
  'a',
  'b',
  'name',
  'title',
  'ios-badge',
  'toString',
  '__proto__',
  'class',
  'größe',
  '1',
  '',
  'a b',
  'address',
];
const paths = [
  ...keys,
  'a.b',
  'address.city',
  'registrationId',
  'channels',
  'a..b',
  '.',
  'registrationId.ads',
  'deviceId',
];
const dates = ['2027-01-31T09:00', '1999-12-31T23:59', '2028-02-29T00:00'];

const units = { UNIT: ['SECONDS', 'MINUTES', 'HOURS', 'DAYS', 'WEEKS'] };
const errorCodes = { CODE: ['5004', '8000', '5000', '5001', '5002', '2002', '5007', '5010', '5044'] };

/** A value of such a kind that hangs on nothing else. */
export function packLiteral(builder: Builder, kind: PackKind): BlockState {
  switch (kind) {
    case 'Date':
      return builder.block('date_literal', { fields: { DATETIME: builder.choices.pick(dates) } });
    case 'Object':
      return createObject(builder, 0);
    case 'Registration':
      return register(builder, true, 0);
  }
}

/** Values of the pack whose type nobody knows beforehand. */
export function anyOfPack(builder: Builder, depth: number): BlockState {
  return builder.block('object_get', { inputs: objectAndPath(builder, depth) });
}

/** Blocks of the pack that give a value of the kind. */
export function packMakers(builder: Builder, kind: Concrete, depth: number): Makers {
  const make = (type: string, inputs: Record<string, Kind>, fields?: Record<string, readonly string[]>): Maker =>
    simple(builder, depth, type, inputs, fields);
  const path =
    (type: string): Maker =>
    () =>
      builder.block(type, { inputs: objectAndPath(builder, depth) });
  const target = builder.choices.pick<Kind>(['Object', 'Registration']);
  const parts = ['YEAR', 'MONTH', 'DAY', 'WEEKDAY', 'HOUR', 'MINUTE', 'SECOND', 'TIMESTAMP'];
  if (isListKind(kind) && kind !== 'Texts' && kind !== 'Mixed') return [];
  switch (kind) {
    case 'Number':
      return [
        [1, make('errors_code', { ERROR: 'Any' })],
        [2, make('date_part', { DATE: 'Date' }, { PART: parts })],
      ];
    case 'String':
      return [
        [1, make('device_token', {})],
        [2, make('registration_id', { CHANNEL: 'String', RESULT: target })],
        [1, make('errors_message', { ERROR: 'Any' })],
        [1, make('date_format', { DATE: 'Date' }, { FORMAT: ['ISO', 'DATE', 'TIME', 'DATETIME'] })],
      ];
    case 'Boolean':
      return [
        [1, make('errors_is', { ERROR: 'Any' }, errorCodes)],
        [2, make('date_compare', { A: 'Date', B: 'Date' }, { OP: ['BEFORE', 'AFTER', 'SAME'] })],
        [1, path('object_has')],
      ];
    case 'Texts':
      return [
        [2, () => channelList(builder)],
        [2, make('registration_channels', { RESULT: target })],
        [1, make('object_keys', { OBJECT: target })],
      ];
    case 'Mixed':
      return [[3, make('object_values', { OBJECT: target })]];
    case 'Date':
      return [
        [1, make('date_now', {})],
        [2, make('date_from_now', { AMOUNT: 'Number' }, units)],
        [2, make('date_add', { DATE: 'Date', AMOUNT: 'Number' }, units)],
      ];
    case 'Object':
      return [
        [4, () => createObject(builder, depth)],
        [1, make('device_get_registration', {})],
      ];
    case 'Registration':
      return [[3, () => register(builder, true, depth)]];
    default:
      return [];
  }
}

/** Statements of the pack. */
export function packStatements(builder: Builder): Weighted<StatementMaker>[] {
  const one =
    (make: Maker): StatementMaker =>
    () => [make()];
  const make = (
    type: string,
    inputs: Record<string, Kind>,
    fields?: Record<string, readonly string[]>,
  ): StatementMaker => one(simple(builder, 2, type, inputs, fields));
  const options: Weighted<StatementMaker>[] = [
    [4, make('console_print', { VALUE: 'Any' }, { LEVEL: ['LOG', 'WARN', 'ERROR'] })],
    [3, one(() => register(builder, false, 2))],
    [0.5, make('device_init_app', { APP_ID: 'String', API_KEY: 'String' })],
    [0.5, make('device_setup', { UUID: 'String', VERSION: 'String' }, { PLATFORM: ['ANDROID', 'IOS'] })],
    [1, make('device_cancel_registration', {})],
    [1, make('push_publish', { MESSAGE: 'String', CHANNEL: 'String', HEADERS: 'Object' })],
    [1, make('push_publish_to_devices', { MESSAGE: 'String', CHANNEL: 'String', DEVICES: 'Texts', HEADERS: 'Object' })],
    [
      2,
      one(() =>
        builder.block('object_set', {
          inputs: { ...objectAndPath(builder, 2), VALUE: builder.maybe(() => value(builder, 'Any', 2)) },
        }),
      ),
    ],
    [1, one(() => builder.block('object_remove', { inputs: objectAndPath(builder, 2) }))],
    // Hardly ever, because nothing runs after it.
    [0.2, make('errors_throw', { MESSAGE: 'String' })],
  ];
  if (builder.depth < 3) options.push([3, one(() => attempt(builder))], [2, one(() => forEachRegistration(builder))]);
  return options;
}

function attempt(builder: Builder): BlockState {
  const variable = builder.variable(['Any'], true);
  const [TRY, CATCH] = [body(builder), body(builder)];
  const FINALLY = builder.choices.chance(0.3) ? body(builder) : undefined;
  return builder.block('errors_try', { fields: { ERROR: { id: variable.id } }, inputs: { TRY, CATCH, FINALLY } });
}

function forEachRegistration(builder: Builder): BlockState {
  const [channel, id] = [builder.variable(['String'], true), builder.variable(['String'], true)];
  const RESULT = builder.maybe(() => value(builder, 'Registration', 2));
  return builder.block('registration_for_each', {
    fields: { CHANNEL_VAR: { id: channel.id }, ID_VAR: { id: id.id } },
    inputs: { RESULT, DO: loopBody(builder) },
  });
}

function register(builder: Builder, returnResult: boolean, depth: number): BlockState {
  const { choices } = builder;
  const often = (make: Maker) => (choices.chance(0.6) ? builder.plug(make()) : undefined);
  return builder.block('device_register', {
    extraState: { returnResult },
    fields: { RETURN_RESULT: returnResult },
    inputs: {
      DEVICE_TOKEN: often(() => (depth > 0 ? value(builder, 'String', depth) : builder.block('device_token'))),
      CHANNELS: often(() => (depth > 0 && choices.chance(0.5) ? value(builder, 'Texts', depth) : channelList(builder))),
      EXPIRATION: often(() => (depth > 0 ? value(builder, 'Date', depth) : literal(builder, 'Date'))),
    },
  });
}

function channelList(builder: Builder): BlockState {
  const { choices } = builder;
  const names = Array.from({ length: choices.between(0, 4) }, () => choices.pick(channels));
  return builder.block('device_channel_list', { fields: { NAMES: names.join('\n') } });
}

function createObject(builder: Builder, depth: number): BlockState {
  // Of two properties of the same name only the later one is in the code.
  const names = [...new Set(Array.from({ length: builder.choices.between(0, 4) }, () => key(builder.choices)))];
  return builder.block('object_create', {
    extraState: { keys: names },
    fields: Object.fromEntries(names.map((name, index) => [`KEY${index}`, name])),
    inputs: Object.fromEntries(
      names.map((_, index) => [`VALUE${index}`, builder.maybe(() => value(builder, 'Any', depth))]),
    ),
  });
}

function key(choices: Choices): string {
  return choices.chance(0.9) ? choices.pick(keys) : someText(choices, false);
}

function objectAndPath(builder: Builder, depth: number) {
  const { choices } = builder;
  return {
    OBJECT: builder.maybe(() => value(builder, choices.pick<Kind>(['Object', 'Object', 'Registration']), depth)),
    PATH: builder.maybe(() =>
      choices.chance(0.8)
        ? builder.block('text', { fields: { TEXT: choices.pick(paths) } })
        : value(builder, 'String', depth),
    ),
  };
}
