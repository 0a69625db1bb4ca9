/**
 * What variables surely are not, at one point of the code, as TypeScript knows it too: where `name != null` it is neither
 * null nor undefined, and behind `size = 3` it is nothing but a number. There a conversion is needless that is needed
 * elsewhere. It may take less for excluded than TypeScript does, never more.
 */

import { isReference, type Variable } from '../lower/entities.ts';
import type { BinaryExpression, Expression, MemberExpression } from '../tree.ts';
import { absent, isOnly, Kind, solid, T } from '../types.ts';
import { isNullLiteral, numberOf } from '../build.ts';
import type { Assigned } from './assigned.ts';
import { PersistentMap } from './persistent-map.ts';

/** By the number of a variable, the kinds that its value is not of. */
export type Excluded = PersistentMap<number>;

export const noneExcluded: Excluded = new PersistentMap();

/** The kinds of values that a variable is declared to hold. */
export function heldKinds({ type, readUnset }: Variable): number {
  return type.kinds === 0 ? Kind.Undefined : type.kinds | (readUnset ? Kind.Undefined : 0);
}

/** The variable that an expression is, if it holds several kinds of values and nothing but the code around sets it. */
export function followed(node: Expression): Variable | undefined {
  if (node.type !== 'Identifier' || !isReference(node) || node.entity.kind !== 'variable') return undefined;
  const { entity } = node;
  const held = heldKinds(entity);
  const isUnion = (held & (held - 1)) !== 0 && (held & Kind.Unknown) === 0;
  return isUnion && !entity.isShared && !entity.setByCallback ? entity : undefined;
}

/** The kinds of values that an expression may give. */
export function kindsOf(node: Expression, excluded: Excluded): number {
  const variable = followed(node);
  if (variable) return heldKinds(variable) & ~(excluded.get(variable.number) ?? 0);
  if (node.type === 'ConditionalExpression')
    return kindsOf(node.consequent, excluded) | kindsOf(node.alternate, excluded);
  if (node.type === 'LogicalExpression' && node.operator === '??')
    return (kindsOf(node.left, excluded) & ~absent) | kindsOf(node.right, excluded);
  const kinds = (node.valueType ?? T.unknown).kinds || Kind.Unknown;
  if (node.type !== 'MemberExpression' || !node.typeIfThere) return kinds;
  return isReached(node, excluded) ? node.typeIfThere.kinds || Kind.Unknown : kinds | Kind.Undefined;
}

/** Whether the object of a property is there, so that it needs no `?.`. */
export function isReached({ object }: MemberExpression, excluded: Excluded): boolean {
  return (kindsOf(object, excluded) & absent) === 0;
}

/** Whether what is known of variables tells of which kinds a value is. */
const isTold = (node: Expression, excluded: Excluded): boolean =>
  node.type === 'MemberExpression'
    ? node.typeIfThere !== undefined && isReached(node, excluded)
    : followed(node) !== undefined;

/** A text or a list is also an object with a `length`, to TypeScript. */
function excludedBy(kinds: number): number {
  if (kinds & Kind.Unknown) return 0;
  return ~kinds & ~(kinds & (Kind.String | Kind.List) ? Kind.Object : 0);
}

function excluding(known: Excluded, variable: Variable | undefined, kinds: number): Excluded {
  if (!variable) return known;
  const now = (known.get(variable.number) ?? 0) | (kinds & heldKinds(variable));
  return known.with(variable.number, now || undefined);
}

/** What is excluded after a variable got a value of these kinds; of any, if they are not told. */
export function afterSetting(target: Expression, kinds: number, known: Excluded): Excluded {
  const variable = followed(target);
  if (!variable) return known;
  return known.with(variable.number, excludedBy(kinds) & heldKinds(variable) || undefined);
}

/** What is excluded where two ways meet. */
export function onBoth(one: Excluded, other: Excluded): Excluded {
  return one.onBoth(other, (kinds, others) => kinds & others || undefined);
}

/** What is still excluded where variables may, or may not, have got values of these kinds meanwhile. */
export function unless(known: Excluded, set: Assigned): Excluded {
  let left = known;
  for (const [{ number }, kinds] of set) {
    const before = left.get(number);
    if (before !== undefined) left = left.with(number, before & excludedBy(kinds) || undefined);
  }
  return left;
}

/** What is excluded where a test came out true, and where it did not. */
export function outcomes(test: Expression, known: Excluded): { yes: Excluded; no: Excluded } {
  switch (test.type) {
    case 'Identifier': {
      const variable = followed(test);
      return { yes: excluding(known, variable, absent), no: excluding(known, variable, solid) };
    }
    case 'MemberExpression':
      return { yes: reached(test, known), no: known };
    case 'UnaryExpression': {
      if (test.operator !== '!') break;
      const { yes, no } = outcomes(test.argument, known);
      return { yes: no, no: yes };
    }
    case 'LogicalExpression': {
      if (test.operator === '??') break;
      const left = outcomes(test.left, known);
      const isAnd = test.operator === '&&';
      const right = outcomes(test.right, isAnd ? left.yes : left.no);
      return isAnd
        ? { yes: right.yes, no: onBoth(left.no, right.no) }
        : { yes: onBoth(left.yes, right.yes), no: right.no };
    }
    case 'BinaryExpression':
      return outcomesOfComparison(test, known);
    default:
  }
  return { yes: known, no: known };
}

/** What is excluded where a property is not undefined: what a `?.` in it asks is there. */
function reached(node: Expression, known: Excluded): Excluded {
  let all = known;
  for (let part = node; part.type === 'MemberExpression'; part = part.object)
    if (part.optional) all = excluding(all, followed(part.object), absent);
  return all;
}

function outcomesOfComparison(
  { operator, left, right }: BinaryExpression,
  known: Excluded,
): ReturnType<typeof outcomes> {
  switch (operator) {
    case '==':
    case '!=': {
      if (!isNullLiteral(right)) break;
      const variable = followed(left);
      const [nothing, something] = [excluding(known, variable, ~absent), excluding(known, variable, absent)];
      const there = reached(left, something);
      return operator === '==' ? { yes: nothing, no: there } : { yes: there, no: nothing };
    }
    case '===':
    case '!==': {
      const sides = [kindsOf(left, known), kindsOf(right, known)] as const;
      let equal = known;
      for (const [side, others] of [
        [left, sides[1]],
        [right, sides[0]],
      ] as const) {
        if (others === Kind.Number || others === Kind.String)
          equal = reached(side, excluding(equal, followed(side), excludedBy(others)));
      }
      return operator === '===' ? { yes: equal, no: known } : { yes: known, no: equal };
    }
    default:
  }
  return { yes: known, no: known };
}

/** What functions convert to. */
const wanted: ReadonlyMap<string, number> = new Map([
  ['Number', Kind.Number],
  ['String', Kind.String],
]);

/** What is converted needlessly by an expression: in `Number(x)` the `x`, where it is a number. */
export function needlesslyConverted(node: Expression, known: Excluded): Expression | undefined {
  switch (node.type) {
    case 'CallExpression': {
      const {
        callee,
        arguments: [argument],
      } = node;
      if (callee.type !== 'Identifier' || isReference(callee)) return undefined;
      if (!argument || argument.type === 'SpreadElement' || !isTold(argument, known)) return undefined;
      return kindsOf(argument, known) === wanted.get(callee.name) ? argument : undefined;
    }
    case 'NewExpression': {
      const [argument] = node.arguments;
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'Date') return undefined;
      const value = argument?.type === 'LogicalExpression' ? argument.left : argument;
      if (!value || value.type === 'SpreadElement' || !isTold(value, known)) return undefined;
      return kindsOf(value, known) === Kind.Date ? value : undefined;
    }
    case 'LogicalExpression': {
      if (node.operator !== '??' || !isTold(node.left, known)) return undefined;
      const kinds = kindsOf(node.left, known);
      return kinds !== 0 && (kinds & absent) === 0 ? node.left : undefined;
    }
    default:
      return undefined;
  }
}

/** `sum = sum + 2` as `sum += 2`, where it is a number and no block is the sum alone. */
export function compound(node: Expression, known: Excluded): Expression {
  if (node.type !== 'AssignmentExpression' || node.operator !== '=') return node;
  const { left: target, right: value } = node;
  if (value.type !== 'BinaryExpression' || value.blocks || !isOnly(value.valueType ?? T.unknown, Kind.Number))
    return node;
  const { operator, left, right } = value;
  const variable = followed(target);
  if (!variable || left.blocks || followed(left) !== variable || kindsOf(left, known) !== Kind.Number) return node;
  const isAmount = operator === '-' || (operator === '+' && !(right.type === 'BinaryExpression' && right.flat));
  return isAmount ? { ...node, operator: `${operator}=`, right, valueType: T.number } : node;
}

/** `i += 1` as `i++`. */
export function counted(node: Expression): Expression {
  if (node.type !== 'AssignmentExpression' || numberOf(node.right) !== 1) return node;
  if (node.operator !== '+=' && node.operator !== '-=') return node;
  return { type: 'UpdateExpression', operator: node.operator === '+=' ? '++' : '--', argument: node.left };
}
