/** Blockly's Lists blocks. */

import {
  array,
  arrayOf,
  arrow,
  as,
  assign,
  binary,
  call,
  element,
  id,
  member,
  method,
  named,
  nil,
  number,
  numberOf,
  param,
  run,
  text,
  unary,
} from '../build.ts';
import { sourcesOf } from '../analyze/apparent.ts';
import { listHelpers } from '../helpers/lists.ts';
import { textHelpers } from '../helpers/text.ts';
import type { Expression, Statement } from '../tree.ts';
import { isOnly, Kind, mayBe, T, type Type } from '../types.ts';
import type { BlockView } from './block-view.ts';
import type { Builders } from './builders.ts';
import { isText, textAsIs, toList, typeOf } from './convert.ts';
import { again, isFollowed, isReference } from './entities.ts';
import { placeIn } from './index-value.ts';
import type { Lowerings } from './lowering.ts';
import { chained } from './operators.ts';
import { annotationOf, settled } from './settled.ts';
import { copyOf, slice } from './slice.ts';
import { isEmpty, itemsOf, lengthOf } from './text.ts';

export const lists: Lowerings = {
  lists_create_empty: (block, b) => b.lowerer.emptyList(block.block),

  lists_create_with(block, b) {
    const list = b.lowerer.made.listOf(block.block);
    const items: Expression[] = [];
    for (let index = 0; index < itemsOf(block); index++) {
      const item = block.required(`ADD${index}`, 'any', nil);
      b.types.addElement(list, typeOf(item));
      items.push(item);
    }
    return array(items, list);
  },

  lists_repeat(block, b) {
    const list = b.lowerer.made.listOf(block.block);
    const item = block.required('ITEM', 'any', nil);
    b.types.addElement(list, typeOf(item));
    const times = block.required('NUM', 'number');
    return call(b.helper('repeat', listHelpers.repeat), [item, times], list);
  },

  lists_length: (block, b) =>
    lengthOf(
      block.required('VALUE', 'any', () => b.lowerer.emptyList(block.block)),
      b,
    ),

  lists_isEmpty: (block, b) =>
    isEmpty(
      block.required('VALUE', 'any', () => b.lowerer.emptyList(block.block)),
      b,
    ),

  lists_indexOf(block, b) {
    const name = block.field('END') === 'FIRST' ? 'indexOf' : 'lastIndexOf';
    const list = block.required('VALUE', 'any', () => b.lowerer.emptyList(block.block));
    const item = block.required('FIND', 'any', () => text(''));
    const found = isText(list)
      ? method(list, name, [textAsIs(item)], T.number)
      : method(searched(toList(list, b.lowerer), item, b), name, [item], T.number);
    return b.oneBasedIndex ? chained('+', found, number(1)) : found;
  },

  lists_getIndex: getIndex,
  lists_setIndex: setIndex,

  lists_getSublist(block, b) {
    const whole = block.required('LIST', 'any', () => b.lowerer.emptyList(block.block));
    if (isText(whole)) return slice(block, whole, T.string, b);
    const list = toList(whole, b.lowerer);
    return slice(block, list, typeOf(list).kinds === 0 ? T.never : copyOf(list, block, b), b);
  },

  lists_split(block, b) {
    if (block.field('MODE') === 'JOIN') {
      const list = block.required('INPUT', 'list');
      return method(list, 'join', [block.required('DELIM', 'optional string')], T.string);
    }
    const whole = block.required('INPUT', 'string');
    const parts = b.lowerer.made.listOf(block.block);
    b.types.addElement(parts, T.string);
    const separator = block.required('DELIM', 'any', () => text(''));
    return mayBe(typeOf(separator), Kind.Undefined)
      ? call(b.helper('splitText', textHelpers.splitText), [whole, separator], parts)
      : method(whole, 'split', [textAsIs(separator)], parts);
  },

  lists_sort: sort,

  lists_reverse(block, b) {
    const list = block.required('LIST', 'list');
    const reversed = copyOf(list, block, b);
    return method(copied(list, reversed), 'reverse', [], reversed);
  },
};

/** A copy of a list that is going to be changed; the list itself if it was made on the spot, and nobody else has it. */
function copied(list: Expression, type: Type): Expression {
  return isNew(list) ? list : method(list, 'slice', [], type);
}

const methodsThatCopy = new Set(['slice', 'split', 'map', 'sort', 'reverse']);
const helpersThatCopy = new Set(['sliceList', 'modes', 'repeat']);

function isNew(list: Expression): boolean {
  if (list.type === 'ArrayExpression') return true;
  if (list.type !== 'CallExpression') return false;
  const { callee } = list;
  if (callee.type === 'MemberExpression') return !callee.computed && methodsThatCopy.has(callee.property);
  return (
    callee.type === 'Identifier' &&
    isReference(callee) &&
    callee.entity.kind === 'helper' &&
    helpersThatCopy.has(callee.entity.label)
  );
}

function sort(block: BlockView, b: Builders): Expression {
  const list = block.required('LIST', 'list');
  const element = b.types.elementOf(typeOf(list));
  const sorted = copyOf(list, block, b);
  const copy = copied(list, sorted);
  const isDescending = block.field('DIRECTION') === '-1';
  // Where TypeScript has to follow what is in the list from round to round, it gives the function a type too early.
  const annotation = b.lowerer.position.inLoop && isFollowed(list) ? annotationOf(element, b.types) : undefined;
  const [first, second] = [id('a', element), id('b', element)];
  const by = (order: Expression): Expression =>
    method(copy, 'sort', [arrow([param('a', annotation), param('b', annotation)], order)], sorted);
  switch (block.field('TYPE')) {
    case 'TEXT':
      if (isOnly(element, Kind.String)) {
        const ascending = method(copy, 'sort', [], sorted);
        return isDescending ? method(ascending, 'reverse', [], sorted) : ascending;
      }
      return byHelper('byText');
    case 'IGNORE_CASE':
      return byHelper('byTextIgnoringCase');
    default:
      if (isOnly(element, Kind.Number)) {
        const [less, more] = isDescending ? [second, first] : [first, second];
        return by(binary('-', less, more, T.number));
      }
      return byHelper('byNumber');
  }

  function byHelper(name: 'byNumber' | 'byText' | 'byTextIgnoringCase'): Expression {
    const order = b.helper(name, listHelpers[name]);
    // Not `order(b, a)`: texts that are equal count as in order, whichever comes first.
    return isDescending
      ? by(unary('-', call(order, [first, second], T.number), T.number))
      : method(copy, 'sort', [order], sorted);
  }
}

/** A list in which TypeScript lets us look for the item, whatever its type. */
function searched(list: Expression, item: Expression, b: Builders): Expression {
  const elements = b.types.elementOf(typeOf(list));
  const type = typeOf(item);
  const isKnown = list.type !== 'ArrayExpression' || isPlain(list);
  const fits = isOnly(type, elements.kinds) && !type.list && !type.object && isKnown;
  const isMade =
    list.type === 'ArrayExpression' || (list.type === 'CallExpression' && list.callee.type === 'MemberExpression');
  if (fits || (elements.kinds & Kind.Unknown && !isMade)) return settled(list, b);
  return as(list, arrayOf(named('unknown')), typeOf(list));
}

/** A list that items are put into: one that is written out must be told the type of all it may hold. */
function container(list: Expression, b: Builders): Expression {
  if (list.type === 'Identifier' || isCallOf(list, 'toList')) return list;
  // The channels of a device are a list of text, whatever else is put into them.
  const isOfDevice = list.type === 'MemberExpression' && isOnly(typeOf(list.object), Kind.DeviceInfo);
  const isTexts = isOfDevice && isOnly(b.types.elementOf(typeOf(list)), Kind.String);
  if (list.type === 'MemberExpression' && (!isOfDevice || isTexts)) return list;
  if (list.type === 'LogicalExpression' && list.left.type === 'Identifier') return { ...list, isFilled: true };
  return isPlain(list) ? settled(list, b) : as(list, annotationOf(typeOf(list), b.types), typeOf(list));
}

/** Whether there are only numbers, texts and the like in a list that is written out: of others TypeScript may know more. */
function isPlain(list: Expression): boolean {
  return list.type === 'ArrayExpression' && sourcesOf(list).every(({ type }) => type === 'Literal');
}

/** Whether an expression is a call of the helper. */
function isCallOf(node: Expression, helper: keyof typeof listHelpers): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || !isReference(node.callee)) return false;
  const { entity } = node.callee;
  return entity.kind === 'helper' && entity.label === helper;
}

function maybe(type: Type, b: Builders): Type {
  return b.types.join(type, T.undefined);
}

function getIndex(block: BlockView, b: Builders): Expression | Statement {
  const mode = block.field('MODE') || 'GET';
  const where = block.field('WHERE') || 'FROM_START';
  const given = block.required('VALUE', 'any', () => b.lowerer.emptyList(block.block));
  const isTextual = isText(given) && mode === 'GET';
  const list = isTextual ? given : settled(toList(given, b.lowerer), b);
  const isOpen = !isTextual && typeOf(list).kinds === 0;
  const item = isOpen ? T.never : maybe(isTextual ? T.string : b.types.elementOf(typeOf(list)), b);
  if (mode === 'GET') return getItem(block, list, where, item, b);
  b.lowerer.knowledge.disturb(typeOf(list));
  if (mode === 'REMOVE') return run(removeItem(block, list, where, item, b, false));
  return removeItem(block, list, where, item, b, true);
}

function getItem(block: BlockView, list: Expression, where: string, item: Type, b: Builders): Expression {
  const at = (place: Expression): Expression => element(list, place, item);
  switch (where) {
    case 'FIRST':
      return at(number(0));
    case 'LAST':
      return method(list, 'at', [number(-1)], item);
    case 'FROM_END':
      return element(
        method(list, 'slice', [placeIn(block, 'AT', b, 1, { negated: true })], typeOf(list)),
        number(0),
        item,
      );
    case 'RANDOM':
      return call(
        isText(list)
          ? b.helper('randomLetter', textHelpers.randomLetter)
          : b.helper('randomItem', listHelpers.randomItem),
        [list],
        item,
      );
    default:
      return at(placeIn(block, 'AT', b));
  }
}

/** Removes an item; gives it, if it is wanted. */
function removeItem(
  block: BlockView,
  list: Expression,
  where: string,
  item: Type,
  b: Builders,
  isWanted: boolean,
): Expression {
  const cut = (place: Expression): Expression => {
    const removed = method(list, 'splice', [place, number(1)], typeOf(list));
    return isWanted ? element(removed, number(0), item) : removed;
  };
  switch (where) {
    case 'FIRST':
      return method(list, 'shift', [], item);
    case 'LAST':
      return method(list, 'pop', [], item);
    case 'FROM_END':
      return cut(placeIn(block, 'AT', b, 1, { negated: true }));
    case 'RANDOM':
      return call(b.helper('removeRandomItem', listHelpers.removeRandomItem), [list], item);
    default:
      return cut(placeIn(block, 'AT', b));
  }
}

function setIndex(block: BlockView, b: Builders): Statement | Statement[] {
  const inserts = block.field('MODE') === 'INSERT';
  const where = block.field('WHERE') || 'FROM_START';
  const given = block.required('LIST', 'list');
  const type = typeOf(given);
  const place = where === 'FROM_START' || where === 'FROM_END';
  const at = place ? placeIn(block, 'AT', b, where === 'FROM_END' ? 1 : 0) : number(0);
  const { result: item, disturbed } = b.lowerer.effects.watch([], type, () => block.required('TO', 'any', nil));
  b.types.addElement(type, typeOf(item));
  b.lowerer.knowledge.disturb(type);
  const list = container(given, b);
  const isFromEnd = where === 'FROM_END' || (where === 'LAST' && !inserts);
  if (disturbed && (where === 'RANDOM' || (isFromEnd && list.type !== 'Identifier'))) {
    return setInOrder(list, inserts, where, at, item, b);
  }
  const helper = (name: keyof typeof listHelpers, ...args: Expression[]): Statement =>
    run(call(b.helper(name, listHelpers[name]), [list, ...args], T.undefined));
  const isVariable = list.type === 'Identifier';
  const fromEnd = (place: Expression): Expression =>
    binary('-', member(again(list), 'length', T.number), place, T.number);

  if (inserts) {
    switch (where) {
      case 'FIRST':
        return run(method(list, 'unshift', [item], T.number));
      case 'LAST':
        return run(method(list, 'push', [item], T.number));
      case 'FROM_END':
        if (isVariable) return run(method(list, 'splice', [fromEnd(at), number(0), item], T.unknown));
        return helper('insertFromEnd', at, item);
      case 'RANDOM':
        return helper('insertAtRandom', item);
      default:
        return run(method(list, 'splice', [at, number(0), item], T.unknown));
    }
  }
  const target = (index: Expression): Statement => run(assign(element(list, index, typeOf(item)), item));
  switch (where) {
    case 'FIRST':
      return target(number(0));
    case 'LAST':
      return isVariable ? target(fromEnd(number(1))) : helper('setFromEnd', number(1), item);
    case 'FROM_END':
      return isVariable ? target(fromEnd(at)) : helper('setFromEnd', at, item);
    case 'RANDOM':
      return helper('setRandomItem', item);
    default:
      if (numberOf(at) !== 0) b.types.markSparse(type);
      return target(at);
  }
}

/**
 * Where the item changes the length of the list as it is made, the place, which hangs on that length, comes before it.
 * No helper can do that: all it is given is made before it begins.
 */
function setInOrder(
  given: Expression,
  inserts: boolean,
  where: string,
  at: Expression,
  item: Expression,
  b: Builders,
): Statement[] {
  const statements: Statement[] = [];
  const list = given.type === 'Identifier' ? given : b.lowerer.constant('list', given, statements)();
  const length = member(again(list), 'length', T.number);
  let place: Expression = binary('-', length, where === 'FROM_END' ? at : number(1), T.number);
  if (where === 'RANDOM') {
    const chance = binary('*', method(id('Math'), 'random', [], T.number), length, T.number);
    place = b.lowerer.constant('place', method(id('Math'), 'floor', [chance], T.number), statements)();
  }
  const change = inserts
    ? method(list, 'splice', [place, number(0), item], T.unknown)
    : assign(element(list, place, typeOf(item)), item);
  return [...statements, run(change)];
}
