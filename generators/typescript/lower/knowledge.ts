/**
 * What passes find out about variables and functions. Code is chosen by what is known of them; when more becomes known
 * of what code was chosen by in the same pass, the types are stale, and another pass is needed.
 */

import type { HostValue } from '../compilation.ts';
import type { Expression } from '../tree.ts';
import { findList, sameType, T, type Type, type TypeStore } from '../types.ts';
import type { Effects } from './effects.ts';
import { isReference, reference, type Access, type Reference, type UserFunction, type Variable } from './entities.ts';
import type { Position } from './position.ts';

export class Knowledge {
  /** By variable, those that it is put into as it is. */
  private readonly copies = new Map<Variable, Set<Variable>>();

  constructor(
    private readonly types: TypeStore,
    private readonly position: Position,
    private readonly effects: Effects,
  ) {}

  /** The type of what is put into a variable, to choose code by. */
  look(variable: Variable): Type {
    variable.seen = this.types.pass;
    return variable.type;
  }

  read(variable: Variable, access: Access = 'read'): Reference {
    variable.seen = this.types.pass;
    let { type } = variable;
    if (variable.readUnset) type = this.types.join(type, T.undefined);
    return reference(variable, this.types.known(type), access);
  }

  /** Notes that a value of this type is put into the variable. */
  give(variable: Variable, type: Type): void {
    const joined = this.types.join(variable.type, type);
    if (!sameType(joined, variable.type)) this.grew(variable);
    variable.type = joined;
    const { currentFunction } = this.position;
    if (currentFunction && !variable.parameterOf) {
      if (!variable.setByFunction) {
        variable.setByFunction = true;
        this.types.grown = true;
        this.types.stale = true;
      }
      this.note(currentFunction, 'setsVariables');
    }
    this.effects.notify({ what: 'sets', variable });
  }

  /** Notes that a value is put into the variable. */
  giveValue(variable: Variable, value: Expression): void {
    this.give(variable, value.valueType ?? T.unknown);
    const source = value.type === 'Identifier' && isReference(value) ? value.entity : undefined;
    if (source?.kind !== 'variable') return;
    const targets = this.copies.get(source);
    if (targets) targets.add(variable);
    else this.copies.set(source, new Set([variable]));
  }

  /** Starts a pass. */
  clear(): void {
    this.copies.clear();
  }

  /**
   * Hands the types of variables on to those that they are put into, however far that goes: passes alone would take
   * them one variable further each, where variables are set against the order of the code.
   */
  spread(): void {
    const open = [...this.copies.keys()];
    for (let source = open.pop(); source; source = open.pop()) {
      if (source.type.kinds === 0) continue;
      const type = source.readUnset ? this.types.join(source.type, T.undefined) : source.type;
      for (const target of this.copies.get(source) ?? []) {
        const joined = this.types.join(target.type, type);
        if (sameType(joined, target.type)) continue;
        this.grew(target);
        target.type = joined;
        open.push(target);
      }
    }
  }

  /** The variable as the target of an assignment of a value of this type. */
  target(variable: Variable, type: Type, access: Access = 'write'): Reference {
    this.give(variable, type);
    return reference(variable, variable.type, access);
  }

  /** Notes that elements are added to a list, or removed from it. */
  disturb(list: Type): void {
    if (!list.list) return;
    const cell = findList(list.list);
    this.effects.notify({ what: 'changes', cell });
    const { currentFunction } = this.position;
    if (currentFunction) {
      this.types.markChangedByFunction(list);
      this.note(currentFunction, 'changesLists');
    }
  }

  /** Notes that code is chosen by what is known of the function. */
  looked(called: UserFunction): void {
    called.seen = this.types.pass;
  }

  /** Notes what a call of the function may do. */
  called(called: UserFunction): void {
    this.looked(called);
    if (!called.isCalled) this.types.grown = true;
    called.isCalled = true;
    const { currentFunction } = this.position;
    if (currentFunction) {
      if (!currentFunction.calls.has(called)) this.types.grown = true;
      currentFunction.calls.add(called);
      if (called.changesLists) this.note(currentFunction, 'changesLists');
      if (called.setsVariables) this.note(currentFunction, 'setsVariables');
    }
    this.effects.notify({ what: 'calls', called });
  }

  /** Notes that the function gives a value of this type. */
  returned(current: UserFunction, type: Type): void {
    const joined = this.types.join(current.result, type);
    if (!sameType(joined, current.result)) this.grew(current);
    current.result = joined;
  }

  /** Notes that the code awaits something. */
  awaits(): void {
    const { currentFunction } = this.position;
    if (currentFunction) this.note(currentFunction, 'async');
  }

  /** Notes that the code takes something from the host. */
  takes(name: HostValue): void {
    const { currentFunction } = this.position;
    if (!currentFunction || currentFunction.hostValues.has(name)) return;
    currentFunction.hostValues.add(name);
    this.grew(currentFunction);
  }

  private note(current: UserFunction, what: 'async' | 'changesLists' | 'setsVariables'): void {
    if (current[what]) return;
    current[what] = true;
    this.grew(current);
  }

  /** More is known now. */
  private grew({ seen }: Variable | UserFunction): void {
    this.types.grown = true;
    if (seen === this.types.pass) this.types.stale = true;
  }
}
