/** Puts the parts of a program together as one module. */

import { named, param } from '../build.ts';
import type { HostValue } from '../compilation.ts';
import type { Helper, UserFunction, Variable } from '../lower/entities.ts';
import type { PackType, Supplies } from '../lower/supplies.ts';
import type { BlockStatement, FunctionDeclaration, Parameter, Program, Statement, TypeNode } from '../tree.ts';
import { T, type TypeStore } from '../types.ts';
import { declaredType } from './declare.ts';
import { stepDeclaration } from './steps.ts';
import { typeNode } from './type-text.ts';

export interface Parts {
  format: 'function' | 'script';
  /** The name of the exported function. */
  name: string;
  /** The program calls `__trace`, which its host provides. */
  trace: boolean | 'step';
  main: BlockStatement;
  shared: Statement[];
  functions: { declared: UserFunction; node: FunctionDeclaration }[];
}

/** What the host hands to the program, with its type. */
const hostParameters: [name: HostValue, type: TypeNode][] = [
  ['deviceToken', named('string')],
  [
    'prompt',
    {
      type: 'TSFunctionType',
      params: [param('message', named('string'))],
      returnType: {
        type: 'TSUnionType',
        types: [
          named('string'),
          named('null'),
          named('Promise', { type: 'TSUnionType', types: [named('string'), named('null')] }),
        ],
      },
    },
  ],
];

const packTypes: Record<PackType, Statement> = {
  DeviceRegistration: {
    type: 'TSInterfaceDeclaration',
    name: 'DeviceRegistration',
    members: [
      {
        key: 'registrationId',
        typeAnnotation: named('Record', named('string'), named('string')),
        doc: ['The registration ID of the device, by channel name.'],
      },
    ],
  },
  DeviceInfo: {
    type: 'TSInterfaceDeclaration',
    name: 'DeviceInfo',
    members: [
      ...['deviceToken', 'deviceId', 'os', 'osVersion'].map((key) => ({ key, typeAnnotation: named('string') })),
      { key: 'channels', typeAnnotation: { type: 'TSArrayType', elementType: named('string') } },
      { key: 'expiration', optional: true, typeAnnotation: named('number') },
    ],
  },
};

const traceDeclaration = `declare function __trace(blockId: string): void;
declare function __trace<T>(blockId: string, promise: T): T;`;

/** The names of the parameters of the program's function, in order. */
export function entryParameters(supplies: Supplies): HostValue[] {
  return hostParameters.filter(([name]) => supplies.hostParameters.has(name)).map(([name]) => name);
}

export function assemble(parts: Parts, supplies: Supplies, types: TypeStore): Program {
  const groups: Statement[][] = [];
  const given = hostParameters.filter(([name]) => supplies.hostParameters.has(name));
  if (supplies.usesBackendless) {
    groups.push([{ type: 'ImportDeclaration', default: 'Backendless', source: 'backendless' }]);
  }
  for (const name of ['DeviceRegistration', 'DeviceInfo'] as const) {
    if (supplies.packTypes.has(name)) groups.push([{ ...packTypes[name] }]);
  }
  if (parts.format === 'script') {
    groups.push(given.map(([name, type]) => ({ type: 'TSDeclareConst', name, typeAnnotation: type })));
  }
  if (parts.trace) {
    groups.push([{ type: 'SourceText', source: parts.trace === 'step' ? stepDeclaration : traceDeclaration }]);
  }
  groups.push(parts.shared);
  if (parts.format === 'script') groups.push(parts.main.body);
  else groups.push([mainFunction(parts, given)]);
  for (const { declared, node } of parts.functions) groups.push([finish(declared, node, types)]);
  for (const helper of supplies.helpers.values()) groups.push([{ type: 'SourceText', source: renamed(helper) }]);

  const body: Statement[] = [];
  for (const [first, ...others] of groups) {
    if (!first) continue;
    if (body.length > 0) first.blankBefore = true;
    body.push(first);
    for (const other of others) body.push(other);
  }
  return { type: 'Program', body };
}

function mainFunction(parts: Parts, given: typeof hostParameters): FunctionDeclaration {
  return {
    type: 'FunctionDeclaration',
    exported: true,
    async: true,
    name: parts.name,
    params: given.map(([name, type]) => param(name, type)),
    returnType: named('Promise', named('void')),
    body: parts.main,
  };
}

/** A function of the program with all that is only known at the end: names and types. */
function finish(declared: UserFunction, node: FunctionDeclaration, types: TypeStore): FunctionDeclaration {
  const result = declared.returns ? typeNode(types.join(declared.result, T.never)) : named('void');
  const comment = declared.definition.comment.trim();
  return {
    ...node,
    name: declared.name,
    async: declared.async,
    params: [
      ...declared.parameters.map((parameter) => parameterNode(parameter, types)),
      ...hostParameters.filter(([name]) => declared.hostValues.has(name)).map(([name, type]) => param(name, type)),
    ],
    returnType: declared.async ? named('Promise', result) : result,
    ...(comment !== '' && { doc: comment.split(/\r\n|[\n\r\u2028\u2029]/) }),
  };
}

function parameterNode(parameter: Variable, types: TypeStore): Parameter {
  const type = parameter.type.kinds === 0 ? T.unknown : declaredType(parameter, types);
  return param(parameter.name, typeNode(type));
}

/** The source of a helper under the name that it got: where it is declared, and where it calls itself. */
function renamed(helper: Helper): string {
  if (helper.name === helper.label) return helper.source;
  return helper.source.replace(new RegExp(`(?<![.\\w$])${helper.label}(?=[(<])`, 'g'), helper.name);
}
