/**
 * The types that values of a program can have.
 *
 * A type is a set of kinds, one bit each. Lists and objects are mutable and shared, so their
 * contents are described by a cell that every alias shares: when two lists may be one and the
 * same, their cells are united (Steensgaard's analysis). Types only ever grow, which is what
 * makes the compiler's fixpoint end.
 */

export const Kind = {
  Undefined: 1,
  Null: 2,
  Boolean: 4,
  Number: 8,
  String: 16,
  Date: 32,
  List: 64,
  Object: 128,
  /** What Register Device returns. */
  Registration: 256,
  /** What the service knows of a device. */
  DeviceInfo: 512,
  /** Nothing is known. */
  Unknown: 1024,
} as const;

/** Kinds of values that are nothing at all. */
export const absent = Kind.Null | Kind.Undefined;

/** Kinds of values that are always true. */
export const solid = Kind.Date | Kind.List | Kind.Object | Kind.Registration | Kind.DeviceInfo;

/** Kinds that JavaScript adds and compares as numbers. */
export const scalar = Kind.Number | Kind.Boolean | absent;

const primitiveKinds = Kind.Undefined | Kind.Null | Kind.Boolean | Kind.Number | Kind.String;

/** A set of kinds, with the cells of its lists and objects. */
export interface Type {
  readonly kinds: number;
  readonly list?: ListCell;
  readonly object?: ObjectCell;
}

/** What is known of the elements of all lists that may be the same list. */
export interface ListCell {
  /** The cell this one was united with. */
  forward?: ListCell;
  element: Type;
  /** Elements may be missing: one was set beyond the end. */
  sparse: boolean;
  /** A function other than main adds or removes elements. */
  changedByFunction: boolean;
  /** The pass in which code was last chosen by what is known of the cell. */
  seen: number;
  /** The pass in which it was made. */
  since: number;
}

/** What is known of the properties of all objects that may be the same object. */
export interface ObjectCell {
  forward?: ObjectCell;
  /** Properties with names known when compiling. */
  properties: Map<string, { type: Type; optional: boolean }>;
  /** Properties are also read or written by names known only when the program runs. */
  dynamic: boolean;
  /** Their type. */
  values: Type;
  /** The pass in which code was last chosen by what is known of the cell. */
  seen: number;
  /** The pass in which it was made. */
  since: number;
}

const simple = new Map<number, Type>();

/** The type with these kinds, none of them a list or an object. */
export function kinds(bits: number): Type {
  let type = simple.get(bits);
  if (!type) simple.set(bits, (type = { kinds: bits }));
  return type;
}

export const T = {
  never: kinds(0),
  undefined: kinds(Kind.Undefined),
  null: kinds(Kind.Null),
  boolean: kinds(Kind.Boolean),
  number: kinds(Kind.Number),
  string: kinds(Kind.String),
  date: kinds(Kind.Date),
  registration: kinds(Kind.Registration),
  deviceInfo: kinds(Kind.DeviceInfo),
  unknown: kinds(Kind.Unknown),
  numberOrNull: kinds(Kind.Number | Kind.Null),
  numberOrUndefined: kinds(Kind.Number | Kind.Undefined),
  numberOrString: kinds(Kind.Number | Kind.String),
  stringOrNull: kinds(Kind.String | Kind.Null),
  stringOrUndefined: kinds(Kind.String | Kind.Undefined),
} as const;

/** Whether every value of the type is of one of these kinds; false for a type without values. */
export function isOnly(type: Type, bits: number): boolean {
  return type.kinds !== 0 && (type.kinds & ~bits) === 0;
}

/** Whether a value of the type may be of one of these kinds. */
export function mayBe(type: Type, bits: number): boolean {
  return (type.kinds & (bits | Kind.Unknown)) !== 0;
}

/** Whether values of the type may be of several kinds, or of any. */
export function severalKinds({ kinds }: Type): boolean {
  return (kinds & (kinds - 1)) !== 0 || kinds === Kind.Unknown || kinds === Kind.Boolean;
}

export function isPrimitive(type: Type): boolean {
  return isOnly(type, primitiveKinds);
}

export function findList(cell: ListCell): ListCell {
  let root = cell;
  while (root.forward) root = root.forward;
  for (let at = cell; at.forward;) {
    const next = at.forward;
    at.forward = root;
    at = next;
  }
  return root;
}

export function findObject(cell: ObjectCell): ObjectCell {
  let root = cell;
  while (root.forward) root = root.forward;
  return root;
}

/**
 * Joins types and grows cells, and knows whether anything has grown that code was already chosen
 * by: then the program must be lowered once more.
 */
export class TypeStore {
  /** The number of the pass over the program. */
  pass = 0;
  /** Something that was looked at in this pass has grown since. */
  stale = false;
  /**
   * What has no type yet may still get one in a later pass, so nothing is chosen by its having none.
   * When nothing changes any more, this ends, and what still has no type is of unknown type.
   */
  hopeful = true;
  /** Something without a type was looked at in this pass. */
  sawNothing = false;
  /** Something that was there before this pass has grown in it. */
  grown = false;

  /** Begins a pass of its own for code that is added to what is lowered already. */
  startAddition(): void {
    this.pass++;
    this.stale = false;
    this.sawNothing = false;
    this.grown = false;
  }

  newList(element: Type = T.never): Type {
    return { kinds: Kind.List, list: { element, sparse: false, changedByFunction: false, seen: -1, since: this.pass } };
  }

  newObject(): Type {
    const object = { properties: new Map(), dynamic: false, values: T.never, seen: -1, since: this.pass };
    return { kinds: Kind.Object, object };
  }

  /** The type of values that are of either type; unites the cells of their lists and objects. */
  join(a: Type, b: Type): Type {
    if (a === b) return a;
    const bits = a.kinds | b.kinds;
    const list = a.list && b.list ? this.uniteLists(a.list, b.list) : (a.list ?? b.list);
    const object = a.object && b.object ? this.uniteObjects(a.object, b.object) : (a.object ?? b.object);
    // What nothing is known of is nothing more with other kinds; and a type that was cut stays so.
    if (bits & Kind.Unknown) return T.unknown;
    if (!list && !object) return kinds(bits);
    if (a.kinds === bits && a.list === list && a.object === object) return a;
    if (b.kinds === bits && b.list === list && b.object === object) return b;
    return { kinds: bits, ...(list && { list }), ...(object && { object }) };
  }

  /** What is known of the elements of a list of the type. */
  listCell(type: Type): ListCell | undefined {
    if (!type.list) return undefined;
    const cell = findList(type.list);
    cell.seen = this.pass;
    return cell;
  }

  /** What is known of the properties of an object of the type. */
  objectCell(type: Type): ObjectCell | undefined {
    if (!type.object) return undefined;
    const cell = findObject(type.object);
    cell.seen = this.pass;
    return cell;
  }

  /** Notes that code is chosen by all that is known of a type, what is inside of its lists and objects too. */
  lookInto(type: Type): void {
    const seen = new Set<ListCell | ObjectCell>();
    const visit = ({ list, object }: Type): void => {
      for (const cell of [list && findList(list), object && findObject(object)]) {
        if (!cell || seen.has(cell)) continue;
        seen.add(cell);
        cell.seen = this.pass;
        if ('element' in cell) visit(cell.element);
        else for (const part of [{ type: cell.values }, ...cell.properties.values()]) visit(part.type);
      }
    };
    visit(type);
  }

  /** A type as it is to be taken when code is chosen by it. */
  known(type: Type): Type {
    if (type.kinds !== 0) return type;
    this.sawNothing = true;
    return this.hopeful ? type : T.unknown;
  }

  /** What reading an element of a list of the type gives, when the element is there. */
  elementOf(type: Type): Type {
    if (type.kinds === 0) return this.known(type);
    return this.known(this.listCell(type)?.element ?? T.unknown);
  }

  /** Notes that a value of type `element` may be put into the list. */
  addElement(list: Type, element: Type): void {
    if (!list.list) return;
    const cell = findList(list.list);
    const joined = this.join(cell.element, element);
    const root = findList(cell);
    if (!sameType(joined, root.element)) this.touch(root);
    root.element = joined;
  }

  /** Whether elements may be missing from a list of the type. */
  isSparse(list: Type): boolean {
    return list.kinds !== 0 && (this.listCell(list)?.sparse ?? true);
  }

  markSparse(list: Type): void {
    const cell = list.list && findList(list.list);
    if (!cell || cell.sparse) return;
    cell.sparse = true;
    this.touch(cell);
  }

  markChangedByFunction(list: Type): void {
    const cell = list.list && findList(list.list);
    if (!cell || cell.changedByFunction) return;
    cell.changedByFunction = true;
    this.touch(cell);
  }

  /** Notes that an object of the type may have this property. */
  addProperty(type: Type, key: string, value: Type, optional: boolean): void {
    if (!type.object) return;
    const cell = findObject(type.object);
    const known = cell.properties.get(key);
    if (!known) {
      cell.properties.set(key, { type: value, optional });
      this.touch(cell);
    } else {
      const joined = this.join(known.type, value);
      if (!sameType(joined, known.type) || (optional && !known.optional)) this.touch(cell);
      known.type = joined;
      known.optional ||= optional;
    }
    if (findObject(cell).dynamic) this.addValues(type, value);
  }

  /** Notes that properties of names unknown to the compiler may hold values of the type. */
  addValues(type: Type, value: Type): void {
    if (!type.object) return;
    const cell = findObject(type.object);
    let joined = this.join(cell.values, value);
    if (!cell.dynamic) {
      cell.dynamic = true;
      this.touch(cell);
      for (const property of cell.properties.values()) joined = this.join(joined, property.type);
    }
    if (!sameType(joined, cell.values)) this.touch(cell);
    findObject(cell).values = joined;
  }

  private touch(cell: ListCell | ObjectCell): void {
    if (cell.seen === this.pass) this.stale = true;
    if (cell.since < this.pass) this.grown = true;
  }

  private uniteLists(a: ListCell, b: ListCell): ListCell {
    a = findList(a);
    b = findList(b);
    if (a === b) return a;
    const parts = [{ ...a }, { ...b }];
    b.forward = a;
    a.sparse ||= b.sparse;
    a.changedByFunction ||= b.changedByFunction;
    a.seen = Math.max(a.seen, b.seen);
    // Two that were there before are one from now on.
    if (Math.max(a.since, b.since) < this.pass) this.grown = true;
    a.since = Math.min(a.since, b.since);
    const joined = this.join(a.element, b.element);
    const root = findList(a);
    root.element = joined;
    for (const part of parts) if (!isLikeList(part, root)) this.touch(part);
    return root;
  }

  private uniteObjects(a: ObjectCell, b: ObjectCell): ObjectCell {
    a = findObject(a);
    b = findObject(b);
    if (a === b) return a;
    // Into the one that code was chosen by: what it gains is told apart from what it had.
    if (a.seen < b.seen) [a, b] = [b, a];
    if (Math.max(a.since, b.since) < this.pass) this.grown = true;
    a.since = Math.min(a.since, b.since);
    b.forward = a;
    const type: Type = { kinds: Kind.Object, object: a };
    for (const [key, property] of a.properties) {
      if (!b.properties.has(key) && !property.optional) {
        property.optional = true;
        this.touch(a);
      }
    }
    for (const [key, property] of b.properties) {
      this.addProperty(type, key, property.type, property.optional || !a.properties.has(key));
    }
    if (b.dynamic) this.addValues(type, b.values);
    const root = findObject(a);
    if (!isLikeObject(b, root)) this.touch(b);
    return root;
  }
}

/** Whether as much is known of the one list as of the other. */
function isLikeList(a: ListCell, b: ListCell): boolean {
  return sameType(a.element, b.element) && a.sparse === b.sparse && a.changedByFunction === b.changedByFunction;
}

/** Whether as much is known of the one object as of the other. */
function isLikeObject(a: ObjectCell, b: ObjectCell): boolean {
  if (a.dynamic !== b.dynamic || !sameType(a.values, b.values) || a.properties.size !== b.properties.size) return false;
  for (const [key, { type, optional }] of b.properties) {
    const other = a.properties.get(key);
    if (!other || other.optional !== optional || !sameType(other.type, type)) return false;
  }
  return true;
}

/** Whether both are the same set of kinds with the same cells. */
export function sameType(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (a.kinds !== b.kinds) return false;
  if (a.list || b.list) {
    if (!a.list || !b.list || findList(a.list) !== findList(b.list)) return false;
  }
  if (a.object || b.object) {
    if (!a.object || !b.object || findObject(a.object) !== findObject(b.object)) return false;
  }
  return true;
}

/** Without these kinds. */
export function without(type: Type, bits: number): Type {
  const left = type.kinds & ~bits;
  if (left === type.kinds) return type;
  const list = left & Kind.List ? type.list : undefined;
  const object = left & Kind.Object ? type.object : undefined;
  if (!list && !object) return kinds(left);
  return { kinds: left, ...(list && { list }), ...(object && { object }) };
}

/** How deep lists and objects may be nested before nothing is known of what is inside. */
const maxDepth = 6;

/**
 * Cuts what TypeScript could not be told: cells that contain themselves, and very deep ones,
 * get contents of unknown type. Answers whether it cut anything.
 */
export function cutEndless(types: Iterable<Type>): boolean {
  const path = new Set<ListCell | ObjectCell>();
  const done = new Map<ListCell | ObjectCell, number>();
  let cut = false;
  const visit = (type: Type): number => {
    let depth = 0;
    if (type.list) {
      const cell = findList(type.list);
      let inner = done.get(cell);
      if (inner === undefined) {
        path.add(cell);
        inner = inside(cell.element) ? visit(cell.element) : Infinity;
        if (inner >= maxDepth) {
          cell.element = T.unknown;
          cut = true;
          inner = 0;
        }
        path.delete(cell);
        done.set(cell, inner);
      }
      depth = inner + 1;
    }
    if (type.object) {
      const cell = findObject(type.object);
      let inner = done.get(cell);
      if (inner === undefined) {
        path.add(cell);
        inner = 0;
        const parts = [...cell.properties.values()];
        for (const part of parts) {
          let below = inside(part.type) ? visit(part.type) : Infinity;
          if (below >= maxDepth) {
            part.type = T.unknown;
            if (cell.dynamic) cell.values = T.unknown;
            cut = true;
            below = 0;
          }
          inner = Math.max(inner, below);
        }
        let below = inside(cell.values) ? visit(cell.values) : Infinity;
        if (below >= maxDepth) {
          cell.values = T.unknown;
          cut = true;
          below = 0;
        }
        inner = Math.max(inner, below);
        path.delete(cell);
        done.set(cell, inner);
      }
      depth = Math.max(depth, inner + 1);
    }
    return depth;
  };
  /** Whether the type may be visited without coming round to a cell that is being visited. */
  const inside = (type: Type): boolean =>
    !(type.list && path.has(findList(type.list))) && !(type.object && path.has(findObject(type.object)));
  for (const type of types) visit(type);
  return cut;
}
