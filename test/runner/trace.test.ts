import { describe, expect, test } from 'vitest';
import { explain } from '../../src/runner/worker/failure.ts';
import { Trace } from '../../src/runner/worker/trace.ts';

/** A trace and the blocks that it told of. */
function create(): { trace: Trace; reached: string[] } {
  const reached: string[] = [];
  return { trace: new Trace((blockId) => reached.push(blockId)), reached };
}

describe('a trace', () => {
  test('tells of the blocks that are reached', () => {
    const { trace, reached } = create();
    expect(trace.call('a')).toBeUndefined();
    trace.call('b');
    expect(reached).toEqual(['a', 'b']);
    expect(trace.last).toBe('b');
  });

  test('gives awaited values back', async () => {
    const { trace } = create();
    expect(await trace.call('a', Promise.resolve(1))).toBe(1);
    expect(trace.call('a', 2)).toBe(2);
    expect(trace.call('a', undefined)).toBeUndefined();
    // As the SDK's requests are: they begin when they are waited for.
    // oxlint-disable-next-line unicorn/no-thenable
    const lazy = { then: (resolve: (value: number) => void) => resolve(3) };
    expect(await trace.call('a', lazy)).toBe(3);
  });

  test.each([new Error('no'), { code: 1 }, 'text', undefined, NaN, () => {}])(
    'remembers the first block that %s came from',
    async (thrown) => {
      const { trace } = create();
      const inner = trace.call('inner', Promise.reject(thrown));
      const outer = trace.call('outer', inner);
      await expect(outer).rejects.toBe(thrown);
      expect(trace.blockOf(thrown)).toBe(
        typeof thrown === 'object' || typeof thrown === 'function' ? 'inner' : 'outer',
      );
      expect(trace.blockOf(new Error('another'))).toBeUndefined();
    },
  );
});

test('a caught text is not taken for the same text thrown later', async () => {
  const { trace } = create();
  await expect(trace.call('a', Promise.reject('text'))).rejects.toBe('text');
  expect(trace.blockOf('text')).toBe('a');
  trace.call('b');
  expect(trace.blockOf('text')).toBeUndefined();
});

describe('an error', () => {
  const stack = 'Error: no\n    at main (program.js:3:7)';

  test('is of the block that it is known to come from', async () => {
    const { trace } = create();
    const error = Object.assign(new Error('no'), { stack, code: 5004, status: 400 });
    await expect(trace.call('a', Promise.reject(error))).rejects.toBe(error);
    trace.call('b');
    expect(explain(error, trace, ['program.js'])).toEqual({
      name: 'Error',
      message: 'no',
      code: 5004,
      httpStatus: 400,
      blockId: 'a',
      position: { line: 3, column: 6 },
    });
  });

  test('is else of the last block, and of none in a program that is not traced', () => {
    const { trace } = create();
    const error = Object.assign(new Error('no'), { stack });
    expect(explain(error, trace, ['program.js'])).not.toHaveProperty('blockId');
    trace.call('b');
    const position = { line: 3, column: 6 };
    expect(explain(error, trace, ['program.js'])).toEqual({ name: 'Error', message: 'no', blockId: 'b', position });
    expect(explain(error, trace, ['other.js'])).toEqual({ name: 'Error', message: 'no', blockId: 'b' });
  });

  test('may be anything', () => {
    const { trace } = create();
    const hostile = new Proxy(new Error('no'), {
      get() {
        throw new Error('touched');
      },
      getOwnPropertyDescriptor() {
        throw new Error('touched');
      },
    });
    for (const thrown of [undefined, null, 0, '', Symbol('s'), {}, [], hostile, { message: 1, code: 'x' }]) {
      const error = explain(thrown, trace, []);
      expect(typeof error.message).toBe('string');
      expect(error).not.toHaveProperty('code');
    }
  });
});
