interface Entry<K> {
  key: K;
  rank: number;
  /** Its index in the array. */
  place: number;
}

/**
 * A binary heap of keyed entries, the lowest rank on top. Setting and deleting cost O(log n), looking at the top O(1).
 * A key is in it at most once, so that a device that registers again and again does not fill it.
 */
export class IndexedHeap<K> {
  readonly #entries: Entry<K>[] = [];
  readonly #byKey = new Map<K, Entry<K>>();

  get size(): number {
    return this.#entries.length;
  }

  /** The key with the lowest rank; undefined when the heap is empty. */
  top(): { readonly key: K; readonly rank: number } | undefined {
    return this.#entries[0];
  }

  /** Adds a key, or gives it another rank. */
  set(key: K, rank: number): void {
    const known = this.#byKey.get(key);
    if (known) {
      known.rank = rank;
      this.#settle(known);
      return;
    }
    const entry = { key, rank, place: this.#entries.length };
    this.#byKey.set(key, entry);
    this.#entries.push(entry);
    this.#settle(entry);
  }

  /** Removes a key; one that is not in the heap is no error. */
  delete(key: K): void {
    const entry = this.#byKey.get(key);
    if (!entry) return;
    this.#byKey.delete(key);
    const last = this.#entries.pop();
    if (!last || last === entry) return;
    this.#move(last, entry.place);
    this.#settle(last);
  }

  /** At most `limit` keys with a rank of at most `rank`, in no particular order. They stay in the heap. */
  upTo(rank: number, limit: number): K[] {
    const found: K[] = [];
    const places = [0];
    while (found.length < limit) {
      const place = places.pop();
      if (place === undefined) break;
      const entry = this.#entries[place];
      if (!entry || entry.rank > rank) continue;
      found.push(entry.key);
      places.push(2 * place + 1, 2 * place + 2);
    }
    return found;
  }

  clear(): void {
    this.#entries.length = 0;
    this.#byKey.clear();
  }

  #move(entry: Entry<K>, place: number): void {
    entry.place = place;
    this.#entries[place] = entry;
  }

  /** Lets an entry rise or sink to where it belongs. */
  #settle(entry: Entry<K>): void {
    for (;;) {
      const parent = this.#entries[(entry.place - 1) >> 1];
      if (entry.place === 0 || !parent || parent.rank <= entry.rank) break;
      this.#swap(parent, entry);
    }
    for (;;) {
      const left = this.#entries[2 * entry.place + 1];
      const right = this.#entries[2 * entry.place + 2];
      const child = left && right && right.rank < left.rank ? right : left;
      if (!child || child.rank >= entry.rank) break;
      this.#swap(entry, child);
    }
  }

  #swap(upper: Entry<K>, lower: Entry<K>): void {
    const place = upper.place;
    this.#move(upper, lower.place);
    this.#move(lower, place);
  }
}
