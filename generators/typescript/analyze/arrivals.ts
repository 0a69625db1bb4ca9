/**
 * Which kinds of values, given to variables within statements, TypeScript takes them to hold still at the ends: where the
 * statements end, are left by `break` or `continue`, or fail. Where rounds of a loop meet, it takes a variable to hold
 * what any of them leaves in it. It may leave out what TypeScript knows, but not tell more.
 */

import { isNullLiteral } from '../build.ts';
import type { Variable } from '../lower/entities.ts';
import { literalTruth } from '../lower/lowered.ts';
import type { BlockStatement, Expression, IfStatement, Statement, TryStatement } from '../tree.ts';
import { absent, Kind, solid, T } from '../types.ts';
import { Course, Courses } from './courses.ts';
import { followed } from './exclusions.ts';
import { targetsOf } from './uses.ts';
import { walk, type Steps } from './walk.ts';

/** The kinds that variables may hold beside those that they held before. */
export type Given = ReadonlyMap<Variable, number>;

/** Remembers what it found, by the statements. */
export class Arriving {
  private readonly known = new WeakMap<readonly Statement[], Courses>();

  /** What another round of a loop begins with. */
  nextRound({ body }: BlockStatement): Given {
    const { end, continues, touched } = this.within(body);
    const course = Course.either(end, continues);
    return new Map([...touched].map((variable) => [variable, course?.givenTo(variable) ?? 0]));
  }

  /** What a `catch`, or `finally`, of these blocks begins with. */
  failing(blocks: readonly BlockStatement[]): Given {
    const all = new Courses(undefined);
    for (const { body } of blocks) all.note(this.within(body));
    return all.thrown;
  }

  /** Whether the same becomes of all variables in both. */
  isAlike(one: readonly Statement[], other: readonly Statement[]): boolean {
    return this.within(one).isLike(this.within(other));
  }

  private within(body: readonly Statement[]): Courses {
    return this.known.get(body) ?? walk(this.statements(body));
  }

  private *statements(body: readonly Statement[]): Steps<Courses> {
    const known = this.known.get(body);
    if (known) return known;
    const all = new Courses(Course.start);
    for (const statement of body) {
      const within = this.compound(statement, all);
      if (within) yield within;
      else simple(statement, all);
    }
    this.known.set(body, all);
    return all;
  }

  /** The steps through a statement with blocks in it, with which what came before goes on. */
  private compound(node: Statement, all: Courses): Steps<Courses> | undefined {
    switch (node.type) {
      case 'BlockStatement':
        return this.block(node, all);
      case 'IfStatement':
        return this.if(node, all);
      case 'WhileStatement':
        return this.loop(node.body, all, node.test);
      case 'ForStatement': {
        const target = node.init?.type === 'AssignmentExpression' ? node.init.left : node.init?.declarations[0]?.id;
        for (const each of target ? targetsOf(target) : []) set(all, each, Kind.Number);
        return this.loop(node.body, all, node.test, node.update);
      }
      case 'ForOfStatement':
        return this.loop(node.body, all, undefined, undefined, targetsOf(node.left));
      case 'ForInStatement':
        return this.loop(node.body, all);
      case 'TryStatement':
        return this.try(node, all);
      default:
        return undefined;
    }
  }

  private *block({ body }: BlockStatement, all: Courses): Steps<Courses> {
    all.follow(yield this.statements(body));
    return all;
  }

  private *if(node: IfStatement, all: Courses): Steps<Courses> {
    let now = all.end;
    let end: Course | undefined;
    let branch: IfStatement | BlockStatement | undefined = node;
    while (branch?.type === 'IfStatement') {
      const { test, consequent }: IfStatement = branch;
      all.end = where(now, test, true, all);
      yield this.block(consequent, all);
      end = Course.either(end, all.end);
      now = where(now, test, false, all);
      branch = branch.alternate;
    }
    all.end = now;
    if (branch) yield this.block(branch, all);
    all.end = Course.either(end, all.end);
    return all;
  }

  private *loop(
    body: BlockStatement,
    all: Courses,
    test?: Expression,
    update?: Expression,
    targets: readonly Expression[] = [],
  ): Steps<Courses> {
    const inner = yield this.statements(body.body);
    const before = all.end;
    const round = (from: Course | undefined): Courses => {
      const one = new Courses(test ? where(from, test, true, all) : from);
      for (const target of targets) set(one, target, 0);
      one.follow(inner);
      return one;
    };
    const first = round(before);
    first.end = Course.either(first.end, first.continues);
    if (update) simple({ type: 'ExpressionStatement', expression: update }, first);
    const head = Course.either(before, first.end);
    const { breaks } = round(head);
    all.end = Course.either(test ? where(head, test, false, all) : head, breaks);
    all.note(first);
    return all;
  }

  private *try({ block, handler, finalizer }: TryStatement, all: Courses): Steps<Courses> {
    const { end: before, breaks, continues } = all;
    yield this.block(block, all);
    if (handler) {
      const tried = all.end;
      all.end = before;
      for (const [variable, given] of (yield this.statements(block.body)).thrown)
        all.end = all.end?.adding(variable, given);
      for (const target of handler.param ? targetsOf(handler.param) : []) set(all, target, 0);
      yield this.block(handler.body, all);
      all.end = Course.either(tried, all.end);
    }
    if (finalizer) {
      // How much of it a jump out of the rest passes by is not followed.
      Object.assign(all, { breaks, continues });
      yield this.block(finalizer, all);
    }
    return all;
  }
}

function simple(node: Statement, all: Courses): void {
  switch (node.type) {
    case 'ExpressionStatement': {
      const { expression } = node;
      if (expression.type === 'AssignmentExpression')
        set(all, expression.left, surely(expression.operator === '=' ? expression.right : expression));
      else if (expression.type === 'UpdateExpression') set(all, expression.argument, Kind.Number);
      return;
    }
    case 'VariableDeclaration':
      for (const { id, init } of node.declarations) if (id.type === 'Identifier') set(all, id, init ? surely(init) : 0);
      return;
    case 'ReturnStatement':
    case 'ThrowStatement':
      all.end = undefined;
      return;
    case 'BreakStatement':
      all.breaks = Course.either(all.breaks, all.end);
      all.end = undefined;
      return;
    case 'ContinueStatement':
      all.continues = Course.either(all.continues, all.end);
      all.end = undefined;
      return;
    default:
  }
}

function set(all: Courses, target: Expression, given: number): void {
  const variable = followed(target);
  if (variable) all.set(variable, given);
}

/** The kinds that TypeScript takes a value to be of, whatever it knows of variables. */
function surely(node: Expression): number {
  switch (node.type) {
    case 'ConditionalExpression':
      return surely(node.consequent) | surely(node.alternate);
    case 'LogicalExpression':
      return surely(node.right);
    case 'Identifier':
    case 'MemberExpression': {
      const { kinds } = node.valueType ?? T.unknown;
      return (kinds & (kinds - 1)) === 0 ? kinds & ~Kind.Unknown : 0;
    }
    default:
      return (node.valueType ?? T.unknown).kinds & ~Kind.Unknown;
  }
}

/** What is left where a test came out as `truth`. */
function where(now: Course | undefined, test: Expression, truth: boolean, all: Courses): Course | undefined {
  if (!now || literalTruth(test) === !truth) return undefined;
  switch (test.type) {
    case 'Identifier':
      return all.leaving(now, followed(test), truth ? absent : solid);
    case 'UnaryExpression':
      return test.operator === '!' ? where(now, test.argument, !truth, all) : now;
    case 'LogicalExpression': {
      if (test.operator === '??') return now;
      const first = test.operator === '&&';
      const second = where(where(now, test.left, first, all), test.right, truth, all);
      return truth === first ? second : Course.either(where(now, test.left, !first, all), second);
    }
    case 'BinaryExpression': {
      const { operator, left, right } = test;
      if (operator !== '===' && operator !== '!==' && operator !== '==' && operator !== '!=') return now;
      const isEqual = (operator === '===' || operator === '==') === truth;
      if (isNullLiteral(right) && left.type === 'Identifier')
        return all.leaving(now, followed(left), isEqual ? ~absent : absent);
      return all.leaving(all.leaving(now, rootOf(left), ~0), rootOf(right), ~0);
    }
    default:
      return all.leaving(now, rootOf(test), ~0);
  }
}

/** The variable of which a comparison, or a check, of a property tells something. */
function rootOf(node: Expression): Variable | undefined {
  let root = node;
  while (root.type === 'MemberExpression') root = root.object;
  return followed(root);
}
