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
  Statement,
  TryStatement,
  WhileStatement,
} from '../tree.ts';
import { Flow, type End } from './flow.ts';

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
}

export type Summaries = ReadonlyMap<UserFunction, Usage>;

/** Walks the body of a function, or the main program when `owner` is undefined. */
export function usageOf(owner: UserFunction | undefined, body: BlockStatement, summaries: Summaries): Usage {
  return new Walk(owner, summaries).function(body);
}

class Walk {
  private readonly usage: Usage;
  private scope: Scope;
  private readonly flow = new Flow();
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
    };
    this.scope = { parent: undefined, depth: 0, repeated: false, place: 0, index: 0 };
  }

  function(body: BlockStatement): Usage {
    this.block(body, false);
    return this.usage;
  }

  private block(block: BlockStatement, repeated: boolean): void {
    const scope: Scope = {
      parent: this.scope,
      depth: this.scope.depth + 1,
      body: block.body,
      repeated: repeated || this.scope.repeated,
      place: this.scope.index,
      index: 0,
    };
    // No function in between: blocks can be nested deeply, and every frame counts.
    const outer = this.scope;
    this.scope = scope;
    for (const statement of block.body) {
      this.statement(statement);
      scope.index++;
    }
    if (scope.depth === 1) this.leave();
    this.scope = outer;
  }

  private within(scope: Scope, walk: () => void): void {
    const outer = this.scope;
    this.scope = scope;
    walk();
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

  private statement(node: Statement): void {
    switch (node.type) {
      case 'ExpressionStatement':
        return this.expression(node.expression);
      case 'VariableDeclaration':
        for (const { init } of node.declarations) if (init) this.expression(init);
        return;
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
        return;
      case 'ThrowStatement':
        this.expression(node.argument);
        this.flow.alive = false;
        return;
      case 'BreakStatement':
      case 'ContinueStatement':
        this.flow.alive = false;
        return;
      case 'TryStatement':
        return this.try(node);
      default:
    }
  }

  private while(node: WhileStatement): void {
    const outer = this.scope;
    // The test runs again and again, and has no place to declare a variable in.
    this.scope = { parent: outer, depth: outer.depth + 1, repeated: true, place: outer.index, index: 0 };
    this.flow.startLoop(this.scope.depth);
    this.expression(node.test);
    const way = this.flow.startWay();
    this.block(node.body, true);
    this.flow.endSometimes(way);
    this.endLoop();
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

  private if(node: IfStatement): void {
    this.expression(node.test);
    const ends: (End | undefined)[] = [];
    // The other tests run only where the first one fails.
    const all = this.flow.startWay();
    let branch: IfStatement | BlockStatement | undefined = node;
    while (branch?.type === 'IfStatement') {
      if (branch !== node) this.expression(branch.test);
      const { consequent }: IfStatement = branch;
      const way = this.flow.startWay();
      this.block(consequent, false);
      ends.push(this.flow.endWay(way));
      branch = branch.alternate;
    }
    const last = this.flow.startWay();
    if (branch) this.block(branch, false);
    ends.push(this.flow.endWay(last));
    this.flow.endWay(all);
    this.flow.merge(ends, this.scope.depth);
  }

  private endLoop(): void {
    for (const variable of this.flow.endLoop()) this.usage.shared.add(variable);
  }

  private for(node: ForStatement): void {
    if (node.init?.type === 'AssignmentExpression') this.expression(node.init.right);
    else for (const { init } of node.init?.declarations ?? []) if (init) this.expression(init);
    const head = this.head(node, false);
    const left = node.init?.type === 'AssignmentExpression' ? node.init.left : undefined;
    this.within(head, () =>
      this.region(left ? targetsOf(left) : [], () => {
        this.flow.startLoop(head.depth);
        if (node.test) this.expression(node.test);
        this.flow.sometimes(() => {
          this.block(node.body, true);
          if (node.update) this.expression(node.update);
        });
        this.endLoop();
      }),
    );
    // Set in the head, and so set behind the loop as well.
    if (left?.type === 'Identifier' && isReference(left) && left.entity.kind === 'variable') {
      const { entity } = left;
      const depth = this.flow.depthOf(entity) ?? 0;
      if (depth > this.scope.depth) this.flow.note(entity, this.scope.depth);
    }
  }

  private forOf(node: ForOfStatement): void {
    this.usage.heads.push(node);
    this.expression(node.right);
    const head = this.head(node, false);
    this.within(head, () => {
      this.flow.startLoop(head.depth - 1);
      this.flow.sometimes(() => this.region(targetsOf(node.left), () => this.block(node.body, true)));
      this.endLoop();
    });
  }

  private forIn(node: ForInStatement): void {
    const head = this.head(node, false);
    this.within(head, () => {
      this.flow.startLoop(head.depth);
      this.expression(node.right);
      this.flow.sometimes(() => this.block(node.body, true));
      this.endLoop();
    });
  }

  private try(node: TryStatement): void {
    const ends = [this.flow.branch(() => this.block(node.block, false))];
    const { handler } = node;
    if (handler) {
      this.usage.heads.push(node);
      const end = this.flow.branch(() =>
        this.within(this.head(node, false), () =>
          this.region(handler.param ? targetsOf(handler.param) : [], () => this.block(handler.body, false)),
        ),
      );
      ends.push(end);
    }
    const { finalizer } = node;
    if (finalizer) {
      const end = this.flow.branch(() => this.block(finalizer, false));
      if (!end) this.flow.alive = false;
      else for (const variable of end.gained) this.flow.note(variable, this.scope.depth);
    }
    const wasAlive = this.flow.alive;
    this.flow.merge(ends, this.scope.depth);
    if (!wasAlive) this.flow.alive = false;
  }

  private expression(node: Expression): void {
    switch (node.type) {
      case 'Identifier':
        if (isReference(node)) this.reference(node);
        return;
      case 'TemplateLiteral':
        return node.expressions.forEach((part) => this.expression(part));
      case 'ArrayExpression':
        return node.elements.forEach((part) => this.expression(part.type === 'SpreadElement' ? part.argument : part));
      case 'ObjectExpression':
        for (const part of node.properties) {
          if (part.type === 'SpreadElement') this.expression(part.argument);
          else {
            if (part.computed) this.expression(part.key);
            this.expression(part.value);
          }
        }
        return;
      case 'UnaryExpression':
      case 'UpdateExpression':
      case 'AwaitExpression':
        return this.expression(node.argument);
      case 'TSAsExpression':
      case 'TSNonNullExpression':
        return this.expression(node.expression);
      case 'BinaryExpression':
        this.expression(node.left);
        return this.expression(node.right);
      case 'LogicalExpression':
        this.expression(node.left);
        return this.flow.sometimes(() => this.expression(node.right));
      case 'ConditionalExpression':
        this.expression(node.test);
        return this.flow.merge(
          [
            this.flow.branch(() => this.expression(node.consequent)),
            this.flow.branch(() => this.expression(node.alternate)),
          ],
          this.scope.depth,
        );
      case 'AssignmentExpression':
        if (node.left.type === 'MemberExpression') this.expression(node.left);
        this.expression(node.right);
        if (node.left.type === 'Identifier') this.expression(node.left);
        return;
      case 'CallExpression':
      case 'NewExpression':
        this.expression(node.callee);
        for (const argument of node.arguments) {
          this.expression(argument.type === 'SpreadElement' ? argument.argument : argument);
        }
        return this.called(node.callee);
      case 'MemberExpression':
        this.expression(node.object);
        if (node.computed) this.expression(node.property);
        return;
      case 'ArrowFunctionExpression':
        if (node.body.type === 'BlockStatement') {
          const { body } = node;
          this.flow.sometimes(() => this.block(body, true));
        } else {
          const { body } = node;
          this.flow.sometimes(() => this.expression(body));
        }
        return;
      default:
    }
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
    if (!this.flow.alive) return;
    if (this.usage.needs.get(variable) !== 'read') this.usage.needs.set(variable, how);
  }

  private assign(variable: Variable): void {
    this.flow.set(variable, this.scope.depth);
    this.usage.writes.add(variable);
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

  /** Walks a head that sets variables, and all that belongs to it. */
  private region(targets: readonly Reference[], walk: () => void): void {
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
    walk();
    for (const regions of opened) regions.open = undefined;
  }
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
