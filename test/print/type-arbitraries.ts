/** Random types. */

import fc from 'fast-check';
import type { Parameter, TypeMember, TypeNode } from '../../generators/typescript/tree.ts';
import { awkward, name, number } from './text-arbitraries.ts';

const keywordType = fc.constantFrom('string', 'number', 'boolean', 'null', 'undefined', 'unknown', 'void', 'never');
const namedType = fc.constantFrom(
  'Date',
  'T',
  'DeviceRegistration',
  'AnInterfaceWithQuiteALongName',
  'Backendless.DeviceInfo',
);
const genericType = fc.constantFrom('Array', 'Promise', 'Map', 'Record', 'ReadonlyArray');

export const memberKey = fc.oneof({ weight: 6, arbitrary: name }, { weight: 1, arbitrary: awkward });

const typeTie = fc.letrec<{ type: TypeNode; member: TypeMember; parameter: Parameter }>((tie) => ({
  type: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: keywordType.map((name): TypeNode => ({ type: 'TSTypeReference', name })) },
    { weight: 3, arbitrary: namedType.map((name): TypeNode => ({ type: 'TSTypeReference', name })) },
    {
      weight: 1,
      arbitrary: fc.oneof(awkward, number, fc.boolean()).map((value): TypeNode => ({ type: 'TSLiteralType', value })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(genericType, fc.array(tie('type'), { minLength: 1, maxLength: 2 }))
        .map(([name, typeArguments]): TypeNode => ({ type: 'TSTypeReference', name, typeArguments })),
    },
    { weight: 2, arbitrary: tie('type').map((elementType): TypeNode => ({ type: 'TSArrayType', elementType })) },
    {
      weight: 2,
      arbitrary: fc
        .array(tie('type'), { minLength: 2, maxLength: 5 })
        .map((types): TypeNode => ({ type: 'TSUnionType', types })),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('member'), { maxLength: 4 })
        .map((members): TypeNode => ({ type: 'TSTypeLiteral', members })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.array(tie('parameter'), { maxLength: 3 }), tie('type'))
        .map(([params, returnType]): TypeNode => ({ type: 'TSFunctionType', params, returnType })),
    },
  ),
  member: fc
    .record(
      {
        key: memberKey,
        typeAnnotation: tie('type'),
        optional: fc.boolean(),
        readonly: fc.boolean(),
        doc: fc.array(awkward, { maxLength: 2 }),
      },
      { requiredKeys: ['key', 'typeAnnotation'] },
    )
    .map((member) => (member.doc !== undefined && member.key.length % 5 !== 0 ? { ...member, doc: [] } : member)),
  parameter: fc
    .record({ name, typeAnnotation: tie('type'), optional: fc.boolean() }, { requiredKeys: ['name', 'typeAnnotation'] })
    .map((parameter): Parameter => ({ type: 'Parameter', ...parameter })),
}));

export const { type, member } = typeTie;
