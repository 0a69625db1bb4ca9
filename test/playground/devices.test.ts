import { describe, expect, test } from 'vitest';
import { timeUntil } from '../../playground/countdown.ts';
import { notificationOf } from '../../playground/notification.ts';
import type { DeliveredMessage } from '../../src/emulator/index.ts';

describe('the time until a moment', () => {
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
  const second = 1_000;
  const hour = 3_600 * second;

  test.each([
    [0, 'in 0 seconds'],
    [-5 * second, 'in 0 seconds'],
    [1, 'in 1 second'],
    [119 * second, 'in 119 seconds'],
    [120 * second, 'in 2 minutes'],
    [90 * 60 * second, 'in 90 minutes'],
    [47 * hour, 'in 47 hours'],
    [49 * hour, 'in 2 days'],
    [400 * 24 * hour, 'in 400 days'],
  ])('%d milliseconds away is %s', (away, words) => {
    expect(timeUntil(1_700_000_000_000 + away, 1_700_000_000_000, format)).toBe(words);
  });
});

describe('a message on a phone', () => {
  const delivered = (
    headers: Record<string, string>,
    message: DeliveredMessage['message'] = 'text',
  ): DeliveredMessage => ({
    sequence: 7,
    messageId: 'M',
    appId: 'A',
    deviceId: 'D',
    channel: 'ads',
    message,
    headers,
    deliveredAt: 5,
  });

  test('is made of the headers of its platform, and else of the message', () => {
    const headers = {
      'android-content-title': 'Android title',
      'android-content-text': 'Android text',
      'ios-alert-title': 'iOS title',
      'ios-alert-subtitle': 'iOS subtitle',
      'ios-badge': '3',
    };
    const message = delivered(headers);
    expect(notificationOf(message, 'ANDROID')).toEqual({
      sequence: 7,
      title: 'Android title',
      subtitle: undefined,
      body: 'Android text',
      badge: undefined,
      channel: 'ads',
      time: 5,
    });
    expect(notificationOf(message, 'IOS')).toMatchObject({
      title: 'iOS title',
      subtitle: 'iOS subtitle',
      body: 'text',
      badge: '3',
    });
  });

  test('may be any data, and headers of any name', () => {
    expect(notificationOf(delivered({}, { a: [1] }), 'WP')).toMatchObject({ body: '{"a":[1]}', title: undefined });
    expect(notificationOf(delivered({ toString: 'x' }), 'IOS')).toMatchObject({ title: undefined, body: 'text' });
  });

  test('is not shown when it only wakes the app', () => {
    expect(notificationOf(delivered({ 'ios-content-available': '1' }), 'IOS')).toBeUndefined();
    expect(notificationOf(delivered({ 'ios-content-available': '1', 'ios-alert-title': 'x' }), 'IOS')).toBeDefined();
    expect(notificationOf(delivered({ 'ios-content-available': '1' }), 'ANDROID')).toBeDefined();
  });
});
