/** Blockly's Text blocks. */

import {
  array,
  assign,
  binary,
  call,
  logical,
  member,
  method,
  not,
  number,
  run,
  template,
  text,
  textOf,
} from '../build.ts';
import { listHelpers } from '../helpers/lists.ts';
import { textHelpers } from '../helpers/text.ts';
import type { Expression, Statement } from '../tree.ts';
import { absent, Kind, mayBe, T } from '../types.ts';
import type { BlockView } from './block-view.ts';
import type { Builders } from './builders.ts';
import { isList, isNumber, isText, mayBeAbsent, textAsIs, toList, toNumber, toText, typeOf } from './convert.ts';
import { placeIn } from './index-value.ts';
import { slice } from './slice.ts';
import type { Lowerings } from './lowering.ts';
import { chained } from './operators.ts';

export const textBlocks: Lowerings = {
  text: literal,
  text_multiline: literal,

  text_join: join,

  text_append(block, b) {
    const variable = block.variable('VAR');
    const type = b.lowerer.knowledge.look(variable);
    const { result: value, disturbed } = b.lowerer.effects.watch([], type, () =>
      block.required('TEXT', 'any', emptyText),
    );
    if (!variable.readUnset && (type.kinds === 0 || type === T.string)) {
      return run(assign(b.lowerer.knowledge.target(variable, T.string, 'update'), value, '+='));
    }
    // TypeScript would take `+=` for the type that the variable has just then.
    const before = b.lowerer.knowledge.read(variable);
    // A list becomes text when all else is done, which may have changed it.
    const both = disturbed ? binary('+', before, textAsIs(value), T.string) : joined([before, value]);
    return run(assign(b.lowerer.knowledge.target(variable, T.string), both));
  },

  text_length: (block, b) => lengthOf(block.required('VALUE', 'any', emptyText), b),

  text_isEmpty: (block, b) => isEmpty(block.required('VALUE', 'any', emptyText), b),

  text_indexOf(block, b) {
    const name = block.field('END') === 'FIRST' ? 'indexOf' : 'lastIndexOf';
    const part = block.required('FIND', 'string as is');
    const found = method(block.required('VALUE', 'string'), name, [part], T.number);
    return b.oneBasedIndex ? chained('+', found, number(1)) : found;
  },

  text_charAt(block, b) {
    const whole = block.required('VALUE', 'string');
    switch (block.field('WHERE')) {
      case 'FIRST':
        return method(whole, 'charAt', [number(0)], T.string);
      case 'LAST':
        return method(whole, 'slice', [number(-1)], T.string);
      case 'FROM_END': {
        const rest = method(whole, 'slice', [placeIn(block, 'AT', b, 1, { negated: true })], T.string);
        return method(rest, 'charAt', [number(0)], T.string);
      }
      case 'RANDOM':
        return call(b.helper('randomLetter', textHelpers.randomLetter), [whole], T.stringOrUndefined);
      default:
        return method(whole, 'charAt', [placeIn(block, 'AT', b)], T.string);
    }
  },

  text_getSubstring(block, b) {
    // From the first letter to the last, it is what it is, be it a text or not.
    const isWhole = block.field('WHERE1') === 'FIRST' && block.field('WHERE2') === 'LAST';
    if (isWhole) return block.required('STRING', 'any', emptyText);
    return slice(block, block.required('STRING', 'string'), T.string, b);
  },

  text_changeCase(block, b) {
    const value = block.required('TEXT', 'string');
    switch (block.field('CASE')) {
      case 'UPPERCASE':
        return method(value, 'toUpperCase', [], T.string);
      case 'LOWERCASE':
        return method(value, 'toLowerCase', [], T.string);
      default:
        return call(b.helper('toTitleCase', textHelpers.toTitleCase), [value], T.string);
    }
  },

  text_trim(block) {
    const names: Record<string, string> = { LEFT: 'trimStart', RIGHT: 'trimEnd' };
    return method(block.required('TEXT', 'string'), block.entry('MODE', names) ?? 'trim', [], T.string);
  },

  text_count: (block, b) =>
    call(
      b.helper('countText', textHelpers.countText),
      [block.required('TEXT', 'string'), block.required('SUB', 'string as is')],
      T.number,
    ),

  text_replace(block) {
    const whole = block.required('TEXT', 'string');
    return method(
      whole,
      'replaceAll',
      [block.required('FROM', 'string as is'), block.required('TO', 'string as is')],
      T.string,
    );
  },

  text_reverse(block) {
    const letters = method(block.required('TEXT', 'string'), 'split', [text('')], T.unknown);
    return method(method(letters, 'reverse', [], T.unknown), 'join', [text('')], T.string);
  },

  text_print(block): Statement {
    return run(call('console.log', [block.required('TEXT', 'any', emptyText)], T.undefined));
  },

  text_prompt: prompt,
  text_prompt_ext: prompt,
};

const emptyText = (): Expression => text('');

function literal(block: BlockView): Expression {
  return text(block.field('TEXT'));
}

/** The length of a text or a list; of anything else there is none. */
export function lengthOf(value: Expression, b: Builders): Expression {
  if (isText(value) || isList(value)) return member(value, 'length', T.number);
  if (mayBeAbsent(value, Kind.List)) return member(toList(value, b.lowerer), 'length', T.number);
  if (mayBeAbsent(value, Kind.String)) return member(toText(value), 'length', T.number);
  const type = typeOf(value).kinds === 0 ? T.never : T.numberOrUndefined;
  return call(b.helper('lengthOf', listHelpers.lengthOf), [value], type);
}

/** Whether a text or a list is empty. */
export function isEmpty(value: Expression, b: Builders): Expression {
  if (mayBeAbsent(value, Kind.String)) return not(value);
  const length = lengthOf(value, b);
  return isNumber(length) ? binary('===', length, number(0), T.boolean) : not(length);
}

/** How many items a block with items has: as its extra state and its inputs say, whichever is more. */
export function itemsOf(block: BlockView): number {
  const stated = block.state('itemCount');
  let count = typeof stated === 'number' && stated >= 0 ? Math.min(Math.floor(stated), 10_000) : 0;
  while (block.has(`ADD${count}`)) count++;
  return count;
}

function join(block: BlockView, b: Builders): Expression {
  const { result: items, disturbed } = b.lowerer.effects.watch([], T.unknown, () =>
    Array.from({ length: itemsOf(block) }, (_, index) => block.required(`ADD${index}`, 'any', emptyText)),
  );
  const [only] = items;
  if (!only) return text('');
  if (items.length === 1) return textAsIs(only);
  // Blockly joins three and more through a list, where nothing at all (null, undefined) leaves no trace.
  if (items.length > 2) {
    const isChanged = disturbed && items.some((item) => mayBe(typeOf(item), Kind.List | Kind.Object));
    if (isChanged || items.some((item) => item.type === 'ConditionalExpression' && mayBe(typeOf(item), absent))) {
      return method(array(items, b.types.newList(T.unknown)), 'join', [text('')], T.string);
    }
    return joined(items.map((item) => (mayBe(typeOf(item), absent) ? orNothing(item) : item)));
  }
  return joined(items);
}

/** An empty text in the place of a value that may be absent. */
function orNothing(item: Expression): Expression {
  if (item.type !== 'Literal') return logical('??', item, text(''), T.unknown);
  return { ...text(''), ...(item.blocks && { blocks: item.blocks }) };
}

function joined(items: Expression[]): Expression {
  if (items.every((item) => textOf(item) !== undefined)) {
    return { ...text(items.map(textOf).join('')), blocks: items.flatMap((item) => item.blocks ?? []) };
  }
  // An empty text leaves no trace of its own: its block is found with the whole.
  const isEmpty = (item: Expression): boolean => textOf(item) === '';
  const shown = items.filter((item) => !isEmpty(item));
  const whole = template([...shown.map(() => ''), ''], shown);
  const unseen = items.filter(isEmpty).flatMap((item) => item.blocks ?? []);
  return unseen.length > 0 ? { ...whole, blocks: unseen } : whole;
}

function prompt(block: BlockView, b: Builders): Expression {
  const message = block.hasField('TEXT') ? text(block.field('TEXT')) : block.required('TEXT', 'string');
  const answer = b.awaited(call(b.host('prompt'), [message], T.unknown), T.stringOrNull);
  return block.field('TYPE') === 'NUMBER' ? toNumber(answer) : answer;
}
