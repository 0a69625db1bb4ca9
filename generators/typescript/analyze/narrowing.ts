/**
 * Phase 3, last part: what follows from what TypeScript knows of variables at each point.
 *
 * TypeScript follows what a variable can hold: after `if (size === 3)` it is 3 there, and comparing
 * it with 4 is an error (2367), though it is what the blocks say. The same goes for two literals.
 * This walks the code as TypeScript does, keeps for every point what may have been narrowed to a
 * single value, and has one side converted where both sides of a comparison are single values:
 * `Number(size) === 4`. It may take more for narrowed than TypeScript does, never less.
 *
 * A list is always true. Where a variable is known to hold one, TypeScript takes the branch in which
 * it is not true for one where it holds nothing at all, and refuses all that is done with it there:
 * so it is `if (Boolean(list))`.
 *
 * And where a variable surely is of the kind that is wanted (`exclusions.ts`), it is not converted to it: behind
 * `if (name != null)` it is `name`, not `name ?? ""`.
 */

import { as, call } from '../build.ts';
import { isReference, Reference } from '../lower/entities.ts';
import { literalTruth } from '../lower/lowered.ts';
import { partsOf, replaceParts } from '../parts.ts';
import type {
  BlockStatement,
  Expression,
  ExpressionStatement,
  IfStatement,
  LogicalExpression,
  MemberExpression,
  Statement,
  TryStatement,
  VariableDeclaration,
  VariableDeclarator,
} from '../tree.ts';
import { absent as nullish, isOnly, Kind, mayBe, solid, T, type TypeStore } from '../types.ts';
import { sourcesOf } from './apparent.ts';
import { Arriving, type Given } from './arrivals.ts';
import { AssignedKinds, type Assigned } from './assigned.ts';
import { declaredType } from './declare.ts';
import {
  afterSetting,
  compound,
  counted,
  isReached,
  kindsOf,
  needlesslyConverted,
  noneExcluded,
  outcomes,
  unless,
} from './exclusions.ts';
import { both, isLike, narrowedIn, start, withExcluded, type State } from './known.ts';
import {
  absent,
  declaredKinds,
  isNullCheck,
  isThereOrNot,
  isUnion,
  Places,
  some,
  there,
  type Place,
} from './places.ts';
import { typeNode } from './type-text.ts';
import { targetsOf } from './uses.ts';
import { walk, type Steps } from './walk.ts';

/** What is known at each point of a function, so that the walk can begin anew in its midst. */
export interface NarrowingNotes {
  /** Before each statement. */
  before: Map<Statement, State>;
  /** At the end of each block, by its statements. */
  after: Map<readonly Statement[], State>;
  /** At the `break`s out of a loop that is around all that was walked. */
  atBreaks: Map<readonly Statement[], State>;
}

export const newNotes = (): NarrowingNotes => ({ before: new Map(), after: new Map(), atBreaks: new Map() });

/** The walk through one function. */
export class Narrowing {
  private readonly places = new Places();
  /** What is known at the `break`s of the loop around; undefined before there is one. */
  private breaks: State;
  /** That loop is gone on with by a `continue`. */
  private isContinued = false;
  private readonly assignedKinds = new AssignedKinds();
  private readonly arriving = new Arriving();

  constructor(
    private readonly types: TypeStore,
    readonly notes?: NarrowingNotes,
  ) {}

  /** It was asked about a constant that is a single value for as long as no type is declared for it. */
  get askedForConstant(): boolean {
    return this.places.askedForConstant;
  }

  set askedForConstant(asked: boolean) {
    this.places.askedForConstant = asked;
  }

  /** Converts in statements what has to be converted, and nothing else; gives what is known behind them. */
  convert(body: readonly Statement[], state: State): State {
    this.breaks = undefined;
    const end = walk(this.statements(body, state));
    this.notes?.atBreaks.set(body, this.breaks);
    return end;
  }

  /** Whether both statements leave the same behind them, so that the one can be in the place of the other. */
  leavesAlike(one: readonly Statement[], other: readonly Statement[]): boolean {
    const { notes } = this;
    return (
      isLike(notes?.after.get(one), notes?.after.get(other)) &&
      isLike(notes?.atBreaks.get(one), notes?.atBreaks.get(other)) &&
      isSameMap(this.assignedKinds.within(one), this.assignedKinds.within(other)) &&
      this.arriving.isAlike(one, other)
    );
  }

  private *block({ body }: BlockStatement, state: State): Steps<State> {
    const end = yield this.statements(body, state);
    this.notes?.after.set(body, end);
    return end;
  }

  private *statements(body: readonly Statement[], state: State): Steps<State> {
    let now = state;
    for (const statement of body) {
      this.notes?.before.set(statement, now);
      const within = this.compound(statement, now);
      now = within ? yield within : this.simple(statement, now);
    }
    return now;
  }

  /** The steps through a statement with blocks in it. */
  private compound(node: Statement, state: State): Steps<State> | undefined {
    switch (node.type) {
      case 'BlockStatement':
        return this.block(node, state);
      case 'IfStatement':
        return this.if(node, state);
      case 'WhileStatement':
        return this.loop(node.body, state, node);
      case 'ForStatement': {
        let now = state;
        if (node.init?.type === 'VariableDeclaration') now = this.declaration(node.init, now);
        else if (node.init) now = this.evaluate(node.init, now);
        return this.loop(node.body, now, node);
      }
      case 'ForOfStatement': {
        node.right = this.plain(node.right, state);
        const now = this.evaluate(node.right, state);
        return this.loop(node.body, this.forget(targetsOf(node.left), now));
      }
      case 'ForInStatement':
        node.right = this.plain(node.right, state);
        return this.loop(node.body, this.evaluate(node.right, state));
      case 'TryStatement':
        return this.try(node, state);
      default:
        return undefined;
    }
  }

  private simple(node: Statement, state: State): State {
    switch (node.type) {
      case 'ExpressionStatement':
        return this.expression(node, state);
      case 'VariableDeclaration':
        return this.declaration(node, state);
      case 'ReturnStatement':
        if (!node.argument) return undefined;
        node.argument = this.plain(node.argument, state);
        this.evaluate(node.argument, state);
        return undefined;
      case 'ThrowStatement':
        node.argument = this.plain(node.argument, state);
        this.evaluate(node.argument, state);
        return undefined;
      case 'BreakStatement':
        this.breaks = both(this.breaks, state);
        return undefined;
      case 'ContinueStatement':
        this.isContinued ||= state !== undefined;
        return undefined;
      default:
        return state;
    }
  }

  private expression(node: ExpressionStatement, state: State): State {
    node.expression = this.plain(node.expression, state);
    const behind = this.evaluate(node.expression, state);
    if (state) node.expression = compound(node.expression, state.excluded);
    return behind;
  }

  private *try(node: TryStatement, state: State): Steps<State> {
    const { block, handler, finalizer } = node;
    const end = yield this.block(block, state);
    // It is left somewhere, with some of what it sets set.
    const failed = this.open(this.mayBeSet(state, [block]), () => this.arriving.failing([block]));
    const caught = handler && (yield this.block(handler.body, failed));
    const after = handler ? both(end, caught) : end;
    if (!finalizer) return after;
    const blocks = handler ? [block, handler.body] : [block];
    const final = yield this.block(
      finalizer,
      this.open(this.mayBeSet(state, blocks), () => this.arriving.failing(blocks)),
    );
    return after && final && { ...final, narrowed: final.narrowed.onEither(after.narrowed) };
  }

  private *if(node: IfStatement, state: State): Steps<State> {
    const ends: State[] = [];
    let branch: IfStatement | BlockStatement | undefined = node;
    let now = state;
    while (branch?.type === 'IfStatement') {
      branch.test = this.decidable(this.plain(branch.test, now), now);
      const test: Expression = branch.test;
      const tested = this.evaluate(test, now);
      ends.push(yield this.block(branch.consequent, this.assume(test, true, tested)));
      now = this.assume(test, false, tested);
      branch = branch.alternate;
    }
    let end = branch ? yield this.block(branch, now) : now;
    for (const other of ends) end = both(end, other);
    return end;
  }

  private *loop(
    body: BlockStatement,
    before: State,
    head: { test?: Expression; update?: Expression } = {},
  ): Steps<State> {
    const outer = { breaks: this.breaks, isContinued: this.isContinued };
    this.breaks = undefined;
    this.isContinued = false;
    const state = this.open(this.mayBeSet(before, [body], head.update), () => this.arriving.nextRound(body));
    if (head.test) head.test = this.decidable(this.plain(head.test, state), state);
    const { test, update } = head;
    const tested = test ? this.evaluate(test, state) : state;
    const end = yield this.block(body, test ? this.assume(test, true, tested) : tested);
    if (update) {
      // Where it is come to at all, it is from every `continue`, too.
      const excluded = state && (end || this.isContinued) ? state.excluded : noneExcluded;
      this.evaluate(update, { narrowed: narrowedIn(end ?? state), excluded });
      head.update = counted(compound(update, excluded));
    }
    const { breaks } = this;
    ({ breaks: this.breaks, isContinued: this.isContinued } = outer);
    return both(test ? this.assume(test, false, tested) : tested, breaks);
  }

  /** What is known where something of what blocks set may be set. */
  private mayBeSet(state: State, blocks: readonly BlockStatement[], update?: Expression): State {
    if (!state || state.excluded.isEmpty) return state;
    return { ...state, excluded: unless(state.excluded, this.assignedKinds.in(blocks, update)) };
  }

  /** What is known where variables may also hold values of these kinds, as TypeScript knows too. */
  private open(state: State, given: () => Given): State {
    if (!state || state.narrowed.isEmpty) return state;
    return { ...state, narrowed: this.places.opened(state.narrowed, given()) };
  }

  private declaration(node: VariableDeclaration, state: State): State {
    let now = state;
    for (const declarator of node.declarations) {
      const { id } = declarator;
      if (!declarator.init) continue;
      const init = (declarator.init = this.plain(declarator.init, now));
      now = this.evaluate(init, now);
      if (id.type !== 'Identifier') continue;
      this.tellType(node, declarator, now);
      const place = this.places.of(id);
      const isPlain = isOnly(id.valueType ?? T.unknown, Kind.Number) || isOnly(id.valueType ?? T.unknown, Kind.String);
      if (node.kind === 'const' && isPlain && place !== undefined) {
        const isSingle = !declarator.typeAnnotation && !this.places.isWide(init, narrowedIn(now));
        this.places.noteConstant(place, isSingle ? declarator : undefined);
      } else now = this.assigned(id, init, now);
    }
    return now;
  }

  /** Declares the type of a variable that may be given other values than what TypeScript knows its first one to be. */
  private tellType({ kind }: VariableDeclaration, declarator: VariableDeclarator, state: State): void {
    const { id, init, typeAnnotation } = declarator;
    if (typeAnnotation || !init || id.type !== 'Identifier' || !isReference(id)) return;
    const type = id.entity.kind === 'variable' ? declaredType(id.entity, this.types) : (id.valueType ?? T.unknown);
    if (kind === 'const' && !type.list && !type.object) return;
    const isKnownBetter = (source: Expression): boolean =>
      this.places.isNarrowed(source, narrowedIn(state)) || (state !== undefined && isReachedNow(source, state));
    if (sourcesOf(init).some(isKnownBetter)) declarator.typeAnnotation = typeNode(type);
  }

  /** What is narrowed after a variable got a value. */
  private assigned(target: Expression, value: Expression, state: State): State {
    const place = this.places.of(target);
    if (place !== undefined) this.places.noteSet(place);
    if (!state || place === undefined) return state;
    const found: Place[] = [];
    const isBoolean = mayBe(target.valueType ?? T.unknown, Kind.Boolean);
    // A variable of type boolean is a union to TypeScript, which an assignment narrows.
    if (isBoolean && !this.places.isWide(value, state.narrowed)) found.push(place);
    const kinds = declaredKinds(target);
    const given = kindsOf(value, state.excluded);
    const isNarrower = declaredKinds(value) !== kinds || given !== kinds;
    if (isUnion(kinds) && (isNarrower || this.places.isNarrowed(value, narrowedIn(state))))
      found.push(`${place}${some}`);
    if (isThereOrNot(target)) {
      if ((given & ~solid) === 0) found.push(`${place}${there}`);
      if ((given & ~nullish) === 0) found.push(`${place}${absent}`);
    }
    const narrowed = state.narrowed.without(place).with(found);
    return { narrowed, excluded: afterSetting(target, given, state.excluded) };
  }

  /** What decides, changed where TypeScript would take a variable for nothing at all if it came out one way. */
  private decidable(test: Expression, state: State): Expression {
    switch (test.type) {
      case 'Identifier':
      case 'MemberExpression': {
        const narrowed = narrowedIn(state);
        const isKnown = this.places.isDecided(test, narrowed) || this.places.isSingle(test, narrowed);
        return isKnown ? call('Boolean', [test], T.boolean) : test;
      }
      case 'UnaryExpression':
        if (test.operator === '!') test.argument = this.decidable(test.argument, state);
        return test;
      case 'LogicalExpression':
        test.left = this.decidable(test.left, state);
        test.right = this.decidable(test.right, this.assume(test.left, test.operator === '&&', state));
        return test;
      case 'BinaryExpression':
        if (isNullCheck(test) && this.places.isDecided(test.left, narrowedIn(state))) {
          const type = test.left.valueType ?? T.unknown;
          test.left = as(test.left, typeNode(type), type);
        }
        return test;
      default:
        return test;
    }
  }

  private forget(targets: readonly Reference[], state: State): State {
    const places = targets.flatMap((target) => this.places.of(target) ?? []);
    for (const place of places) this.places.noteSet(place);
    if (!state) return undefined;
    let { narrowed, excluded } = state;
    for (const place of places) narrowed = narrowed.without(place);
    for (const target of targets) excluded = afterSetting(target, Kind.Unknown, excluded);
    return { narrowed, excluded };
  }

  /** Walks an expression, converting what must be; gives what is narrowed afterwards. */
  private evaluate(node: Expression, state: State): State {
    switch (node.type) {
      case 'AssignmentExpression': {
        node.right = this.plain(node.right, state);
        const now = this.evaluate(node.right, state);
        if (node.left.type === 'MemberExpression') {
          this.evaluate(node.left, now);
          return this.assigned(node.left, node.right, now);
        }
        return node.operator === '='
          ? this.assigned(node.left, node.right, now)
          : this.forget(targetsOf(node.left), now);
      }
      case 'UpdateExpression':
        return this.forget(targetsOf(node.argument), state);
      case 'LogicalExpression': {
        node.left = this.plain(node.left, state);
        const now = this.evaluate(node.left, state);
        const where = node.operator === '??' ? now : this.assume(node.left, node.operator === '&&', now);
        node.right = this.plain(node.right, where);
        this.evaluate(node.right, where);
        if (node.isFilled && this.places.isNarrowed(node.left, narrowedIn(now))) this.tellEmpty(node);
        return now;
      }
      case 'ConditionalExpression': {
        node.test = this.decidable(this.plain(node.test, state), state);
        const now = this.evaluate(node.test, state);
        const [yes, no] = [this.assume(node.test, true, now), this.assume(node.test, false, now)];
        node.consequent = this.plain(node.consequent, yes);
        node.alternate = this.plain(node.alternate, no);
        this.evaluate(node.consequent, yes);
        this.evaluate(node.alternate, no);
        return now;
      }
      case 'BinaryExpression':
        node.left = this.plain(node.left, state);
        node.right = this.plain(node.right, state);
        this.evaluate(node.left, state);
        this.evaluate(node.right, state);
        if (node.operator === '===' || node.operator === '!==') this.places.widen(node, narrowedIn(state));
        return state;
      case 'ArrowFunctionExpression':
        if (node.body.type === 'BlockStatement') walk(this.block(node.body, start));
        else this.evaluate(node.body, start);
        return state;
      default:
        this.evaluateWithin(node, state);
        return state;
    }
  }

  /** Walks what is in an expression that narrows nothing; in a loop, because blocks can be nested deeply. */
  private evaluateWithin(node: Expression, state: State): void {
    const open: Expression[] = [];
    const push = (around: Expression): void => {
      if (around.type === 'MemberExpression' && around.optional) this.access(around, state);
      if (state && !state.excluded.isEmpty) replaceParts(around, (part) => this.plain(part, state));
      for (const part of partsOf(around).reverse()) open.push(part);
    };
    push(node);
    for (let part = open.pop(); part; part = open.pop()) {
      if (narrowing.has(part.type)) this.evaluate(part, state);
      else push(part);
    }
  }

  /** `object?.key` without the `?.` where the object is there, and of its declared type where TypeScript knows of none. */
  private access(node: MemberExpression, state: State): void {
    if (state && isReached(node, state.excluded)) delete node.optional;
    else if (this.places.isAbsent(node.object, narrowedIn(state))) {
      const type = node.object.valueType ?? T.unknown;
      node.object = as(node.object, typeNode(type), type);
    }
  }

  /** Of what TypeScript knows not to be there, `?? []` would be a list of nothing. */
  private tellEmpty(node: LogicalExpression): void {
    const type = node.valueType ?? T.unknown;
    node.right = as(node.right, typeNode(type), type);
  }

  /** What is in a conversion, if that is needless. */
  private plain(node: Expression, state: State): Expression {
    if (!state || state.excluded.isEmpty) return node;
    const converted = needlesslyConverted(node, state.excluded);
    // What is a single value may be compared with another one.
    if (!converted || state.narrowed.has(this.places.of(converted) ?? '')) return node;
    if (node.blocks) converted.blocks = [...node.blocks, ...(converted.blocks ?? [])];
    return converted;
  }

  /** What is narrowed where a test came out as `truth`. */
  private assume(test: Expression, truth: boolean, state: State): State {
    if (!state) return undefined;
    if (literalTruth(test) === !truth) return undefined;
    const found = this.places.narrowedBy(test, truth, state.narrowed);
    const { yes, no } = outcomes(test, state.excluded);
    const excluded = truth ? yes : no;
    if (found.size === 0) return withExcluded(state, excluded);
    return { narrowed: state.narrowed.with(found), excluded };
  }
}

/** Expressions within which something is narrowed, or widened. */
const narrowing = new Set<Expression['type']>([
  'AssignmentExpression',
  'UpdateExpression',
  'LogicalExpression',
  'ConditionalExpression',
  'BinaryExpression',
  'ArrowFunctionExpression',
]);

const isReachedNow = (node: Expression, { excluded }: NonNullable<State>): boolean =>
  node.type === 'MemberExpression' && node.typeIfThere !== undefined && isReached(node, excluded);

const isSameMap = (one: Assigned, other: Assigned): boolean =>
  one.size === other.size && [...one].every(([variable, kinds]) => other.get(variable) === kinds);
