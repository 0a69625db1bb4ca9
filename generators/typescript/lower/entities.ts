/** What a program names: its variables, its functions, and the names that the compiler adds. */

import type { HostValue } from '../compilation.ts';
import type { ProgramBlock } from '../read.ts';
import { someWithin } from '../parts.ts';
import type { Expression, Identifier } from '../tree.ts';
import { severalKinds, T, type Type } from '../types.ts';

/** A variable of the program, or a parameter of one of its functions. */
export interface Variable {
  kind: 'variable';
  /** Tells it from the others where they are counted. */
  number: number;
  id: string;
  /** As the person wrote it. */
  label: string;
  /** The function it is a parameter of. */
  parameterOf?: UserFunction;
  /** Of all values that are ever put into it. */
  type: Type;
  /** The pass in which code was last chosen by its type. */
  seen: number;
  /** It is read at a point that can be reached without it having been set. */
  readUnset: boolean;
  /** It is changed by an amount at such a point, where Blockly counts from 0. */
  changedUnset: boolean;
  /** It belongs to the module; found by analysis. */
  isShared: boolean;
  /** A function sets it. */
  setByFunction: boolean;
  /** What is handed to other code to be called sets it: at any time. */
  setByCallback: boolean;
  /** How many fields of the program name it. */
  mentions: number;
  /** The first block that names it. */
  firstBlock: string;
  /** The name in the code. */
  name: string;
}

/** A function of the program. */
export interface UserFunction {
  kind: 'function';
  label: string;
  definition: ProgramBlock;
  parameters: Variable[];
  /** It ends with a value. */
  returns: boolean;
  result: Type;
  async: boolean;
  /** What it takes from the host, itself or to hand it on, in order of the first use. */
  hostValues: Set<HostValue>;
  /** It adds elements to lists, or removes them, itself or through others. */
  changesLists: boolean;
  /** It sets variables of the program, itself or through others. */
  setsVariables: boolean;
  /** The pass in which code was last chosen by what is known of it. */
  seen: number;
  calls: Set<UserFunction>;
  isCalled: boolean;
  name: string;
}

/** A name that the compiler adds: of a loop counter, say. */
export interface Temporary {
  kind: 'temporary';
  label: string;
  /** Of those with the same label that are alive at the same time, which it is, from 1; absent if none is shared. */
  number?: number;
  /** The function it lives in. */
  owner: UserFunction | undefined;
  name: string;
}

/** A helper function, emitted once if used. */
export interface Helper {
  kind: 'helper';
  label: string;
  source: string;
  name: string;
}

export type Entity = Variable | UserFunction | Temporary | Helper;

/**
 * How a reference uses a variable. A `change` counts from 0 where the variable was never set, and
 * so does a `peek`, which only reads; an `update` reads it as it is.
 */
export type Access = 'read' | 'write' | 'change' | 'update' | 'peek';

/** An identifier that gets its name only when all names are known. */
export class Reference implements Identifier {
  readonly type = 'Identifier';
  blocks?: readonly string[];

  constructor(
    readonly entity: Entity,
    public valueType: Type,
    readonly access: Access,
  ) {}

  get name(): string {
    return this.entity.name;
  }
}

export function isReference(node: Identifier): node is Reference {
  return node instanceof Reference;
}

export function reference(entity: Entity, valueType: Type, access: Access = 'read'): Reference {
  return new Reference(entity, valueType, access);
}

/** The same expression for a second place in the code; the blocks it came from stay with the first. */
export function again(node: Expression): Expression {
  if (node instanceof Reference) return reference(node.entity, node.valueType, node.access);
  const { blocks: _, ...copy } = node;
  return copy;
}

export function newVariable(number: number, id: string, label: string, parameterOf?: UserFunction): Variable {
  return {
    kind: 'variable',
    number,
    id,
    label,
    ...(parameterOf && { parameterOf }),
    type: T.never,
    seen: -1,
    readUnset: false,
    changedUnset: false,
    isShared: false,
    setByFunction: false,
    setByCallback: false,
    mentions: 0,
    firstBlock: '',
    name: '',
  };
}

/**
 * Whether TypeScript has to follow what a variable holds to know the type of an expression: then one that is declared
 * in a loop, and gives the variable its value for the next round, has no type unless it is told.
 */
export function isFollowed(node: Expression): boolean {
  return someWithin(
    node,
    (part) =>
      part instanceof Reference &&
      part.entity.kind === 'variable' &&
      (part.entity.readUnset || severalKinds(part.entity.type)),
  );
}

/** Stands for the main program where functions are named by the ID of their definition. */
export const mainOwner = '';

/** The key of a variable that every function has for itself. */
export const privateKey = (id: string, owner: string): string => `${id} in ${owner}`;

/** The ID in the state of a variable field: `{id}` as Blockly saves it, or the bare ID. */
export function variableId(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string') return value.id;
  return undefined;
}
