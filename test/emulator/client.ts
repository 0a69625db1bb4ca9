// Speaks to an emulator as an SDK would on the wire.
import type { BackendHandler, JsonValue } from '../../src/emulator/index.ts';

/** An answer, its body parsed. */
export interface Answer {
  status: number;
  body: unknown;
}

/** Sends one request; a body that is not text goes out as JSON. */
export async function call(handle: BackendHandler, method: string, url: string, body?: JsonValue): Promise<Answer> {
  const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await handle({ method, url, headers: {}, body: text });
  return { status: answer.status, body: JSON.parse(answer.body) };
}

/** The root that tests register under. */
export const root = '/APP/KEY';

/** The body of a registration with what it must have, and what a test adds or replaces. */
export function registration(fields: { [name: string]: JsonValue } = {}): { [name: string]: JsonValue } {
  return { deviceToken: 'token', deviceId: 'device', os: 'ANDROID', osVersion: '14', ...fields };
}

/** The registration IDs in an answer by channel, read with code of the tests' own. */
export function readIds(answer: Answer): Map<string, string> {
  const { registrationId } = members(answer.body);
  if (typeof registrationId !== 'string') throw new Error(`No registrationId in ${JSON.stringify(answer)}`);
  return new Map(
    registrationId.split(',').map((entry) => {
      const at = entry.indexOf('::');
      return [entry.slice(at + 2), entry.slice(0, at)];
    }),
  );
}

/** The members of an object of unknown shape. */
export function members(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error(`Not an object: ${JSON.stringify(value)}`);
  return Object.fromEntries(Object.entries(value));
}

/** A clock that stands still until it is moved. */
export class TestClock {
  time: number;

  constructor(time = Date.UTC(2026, 0, 31, 9)) {
    this.time = time;
  }

  readonly now = (): number => this.time;

  advance(milliseconds: number): void {
    this.time += milliseconds;
  }
}
