/**
 * Operators between two values, with JavaScript's meaning whatever their types: plain where
 * TypeScript allows that, with conversions said aloud where it does not, and through a helper
 * where only the running program can tell.
 */

import { binary, call, number } from '../build.ts';
import { valueHelpers } from '../helpers/values.ts';
import type { Expression } from '../tree.ts';
import { isOnly, Kind, mayBe, T } from '../types.ts';
import type { Builders } from './builders.ts';
import { isBoolean, isNumber, isText, toNumber, typeOf } from './convert.ts';

const scalar = Kind.Number | Kind.Boolean | Kind.Undefined | Kind.Null;

/** Adds numbers, joins text. */
export function add(left: Expression, right: Expression, b: Builders): Expression {
  if (isText(left) || isText(right)) return binary('+', left, right, T.string);
  if (isOnly(typeOf(left), scalar) && isOnly(typeOf(right), scalar)) {
    return binary('+', toNumber(left), toNumber(right), T.number);
  }
  return call(b.helper('add', valueHelpers.add), [left, right], T.numberOrString);
}

/** Whether two values are equal, or differ, in the sense of JavaScript's `==`. */
export function equality(left: Expression, right: Expression, equal: boolean, b: Builders): Expression {
  const strict = equal ? '===' : '!==';
  const same = (x: Expression, y: Expression): Expression => binary(strict, x, y, T.boolean);
  if ((isNumber(left) && isNumber(right)) || (isText(left) && isText(right)) || (isBoolean(left) && isBoolean(right))) {
    return same(left, right);
  }
  if (isNull(left) || isNull(right)) return binary(equal ? '==' : '!=', left, right, T.boolean);
  const [a, c] = [typeOf(left), typeOf(right)];
  const known = Kind.Number | Kind.Boolean | Kind.String;
  if (isOnly(a, known) && isOnly(c, known) && isSingle(a.kinds) && isSingle(c.kinds)) {
    return same(toNumber(left), toNumber(right));
  }
  const result = call(b.helper('equals', valueHelpers.equals), [left, right], T.boolean);
  return equal ? result : b.not(result);
}

const isNull = (node: Expression): boolean => node.type === 'Literal' && node.value === null;

const isSingle = (bits: number): boolean => (bits & (bits - 1)) === 0;

export type Relation = '<' | '<=' | '>' | '>=';

/** Compares two values: texts by their letters, anything else as numbers. */
export function relation(left: Expression, right: Expression, operator: Relation, b: Builders): Expression {
  if (isText(left) && isText(right)) return binary(operator, left, right, T.boolean);
  const mayBothBeText = mayBe(typeOf(left), textual) && mayBe(typeOf(right), textual);
  if (!mayBothBeText) return binary(operator, toNumber(left), toNumber(right), T.boolean);
  const order = call(b.helper('compare', valueHelpers.compare), [left, right], T.number);
  return binary(operator, order, number(0), T.boolean);
}

/** Kinds of values that JavaScript compares as text. */
const textual = Kind.String | Kind.List | Kind.Object | Kind.Registration | Kind.DeviceInfo;
