import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CONSOLE_BATCH, CONSOLE_ENTRIES, FLUSH_INTERVAL, TRACE_BATCH } from '../../src/runner/limits.ts';
import type { WorkerToHost } from '../../src/runner/protocol.ts';
import { Output } from '../../src/runner/worker/output.ts';
import { PromptLine } from '../../src/runner/worker/prompts.ts';

let sent: WorkerToHost[];
let output: Output;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  sent = [];
  output = new Output({ send: (message) => sent.push(message) });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** The texts printed so far, message by message. */
function printed(): string[][] {
  return sent.flatMap((message) =>
    message.type === 'console'
      ? [message.entries.map(({ values: [value] }) => (value?.type === 'string' ? value.value : ''))]
      : [],
  );
}

function traced(): string[][] {
  return sent.flatMap((message) => (message.type === 'trace' ? [message.blockIds] : []));
}

test('the first line goes out at once, the next ones together', () => {
  output.print('log', ['a']);
  output.print('log', ['b']);
  output.print('log', ['c']);
  expect(printed()).toEqual([['a']]);
  vi.advanceTimersByTime(FLUSH_INTERVAL);
  expect(printed()).toEqual([['a'], ['b', 'c']]);
});

test('a program that never yields is heard all the same', () => {
  let clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  output = new Output({ send: (message) => sent.push(message) });
  output.print('log', ['a']);
  output.print('log', ['b']);
  // Time passes, but no timer has its turn.
  clock += FLUSH_INTERVAL;
  output.print('log', ['c']);
  expect(printed()).toEqual([['a'], ['b', 'c']]);
  for (let line = 0; line < CONSOLE_BATCH; line++) output.print('log', ['x']);
  expect(printed().at(-1)?.length).toBe(CONSOLE_BATCH);
});

test('an endless stream is cut once, and costs no message more', () => {
  for (let line = 0; line < CONSOLE_ENTRIES + 1000; line++) output.print('log', ['x']);
  expect(printed().flat().length).toBe(CONSOLE_ENTRIES);
  expect(sent.filter(({ type }) => type === 'cut').length).toBe(1);
  const before = sent.length;
  output.print('log', ['x']);
  output.flush();
  expect(sent.length).toBe(before);
});

test('of the blocks of a loop each is told once in a while, the latest last', () => {
  output.trace('first');
  for (let turn = 0; turn < 1000; turn++) for (const blockId of ['a', 'b', 'c']) output.trace(blockId);
  output.trace('b');
  output.flush();
  expect(traced()).toEqual([['first'], ['a', 'c', 'b']]);
});

test('of many blocks the latest are told', () => {
  output.trace('first');
  for (let block = 0; block < TRACE_BATCH * 3; block++) output.trace(`b${block}`);
  output.flush();
  expect(traced()[1]?.length).toBe(TRACE_BATCH);
  expect(traced()[1]?.at(-1)).toBe(`b${TRACE_BATCH * 3 - 1}`);
});

test('what was printed is there before a question is put', async () => {
  const prompts = new PromptLine({ send: (message) => sent.push(message) }, output);
  output.print('log', ['a']);
  output.print('log', ['b']);
  const answer = prompts.ask('Name?');
  expect(sent.map(({ type }) => type)).toEqual(['console', 'console', 'prompt']);
  prompts.answer(1, 'Ann');
  prompts.answer(1, 'Bob');
  expect(await answer).toBe('Ann');
});
