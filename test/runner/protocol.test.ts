import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BODY_LENGTH, CONSOLE_BATCH, HEADERS, TEXT_LENGTH, TRACE_BATCH, VARIABLES } from '../../src/runner/limits.ts';
import { readPageMessage, readWorkerMessage, type WorkerToHost } from '../../src/runner/protocol.ts';

const REQUEST = { method: 'POST', url: 'https://backend.test/x', headers: { 'Content-Type': 'text/plain' }, body: 'x' };
const TEXT = { type: 'string', value: 'x', more: 0 } as const;

const SCOPE = { functionName: 'f', variables: [{ name: 'x', value: TEXT }], more: 3 };

const GOOD: WorkerToHost[] = [
  { type: 'ready' },
  { type: 'pong' },
  { type: 'cut' },
  { type: 'console', entries: [{ level: 'warn', values: [TEXT, { type: 'array', items: [TEXT], more: 2 }], time: 1 }] },
  { type: 'trace', blockIds: ['a', 'b'] },
  { type: 'trace', blockIds: [], scope: SCOPE },
  { type: 'held', id: 7, blockId: 'a', scope: SCOPE },
  { type: 'request', id: 1, request: REQUEST },
  { type: 'request', id: 2, request: REQUEST, blockId: 'a' },
  { type: 'request', id: 1, request: { ...REQUEST, body: null } },
  { type: 'abort', id: 1 },
  { type: 'prompt', id: 1, message: 'Name?' },
  { type: 'end' },
  { type: 'end', error: { name: 'Error', message: 'no', code: 5004, httpStatus: 400, blockId: 'b' } },
  { type: 'end', error: { name: 'Error', message: 'no', position: { line: 1, column: 0 } } },
];

describe('of a worker', () => {
  test.each(GOOD.map((message) => [message.type, message] as const))('%s is read', (_type, message) => {
    expect(readWorkerMessage(structuredClone(message))).toEqual(message);
  });

  test('what else is in a message is left out', () => {
    const error = { name: 'Error', message: 'no', stack: 'secret', code: '5004', position: { line: 0, column: -1 } };
    expect(readWorkerMessage({ type: 'end', error, more: 1 })).toEqual({
      type: 'end',
      error: { name: 'Error', message: 'no' },
    });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'ready'],
    ['an unknown type', { type: 'eval', code: '1' }],
    ['a type that every object has', { type: 'toString' }],
    ['an entry of no level', { type: 'console', entries: [{ level: 'fatal', values: [], time: 0 }] }],
    ['an entry without a time', { type: 'console', entries: [{ level: 'log', values: [], time: NaN }] }],
    ['a value of no type', { type: 'console', entries: [{ level: 'log', values: [{ type: 'html' }], time: 0 }] }],
    [
      'too many entries',
      { type: 'console', entries: Array(CONSOLE_BATCH + 1).fill({ level: 'log', values: [], time: 0 }) },
    ],
    ['too many blocks', { type: 'trace', blockIds: Array(TRACE_BATCH + 1).fill('a') }],
    ['blocks that are no texts', { type: 'trace', blockIds: [{}] }],
    ['a list that is none', { type: 'trace', blockIds: { length: 1, 0: 'a' } }],
    ['variables that are none', { type: 'trace', blockIds: [], scope: { ...SCOPE, variables: ['x'] } }],
    ['a hold without variables', { type: 'held', id: 1, blockId: 'a' }],
    [
      'too many variables',
      {
        type: 'held',
        id: 1,
        blockId: 'a',
        scope: { ...SCOPE, variables: Array(VARIABLES + 1).fill(SCOPE.variables[0]) },
      },
    ],
    ['a request without a number', { type: 'request', request: REQUEST }],
    ['a request of a made-up method', { type: 'request', id: 1, request: { ...REQUEST, method: 'GET /\r\n' } }],
    ['a header in a header', { type: 'request', id: 1, request: { ...REQUEST, headers: { a: 'b\r\nc: d' } } }],
    ['a header of an odd name', { type: 'request', id: 1, request: { ...REQUEST, headers: { __proto__x: 'y' } } }],
    ['too many headers', { type: 'request', id: 1, request: { ...REQUEST, headers: manyHeaders() } }],
    ['a large body', { type: 'request', id: 1, request: { ...REQUEST, body: 'x'.repeat(BODY_LENGTH + 1) } }],
    ['a body of bytes', { type: 'request', id: 1, request: { ...REQUEST, body: new Uint8Array(3) } }],
    ['a long question', { type: 'prompt', id: 1, message: 'x'.repeat(TEXT_LENGTH + 1) }],
    ['an error without a message', { type: 'end', error: { name: 'Error' } }],
  ])('%s is not', (_name, message) => {
    expect(readWorkerMessage(message)).toBeUndefined();
  });

  test('a value that is too deep, too large or in itself is not read', () => {
    const cycle: { type: string; items: unknown[]; more: number } = { type: 'array', items: [], more: 0 };
    cycle.items.push(cycle);
    let deep: unknown = TEXT;
    for (let level = 0; level < 100_000; level++) deep = { type: 'array', items: [deep], more: 0 };
    const row = { type: 'array', items: Array(1000).fill(TEXT), more: 0 };
    const large = { type: 'array', items: Array(1000).fill(row), more: 0 };
    for (const value of [cycle, deep, large]) {
      expect(
        readWorkerMessage({ type: 'console', entries: [{ level: 'log', values: [value], time: 0 }] }),
      ).toBeUndefined();
    }
  });

  test('nothing makes the reader throw', () => {
    const type = fc.constantFrom(...GOOD.map((message) => message.type));
    fc.assert(
      fc.property(fc.anything(), type, fc.dictionary(fc.string(), fc.anything()), (junk, name, fields) => {
        readWorkerMessage(junk);
        readWorkerMessage({ ...fields, type: name, entries: junk, request: junk, error: junk, blockIds: junk });
        readPageMessage(junk);
      }),
    );
  });
});

describe('of the runner page', () => {
  test('its two messages are read, and nothing else', () => {
    expect(readPageMessage({ type: 'ready' })).toEqual({ type: 'ready' });
    expect(readPageMessage({ type: 'failed', id: 2, message: 'no' })).toEqual({ type: 'failed', id: 2, message: 'no' });
    expect(readPageMessage({ type: 'failed' })).toBeUndefined();
    expect(readPageMessage({ type: 'end' })).toBeUndefined();
    expect(readPageMessage(null)).toBeUndefined();
  });
});

function manyHeaders(): Record<string, string> {
  return Object.fromEntries(Array.from({ length: HEADERS + 1 }, (_, index) => [`X-${index}`, '1']));
}
