import { describe, expect, test } from 'vitest';
import { VARIABLES } from '../../src/runner/limits.ts';
import type { Scope } from '../../src/runner/value.ts';
import { Stepper } from '../../src/runner/worker/stepper.ts';

/** A stepper, what it told, and a thread that is said to have been kept too long as often as `long` has entries. */
function create(isHolding: boolean) {
  const reached: string[] = [];
  const held: { id: number; blockId: string; scope: Scope }[] = [];
  const long: string[] = [];
  const failed: unknown[] = [];
  const stepper = new Stepper(
    {
      reached: (blockId) => {
        reached.push(blockId);
        return long.includes(blockId);
      },
      held: (id, blockId, scope) => held.push({ id, blockId, scope }),
      failed: (error) => failed.push(error),
      later: (task) => setImmediate(task),
    },
    isHolding,
  );
  return { stepper, reached, held, long, failed };
}

/** Whether a promise is settled once all that waits now has had its turn. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void promise.then(() => (settled = true));
  await new Promise((resolve) => setImmediate(resolve));
  return settled;
}

describe('a stepper that holds', () => {
  test('holds at each statement until it is told to go on from there', async () => {
    const { stepper, held } = create(true);
    const frame = stepper.frame('');
    expect(frame.step('a')).toBe(true);
    const first = frame.held;
    expect(held.map(({ id, blockId }) => [id, blockId])).toEqual([[1, 'a']]);
    stepper.step(2);
    expect(await isSettled(first)).toBe(false);
    stepper.step(1);
    expect(await isSettled(first)).toBe(true);
    expect(frame.step('b')).toBe(true);
    expect(await isSettled(frame.held)).toBe(false);
    stepper.hold(false);
    expect(await isSettled(frame.held)).toBe(true);
    expect(frame.step('c')).toBe(false);
    expect(held.map(({ blockId }) => blockId)).toEqual(['a', 'b']);
  });

  test('holds in each round of a loop but the first, where it has just been', () => {
    const { stepper, held } = create(true);
    const frame = stepper.frame('');
    const visit = (kind: 'step' | 'round', blockId: string) => {
      frame[kind](blockId);
      stepper.step(held.length);
    };
    visit('step', 'loop');
    visit('round', 'loop');
    visit('step', 'inner');
    visit('round', 'loop');
    visit('round', 'loop');
    expect(held.map(({ blockId }) => blockId)).toEqual(['loop', 'inner', 'loop', 'loop']);
  });
});

test('at full speed a program waits only to let others have the thread', async () => {
  const { stepper, reached, held, long } = create(false);
  const frame = stepper.frame('');
  expect(frame.step('a')).toBe(false);
  long.push('b');
  expect(frame.step('b')).toBe(true);
  expect(await isSettled(frame.held)).toBe(true);
  expect(frame.round('b')).toBe(true);
  expect(reached).toEqual(['a', 'b', 'b']);
  expect(held).toEqual([]);
});

describe('a promise that is waited for', () => {
  test('is of its own block, or of the call that goes on meanwhile', async () => {
    const { stepper, reached } = create(false);
    const main = stepper.frame('');
    const greet = async (): Promise<number> => {
      const frame = stepper.frame('greet');
      frame.step('in greet');
      await frame.wait('request', Promise.resolve());
      return 3;
    };
    main.step('print');
    expect(await main.wait('call', greet())).toBe(3);
    // The call has ended; what the same statement waits for next is its own.
    expect(await main.wait('other', 4)).toBe(4);
    expect(reached).toEqual(['print', 'in greet', 'request', 'other']);
  });

  test('that fails is told of, the innermost first, and fails as it did', async () => {
    const { stepper, reached, failed } = create(false);
    const main = stepper.frame('');
    const error = new Error('no');
    const fails = async (): Promise<void> => {
      const frame = stepper.frame('fails');
      await frame.wait('request', Promise.reject(error));
    };
    await expect(main.wait('call', fails())).rejects.toBe(error);
    expect(failed).toEqual([error, error]);
    expect(reached).toEqual(['request']);
    main.wait('next', undefined);
    expect(reached.at(-1)).toBe('next');
  });
});

describe('what can be seen', () => {
  const names = (scope: Scope | undefined) => scope?.variables.map(({ name, value }) => [name, value]);

  test('is what the function and the main program have, as it is now', () => {
    const { stepper } = create(false);
    const main = stepper.frame('');
    let shared = 1;
    main.watch('shared', () => shared);
    main.watch('hidden', () => 'of the main program');
    main.step('call');
    const frame = stepper.frame('greet');
    frame.watch('hidden', () => 'of the function');
    frame.step('a');
    shared = 2;
    expect(stepper.scope()?.functionName).toBe('greet');
    expect(names(stepper.scope())).toEqual([
      ['shared', { type: 'number', value: 2 }],
      ['hidden', { type: 'string', value: 'of the function', more: 0 }],
    ]);
    stepper.finish();
    expect(stepper.scope()?.functionName).toBe('');
    expect(names(stepper.scope())?.[1]).toEqual(['hidden', { type: 'string', value: 'of the main program', more: 0 }]);
  });

  test('is limited in number and size, and survives what cannot be read', () => {
    const { stepper } = create(false);
    const frame = stepper.frame('');
    frame.watch('long', () => 'x'.repeat(100_000));
    frame.watch('deep', () => ({ a: { b: { c: { d: { e: {} } } } } }));
    frame.watch('broken', () => {
      throw new Error('no');
    });
    for (let n = 0; n < VARIABLES; n++) frame.watch(`v${n}`, () => n);
    frame.step('a');
    const scope = stepper.scope();
    expect(scope?.variables.length).toBe(VARIABLES);
    expect(scope?.more).toBe(3);
    expect(scope?.variables[2]).toEqual({ name: 'broken', value: { type: 'opaque', name: 'unreadable' } });
    expect(JSON.stringify(scope?.variables.slice(0, 2)).length).toBeLessThan(1_500);
  });

  test('is nothing in a program that has no frames', () => {
    expect(create(true).stepper.scope()).toBeUndefined();
  });
});
