/** The device, its registrations, and pushes. */

import type { BlockState } from '../../../generators/typescript/index.ts';
import type { Builder, Category, Maker } from '../builder.ts';
import type { Kind } from '../kinds.ts';

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

const withResult: Kind[] = ['Object', 'Registration'];

export const device: Category = {
  literals: { Registration: (builder) => register(builder, true, 0) },

  values(builder, kind, depth) {
    if (depth === 0) return [];
    const RESULT = builder.choices.pick(withResult);
    const make =
      (type: string, inputs: Record<string, Kind> = {}): Maker =>
      () =>
        builder.simple(type, depth - 1, inputs);
    switch (kind) {
      case 'String':
        return [
          [1, make('device_token')],
          [2, make('registration_id', { CHANNEL: 'String', RESULT })],
        ];
      case 'Texts':
        return [
          [2, () => channelList(builder)],
          [2, make('registration_channels', { RESULT })],
        ];
      case 'Object':
        return [[1, make('device_get_registration')]];
      case 'Registration':
        return [[3, () => register(builder, true, depth - 1)]];
      default:
        return [];
    }
  },

  statements(builder) {
    const make =
      (type: string, inputs: Record<string, Kind> = {}, fields?: Record<string, readonly string[]>) =>
      (): BlockState[] => [builder.simple(type, 2, inputs, fields)];
    return [
      [3, () => [register(builder, false, 2)]],
      [0.5, make('device_init_app', { APP_ID: 'String', API_KEY: 'String' })],
      [0.5, make('device_setup', { UUID: 'String', VERSION: 'String' }, { PLATFORM: ['ANDROID', 'IOS'] })],
      [1, make('device_cancel_registration')],
      [1, make('push_publish', { MESSAGE: 'String', CHANNEL: 'String', HEADERS: 'Object' })],
      [
        1,
        make('push_publish_to_devices', { MESSAGE: 'String', CHANNEL: 'String', DEVICES: 'Texts', HEADERS: 'Object' }),
      ],
      [builder.depth < 3 ? 2 : 0, () => [forEach(builder)]],
    ];
  },
};

function register(builder: Builder, returnResult: boolean, depth: number): BlockState {
  const { choices } = builder;
  const often = (make: Maker) => (choices.chance(0.6) ? builder.plug(make()) : undefined);
  return builder.block('device_register', {
    extraState: { returnResult },
    fields: { RETURN_RESULT: returnResult },
    inputs: {
      DEVICE_TOKEN: often(() => (depth > 0 ? builder.value('String', depth) : builder.block('device_token'))),
      CHANNELS: often(() => (depth > 0 && choices.chance(0.5) ? builder.value('Texts', depth) : channelList(builder))),
      EXPIRATION: often(() => (depth > 0 ? builder.value('Date', depth) : builder.literal('Date'))),
    },
  });
}

function channelList(builder: Builder): BlockState {
  const { choices } = builder;
  const names = Array.from({ length: choices.between(0, 4) }, () => choices.pick(channels));
  return builder.block('device_channel_list', { fields: { NAMES: names.join('\n') } });
}

function forEach(builder: Builder): BlockState {
  const [channel, id] = [builder.variable(['String'], true), builder.variable(['String'], true)];
  const RESULT = builder.maybe(() => builder.value('Registration', 2));
  return builder.block('registration_for_each', {
    fields: { CHANNEL_VAR: { id: channel.id }, ID_VAR: { id: id.id } },
    inputs: { RESULT, DO: builder.loopBody() },
  });
}
