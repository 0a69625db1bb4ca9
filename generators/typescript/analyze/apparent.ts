/** The type that TypeScript gives to the initial value of a variable, to know where it must be told another. */

import { isReference } from '../lower/entities.ts';
import { partsOf } from '../parts.ts';
import type { CallExpression, Expression, TypeNode } from '../tree.ts';
import { T } from '../types.ts';
import { typeKey, typeNode } from './type-text.ts';

/** The key (see `typeKey`) of the type that a variable gets from this value. */
export function apparentKey(init: Expression): string {
  return keys(init).join('|');
}

const order = ['string', 'number', 'boolean', 'Date', 'DeviceRegistration', 'DeviceInfo'];

function rank(key: string): number {
  const place = order.indexOf(key);
  if (place >= 0) return place;
  if (key === 'null') return 200;
  if (key === 'undefined') return 201;
  return key.startsWith('(') ? 100 : 101;
}

function union(parts: string[][]): string[] {
  const all = [...new Set(parts.flat())].sort((a, b) => rank(a) - rank(b));
  return all.filter((key) => !all.some((other) => other !== key && isNarrowerList(key, other)));
}

/** Whether every list of the one type is one of the other, in whose place TypeScript then leaves it out. */
function isNarrowerList(one: string, other: string): boolean {
  if (!one.startsWith('(') || !other.startsWith('(')) return false;
  const items = membersOf(other);
  return membersOf(one).every(
    (item) =>
      item === 'never' || items.some((each) => each === item || each === 'unknown' || isNarrowerList(item, each)),
  );
}

/** The members of the union that the items of a list are of. */
function membersOf(list: string): string[] {
  const members = [''];
  let depth = 0;
  // Names of properties are texts, with anything at all in them.
  for (const part of list.slice(1, -3).match(/"(?:[^"\\]|\\.)*"|[^]/g) ?? []) {
    if ('([{<'.includes(part)) depth++;
    if (')]}>'.includes(part)) depth--;
    if (part === '|' && depth === 0) members.push('');
    else members[members.length - 1] += part;
  }
  return members;
}

/** The members of the union that an expression is of. */
function keys(node: Expression): string[] {
  switch (node.type) {
    case 'ArrayExpression': {
      const elements = union(node.elements.map((part) => (part.type === 'SpreadElement' ? ['spread'] : keys(part))));
      return [`(${elements.length > 0 ? elements.join('|') : 'never'})[]`];
    }
    case 'ObjectExpression': {
      const members = node.properties.map((part) =>
        part.type === 'Property' && !part.computed
          ? `${JSON.stringify(part.key)}:${keys(part.value).join('|')}`
          : 'spread',
      );
      return [members.length > 0 ? `{${members.join()}}` : '{}'];
    }
    case 'ConditionalExpression':
      return union([keys(node.consequent), keys(node.alternate)]);
    case 'LogicalExpression': {
      if (node.operator !== '??') return members(typeNode(node.valueType ?? T.unknown));
      const left = keys(node.left).filter((key) => key !== 'null' && key !== 'undefined');
      return union([left, keys(node.right)]);
    }
    case 'TSAsExpression':
      return members(node.typeAnnotation);
    case 'CallExpression':
      return keysOfCall(node) ?? members(typeNode(node.valueType ?? T.unknown));
    default:
      return members(typeNode(node.valueType ?? T.unknown));
  }
}

/** The parts of an expression from which its type comes, down to those that are no lists, objects or choices. */
export function sourcesOf(node: Expression): Expression[] {
  const found: Expression[] = [];
  const open = [node];
  for (let part = open.pop(); part; part = open.pop()) {
    switch (part.type) {
      case 'ArrayExpression':
      case 'ObjectExpression':
      case 'LogicalExpression':
        open.push(...partsOf(part));
        break;
      case 'ConditionalExpression':
        open.push(part.consequent, part.alternate);
        break;
      case 'CallExpression': {
        const copied = copiedBy(part);
        if (copied) open.push(copied);
        break;
      }
      default:
        found.push(part);
    }
  }
  return found;
}

/** Methods of lists that give a list of the same type, whatever will be put into it later. */
const copying = new Set(['slice', 'sort', 'reverse']);

/** Helpers that do so. */
const copyingHelpers = new Set(['sliceList', 'modes']);

/** The helper that makes a list of a value. */
const repeating = 'repeat';

/** What a call gives a copy of. */
function copiedBy({ callee, arguments: [argument] }: CallExpression): Expression | undefined {
  if (callee.type === 'MemberExpression') {
    return !callee.computed && copying.has(callee.property) ? callee.object : undefined;
  }
  if (callee.type !== 'Identifier' || !isReference(callee) || callee.entity.kind !== 'helper') return undefined;
  if (!argument || argument.type === 'SpreadElement') return undefined;
  return copyingHelpers.has(callee.entity.label) || callee.entity.label === repeating ? argument : undefined;
}

/** The type of a copy of a list: that of the list, as far as TypeScript knows. */
function keysOfCall(node: CallExpression): string[] | undefined {
  const copied = copiedBy(node);
  if (!copied) return undefined;
  const isRepeated =
    node.callee.type === 'Identifier' && isReference(node.callee) && node.callee.entity.label === repeating;
  return isRepeated ? [`(${keys(copied).join('|')})[]`] : keys(copied);
}

function members(node: TypeNode): string[] {
  return node.type === 'TSUnionType' ? node.types.map(typeKey) : [typeKey(node)];
}
