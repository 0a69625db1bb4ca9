/** Types of the analysis, as the type annotations of TypeScript. */

import type { TypeMember, TypeNode } from '../tree.ts';
import { findList, findObject, Kind, without, type Type } from '../types.ts';

const reference = (name: string, typeArguments?: TypeNode[]): TypeNode =>
  typeArguments ? { type: 'TSTypeReference', name, typeArguments } : { type: 'TSTypeReference', name };

/** The kinds that are written by name, in the order in which a union lists them. */
const names: [number, string][] = [
  [Kind.String, 'string'],
  [Kind.Number, 'number'],
  [Kind.Boolean, 'boolean'],
  [Kind.Date, 'Date'],
  [Kind.Registration, 'DeviceRegistration'],
  [Kind.DeviceInfo, 'DeviceInfo'],
];

/** The annotation for a type. A type without values, such as that of the elements of `[]`, is `unknown`. */
export function typeNode(type: Type): TypeNode {
  if (type.kinds === 0 || type.kinds & Kind.Unknown) return reference('unknown');
  const parts: TypeNode[] = [];
  for (const [kind, name] of names) if (type.kinds & kind) parts.push(reference(name));
  if (type.list) parts.push({ type: 'TSArrayType', elementType: typeNode(findList(type.list).element) });
  if (type.object) parts.push(objectNode(type));
  if (type.kinds & Kind.Null) parts.push(reference('null'));
  if (type.kinds & Kind.Undefined) parts.push(reference('undefined'));
  const [only] = parts;
  return only && parts.length === 1 ? only : { type: 'TSUnionType', types: parts };
}

function objectNode(type: Type): TypeNode {
  if (!type.object) return reference('unknown');
  const cell = findObject(type.object);
  if (cell.dynamic || cell.properties.size === 0) {
    return reference('Record', [reference('string'), typeNode(cell.values)]);
  }
  const members: TypeMember[] = [...cell.properties].map(([key, property]) =>
    property.optional
      ? { key, optional: true, typeAnnotation: typeNode(without(property.type, Kind.Undefined)) }
      : { key, typeAnnotation: typeNode(property.type) },
  );
  return { type: 'TSTypeLiteral', members };
}

/** A text that is equal for equal annotations. */
export function typeKey(node: TypeNode): string {
  switch (node.type) {
    case 'TSTypeReference':
      return node.typeArguments ? `${node.name}<${node.typeArguments.map(typeKey).join()}>` : node.name;
    case 'TSArrayType':
      return `(${typeKey(node.elementType)})[]`;
    case 'TSUnionType':
      return node.types.map(typeKey).join('|');
    case 'TSLiteralType':
      return JSON.stringify(node.value);
    case 'TSTypeLiteral':
      return `{${node.members.map((m) => `${JSON.stringify(m.key)}${m.optional ? '?' : ''}:${typeKey(m.typeAnnotation)}`).join()}}`;
    case 'TSFunctionType':
      return `(${node.params.map((p) => (p.typeAnnotation ? typeKey(p.typeAnnotation) : '')).join()})=>${typeKey(node.returnType)}`;
  }
}
