// Reads the bodies of requests. Everything is checked here, before anything is decided or written.

import { quote, ServiceError } from './errors.ts';
import type { Limits } from './limits.ts';
import type { JsonValue } from './types.ts';

/** A checked registration. */
export interface RegistrationInput {
  deviceToken: string;
  deviceId: string;
  /** In upper case, as the SDK sends it. That any name is accepted is the emulator's own rule. */
  os: string;
  osVersion: string;
  /** In the order of the request, each once; never empty. */
  channels: string[];
  /** As it was sent. */
  expiration?: number;
  /** The same in milliseconds since the epoch. */
  expiresAt?: number;
}

/** A checked message to publish. */
export interface PublishInput {
  message: JsonValue;
  headers: Record<string, string>;
  publisherId?: string;
  publishAt?: number;
  repeatEvery?: number;
  repeatUntil?: number;
  deviceIds?: string[];
  systems?: string[];
  push: boolean;
}

/** The channel of a registration that names none. */
export const defaultChannel = 'default';

/** The largest time that a `Date` can hold. */
const lastMoment = 8.64e15;

/**
 * Timestamps below this are seconds, others milliseconds: the JavaScript SDK sends a `Date` as (fractional) seconds,
 * other SDKs send milliseconds, and the documents say only "timestamp". As seconds it is the year 5138, as milliseconds
 * March 1973, so no expiration that makes sense is read wrongly.
 */
export const secondsBelow = 1e11;

/**
 * A timestamp of a registration, in milliseconds since the epoch. Rounded: the SDK divides the time of a `Date` by
 * 1000, and multiplying that again does not always give the same number.
 */
export function timestampToMs(timestamp: number): number {
  return Math.round(timestamp < secondsBelow ? timestamp * 1000 : timestamp);
}

/** Reads the body of a registration. Throws {@link ServiceError} with the code that the documents give. */
export function readRegistration(body: string | null, now: number, limits: Limits): RegistrationInput {
  if (body === null || body.trim() === '') throw new ServiceError(5006);
  const fields = parseObject(body, 5005);
  if (fields.size === 0) throw new ServiceError(5006);
  const deviceId = fields.get('deviceId');
  if (deviceId === undefined || deviceId === null || deviceId === '') throw new ServiceError(5011);
  return {
    deviceId: text(deviceId, 'deviceId', limits.deviceId),
    deviceToken: required(fields, 'deviceToken', limits.deviceToken),
    os: required(fields, 'os', limits.os).toUpperCase(),
    osVersion: required(fields, 'osVersion', limits.osVersion),
    channels: readChannels(fields.get('channels'), limits),
    ...readExpiration(fields.get('expiration'), now),
  };
}

/** Reads the body of a publish call. */
export function readPublish(body: string | null, limits: Limits): PublishInput {
  if (body === null || body.trim() === '') throw new ServiceError(8003, 'The request has no body.');
  const fields = parseObject(body, 8002);
  const message = fields.get('message');
  if (message === undefined || message === null) throw missing('message');
  // The depth first: text of a value that is nested too deeply cannot be made.
  checkDepth(message, limits.depth);
  checkLength('message', (typeof message === 'string' ? message : JSON.stringify(message)).length, limits.message);
  const input: PublishInput = {
    message,
    headers: readHeaders(fields.get('headers'), limits),
    push: readPolicy(fields),
  };

  const publisherId = fields.get('publisherId');
  if (publisherId !== undefined && publisherId !== null) {
    input.publisherId = text(publisherId, 'publisherId', limits.headers);
  }
  const publishAt = moment(fields, 'publishAt');
  if (publishAt !== undefined) input.publishAt = publishAt;
  const repeatEvery = moment(fields, 'repeatEvery');
  if (repeatEvery !== undefined && repeatEvery !== 0) {
    // The documents give seconds. Less than one second is the emulator's own bound.
    if (repeatEvery < 1) throw wrong('repeatEvery', 'at least one second', repeatEvery);
    input.repeatEvery = repeatEvery * 1000;
    const repeatUntil = moment(fields, 'repeatExpiresAt');
    if (repeatUntil !== undefined && repeatUntil !== 0) input.repeatUntil = repeatUntil;
  }
  const deviceIds = fields.get('pushSinglecast');
  if (deviceIds !== undefined && deviceIds !== null) {
    if (!Array.isArray(deviceIds)) throw wrong('pushSinglecast', 'a list of device IDs', deviceIds);
    input.deviceIds = [...new Set(deviceIds.map((id) => text(id, 'pushSinglecast', limits.deviceId)))];
  }
  const systems = readSystems(fields.get('pushBroadcast'));
  if (systems) input.systems = systems;
  return input;
}

/**
 * Checks a channel's name. A comma and `::` separate the entries of the registration ID that the service answers, so a
 * name with one of them is refused as 5044; an empty name as 5043. Which characters the real service refuses is not
 * documented.
 */
export function checkChannel(name: string, limits: Limits): void {
  if (name === '') throw new ServiceError(5043, 'The channel could not be registered: its name is empty.');
  checkLength('channel', name.length, limits.channel);
  for (const separator of [',', '::']) {
    if (name.includes(separator)) {
      throw new ServiceError(
        5044,
        `The channel name ${quote(name)} contains an invalid character: ${quote(separator)}.`,
      );
    }
  }
}

function readChannels(value: JsonValue | undefined, limits: Limits): string[] {
  if (value === undefined || value === null) return [defaultChannel];
  if (!Array.isArray(value)) throw wrong('channels', 'a list of channel names', value);
  checkLength('channels', value.length, limits.channels, 'entries');
  const channels = new Set<string>();
  for (const name of value) {
    if (typeof name !== 'string') throw wrong('channels', 'a list of channel names', name);
    checkChannel(name, limits);
    channels.add(name);
  }
  return channels.size === 0 ? [defaultChannel] : [...channels];
}

function readExpiration(
  value: JsonValue | undefined,
  now: number,
): Pick<RegistrationInput, 'expiration' | 'expiresAt'> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'number') {
    throw new ServiceError(5003, `Invalid expiration date: ${quote(value)} is not a timestamp.`);
  }
  const expiresAt = timestampToMs(value);
  if (expiresAt > lastMoment) {
    throw new ServiceError(5003, `Invalid expiration date: ${quote(value)} is beyond any date.`);
  }
  if (expiresAt <= now) {
    const when = expiresAt < -lastMoment ? String(value) : new Date(expiresAt).toISOString();
    throw new ServiceError(
      5004,
      `Invalid expiration date. The expiration date must be after the current time, and ${when} is not.`,
    );
  }
  return { expiration: value, expiresAt };
}

function readHeaders(value: JsonValue | undefined, limits: Limits): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw wrong('headers', 'an object', value);
  const entries = Object.entries(value).map(([name, header]) => {
    if (typeof header === 'object') throw wrong(`headers.${name}`, 'text', header);
    return [name, String(header)] as const;
  });
  const headers = Object.fromEntries(entries);
  checkLength('headers', JSON.stringify(headers).length, limits.headers);
  return headers;
}

/** `PUBSUB` is for the subscribers of a channel; `PUSH`, `BOTH` and nothing are for devices. */
function readPolicy(fields: ReadonlyMap<string, JsonValue>): boolean {
  const policy = fields.get('publishPolicy');
  if (policy === undefined || policy === null) return true;
  const name = typeof policy === 'string' ? policy.toUpperCase() : '';
  if (name !== 'PUSH' && name !== 'PUBSUB' && name !== 'BOTH') {
    throw wrong('publishPolicy', 'PUSH, PUBSUB or BOTH', policy);
  }
  return name !== 'PUBSUB';
}

/** The bits of a broadcast mask, as the SDKs of Backendless define them; 15 is all of them. */
const systemBits: readonly (readonly [string, number])[] = [
  ['IOS', 1],
  ['ANDROID', 2],
  ['WP', 4],
  ['OSX', 8],
];

/** Reads a broadcast mask: a number, or names joined by `|`. Undefined: every system. */
function readSystems(value: JsonValue | undefined): string[] | undefined {
  const expected = 'a mask (1 iOS, 2 Android, 4 WP, 8 OSX, 15 all) or their names joined by "|"';
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') {
    if (!Number.isInteger(value) || value < 0 || value > 15) throw wrong('pushBroadcast', expected, value);
    // The SDKs send 0 for a mask that was never set.
    if (value === 0 || value === 15) return undefined;
    return systemBits.filter(([, bit]) => value & bit).map(([name]) => name);
  }
  if (typeof value !== 'string') throw wrong('pushBroadcast', expected, value);
  const names = value.split('|').map((name) => name.trim().toUpperCase());
  if (names.includes('ALL')) return undefined;
  for (const name of names) {
    if (!systemBits.some(([known]) => known === name)) throw wrong('pushBroadcast', expected, value);
  }
  return names;
}

/** The members of a JSON object. A map: a member may have any name, `__proto__` too. */
function parseObject(body: string, code: number): Map<string, JsonValue> {
  const value = parseJson(body, code);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ServiceError(code, `The request body must be a JSON object, and ${quote(value)} is none.`);
  }
  return new Map(Object.entries(value));
}

function parseJson(body: string, code: number): JsonValue {
  try {
    const value: JsonValue = JSON.parse(body);
    return value;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ServiceError(code, `The request body is not valid JSON: ${why}`);
  }
}

function required(fields: ReadonlyMap<string, JsonValue>, name: string, limit: number): string {
  const value = fields.get(name);
  if (value === undefined || value === null || value === '') throw missing(name);
  return text(value, name, limit);
}

/** Text; a number is taken as its digits, since `setupDevice({version: 14})` sends one. */
function text(value: JsonValue, name: string, limit: number): string {
  if (typeof value !== 'string' && typeof value !== 'number') throw wrong(name, 'text', value);
  const read = String(value);
  checkLength(name, read.length, limit);
  return read;
}

/** A number of seconds or milliseconds that is not negative and that a date can hold. */
function moment(fields: ReadonlyMap<string, JsonValue>, name: string): number | undefined {
  const value = fields.get(name);
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || value < 0 || value > lastMoment) throw wrong(name, 'a timestamp or duration', value);
  return value;
}

function checkLength(name: string, length: number, limit: number, unit = 'characters'): void {
  if (length <= limit) return;
  throw new ServiceError(
    8000,
    `The value of property '${name}' exceeds the length limit: ${length} ${unit}, and at most ${limit} are allowed.`,
  );
}

function checkDepth(value: JsonValue, limit: number, levels = limit): void {
  if (typeof value !== 'object' || value === null) return;
  if (levels === 0) {
    throw new ServiceError(
      8000,
      `The value of property 'message' exceeds the length limit: ${limit} levels of nesting.`,
    );
  }
  for (const member of Object.values(value)) checkDepth(member, limit, levels - 1);
}

function missing(name: string): ServiceError {
  return new ServiceError(8003, `The required parameter '${name}' is missing.`);
}

function wrong(name: string, expected: string, value: unknown): ServiceError {
  return new ServiceError(8002, `The value of '${name}' must be ${expected}, and ${quote(value)} is not.`);
}
