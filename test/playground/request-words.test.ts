/** What a person reads of a request without an answer. */
import { expect, test } from 'vitest';
import { describeNoAnswer } from '../../playground/request-words.ts';
import { fillGaps } from '../../playground/language.ts';
import { english } from '../../playground/messages.ts';
import { translation } from '../../playground/messages/de.ts';
import { createEmulator } from '../../src/emulator/index.ts';

const german = fillGaps(english, translation);

test('a fault on purpose is told in the language of the page, each in its own words', async () => {
  const said: string[] = [];
  for (const faults of [{ offline: true }, { loseAnswer: true }]) {
    const emulator = createEmulator();
    emulator.faults.set(faults);
    const request = { method: 'POST', url: '/app/key/messaging/ads', headers: {}, body: '{"message":"x"}' };
    const failure: unknown = await emulator.handle(request).catch((error: unknown) => error);
    said.push(describeNoAnswer(failure, undefined, german));
    emulator.dispose();
  }
  expect(said[0]).toContain(german.faultOffline);
  expect(said[1]).toContain(german.faultLostAnswer);
});

test('of an app of one’s own, the host is named in place of what the browser says', () => {
  const failure = new TypeError('Failed to fetch');
  expect(describeNoAnswer(failure, 'api.example.com', german)).toBe(german.backend.ownNoAnswer('api.example.com'));
  const refused = new Error('A request to https://x was not sent: it leaves what is allowed.');
  expect(describeNoAnswer(refused, 'api.example.com', german)).toBe(refused.message);
});
