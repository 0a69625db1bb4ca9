// What the service promises of registrations: making, seeing and ending them, and the apps that they are of.

import { describe, expect, test } from 'vitest';
import { failure, value, startTime, type Argument, type Subject } from './subject.ts';

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

export function registering(subject: Subject): void {
  const { start, setUp, register, getRegistrations, registered, publishedId, texts } = subject;

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
      const [device] = await subject.service.devices();
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
      const [device] = await subject.service.devices();
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
      expect(await subject.service.devices()).toEqual([]);
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
      await subject.sdk.call('Messaging.unregisterDevice');
      const second = await registered('token', ['ads']);
      expect(second.get('ads')).not.toBe(first.get('ads'));
    });

    test('after the registration expired: all IDs are new, and only the new channels count', async () => {
      const first = await registered('token', ['ads', 'news'], new Date(startTime + 1000));
      await subject.service.advance(1000);
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
      expect(await subject.service.devices()).toEqual([]);
    });

    test('with numbers for token and version: taken as text', async () => {
      await setUp({ device: { uuid: 'phone-1', platform: 'ios', version: 17.5 } });
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
      expect(await subject.service.devices()).toEqual([]);
    });

    test('with a value over its limit: 8000 names the property', async () => {
      await start({ limits: { deviceToken: 10, channel: 5, channels: 3, os: 8, osVersion: 3, deviceId: 8 } });
      expect(await register('1234567890')).toMatchObject({ ok: true });
      expect(await register('12345678901')).toEqual(failure(8000, /'deviceToken'.*10/));
      expect(await register('token', ['12345'])).toMatchObject({ ok: true });
      expect(await register('token', ['123456'])).toEqual(failure(8000, /'channel'.*5/));
      expect(await register('token', ['a', 'b', 'c', 'd'])).toEqual(failure(8000, /'channels'.*3/));
      await setUp({ device: { uuid: 'phone-123', platform: 'ios', version: '1' } });
      expect(await register('token')).toEqual(failure(8000, /'deviceId'.*8/));
      await setUp({ device: { uuid: 'phone-2', platform: 'something', version: '1' } });
      expect(await register('token')).toEqual(failure(8000, /'os'.*8/));
      await setUp({ device: { uuid: 'phone-2', platform: 'ios', version: '1234' } });
      expect(await register('token')).toEqual(failure(8000, /'osVersion'.*3/));
      expect((await subject.service.devices()).map(({ deviceId }) => deviceId)).toEqual(['phone-1']);
    });

    test('without setupDevice: the SDK itself refuses', async () => {
      await setUp({ device: null });
      expect(await register('token')).toEqual(failure(undefined, /setupDevice/));
    });
  });

  describe('getRegistrations and unregisterDevice', () => {
    test('a device that is not registered: 5000 and 5001', async () => {
      expect(await getRegistrations()).toEqual(failure(5000, /phone-1/));
      expect(await subject.sdk.call('Messaging.unregisterDevice')).toEqual(failure(5001, /phone-1/));
    });

    test('cancelled once, it is gone', async () => {
      await registered('token', ['ads', 'news']);
      expect(value(await subject.sdk.call('Messaging.unregisterDevice'))).toEqual({ result: true });
      expect(await getRegistrations()).toEqual(failure(5000));
      expect(await subject.sdk.call('Messaging.unregisterDevice')).toEqual(failure(5001));
      expect(await subject.service.devices()).toEqual([]);
    });

    test('expires at its time for every reader', async () => {
      await registered('token', ['ads'], new Date(startTime + 1000));
      await subject.service.advance(999);
      expect(value(await getRegistrations())).toHaveLength(1);
      await subject.service.advance(1);
      expect(await getRegistrations()).toEqual(failure(5000));
      expect(await subject.sdk.call('Messaging.unregisterDevice')).toEqual(failure(5001));
      expect(await subject.service.devices()).toEqual([]);
      await publishedId('ads', 'too late');
      expect(await texts()).toEqual([]);
    });

    test('an expiration in fifty years still stands after forty', async () => {
      const year = 365 * 24 * 60 * 60 * 1000;
      await registered('token', ['ads'], new Date(startTime + 50 * year));
      await subject.service.advance(40 * year);
      expect(value(await getRegistrations())).toHaveLength(1);
      await subject.service.advance(10 * year);
      expect(await getRegistrations()).toEqual(failure(5000));
    });

    test('devices are told apart by ID, also by an odd one', async () => {
      const odd = await subject.service.sdk({ device: { uuid: '__proto__', platform: 'ios', version: '17' } });
      await odd.call('Messaging.registerDevice', 'odd token', ['ads']);
      await registered('token', ['ads']);
      expect(value(await odd.call('Messaging.getRegistrations'))).toMatchObject([{ deviceToken: 'odd token' }]);
      expect(value(await getRegistrations())).toMatchObject([{ deviceToken: 'token' }]);
      await odd.call('Messaging.unregisterDevice');
      expect((await subject.service.devices()).map(({ deviceId }) => deviceId)).toEqual(['phone-1']);
    });
  });

  describe('applications', () => {
    test('each has devices of its own', async () => {
      const other = await subject.service.sdk({ appId: 'OTHER' });
      await registered('token', ['ads']);
      expect(await other.call('Messaging.getRegistrations')).toEqual(failure(5000));
      await other.call('Messaging.registerDevice', 'other token', ['ads']);
      await publishedId('ads', 'for APP');
      expect((await subject.service.messages('phone-1')).map(({ appId }) => appId)).toEqual(['APP']);
    });

    test('the domain of an application reaches it too', async () => {
      await start({ domainApp: 'APP' });
      const onDomain = await subject.service.sdk({ domain: true });
      await onDomain.call('Messaging.registerDevice', 'token', ['ads']);
      expect(value(await getRegistrations())).toMatchObject([{ channels: ['ads'] }]);
    });

    test('restricted to some, others are answered with 2002', async () => {
      await start({ apps: [{ appId: 'APP', apiKeys: ['KEY', 'SECOND'] }] });
      await registered('token');
      const second = await subject.service.sdk({ apiKey: 'SECOND' });
      expect(value(await second.call('Messaging.getRegistrations'))).toHaveLength(1);
      const wrongKey = await subject.service.sdk({ apiKey: 'WRONG' });
      expect(await wrongKey.call('Messaging.getRegistrations')).toEqual(failure(2002, /API key/));
      const wrongApp = await subject.service.sdk({ appId: 'WRONG' });
      expect(await wrongApp.call('Messaging.registerDevice', 'token')).toEqual(failure(2002, /"WRONG"/));
    });
  });
}
