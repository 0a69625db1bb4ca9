// The whole state as JSON: what export gives, what import and the file store read.

import { byKeys } from './order.ts';
import type { Change, Counters, DeliveryRecord, MessageRecord, StoreContent } from './store.ts';
import type { ChannelRegistration, DeviceRegistration, JsonValue, MessageStatus } from './types.ts';

/** Names the format in exported states and in data files. */
export const stateFormat = 'codeless-push-blocks/emulator';

/** The version that this code writes. It reads this one and every earlier one. */
export const stateVersion = 1;

/** Everything that an emulator holds, as {@link JSON} can carry it. */
export interface EmulatorState extends StoreContent {
  format: typeof stateFormat;
  version: number;
}

/** A state or data file that cannot be used. The message says where and why. */
export class StateError extends Error {
  override readonly name = 'StateError';
}

/** Puts the content of a store into the form in which it is exported: the same content gives the same text. */
export function toState({ devices, channels, messages, deliveries, counters }: StoreContent): EmulatorState {
  return {
    format: stateFormat,
    version: stateVersion,
    devices: devices.toSorted(byKeys('appId', 'deviceId')),
    channels: channels.toSorted(byKeys('appId', 'channel')),
    messages: messages.toSorted(byKeys('messageId')),
    deliveries: deliveries.toSorted((a, b) => a.sequence - b.sequence),
    counters,
  };
}

/** Checks an exported state of this version or an earlier one. Throws {@link StateError}. */
export function readState(value: unknown): StoreContent {
  const state = new Reader(value, 'The state');
  checkVersion(state);
  const content: StoreContent = {
    devices: state.list('devices', readDevice),
    channels: state.list('channels', readChannel),
    messages: state.list('messages', readMessage),
    deliveries: state.list('deliveries', readDelivery),
    counters: readCounters(state.member('counters')),
  };
  const settled = content.messages.flatMap((message) => message.settled ?? []);
  checkNumbers(settled, content.counters.settled, 'The state.messages');
  const sequences = content.deliveries.map(({ sequence }) => sequence);
  checkNumbers(sequences, content.counters.deliveries, 'The state.deliveries');
  return content;
}

/** Numbers in the order of which records are forgotten: each once, and none above the last that was given. */
function checkNumbers(numbers: number[], last: number, name: string): void {
  if (new Set(numbers).size < numbers.length) throw new StateError(`${name} have a number twice.`);
  if (numbers.some((number) => number > last)) throw new StateError(`${name} have a number above their counter.`);
}

/**
 * Checks the names of format and version that begin a state or a data file. Version 1 is the first; a later version
 * turns what it reads of an earlier one into its own form here.
 */
export function checkVersion(state: Reader): void {
  if (state.value('format') !== stateFormat) {
    throw new StateError(`${state.name} is not one of this emulator: its "format" is not "${stateFormat}".`);
  }
  const version = state.number('version');
  if (version > stateVersion) {
    throw new StateError(
      `${state.name} has version ${version}, and this emulator reads up to version ${stateVersion}: ` +
        'it was written by a newer release.',
    );
  }
  if (!Number.isInteger(version) || version < 1) throw new StateError(`${state.name} has no valid version.`);
}

/** The changes that make a store hold exactly this content. */
export function contentChanges(content: StoreContent): Change[] {
  return [{ type: 'clear' }, ...recordChanges(content)];
}

/** The changes that add a content to an empty store; what is numbered in the order of its numbers. */
export function* recordChanges(content: StoreContent): Generator<Change> {
  for (const device of content.devices) yield { type: 'put-device', device };
  for (const { appId, channel } of content.channels) yield { type: 'put-channel', appId, channel };
  const messages = content.messages.toSorted((a, b) => (a.settled ?? 0) - (b.settled ?? 0));
  for (const message of messages) yield { type: 'put-message', message };
  for (const { deviceId, ...delivery } of content.deliveries.toSorted((a, b) => a.sequence - b.sequence)) {
    yield { type: 'deliver', ...delivery, deviceIds: [deviceId] };
  }
  yield { type: 'put-counters', counters: content.counters };
}

/** Checks one change, as a line of a data file holds it. Throws {@link StateError}. */
export function readChange(change: Reader): Change {
  const type = change.text('type');
  switch (type) {
    case 'put-device':
      return { type, device: readDevice(change.member('device')) };
    case 'remove-device':
      return { type, appId: change.text('appId'), deviceId: change.text('deviceId') };
    case 'put-channel':
    case 'remove-channel':
      return { type, ...readChannel(change) };
    case 'put-message':
      return { type, message: readMessage(change.member('message')) };
    case 'deliver':
      return {
        type,
        appId: change.text('appId'),
        messageId: change.text('messageId'),
        deliveredAt: change.number('deliveredAt'),
        sequence: change.number('sequence'),
        deviceIds: change.texts('deviceIds'),
      };
    case 'forget-messages':
    case 'forget-deliveries':
      return { type, upTo: change.number('upTo') };
    case 'put-counters':
      return { type, counters: readCounters(change.member('counters')) };
    case 'clear':
      return { type };
    default:
      throw new StateError(`${change.name} has the unknown type ${JSON.stringify(type)}.`);
  }
}

function readDevice(device: Reader): DeviceRegistration {
  const read: DeviceRegistration = {
    appId: device.text('appId'),
    deviceId: device.text('deviceId'),
    deviceToken: device.text('deviceToken'),
    os: device.text('os'),
    osVersion: device.text('osVersion'),
    channels: device.list('channels', readRegistration),
    updatedAt: device.number('updatedAt'),
  };
  if (device.has('expiration')) read.expiration = device.number('expiration');
  if (device.has('expiresAt')) read.expiresAt = device.number('expiresAt');
  return read;
}

function readRegistration(registration: Reader): ChannelRegistration {
  return { channel: registration.text('channel'), registrationId: registration.text('registrationId') };
}

function readChannel(channel: Reader): { appId: string; channel: string } {
  return { appId: channel.text('appId'), channel: channel.text('channel') };
}

const statuses: readonly MessageStatus[] = ['scheduled', 'published', 'cancelled', 'failed', 'unknown'];

function readMessage(message: Reader): MessageRecord {
  const name = message.text('status');
  const status = statuses.find((known) => known === name);
  if (!status)
    throw new StateError(
      `${message.name}.status is ${JSON.stringify(name)}, and must be one of ${statuses.join(', ')}.`,
    );
  const read: MessageRecord = {
    messageId: message.text('messageId'),
    appId: message.text('appId'),
    channel: message.text('channel'),
    message: message.json('message'),
    headers: message.textMap('headers'),
    status,
    push: message.boolean('push'),
  };
  if (message.has('publisherId')) read.publisherId = message.text('publisherId');
  for (const key of ['dueAt', 'repeatEvery', 'repeatUntil', 'settled'] as const) {
    if (message.has(key)) read[key] = message.number(key);
  }
  for (const key of ['deviceIds', 'systems'] as const) {
    if (message.has(key)) read[key] = message.texts(key);
  }
  if ((status === 'scheduled') !== (read.dueAt !== undefined)) {
    throw new StateError(`${message.name} must have dueAt exactly when its status is scheduled.`);
  }
  if ((status === 'scheduled') !== (read.settled === undefined)) {
    throw new StateError(`${message.name} must have settled exactly when its status is not scheduled.`);
  }
  return read;
}

function readDelivery(delivery: Reader): DeliveryRecord {
  return {
    sequence: delivery.number('sequence'),
    appId: delivery.text('appId'),
    deviceId: delivery.text('deviceId'),
    messageId: delivery.text('messageId'),
    deliveredAt: delivery.number('deliveredAt'),
  };
}

function readCounters(counters: Reader): Counters {
  return { deliveries: counters.number('deliveries'), settled: counters.number('settled') };
}

/** An object of unknown origin, read member by member; what does not fit throws a {@link StateError} with its place. */
export class Reader {
  readonly name: string;
  readonly #members: ReadonlyMap<string, unknown>;

  /** `name` is how error messages call the value. */
  constructor(value: unknown, name: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new StateError(`${name} must be an object.`);
    }
    this.name = name;
    this.#members = new Map<string, unknown>(Object.entries(value));
  }

  has(key: string): boolean {
    return this.#members.get(key) !== undefined;
  }

  value(key: string): unknown {
    return this.#members.get(key);
  }

  text(key: string): string {
    const value = this.value(key);
    if (typeof value !== 'string') throw this.#wrong(key, 'text');
    return value;
  }

  number(key: string): number {
    const value = this.value(key);
    if (typeof value !== 'number' || !Number.isFinite(value)) throw this.#wrong(key, 'a number');
    return value;
  }

  boolean(key: string): boolean {
    const value = this.value(key);
    if (typeof value !== 'boolean') throw this.#wrong(key, 'true or false');
    return value;
  }

  texts(key: string): string[] {
    const value = this.#array(key);
    const texts = value.filter((item) => typeof item === 'string');
    if (texts.length < value.length) throw this.#wrong(key, 'a list of texts');
    return texts;
  }

  textMap(key: string): Record<string, string> {
    const member = this.member(key);
    return Object.fromEntries(Array.from(member.#members.keys(), (name) => [name, member.text(name)]));
  }

  json(key: string): JsonValue {
    const value = this.value(key);
    if (!isJson(value)) throw this.#wrong(key, 'a JSON value');
    return value;
  }

  member(key: string): Reader {
    return new Reader(this.value(key), `${this.name}.${key}`);
  }

  list<T>(key: string, read: (item: Reader) => T): T[] {
    return this.#array(key).map((item, index) => read(new Reader(item, `${this.name}.${key}[${index}]`)));
  }

  #array(key: string): unknown[] {
    const value = this.value(key);
    if (!Array.isArray(value)) throw this.#wrong(key, 'a list');
    return value;
  }

  #wrong(key: string, expected: string): StateError {
    return new StateError(`${this.name}.${key} must be ${expected}.`);
  }
}

function isJson(value: unknown): value is JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'object' && Object.values(value).every(isJson);
}
