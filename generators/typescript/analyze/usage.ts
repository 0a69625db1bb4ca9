/**
 * Phase 3, first part: where each variable is used, and whether it is always set before.
 *
 * The tree is walked once, in the order in which it runs. For every variable this finds the
 * innermost scope that holds all uses, the first use in it, and how far out the assignment lies
 * that each read can rely on. Functions are summed up by what they need to be set when they are
 * called and by what they are sure to set.
 */

import { isReference, type Reference, type UserFunction, type Variable } from '../lower/entities.ts';
import type {
  ArrayPattern,
  BlockStatement,
  Expression,
  ForInStatement,
  ForOfStatement,
  ForStatement,
  IfStatement,
  SpreadElement,
  Statement,
  TryStatement,
  WhileStatement,
} from '../tree.ts';
import { Flow, type End } from './flow.ts';
import { walk, type Steps } from './walk.ts';

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
  /** The statement that declares it and sets it at once; found when it is declared. */
  declaredBy?: Statement;
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
  /** What is handed to other code to be called sets variables. */
  setsInCallbacks: boolean;
}

export type Summaries = ReadonlyMap<UserFunction, Usage>;

/** Walks the body of a function, or the main program when `owner` is undefined. */
export function usageOf(owner: UserFunction | undefined, body: BlockStatement, summaries: Summaries): Usage {
  return new Walk(owner, summaries).function(body);
}

/** Walks the statements of a scope alone, as if it were all that there is. */
export function usageWithin(owner: UserFunction | undefined, scope: Scope): Usage {
  return new Walk(owner, new Map()).alone(scope);
}

/** What is still to be walked, the next on top. */
type Work = (Expression | SpreadElement | (() => void))[];

function pushAll(work: Work, parts: readonly (Expression | SpreadElement)[]): void {
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index];
    if (part) work.push(part);
  }
}

class Walk {
  private readonly usage: Usage;
  private scope: Scope;
  private readonly flow = new Flow();
  /** What was set at every `return` so far. */
  private atReturns: Set<Variable> | undefined;
  /** How many functions without a name are around. */
  private callbackDepth = 0;

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
      setsInCallbacks: false,
    };
    this.scope = { parent: undefined, depth: 0, repeated: false, place: 0, index: 0 };
  }

  function(body: BlockStatement): Usage {
    walk(this.block(body, false));
    return this.usage;
  }

  alone(scope: Scope): Usage {
    this.scope = scope;
    walk(this.statements(scope.body ?? []));
    return this.usage;
  }

  private *statements(list: readonly Statement[]): Steps {
    const { scope } = this;
    for (const statement of list) {
      const within = this.statement(statement);
      if (within) yield within;
      scope.index++;
    }
  }

  private *block(block: BlockStatement, repeated: boolean): Steps {
    const scope: Scope = {
      parent: this.scope,
      depth: this.scope.depth + 1,
      body: block.body,
      repeated: repeated || this.scope.repeated,
      place: this.scope.index,
      index: 0,
    };
    const outer = this.scope;
    this.scope = scope;
    this.usage.scopes.set(block.body, scope);
    yield this.statements(block.body);
    if (scope.depth === 1) this.leave();
    this.scope = outer;
  }

  private head(node: NonNullable<Scope['head']>, repeated: boolean): Scope {
    return {
      parent: this.scope,
      depth: this.scope.depth + 1,
      head: node,
      repeated: repeated || this.scope.repeated,
      place: this.scope.index,
      index: 0,
    };
  }

  /** Walks a simple statement; gives the steps through one with blocks. */
  private statement(node: Statement): Steps | undefined {
    switch (node.type) {
      case 'ExpressionStatement':
        this.expression(node.expression);
        return undefined;
      case 'VariableDeclaration':
        for (const { init } of node.declarations) if (init) this.expression(init);
        return undefined;
      case 'BlockStatement':
        return this.block(node, false);
      case 'IfStatement':
        return this.if(node);
      case 'WhileStatement':
        return this.while(node);
      case 'ForStatement':
        return this.for(node);
      case 'ForOfStatement':
        return this.forOf(node);
      case 'ForInStatement':
        return this.forIn(node);
      case 'ReturnStatement':
        if (node.argument) this.expression(node.argument);
        this.leave();
        this.flow.alive = false;
        return undefined;
      case 'ThrowStatement':
        this.expression(node.argument);
        this.flow.alive = false;
        return undefined;
      case 'BreakStatement':
        this.flow.break();
        return undefined;
      case 'ContinueStatement':
        this.flow.alive = false;
        return undefined;
      case 'TryStatement':
        return this.try(node);
      default:
        return undefined;
    }
  }

  private *while(node: WhileStatement): Steps {
    const outer = this.scope;
    // The test runs again and again, and has no place to declare a variable in.
    this.scope = { parent: outer, depth: outer.depth + 1, repeated: true, place: outer.index, index: 0 };
    this.flow.startLoop(this.scope.depth);
    this.expression(node.test);
    const way = this.flow.startWay();
    yield this.block(node.body, true);
    this.flow.endSometimes(way);
    // Of `!false` TypeScript does not say that it is always so.
    this.endLoop(node.test.type === 'Literal' && node.test.value === true, outer.depth);
    this.scope = outer;
  }

  /** The end of the function is reached from here. */
  private leave(): void {
    if (!this.flow.alive) return;
    const now = this.flow.known;
    if (!this.atReturns) this.atReturns = now;
    else for (const variable of this.atReturns) if (!now.has(variable)) this.atReturns.delete(variable);
    this.usage.sets = this.atReturns;
  }

  private *if(node: IfStatement): Steps {
    this.expression(node.test);
    const ends: (End | undefined)[] = [];
    // The other tests run only where the first one fails.
    const all = this.flow.startWay();
    let branch: IfStatement | BlockStatement | undefined = node;
    while (branch?.type === 'IfStatement') {
      if (branch !== node) this.expression(branch.test);
      const { consequent }: IfStatement = branch;
      const way = this.flow.startWay();
      yield this.block(consequent, false);
      ends.push(this.flow.endWay(way));
      branch = branch.alternate;
    }
    const last = this.flow.startWay();
    if (branch) yield this.block(branch, false);
    ends.push(this.flow.endWay(last));
    this.flow.endWay(all);
    this.flow.merge(ends, this.scope.depth);
  }

  private endLoop(endless = false, depth = 0): void {
    for (const variable of this.flow.endLoop(endless, depth)) this.usage.shared.add(variable);
  }

  private *for(node: ForStatement): Steps {
    if (node.init?.type === 'AssignmentExpression') this.expression(node.init.right);
    else for (const { init } of node.init?.declarations ?? []) if (init) this.expression(init);
    const head = this.head(node, false);
    const left = node.init?.type === 'AssignmentExpression' ? node.init.left : undefined;
    const outer = this.scope;
    this.scope = head;
    const opened = this.openRegions(left ? targetsOf(left) : []);
    this.flow.startLoop(head.depth);
    if (node.test) this.expression(node.test);
    const way = this.flow.startWay();
    yield this.block(node.body, true);
    if (node.update) this.expression(node.update);
    this.flow.endSometimes(way);
    this.endLoop();
    closeRegions(opened);
    this.scope = outer;
    // Set in the head, and so set behind the loop as well.
    if (left?.type === 'Identifier' && isReference(left) && left.entity.kind === 'variable') {
      const { entity } = left;
      const depth = this.flow.depthOf(entity) ?? 0;
      if (depth > this.scope.depth) this.flow.note(entity, this.scope.depth);
    }
  }

  private *forOf(node: ForOfStatement): Steps {
    this.usage.heads.push(node);
    this.expression(node.right);
    const outer = this.scope;
    const head = this.head(node, false);
    this.scope = head;
    this.flow.startLoop(head.depth - 1);
    const way = this.flow.startWay();
    const opened = this.openRegions(targetsOf(node.left));
    yield this.block(node.body, true);
    closeRegions(opened);
    this.flow.endSometimes(way);
    this.endLoop();
    this.scope = outer;
  }

  private *forIn(node: ForInStatement): Steps {
    const outer = this.scope;
    this.scope = this.head(node, false);
    this.flow.startLoop(this.scope.depth);
    this.expression(node.right);
    const way = this.flow.startWay();
    yield this.block(node.body, true);
    this.flow.endSometimes(way);
    this.endLoop();
    this.scope = outer;
  }

  private *try(node: TryStatement): Steps {
    const tried = this.flow.startWay();
    yield this.block(node.block, false);
    const ends = [this.flow.endWay(tried)];
    const { handler } = node;
    if (handler) {
      this.usage.heads.push(node);
      const caught = this.flow.startWay();
      const outer = this.scope;
      this.scope = this.head(node, false);
      const opened = this.openRegions(handler.param ? targetsOf(handler.param) : []);
      yield this.block(handler.body, false);
      closeRegions(opened);
      this.scope = outer;
      ends.push(this.flow.endWay(caught));
    }
    const { finalizer } = node;
    if (finalizer) {
      const way = this.flow.startWay();
      yield this.block(finalizer, false);
      const end = this.flow.endWay(way);
      if (!end) this.flow.alive = false;
      else for (const variable of end.gained) this.flow.note(variable, this.scope.depth);
    }
    const wasAlive = this.flow.alive;
    this.flow.merge(ends, this.scope.depth);
    if (!wasAlive) this.flow.alive = false;
  }

  /** Walks an expression; with a stack of its own, because blocks can be nested deeply. */
  private expression(root: Expression): void {
    const work: Work = [root];
    for (let next = work.pop(); next; next = work.pop()) {
      if (typeof next === 'function') next();
      else if (next.type === 'Identifier') {
        if (isReference(next)) this.reference(next);
      } else this.within(next, work);
    }
  }

  /** Puts what is in an expression on the stack, the first of it on top. */
  private within(node: Expression | SpreadElement, work: Work): void {
    switch (node.type) {
      case 'TemplateLiteral':
        return pushAll(work, node.expressions);
      case 'ArrayExpression':
        return pushAll(work, node.elements);
      case 'ObjectExpression':
        return pushAll(
          work,
          node.properties.flatMap((part) => {
            if (part.type === 'SpreadElement') return part;
            return part.computed ? [part.key, part.value] : part.value;
          }),
        );
      case 'SpreadElement':
      case 'UnaryExpression':
      case 'UpdateExpression':
      case 'AwaitExpression':
        work.push(node.argument);
        return;
      case 'TSAsExpression':
      case 'TSNonNullExpression':
        work.push(node.expression);
        return;
      case 'BinaryExpression':
        work.push(node.right, node.left);
        return;
      case 'LogicalExpression': {
        const { left, right } = node;
        work.push(() => this.sometimes(right, work), left);
        return;
      }
      case 'ConditionalExpression': {
        const { test, consequent, alternate } = node;
        work.push(() => this.eitherOr(consequent, alternate, work), test);
        return;
      }
      case 'AssignmentExpression':
        if (node.left.type === 'Identifier') work.push(node.left);
        work.push(node.right);
        if (node.left.type === 'MemberExpression') work.push(node.left);
        return;
      case 'CallExpression':
      case 'NewExpression': {
        const { callee } = node;
        work.push(() => this.called(callee));
        pushAll(work, node.arguments);
        work.push(callee);
        return;
      }
      case 'MemberExpression':
        if (node.computed) work.push(node.property);
        work.push(node.object);
        return;
      case 'ArrowFunctionExpression':
        this.callbackDepth++;
        work.push(() => void this.callbackDepth--);
        if (node.body.type === 'BlockStatement') {
          const way = this.flow.startWay();
          walk(this.block(node.body, true));
          this.flow.endSometimes(way);
        } else this.sometimes(node.body, work);
        return;
      default:
    }
  }

  /** Walks what may be evaluated or not. */
  private sometimes(node: Expression, work: Work): void {
    const way = this.flow.startWay();
    work.push(() => this.flow.endSometimes(way), node);
  }

  /** Walks two expressions of which one is evaluated. */
  private eitherOr(yes: Expression, no: Expression, work: Work): void {
    const first = this.flow.startWay();
    work.push(() => {
      const ends = [this.flow.endWay(first)];
      const second = this.flow.startWay();
      work.push(() => {
        ends.push(this.flow.endWay(second));
        this.flow.merge(ends, this.scope.depth);
      }, no);
    }, yes);
  }

  private called(callee: Expression): void {
    if (callee.type !== 'Identifier' || !isReference(callee) || callee.entity.kind !== 'function') return;
    const summary = this.summaries.get(callee.entity);
    if (!summary) return;
    for (const [variable, how] of summary.needs)
      if (this.flow.depthOf(variable) === undefined) this.need(variable, how);
    this.flow.called(summary.sets, summary.writes, this.scope.depth);
    for (const variable of summary.writes) this.usage.writes.add(variable);
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

  private reference(node: Reference): void {
    const { entity: variable } = node;
    if (variable.kind !== 'variable') return;
    const known = this.usage.uses.get(variable);
    if (known) widen(known, this.scope);
    const use = known ?? this.newUse(variable, node);
    this.usage.uses.set(variable, use);
    const regions = this.usage.regions.get(variable);
    const region = regions?.open;
    if (region && region.firstReference !== node) widen(region, this.scope);
    if (regions && !region) regions.outside = true;
    else if (!regions) this.usage.regions.set(variable, { inside: [], outside: true, open: undefined });

    const isWrite = node.access !== 'read' && node.access !== 'peek';
    const depth = variable.parameterOf ? this.scope.depth : this.flow.depthOf(variable);
    for (const each of region ? [use, region] : [use]) {
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

  /** Begins a head that sets variables, and all that belongs to it. */
  private openRegions(targets: readonly Reference[]): Regions[] {
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
}

function closeRegions(opened: readonly Regions[]): void {
  for (const regions of opened) regions.open = undefined;
}

export function targetsOf(left: Expression | ArrayPattern): Reference[] {
  if (left.type === 'ArrayPattern') return left.elements.filter(isReference);
  return left.type === 'Identifier' && isReference(left) ? [left] : [];
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
