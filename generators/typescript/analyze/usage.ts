/**
 * Phase 3, first part: where each variable is used, and whether it is always set before.
 *
 * The tree is walked once, in the order in which it runs. For every variable this finds the
 * innermost scope that holds all uses, the first use in it, and how far out the assignment lies
 * that each read can rely on. Functions are summed up by what they need to be set when they are
 * called and by what they are sure to set.
 */

import { isReference, type UserFunction } from '../lower/entities.ts';
import type {
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
import type { End } from './flow.ts';
import { closeRegions, targetsOf, Uses, type Scope, type Summaries, type Usage } from './uses.ts';
import { walk, type Steps } from './walk.ts';

export type { Scope, Usage, Use } from './uses.ts';

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

class Walk extends Uses {
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
}
