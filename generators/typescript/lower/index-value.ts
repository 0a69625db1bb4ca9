/** Places in lists and texts: from the start or the end, counted from 1 or from 0. */

import { binary, number, numberOf, unary } from '../build.ts';
import type { Expression } from '../tree.ts';
import { T } from '../types.ts';
import { isNumber } from './convert.ts';
import { again } from './entities.ts';
import type { BlockView } from './block-view.ts';
import type { Builders } from './builders.ts';

/**
 * The value of an index input as JavaScript counts, from 0, plus `delta`; negated on wish.
 * An empty input is the first place. A place that is `optional` may be undefined, where nothing is added to it.
 */
export function placeIn(
  block: BlockView,
  input: string,
  b: Builders,
  delta = 0,
  { negated = false, optional = false }: { negated?: boolean; optional?: boolean } = {},
): Expression {
  const shift = b.oneBasedIndex ? delta - 1 : delta;
  const wanted = optional && shift === 0 ? 'optional number' : 'number';
  const given = block.required(input, wanted, () => number(b.oneBasedIndex ? 1 : 0));
  const known = numberOf(given);
  if (known !== undefined) {
    const place = number(negated ? -(known + shift) : known + shift);
    return given.blocks ? { ...place, blocks: given.blocks } : place;
  }
  const folded = negated ? undefined : fold(given, shift);
  if (folded) return folded;
  let place = given;
  if (shift > 0) place = binary('+', given, number(shift), T.number);
  if (shift < 0) place = binary('-', given, number(-shift), T.number);
  return negated ? unary('-', place, T.number) : place;
}

/** `i + 1 - 1` as `i`, `i - 1 - 1` as `i - 2`. */
function fold(given: Expression, shift: number): Expression | undefined {
  if (given.type !== 'BinaryExpression' || (given.operator !== '+' && given.operator !== '-')) return undefined;
  const known = numberOf(given.right);
  if (known === undefined || !Number.isInteger(known) || !isNumber(given.left)) return undefined;
  const sum = (given.operator === '+' ? known : -known) + shift;
  const blocks = [...(given.blocks ?? []), ...(given.right.blocks ?? [])];
  if (sum === 0) {
    const place = again(given.left);
    place.blocks = [...blocks, ...(given.left.blocks ?? [])];
    return place;
  }
  const rest = number(Math.abs(sum));
  const place = binary(sum > 0 ? '+' : '-', given.left, rest, T.number);
  return blocks.length > 0 ? { ...place, blocks } : place;
}
