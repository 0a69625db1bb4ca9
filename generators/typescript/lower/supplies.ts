/** What the code of a pass needs beside what the program names: helpers, types, what the host provides, own names. */

import type { HostValue } from '../compilation.ts';
import type { Note } from './notes.ts';
import { mainOwner, type Helper, type Temporary, type UserFunction } from './entities.ts';

export type PackType = 'DeviceRegistration' | 'DeviceInfo';

export class Supplies {
  /** Those that the code uses. */
  readonly helpers = new Map<string, Helper>();
  readonly packTypes = new Set<PackType>();
  readonly hostParameters = new Set<HostValue>();
  usesBackendless = false;
  /** Constants of the compiler's own. */
  private readonly constants: Temporary[] = [];
  /** Its names that are used again and again, such as those of loop counters. */
  private readonly counters = new Map<string, Temporary>();
  private readonly madeHelpers = new Map<string, Helper>();
  /** How many temporaries of each label are in use where lowering is. */
  private alive = new Map<string, number>();

  /** Is told what the code uses, if anybody wants to know. */
  constructor(private readonly tell: ((note: Note) => void) | undefined) {}

  /** Starts a pass. */
  clear(): void {
    this.helpers.clear();
    this.packTypes.clear();
    this.hostParameters.clear();
    this.usesBackendless = false;
    this.constants.length = 0;
    this.counters.clear();
    this.madeHelpers.clear();
  }

  /** All names of the compiler's own. */
  get temporaries(): Temporary[] {
    return [...this.counters.values(), ...this.constants];
  }

  backendless(): void {
    this.use('Backendless');
    this.usesBackendless = true;
  }

  packType(name: PackType): void {
    this.use(name);
    this.packTypes.add(name);
  }

  host(name: HostValue): void {
    this.use(name);
    this.hostParameters.add(name);
  }

  helper(name: string, source: string): Helper {
    this.use(`helper ${name}`);
    let helper = this.madeHelpers.get(name);
    if (!helper) {
      helper = { kind: 'helper', label: name, source, name: '' };
      this.madeHelpers.set(name, helper);
    } else if (helper.source !== source) {
      throw new Error(`two different helpers are called "${name}"`);
    }
    this.helpers.set(name, helper);
    return helper;
  }

  /** A name that is used again as soon as `scope` has run. */
  temporary<R>(label: string, owner: UserFunction | undefined, scope: (temporary: Temporary) => R): R {
    const number = (this.alive.get(label) ?? 0) + 1;
    this.alive.set(label, number);
    const key = `${label}:${number}:${owner?.definition.id ?? mainOwner}`;
    this.use(`temporary ${key}`);
    let temporary = this.counters.get(key);
    if (!temporary) this.counters.set(key, (temporary = { kind: 'temporary', label, number, owner, name: '' }));
    try {
      return scope(temporary);
    } finally {
      this.alive.set(label, number - 1);
    }
  }

  /** A name that no other shares. */
  newTemporary(label: string, owner: UserFunction | undefined): Temporary {
    const temporary: Temporary = { kind: 'temporary', label, owner, name: '' };
    this.tell?.({ what: 'makes', temporary });
    this.constants.push(temporary);
    return temporary;
  }

  /** How many constants there are so far. */
  get constantCount(): number {
    return this.constants.length;
  }

  /** Makes constants that stand in the code before those made since there were so many: names count in that order. */
  ahead<R>(count: number, make: () => R): R {
    const behind = this.constants.splice(count);
    const made = make();
    this.constants.push(...behind);
    return made;
  }

  /** How many temporaries of each label are in use now. */
  get inUse(): ReadonlyMap<string, number> {
    return new Map(this.alive);
  }

  /** Goes back to where so many were in use. */
  setInUse(alive: ReadonlyMap<string, number>): void {
    this.alive = new Map(alive);
  }

  /** Begins to note what the code of a part needs; gives what takes that back, which gives what adds it again. */
  record(): () => () => void {
    const { usesBackendless } = this;
    const constants = this.constants.length;
    const [helpers, types, values] = [this.helpers.size, this.packTypes.size, this.hostParameters.size];
    return () => {
      const uses = this.usesBackendless;
      const left = {
        constants: this.constants.splice(constants),
        helpers: takeEntries(this.helpers, helpers),
        types: takeItems(this.packTypes, types),
        values: takeItems(this.hostParameters, values),
      };
      this.usesBackendless = usesBackendless;
      return () => {
        this.constants.push(...left.constants);
        for (const [name, helper] of left.helpers) this.helpers.set(name, helper);
        for (const type of left.types) this.packTypes.add(type);
        for (const name of left.values) this.hostParameters.add(name);
        this.usesBackendless ||= uses;
      };
    };
  }

  private use(name: string): void {
    this.tell?.({ what: 'uses', name });
  }
}

/** Takes all but the first entries out of a map, and gives them. */
function takeEntries<K, V>(from: Map<K, V>, size: number): [K, V][] {
  const taken = [...from].slice(size);
  for (const [key] of taken) from.delete(key);
  return taken;
}

/** Takes all but the first items out of a set, and gives them. */
function takeItems<T>(from: Set<T>, size: number): T[] {
  const taken = [...from].slice(size);
  for (const item of taken) from.delete(item);
  return taken;
}
