/**
 * The types of the lists and objects that blocks make. They are the same in every pass, so that what was found to be
 * one list, by whatever names, stays one.
 */

import type { ProgramBlock } from '../read.ts';
import type { Type, TypeStore } from '../types.ts';
import type { Position } from './position.ts';

export class MadeTypes {
  private readonly byBlock = new WeakMap<ProgramBlock, Map<string, Type>>();

  constructor(
    private readonly types: TypeStore,
    private readonly position: Position,
  ) {}

  /** The type of the list that a block makes. */
  listOf(block: ProgramBlock, role = ''): Type {
    return this.madeBy(block, `list ${role}`, () => this.types.newList());
  }

  objectOf(block: ProgramBlock): Type {
    return this.madeBy(block, 'object', () => this.types.newObject());
  }

  /** The type of a list that the block in hand makes beside its own, told from its others by a role. */
  listHere(role: string, element: Type): Type {
    return this.madeBy(this.position.block, `list ${role}`, () => this.types.newList(element));
  }

  /** The type of an object with any names that the block in hand is given. */
  recordHere(role: string, values: Type): Type {
    return this.madeBy(this.position.block, `record ${role}`, () => {
      const record = this.types.newObject();
      this.types.addValues(record, values);
      return record;
    });
  }

  private madeBy(block: ProgramBlock, role: string, make: () => Type): Type {
    let made = this.byBlock.get(block);
    if (!made) this.byBlock.set(block, (made = new Map()));
    let type = made.get(role);
    if (!type) made.set(role, (type = make()));
    return type;
  }
}
