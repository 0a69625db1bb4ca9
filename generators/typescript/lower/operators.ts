/**
 * Operators between two values, with JavaScript's meaning whatever their types: plain where
 * TypeScript allows that, with conversions said aloud where it does not, and through a helper
 * where only the running program can tell.
 */

import { binary, call, isNullLiteral, number } from '../build.ts';
import { valueHelpers } from '../helpers/values.ts';
import type { Expression } from '../tree.ts';
import { absent, isOnly, Kind, mayBe, sameType, scalar, T } from '../types.ts';
import type { Builders } from './builders.ts';
import { isBoolean, isDate, isText, negated, toNumber, typeOf } from './convert.ts';

/** Adds numbers, joins text. */
export function add(left: Expression, right: Expression, b: Builders): Expression {
  if (isText(left) || isText(right)) return binary('+', left, apart(right), T.string);
  if (isOnly(typeOf(left), scalar) && isOnly(typeOf(right), scalar)) {
    return chained('+', toNumber(left), toNumber(right));
  }
  const isOpen = typeOf(left).kinds === 0 || typeOf(right).kinds === 0;
  return call(b.helper('add', valueHelpers.add), [left, right], isOpen ? T.never : T.numberOrString);
}

/**
 * A sum or product of numbers. Blockly leaves out the parentheses of a sum in a sum, so that `a + (b + c)` adds from the
 * left, which shows in the last digit.
 */
export function chained(operator: '+' | '*', left: Expression, right: Expression): Expression {
  return { ...binary(operator, left, right, T.number), flat: true };
}

/** A sum that is one number, whatever it is joined with. */
function apart(node: Expression): Expression {
  return node.type === 'BinaryExpression' && node.flat ? { ...node, flat: false } : node;
}

/** Whether two values are equal, or differ, in the sense of JavaScript's `==`. */
export function equality(left: Expression, right: Expression, equal: boolean, b: Builders): Expression {
  const same = (x: Expression, y: Expression): Expression => binary(equal ? '===' : '!==', x, y, T.boolean);
  const condition = asCondition(left, right, equal) ?? asCondition(right, left, equal);
  if (condition) return condition;
  if ((isNullLiteral(left) && !isWrittenOut(right)) || (isNullLiteral(right) && !isWrittenOut(left)))
    return binary(equal ? '==' : '!=', left, right, T.boolean);
  if (!isNullLiteral(left) && !isNullLiteral(right) && isStrictEnough(left, right)) return same(left, right);
  const [a, c] = [typeOf(left).kinds, typeOf(right).kinds];
  if (isScalarKind(a) && isScalarKind(c)) return same(toNumber(left), toNumber(right));
  const result = call(b.helper('equals', valueHelpers.equals), [left, right], T.boolean);
  return equal ? result : b.not(result);
}

/** What is compared with true or false, as it is or negated. */
function asCondition(value: Expression, literal: Expression, equal: boolean): Expression | undefined {
  if (literal.type !== 'Literal' || typeof literal.value !== 'boolean') return undefined;
  if (!isBoolean(value) || value.type === 'Literal') return undefined;
  const condition = literal.value === equal ? value : negated(value);
  if (literal.blocks) condition.blocks = [...(condition.blocks ?? []), ...literal.blocks];
  return condition;
}

/** Whether `===` gives what `==` gives, and TypeScript lets it be written. */
function isStrictEnough(left: Expression, right: Expression): boolean {
  const [a, c] = [typeOf(left), typeOf(right)];
  const kind = (a.kinds | c.kinds) & ~absent;
  if ((a.kinds & ~absent) !== kind || (c.kinds & ~absent) !== kind) return false;
  // Null and undefined are equal in the loose sense only.
  if (a.kinds & absent && c.kinds & absent && ((a.kinds | c.kinds) & absent) === absent) return false;
  if (isScalarKind(kind)) return true;
  if (kind === Kind.Date || kind === Kind.Registration || kind === Kind.DeviceInfo) {
    return !isWrittenOut(left) && !isWrittenOut(right);
  }
  const isSame = (kind === Kind.List || kind === Kind.Object) && sameType(a, c);
  return isSame && !isWrittenOut(left) && !isWrittenOut(right);
}

/** A list or object that is made on the spot equals no other, which TypeScript refuses to compare. */
const isWrittenOut = ({ type }: Expression): boolean => type === 'ArrayExpression' || type === 'ObjectExpression';

const isScalarKind = (bits: number): boolean => bits === Kind.Number || bits === Kind.Boolean || bits === Kind.String;

export type Relation = '<' | '<=' | '>' | '>=';

/** Compares two values: texts by their letters, anything else as numbers. */
export function relation(left: Expression, right: Expression, operator: Relation, b: Builders): Expression {
  if ((isText(left) && isText(right)) || (isDate(left) && isDate(right)))
    return binary(operator, left, right, T.boolean);
  const mayBothBeText = mayBe(typeOf(left), textual) && mayBe(typeOf(right), textual);
  if (!mayBothBeText) return binary(operator, toNumber(left), toNumber(right), T.boolean);
  const order = call(b.helper('compare', valueHelpers.compare), [left, right], T.number);
  return binary(operator, order, number(0), T.boolean);
}

/** Kinds of values that JavaScript compares as text. */
const textual = Kind.String | Kind.List | Kind.Object | Kind.Registration | Kind.DeviceInfo;
