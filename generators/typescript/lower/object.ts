/** The Object blocks. */

import { array, assign, call, keyValue, object, property, run, text, textOf, unary } from '../build.ts';
import { objectHelpers } from '../helpers/objects.ts';
import type { Expression, Property, Statement } from '../tree.ts';
import { absent, isOnly, Kind, T, without, type Type } from '../types.ts';
import type { BlockView } from './block-view.ts';
import type { Builders } from './builders.ts';
import { typeOf } from './convert.ts';
import type { Lowerings } from './lowering.ts';
import { settled } from './settled.ts';

export const objectBlocks: Lowerings = {
  object_create(block, b) {
    const type = b.lowerer.made.objectOf(block.block);
    const values = new Map<string, Property>();
    keysOf(block).forEach((key, index) => {
      const value = block.required(`VALUE${index}`);
      if (values.has(key)) {
        block.problem('duplicate-property', { name: key });
      }
      // A name that every object has, such as toString, cannot be a property of another type.
      if (key in {}) b.types.addValues(type, typeOf(value));
      else b.types.addProperty(type, key, typeOf(value), false);
      values.set(key, keyValue(key, value));
    });
    return object([...values.values()], type);
  },

  object_get(block, b) {
    const target = block.required('OBJECT');
    const path = block.required('PATH', 'string');
    const type = typeOf(target).kinds === 0 ? T.never : T.unknown;
    return read(target, path, b) ?? call(helper('getProperty', b), [target, path], type);
  },

  object_set(block, b) {
    const target = block.required('OBJECT');
    const path = block.required('PATH', 'string');
    const value = block.required('VALUE');
    return write(target, path, value, b);
  },

  object_has(block, b) {
    const target = block.required('OBJECT');
    const path = block.required('PATH', 'string');
    const key = textOf(path);
    if (key !== undefined && !key.includes('.') && isOnly(typeOf(target), objects)) {
      return call('Object.hasOwn', [target, path], T.boolean);
    }
    return call(helper('hasProperty', b), [target, path], T.boolean);
  },

  object_keys(block, b) {
    const target = block.required('OBJECT');
    const keys = b.lowerer.made.listOf(block.block);
    b.types.addElement(keys, T.string);
    if (isOnly(typeOf(target), objects)) return call('Object.keys', [target], keys);
    return call(helper('keysOf', b), [target], keys);
  },

  object_values(block, b) {
    const target = block.required('OBJECT');
    const values = b.lowerer.made.listOf(block.block);
    const element = valueType(typeOf(target), b);
    b.types.addElement(values, element ?? (typeOf(target).kinds === 0 ? T.never : T.unknown));
    // Of an object made empty on the spot TypeScript says that its values can be anything.
    if (target.type === 'ObjectExpression' && target.properties.length === 0) {
      return { ...array([], values), ...(target.blocks && { blocks: target.blocks }) };
    }
    return element ? call('Object.values', [target], values) : call(helper('valuesOf', b), [target], values);
  },

  object_remove(block, b) {
    const target = block.required('OBJECT');
    const path = block.required('PATH', 'string');
    const key = textOf(path);
    if (key !== undefined && isPlainKey(key) && isOnly(typeOf(target), Kind.Object) && target.type === 'Identifier') {
      b.types.addProperty(typeOf(target), key, T.never, true);
      return run(unary('delete', property(target, key, T.unknown, path.blocks), T.boolean));
    }
    return run(call(helper('removeProperty', b), [target, path], T.undefined));
  },
};

const objects = Kind.Object | Kind.Registration | Kind.DeviceInfo;

const helper = (name: keyof typeof objectHelpers, b: Builders): Expression => b.helper(name, objectHelpers[name]);

/** A key that names one property of an object itself: no path, and nothing that every object has. */
const isPlainKey = (key: string): boolean => key !== '' && !key.includes('.') && !(key in {});

/** The names of the properties of an object block, as its extra state lists them. */
function keysOf(block: BlockView): string[] {
  const stated = block.state('keys');
  const count = Array.isArray(stated) ? stated.length : 0;
  const keys: string[] = [];
  for (let index = 0; index < count || block.has(`VALUE${index}`); index++) {
    const known: unknown = Array.isArray(stated) ? stated[index] : undefined;
    const field = `KEY${index}`;
    keys.push(block.hasField(field) ? block.field(field) : typeof known === 'string' ? known : `property${index + 1}`);
  }
  return keys;
}

/** Properties of the types that the pack itself knows. */
function packProperty(type: Type, key: string, b: Builders): Type | undefined {
  if (isOnly(type, Kind.Registration) && key === 'registrationId') {
    return b.lowerer.made.recordHere(key, T.string);
  }
  if (!isOnly(type, Kind.DeviceInfo)) return undefined;
  if (key === 'channels') return b.lowerer.made.listHere(key, T.string);
  if (key === 'expiration') return T.numberOrUndefined;
  return ['deviceToken', 'deviceId', 'os', 'osVersion'].includes(key) ? T.string : undefined;
}

/** `target.key.key` where the types along the path are known, with `?.` where something may be missing. */
function read(
  target: Expression,
  path: Expression,
  b: Builders,
  keys = textOf(path)?.split('.'),
): Expression | undefined {
  if (!keys || !keys.every(isPlainKey)) return undefined;
  let value = settled(target, b);
  let type = typeOf(value);
  let isChain = false;
  for (const [index, key] of keys.entries()) {
    const found = propertyType(without(type, absent), key, b);
    if (!found) return undefined;
    const optional = (type.kinds & absent) !== 0;
    isChain ||= optional;
    const valueType = isChain ? b.types.join(found, T.undefined) : found;
    const access = property(value, key, valueType, index === keys.length - 1 ? path.blocks : undefined);
    value = { ...access, ...(optional && { optional }), ...(isChain && { typeIfThere: found }) };
    type = found;
  }
  return value;
}

/** What any property of a known object may hold. */
function valueType(type: Type, b: Builders): Type | undefined {
  if (!isOnly(type, Kind.Object)) return undefined;
  const cell = b.types.objectCell(type);
  if (!cell) return undefined;
  if (cell.dynamic) return cell.values;
  const all = [...cell.properties.values()];
  return all.reduce(
    (joined, { type: each, optional }) => b.types.join(joined, optional ? b.types.join(each, T.undefined) : each),
    T.never,
  );
}

function propertyType(type: Type, key: string, b: Builders): Type | undefined {
  const known = packProperty(type, key, b);
  if (known) return known;
  if (!isOnly(type, Kind.Object)) return undefined;
  const cell = b.types.objectCell(type);
  if (!cell) return undefined;
  if (cell.dynamic) return b.types.join(cell.values, T.undefined);
  const found = cell.properties.get(key);
  if (!found) return undefined;
  return found.optional ? b.types.join(found.type, T.undefined) : found.type;
}

function write(target: Expression, path: Expression, value: Expression, b: Builders): Statement {
  const keys = textOf(path)?.split('.') ?? [];
  const last = keys.pop();
  const owner = target.type === 'Identifier' ? read(target, text(keys.join('.')), b, keys) : undefined;
  // The IDs of a registration are text, which others cannot be put beside.
  const fits =
    owner?.type !== 'MemberExpression' ||
    !isOnly(typeOf(owner.object), Kind.Registration) ||
    isOnly(typeOf(value), Kind.String);
  if (owner && fits && last !== undefined && isPlainKey(last) && isOnly(typeOf(owner), Kind.Object)) {
    const type = typeOf(owner);
    b.types.addProperty(type, last, typeOf(value), !b.types.objectCell(type)?.properties.has(last));
    return run(assign(property(owner, last, typeOf(value), path.blocks), value));
  }
  const type = owner && without(typeOf(owner), absent);
  if (type && last !== undefined && isPlainKey(last) && isOnly(type, Kind.Object))
    b.types.addProperty(type, last, typeOf(value), !b.types.objectCell(type)?.properties.has(last));
  else b.types.addValues(typeOf(target), T.unknown);
  return run(call(helper('setProperty', b), [target, path, value], T.undefined));
}
