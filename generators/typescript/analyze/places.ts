/**
 * What TypeScript can narrow, as far as an expression says it: variables and their properties, which may be known to be a
 * single value, of some of their kinds only, there, or not there. And how to make wide again what is a single value.
 */

import { as, call, isNullLiteral } from '../build.ts';
import { isReference, type Variable } from '../lower/entities.ts';
import type { BinaryExpression, Expression, VariableDeclarator } from '../tree.ts';
import { absent as nullish, isOnly, Kind, mayBe, solid, T } from '../types.ts';
import type { Narrowed } from './narrowed.ts';
import { typeNode } from './type-text.ts';

/**
 * What can be narrowed: a variable, or a property of one, by a text that names it; with `. there` or `. absent` behind
 * it, that there is something, or nothing, in it; with `. some`, that it is of some of its kinds only.
 */
export type Place = string;

const nothing: ReadonlySet<Place> = new Set();

export const some = '. some';
export const there = '. there';
export const absent = '. absent';

/** The places of one function. */
export class Places {
  /** It was asked about a constant that is a single value for as long as no type is declared for it. */
  askedForConstant = false;
  private readonly everConstant = new Set<Place>();
  private readonly keys = new Map<object, number>();
  /** Constants that are a single value because no type is declared for them. */
  private readonly constants = new Map<Place, VariableDeclarator>();

  /** The name of the place that an expression is, if it is one. */
  of(node: Expression): Place | undefined {
    if (node.type === 'Identifier') return isReference(node) ? this.ofEntity(node.entity) : undefined;
    if (node.type !== 'MemberExpression') return undefined;
    const key = !node.computed ? node.property : node.property.type === 'Literal' ? node.property.value : undefined;
    const object = key === undefined ? undefined : this.of(node.object);
    return object === undefined ? undefined : `${object}.${key}`;
  }

  private ofEntity(entity: object): Place {
    let key = this.keys.get(entity);
    if (key === undefined) this.keys.set(entity, (key = this.keys.size));
    return String(key);
  }

  /** What is narrowed still where variables may also hold values of these kinds. */
  opened(narrowed: Narrowed, given: ReadonlyMap<Variable, number>): Narrowed {
    const gone: Place[] = [];
    for (const [variable, kinds] of given) {
      const place = this.ofEntity(variable);
      if (kinds & solid) gone.push(`${place}${absent}`);
      if (kinds & nullish) gone.push(`${place}${there}`);
    }
    return narrowed.withoutOnly(gone);
  }

  /** Notes that a constant is a number or a text, which is a single one if its declarator says no more. */
  noteConstant(place: Place, single: VariableDeclarator | undefined): void {
    this.everConstant.add(place);
    if (single) this.constants.set(place, single);
    else this.constants.delete(place);
  }

  /** Notes that something is set that may be a constant elsewhere, under the same name. */
  noteSet(place: Place): void {
    this.constants.delete(place);
  }

  /** Whether TypeScript may know more of a value than its type says. */
  isNarrowed(node: Expression, narrowed: Narrowed): boolean {
    const place = this.of(node);
    return place !== undefined && [place, `${place}${some}`, `${place}${absent}`].some((each) => narrowed.has(each));
  }

  /** Whether TypeScript may know that there is nothing. */
  isAbsent(node: Expression, narrowed: Narrowed): boolean {
    const place = this.of(node);
    return place !== undefined && narrowed.has(`${place}${absent}`);
  }

  /** Whether it is known to be there, or not to be there. */
  isDecided(node: Expression, narrowed: Narrowed): boolean {
    const place = this.of(node);
    if (place === undefined) return false;
    if (isOnly(node.valueType ?? T.unknown, solid)) return true;
    return isThereOrNot(node) && (narrowed.has(`${place}${there}`) || narrowed.has(`${place}${absent}`));
  }

  /** Whether TypeScript may know which number or text it is, and so whether that is true. */
  isSingle(node: Expression, narrowed: Narrowed): boolean {
    const type = node.valueType ?? T.unknown;
    const place = isOnly(type, Kind.Number) || isOnly(type, Kind.String) ? this.of(node) : undefined;
    return place !== undefined && narrowed.has(place);
  }

  /** Makes one side of a comparison wide where both are single values. */
  widen(node: BinaryExpression, narrowed: Narrowed): void {
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
    const place = this.of(node);
    this.noteAsked(place);
    const declarator = place === undefined ? undefined : this.constants.get(place);
    if (place === undefined || !declarator) return;
    declarator.typeAnnotation = typeNode(node.valueType ?? T.unknown);
    this.constants.delete(place);
  }

  /** What a test narrows where it came out as `truth`. */
  narrowedBy(test: Expression, truth: boolean, narrowed: Narrowed): ReadonlySet<Place> {
    switch (test.type) {
      case 'Identifier':
      case 'MemberExpression': {
        // A constant text would be narrowed to nothing where it is not true.
        if (isOnly(test.valueType ?? T.unknown, Kind.String)) this.declareWide(test);
        const place = this.of(test);
        if (place === undefined) return nothing;
        const found = new Set<Place>();
        if (mayBe(test.valueType ?? T.unknown, Kind.Boolean)) found.add(place);
        if (isUnion(declaredKinds(test))) found.add(`${place}${some}`);
        if (isThereOrNot(test)) found.add(`${place}${truth ? there : absent}`);
        if (truth) this.addReached(test, found);
        return found;
      }
      case 'UnaryExpression':
        return test.operator === '!' ? this.narrowedBy(test.argument, !truth, narrowed) : nothing;
      case 'LogicalExpression': {
        const left = this.narrowedBy(test.left, truth, narrowed);
        const right = this.narrowedBy(test.right, truth, narrowed);
        // `a && b` is true when both are; when it is false, what either says may hold.
        return new Set([...left, ...right]);
      }
      case 'BinaryExpression':
        return this.narrowedByComparison(test, truth, narrowed);
      default:
        return nothing;
    }
  }

  /** Of what a `?.` gives something, the object is there. */
  private addReached(node: Expression, found: Set<Place>): void {
    for (let part = node; part.type === 'MemberExpression'; part = part.object) {
      const object = part.optional ? this.of(part.object) : undefined;
      if (object !== undefined) found.add(`${object}${some}`).add(`${object}${there}`);
    }
  }

  private narrowedByComparison(test: BinaryExpression, truth: boolean, narrowed: Narrowed): Set<Place> {
    const found = new Set<Place>();
    const { operator, left, right } = test;
    const isEqual = (operator === '===' || operator === '==') === truth;
    for (const [side, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const place = this.of(side);
      // What is not equal to a number or a text may be of any kind still.
      const tells = isEqual || !isOnly(other.valueType ?? T.unknown, Kind.Number | Kind.String);
      if (tells && place !== undefined && isUnion(declaredKinds(side))) found.add(`${place}${some}`);
    }
    if (isNullCheck(test) && isThereOrNot(test.left)) {
      const place = this.of(test.left);
      if (place !== undefined) found.add(`${place}${(test.operator === '!=') === truth ? there : absent}`);
    }
    if ((test.operator === '===' || test.operator === '==') === truth || isNullCheck(test))
      for (const side of [test.left, test.right]) this.addReached(side, found);
    if (test.operator !== '===' && test.operator !== '!==') return found;
    const isBoolean = mayBe(test.left.valueType ?? T.unknown, Kind.Boolean);
    if ((test.operator === '===') !== truth && !isBoolean) return found;
    for (const [side, other] of [
      [test.left, test.right],
      [test.right, test.left],
    ] as const) {
      const place = this.of(side);
      if (place !== undefined && !this.isWide(other, narrowed)) found.add(place);
    }
    return found;
  }

  /** Whether TypeScript takes an expression for any number, text or boolean, not for a single one. */
  isWide(node: Expression, narrowed: Narrowed): boolean {
    switch (node.type) {
      case 'Literal':
        return false;
      case 'Identifier':
      case 'MemberExpression': {
        const place = this.of(node);
        this.noteAsked(place);
        return place === undefined || !(narrowed.has(place) || this.constants.has(place));
      }
      case 'UnaryExpression':
        return node.operator === 'typeof' || this.isWide(node.argument, narrowed);
      case 'ConditionalExpression':
        return this.isWide(node.consequent, narrowed) || this.isWide(node.alternate, narrowed);
      case 'LogicalExpression':
        return this.isWide(node.left, narrowed) && this.isWide(node.right, narrowed);
      case 'TemplateLiteral':
        return node.expressions.some((part) => this.isWide(part, narrowed));
      default:
        return true;
    }
  }

  private noteAsked(place: Place | undefined): void {
    if (place !== undefined && this.everConstant.has(place)) this.askedForConstant = true;
  }
}

/** The kinds of values that an expression may give, or a variable hold. */
export function declaredKinds(node: Expression): number {
  const kinds = (node.valueType ?? T.unknown).kinds;
  const isUnset =
    node.type === 'Identifier' && isReference(node) && node.entity.kind === 'variable' && node.entity.readUnset;
  return isUnset ? kinds | Kind.Undefined : kinds;
}

/** Whether these are several kinds. */
export const isUnion = (kinds: number): boolean => (kinds & (kinds - 1)) !== 0;

/** Whether there is something that is always true in it, or nothing. */
export function isThereOrNot(node: Expression): boolean {
  const kinds = declaredKinds(node);
  return (kinds & ~(solid | nullish)) === 0 && (kinds & solid) !== 0 && (kinds & nullish) !== 0;
}

/** `place == null`, or `!=`. */
export function isNullCheck({ operator, right }: BinaryExpression): boolean {
  return (operator === '==' || operator === '!=') && isNullLiteral(right);
}
