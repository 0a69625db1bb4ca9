/** Blockly's Math blocks. */

import { binary, call, id, method, named, number, path, spread, unary } from '../build.ts';
import { listHelpers } from '../helpers/lists.ts';
import { mathHelpers } from '../helpers/math.ts';
import { valueHelpers } from '../helpers/values.ts';
import type { BinaryOperator, Expression } from '../tree.ts';
import { isOnly, Kind, scalar, T, type Type } from '../types.ts';
import type { BlockView } from './block-view.ts';
import type { Builders } from './builders.ts';
import { typeOf } from './convert.ts';
import type { Lowerings } from './lowering.ts';
import { settled } from './settled.ts';
import { copyOf } from './slice.ts';
import { changeBy } from './variables.ts';
import { add, chained } from './operators.ts';

const operators: Record<string, BinaryOperator> = { MINUS: '-', MULTIPLY: '*', DIVIDE: '/', POWER: '**' };

const functions: Record<string, string> = {
  ABS: 'Math.abs',
  ROOT: 'Math.sqrt',
  LN: 'Math.log',
  EXP: 'Math.exp',
  ROUND: 'Math.round',
  ROUNDUP: 'Math.ceil',
  ROUNDDOWN: 'Math.floor',
  SIN: 'Math.sin',
  COS: 'Math.cos',
  TAN: 'Math.tan',
  ASIN: 'Math.asin',
  ACOS: 'Math.acos',
  ATAN: 'Math.atan',
  LOG10: 'Math.log',
};

export const math: Lowerings = {
  math_number: (block) => number(Number(block.field('NUM'))),

  math_arithmetic(block, b) {
    const operator = block.entry('OP', operators);
    if (!operator) return add(block.required('A', 'any', zero), block.required('B', 'any', zero), b);
    const [left, right] = [block.required('A', 'number'), block.required('B', 'number')];
    return operator === '*' ? chained(operator, left, right) : binary(operator, left, right, T.number);
  },

  math_single: single,
  math_round: single,
  math_trig: single,

  math_constant(block) {
    switch (block.field('CONSTANT')) {
      case 'GOLDEN_RATIO':
        return divide(binary('+', number(1), call('Math.sqrt', [number(5)], T.number), T.number), number(2));
      case 'INFINITY':
        return number(Infinity);
      case 'E':
        return constant('Math.E');
      case 'SQRT2':
        return constant('Math.SQRT2');
      case 'SQRT1_2':
        return constant('Math.SQRT1_2');
      default:
        return constant('Math.PI');
    }
  },

  math_number_property(block, b) {
    const value = block.required('NUMBER_TO_CHECK', 'number');
    const rest = (divisor: Expression, result: number): Expression =>
      binary('===', binary('%', value, divisor, T.number), number(result), T.boolean);
    switch (block.field('PROPERTY')) {
      case 'ODD':
        return rest(number(2), 1);
      case 'WHOLE':
        return rest(number(1), 0);
      case 'POSITIVE':
        return binary('>', value, number(0), T.boolean);
      case 'NEGATIVE':
        return binary('<', value, number(0), T.boolean);
      case 'PRIME':
        return call(b.helper('isPrime', mathHelpers.isPrime), [value], T.boolean);
      case 'DIVISIBLE_BY':
        return rest(block.required('DIVISOR', 'number'), 0);
      default:
        return rest(number(2), 0);
    }
  },

  math_change: (block, b) => changeBy(block.variable('VAR'), block.required('DELTA', 'any', zero), b),

  math_on_list: onList,

  math_modulo: (block) =>
    binary('%', block.required('DIVIDEND', 'number'), block.required('DIVISOR', 'number'), T.number),

  math_constrain(block) {
    const value = block.required('VALUE', 'number');
    const low = block.required('LOW', 'number');
    const high = block.required('HIGH', 'number', () => number(Infinity));
    return call('Math.min', [call('Math.max', [value, low], T.number), high], T.number);
  },

  math_random_int: (block, b) =>
    call(
      b.helper('randomInteger', mathHelpers.randomInteger),
      [block.required('FROM', 'number'), block.required('TO', 'number')],
      T.number,
    ),

  math_random_float: () => call('Math.random', [], T.number),

  math_atan2(block) {
    const [x, y] = [block.required('X', 'number'), block.required('Y', 'number')];
    return inDegrees(call('Math.atan2', [y, x], T.number));
  },
};

const zero = (): Expression => number(0);

const constant = (name: string): Expression => ({ ...path(name), valueType: T.number });

const divide = (a: Expression, b: Expression): Expression => binary('/', a, b, T.number);

const inDegrees = (radians: Expression): Expression =>
  binary('*', divide(radians, constant('Math.PI')), number(180), T.number);

const inRadians = (degrees: Expression): Expression =>
  binary('*', divide(degrees, number(180)), constant('Math.PI'), T.number);

function single(block: BlockView): Expression {
  const value = block.required('NUM', 'number');
  const operation = block.field('OP');
  const name = block.entry('OP', functions) ?? 'Math.abs';
  switch (operation) {
    case 'NEG':
      return unary('-', value, T.number);
    case 'POW10':
      return binary('**', number(10), value, T.number);
    case 'SIN':
    case 'COS':
    case 'TAN':
      return call(name, [inRadians(value)], T.number);
    case 'ASIN':
    case 'ACOS':
    case 'ATAN':
      return inDegrees(call(name, [value], T.number));
    case 'LOG10':
      return divide(call('Math.log', [value], T.number), call('Math.log', [number(10)], T.number));
    default:
      return call(name, [value], T.number);
  }
}

/** The list as one of numbers: its elements are converted where they may be something else. */
function numbers(list: Expression, b: Builders): Expression {
  const element = b.types.elementOf(typeOf(list));
  if (isOnly(element, Kind.Number) || isEmptyList(list)) return list;
  return method(list, 'map', [id('Number')], b.types.newList(T.number));
}

function onList(block: BlockView, b: Builders): Expression {
  const list = block.required('LIST', 'list');
  const element = b.types.elementOf(typeOf(list));
  const isScalar = isEmptyList(list) || isOnly(element, scalar);
  const helper = (name: keyof typeof mathHelpers, argument: Expression, type: typeof T.number): Expression =>
    call(b.helper(name, mathHelpers[name]), [argument], type);
  /** Where an item is text, JavaScript joins what it should add. */
  const ofAny = (name: 'averageOf' | 'standardDeviationOf', type: Type): Expression =>
    call(b.helper(name, mathHelpers[name]), [list, b.helper('add', valueHelpers.add)], type);
  switch (block.field('OP')) {
    case 'MIN':
      return extreme('Math.min', list, b);
    case 'MAX':
      return extreme('Math.max', list, b);
    case 'AVERAGE':
      if (isScalar) return helper('average', numbers(list, b), T.number);
      return ofAny('averageOf', T.number);
    case 'MEDIAN':
      return helper('median', list, T.numberOrNull);
    case 'MODE':
      return helper('modes', settled(list, b), copyOf(list, block, b));
    case 'STD_DEV':
      if (isScalar) return helper('standardDeviation', numbers(list, b), T.numberOrNull);
      return ofAny('standardDeviationOf', T.numberOrNull);
    case 'RANDOM':
      return call(
        b.helper('randomItem', listHelpers.randomItem),
        [settled(list, b)],
        b.types.join(element, T.undefined),
      );
    default:
      return isScalar ? helper('sum', numbers(list, b), T.number) : sumOfAny(list, b);
  }
}

/** The smallest, or the largest, number in a list. */
function extreme(name: 'Math.min' | 'Math.max', list: Expression, b: Builders): Expression {
  const isWrittenOut = list.type === 'ArrayExpression' && list.elements.length > 0;
  if (!isWrittenOut || !isOnly(b.types.elementOf(typeOf(list)), Kind.Number))
    return call(name, [spread(numbers(list, b))], T.number);
  return { ...call(name, list.elements, T.number), ...(list.blocks && { blocks: list.blocks }) };
}

const isEmptyList = (list: Expression): boolean => list.type === 'ArrayExpression' && list.elements.length === 0;

/** The sum of elements of any type: where one is text, all are joined, as Blockly does. */
function sumOfAny(list: Expression, b: Builders): Expression {
  const type = b.types.elementOf(typeOf(list)).kinds === 0 ? T.never : T.numberOrString;
  const reduced = method(list, 'reduce', [b.helper('add', valueHelpers.add), number(0)], type);
  return { ...reduced, typeArguments: [{ type: 'TSUnionType', types: [named('number'), named('string')] }] };
}
