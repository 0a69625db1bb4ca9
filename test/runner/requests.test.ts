import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BackendResponse } from '../../src/runner/backend.ts';
import type { WorkerToHost } from '../../src/runner/protocol.ts';
import type { Channel } from '../../src/runner/worker/channel.ts';
import { createRequestClass, RequestLine } from '../../src/runner/worker/requests.ts';

const EVENTS = ['readystatechange', 'load', 'error', 'abort', 'timeout', 'loadend'] as const;
const RESPONSE: BackendResponse = { status: 200, headers: { 'Content-Type': 'text/plain', 'X-A': '1' }, body: 'grün' };

let sent: WorkerToHost[];
let block: string | undefined;
let line: RequestLine;
let HostRequest: ReturnType<typeof createRequestClass>;

beforeEach(() => {
  sent = [];
  block = undefined;
  line = new RequestLine({ send: (message) => sent.push(message) }, () => block);
  HostRequest = createRequestClass(line);
});

afterEach(() => {
  vi.useRealTimers();
});

/** A request that is on its way, and the names of the events it has told of. */
function begin(prepare: (request: InstanceType<typeof HostRequest>) => void = () => {}) {
  const request = new HostRequest();
  const events: string[] = [];
  for (const name of EVENTS) request.addEventListener(name, () => events.push(name));
  request.open('post', 'https://backend.test/x');
  prepare(request);
  request.send('body');
  return { request, events };
}

describe('a request', () => {
  test('goes to the host as it was made', () => {
    begin((request) => {
      request.setRequestHeader('X-A', '1');
      request.setRequestHeader('X-A', '2');
    });
    expect(sent).toEqual([
      {
        type: 'request',
        id: 1,
        request: { method: 'POST', url: 'https://backend.test/x', headers: { 'X-A': '1, 2' }, body: 'body' },
      },
    ]);
  });

  test('names the block that made it', () => {
    block = 'register';
    begin();
    expect(sent).toMatchObject([{ type: 'request', id: 1, blockId: 'register' }]);
  });

  test('ends with the response', () => {
    const { request, events } = begin();
    const onload = vi.fn<() => void>();
    Object.assign(request, { onload });
    line.answer(1, RESPONSE);
    expect(events).toEqual(['readystatechange', 'readystatechange', 'load', 'loadend']);
    expect(onload).toHaveBeenCalledOnce();
    expect(request).toMatchObject({ readyState: 4, status: 200, response: 'grün', responseText: 'grün' });
    expect(request.getResponseHeader('content-type')).toBe('text/plain');
    expect(request.getResponseHeader('x-b')).toBeNull();
    expect(request.getAllResponseHeaders()).toBe('content-type: text/plain\r\nx-a: 1\r\n');
  });

  test('gives bytes when asked to', () => {
    const { request } = begin((opened) => {
      opened.responseType = 'arraybuffer';
    });
    line.answer(1, RESPONSE);
    if (!(request.response instanceof ArrayBuffer)) throw new Error('No bytes.');
    expect(new TextDecoder().decode(request.response)).toBe('grün');
  });

  test('fails without a response', () => {
    const { request, events } = begin();
    line.answer(1, undefined);
    expect(events.slice(1)).toEqual(['readystatechange', 'error', 'loadend']);
    expect(request.status).toBe(0);
  });

  test('can be given up', () => {
    const { request, events } = begin();
    request.abort();
    request.abort();
    line.answer(1, RESPONSE);
    expect(sent.slice(1)).toEqual([{ type: 'abort', id: 1 }]);
    expect(events.slice(1)).toEqual(['readystatechange', 'abort', 'loadend']);
  });

  test('gives up by itself when it takes too long', () => {
    vi.useFakeTimers();
    const { events } = begin((opened) => {
      opened.timeout = 100;
    });
    vi.advanceTimersByTime(100);
    expect(sent.slice(1)).toEqual([{ type: 'abort', id: 1 }]);
    expect(events.slice(1)).toEqual(['readystatechange', 'timeout', 'loadend']);
  });

  test('can be used again', () => {
    const { request } = begin();
    line.answer(1, RESPONSE);
    request.open('GET', 'https://backend.test/y');
    request.send();
    expect(sent[1]).toMatchObject({ id: 2, request: { method: 'GET', headers: {}, body: null } });
  });

  test('refuses what it cannot do', () => {
    const request = new HostRequest();
    expect(() => request.send()).toThrow(TypeError);
    expect(() => request.setRequestHeader('a', 'b')).toThrow(TypeError);
    expect(() => request.open('GET /', 'x')).toThrow(SyntaxError);
    expect(() => request.open('GET', 'x', false)).toThrow(TypeError);
    request.open('GET', 'x');
    expect(() => request.send(new Uint8Array(1))).toThrow(TypeError);
    expect(sent).toEqual([]);
  });
});

test('the SDK works with it', async () => {
  // A copy of its own, whatever else has loaded it.
  const require = createRequire(import.meta.url);
  const Backendless: typeof import('backendless').default = require('backendless');
  const answering: Channel = {
    send(message) {
      sent.push(message);
      if (message.type !== 'request') return;
      const body = message.request.method === 'POST' ? '{"registrationId":"1::ads"}' : '{}';
      const headers = { 'content-type': 'application/json' };
      queueMicrotask(() => line.answer(message.id, { status: 200, headers, body }));
    },
  };
  line = new RequestLine(answering, () => block);
  const config = {
    appId: 'A',
    apiKey: 'K',
    serverURL: 'https://backend.test',
    XMLHttpRequest: createRequestClass(line),
  };
  Reflect.apply(Backendless.initApp, Backendless, [config]);
  Backendless.setupDevice({ uuid: 'u', platform: 'IOS', version: '1' });
  expect(await Backendless.Messaging.registerDevice('T', ['ads'])).toEqual({ registrationId: '1::ads' });
  expect(sent).toContainEqual(
    expect.objectContaining({
      request: expect.objectContaining({
        url: 'https://backend.test/A/K/messaging/registrations',
        headers: { 'Content-Type': 'application/json' },
        body: '{"deviceToken":"T","deviceId":"u","os":"IOS","osVersion":"1","channels":["ads"]}',
      }),
    }),
  );
});
