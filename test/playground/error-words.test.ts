/** What a person is told of a run that failed. */
import { describe, expect, test } from 'vitest';
import type { Exchange, RunError } from '../../src/editor/index.ts';
import { explain } from '../../playground/error-words.ts';
import { english } from '../../playground/messages.ts';

const networkError: RunError = { name: 'Error', message: 'Network Error' };
const unknownApp: RunError = { name: 'Error', message: 'wrong application info', code: 2002 };

function answered(status: number, body: string): Exchange {
  return {
    request: {
      method: 'POST',
      url: 'https://api.backendless.com/A/K/messaging/registrations',
      headers: {},
      body: null,
    },
    response: { status, headers: {}, body },
    time: 0,
    duration: 1,
  };
}

describe('with an app of one’s own', () => {
  const ownHost = 'example.backendless.app';

  test('no answer, wrong keys and the answer of something else lead to the choice of the backend', () => {
    const silent = explain(networkError, english, { ownHost, exchange: undefined });
    expect(silent.advice).toContain('No answer came from example.backendless.app');
    expect(silent.isAboutBackend).toBe(true);
    const unknown = explain(unknownApp, english, { ownHost, exchange: answered(400, '{"code":2002}') });
    expect(unknown.text).toContain('Backendless error 2002');
    expect(unknown.advice).not.toContain('Initialize App block');
    expect(unknown.isAboutBackend).toBe(true);
    const stumbled: RunError = { name: 'TypeError', message: 'Cannot read properties of undefined' };
    const login = explain(stumbled, english, { ownHost, exchange: answered(200, '<h1>Log in</h1>') });
    expect(login.advice).toContain('not as Backendless does');
    expect(login.isAboutBackend).toBe(true);
  });

  test('an error of the program, or of the service about what it was sent, does not', () => {
    const stumbled: RunError = { name: 'TypeError', message: 'x is undefined' };
    expect(explain(stumbled, english, { ownHost, exchange: answered(200, '{}') })).toEqual({
      text: 'TypeError: x is undefined',
    });
    const notFound = explain({ name: 'Error', message: 'Unable', code: 5000 }, english, {
      ownHost,
      exchange: undefined,
    });
    expect(notFound.advice).toBe(english.errorAdvice[5000]);
    expect(notFound.isAboutBackend).toBeUndefined();
  });
});

test('with the simulated service, advice is about blocks', () => {
  const nothing = { ownHost: undefined, exchange: undefined };
  expect(explain(networkError, english, nothing).advice).toBe(english.states.noAnswerAdvice);
  expect(explain(unknownApp, english, nothing).advice).toContain('Initialize App block');
});

test('of a service that failed as a whole, whatever is left of the answer says what to do', () => {
  for (const ownHost of [undefined, 'example.backendless.app']) {
    for (const code of [500, 503, 504]) {
      const failed = explain({ name: 'Error', message: 'It failed.', code }, english, { ownHost, exchange: undefined });
      expect(failed.advice).toBe(english.errorAdvice[500]);
    }
    // A gateway answers in HTML, of which the SDK makes this.
    const unreached: RunError = { name: 'Error', message: 'No connection with server' };
    const gateway = explain(unreached, english, { ownHost, exchange: answered(502, '<h1>Bad Gateway</h1>') });
    expect(gateway.advice).toBe(english.errorAdvice[500]);
    expect(gateway.isAboutBackend).toBeUndefined();
  }
});
