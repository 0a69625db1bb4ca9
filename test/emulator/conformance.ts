// What the service promises, said once and asked through every adapter, with the real SDK at the other end.
// Nothing here knows where the service runs or where the SDK does: see `Service`.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  documentedErrors,
  type BackendRequest,
  type DeliveredMessage,
  type DeviceRegistration,
  type EmulatorOptions,
  type FaultSettings,
} from '../../src/emulator/index.ts';

/** How a call of the SDK ended. A network failure has no code. */
export type Outcome =
  | { ok: true; value: unknown }
  | { ok: false; error: { message: string; code: number | undefined; status: number | undefined } };

/** What an adapter passes to the SDK unchanged; dates arrive as dates. */
export type Argument = string | number | boolean | null | undefined | Date | Argument[] | { [name: string]: Argument };

/** One instance of the SDK, for one device. */
export interface Sdk {
  /** Calls a method such as `Messaging.registerDevice`. Never rejects. */
  call(method: string, ...args: Argument[]): Promise<Outcome>;
}

export interface SdkSetup {
  /** Default `APP`. */
  appId?: string;
  /** Default `KEY`. */
  apiKey?: string;
  /** Initialize with the domain of the application instead of ID and key. */
  domain?: boolean;
  /** What goes into `setupDevice`; null: it is not called. By default {@link phone}. */
  device?: { uuid: string; platform: string; version: string | number } | null;
}

/** A service of its own, empty at first, with a clock that stands still. */
export interface Service {
  sdk(setup?: SdkSetup): Promise<Sdk>;
  /** Sends a request that the SDK would not. `url` is a path. The body of the answer comes parsed. */
  send(request: BackendRequest): Promise<{ status: number; body: unknown }>;
  /** Moves the clock. */
  advance(milliseconds: number): Promise<void>;
  devices(): Promise<DeviceRegistration[]>;
  messages(deviceId: string): Promise<DeliveredMessage[]>;
  setFaults(settings: Partial<FaultSettings>): Promise<void>;
  close(): Promise<void>;
}

/** Options that can be sent to another process. */
export type ServiceOptions = Pick<EmulatorOptions, 'apps' | 'domainApp' | 'limits' | 'statuses' | 'unknownChannel'>;

export const phone = { uuid: 'phone-1', platform: 'android', version: '14' };

/** The moment at which the clock of each service stands. */
export const startTime = Date.UTC(2026, 0, 31, 9, 0, 0, 250);

const guid = /^[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}$/;

/** Names that are easily mangled on the way. */
const oddNames = [
  '__proto__',
  'constructor',
  'toString',
  'say "hi"',
  "it's",
  'back\\slash',
  '</script>',
  'line\u2028separator',
  'new\nline',
  'tab\there',
  '🔔 bells',
  'Нові новини',
  '100%',
  'a:b',
  ' blank ',
  '..',
  'a+b&c=d?e#f',
];

/** Registers the whole suite with the test runner. `connect` starts a service whose clock stands at {@link startTime}. */
export function conformance(connect: (options: ServiceOptions) => Promise<Service>): void {
  let service: Service;
  let sdk: Sdk;

  async function start(options: ServiceOptions = {}): Promise<void> {
    await service?.close();
    service = await connect(options);
    sdk = await service.sdk();
  }

  beforeEach(() => start());
  afterEach(() => service.close());

  const register = (...args: Argument[]) => sdk.call('Messaging.registerDevice', ...args);
  const getRegistrations = () => sdk.call('Messaging.getRegistrations');
  const publish = (...args: Argument[]) => sdk.call('Messaging.publish', ...args);

  async function registered(...args: Argument[]): Promise<Map<string, string>> {
    return readIds(value(await register(...args)));
  }

  async function publishedId(...args: Argument[]): Promise<string> {
    const answer = value(await publish(...args));
    expect(answer).toEqual({ status: 'scheduled', messageId: expect.any(String), errorMessage: null });
    return String(member(answer, 'messageId'));
  }

  async function texts(deviceId = phone.uuid): Promise<unknown[]> {
    return (await service.messages(deviceId)).map(({ message }) => message);
  }

  describe('registerDevice', () => {
    test.each<[string, Argument[], string[]]>([
      ['no channels', ['token'], ['default']],
      ['an empty list', ['token', []], ['default']],
      ['one channel', ['token', ['ads']], ['ads']],
      ['several channels, in their order', ['token', ['zoo', 'ads', 'discount']], ['zoo', 'ads', 'discount']],
      ['a channel twice', ['token', ['ads', 'zoo', 'ads']], ['ads', 'zoo']],
      ['what is not a list, which the SDK leaves out', ['token', 'ads'], ['default']],
      ['null for channels', ['token', null], ['default']],
    ])('with %s', async (_, args, channels) => {
      const ids = await registered(...args);
      expect([...ids.keys()]).toEqual(channels);
      for (const id of ids.values()) expect(id).toMatch(guid);
      expect(new Set(ids.values()).size).toBe(channels.length);
      expect(value(await getRegistrations())).toEqual([
        { deviceToken: 'token', deviceId: 'phone-1', os: 'ANDROID', osVersion: '14', channels },
      ]);
    });

    test.each<[string, Argument, number]>([
      ['a date, which goes out as fractional seconds', new Date(startTime + 5000), (startTime + 5000) / 1000],
      ['seconds', Math.ceil(startTime / 1000) + 5, Math.ceil(startTime / 1000) + 5],
      ['fractional seconds', startTime / 1000 + 5.5, startTime / 1000 + 5.5],
      ['milliseconds', startTime + 5000, startTime + 5000],
    ])('with an expiration in %s: kept as it was sent', async (_, expiration, sent) => {
      await registered('token', undefined, expiration);
      expect(value(await getRegistrations())).toMatchObject([{ expiration: sent, channels: ['default'] }]);
      const [device] = await service.devices();
      expect(device?.expiration).toBe(sent);
      expect(device?.expiresAt).toBe(Math.round(sent < 1e11 ? sent * 1000 : sent));
    });

    test.each<[string, Argument]>([
      ['null', null],
      ['undefined', undefined],
      ['text, which the SDK leaves out', '2030-01-01'],
      ['an invalid date, which goes out as null', new Date(NaN)],
    ])('with %s for the expiration: never expires', async (_, expiration) => {
      await registered('token', ['ads'], expiration);
      const [device] = await service.devices();
      expect(device).not.toHaveProperty('expiration');
      expect(device).not.toHaveProperty('expiresAt');
    });

    test.each<[string, Argument]>([
      ['a date in the past', new Date(startTime - 1)],
      ['this very moment', new Date(startTime)],
      ['seconds in the past', Math.floor(startTime / 1000)],
      ['milliseconds in the past', startTime - 1],
      ['zero', 0],
      ['a negative number', -5],
    ])('with %s for the expiration: 5004, and nothing is registered', async (_, expiration) => {
      expect(await register('token', ['ads'], expiration)).toEqual(failure(5004, /expiration date must be after/));
      expect(await service.devices()).toEqual([]);
      expect(await getRegistrations()).toEqual(failure(5000));
    });

    test('again: channels are added, their IDs stay, token and expiration follow the last call', async () => {
      const first = await registered('old token', ['ads', 'news'], new Date(startTime + 60_000));
      const second = await registered('new token', ['sports', 'ads']);
      expect([...second.keys()]).toEqual(['sports', 'ads']);
      expect(second.get('ads')).toBe(first.get('ads'));
      expect([...first.values()]).not.toContain(second.get('sports'));
      expect(value(await getRegistrations())).toEqual([
        {
          deviceToken: 'new token',
          deviceId: 'phone-1',
          os: 'ANDROID',
          osVersion: '14',
          channels: ['ads', 'news', 'sports'],
        },
      ]);
      const third = await registered('new token', ['news']);
      expect([...third]).toEqual([['news', first.get('news')]]);
    });

    test('after the registration was cancelled: all IDs are new', async () => {
      const first = await registered('token', ['ads']);
      await sdk.call('Messaging.unregisterDevice');
      const second = await registered('token', ['ads']);
      expect(second.get('ads')).not.toBe(first.get('ads'));
    });

    test('after the registration expired: all IDs are new, and only the new channels count', async () => {
      const first = await registered('token', ['ads', 'news'], new Date(startTime + 1000));
      await service.advance(1000);
      const second = await registered('token', ['ads']);
      expect(second.get('ads')).not.toBe(first.get('ads'));
      expect(value(await getRegistrations())).toMatchObject([{ channels: ['ads'] }]);
    });

    test.each(oddNames)('with the channel name %j: comes through exactly', async (name) => {
      expect([...(await registered('token', [name])).keys()]).toEqual([name]);
      expect(value(await getRegistrations())).toMatchObject([{ channels: [name] }]);
    });

    test.each([
      ['a,b', 5044, /","/],
      [',', 5044, /","/],
      ['a::b', 5044, /"::"/],
      ['', 5043, /empty/],
    ])('with the channel name %j: %i, and no other channel is registered', async (name, code, message) => {
      expect(await register('token', ['good', name])).toEqual(failure(code, message));
      expect(await service.devices()).toEqual([]);
    });

    test('with numbers for token and version: taken as text', async () => {
      sdk = await service.sdk({ device: { uuid: 'phone-1', platform: 'ios', version: 17.5 } });
      await registered(12345);
      expect(value(await getRegistrations())).toMatchObject([{ deviceToken: '12345', os: 'IOS', osVersion: '17.5' }]);
    });

    test('without a token: 8003 names it', async () => {
      expect(await register()).toEqual(failure(8003, /'deviceToken'/));
      expect(await register('')).toEqual(failure(8003, /'deviceToken'/));
    });

    test.each<[string, Argument[]]>([
      ['a token', [{ token: 1 }]],
      ['a channel', ['token', ['ads', 5]]],
      ['a channel', ['token', [null]]],
    ])('with %s of the wrong type: 8002, and nothing is registered', async (_, args) => {
      expect(await register(...args)).toEqual(failure(8002));
      expect(await service.devices()).toEqual([]);
    });

    test('with a value over its limit: 8000 names the property', async () => {
      await start({ limits: { deviceToken: 10, channel: 5, channels: 3, os: 8, osVersion: 3, deviceId: 8 } });
      expect(await register('1234567890')).toMatchObject({ ok: true });
      expect(await register('12345678901')).toEqual(failure(8000, /'deviceToken'.*10/));
      expect(await register('token', ['12345'])).toMatchObject({ ok: true });
      expect(await register('token', ['123456'])).toEqual(failure(8000, /'channel'.*5/));
      expect(await register('token', ['a', 'b', 'c', 'd'])).toEqual(failure(8000, /'channels'.*3/));
      sdk = await service.sdk({ device: { uuid: 'phone-123', platform: 'ios', version: '1' } });
      expect(await register('token')).toEqual(failure(8000, /'deviceId'.*8/));
      sdk = await service.sdk({ device: { uuid: 'phone-2', platform: 'something', version: '1' } });
      expect(await register('token')).toEqual(failure(8000, /'os'.*8/));
      sdk = await service.sdk({ device: { uuid: 'phone-2', platform: 'ios', version: '1234' } });
      expect(await register('token')).toEqual(failure(8000, /'osVersion'.*3/));
      expect((await service.devices()).map(({ deviceId }) => deviceId)).toEqual(['phone-1']);
    });

    test('without setupDevice: the SDK itself refuses', async () => {
      sdk = await service.sdk({ device: null });
      expect(await register('token')).toEqual(failure(undefined, /setupDevice/));
    });
  });

  describe('getRegistrations and unregisterDevice', () => {
    test('a device that is not registered: 5000 and 5001', async () => {
      expect(await getRegistrations()).toEqual(failure(5000, /phone-1/));
      expect(await sdk.call('Messaging.unregisterDevice')).toEqual(failure(5001, /phone-1/));
    });

    test('cancelled once, it is gone', async () => {
      await registered('token', ['ads', 'news']);
      expect(value(await sdk.call('Messaging.unregisterDevice'))).toEqual({ result: true });
      expect(await getRegistrations()).toEqual(failure(5000));
      expect(await sdk.call('Messaging.unregisterDevice')).toEqual(failure(5001));
      expect(await service.devices()).toEqual([]);
    });

    test('expires at its time for every reader', async () => {
      await registered('token', ['ads'], new Date(startTime + 1000));
      await service.advance(999);
      expect(value(await getRegistrations())).toHaveLength(1);
      await service.advance(1);
      expect(await getRegistrations()).toEqual(failure(5000));
      expect(await sdk.call('Messaging.unregisterDevice')).toEqual(failure(5001));
      expect(await service.devices()).toEqual([]);
      await publishedId('ads', 'too late');
      expect(await texts()).toEqual([]);
    });

    test('an expiration in fifty years still stands after forty', async () => {
      const year = 365 * 24 * 60 * 60 * 1000;
      await registered('token', ['ads'], new Date(startTime + 50 * year));
      await service.advance(40 * year);
      expect(value(await getRegistrations())).toHaveLength(1);
      await service.advance(10 * year);
      expect(await getRegistrations()).toEqual(failure(5000));
    });

    test('devices are told apart by ID, also by an odd one', async () => {
      const odd = await service.sdk({ device: { uuid: '__proto__', platform: 'ios', version: '17' } });
      await odd.call('Messaging.registerDevice', 'odd token', ['ads']);
      await registered('token', ['ads']);
      expect(value(await odd.call('Messaging.getRegistrations'))).toMatchObject([{ deviceToken: 'odd token' }]);
      expect(value(await getRegistrations())).toMatchObject([{ deviceToken: 'token' }]);
      await odd.call('Messaging.unregisterDevice');
      expect((await service.devices()).map(({ deviceId }) => deviceId)).toEqual(['phone-1']);
    });
  });

  describe('applications', () => {
    test('each has devices of its own', async () => {
      const other = await service.sdk({ appId: 'OTHER' });
      await registered('token', ['ads']);
      expect(await other.call('Messaging.getRegistrations')).toEqual(failure(5000));
      await other.call('Messaging.registerDevice', 'other token', ['ads']);
      await publishedId('ads', 'for APP');
      expect((await service.messages('phone-1')).map(({ appId }) => appId)).toEqual(['APP']);
    });

    test('the domain of an application reaches it too', async () => {
      await start({ domainApp: 'APP' });
      const onDomain = await service.sdk({ domain: true });
      await onDomain.call('Messaging.registerDevice', 'token', ['ads']);
      expect(value(await getRegistrations())).toMatchObject([{ channels: ['ads'] }]);
    });

    test('restricted to some, others are answered with 2002', async () => {
      await start({ apps: [{ appId: 'APP', apiKeys: ['KEY', 'SECOND'] }] });
      await registered('token');
      const second = await service.sdk({ apiKey: 'SECOND' });
      expect(value(await second.call('Messaging.getRegistrations'))).toHaveLength(1);
      const wrongKey = await service.sdk({ apiKey: 'WRONG' });
      expect(await wrongKey.call('Messaging.getRegistrations')).toEqual(failure(2002, /API key/));
      const wrongApp = await service.sdk({ appId: 'WRONG' });
      expect(await wrongApp.call('Messaging.registerDevice', 'token')).toEqual(failure(2002, /"WRONG"/));
    });
  });

  describe('publish', () => {
    test.each<[string, Argument]>([
      ['text', 'Hello'],
      ['empty text', ''],
      ['text of many scripts', 'Привіт, 世界 🔔 "quoted" \\ </script>'],
      ['an object', { title: 'Sale', tags: ['a', 'b'], nested: { deep: [1, null, true] } }],
      ['a list', ['a', 1, null]],
      ['a truth value', false],
      ['a number', 0],
    ])('%s arrives as it is', async (_, message) => {
      await registered('token', ['ads']);
      await publishedId('ads', message);
      expect(await texts()).toEqual([message]);
    });

    test('headers and publisher arrive with it', async () => {
      await registered('token', ['ads']);
      const headers = { 'android-content-title': 'Sale', 'ios-badge': 3, 'ios-sound': true };
      const messageId = await publishedId('ads', 'Hello', { headers, publisherId: 'shop' });
      expect(await service.messages('phone-1')).toMatchObject([
        {
          messageId,
          appId: 'APP',
          deviceId: 'phone-1',
          channel: 'ads',
          message: 'Hello',
          headers: { 'android-content-title': 'Sale', 'ios-badge': '3', 'ios-sound': 'true' },
          publisherId: 'shop',
          deliveredAt: startTime,
        },
      ]);
    });

    test('reaches the devices of its channel, and no other', async () => {
      const other = await service.sdk({ device: { uuid: 'phone-2', platform: 'IOS', version: '17' } });
      await registered('token', ['ads', 'news']);
      await other.call('Messaging.registerDevice', 'token', ['news']);
      await publishedId('ads', 'for ads');
      await publishedId('news', 'for news');
      await publishedId('default', 'for default');
      expect(await texts('phone-1')).toEqual(['for ads', 'for news']);
      expect(await texts('phone-2')).toEqual(['for news']);
      expect(await texts('phone-3')).toEqual([]);
    });

    test.each(['🔔 bells', 'Нові новини', 'two words', 'a:b', 'it\'s "quoted"'])('to the channel %j', async (name) => {
      await registered('token', [name]);
      await publishedId(name, 'Hello');
      expect((await service.messages('phone-1')).map(({ channel }) => channel)).toEqual([name]);
    });

    test('to given devices', async () => {
      const other = await service.sdk({ device: { uuid: 'phone-2', platform: 'IOS', version: '17' } });
      await registered('token', ['ads']);
      await other.call('Messaging.registerDevice', 'token', ['ads', 'news']);
      await publishedId('ads', 'one', null, { pushSinglecast: ['phone-2', 'unknown', 'phone-2'] });
      await publishedId('news', 'not on the channel', null, { pushSinglecast: ['phone-1'] });
      await publishedId('ads', 'nobody', null, { pushSinglecast: [] });
      expect(await texts('phone-1')).toEqual([]);
      expect(await texts('phone-2')).toEqual(['one']);
    });

    test.each<[Argument, string[]]>([
      [1, ['IOS']],
      [2, ['ANDROID']],
      [3, ['ANDROID', 'IOS']],
      [4, ['WP']],
      [8, ['OSX']],
      [15, ['ANDROID', 'IOS', 'OSX', 'WP']],
      [0, ['ANDROID', 'IOS', 'OSX', 'WP']],
      ['ANDROID|IOS', ['ANDROID', 'IOS']],
      ['ios', ['IOS']],
      ['ALL', ['ANDROID', 'IOS', 'OSX', 'WP']],
    ])('by operating system: the mask %j reaches %j', async (mask, reached) => {
      for (const platform of ['ANDROID', 'IOS', 'WP', 'OSX']) {
        const device = await service.sdk({ device: { uuid: platform, platform, version: '1' } });
        await device.call('Messaging.registerDevice', 'token', ['ads']);
      }
      await publishedId('ads', 'Hello', null, { pushBroadcast: mask });
      const got = [];
      for (const platform of ['ANDROID', 'IOS', 'OSX', 'WP']) {
        if ((await texts(platform)).length > 0) got.push(platform);
      }
      expect(got).toEqual(reached);
    });

    test('for subscribers of the channel only: no device gets it', async () => {
      await registered('token', ['ads']);
      await publishedId('ads', 'subscribers', null, { publishPolicy: 'PUBSUB' });
      await publishedId('ads', 'devices', null, { publishPolicy: 'PUSH' });
      await publishedId('ads', 'both', null, { publishPolicy: 'both' });
      expect(await texts()).toEqual(['devices', 'both']);
    });

    test('later: to the devices that are registered then', async () => {
      const other = await service.sdk({ device: { uuid: 'phone-2', platform: 'IOS', version: '17' } });
      await registered('token', ['ads'], new Date(startTime + 60_000));
      const messageId = await publishedId('ads', 'later', null, { publishAt: startTime + 60_000 });
      await other.call('Messaging.registerDevice', 'token', ['ads'], new Date(startTime + 60_001));
      const status = async () => member(value(await sdk.call('Messaging.getMessageStatus', messageId)), 'status');
      await service.advance(59_999);
      expect(await status()).toBe('scheduled');
      expect(await texts('phone-2')).toEqual([]);
      // Nobody looks until long after; what counts is who was registered at the moment of the message.
      await service.advance(120_000);
      expect(await status()).toBe('published');
      expect(await texts('phone-1')).toEqual([]);
      expect(await texts('phone-2')).toEqual(['later']);
      expect((await service.messages('phone-2'))[0]?.deliveredAt).toBe(startTime + 60_000);
    });

    test('at a time that has passed: now', async () => {
      await registered('token', ['ads']);
      await publishedId('ads', 'past', null, { publishAt: startTime - 1000 });
      expect((await service.messages('phone-1')).map(({ deliveredAt }) => deliveredAt)).toEqual([startTime]);
    });

    test('again and again until its end', async () => {
      await registered('token', ['ads']);
      const options = { publishAt: startTime + 1000, repeatEvery: 10, repeatExpiresAt: startTime + 30_000 };
      const messageId = await publishedId('ads', 'tick', null, options);
      await service.advance(60_000);
      expect((await service.messages('phone-1')).map(({ deliveredAt }) => deliveredAt - startTime)).toEqual([
        1000, 11_000, 21_000,
      ]);
      expect(value(await sdk.call('Messaging.getMessageStatus', messageId))).toMatchObject({ status: 'published' });
    });

    test('to a channel that does not exist: reaches nobody, or is refused with 5010', async () => {
      await publishedId('nowhere', 'Hello');
      await start({ unknownChannel: 'refuse' });
      expect(await publish('nowhere', 'Hello')).toEqual(failure(5010, /"nowhere"/));
      await registered('token', ['somewhere']);
      await publishedId('somewhere', 'Hello');
    });

    test.each<[string, Argument[], number, RegExp]>([
      ['without a message', ['ads'], 8003, /'message'/],
      ['with null for a message', ['ads', null], 8003, /'message'/],
      ['with headers that are text', ['ads', 'x', { headers: 'title' }], 8002, /'headers'/],
      ['with a header that is an object', ['ads', 'x', { headers: { a: {} } }], 8002, /'headers\.a'/],
      ['with devices that are no list', ['ads', 'x', null, { pushSinglecast: 'phone-1' }], 8002, /'pushSinglecast'/],
      ['with an unknown system', ['ads', 'x', null, { pushBroadcast: 'PALM' }], 8002, /'pushBroadcast'/],
      ['with a mask out of range', ['ads', 'x', null, { pushBroadcast: 16 }], 8002, /'pushBroadcast'/],
      ['with an unknown policy', ['ads', 'x', null, { publishPolicy: 'MAYBE' }], 8002, /'publishPolicy'/],
      ['with a time that is text', ['ads', 'x', null, { publishAt: 'tomorrow' }], 8002, /'publishAt'/],
      ['with too quick a repetition', ['ads', 'x', null, { repeatEvery: 0.5 }], 8002, /'repeatEvery'/],
      ['to a name with a comma', ['a,b', 'x'], 5044, /","/],
    ])('%s: refused', async (_, args, code, message) => {
      await registered('token', ['ads']);
      expect(await publish(...args)).toEqual(failure(code, message));
      expect(await texts()).toEqual([]);
    });

    test('over its limit: 8000 names the property', async () => {
      await start({ limits: { message: 10, headers: 20, depth: 2 } });
      await publishedId('ads', '1234567890');
      expect(await publish('ads', '12345678901')).toEqual(failure(8000, /'message'.*10/));
      expect(await publish('ads', [[[1]]])).toEqual(failure(8000, /'message'.*2 levels/));
      expect(await publish('ads', 'x', { headers: { title: 'a long one indeed' } })).toEqual(
        failure(8000, /'headers'/),
      );
    });

    test.each<[string, Argument[]]>([
      ['no channel', []],
      ['an empty channel', ['', 'x']],
      ['a channel with a slash', ['a/b', 'x']],
      ['options that are no object', ['ads', 'x', 'options']],
    ])('with %s: the SDK itself refuses', async (_, args) => {
      expect(await publish(...args)).toEqual(failure(undefined));
    });
  });

  describe('message status and cancel', () => {
    test('the status of an unknown message is unknown, and it cannot be cancelled: 5040', async () => {
      expect(value(await sdk.call('Messaging.getMessageStatus', 'message:NONE'))).toEqual({
        status: 'unknown',
        messageId: 'message:NONE',
        errorMessage: null,
      });
      expect(await sdk.call('Messaging.cancel', 'message:NONE')).toEqual(failure(5040, /message:NONE/));
    });

    test('a scheduled message is cancelled once, and never arrives', async () => {
      await registered('token', ['ads']);
      const messageId = await publishedId('ads', 'later', null, { publishAt: startTime + 1000 });
      expect(value(await sdk.call('Messaging.cancel', messageId))).toMatchObject({ status: 'cancelled', messageId });
      expect(await sdk.call('Messaging.cancel', messageId)).toEqual(failure(5040));
      expect(value(await sdk.call('Messaging.getMessageStatus', messageId))).toMatchObject({ status: 'cancelled' });
      await service.advance(5000);
      expect(await texts()).toEqual([]);
    });

    test('a published message cannot be cancelled: 5040', async () => {
      const messageId = await publishedId('ads', 'now');
      expect(value(await sdk.call('Messaging.getMessageStatus', messageId))).toMatchObject({ status: 'published' });
      expect(await sdk.call('Messaging.cancel', messageId)).toEqual(failure(5040));
    });

    test('a message of another application is unknown', async () => {
      const messageId = await publishedId('ads', 'later', null, { publishAt: startTime + 1000 });
      const other = await service.sdk({ appId: 'OTHER' });
      expect(value(await other.call('Messaging.getMessageStatus', messageId))).toMatchObject({ status: 'unknown' });
      expect(await other.call('Messaging.cancel', messageId)).toEqual(failure(5040));
    });

    test('without an ID: the SDK itself refuses', async () => {
      expect(await sdk.call('Messaging.cancel', '')).toEqual(failure(undefined));
      expect(await sdk.call('Messaging.getMessageStatus')).toEqual(failure(undefined));
    });
  });

  describe('channels', () => {
    test('deleteChannel takes the registrations with it; 5010 for one that does not exist', async () => {
      expect(await sdk.call('Messaging.deleteChannel', 'ads')).toEqual(failure(5010, /"ads"/));
      const other = await service.sdk({ device: { uuid: 'phone-2', platform: 'IOS', version: '17' } });
      await registered('token', ['ads', 'news']);
      await other.call('Messaging.registerDevice', 'token', ['ads']);
      expect(value(await sdk.call('Messaging.deleteChannel', 'ads'))).toEqual({ result: true });
      expect(value(await getRegistrations())).toMatchObject([{ channels: ['news'] }]);
      expect(await other.call('Messaging.getRegistrations')).toEqual(failure(5000));
    });

    test('can be listed and created; 5012 for one that exists', async () => {
      const request = { headers: {}, body: null };
      const list = () => service.send({ ...request, method: 'GET', url: '/APP/KEY/messaging/channels' });
      const create = (name: string) =>
        service.send({ ...request, method: 'POST', url: `/APP/KEY/messaging/channels/${encodeURIComponent(name)}` });
      expect(await list()).toEqual({ status: 200, body: [] });
      expect(await create('ads')).toEqual({ status: 200, body: { name: 'ads' } });
      expect(await create('ads')).toMatchObject({ status: 400, body: { code: 5012 } });
      expect(await create('a,b')).toMatchObject({ status: 400, body: { code: 5044 } });
      await registered('token', ['ads', 'news']);
      expect(await list()).toEqual({ status: 200, body: [{ name: 'ads' }, { name: 'news' }] });
    });
  });

  describe('what no SDK sends', () => {
    const path = '/APP/KEY/messaging/registrations';
    const good = { deviceToken: 't', deviceId: 'd', os: 'IOS', osVersion: '1' };

    test.each<[string, string, string, string | null, number, number]>([
      ['JSON that is cut off', 'POST', path, '{"deviceToken": "t', 400, 5005],
      ['a list in place of an object', 'POST', path, '[]', 400, 5005],
      ['text in place of an object', 'POST', path, '"x"', 400, 5005],
      ['an empty object', 'POST', path, '{}', 400, 5006],
      ['no body', 'POST', path, null, 400, 5006],
      ['blanks only', 'POST', path, ' \n', 400, 5006],
      ['no device ID', 'POST', path, JSON.stringify({ ...good, deviceId: '' }), 400, 5011],
      ['a device ID of the wrong type', 'POST', path, JSON.stringify({ ...good, deviceId: {} }), 400, 8002],
      ['no system', 'POST', path, JSON.stringify({ ...good, os: null }), 400, 8003],
      ['channels of the wrong type', 'POST', path, JSON.stringify({ ...good, channels: 'ads' }), 400, 8002],
      ['an expiration that is text', 'POST', path, JSON.stringify({ ...good, expiration: '2030' }), 400, 5003],
      ['an expiration beyond all dates', 'POST', path, JSON.stringify({ ...good, expiration: 1e20 }), 400, 5003],
      ['an expiration before all dates', 'POST', path, JSON.stringify({ ...good, expiration: -1e300 }), 400, 5004],
      ['a message that is no JSON', 'POST', '/APP/KEY/messaging/ads', 'hello', 400, 8002],
      ['a message without a body', 'POST', '/APP/KEY/messaging/ads', null, 400, 8003],
      ['an unknown service', 'GET', '/APP/KEY/data/Person', null, 404, 404],
      ['an unknown path', 'POST', '/APP/KEY/messaging/a/b/c', '{}', 404, 404],
      ['no path', 'GET', '/', null, 404, 404],
      ['only half of the credentials', 'GET', '/APP', null, 404, 404],
      ['a method that the path does not take', 'PUT', path, '{}', 405, 405],
      ['another one', 'POST', '/APP/KEY/info', '{}', 405, 405],
      ['a path that is not well encoded', 'GET', `${path}/%E0%A4%A`, null, 400, 5000],
    ])('%s: %s %s', async (_, method, url, body, status, code) => {
      const answer = await service.send({ method, url, headers: { 'content-type': 'application/json' }, body });
      expect(answer).toEqual({ status, body: { code, message: expect.stringMatching(/\S/) } });
      expect(await service.devices()).toEqual([]);
    });

    test('a body over its limit: 413', async () => {
      await start({ limits: { body: 1000 } });
      const body = JSON.stringify({ ...good, deviceToken: 'x'.repeat(1000) });
      const answer = await service.send({ method: 'POST', url: path, headers: {}, body });
      expect(answer).toMatchObject({ status: 413, body: { code: 413 } });
    });

    test('info is there for the SDK, under both roots', async () => {
      for (const url of ['/APP/KEY/info', '/api/info']) {
        const answer = await service.send({ method: 'GET', url, headers: {}, body: null });
        expect(answer).toEqual({ status: 200, body: { loggers: [] } });
      }
    });

    test('statuses can be chosen', async () => {
      await start({ statuses: { 5000: 404 } });
      expect(await getRegistrations()).toMatchObject({ ok: false, error: { code: 5000, status: 404 } });
    });
  });

  describe('faults on purpose', () => {
    test.each([...documentedErrors])('the error %i', async (code, message) => {
      await service.setFaults({ code });
      expect(await register('token', ['ads'])).toEqual({ ok: false, error: { code, message, status: 400 } });
      await service.setFaults({ code: undefined });
      expect(await service.devices()).toEqual([]);
    });

    test('a failing server', async () => {
      await service.setFaults({ status: 503 });
      expect(await register('token')).toMatchObject({ ok: false, error: { status: 503, code: 503 } });
    });

    test('no network: an error without a code, and nothing is written', async () => {
      await service.setFaults({ offline: true });
      expect(await register('token')).toEqual(failure(undefined));
      await service.setFaults({ offline: false });
      expect(await getRegistrations()).toEqual(failure(5000));
    });

    test('the answer is lost: an error without a code, though the device is registered', async () => {
      await service.setFaults({ loseAnswer: true });
      expect(await register('token', ['ads'])).toEqual(failure(undefined));
      await service.setFaults({ loseAnswer: false });
      expect(value(await getRegistrations())).toMatchObject([{ channels: ['ads'] }]);
    });

    test('only so many times, and only for some calls', async () => {
      await service.setFaults({ code: 5007, only: ['publish'], times: 2 });
      await registered('token', ['ads']);
      expect(await publish('ads', 'one')).toEqual(failure(5007));
      expect(await publish('ads', 'two')).toEqual(failure(5007));
      await publishedId('ads', 'three');
      expect(await texts()).toEqual(['three']);
    });

    test('a slow service answers all the same', async () => {
      await service.setFaults({ latency: 20 });
      expect([...(await registered('token')).keys()]).toEqual(['default']);
    });
  });
}

/** A failed call with this code; `undefined`: none, as for a network failure or an error of the SDK itself. */
function failure(code: number | undefined, message: RegExp = /\S/): unknown {
  const status = code === undefined ? undefined : expect.any(Number);
  return { ok: false, error: { code, status, message: expect.stringMatching(message) } };
}

function value(outcome: Outcome): unknown {
  if (!outcome.ok) throw new Error(`The call failed with ${JSON.stringify(outcome.error)}`);
  return outcome.value;
}

function member(object: unknown, name: string): unknown {
  if (typeof object !== 'object' || object === null) throw new Error(`Not an object: ${JSON.stringify(object)}`);
  return new Map<string, unknown>(Object.entries(object)).get(name);
}

/** Reads `<id>::<channel>,<id>::<channel>`. */
function readIds(answer: unknown): Map<string, string> {
  const text = member(answer, 'registrationId');
  if (typeof text !== 'string') throw new Error(`No registrationId: ${JSON.stringify(answer)}`);
  return new Map(
    text.split(',').map((entry) => {
      const at = entry.indexOf('::');
      return [entry.slice(at + 2), entry.slice(0, at)];
    }),
  );
}
