/** What the parts of a random program share: its variables and functions, where one is in it, and how blocks are put together. */

import type { BlockState, ProgramState, VariableState } from '../../generators/typescript/index.ts';
import type { Choices, Weighted } from './choices.ts';
import { kinds, packKinds, typeOf, type Concrete, type Kind } from './kinds.ts';
import { functionNames, someComment, variableNames } from './words.ts';

/** What sort of programs to build. */
export interface Profile {
  /** Values are of the kind that blocks ask for, as `kinds.ts` says; otherwise of any that Blockly lets in. */
  sound: boolean;
  /** The blocks of the pack are used too. */
  pack: boolean;
  /** About how many blocks there are. */
  size: number;
}

export interface RandomVariable extends VariableState {
  kind: Kind;
}

export interface RandomFunction {
  name: string;
  parameters: RandomVariable[];
  /** The kind of its result; none for a function that gives nothing back. */
  result: Kind | undefined;
  /** It calls itself, until its first parameter, a number, is down to 0. */
  recursive: boolean;
}

export type Inputs = NonNullable<BlockState['inputs']>;
type Connection = Inputs[string];

/** What a block is made of, beside its type. */
export interface Parts {
  fields?: Record<string, unknown>;
  inputs?: Record<string, Connection | undefined>;
  extraState?: unknown;
}

const literalTypes = new Set(['math_number', 'text', 'logic_boolean', 'date_now', 'device_channel_list']);

export class Builder {
  readonly variables: RandomVariable[] = [];
  readonly functions: RandomFunction[] = [];
  /** How many more blocks there should be. */
  budget: number;
  loopDepth = 0;
  /** How deep in statements one is. */
  depth = 0;
  /** The function that is being built. */
  inside: RandomFunction | undefined;
  /** The kinds of values that a program of this profile has. */
  readonly kinds: readonly Concrete[];
  readonly anyKind: readonly Kind[];
  private readonly locked = new Set<RandomVariable>();
  private blockCount = 0;

  constructor(
    readonly choices: Choices,
    readonly profile: Profile,
  ) {
    this.budget = profile.size;
    this.kinds = profile.pack ? [...kinds, ...packKinds] : kinds;
    this.anyKind = ['Any', ...this.kinds];
    this.makeVariables();
    this.makeFunctions();
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
      ...(this.choices.chance(0.03) && { icons: { comment: this.comment() } }),
      ...(fields && Object.keys(fields).length > 0 && { fields }),
      ...(connected.length > 0 && { inputs: Object.fromEntries(connected) }),
    };
  }

  /** A connection to a block, now and then through a shadow block or over one. */
  plug(block: BlockState): Connection {
    if (literalTypes.has(block.type) && this.choices.chance(0.3)) return { shadow: block };
    return { block };
  }

  /** An input that may as well be left empty, because Blockly then takes a value of the right kind. */
  maybe(make: () => BlockState): Connection | undefined {
    if (this.choices.chance(0.04)) return undefined;
    const block = make();
    return this.choices.chance(0.02) ? { block: disabled(block) } : this.plug(block);
  }

  /** An input that a sound program does not leave empty. */
  must(make: () => BlockState): Connection | undefined {
    return this.profile.sound ? this.plug(make()) : this.maybe(make);
  }

  /** A statement input with some blocks in it. */
  body(make: () => BlockState[]): Connection | undefined {
    this.depth++;
    const first = chain(make());
    this.depth--;
    return first && { block: first };
  }

  loop(make: () => BlockState[]): Connection | undefined {
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
    return fitting.length > 0 ? this.choices.pick(fitting) : this.addVariable(this.choices.pick(wanted));
  }

  field(variable: RandomVariable): Record<string, unknown> {
    return { VAR: { id: variable.id } };
  }

  /** The program of these stacks, one below the other. */
  program(stacks: BlockState[]): ProgramState {
    let y = 0;
    const blocks = stacks.map((stack) => {
      y += this.choices.between(100, 400);
      return { ...stack, x: this.choices.between(-500, 500), y };
    });
    return {
      version: 1,
      blocks: { languageVersion: 0, blocks },
      // Blockly keeps them by type.
      variables: [...new Set(this.variables.map(({ type }) => type))].flatMap((type) =>
        this.variables
          .filter((each) => each.type === type)
          .map(({ id, name }) => ({ name, id, ...(type !== undefined && { type }) })),
      ),
    };
  }

  /** As Blockly saves it, with the size of its bubble. */
  private comment() {
    return { text: someComment(this.choices), pinned: false, height: 80, width: 160 };
  }

  private makeVariables(): void {
    const wanted: Weighted<Kind>[] = this.anyKind.map((kind) => [kind === 'Number' || kind === 'String' ? 4 : 1, kind]);
    for (let count = this.choices.between(1, 6); count > 0; count--) this.addVariable(this.choices.weighted(wanted));
  }

  private addVariable(kind: Kind): RandomVariable {
    const used = new Set(this.variables.map(({ name }) => name.toLowerCase()));
    const name = this.choices.pick(variableNames.filter((each) => !used.has(each.toLowerCase())));
    const isTyped = kind !== 'Any' && this.choices.chance(0.15);
    const variable: RandomVariable = { id: `v${this.variables.length + 1}`, name, kind };
    if (isTyped) variable.type = typeOf(kind);
    this.variables.push(variable);
    return variable;
  }

  private makeFunctions(): void {
    for (
      let count = this.choices.weighted([
        [5, 0],
        [3, 1],
        [2, 2],
        [1, 3],
      ]);
      count > 0;
      count--
    ) {
      const used = new Set(this.functions.map(({ name }) => name.toLowerCase()));
      const parameters: RandomVariable[] = [];
      for (
        let left = this.choices.weighted([
          [2, 0],
          [3, 1],
          [2, 2],
          [1, 3],
        ]);
        left > 0;
        left--
      ) {
        // A parameter is a variable, which the rest of the program may use as well. It has no type of its own.
        const variable = this.choices.chance(0.5) ? this.choices.pick(this.variables) : this.addVariable('Number');
        if (variable.type === undefined && !parameters.includes(variable)) parameters.push(variable);
      }
      this.functions.push({
        name: this.choices.pick(functionNames.filter((each) => !used.has(each.toLowerCase()))),
        parameters,
        result: this.choices.chance(0.6) ? this.choices.pick(this.anyKind) : undefined,
        recursive: parameters[0]?.kind === 'Number' && this.choices.chance(0.5),
      });
    }
  }
}

/** Links statements to a chain; gives its first block. */
export function chain(blocks: readonly BlockState[]): BlockState | undefined {
  return blocks.reduceRight<BlockState | undefined>(
    (rest, block) => (rest ? { ...block, next: { block: rest } } : block),
    undefined,
  );
}

export function disabled(block: BlockState): BlockState {
  return { ...block, disabledReasons: ['MANUALLY_DISABLED'] };
}
