/**
 * What is known of variables at one point of a walk through code: which are set for sure, and which
 * a called function may have set meanwhile. Ways that part and meet again are walked one by one;
 * what was found on one is taken back before the next.
 */

import type { Variable } from '../lower/entities.ts';

/** One of several ways to go on, while it is walked. */
export interface Way {
  start: number;
  wasAlive: boolean;
  foreign: ReadonlySet<Variable>;
}

/** The end of a way: what was set for sure on it, and what called functions may have set since. */
export interface End {
  gained: ReadonlySet<Variable>;
  foreign: ReadonlySet<Variable>;
}

/** A loop that is being walked: how far out its reads rely on what is set. */
interface OpenLoop {
  reads: Map<Variable, number>;
  /** What is set at this depth or further out is not set anew in each round. */
  outside: number;
  /** What is set at every `break` so far; undefined before there is one. */
  atBreaks: Set<Variable> | undefined;
  /** How much had been noted before it. */
  start: number;
}

const nobody: ReadonlySet<Variable> = new Set();

export class Flow {
  /** Whether this point is reached at all. */
  alive = true;
  /** What called functions may have set since it was last set here. */
  private foreign = nobody;
  /** The depth of the scope in which each variable was last set for sure. */
  private readonly depths = new Map<Variable, number>();
  /** How to take back what was set, latest last. */
  private readonly log: [Variable, number | undefined][] = [];
  private readonly loops: OpenLoop[] = [];

  /** The depth of the scope in which the variable was last set for sure, if it was. */
  depthOf(variable: Variable): number | undefined {
    return this.depths.get(variable);
  }

  /** The variables that are set for sure. */
  get known(): Set<Variable> {
    return new Set(this.depths.keys());
  }

  /** Whether a called function may have set the variable since it was last set here. */
  isForeign(variable: Variable): boolean {
    return this.foreign.has(variable);
  }

  /** The variable is set, by this function itself. */
  set(variable: Variable, depth: number): void {
    this.note(variable, depth);
    if (!this.foreign.has(variable)) return;
    const foreign = new Set(this.foreign);
    foreign.delete(variable);
    this.foreign = foreign;
  }

  /** A function is called that is sure to set some variables, and may set others. */
  called(sets: ReadonlySet<Variable>, writes: ReadonlySet<Variable>, depth: number): void {
    for (const variable of sets) this.note(variable, depth);
    this.foreign = union(this.foreign, writes);
  }

  /** The variable is known to be set, whoever did it. */
  note(variable: Variable, depth: number): void {
    const known = this.depths.get(variable);
    if (known === depth) return;
    this.log.push([variable, known]);
    this.depths.set(variable, depth);
  }

  startWay(): Way {
    return { start: this.log.length, wasAlive: this.alive, foreign: this.foreign };
  }

  /** Takes back what was found since the start of the way; gives its end, or nothing if that is not reached. */
  endWay({ start, wasAlive, foreign }: Way): End | undefined {
    const end = this.alive ? { gained: this.gainedSince(start), foreign: this.foreign } : undefined;
    this.takeBack(start);
    this.alive = wasAlive;
    this.foreign = foreign;
    return end;
  }

  /** The end of a way that may not have been gone at all: what it sets does not count afterwards. */
  endSometimes(way: Way): void {
    const { foreign } = this;
    this.endWay(way);
    this.foreign = union(this.foreign, foreign);
  }

  /** Goes on after several ways: what is set on all of those that get here is set. */
  merge(ends: readonly (End | undefined)[], depth: number): void {
    const [first, ...others] = ends.filter((end) => end !== undefined);
    if (!first) {
      this.alive = false;
      return;
    }
    for (const variable of first.gained) {
      if (others.every(({ gained }) => gained.has(variable))) this.note(variable, depth);
    }
    this.foreign = others.reduce((all, { foreign }) => union(all, foreign), first.foreign);
  }

  /** Begins a loop; what is set at the depth `outside` or further out is not set anew in each round. */
  startLoop(outside: number): void {
    this.loops.push({ reads: new Map(), outside, atBreaks: undefined, start: this.log.length });
  }

  /** The loop is left from here. */
  break(): void {
    const loop = this.loops.at(-1);
    if (loop && this.alive) {
      if (!loop.atBreaks) loop.atBreaks = this.gainedSince(loop.start);
      else for (const variable of loop.atBreaks) if (!this.depths.has(variable)) loop.atBreaks.delete(variable);
    }
    this.alive = false;
  }

  /**
   * Ends a loop; gives the variables of which a round may read what a function set that the round before called. One
   * that is `endless` is left by a `break` only, and what is set at each of them is set behind it, at the depth.
   */
  endLoop(endless = false, depth = 0): Variable[] {
    const loop = this.loops.pop();
    if (endless && !loop?.atBreaks) this.alive = false;
    if (endless) for (const variable of loop?.atBreaks ?? []) this.note(variable, depth);
    const shared: Variable[] = [];
    for (const [variable, depth] of loop?.reads ?? []) {
      if (loop && depth <= loop.outside && this.foreign.has(variable)) shared.push(variable);
      this.noteRead(variable, depth);
    }
    return shared;
  }

  /** A variable is read that was set at this depth. */
  noteRead(variable: Variable, depth: number): void {
    const reads = this.loops.at(-1)?.reads;
    reads?.set(variable, Math.min(reads.get(variable) ?? Infinity, depth));
  }

  private gainedSince(start: number): Set<Variable> {
    const gained = new Set<Variable>();
    for (let index = start; index < this.log.length; index++) {
      const entry = this.log[index];
      if (entry) gained.add(entry[0]);
    }
    return gained;
  }

  private takeBack(to: number): void {
    while (this.log.length > to) {
      const [variable, depth] = this.log.pop() ?? [];
      if (!variable) continue;
      if (depth === undefined) this.depths.delete(variable);
      else this.depths.set(variable, depth);
    }
  }
}

function union(a: ReadonlySet<Variable>, b: ReadonlySet<Variable>): ReadonlySet<Variable> {
  if (a === b || b.size === 0) return a;
  return a.size === 0 ? b : new Set([...a, ...b]);
}
