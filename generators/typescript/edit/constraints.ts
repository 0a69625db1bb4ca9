/**
 * What blocks say about the types of variables, told from the blocks alone.
 *
 * The types of a program are the smallest that fit all that its blocks say: that a number is put into a variable, say,
 * or what another variable holds. Each such thing is a constraint, which a text stands for: the same text, said within
 * the same function, asks for the same. So a block that goes takes nothing away if another block says the same.
 *
 * Of few blocks it is known here what they say. What all others say is unknown: it is the same only where all blocks
 * in them are, and their texts and numbers too.
 */

import { isDefinition } from '../lower/functions.ts';
import { mainOwner, variableId } from '../lower/entities.ts';
import type { Lowerings } from '../lower/lowering.ts';
import type { ProgramBlock, ProgramTree } from '../read.ts';

/** What some blocks say. */
export interface Constraints {
  /** Each as often as it is said. */
  known: Map<string, number>;
  /** What is said by blocks of which it is not known, in order. */
  unknown: string[];
}

/** What is known of the value of a block: one kind of value, in angle brackets, or how it is found. */
type Shape = string;

const number: Shape = '<number>';
const text: Shape = '<text>';
const boolean: Shape = '<boolean>';
const date: Shape = '<date>';

/** Blocks that always give a value of the same kind, whatever is in them, and say nothing else. */
const steady: Readonly<Record<string, Shape>> = {
  math_number: number,
  math_single: number,
  math_round: number,
  math_trig: number,
  math_constant: number,
  math_modulo: number,
  math_constrain: number,
  math_random_int: number,
  math_random_float: number,
  math_atan2: number,
  math_number_property: boolean,
  text,
  text_multiline: text,
  text_join: text,
  text_changeCase: text,
  text_trim: text,
  text_replace: text,
  text_reverse: text,
  text_count: number,
  text_indexOf: number,
  logic_boolean: boolean,
  logic_compare: boolean,
  logic_negate: boolean,
  date_now: date,
  date_literal: date,
  date_from_now: date,
  date_add: date,
  date_compare: boolean,
  date_part: number,
  date_format: text,
  errors_message: text,
  device_channel_list: '<list <text>>',
};

/** Blocks of whose value it is not known what kind it is of, and that say nothing but what is in them. */
const silent = new Set([
  'text_length',
  'text_isEmpty',
  'text_getSubstring',
  'text_charAt',
  'lists_length',
  'lists_isEmpty',
  'lists_indexOf',
  'lists_split',
  'text_print',
  'console_print',
  'controls_if',
  'controls_ifelse',
  'controls_repeat',
  'controls_repeat_ext',
  'controls_whileUntil',
  'controls_flow_statements',
  'device_init_app',
  'device_setup',
  'errors_throw',
]);

/** Blocks that wait, and say nothing else. */
const waiting = new Set(['device_cancel_registration', 'push_publish', 'push_publish_to_devices']);

/** Collects what blocks say. */
export class Collector {
  readonly constraints: Constraints = { known: new Map(), unknown: [] };

  /**
   * @param owner The ID of the function that the blocks are in.
   * @param lowerings Those of the host: of blocks that it lowers, nothing is known.
   */
  constructor(
    private readonly owner: string,
    private readonly lowerings: Lowerings = {},
  ) {}

  chain(blocks: readonly ProgramBlock[]): void {
    for (const block of blocks) this.block(block);
  }

  private say(constraint: string): void {
    const { known } = this.constraints;
    const key = `${constraint} in ${this.owner}`;
    known.set(key, (known.get(key) ?? 0) + 1);
  }

  /** Notes what a block says, and what is said in it; gives the shape of its value. */
  private block(block: ProgramBlock): Shape {
    if (Object.hasOwn(this.lowerings, block.type)) return this.unknown(block);
    if (Object.hasOwn(steady, block.type)) {
      this.within(block);
      return steady[block.type] ?? '';
    }
    if (silent.has(block.type)) {
      this.within(block);
      return skeleton(block);
    }
    if (waiting.has(block.type)) {
      this.within(block);
      this.say('waits');
      return '';
    }
    switch (block.type) {
      case 'variables_get':
      case 'variables_get_dynamic':
        return `variable ${JSON.stringify(idIn(block, 'VAR'))}`;
      case 'variables_set':
      case 'variables_set_dynamic':
        return this.give(block, 'VAR', this.value(block, 'VALUE') ?? number);
      case 'math_change':
        return this.give(block, 'VAR', `changed by ${this.value(block, 'DELTA') ?? number}`);
      case 'text_append':
        return this.give(block, 'VAR', `with ${this.value(block, 'TEXT') ?? text} behind it`);
      case 'controls_for':
        this.within(block);
        return this.give(block, 'VAR', number);
      case 'controls_forEach': {
        const list = this.value(block, 'LIST') ?? 'nothing';
        this.chain(block.inputs['DO'] ?? []);
        return this.give(block, 'VAR', `item of ${list}`);
      }
      case 'registration_for_each':
        this.within(block);
        this.give(block, 'CHANNEL_VAR', text);
        return this.give(block, 'ID_VAR', text);
      case 'math_arithmetic': {
        const [a, b] = [this.value(block, 'A') ?? number, this.value(block, 'B') ?? number];
        if (block.fields['OP'] !== 'ADD' || (a === number && b === number)) return number;
        return `sum of ${a} and ${b}`;
      }
      case 'lists_create_with':
        return this.list(block);
      case 'lists_getIndex':
        if (block.fields['MODE'] !== 'GET') return this.unknown(block);
        this.within(block);
        return skeleton(block);
      case 'procedures_callnoreturn':
      case 'procedures_callreturn': {
        const { type, fields, extraState, inputs } = block;
        const given = Object.keys(inputs).map((input) => [input, this.value(block, input)]);
        const shape = JSON.stringify([type, fields, extraState, given]);
        this.constraints.unknown.push(shape);
        return shape;
      }
      case 'device_token':
        this.say('takes the token');
        return text;
      case 'device_register':
        this.within(block);
        this.say('waits');
        if (!Object.hasOwn(block.inputs, 'DEVICE_TOKEN')) this.say('takes the token');
        return '<registration>';
      default:
        return this.unknown(block);
    }
  }

  private give(block: ProgramBlock, field: string, shape: Shape): Shape {
    this.say(`${JSON.stringify(idIn(block, field))} is ${shape}`);
    return '';
  }

  private within(block: ProgramBlock): void {
    for (const input of Object.values(block.inputs)) this.chain(input);
  }

  private value(block: ProgramBlock, input: string): Shape | undefined {
    const [first] = Object.hasOwn(block.inputs, input) ? (block.inputs[input] ?? []) : [];
    return first && this.block(first);
  }

  /** A list of items that are all of known kinds; of any other it may be that they are lists that others have too. */
  private list(block: ProgramBlock): Shape {
    const inner = new Collector(this.owner, this.lowerings);
    const shapes = Object.values(block.inputs).flatMap((input) => input.map((item) => inner.block(item)));
    const isKnown = shapes.every((shape) => scalars.has(shape)) && inner.constraints.unknown.length === 0;
    const count = stated(block.extraState, 'itemCount');
    if (!isKnown || count !== Object.keys(block.inputs).length || count === 0) return this.unknown(block);
    for (const key of inner.constraints.known.keys()) {
      this.constraints.known.set(key, (this.constraints.known.get(key) ?? 0) + (inner.constraints.known.get(key) ?? 0));
    }
    return `<list ${[...new Set(shapes)].sort().join(' ')}>`;
  }

  private unknown(block: ProgramBlock): Shape {
    const shape = skeleton(block);
    this.constraints.unknown.push(shape);
    return shape;
  }
}

const scalars = new Set([number, text, boolean, date]);

/** What all blocks of a program say, and how often. */
export function constraintsOf(tree: ProgramTree, lowerings: Lowerings | undefined): Map<string, number> {
  const all = new Map<string, number>();
  for (const stack of tree.stacks) {
    const [first] = stack;
    const collector = new Collector(first && isDefinition(first) ? first.id : mainOwner, lowerings);
    collector.chain(first && isDefinition(first) ? Object.values(first.inputs).flat() : stack);
    count(all, collector.constraints.known, 1);
  }
  return all;
}

/** Adds to the counts, or takes from them. */
export function count(all: Map<string, number>, some: ReadonlyMap<string, number>, sign: 1 | -1): void {
  for (const [key, times] of some) all.set(key, (all.get(key) ?? 0) + sign * times);
}

function idIn(block: ProgramBlock, field: string): string {
  const value = Object.hasOwn(block.fields, field) ? block.fields[field] : undefined;
  return variableId(value) ?? '';
}

function stated(extraState: unknown, name: string): unknown {
  return typeof extraState === 'object' && extraState !== null ? Reflect.get(extraState, name) : undefined;
}

/** All that a block is but for the IDs of blocks. */
function skeleton({ type, fields, extraState, inputs }: ProgramBlock): string {
  const within = Object.entries(inputs).map(([name, chain]) => [name, chain.map(skeleton)]);
  return JSON.stringify([type, fields, extraState, within]);
}
