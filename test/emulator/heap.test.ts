import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { IndexedHeap } from '../../src/emulator/heap.ts';

// Time enough for a machine that is busy with other things.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

test('a heap agrees with a sorted map after any sequence of changes', () => {
  const step = fc.record({ key: fc.integer({ min: 0, max: 12 }), rank: fc.option(fc.integer({ min: 0, max: 20 })) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), fc.integer({ min: 0, max: 20 }), (steps, limit) => {
      const heap = new IndexedHeap<number>();
      const model = new Map<number, number>();
      for (const { key, rank } of steps) {
        if (rank === null) {
          heap.delete(key);
          model.delete(key);
        } else {
          heap.set(key, rank);
          model.set(key, rank);
        }
        expect(heap.size).toBe(model.size);
        expect(heap.top()?.rank).toBe(model.size === 0 ? undefined : Math.min(...model.values()));
      }
      const expected = [...model].filter(([, rank]) => rank <= limit).map(([key]) => key);
      expect(heap.upTo(limit, 100).toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
      expect(heap.upTo(limit, 2)).toHaveLength(Math.min(2, expected.length));
    }),
  );
});
