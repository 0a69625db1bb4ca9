/**
 * A map from numbers of which every version stays: to set something gives another one, which shares with the old one all
 * that is the same. So what is known at each point of a long program can be kept, and be brought together where two
 * ways meet, at the cost of what changed in between.
 *
 * It is a Patricia tree (Okasaki and Gill, "Fast Mergeable Integer Maps", 1998).
 */

interface Leaf<Value> {
  readonly bit: 0;
  readonly number: number;
  readonly value: Value;
  readonly left?: undefined;
}

interface Fork<Value> {
  /** The highest bit in which the numbers below differ: not set on the left, set on the right. */
  readonly bit: number;
  /** What all of them have above that bit. */
  readonly number: number;
  readonly left: Tree<Value>;
  readonly right: Tree<Value>;
}

type Tree<Value> = Leaf<Value> | Fork<Value>;

/**
 * What becomes of two values for the same number, whichever is which; undefined where there is none then. Of two values
 * that are the same, it gives that one.
 */
export type Join<Value> = (one: Value, other: Value) => Value | undefined;

/** The map. Its keys are whole numbers from 0 and below 2 ** 30. */
export class PersistentMap<Value> {
  constructor(private readonly root?: Tree<Value>) {}

  get isEmpty(): boolean {
    return this.root === undefined;
  }

  get(number: number): Value | undefined {
    let tree = this.root;
    while (tree?.left) tree = number & tree.bit ? tree.right : tree.left;
    return tree?.number === number ? tree.value : undefined;
  }

  /** This map with another value for a number, or with none. */
  with(number: number, value: Value | undefined): PersistentMap<Value> {
    const shown = value ?? this.get(number);
    return shown === undefined ? this : this.or(merged(this.root, { bit: 0, number, value: shown }, () => value, true));
  }

  /** What both maps have. */
  onBoth(other: PersistentMap<Value>, join: Join<Value>): PersistentMap<Value> {
    return this.or(merged(this.root, other.root, join, false));
  }

  /** What either map has. */
  onEither(other: PersistentMap<Value>, join: Join<Value>): PersistentMap<Value> {
    return this.or(merged(this.root, other.root, join, true));
  }

  /** Whether both have values for the same numbers, and each two of them are alike. */
  isLike(other: PersistentMap<Value>, isLike: (one: Value, other: Value) => boolean): boolean {
    return areLike(this.root, other.root, isLike);
  }

  private or(root: Tree<Value> | undefined): PersistentMap<Value> {
    return root === this.root ? this : new PersistentMap(root);
  }
}

/** Both trees in one; with `isAll`, also what only one of them has. */
function merged<Value>(
  one: Tree<Value> | undefined,
  other: Tree<Value> | undefined,
  join: Join<Value>,
  isAll: boolean,
): Tree<Value> | undefined {
  if (one === other) return one;
  if (!one || !other) return isAll ? (one ?? other) : undefined;
  if (one.bit < other.bit) return merged(other, one, join, isAll);
  if (!one.left && !other.left && one.number === other.number) {
    const value = join(one.value, other.value);
    if (value === undefined) return undefined;
    return value === one.value ? one : { ...one, value };
  }
  if (one.left && other.left && one.bit === other.bit && one.number === other.number) {
    return joined(one, merged(one.left, other.left, join, isAll), merged(one.right, other.right, join, isAll));
  }
  // Now the other is below one side of the first, or they have nothing in common.
  if (!one.left || one.bit === other.bit || above(other.number, one.bit) !== one.number) {
    return isAll ? forked(one, other) : undefined;
  }
  const [left, right] = other.number & one.bit ? [undefined, other] : [other, undefined];
  return joined(one, merged(one.left, left, join, isAll), merged(one.right, right, join, isAll));
}

/** What a number has above a bit. */
function above(number: number, bit: number): number {
  return number & -(bit << 1);
}

/** A fork with other trees below it, one of which may be empty. */
function joined<Value>(
  fork: Fork<Value>,
  left: Tree<Value> | undefined,
  right: Tree<Value> | undefined,
): Tree<Value> | undefined {
  if (!left || !right) return left ?? right;
  return left === fork.left && right === fork.right ? fork : { ...fork, left, right };
}

/** Two trees that have nothing in common. */
function forked<Value>(one: Tree<Value>, other: Tree<Value>): Fork<Value> {
  const bit = 1 << (31 - Math.clz32(one.number ^ other.number));
  const [left, right] = one.number & bit ? [other, one] : [one, other];
  return { bit, number: above(one.number, bit), left, right };
}

/** A set of numbers and what is with them is one tree only, so trees can be compared side by side. */
function areLike<Value>(
  one: Tree<Value> | undefined,
  other: Tree<Value> | undefined,
  isLike: (one: Value, other: Value) => boolean,
): boolean {
  if (one === other) return true;
  if (!one || !other || one.number !== other.number || one.bit !== other.bit) return false;
  if (!one.left || !other.left) return !one.left && !other.left && isLike(one.value, other.value);
  return areLike(one.left, other.left, isLike) && areLike(one.right, other.right, isLike);
}
