/** Blockly's Variables blocks, typed and untyped. */

import { assign, binary, call, logical, number, run } from '../build.ts';
import { valueHelpers } from '../helpers/values.ts';
import type { Expression, Statement } from '../tree.ts';
import { absent, isOnly, Kind, scalar, T } from '../types.ts';
import type { BlockView } from './block-view.ts';
import type { Builders } from './builders.ts';
import { isNumber, toNumber, typeOf } from './convert.ts';
import { reference, type Variable } from './entities.ts';
import type { Lowerings } from './lowering.ts';
import { add, chained } from './operators.ts';

const get = (block: BlockView, b: Builders): Expression => b.read(block.variable('VAR'));

const set = (block: BlockView, b: Builders): Statement => {
  const value = block.required('VALUE', 'any', () => number(0));
  return b.set(block.variable('VAR'), value);
};

export const variables: Lowerings = {
  variables_get: get,
  variables_get_dynamic: get,
  variables_set: set,
  variables_set_dynamic: set,
};

/** Adds to a variable. What is not a number counts as 0, and so does a variable that was never set. */
export function changeBy(variable: Variable, delta: Expression, b: Builders): Statement {
  const { lowerer } = b;
  const type = lowerer.knowledge.look(variable);
  const current = () => lowerer.knowledge.read(variable, 'peek');
  if (isOnly(typeOf(delta), scalar) && (type.kinds === 0 || isOnly(type, Kind.Number)) && !variable.readUnset) {
    const isSum = delta.type === 'BinaryExpression' && delta.flat && delta.operator === '+';
    // Blockly adds the terms one by one.
    if (isSum) {
      const sum = chained('+', reference(variable, T.number, 'peek'), delta);
      return run(assign(lowerer.knowledge.target(variable, T.number), sum));
    }
    const target = lowerer.knowledge.target(variable, T.number, 'change');
    const { amount, operator } = signed(toNumber(delta));
    return run({ ...assign(target, amount, operator), valueType: T.number });
  }
  const start = counted(current(), b);
  const { amount, operator } = signed(delta);
  const sum = operator === '-=' && isNumber(start) ? binary('-', start, amount, T.number) : add(start, delta, b);
  return run(assign(lowerer.knowledge.target(variable, typeOf(sum)), sum));
}

/** `+= 1`, or `-= 1` for a negative amount. */
function signed(delta: Expression): { amount: Expression; operator: '+=' | '-=' } {
  if (delta.type === 'UnaryExpression' && delta.operator === '-' && delta.argument.type === 'Literal') {
    const { blocks } = delta;
    return { amount: { ...delta.argument, ...(blocks && { blocks }) }, operator: '-=' };
  }
  return { amount: delta, operator: '+=' };
}

function counted(value: Expression, b: Builders): Expression {
  const type = typeOf(value);
  if (isOnly(type, Kind.Number)) return value;
  if (isOnly(type, Kind.Number | absent)) return logical('??', value, number(0), T.number);
  return call(b.helper('numberOrZero', valueHelpers.numberOrZero), [value], T.number);
}
