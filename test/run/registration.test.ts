/** Programs about registrations do, with the real SDK, what the documents of the API say. */

import { describe, expect, test } from 'vitest';
import { nthId, runIdea } from './run-idea.ts';

const completed = { status: 'completed' };
const day = 24 * 60 * 60 * 1000;

describe('Register Device', () => {
  test('gives the map from channel to registration ID: the example of the documents', async () => {
    const { outcome, printed, requests, devices } = await runIdea('register-two-channels');
    expect(outcome).toMatchObject(completed);
    expect(printed).toEqual([[{ ads: nthId(1), discount: nthId(2) }]]);
    expect(requests).toEqual([
      {
        method: 'POST',
        path: '/messaging/registrations',
        body: {
          deviceToken: 'token-of-the-device',
          deviceId: 'device-1',
          os: 'ANDROID',
          osVersion: '15',
          channels: ['ads', 'discount'],
        },
      },
    ]);
    expect(devices).toMatchObject([
      {
        deviceId: 'device-1',
        deviceToken: 'token-of-the-device',
        channels: [
          { channel: 'ads', registrationId: nthId(1) },
          { channel: 'discount', registrationId: nthId(2) },
        ],
      },
    ]);
  });

  test('is a plain call when nobody asks for the result', async () => {
    const { outcome, printed, devices } = await runIdea('register-without-result');
    expect(outcome).toMatchObject(completed);
    expect(printed).toEqual([]);
    expect(devices).toMatchObject([{ channels: [{ channel: 'ads' }, { channel: 'discount' }] }]);
  });

  test.each(['register-default-channel', 'register-expiration-without-channels'])(
    'registers with the default channel when none is named: %s',
    async (idea) => {
      const { outcome, devices } = await runIdea(idea);
      expect(outcome).toMatchObject(completed);
      expect(devices).toMatchObject([{ channels: [{ channel: 'default' }] }]);
    },
  );

  test('takes an empty list of channels as none', async () => {
    const { printed } = await runIdea('register-empty-channel-list');
    expect(printed).toEqual([[{ default: nthId(1) }]]);
  });

  test('trims the names of its list, and drops empty lines and duplicates', async () => {
    const { requests } = await runIdea('register-channel-list-trimmed');
    expect(requests).toMatchObject([{ body: { channels: ['ads', 'discount'] } }]);
  });

  test('takes its channels from any list', async () => {
    const { devices } = await runIdea('register-channels-from-a-list');
    expect(devices).toMatchObject([{ channels: [{ channel: 'news' }, { channel: 'sports' }] }]);
  });

  test('expires at the moment it was given', async () => {
    const before = Date.now();
    const { devices } = await runIdea('register-expires-in-7-days');
    const after = Date.now();
    const [device] = devices;
    expect(device?.expiresAt).toBeGreaterThanOrEqual(before + 7 * day);
    expect(device?.expiresAt).toBeLessThanOrEqual(after + 7 * day);
  });

  test('uses another token where one is given', async () => {
    const { devices } = await runIdea('register-own-token');
    expect(devices).toMatchObject([{ deviceToken: 'a-token-of-its-own' }]);
  });

  test('fails with 5004 when the moment has passed', async () => {
    const { outcome, devices } = await runIdea('register-expired');
    expect(outcome).toMatchObject({ status: 'failed', code: 5004 });
    expect(devices).toEqual([]);
  });

  test('fails with 8000 when a value is too long', async () => {
    const { outcome } = await runIdea('register-without-result', { deviceToken: 'x'.repeat(5000) });
    expect(outcome).toMatchObject({ status: 'failed', code: 8000, message: expect.stringContaining('deviceToken') });
  });

  test('adds channels when it is called again, and keeps the IDs that there are', async () => {
    const { printed, devices } = await runIdea('register-twice');
    expect(printed).toEqual([[['discount', 'ads']]]);
    expect(devices).toMatchObject([
      {
        channels: [
          { channel: 'ads', registrationId: nthId(1) },
          { channel: 'discount', registrationId: nthId(2) },
        ],
      },
    ]);
  });

  test('brings every character of a name through, in the request and in the map', async () => {
    const names = [
      `it's "quoted"`,
      'back\\slash',
      '</script><b>',
      '😀 émoji',
      'line\u2028separator',
      '__proto__',
      '${code}',
      '`tick`',
    ];
    const { outcome, printed, devices } = await runIdea('register-hostile-channel-names');
    expect(outcome).toMatchObject(completed);
    expect(printed).toEqual([[names]]);
    expect(devices[0]?.channels.map(({ channel }) => channel)).toEqual(names);
  });

  test('works in an app and on a device that the program itself sets up', async () => {
    const { outcome, devices } = await runIdea('init-and-set-up', { device: null });
    expect(outcome).toMatchObject(completed);
    expect(devices).toMatchObject([
      {
        appId: '11111111-2222-3333-4444-555555555555',
        deviceId: 'tablet-7',
        os: 'IOS',
        osVersion: '18.1',
        channels: [{ channel: 'ads' }],
      },
    ]);
  });
});

describe('the result', () => {
  test('has the ID of a channel', async () => {
    const { printed } = await runIdea('registration-id-of-channel');
    expect(printed).toEqual([[nthId(2)]]);
  });

  test('has no ID of another channel', async () => {
    const { printed } = await runIdea('registration-id-of-no-channel');
    expect(printed).toEqual([[undefined]]);
  });

  test('has the channels, in the order of the request', async () => {
    const { printed } = await runIdea('registration-channels');
    expect(printed).toEqual([[['ads', 'discount']]]);
  });

  test('can be gone through', async () => {
    const { printed } = await runIdea('registration-for-each');
    expect(printed).toEqual([[`ads has ID ${nthId(1)}`], [`discount has ID ${nthId(2)}`]]);
  });
});

describe('a registered device', () => {
  test('can be asked for its registration', async () => {
    const { printed } = await runIdea('get-registration');
    expect(printed).toEqual([['ANDROID'], [['ads']]]);
  });

  test('is unknown after its registration was cancelled', async () => {
    const { outcome, printed, devices } = await runIdea('cancel-registration');
    expect(outcome).toMatchObject(completed);
    expect(printed).toEqual([['not registered any more']]);
    expect(devices).toEqual([]);
  });

  test('must be known to be cancelled', async () => {
    const { outcome } = await runIdea('cancel-unknown-device');
    expect(outcome).toMatchObject({ status: 'failed', code: 5001 });
  });
});

describe('a message', () => {
  test('reaches the devices of its channel, with its headers', async () => {
    const { outcome, messages } = await runIdea('publish-to-channel');
    expect(outcome).toMatchObject(completed);
    expect(messages).toMatchObject([
      {
        channel: 'ads',
        message: 'Half price today',
        headers: { 'android-ticker-text': 'Sale', 'ios-badge': '1' },
      },
    ]);
  });

  test('can be for given devices only', async () => {
    const { messages, requests } = await runIdea('publish-to-devices');
    expect(messages).toMatchObject([{ message: 'For you alone' }]);
    expect(requests.at(-1)).toMatchObject({ path: '/messaging/ads', body: { pushSinglecast: ['device-1'] } });
  });

  test('reaches nobody where nobody is registered', async () => {
    const { outcome, messages } = await runIdea('publish-without-headers');
    expect(outcome).toMatchObject(completed);
    expect(messages).toEqual([]);
  });
});
