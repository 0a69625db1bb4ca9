/** Values of fields that are literals in the code, while a program is compiled again and again. */

import type { ProgramBlock } from './read.ts';
import type { Literal } from './tree.ts';
import { T, type Type } from './types.ts';

type Value = Literal['value'];

/** Something asked of the value of a literal. */
export type Question<Answer> = (value: Value) => Answer;

/**
 * The value of a field that became a literal. Whatever compiling does with the literal without looking at its value is
 * the same for any other value. So it keeps account of who looked at it: with another value that all questions have the
 * same answers for, the program is the same but for the text of the literal.
 */
export class FieldValue {
  // Private to the language too, so that whoever goes through the parts of a literal finds none here.
  readonly #block: ProgramBlock;
  readonly #field: string;
  readonly #values: FieldValues;
  readonly #answers = new Map<Question<unknown>, unknown>();
  readonly #printedIn = new Set<number>();
  #value: string | number;
  /** The value itself was used in compiling, for anything at all. */
  #isUsed = false;

  constructor(block: ProgramBlock, field: string, value: string | number, values: FieldValues) {
    this.#block = block;
    this.#field = field;
    this.#value = value;
    this.#values = values;
  }

  get kind(): 'string' | 'number' {
    return typeof this.#value === 'number' ? 'number' : 'string';
  }

  /** The statements that it was printed in, by their number. */
  get printedIn(): ReadonlySet<number> {
    return this.#printedIn;
  }

  isOf(block: ProgramBlock, field: string): boolean {
    return this.#block === block && this.#field === field;
  }

  /** A literal with this value. */
  literal(): Literal {
    return new FieldLiteral(this);
  }

  ask<Answer>(question: Question<Answer>): Answer {
    const answer = question(this.#value);
    this.#answers.set(question, answer);
    return answer;
  }

  /** Takes another value of the field, if that changes nothing but the text of the literal. */
  change(field: string, state: unknown): boolean {
    const value = literalValue(state);
    if (this.#isUsed || field !== this.#field || typeof value !== this.kind || value === undefined) return false;
    for (const [question, answer] of this.#answers) if (question(value) !== answer) return false;
    this.#value = value;
    return true;
  }

  /** Another literal, in another block, could be taken for this one. */
  giveUp(): void {
    this.#isUsed = true;
  }

  /** The value, for any use at all: where the program is not being printed yet, it decides on the code. */
  read(): Value {
    const { printing } = this.#values;
    if (printing) this.#printedIn.add(printing.current);
    else this.#isUsed = true;
    return this.#value;
  }
}

class FieldLiteral implements Literal {
  readonly type = 'Literal';
  declare readonly value: Value;
  readonly valueType: Type;
  blocks?: readonly string[];

  constructor(readonly field: FieldValue) {
    this.valueType = field.kind === 'number' ? T.number : T.string;
    Object.defineProperty(this, 'value', reading);
  }
}

/** Of the literal itself and not of its class, so that a copy of its parts has a value: that which was read for it. */
const reading: PropertyDescriptor & ThisType<FieldLiteral> = {
  enumerable: true,
  get() {
    return this.field.read();
  },
};

/** All of a program, by their blocks. */
export class FieldValues {
  /** Set while the program is printed: the number of the statement in hand. */
  printing: { readonly current: number } | undefined;
  private readonly byBlock = new Map<string, FieldValue>();

  /** The literal for what a field holds; none where it has to be looked at. */
  literal(block: ProgramBlock, field: string): Literal | undefined {
    const value = Object.hasOwn(block.fields, field) ? literalValue(block.fields[field]) : undefined;
    if (value === undefined || block.id === '') return undefined;
    const known = this.byBlock.get(block.id);
    if (known && !known.isOf(block, field)) {
      known.giveUp();
      return undefined;
    }
    const made = known ?? new FieldValue(block, field, value, this);
    this.byBlock.set(block.id, made);
    return made.literal();
  }

  find(blockId: string): FieldValue | undefined {
    return this.byBlock.get(blockId);
  }
}

/** What a literal is for what a field holds; a negative number is more than a literal. */
function literalValue(state: unknown): string | number | undefined {
  if (typeof state === 'string') return state;
  return typeof state === 'number' && Number.isFinite(state) && state >= 0 && !Object.is(state, -0) ? state : undefined;
}
