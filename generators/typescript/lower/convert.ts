/**
 * Conversions of values to what a block wants: none where the type is already right, otherwise
 * what JavaScript would have done silently, said aloud.
 */

import { array, call, create, id, logical, method, not, number, text } from '../build.ts';
import type { BinaryOperator, Expression, Literal } from '../tree.ts';
import { absent, isOnly, Kind, kinds, mayBe, solid, T, without, type Type } from '../types.ts';
import { dateHelpers } from '../helpers/dates.ts';
import { listHelpers } from '../helpers/lists.ts';
import { valueHelpers } from '../helpers/values.ts';
import type { Lowerer } from './lowerer.ts';
import { settled } from './settled.ts';

export function typeOf(node: Expression): Type {
  return node.valueType ?? T.unknown;
}

export const isNumber = (node: Expression): boolean => isOnly(typeOf(node), Kind.Number);
export const isText = (node: Expression): boolean => isOnly(typeOf(node), Kind.String);
export const isBoolean = (node: Expression): boolean => isOnly(typeOf(node), Kind.Boolean);
export const isList = (node: Expression): boolean => isOnly(typeOf(node), Kind.List);
export const isDate = (node: Expression): boolean => isOnly(typeOf(node), Kind.Date);

export function toNumber(node: Expression): Expression {
  if (isNumber(node)) return node;
  const isNullable = (typeOf(node).kinds & Kind.Number) !== 0 && isOnly(typeOf(node), Kind.Number | Kind.Null);
  return isNullable ? logical('??', node, number(0), T.number) : call('Number', [node], T.number);
}

/** A text; an empty one where nothing is there. */
export function toText(node: Expression): Expression {
  return mayBeAbsent(node, Kind.String) ? logical('??', node, text(''), T.string) : textAsIs(node);
}

/** The text that JavaScript makes of any value: "undefined" where nothing is there. */
export function textAsIs(node: Expression): Expression {
  return isText(node) ? node : call('String', [node], T.string);
}

/** A text that may be left out: JavaScript then takes one of its own. */
export function textIfAny(node: Expression, lowerer: Lowerer): Expression {
  if (!mayBe(typeOf(node), Kind.Undefined)) return textAsIs(node);
  if (isOnly(typeOf(node), Kind.String | Kind.Undefined)) return node;
  return call(lowerer.helper('textIfAny', valueHelpers.textIfAny), [node], T.stringOrUndefined);
}

/** A number that may be left out: JavaScript then takes one of its own. */
export function numberIfAny(node: Expression, lowerer: Lowerer): Expression {
  if (!mayBe(typeOf(node), Kind.Undefined)) return toNumber(node);
  if (isOnly(typeOf(node), Kind.Number | Kind.Undefined)) return node;
  return call(lowerer.helper('numberIfAny', valueHelpers.numberIfAny), [node], T.numberOrUndefined);
}

/** Whether a value is of this kind or is not there at all. */
export function mayBeAbsent(node: Expression, kind: number): boolean {
  const { kinds } = typeOf(node);
  return (kinds & kind) !== 0 && kinds !== kind && isOnly(typeOf(node), kind | absent);
}

/**
 * Whether an expression is plainly true or false, which TypeScript refuses where it is decided by
 * it (errors 2872 and 2873), or would narrow to nothing where it is not true.
 */
export function truthOf(node: Expression): boolean | undefined {
  if (isOnly(typeOf(node), solid)) return true;
  switch (node.type) {
    case 'Literal':
      return truthOfValue(node.value);
    case 'Identifier':
      return node.name === 'undefined' ? false : undefined;
    case 'TemplateLiteral':
      return node.expressions.length > 0 ? undefined : node.quasis.some((quasi) => quasi !== '');
    case 'ConditionalExpression': {
      const truth = truthOf(node.consequent);
      return truth === truthOf(node.alternate) ? truth : undefined;
    }
    case 'TSAsExpression':
      return truthOf(node.expression);
    default:
      return undefined;
  }
}

function truthOfValue(value: Literal['value']): boolean | undefined {
  if (value === null) return false;
  if (typeof value === 'string') return value !== '';
  return typeof value === 'boolean' || value === 0 || value === 1 ? undefined : true;
}

/** A value to decide by: as it is, wherever TypeScript lets it decide. */
export function toCondition(node: Expression, lowerer: Lowerer): Expression {
  const negated = node.type === 'UnaryExpression' && node.operator === '!' ? node.argument : undefined;
  if (negated?.type === 'UnaryExpression' && negated.operator === '!') {
    const { argument } = negated;
    const blocks = [...(node.blocks ?? []), ...(negated.blocks ?? []), ...(argument.blocks ?? [])];
    if (blocks.length > 0) argument.blocks = blocks;
    return argument;
  }
  return truthOf(node) === undefined ? node : toBoolean(node, lowerer);
}

/** `Boolean(value)`. */
export function toBoolean(node: Expression, lowerer: Lowerer): Expression {
  // Of two objects with different properties TypeScript makes a type of its own, which neither need fit.
  const argument = node.type === 'ConditionalExpression' ? settled(node, lowerer) : node;
  return call('Boolean', [argument], T.boolean);
}

/** `!value`; of a comparison for equality, the other comparison. */
export function negated(value: Expression): Expression {
  if (value.type !== 'BinaryExpression') return not(value);
  const opposite = opposites[value.operator];
  if (opposite === undefined) return not(value);
  return { ...value, operator: opposite };
}

const opposites: Partial<Record<BinaryOperator, BinaryOperator>> = {
  '===': '!==',
  '!==': '===',
  '==': '!=',
  '!=': '==',
};

/** A list; `role` is what the block in hand wants it for. */
export function toList(node: Expression, lowerer: Lowerer, role = 'of'): Expression {
  if (isList(node) || typeOf(node).kinds === 0) return node;
  if (isText(node)) return method(node, 'split', [text('')], lowerer.made.listHere(`${role} letters`, T.string));
  if (mayBeAbsent(node, Kind.List)) {
    const list = without(typeOf(node), absent);
    return logical('??', node, array([], list), list);
  }
  return call(
    lowerer.helper('toList', listHelpers.toList),
    [node],
    lowerer.made.listHere(`${role} anything`, T.unknown),
  );
}

export function toTextList(node: Expression, lowerer: Lowerer, role = 'of'): Expression {
  if (node.type === 'ArrayExpression') {
    // The items of a list that is written out are converted one by one.
    const elements = node.elements.map((item) => (item.type === 'SpreadElement' ? item : toText(item)));
    return { ...node, elements, valueType: lowerer.types.newList(T.string) };
  }
  const list = toList(node, lowerer, role);
  const element = lowerer.types.elementOf(typeOf(list));
  if (isOnly(element, Kind.String)) return list;
  return method(list, 'map', [id('String')], lowerer.types.newList(T.string));
}

/** A date; an invalid one where nothing is there. */
export function toDate(node: Expression, lowerer: Lowerer): Expression {
  const type = typeOf(node);
  if (isDate(node) || type.kinds === 0) return node;
  // Of a choice, what decides it is in the code too.
  if (isOnly(type, absent) && truthOf(node) === false && node.type !== 'ConditionalExpression')
    return create('Date', [{ ...id('NaN', T.number), ...(node.blocks && { blocks: node.blocks }) }], T.date);
  if (isOnly(type, Kind.Undefined)) return create('Date', [toNumber(node)], T.date);
  if (isOnly(type, Kind.Date | Kind.Number | Kind.String)) return create('Date', [node], T.date);
  if (node.type !== 'ConditionalExpression' && isOnly(type, Kind.Date | Kind.Number | Kind.String | absent)) {
    return create('Date', [logical('??', node, id('NaN', T.number), T.unknown)], T.date);
  }
  return call(lowerer.helper('toDate', dateHelpers.toDate), [node], T.date);
}

/** A date, or undefined where nothing is there. */
export function toOptionalDate(node: Expression, lowerer: Lowerer): Expression {
  if (isOnly(typeOf(node), Kind.Undefined)) return node;
  if (!mayBeAbsent(node, Kind.Date)) return toDate(node, lowerer);
  const date = kinds(Kind.Date | Kind.Undefined);
  return typeOf(node).kinds & Kind.Null ? logical('??', node, id('undefined', T.undefined), date) : node;
}
