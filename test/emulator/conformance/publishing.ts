// What the service promises of messages: to whom they go, what becomes of them, and channels.

import { describe, expect, test } from 'vitest';
import { failure, value, member, startTime, type Argument, type Subject } from './subject.ts';

export function publishing(subject: Subject): void {
  const { start, getRegistrations, publish, registered, publishedId, texts } = subject;

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
      expect(await subject.service.messages('phone-1')).toMatchObject([
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
      const other = await subject.service.sdk({ device: { uuid: 'phone-2', platform: 'IOS', version: '17' } });
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
      expect((await subject.service.messages('phone-1')).map(({ channel }) => channel)).toEqual([name]);
    });

    test('to given devices', async () => {
      const other = await subject.service.sdk({ device: { uuid: 'phone-2', platform: 'IOS', version: '17' } });
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
        const device = await subject.service.sdk({ device: { uuid: platform, platform, version: '1' } });
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
      const other = await subject.service.sdk({ device: { uuid: 'phone-2', platform: 'IOS', version: '17' } });
      await registered('token', ['ads'], new Date(startTime + 60_000));
      const messageId = await publishedId('ads', 'later', null, { publishAt: startTime + 60_000 });
      await other.call('Messaging.registerDevice', 'token', ['ads'], new Date(startTime + 60_001));
      const status = async () =>
        member(value(await subject.sdk.call('Messaging.getMessageStatus', messageId)), 'status');
      await subject.service.advance(59_999);
      expect(await status()).toBe('scheduled');
      expect(await texts('phone-2')).toEqual([]);
      // Nobody looks until long after; what counts is who was registered at the moment of the message.
      await subject.service.advance(120_000);
      expect(await status()).toBe('published');
      expect(await texts('phone-1')).toEqual([]);
      expect(await texts('phone-2')).toEqual(['later']);
      expect((await subject.service.messages('phone-2'))[0]?.deliveredAt).toBe(startTime + 60_000);
    });

    test('at a time that has passed: now', async () => {
      await registered('token', ['ads']);
      await publishedId('ads', 'past', null, { publishAt: startTime - 1000 });
      expect((await subject.service.messages('phone-1')).map(({ deliveredAt }) => deliveredAt)).toEqual([startTime]);
    });

    test('again and again until its end', async () => {
      await registered('token', ['ads']);
      const options = { publishAt: startTime + 1000, repeatEvery: 10, repeatExpiresAt: startTime + 30_000 };
      const messageId = await publishedId('ads', 'tick', null, options);
      await subject.service.advance(60_000);
      expect((await subject.service.messages('phone-1')).map(({ deliveredAt }) => deliveredAt - startTime)).toEqual([
        1000, 11_000, 21_000,
      ]);
      expect(value(await subject.sdk.call('Messaging.getMessageStatus', messageId))).toMatchObject({
        status: 'published',
      });
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
      expect(value(await subject.sdk.call('Messaging.getMessageStatus', 'message:NONE'))).toEqual({
        status: 'unknown',
        messageId: 'message:NONE',
        errorMessage: null,
      });
      expect(await subject.sdk.call('Messaging.cancel', 'message:NONE')).toEqual(failure(5040, /message:NONE/));
    });

    test('a scheduled message is cancelled once, and never arrives', async () => {
      await registered('token', ['ads']);
      const messageId = await publishedId('ads', 'later', null, { publishAt: startTime + 1000 });
      expect(value(await subject.sdk.call('Messaging.cancel', messageId))).toMatchObject({
        status: 'cancelled',
        messageId,
      });
      expect(await subject.sdk.call('Messaging.cancel', messageId)).toEqual(failure(5040));
      expect(value(await subject.sdk.call('Messaging.getMessageStatus', messageId))).toMatchObject({
        status: 'cancelled',
      });
      await subject.service.advance(5000);
      expect(await texts()).toEqual([]);
    });

    test('a published message cannot be cancelled: 5040', async () => {
      const messageId = await publishedId('ads', 'now');
      expect(value(await subject.sdk.call('Messaging.getMessageStatus', messageId))).toMatchObject({
        status: 'published',
      });
      expect(await subject.sdk.call('Messaging.cancel', messageId)).toEqual(failure(5040));
    });

    test('a message of another application is unknown', async () => {
      const messageId = await publishedId('ads', 'later', null, { publishAt: startTime + 1000 });
      const other = await subject.service.sdk({ appId: 'OTHER' });
      expect(value(await other.call('Messaging.getMessageStatus', messageId))).toMatchObject({ status: 'unknown' });
      expect(await other.call('Messaging.cancel', messageId)).toEqual(failure(5040));
    });

    test('without an ID: the SDK itself refuses', async () => {
      expect(await subject.sdk.call('Messaging.cancel', '')).toEqual(failure(undefined));
      expect(await subject.sdk.call('Messaging.getMessageStatus')).toEqual(failure(undefined));
    });
  });

  describe('channels', () => {
    test('deleteChannel takes the registrations with it; 5010 for one that does not exist', async () => {
      expect(await subject.sdk.call('Messaging.deleteChannel', 'ads')).toEqual(failure(5010, /"ads"/));
      const other = await subject.service.sdk({ device: { uuid: 'phone-2', platform: 'IOS', version: '17' } });
      await registered('token', ['ads', 'news']);
      await other.call('Messaging.registerDevice', 'token', ['ads']);
      expect(value(await subject.sdk.call('Messaging.deleteChannel', 'ads'))).toEqual({ result: true });
      expect(value(await getRegistrations())).toMatchObject([{ channels: ['news'] }]);
      expect(await other.call('Messaging.getRegistrations')).toEqual(failure(5000));
    });

    test('can be listed and created; 5012 for one that exists', async () => {
      const request = { headers: {}, body: null };
      const list = () => subject.service.send({ ...request, method: 'GET', url: '/APP/KEY/messaging/channels' });
      const create = (name: string) =>
        subject.service.send({
          ...request,
          method: 'POST',
          url: `/APP/KEY/messaging/channels/${encodeURIComponent(name)}`,
        });
      expect(await list()).toEqual({ status: 200, body: [] });
      expect(await create('ads')).toEqual({ status: 200, body: { name: 'ads' } });
      expect(await create('ads')).toMatchObject({ status: 400, body: { code: 5012 } });
      expect(await create('a,b')).toMatchObject({ status: 400, body: { code: 5044 } });
      await registered('token', ['ads', 'news']);
      expect(await list()).toEqual({ status: 200, body: [{ name: 'ads' }, { name: 'news' }] });
    });
  });
}
