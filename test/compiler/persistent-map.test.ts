/** The map of which every version stays, beside plain maps that are copied. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PersistentMap } from '../../generators/typescript/analyze/persistent-map.ts';

const entries = fc.array(fc.tuple(fc.oneof(fc.nat(40), fc.nat(2 ** 30 - 1)), fc.option(fc.nat(7), { nil: undefined })));

/** The versions after each entry, and the same as plain maps. */
function versionsOf(all: readonly (readonly [number, number | undefined])[]) {
  let version = { map: new PersistentMap<number>(), plain: new Map<number, number>() };
  const versions = [version];
  for (const [number, value] of all) {
    const plain = new Map(version.plain);
    if (value === undefined) plain.delete(number);
    else plain.set(number, value);
    version = { map: version.map.with(number, value), plain };
    versions.push(version);
  }
  return versions;
}

const isSame = (one: number, other: number): boolean => one === other;

function expectSame(map: PersistentMap<number>, plain: ReadonlyMap<number, number>, numbers: Iterable<number>): void {
  for (const number of numbers) expect(map.get(number)).toBe(plain.get(number));
  expect(map.isEmpty).toBe(plain.size === 0);
  const [built] = versionsOf([...plain]).slice(-1);
  expect(built?.map.isLike(map, isSame)).toBe(true);
}

test('every version stays as it was', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const numbers = all.map(([number]) => number);
      for (const { map, plain } of versionsOf(all)) expectSame(map, plain, numbers);
    }),
  );
});

test('two maps have something in common, and each has all that the other lacks', () => {
  fc.assert(
    fc.property(entries, entries, entries, (shared, mine, theirs) => {
      // Both begin with the same, as two ways through a program do.
      const [one] = versionsOf([...shared, ...mine]).slice(-1);
      const [other] = versionsOf([...shared, ...theirs]).slice(-1);
      if (!one || !other) throw new Error('There is no version.');
      const numbers = [...one.plain.keys(), ...other.plain.keys()];
      const both = new Map<number, number>();
      const either = new Map([...other.plain, ...one.plain]);
      for (const [number, value] of one.plain) {
        const there = other.plain.get(number);
        if (there !== undefined && (value & there) !== 0) both.set(number, value & there);
        if (there !== undefined) either.set(number, value | there);
      }
      expectSame(
        one.map.onBoth(other.map, (a, b) => a & b || undefined),
        both,
        numbers,
      );
      expectSame(
        one.map.onEither(other.map, (a, b) => a | b),
        either,
        numbers,
      );
    }),
  );
});

test('a map to which nothing is new is the same one', () => {
  const map = new PersistentMap<string>().with(3, 'three').with(4, 'four');
  expect(map.with(3, 'three')).toBe(map);
  expect(map.with(5, undefined)).toBe(map);
  expect(map.onEither(new PersistentMap<string>().with(4, 'four'), (one) => one)).toBe(map);
  expect(
    map
      .with(5, 'five')
      .with(5, undefined)
      .isLike(map, (one, other) => one === other),
  ).toBe(true);
});
