/** What may be narrowed at a point of the code: a set of places of which every version stays. */

import { PersistentMap } from './persistent-map.ts';
import type { Place } from './places.ts';

export class Narrowed {
  /** By the number of a variable, its places. */
  constructor(private readonly places = new PersistentMap<ReadonlySet<Place>>()) {}

  get isEmpty(): boolean {
    return this.places.isEmpty;
  }

  has(place: Place): boolean {
    return this.places.get(variableOf(place))?.has(place) === true;
  }

  with(found: Iterable<Place>): Narrowed {
    let { places } = this;
    for (const place of found) {
      const before = places.get(variableOf(place));
      if (!before?.has(place)) places = places.with(variableOf(place), new Set(before).add(place));
    }
    return this.or(places);
  }

  /** This without a place, what is known of it, and its properties. */
  without(gone: Place): Narrowed {
    const before = this.places.get(variableOf(gone));
    if (!before) return this;
    const left = [...before].filter((place) => place !== gone && !place.startsWith(`${gone}.`));
    if (left.length === before.size) return this;
    return this.or(this.places.with(variableOf(gone), left.length === 0 ? undefined : new Set(left)));
  }

  /** This without these places, but with all else that is known of them. */
  withoutOnly(gone: Iterable<Place>): Narrowed {
    let { places } = this;
    for (const place of gone) {
      const left = new Set(places.get(variableOf(place)));
      if (left.delete(place)) places = places.with(variableOf(place), left.size === 0 ? undefined : left);
    }
    return this.or(places);
  }

  onBoth(other: Narrowed): Narrowed {
    return this.or(this.places.onBoth(other.places, inBoth));
  }

  onEither(other: Narrowed): Narrowed {
    return this.or(this.places.onEither(other.places, inEither));
  }

  isLike(other: Narrowed): boolean {
    return this.places.isLike(other.places, areSame);
  }

  private or(places: PersistentMap<ReadonlySet<Place>>): Narrowed {
    return places === this.places ? this : new Narrowed(places);
  }
}

/** The number that a place begins with. */
const variableOf = (place: Place): number => Number.parseInt(place, 10);

function inBoth(one: ReadonlySet<Place>, other: ReadonlySet<Place>): ReadonlySet<Place> | undefined {
  if (one === other) return one;
  const both = new Set([...one].filter((place) => other.has(place)));
  return both.size === 0 ? undefined : both;
}

function inEither(one: ReadonlySet<Place>, other: ReadonlySet<Place>): ReadonlySet<Place> {
  return one === other ? one : new Set([...one, ...other]);
}

function areSame(one: ReadonlySet<Place>, other: ReadonlySet<Place>): boolean {
  return one.size === other.size && [...one].every((place) => other.has(place));
}
