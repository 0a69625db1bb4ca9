import { bool, nil, number, text, undef } from '../build.ts';
import { diagnose, type ProblemCode, type ProblemValues } from '../problems.ts';
import type { ProgramBlock } from '../read.ts';
import type { BlockStatement, Expression } from '../tree.ts';
import {
  numberIfAny,
  textIfAny,
  toCondition,
  toDate,
  textAsIs,
  toOptionalDate,
  toList,
  toNumber,
  toText,
  toTextList,
} from './convert.ts';
import { isOnly, Kind, T } from '../types.ts';
import type { Variable } from './entities.ts';
import type { Lowerer } from './lowerer.ts';

/**
 * What a value input wants to be given. A `string` is empty where the value is missing; a
 * `string as is` is then the text "undefined", as JavaScript has it. What is optional may be undefined.
 */
export type Wanted =
  | 'number'
  | 'optional number'
  | 'string'
  | 'string as is'
  | 'optional string'
  | 'boolean'
  | 'list'
  | 'string[]'
  | 'date'
  | 'optional date'
  | 'any';

interface Misfit {
  problem: 'takes-a-number' | 'takes-a-list' | 'takes-a-date';
  kinds: number;
}

const objects = Kind.Object | Kind.Registration | Kind.DeviceInfo;
const list: Misfit = { problem: 'takes-a-list', kinds: Kind.Number | Kind.Boolean | Kind.Null | Kind.Date | objects };
const takesNumber: Misfit = { problem: 'takes-a-number', kinds: Kind.List | objects };
const date: Misfit = { problem: 'takes-a-date', kinds: Kind.Boolean | Kind.List | objects };

/** Kinds of values that cannot be converted to what is wanted with any sense. */
const misfits: Partial<Record<Wanted, Misfit>> = {
  number: takesNumber,
  'optional number': takesNumber,
  list,
  'string[]': list,
  date,
  'optional date': date,
};

/** A block as a lowering sees it. */
export class BlockView {
  /** The inputs that the lowering looked into. */
  private readonly asked: string[] = [];

  constructor(
    private readonly lowerer: Lowerer,
    readonly block: ProgramBlock,
  ) {}

  get id(): string {
    return this.block.id;
  }

  get type(): string {
    return this.block.type;
  }

  /** What the block keeps about its own shape. Any JSON at all: check before use. */
  get extraState(): unknown {
    return this.block.extraState;
  }

  /** One property of the extra state, if that is an object that has it. */
  state(name: string): unknown {
    const { extraState } = this.block;
    if (typeof extraState !== 'object' || extraState === null || !Object.hasOwn(extraState, name)) return undefined;
    const value: unknown = Reflect.get(extraState, name);
    return value;
  }

  /** The text of a field; empty when there is none. */
  field(name: string): string {
    const { fields } = this.block;
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value);
  }

  /** The entry of a table that a field names, if it names one. */
  entry<E>(name: string, table: Readonly<Record<string, E>>): E | undefined {
    const key = this.field(name);
    return Object.hasOwn(table, key) ? table[key] : undefined;
  }

  hasField(name: string): boolean {
    return Object.hasOwn(this.block.fields, name);
  }

  /** The variable that a variable field names. */
  variable(name: string): Variable {
    return this.lowerer.scope.variableOfField(this.block, name);
  }

  /** Whether a block is connected to the input. */
  has(input: string): boolean {
    return (this.blocksIn(input)?.length ?? 0) > 0;
  }

  /**
   * The value connected to the input, converted to what is wanted where its type demands it.
   * For an empty input, what Blockly takes then: 0, an empty text, false, an empty list, otherwise null.
   */
  value(input: string, wanted: Wanted = 'any', empty?: () => Expression): Expression {
    const value = this.optional(input) ?? (empty ?? this.emptyValue(wanted))();
    return this.convert(value, wanted, input);
  }

  /** The same, but undefined for an empty input. */
  optional(input: string, wanted: Wanted = 'any'): Expression | undefined {
    const first = this.blocksIn(input)?.[0];
    if (!first) return undefined;
    return this.convert(this.lowerer.expression(first), wanted, input);
  }

  /** An input that should not be empty: if it is, that is said. */
  required(input: string, wanted: Wanted = 'any', empty?: () => Expression): Expression {
    if (!this.has(input)) {
      this.problem('empty-input', {}, input);
    }
    return this.value(input, wanted, empty);
  }

  /** The blocks in a statement input, as a block of code. */
  statements(input: string): BlockStatement {
    return this.lowerer.chain(this.blocksIn(input) ?? []);
  }

  /** Says something about this block, in the words of a host. */
  report(severity: 'error' | 'warning' | 'info', code: string, message: string, input?: string): void {
    this.lowerer.report({ severity, code, message, blockId: this.id, ...(input !== undefined && { input }) });
  }

  /** Says something about this block, in the words of the compiler. */
  problem<Code extends ProblemCode>(code: Code, values: ProblemValues<Code>, input?: string): void {
    this.lowerer.report(diagnose(code, values, this.id, input));
  }

  /** Says which inputs hold blocks that the lowering did not ask for: they are not in the code. */
  reportLeftInputs(): void {
    const { inputs } = this.block;
    for (const input in inputs) {
      if (this.asked.includes(input) || !Object.hasOwn(inputs, input) || inputs[input]?.length === 0) continue;
      this.problem('unknown-input', { type: this.type, input }, input);
    }
  }

  private blocksIn(input: string): ProgramBlock[] | undefined {
    this.asked.push(input);
    return Object.hasOwn(this.block.inputs, input) ? this.block.inputs[input] : undefined;
  }

  private emptyValue(wanted: Wanted): () => Expression {
    switch (wanted) {
      case 'number':
      case 'optional number':
        return () => number(0);
      case 'string':
      case 'string as is':
      case 'optional string':
        return () => text('');
      case 'boolean':
        return () => bool(false);
      case 'list':
      case 'string[]':
        return () => this.lowerer.emptyList(this.block);
      case 'date':
      case 'optional date':
        return undef;
      case 'any':
        return nil;
    }
  }

  private convert(value: Expression, wanted: Wanted, input: string): Expression {
    const misfit = misfits[wanted];
    if (misfit && isOnly(value.valueType ?? T.unknown, misfit.kinds)) {
      this.problem(misfit.problem, {}, input);
    }
    switch (wanted) {
      case 'number':
        return toNumber(value);
      case 'optional number':
        return numberIfAny(value, this.lowerer);
      case 'string':
        return toText(value);
      case 'string as is':
        return textAsIs(value);
      case 'optional string':
        return textIfAny(value, this.lowerer);
      case 'boolean':
        return toCondition(value, this.lowerer);
      case 'list':
        return toList(value, this.lowerer, input);
      case 'string[]':
        return toTextList(value, this.lowerer, input);
      case 'date':
        return toDate(value, this.lowerer);
      case 'optional date':
        return toOptionalDate(value, this.lowerer);
      case 'any':
        return value;
    }
  }
}
