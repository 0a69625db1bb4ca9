/**
 * Phase 3, last part: comparisons that TypeScript would refuse.
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
 */

import { as, call, isNullLiteral } from '../build.ts';
import { isReference, Reference } from '../lower/entities.ts';
import { partsOf } from '../parts.ts';
import type {
  BinaryExpression,
  BlockStatement,
  Expression,
  IfStatement,
  Statement,
  TryStatement,
  VariableDeclaration,
  VariableDeclarator,
} from '../tree.ts';
import { isOnly, Kind, mayBe, T, type TypeStore } from '../types.ts';
import { sourcesOf } from './apparent.ts';
import { declaredType } from './declare.ts';
import { typeNode } from './type-text.ts';
import { targetsOf } from './usage.ts';
import { walk, type Steps } from './walk.ts';

/**
 * What can be narrowed: a variable, or a property of one, by a text that names it; with `. there` or `. absent` behind
 * it, that there is something, or nothing, in it; with `. some`, that it is of some of its kinds only.
 */
type Place = string;

/** What may be narrowed; undefined where the code is never reached. */
export type State = ReadonlySet<Place> | undefined;

const nothing: ReadonlySet<Place> = new Set();

/** What may be narrowed at each point of a function, so that the walk can begin anew in its midst. */
export interface NarrowingNotes {
  /** Before each statement. */
  before: Map<Statement, State>;
  /** At the end of each block, by its statements. */
  after: Map<readonly Statement[], State>;
}

/** The walk through one function. */
export class Narrowing {
  /** It was asked about a constant that is a single value for as long as no type is declared for it. */
  askedForConstant = false;
  private readonly everConstant = new Set<Place>();
  private readonly keys = new Map<object, number>();
  /** Constants that are a single value because no type is declared for them. */
  private readonly constants = new Map<Place, VariableDeclarator>();
  /** What may be narrowed at the `break`s of the loop around; undefined before there is one. */
  private breaks: Set<Place> | undefined;

  constructor(
    private readonly types: TypeStore,
    readonly notes?: NarrowingNotes,
  ) {}

  /** Converts one side of every comparison of two single values in statements; gives what is narrowed behind them. */
  widenComparisons(body: readonly Statement[], state: State): State {
    return walk(this.statements(body, state));
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
        node.test = this.decidable(node.test, state);
        return this.loop(node.test, node.body, undefined, state);
      case 'ForStatement': {
        let now = state;
        if (node.init?.type === 'VariableDeclaration') now = this.declaration(node.init, now);
        else if (node.init) now = this.evaluate(node.init, now);
        return this.loop(node.test, node.body, node.update, now);
      }
      case 'ForOfStatement': {
        const now = this.evaluate(node.right, state);
        return this.loop(undefined, node.body, undefined, this.forget(targetsOf(node.left), now));
      }
      case 'ForInStatement':
        return this.loop(undefined, node.body, undefined, this.evaluate(node.right, state));
      case 'TryStatement':
        return this.try(node, state);
      default:
        return undefined;
    }
  }

  private simple(node: Statement, state: State): State {
    switch (node.type) {
      case 'ExpressionStatement':
        return this.evaluate(node.expression, state);
      case 'VariableDeclaration':
        return this.declaration(node, state);
      case 'ReturnStatement':
        if (node.argument) this.evaluate(node.argument, state);
        return undefined;
      case 'ThrowStatement':
        this.evaluate(node.argument, state);
        return undefined;
      case 'BreakStatement':
        if (state) this.breaks ??= new Set();
        for (const place of state ?? []) this.breaks?.add(place);
        return undefined;
      case 'ContinueStatement':
        return undefined;
      default:
        return state;
    }
  }

  private *try(node: TryStatement, state: State): Steps<State> {
    const end = yield this.block(node.block, state);
    const caught = node.handler && (yield this.block(node.handler.body, state));
    const after = node.handler ? both(end, caught) : end;
    if (!node.finalizer) return after;
    const final = yield this.block(node.finalizer, state);
    return final && after ? new Set([...final, ...after]) : undefined;
  }

  private *if(node: IfStatement, state: State): Steps<State> {
    const ends: State[] = [];
    let branch: IfStatement | BlockStatement | undefined = node;
    let now = state;
    while (branch?.type === 'IfStatement') {
      branch.test = this.decidable(branch.test, now);
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
    test: Expression | undefined,
    body: BlockStatement,
    update: Expression | undefined,
    state: State,
  ): Steps<State> {
    const outer = this.breaks;
    this.breaks = undefined;
    const tested = test ? this.evaluate(test, state) : state;
    const end = yield this.block(body, test ? this.assume(test, true, tested) : tested);
    if (update) this.evaluate(update, end ?? state);
    const { breaks } = this;
    this.breaks = outer;
    const after = test ? this.assume(test, false, tested) : tested;
    return after && breaks ? new Set([...after, ...breaks]) : (after ?? breaks);
  }

  private declaration(node: VariableDeclaration, state: State): State {
    let now = state;
    for (const declarator of node.declarations) {
      const { id, init } = declarator;
      if (!init) continue;
      now = this.evaluate(init, now);
      if (id.type !== 'Identifier') continue;
      this.tellType(node, declarator, now);
      const place = this.placeOf(id);
      const isPlain = isOnly(id.valueType ?? T.unknown, Kind.Number) || isOnly(id.valueType ?? T.unknown, Kind.String);
      if (node.kind === 'const' && isPlain && place !== undefined) {
        this.everConstant.add(place);
        if (!declarator.typeAnnotation && !this.isWide(init, now ?? nothing)) this.constants.set(place, declarator);
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
    if (sourcesOf(init).some((source) => this.isNarrowed(source, state))) declarator.typeAnnotation = typeNode(type);
  }

  /** Whether TypeScript may know more of a value than its type says. */
  private isNarrowed(node: Expression, state: State): boolean {
    const place = this.placeOf(node);
    return place !== undefined && (state?.has(place) === true || state?.has(`${place}${some}`) === true);
  }

  /** What is narrowed after a variable got a value. */
  private assigned(target: Expression, value: Expression, state: State): State {
    const place = this.placeOf(target);
    if (!state || place === undefined) return state;
    const next = new Set([...state].filter((other) => other !== place && !other.startsWith(`${place}.`)));
    const isBoolean = mayBe(target.valueType ?? T.unknown, Kind.Boolean);
    // A variable of type boolean is a union to TypeScript, which an assignment narrows.
    if (isBoolean && !this.isWide(value, state)) next.add(place);
    const kinds = declaredKinds(target);
    if (isUnion(kinds) && (declaredKinds(value) !== kinds || this.isNarrowed(value, state)))
      next.add(`${place}${some}`);
    if (isThereOrNot(target)) {
      if (isOnly(value.valueType ?? T.unknown, solid)) next.add(`${place}${there}`);
      if (isOnly(value.valueType ?? T.unknown, nullish)) next.add(`${place}${absent}`);
    }
    return next;
  }

  /** What decides, changed where TypeScript would take a variable for nothing at all if it came out one way. */
  private decidable(test: Expression, state: State): Expression {
    switch (test.type) {
      case 'Identifier':
      case 'MemberExpression':
        return this.isDecided(test, state) ? call('Boolean', [test], T.boolean) : test;
      case 'UnaryExpression':
        if (test.operator === '!') test.argument = this.decidable(test.argument, state);
        return test;
      case 'LogicalExpression':
        test.left = this.decidable(test.left, state);
        test.right = this.decidable(test.right, this.assume(test.left, test.operator === '&&', state));
        return test;
      case 'BinaryExpression':
        if (isNullCheck(test) && this.isDecided(test.left, state)) {
          const type = test.left.valueType ?? T.unknown;
          test.left = as(test.left, typeNode(type), type);
        }
        return test;
      default:
        return test;
    }
  }

  /** Whether it is known to be there, or not to be there. */
  private isDecided(node: Expression, state: State): boolean {
    const place = this.placeOf(node);
    if (place === undefined) return false;
    if (isOnly(node.valueType ?? T.unknown, solid)) return true;
    return isThereOrNot(node) && (state?.has(`${place}${there}`) || state?.has(`${place}${absent}`)) === true;
  }

  private forget(targets: readonly Reference[], state: State): State {
    const places = targets.flatMap((target) => this.placeOf(target) ?? []);
    const isOf = (place: Place): boolean => places.some((gone) => place === gone || place.startsWith(`${gone}.`));
    return state && new Set([...state].filter((place) => !isOf(place)));
  }

  /** Walks an expression, converting what must be; gives what is narrowed afterwards. */
  private evaluate(node: Expression, state: State): State {
    switch (node.type) {
      case 'AssignmentExpression': {
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
        const now = this.evaluate(node.left, state);
        this.evaluate(node.right, this.assume(node.left, node.operator === '&&', now));
        return now;
      }
      case 'ConditionalExpression': {
        node.test = this.decidable(node.test, state);
        const now = this.evaluate(node.test, state);
        this.evaluate(node.consequent, this.assume(node.test, true, now));
        this.evaluate(node.alternate, this.assume(node.test, false, now));
        return now;
      }
      case 'BinaryExpression':
        this.evaluate(node.left, state);
        this.evaluate(node.right, state);
        if (node.operator === '===' || node.operator === '!==') this.widen(node, state);
        return state;
      case 'ArrowFunctionExpression':
        if (node.body.type === 'BlockStatement') walk(this.block(node.body, nothing));
        else this.evaluate(node.body, nothing);
        return state;
      default:
        this.evaluateWithin(node, state);
        return state;
    }
  }

  /** Walks what is in an expression that narrows nothing; in a loop, because blocks can be nested deeply. */
  private evaluateWithin(node: Expression, state: State): void {
    const open = partsOf(node).reverse();
    for (let part = open.pop(); part; part = open.pop()) {
      if (narrowing.has(part.type)) this.evaluate(part, state);
      else open.push(...partsOf(part).reverse());
    }
  }

  private widen(node: BinaryExpression, state: State): void {
    const narrowed = state ?? nothing;
    if (this.isWide(node.left, narrowed) || this.isWide(node.right, narrowed)) return;
    for (const side of [node.left, node.right]) this.declareWide(side);
    if (this.isWide(node.left, narrowed) || this.isWide(node.right, narrowed)) return;
    if (node.left.type === 'Literal' && node.right.type === 'Literal' && node.left.value === node.right.value) return;
    const type = node.left.valueType ?? T.unknown;
    if (isOnly(type, Kind.Number)) node.left = call('Number', [node.left], T.number);
    else if (isOnly(type, Kind.String)) node.left = call('String', [node.left], T.string);
    else if (isOnly(type, Kind.Boolean)) node.left = call('Boolean', [node.left], T.boolean);
    else node.left = as(node.left, typeNode(type), type);
  }

  /** Declares a constant as any number or text, so that it can be compared with another. */
  private declareWide(node: Expression): void {
    const place = this.placeOf(node);
    this.noteConstant(place);
    const declarator = place === undefined ? undefined : this.constants.get(place);
    if (place === undefined || !declarator) return;
    declarator.typeAnnotation = typeNode(node.valueType ?? T.unknown);
    this.constants.delete(place);
  }

  /** What is narrowed where a test came out as `truth`. */
  private assume(test: Expression, truth: boolean, state: State): State {
    if (!state) return undefined;
    if (test.type === 'Literal' && test.value === !truth) return undefined;
    const found = this.narrowedBy(test, truth, state);
    return found.size === 0 ? state : new Set([...state, ...found]);
  }

  private narrowedBy(test: Expression, truth: boolean, state: ReadonlySet<Place>): ReadonlySet<Place> {
    switch (test.type) {
      case 'Identifier':
      case 'MemberExpression': {
        // A constant text would be narrowed to nothing where it is not true.
        if (isOnly(test.valueType ?? T.unknown, Kind.String)) this.declareWide(test);
        const place = this.placeOf(test);
        if (place === undefined) return nothing;
        const found = new Set<Place>();
        if (mayBe(test.valueType ?? T.unknown, Kind.Boolean)) found.add(place);
        if (isUnion(declaredKinds(test))) found.add(`${place}${some}`);
        if (isThereOrNot(test)) found.add(`${place}${truth ? there : absent}`);
        return found;
      }
      case 'UnaryExpression':
        return test.operator === '!' ? this.narrowedBy(test.argument, !truth, state) : nothing;
      case 'LogicalExpression': {
        const left = this.narrowedBy(test.left, truth, state);
        const right = this.narrowedBy(test.right, truth, state);
        // `a && b` is true when both are; when it is false, what either says may hold.
        return new Set([...left, ...right]);
      }
      case 'BinaryExpression':
        return this.narrowedByComparison(test, truth, state);
      default:
        return nothing;
    }
  }

  private narrowedByComparison(test: BinaryExpression, truth: boolean, state: ReadonlySet<Place>): Set<Place> {
    const found = new Set<Place>();
    for (const side of [test.left, test.right]) {
      const place = this.placeOf(side);
      if (place !== undefined && isUnion(declaredKinds(side))) found.add(`${place}${some}`);
    }
    if (isNullCheck(test) && isThereOrNot(test.left)) {
      const place = this.placeOf(test.left);
      if (place !== undefined) found.add(`${place}${(test.operator === '!=') === truth ? there : absent}`);
    }
    if (test.operator !== '===' && test.operator !== '!==') return found;
    const isBoolean = mayBe(test.left.valueType ?? T.unknown, Kind.Boolean);
    if ((test.operator === '===') !== truth && !isBoolean) return found;
    for (const [side, other] of [
      [test.left, test.right],
      [test.right, test.left],
    ] as const) {
      const place = this.placeOf(side);
      if (place !== undefined && !this.isWide(other, state)) found.add(place);
    }
    return found;
  }

  /** Whether TypeScript takes an expression for any number, text or boolean, not for a single one. */
  private isWide(node: Expression, state: ReadonlySet<Place>): boolean {
    switch (node.type) {
      case 'Literal':
        return false;
      case 'Identifier':
      case 'MemberExpression': {
        const place = this.placeOf(node);
        this.noteConstant(place);
        return place === undefined || !(state.has(place) || this.constants.has(place));
      }
      case 'UnaryExpression':
        return node.operator === 'typeof' || this.isWide(node.argument, state);
      case 'ConditionalExpression':
        return this.isWide(node.consequent, state) || this.isWide(node.alternate, state);
      case 'LogicalExpression':
        return this.isWide(node.left, state) && this.isWide(node.right, state);
      case 'TemplateLiteral':
        return node.expressions.some((part) => this.isWide(part, state));
      default:
        return true;
    }
  }

  private noteConstant(place: Place | undefined): void {
    if (place !== undefined && this.everConstant.has(place)) this.askedForConstant = true;
  }

  private placeOf(node: Expression): Place | undefined {
    if (node.type === 'Identifier') {
      if (!isReference(node)) return undefined;
      let key = this.keys.get(node.entity);
      if (key === undefined) this.keys.set(node.entity, (key = this.keys.size));
      return String(key);
    }
    if (node.type !== 'MemberExpression') return undefined;
    const key = !node.computed ? node.property : node.property.type === 'Literal' ? node.property.value : undefined;
    const object = key === undefined ? undefined : this.placeOf(node.object);
    return object === undefined ? undefined : `${object}.${key}`;
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

const some = '. some';
const there = '. there';
const absent = '. absent';

const nullish = Kind.Null | Kind.Undefined;

/** Kinds of values that are always true. */
const solid = Kind.Date | Kind.List | Kind.Object | Kind.Registration | Kind.DeviceInfo;

/** The kinds of values that an expression may give, or a variable hold. */
function declaredKinds(node: Expression): number {
  const kinds = (node.valueType ?? T.unknown).kinds;
  const isUnset =
    node.type === 'Identifier' && isReference(node) && node.entity.kind === 'variable' && node.entity.readUnset;
  return isUnset ? kinds | Kind.Undefined : kinds;
}

/** Whether these are several kinds. */
const isUnion = (kinds: number): boolean => (kinds & (kinds - 1)) !== 0;

/** Whether there is something that is always true in it, or nothing. */
function isThereOrNot(node: Expression): boolean {
  const kinds = declaredKinds(node);
  return (kinds & ~(solid | nullish)) === 0 && (kinds & solid) !== 0 && (kinds & nullish) !== 0;
}

/** `place == null`, or `!=`. */
function isNullCheck({ operator, right }: BinaryExpression): boolean {
  return (operator === '==' || operator === '!=') && isNullLiteral(right);
}

/** What is narrowed where two ways meet: only what is so on both. */
function both(a: State, b: State): State {
  if (!a) return b;
  if (!b) return a;
  if (a === b) return a;
  return new Set([...a].filter((place) => b.has(place)));
}
