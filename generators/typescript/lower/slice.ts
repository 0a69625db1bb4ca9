import { binary, call, keyValue, member, method, number, numberOf, object } from '../build.ts';
import { listHelpers } from '../helpers/lists.ts';
import { textHelpers } from '../helpers/text.ts';
import type { Expression } from '../tree.ts';
import { T, type Type } from '../types.ts';
import type { BlockView } from './block-view.ts';
import type { Builders } from './builders.ts';
import { isText, typeOf } from './convert.ts';
import { again, isReference } from './entities.ts';
import { placeIn } from './index-value.ts';
import { settled } from './settled.ts';

/** The part of a text or list between two places, each counted from the start or from the end. */
export function slice(block: BlockView, whole: Expression, result: Type, b: Builders): Expression {
  const [from, to] = [block.field('WHERE1'), block.field('WHERE2')];
  if (from === 'FIRST' && to === 'LAST') return isText(whole) ? whole : method(whole, 'slice', [], result);

  const fromEnd = from === 'FROM_END';
  const toEnd = to === 'FROM_END';
  const isSimple = whole.type === 'Literal' || (whole.type === 'Identifier' && isReference(whole));

  const start = from === 'FIRST' ? number(0) : placeIn(block, 'AT1', b, fromEnd ? 1 : 0);
  // Up to a place that is not there is up to the end, to JavaScript.
  const isStartKnown = isSimple || !fromEnd || isShort(start);
  const optional = !toEnd && isStartKnown;
  const last = to === 'LAST' ? undefined : placeIn(block, 'AT2', b, toEnd ? 0 : 1, { optional });
  // None from the end is the end: the block that says so is found with the whole.
  const isAll = last !== undefined && toEnd && numberOf(last) === 0;
  const end = isAll ? undefined : last;
  const unseen = isAll && last.blocks ? { blocks: last.blocks } : {};

  if (isStartKnown && (isSimple || !toEnd || !end || isShort(end))) {
    const args = [fromEnd ? fromTheEnd(whole, start) : start];
    if (end) args.push(toEnd ? fromTheEnd(whole, end) : end);
    return { ...method(whole, 'slice', args, result), ...unseen };
  }
  // The length is needed too, and the whole must be made only once.
  const helper = isText(whole)
    ? b.helper('sliceText', textHelpers.sliceText)
    : b.helper('sliceList', listHelpers.sliceList);
  const places = [place(start, fromEnd), ...(end ? [place(end, toEnd)] : [])];
  return { ...call(helper, [settled(whole, b), ...places], result), ...unseen };
}

/** Whether a place is one that JavaScript counts from the end as Blockly does, however short the whole is. */
const isShort = (place: Expression): boolean => numberOf(place) === 1 || numberOf(place) === 2;

function fromTheEnd(whole: Expression, place: Expression): Expression {
  if (isShort(place)) return { ...number(-(numberOf(place) ?? 0)), ...(place.blocks && { blocks: place.blocks }) };
  const length = member(again(whole), 'length', T.number);
  return binary('-', length, place, T.number);
}

const place = (value: Expression, isFromEnd: boolean): Expression =>
  object([keyValue(isFromEnd ? 'fromEnd' : 'fromStart', value)], T.unknown);

/** The type of a new list with the elements of another. */
export function copyOf(list: Expression, block: BlockView, b: Builders): Type {
  const copy = b.lowerer.made.listOf(block.block);
  b.types.addElement(copy, b.types.elementOf(typeOf(list)));
  if (b.types.isSparse(typeOf(list))) b.types.markSparse(copy);
  return copy;
}
