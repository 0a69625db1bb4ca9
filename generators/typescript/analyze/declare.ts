/**
 * Phase 3, second part: where and how each variable is declared.
 *
 * In the innermost scope that holds all its uses, at the first of them, as `const` if it is set
 * only there. A variable that must keep its value from one round of a loop to the next is declared
 * outside the loop; one that functions share, or that must outlive a call, belongs to the module.
 */

import * as build from '../build.ts';
import {
  isFollowed,
  reference,
  type Reference,
  type Temporary,
  type UserFunction,
  type Variable,
} from '../lower/entities.ts';
import type { Expression, ForOfStatement, Statement, TryStatement, VariableDeclaration } from '../tree.ts';
import { Kind, mayBe, T, type Type, type TypeStore } from '../types.ts';
import { apparentKey } from './apparent.ts';
import { typeKey, typeNode } from './type-text.ts';
import { climb, targetsOf, type Scope, type Usage, type Use } from './uses.ts';

type MakeTemporary = (label: string, owner: UserFunction | undefined) => Temporary;

/** Declares all variables of a program. Gives the declarations of those that belong to the module. */
export function declareVariables(
  usages: readonly Usage[],
  types: TypeStore,
  temporary: MakeTemporary,
  isScript: boolean,
): VariableDeclaration[] {
  const module: VariableDeclaration[] = [];
  const byVariable = new Map<Variable, { usage: Usage; use: Use }[]>();
  for (const usage of usages) {
    for (const use of usage.uses.values()) {
      if (use.variable.parameterOf) continue;
      const all = byVariable.get(use.variable);
      if (all) all.push({ usage, use });
      else byVariable.set(use.variable, [{ usage, use }]);
    }
  }
  const insertions = new Insertions();
  for (const [variable, uses] of byVariable) {
    const [only] = uses;
    if (uses.length > 1 || !only || outlives(only.usage, only.use)) {
      module.push(bare(variable, types, isScript));
      variable.isShared = true;
    } else for (const use of separate(only)) declareLocal(use, types, insertions);
  }
  insertions.apply();
  for (const { heads, owner } of usages) for (const head of heads) settleHead(head, (label) => temporary(label, owner));
  return module;
}

/** Declares these uses of variables, and gives all heads of their surroundings their final form. */
export function declareWithin(
  { heads, owner }: Usage,
  uses: readonly Use[],
  types: TypeStore,
  temporary: MakeTemporary,
): void {
  const insertions = new Insertions();
  for (const use of uses) declareLocal(use, types, insertions);
  insertions.apply();
  for (const head of heads) settleHead(head, (label) => temporary(label, owner));
}

/** The uses of a variable that need a declaration each: for every head that sets it, or every block, if that is all there is. */
function separate({ usage, use }: { usage: Usage; use: Use }): Use[] {
  const regions = usage.regions.get(use.variable);
  if (regions && !regions.outside && regions.inside.length >= 2 && regions.inside.every(standsAlone)) {
    usage.separated.add(use.variable);
    return regions.inside;
  }
  const parts = divide(use);
  if (parts.length > 1) usage.divided.add(use.variable);
  return parts;
}

/** The parts of a use that have nothing in common but the name of the variable. */
function divide(use: Use): Use[] {
  const found: Use[] = [];
  const open = [use];
  for (let each = open.pop(); each; each = open.pop()) {
    const { parts = [] } = each;
    const areApart = parts.length > 1 && parts.every((part) => standsAlone(part) && canBeDeclared(part));
    if (areApart) open.push(...parts);
    else found.push(each);
  }
  return found;
}

/** Whether a variable can be declared in the scope of its uses, not only further out. */
function canBeDeclared({ scope: { body, head }, firstReference, writes }: Use): boolean {
  switch (head?.type) {
    case 'ForStatement':
      return head.init?.type === 'AssignmentExpression' && head.init.left === firstReference;
    case 'ForOfStatement':
      return writes === 1 && targetsOf(head.left).includes(firstReference);
    case 'TryStatement':
      return head.handler?.param === firstReference;
    default:
      return body !== undefined;
  }
}

/** Whether a variable has its value in a head, and what belongs to it, from there alone. */
export function standsAlone({ reliesOn, reads, scope }: Use): boolean {
  return reliesOn >= scope.depth || reads === 0;
}

/** Whether a variable of a function must keep its value from one call to the next, or shares it with a call of itself. */
function outlives({ owner, needs, shared }: Usage, { variable }: Use): boolean {
  return owner !== undefined && (needs.has(variable) || shared.has(variable));
}

/**
 * Variables that have nothing but their name in common in the functions that use them: each sets
 * them before it reads them, and none reads what another has set. By their IDs.
 */
export function privateVariables(usages: readonly Usage[]): Set<string> {
  const owners = new Map<Variable, number>();
  const common = new Set<Variable>();
  for (const { owner, uses, needs, shared } of usages) {
    for (const variable of uses.keys()) {
      if (variable.parameterOf) continue;
      owners.set(variable, (owners.get(variable) ?? 0) + 1);
      if (shared.has(variable) || (owner && needs.has(variable))) common.add(variable);
    }
  }
  return new Set([...owners].filter(([variable, count]) => count > 1 && !common.has(variable)).map(([{ id }]) => id));
}

function declareLocal(use: Use, types: TypeStore, insertions: Insertions): void {
  for (;;) {
    const { scope } = use;
    const keepsValue = scope.repeated && use.reliesOn < scope.depth;
    if (!keepsValue && (scope.body !== undefined || declareInHead(use, scope, types))) break;
    if (!climb(use)) break;
  }
  const { scope, variable } = use;
  if (!scope.body) return;
  const statement = scope.body[use.first];
  if (!statement) return;
  const declared = declareAtFirstUse(statement, use, types);
  if (declared) {
    use.declaredBy = declared;
    scope.body[use.first] = declared;
  } else insertions.insert(scope.body, use.first, bare(variable, types));
}

/** The type that a variable is declared with. */
export function declaredType(variable: Variable, types: TypeStore): Type {
  if (variable.type.kinds === 0) return T.undefined;
  return variable.readUnset ? types.join(variable.type, T.undefined) : variable.type;
}

/** A declaration without a value, or with the 0 from which a variable counts that was never set. */
function bare(variable: Variable, types: TypeStore, isDefinite = false): VariableDeclaration {
  const name = reference(variable, variable.type, 'write');
  if (variable.changedUnset && !variable.readUnset) {
    const isNumber = variable.type.kinds === Kind.Number;
    return build.declare('let', name, build.number(0), isNumber ? undefined : typeNode(variable.type));
  }
  const declared = build.declare('let', name, undefined, typeNode(declaredType(variable, types)));
  const [declarator] = declared.declarations;
  // TypeScript cannot see that a function sets it before the script reads it.
  if (declarator && isDefinite && !mayBe(declaredType(variable, types), Kind.Undefined)) declarator.definite = true;
  return declared;
}

/** `x = 1;` where that is the first use, as `let x = 1;` or `const x = 1;`. */
function declareAtFirstUse(statement: Statement, use: Use, types: TypeStore): Statement | undefined {
  if (statement.type !== 'ExpressionStatement') return undefined;
  const { expression } = statement;
  if (expression.type !== 'AssignmentExpression' || expression.operator !== '=') return undefined;
  if (expression.left !== use.firstReference) return undefined;
  const { comments, blankBefore, blocks } = statement;
  return {
    ...declaration(use, expression.right, types),
    ...(comments && { comments }),
    ...(blankBefore && { blankBefore }),
    ...(blocks && { blocks }),
  };
}

function declaration(use: Use, init: Expression, types: TypeStore): VariableDeclaration {
  const kind = use.writes === 1 ? 'const' : 'let';
  const type = declaredType(use.variable, types);
  const target = use.firstReference;
  const isTold = needsAnnotation(init, type, kind) || (use.scope.repeated && isFollowed(init));
  return build.declare(kind, target, init, isTold ? typeNode(type) : undefined);
}

function needsAnnotation(init: Expression, type: Type, kind: 'const' | 'let'): boolean {
  // A `let` that begins as null or undefined would be of any type at all.
  if (kind === 'let' && (type.kinds & ~(Kind.Null | Kind.Undefined)) === 0) return true;
  return apparentKey(init) !== typeKey(typeNode(type));
}

/** Declares a variable in the head of a loop or a `catch`, if it is that head which sets it first. */
function declareInHead(use: Use, { head }: Scope, types: TypeStore): boolean {
  switch (head?.type) {
    case 'ForStatement': {
      const { init } = head;
      if (init?.type !== 'AssignmentExpression' || init.left !== use.firstReference) return false;
      head.init = { ...declaration(use, init.right, types) };
      const [declarator] = head.init.declarations;
      if (declarator && use.writes === 1) head.init.kind = 'const';
      return true;
    }
    case 'ForOfStatement':
      if (!targetsOf(head.left).includes(use.firstReference)) return false;
      if (use.writes > 1 && !givesAll(head, use.variable, types)) return false;
      (head.declared ??= new Set()).add(use.firstReference);
      if (use.reads === 0 && use.writes === 1) (head.unread ??= new Set()).add(use.firstReference);
      if (use.writes > 1) head.kind = 'let';
      return true;
    case 'TryStatement':
      if (head.handler?.param !== use.firstReference) return false;
      head.handler.declares = true;
      if (use.reads === 0 && use.writes === 1) delete head.handler.param;
      return true;
    default:
      return false;
  }
}

/** Whether the items that a loop goes through have the type of its variable, which is set elsewhere too. */
function givesAll(head: ForOfStatement, variable: Variable, types: TypeStore): boolean {
  const type = typeNode(declaredType(variable, types));
  if (head.left.type === 'ArrayPattern') return typeKey(type) === 'string';
  return apparentKey(head.right) === typeKey(build.arrayOf(type));
}

/** Gives a head its final form, now that it is known which of its variables live in it. */
function settleHead(head: ForOfStatement | TryStatement, temporary: (label: string) => Temporary): void {
  if (head.type === 'TryStatement') {
    const { handler } = head;
    if (!handler?.param || handler.declares) return;
    const caught = temporary('caught');
    handler.body.body.unshift(build.run(build.assign(handler.param, reference(caught, T.unknown))));
    handler.param = reference(caught, T.unknown, 'write');
    return;
  }
  const targets = targetsOf(head.left);
  if (head.declared?.size === targets.length) {
    const { left, unread } = head;
    if (left.type !== 'ArrayPattern') return;
    for (let last = left.elements.at(-1); last && unread?.has(last) && left.elements.length > 1;) {
      left.elements.pop();
      last = left.elements.at(-1);
    }
    return;
  }
  if (!head.declared) {
    delete head.kind;
    return;
  }
  // One variable lives in the loop and the other does not, which no head can say.
  const moved = targets.map((target) => (head.declared?.has(target) ? target : moveIntoBody(target, head, temporary)));
  head.left = { type: 'ArrayPattern', elements: moved };
}

function moveIntoBody(target: Reference, head: ForOfStatement, temporary: (label: string) => Temporary): Reference {
  const type = target.valueType ?? T.unknown;
  const item = temporary('item');
  head.body.body.unshift(build.run(build.assign(target, reference(item, type))));
  return reference(item, type, 'write');
}

/** Declarations to be put into blocks, all at once: one at a time would take time that grows with the square. */
class Insertions {
  private readonly inserted = new Map<Statement[], Map<number, Statement[]>>();

  insert(body: Statement[], index: number, statement: Statement): void {
    let places = this.inserted.get(body);
    if (!places) this.inserted.set(body, (places = new Map()));
    const here = places.get(index);
    if (here) here.push(statement);
    else places.set(index, [statement]);
  }

  apply(): void {
    for (const [body, places] of this.inserted) {
      const old = body.splice(0);
      old.forEach((statement, index) => {
        for (const inserted of places.get(index) ?? []) body.push(inserted);
        body.push(statement);
      });
    }
  }
}
