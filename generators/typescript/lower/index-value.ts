/** Places in lists and texts: from the start or the end, counted from 1 or from 0. */

import { binary, number, numberOf, unary } from '../build.ts';
import type { Expression } from '../tree.ts';
import { T } from '../types.ts';
import type { BlockView } from './block-view.ts';
import type { Builders } from './builders.ts';

/**
 * The value of an index input as JavaScript counts, from 0, plus `delta`; negated on wish.
 * An empty input is the first place.
 */
export function placeIn(block: BlockView, input: string, b: Builders, delta = 0, negated = false): Expression {
  const shift = b.oneBasedIndex ? delta - 1 : delta;
  const given = block.required(input, 'number', () => number(b.oneBasedIndex ? 1 : 0));
  const known = numberOf(given);
  if (known !== undefined) {
    const place = number(negated ? -(known + shift) : known + shift);
    return given.blocks ? { ...place, blocks: given.blocks } : place;
  }
  let place = given;
  if (shift > 0) place = binary('+', given, number(shift), T.number);
  if (shift < 0) place = binary('-', given, number(-shift), T.number);
  return negated ? unary('-', place, T.number) : place;
}
