/** Whether something is in a list or a text, which blocks ask by the place where it is. */

import { method, not, numberOf } from '../build.ts';
import type { CallExpression, Expression } from '../tree.ts';
import { isOnly, Kind, T } from '../types.ts';
import type { Builders } from './builders.ts';
import { isText, typeOf } from './convert.ts';
import type { Relation } from './operators.ts';

type Comparison = Relation | '===' | '!==';

/** The same comparison with the sides changed. */
const turned: Record<Comparison, Comparison> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '===': '===',
  '!==': '!==',
};

/** What each comparison with the place that stands for "nowhere", and with the first place, says: that it is there, or not. */
const atNowhere: Partial<Record<Comparison, boolean>> = { '===': false, '<=': false, '!==': true, '>': true };
const atFirst: Partial<Record<Comparison, boolean>> = { '<': false, '>=': true };

/** `topics.indexOf("ads") + 1 > 0` as `topics.includes("ads")`, where that says the same. */
export function holds(left: Expression, operator: Comparison, right: Expression, b: Builders): Expression | undefined {
  return asked(left, operator, right, b) ?? asked(right, turned[operator], left, b);
}

function asked(place: Expression, operator: Comparison, compared: Expression, b: Builders): Expression | undefined {
  const shift = b.oneBasedIndex ? 1 : 0;
  const known = numberOf(compared);
  const isThere = known === shift - 1 ? atNowhere[operator] : known === shift ? atFirst[operator] : undefined;
  const search = searchIn(place, shift);
  if (isThere === undefined || !search) return undefined;
  const { callee } = search;
  if (callee.type !== 'MemberExpression' || callee.computed) return undefined;
  const [item] = search.arguments;
  if (!item || item.type === 'SpreadElement') return undefined;
  // A list that holds NaN includes it, though it is nowhere to be found.
  if (!isText(callee.object) && !isOnly(typeOf(item), Kind.String)) return undefined;
  const included = method(
    callee.object,
    'includes',
    search.arguments.filter((each) => each.type !== 'SpreadElement'),
    T.boolean,
  );
  const found = isThere ? included : not(included);
  const blocks = [
    ...(place.blocks ?? []),
    ...(place === search ? [] : (search.blocks ?? [])),
    ...(compared.blocks ?? []),
  ];
  return blocks.length > 0 ? { ...found, blocks } : found;
}

/** The call of `indexOf` in a place, as the blocks that search give it. */
function searchIn(place: Expression, shift: number): CallExpression | undefined {
  let call = place;
  if (shift > 0) {
    if (place.type !== 'BinaryExpression' || !place.flat || numberOf(place.right) !== shift) return undefined;
    call = place.left;
  }
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression' || call.callee.computed)
    return undefined;
  return call.callee.property === 'indexOf' ? call : undefined;
}
