/** Blockly's Functions blocks. */

import { block as blockOf, call, id, ifElse, nil, run } from '../build.ts';
import type { ProgramBlock } from '../read.ts';
import type { Expression, FunctionDeclaration } from '../tree.ts';
import { Kind, T } from '../types.ts';
import { BlockView } from './block-view.ts';
import type { Builders } from './builders.ts';
import { typeOf } from './convert.ts';
import { reference, type UserFunction } from './entities.ts';
import { blockEnds, reaches } from './lowered.ts';
import type { Lowerer } from './lowerer.ts';
import type { Lowerings } from './lowering.ts';

export const functions: Lowerings = {
  procedures_defnoreturn: notHere,
  procedures_defreturn: notHere,

  procedures_callnoreturn: (block, b) => {
    const result = lowerCall(block, b);
    return result ? run(result) : [];
  },

  procedures_callreturn(block, b) {
    const called = functionOf(block, b);
    if (called && !called.returns) {
      block.problem('no-result', { name: called.label });
      return nil();
    }
    return lowerCall(block, b) ?? nil();
  },

  procedures_ifreturn(block, b) {
    const { currentFunction } = b;
    if (!currentFunction) {
      block.problem('not-in-a-function', {});
      return [];
    }
    const test = block.required('CONDITION', 'boolean');
    if (!currentFunction.returns) return ifElse(test, blockOf([{ type: 'ReturnStatement' }]));
    const value = block.required('VALUE', 'any', nil);
    b.lowerer.knowledge.returned(currentFunction, typeOf(value));
    return ifElse(test, blockOf([{ type: 'ReturnStatement', argument: value }]));
  },
};

function notHere(block: BlockView): [] {
  block.problem('misplaced-function', {});
  return [];
}

export function isDefinition({ type }: Pick<ProgramBlock, 'type'>): boolean {
  return type === 'procedures_defnoreturn' || type === 'procedures_defreturn';
}

/** Two names that Blockly takes for the same. */
export const foldName = (name: string): string => name.toLowerCase();

/** The function that a definition block defines. */
export function declareFunction(definition: ProgramBlock, lowerer: Lowerer): UserFunction {
  const view = new BlockView(lowerer, definition);
  const declared: UserFunction = {
    kind: 'function',
    label: view.field('NAME'),
    definition,
    parameters: [],
    returns: definition.type === 'procedures_defreturn',
    result: T.never,
    async: lowerer.isStepping,
    hostValues: new Set(),
    changesLists: false,
    setsVariables: false,
    seen: -1,
    calls: new Set(),
    isCalled: false,
    name: '',
  };
  const params = view.state('params');
  for (const param of Array.isArray(params) ? params : []) {
    const { id, name } = readParam(param);
    declared.parameters.push(
      lowerer.scope.newVariable(id ?? `param ${name}`, lowerer.scope.variableName(id) ?? name ?? 'parameter', declared),
    );
  }
  return declared;
}

function readParam(param: unknown): { id?: string; name?: string } {
  if (typeof param !== 'object' || param === null) return {};
  const id = 'id' in param && typeof param.id === 'string' ? param.id : undefined;
  const name = 'name' in param && typeof param.name === 'string' ? param.name : undefined;
  return { ...(id !== undefined && { id }), ...(name !== undefined && { name }) };
}

/** Lowers the body of a function; its parameters get their types when all calls are known. */
export function lowerFunction(declared: UserFunction, lowerer: Lowerer): FunctionDeclaration {
  const view = new BlockView(lowerer, declared.definition);
  return lowerer.inFunction(declared, () => {
    const body = view.statements('STACK');
    if (declared.returns) {
      const result = lowerer.returnOf(() => {
        const value = view.optional('RETURN');
        if (value) lowerer.knowledge.returned(declared, typeOf(value));
        return value;
      });
      if (result) body.body.push(result);
      else {
        view.problem('empty-result', {}, 'RETURN');
        lowerer.knowledge.returned(declared, T.undefined);
        lowerer.knowledge.looked(declared);
        // A function that is to give anything else but `undefined` has to give something, TypeScript says.
        if (declared.result.kinds !== Kind.Undefined && !blockEnds(body) && !reaches(body, 'ReturnStatement')) {
          body.body.push({ type: 'ReturnStatement', argument: id('undefined', T.undefined) });
        }
      }
    }
    return {
      type: 'FunctionDeclaration',
      exported: false,
      async: declared.async,
      name: '',
      params: [],
      body,
      blocks: [declared.definition.id],
    };
  });
}

/** The order in which functions take what the host provides. */
const hostOrder = ['deviceToken', 'prompt'] as const;

function calledName(block: BlockView): string {
  const stated = block.state('name');
  return typeof stated === 'string' ? stated : block.field('NAME');
}

function functionOf(block: BlockView, b: Builders): UserFunction | undefined {
  return b.lowerer.scope.functionsByName.get(foldName(calledName(block)));
}

function lowerCall(block: BlockView, b: Builders): Expression | undefined {
  const called = functionOf(block, b);
  if (!called) {
    block.problem('unknown-function', { name: calledName(block) });
    return undefined;
  }
  b.lowerer.knowledge.called(called);
  const args = called.parameters.map((parameter, index) => {
    const value = block.required(`ARG${index}`, 'any', nil);
    b.lowerer.knowledge.giveValue(parameter, value);
    return value;
  });
  for (const name of hostOrder) if (called.hostValues.has(name)) args.push(b.host(name));
  const result = called.returns ? b.types.known(called.result) : T.undefined;
  const made = call(reference(called, T.unknown), args, result);
  return called.async ? b.awaited(made, result) : made;
}
