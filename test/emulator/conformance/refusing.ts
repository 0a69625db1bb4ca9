// What the service refuses, and how it fails when it is told to.

import { describe, expect, test } from 'vitest';
import { documentedErrors } from '../../../src/emulator/index.ts';
import { failure, value, type Subject } from './subject.ts';

export function refusing(subject: Subject): void {
  const { start, register, getRegistrations, publish, registered, publishedId, texts } = subject;

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
      const answer = await subject.service.send({ method, url, headers: { 'content-type': 'application/json' }, body });
      expect(answer).toEqual({ status, body: { code, message: expect.stringMatching(/\S/) } });
      expect(await subject.service.devices()).toEqual([]);
    });

    test('a body over its limit: 413', async () => {
      await start({ limits: { body: 1000 } });
      const body = JSON.stringify({ ...good, deviceToken: 'x'.repeat(1000) });
      const answer = await subject.service.send({ method: 'POST', url: path, headers: {}, body });
      expect(answer).toMatchObject({ status: 413, body: { code: 413 } });
    });

    test('info is there for the SDK, under both roots', async () => {
      for (const url of ['/APP/KEY/info', '/api/info']) {
        const answer = await subject.service.send({ method: 'GET', url, headers: {}, body: null });
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
      await subject.service.setFaults({ code });
      expect(await register('token', ['ads'])).toEqual({ ok: false, error: { code, message, status: 400 } });
      await subject.service.setFaults({ code: undefined });
      expect(await subject.service.devices()).toEqual([]);
    });

    test('a failing server', async () => {
      await subject.service.setFaults({ status: 503 });
      expect(await register('token')).toMatchObject({ ok: false, error: { status: 503, code: 503 } });
    });

    test('no network: an error without a code, and nothing is written', async () => {
      await subject.service.setFaults({ offline: true });
      expect(await register('token')).toEqual(failure(undefined));
      await subject.service.setFaults({ offline: false });
      expect(await getRegistrations()).toEqual(failure(5000));
    });

    test('the answer is lost: an error without a code, though the device is registered', async () => {
      await subject.service.setFaults({ loseAnswer: true });
      expect(await register('token', ['ads'])).toEqual(failure(undefined));
      await subject.service.setFaults({ loseAnswer: false });
      expect(value(await getRegistrations())).toMatchObject([{ channels: ['ads'] }]);
    });

    test('only so many times, and only for some calls', async () => {
      await subject.service.setFaults({ code: 5007, only: ['publish'], times: 2 });
      await registered('token', ['ads']);
      expect(await publish('ads', 'one')).toEqual(failure(5007));
      expect(await publish('ads', 'two')).toEqual(failure(5007));
      await publishedId('ads', 'three');
      expect(await texts()).toEqual(['three']);
    });

    test('a slow service answers all the same', async () => {
      await subject.service.setFaults({ latency: 20 });
      expect([...(await registered('token')).keys()]).toEqual(['default']);
    });
  });
}
