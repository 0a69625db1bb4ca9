/** What is noted of the uses of variables on a walk through code: how each function uses each variable, and in which scopes. */

import { isReference, type Reference, type UserFunction, type Variable } from '../lower/entities.ts';
import type {
  ArrayPattern,
  Expression,
  ForInStatement,
  ForOfStatement,
  ForStatement,
  Statement,
  TryStatement,
} from '../tree.ts';
import { Flow } from './flow.ts';

/** A part of the code in which variables can live. */
export interface Scope {
  parent: Scope | undefined;
  depth: number;
  /** The statements of a block, into which a declaration can be put. */
  body?: Statement[];
  /** The statement whose head this is: a loop or a `catch`. */
  head?: ForStatement | ForOfStatement | ForInStatement | TryStatement;
  /** The scope is entered again and again within one call of its function. */
  repeated: boolean;
  /** Which statement of the parent holds this scope. */
  place: number;
  /** The statement that is being walked. */
  index: number;
}

/** How one function, or the main program, uses one variable. */
export interface Use {
  variable: Variable;
  /** The innermost scope that holds all uses. */
  scope: Scope;
  /** The statement of that scope with the first use. */
  first: number;
  firstReference: Reference;
  writes: number;
  reads: number;
  /** The depth of the outermost scope in which a read finds the variable already set; 0: not set at all. */
  reliesOn: number;
  /** The same uses, apart for each scope within that one; undefined where it is used in that scope itself. */
  parts?: Part[];
  /** The statement that declares it and sets it at once; found when it is declared. */
  declaredBy?: Statement;
}

/** The uses within one of the scopes directly within another. */
export interface Part extends Use {
  root: Scope;
}

/** The uses of a variable within heads that set it, and whether there are others. */
export interface Regions {
  inside: Use[];
  /** The variable is used outside of such heads too. */
  outside: boolean;
  /** The head that is being walked. */
  open: Use | undefined;
}

/** What the walk found about one function or the main program. */
export interface Usage {
  owner: UserFunction | undefined;
  uses: Map<Variable, Use>;
  /** The same uses, apart for each loop or `catch` that sets the variable in its head. */
  regions: Map<Variable, Regions>;
  /** Variables that must be set when the function is called, and how they are used otherwise. */
  needs: Map<Variable, 'read' | 'change'>;
  /** Variables that are set whenever the function has ended. */
  sets: Set<Variable>;
  /** Variables that it may set, itself or through what it calls. */
  writes: Set<Variable>;
  /** Variables that are read where a called function may have set them: they are shared with it. */
  shared: Set<Variable>;
  /** Statements whose heads set variables, which may or may not turn out to live in them. */
  heads: (ForOfStatement | TryStatement)[];
  /** The scopes of blocks, by their statements. */
  scopes: Map<readonly Statement[], Scope>;
  /** Variables that are declared apart for each head that sets them; found when they are declared. */
  separated: Set<Variable>;
  /** Variables that are declared apart for each part of their uses; found when they are declared. */
  divided: Set<Variable>;
  /** What is handed to other code to be called sets variables. */
  setsInCallbacks: boolean;
}

export type Summaries = ReadonlyMap<UserFunction, Usage>;

/** Notes uses where a walk through a function, or the main program, is at. */
export class Uses {
  protected readonly usage: Usage;
  protected scope: Scope = { parent: undefined, depth: 0, repeated: false, place: 0, index: 0 };
  protected readonly flow = new Flow();
  /** How many functions without a name are around. */
  protected callbackDepth = 0;
  /** What was set at every `return` so far. */
  private atReturns: Set<Variable> | undefined;

  constructor(
    owner: UserFunction | undefined,
    private readonly summaries: Summaries,
  ) {
    this.usage = {
      owner,
      uses: new Map(),
      regions: new Map(),
      needs: new Map(),
      sets: new Set(),
      writes: new Set(),
      shared: new Set(),
      heads: [],
      scopes: new Map(),
      separated: new Set(),
      divided: new Set(),
      setsInCallbacks: false,
    };
  }

  /** The end of the function is reached from here. */
  protected leave(): void {
    if (!this.flow.alive) return;
    const now = this.flow.known;
    if (!this.atReturns) this.atReturns = now;
    else for (const variable of this.atReturns) if (!now.has(variable)) this.atReturns.delete(variable);
    this.usage.sets = this.atReturns;
  }

  /** Something is called. */
  protected called(callee: Expression): void {
    if (callee.type !== 'Identifier' || !isReference(callee) || callee.entity.kind !== 'function') return;
    const summary = this.summaries.get(callee.entity);
    if (!summary) return;
    for (const [variable, how] of summary.needs)
      if (this.flow.depthOf(variable) === undefined) this.need(variable, how);
    this.flow.called(summary.sets, summary.writes, this.scope.depth);
    for (const variable of summary.writes) this.usage.writes.add(variable);
  }

  /** A variable is used. */
  protected reference(node: Reference): void {
    const { entity: variable } = node;
    if (variable.kind !== 'variable') return;
    const known = this.usage.uses.get(variable);
    const use = known ?? this.newUse(variable, node);
    if (!known) this.usage.uses.set(variable, use);
    const uses = known ? this.partsAt(known, node) : [use];
    const regions = this.usage.regions.get(variable);
    const region = regions?.open;
    if (region && region.firstReference !== node) widen(region, this.scope);
    if (regions && !region) regions.outside = true;
    else if (!regions) this.usage.regions.set(variable, { inside: [], outside: true, open: undefined });

    const isWrite = node.access !== 'read' && node.access !== 'peek';
    const depth = variable.parameterOf ? this.scope.depth : this.flow.depthOf(variable);
    if (region) uses.push(region);
    for (const each of uses) {
      if (isWrite) each.writes++;
      if (node.access === 'write') continue;
      each.reads++;
      each.reliesOn = Math.min(each.reliesOn, depth ?? 0);
    }
    if (node.access !== 'write') {
      this.flow.noteRead(variable, depth ?? 0);
      if (this.flow.isForeign(variable)) this.usage.shared.add(variable);
    }
    if (node.access !== 'write' && depth === undefined) {
      const countsFromZero = node.access === 'change' || node.access === 'peek';
      this.need(variable, countsFromZero ? 'change' : 'read');
    }
    if (isWrite) this.assign(variable);
  }

  /** Begins a head that sets variables, and all that belongs to it. */
  protected openRegions(targets: readonly Reference[]): Regions[] {
    const opened: Regions[] = [];
    for (const target of targets) {
      const { entity } = target;
      if (entity.kind !== 'variable') continue;
      const regions = this.usage.regions.get(entity) ?? { inside: [], outside: false, open: undefined };
      this.usage.regions.set(entity, regions);
      if (regions.open) continue;
      regions.open = this.newUse(entity, target);
      regions.inside.push(regions.open);
      opened.push(regions);
    }
    for (const target of targets) this.reference(target);
    return opened;
  }

  private need(variable: Variable, how: 'read' | 'change'): void {
    if (this.usage.needs.get(variable) !== 'read') this.usage.needs.set(variable, how);
  }

  private assign(variable: Variable): void {
    this.flow.set(variable, this.scope.depth);
    this.usage.writes.add(variable);
    if (this.callbackDepth === 0) return;
    variable.setByCallback = true;
    this.usage.setsInCallbacks = true;
  }

  /** The use, the part of it that a reference is in, the part of that, and so on. */
  private partsAt(use: Use, node: Reference): Use[] {
    const { scope } = this;
    const found = [use];
    for (let at = use; ;) {
      enclose(at, scope);
      if (at.scope === scope) delete at.parts;
      if (!at.parts) return found;
      const root = within(at.scope, scope);
      const last = at.parts.at(-1);
      if (last?.root !== root) {
        const part: Part = { ...this.newUse(use.variable, node), root };
        at.parts.push(part);
        return [...found, part];
      }
      found.push(last);
      at = last;
    }
  }

  private newUse(variable: Variable, node: Reference): Use {
    return {
      variable,
      scope: this.scope,
      first: this.scope.index,
      firstReference: node,
      writes: 0,
      reads: 0,
      reliesOn: Infinity,
    };
  }
}

/** Ends what was begun for a head. */
export function closeRegions(opened: readonly Regions[]): void {
  for (const regions of opened) regions.open = undefined;
}

export function targetsOf(left: Expression | ArrayPattern): Reference[] {
  if (left.type === 'ArrayPattern') return left.elements.filter(isReference);
  return left.type === 'Identifier' && isReference(left) ? [left] : [];
}

/** The scope directly within one that holds another. */
function within(outer: Scope, inner: Scope): Scope {
  let at = inner;
  while (at.depth > outer.depth + 1 && at.parent) at = at.parent;
  return at;
}

/** Makes the scope of a use hold another scope too; the uses up to here become a part of all. */
function enclose(use: Use, other: Scope): void {
  const { scope, first } = use;
  widen(use, other);
  if (use.scope !== scope) use.parts = [{ ...use, scope, first, root: within(use.scope, scope) }];
}

/** Makes the scope of a use hold another scope too. */
function widen(use: Use, other: Scope): void {
  let at: Scope = other;
  while (at.depth > use.scope.depth && at.parent) at = at.parent;
  while (use.scope !== at) {
    if (use.scope.depth >= at.depth) {
      use.first = use.scope.place;
      if (!use.scope.parent) return;
      use.scope = use.scope.parent;
    }
    if (at.depth > use.scope.depth && at.parent) at = at.parent;
  }
}

/** Moves a use one scope out. */
export function climb(use: Use): boolean {
  if (!use.scope.parent || use.scope.parent.depth === 0) return false;
  use.first = use.scope.place;
  use.scope = use.scope.parent;
  return true;
}
