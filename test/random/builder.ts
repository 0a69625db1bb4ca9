/**
 * Builds the blocks of one random program, and keeps what they share: its variables and functions, and where one is in it.
 *
 * What blocks there are is said by categories, one file each in `categories/`, as in the toolbox.
 */

import type { BlockState } from '../../generators/typescript/index.ts';
import { castFor, newVariable, type Cast, type RandomFunction, type RandomVariable } from './cast.ts';
import type { Choices, Weighted } from './choices.ts';
import { kinds, packKinds, type Concrete, type Kind } from './kinds.ts';
import { someComment } from './words.ts';

/** What sort of programs to build. */
export interface Profile {
  /** Values are of the kind that blocks ask for, as `kinds.ts` says; otherwise of any that Blockly lets in. */
  sound: boolean;
  /** The blocks of the pack are used too. */
  pack: boolean;
  /** About how many blocks there are. */
  size: number;
}

export type Maker = () => BlockState;
export type Makers = Weighted<Maker>[];

/** Statements that belong together, in order. */
export type StatementMakers = Weighted<() => BlockState[]>[];

/** What one category of the toolbox adds to programs, each with how often it is chosen. */
export interface Category {
  /** Blocks that give a value of this kind, with inputs that are so deep in turn. */
  values?(builder: Builder, kind: Concrete, depth: number): Makers;
  /** Blocks that fit everywhere, because Blockly knows nothing of what they give. `depth` 0: without inputs. */
  unchecked?(builder: Builder, kind: Kind, depth: number): Makers;
  /** Values that hang on nothing else. */
  literals?: Partial<Record<Concrete, (builder: Builder) => BlockState>>;
  statements?(builder: Builder): StatementMakers;
}

type Inputs = NonNullable<BlockState['inputs']>;
export type Connection = Inputs[string];
export type Connections = Record<string, Connection | undefined>;

/** What a block is made of, beside its type. */
export interface Parts {
  fields?: Record<string, unknown>;
  inputs?: Connections;
  extraState?: unknown;
}

const literalTypes = new Set(['math_number', 'text', 'logic_boolean', 'date_now', 'device_channel_list']);

export class Builder {
  readonly variables: RandomVariable[];
  readonly functions: RandomFunction[];
  /** How many more blocks there should be. */
  budget: number;
  loopDepth = 0;
  /** How deep in statements one is. */
  depth = 0;
  /** The function that is being built. */
  inside: RandomFunction | undefined;
  readonly anyKind: readonly Kind[];
  private readonly locked = new Set<RandomVariable>();
  private blockCount = 0;

  constructor(
    readonly choices: Choices,
    readonly profile: Profile,
    private readonly categories: readonly Category[],
  ) {
    this.budget = profile.size;
    this.anyKind = ['Any', ...this.kinds];
    const cast: Cast = castFor(choices, this.anyKind);
    this.variables = cast.variables;
    this.functions = cast.functions;
  }

  /** The kinds of values that a program of this profile has. */
  get kinds(): readonly Concrete[] {
    return this.profile.pack ? [...kinds, ...packKinds] : kinds;
  }

  block(type: string, { fields, inputs, extraState }: Parts = {}): BlockState {
    this.budget--;
    const connected = Object.entries(inputs ?? {}).flatMap(([name, connection]): [string, Connection][] =>
      connection ? [[name, connection]] : [],
    );
    return {
      type,
      id: `b${++this.blockCount}`,
      ...(extraState !== undefined && { extraState }),
      ...(this.choices.chance(0.05) && { collapsed: true }),
      ...(this.choices.chance(0.05) && { icons: { comment: this.comment() } }),
      ...(fields && Object.keys(fields).length > 0 && { fields }),
      ...(connected.length > 0 && { inputs: Object.fromEntries(connected) }),
    };
  }

  /** A block with inputs by name, each of a kind, and fields by name, each with what it may be. */
  simple(
    type: string,
    depth: number,
    inputs: Record<string, Kind>,
    fields: Record<string, readonly string[]> = {},
  ): BlockState {
    return this.block(type, {
      fields: Object.fromEntries(Object.entries(fields).map(([name, all]) => [name, this.choices.pick(all)])),
      inputs: Object.fromEntries(
        Object.entries(inputs).map(([name, kind]) => [name, this.maybe(() => this.value(kind, depth))]),
      ),
    });
  }

  /** A value block of this kind, marked with it (`data`), so that a program can be made smaller and stay sound. */
  value(kind: Kind, depth = 3): BlockState {
    const { choices, profile } = this;
    const chosen = kind === 'Any' ? choices.pick(this.anyKind) : kind;
    const isUnchecked = chosen === 'Any' || (!profile.sound && choices.chance(0.15));
    const made = isUnchecked
      ? this.unchecked(choices.pick(this.anyKind), depth)
      : choices.weighted(this.makers(chosen, this.budget > 0 ? depth : 0))();
    return { ...made, data: kind };
  }

  /** A value that hangs on nothing else. */
  literal(kind: Concrete): BlockState {
    for (const { literals } of this.categories) {
      const make = literals?.[kind];
      if (make) return make(this);
    }
    throw new Error(`There is no literal of kind ${kind}.`);
  }

  /** Something to decide by: anything at all is true or false to JavaScript. */
  condition(depth: number): BlockState {
    return this.choices.chance(0.1) ? this.unchecked('Any', depth) : this.value('Boolean', depth);
  }

  /** Up to so many statements; fewer when the program is large enough. */
  statements(most: number): BlockState[] {
    const { choices } = this;
    const made: BlockState[] = [];
    for (let left = choices.between(0, most); left > 0 && this.budget > 0; left--) {
      const makers = this.categories.flatMap((category) => category.statements?.(this) ?? []);
      for (const block of choices.weighted(makers)()) made.push(choices.chance(0.03) ? disabled(block) : block);
    }
    if (this.loopDepth > 0 ? choices.chance(0.12) : choices.chance(0.02)) {
      const leave = this.block('controls_flow_statements', { fields: { FLOW: choices.pick(['BREAK', 'CONTINUE']) } });
      made.push(this.loopDepth > 0 ? leave : disabled(leave, 'CONTROL_FLOW_NOT_IN_LOOP'));
    }
    return made;
  }

  /** A connection to a block, now and then through a shadow block. */
  plug(block: BlockState): Connection {
    if (literalTypes.has(block.type) && this.choices.chance(0.3)) return { shadow: block };
    return { block };
  }

  /** An input that may as well be left empty, because Blockly then takes a value of the right kind. */
  maybe(make: Maker): Connection | undefined {
    if (this.choices.chance(0.04)) return undefined;
    const block = make();
    return this.choices.chance(0.03) ? { block: disabled(block) } : this.plug(block);
  }

  /** An input that a sound program does not leave empty. */
  must(make: Maker): Connection | undefined {
    return this.profile.sound ? this.plug(make()) : this.maybe(make);
  }

  /** A statement input with some blocks in it. */
  body(make: () => BlockState[] = () => this.statements(3)): Connection | undefined {
    this.depth++;
    const first = chain(make());
    this.depth--;
    return first && { block: first };
  }

  loopBody(make?: () => BlockState[]): Connection | undefined {
    this.loopDepth++;
    const body = this.body(make);
    this.loopDepth--;
    return body;
  }

  /** Runs something during which nothing sets the variable. */
  keep<R>(variable: RandomVariable, make: () => R): R {
    const isNew = !this.locked.has(variable);
    this.locked.add(variable);
    const result = make();
    if (isNew) this.locked.delete(variable);
    return result;
  }

  /** A variable of one of these kinds; a new one, if there is none. */
  variable(wanted: readonly Kind[], isSet: boolean): RandomVariable {
    const fitting = this.variables.filter(
      (variable) => wanted.includes(variable.kind) && !(isSet && this.locked.has(variable)),
    );
    if (fitting.length > 0) return this.choices.pick(fitting);
    return newVariable(this.choices, this.variables, this.choices.pick(wanted));
  }

  private makers(kind: Concrete, depth: number): Makers {
    const literal: Weighted<Maker> = [depth > 0 ? 3 : 6, () => this.literal(kind)];
    return [literal, ...this.categories.flatMap((category) => category.values?.(this, kind, depth) ?? [])];
  }

  private unchecked(kind: Kind, depth: number): BlockState {
    const left = this.budget > 0 ? depth : 0;
    return this.choices.weighted(this.categories.flatMap((category) => category.unchecked?.(this, kind, left) ?? []))();
  }

  /** As Blockly saves it, with the size of its bubble. */
  private comment() {
    return { text: someComment(this.choices), pinned: false, height: 80, width: 160 };
  }
}

/** Links statements to a chain, up to one that nothing can be connected behind; gives its first block. */
export function chain(blocks: readonly BlockState[]): BlockState | undefined {
  const last = blocks.findIndex(({ type }) => type === 'errors_throw');
  return blocks
    .slice(0, last < 0 ? blocks.length : last + 1)
    .reduceRight<BlockState | undefined>(
      (rest, block) => (rest ? { ...block, next: { block: rest } } : block),
      undefined,
    );
}

/** Disabled by hand, or by Blockly where the block makes no sense. */
export function disabled(block: BlockState, reason = 'MANUALLY_DISABLED'): BlockState {
  return { ...block, disabledReasons: [reason] };
}
