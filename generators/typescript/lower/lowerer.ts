/**
 * Phase 2: program tree → typed syntax tree.
 *
 * A pass lowers every block once. What the code of a block looks like may hang on types that
 * only the rest of the program tells, so passes are repeated until no pass finds a type, or the
 * asynchrony of a function, other than it was when code was chosen by it.
 */

import { hold, waited } from '../analyze/steps.ts';
import * as build from '../build.ts';
import type { Diagnostic, HostValue } from '../compilation.ts';
import { diagnose } from '../problems.ts';
import type { ProgramBlock, ProgramTree } from '../read.ts';
import type { BlockStatement, Expression, Identifier, Statement } from '../tree.ts';
import { findList, kinds, Kind, sameType, T, TypeStore, type ListCell, type Type } from '../types.ts';
import { BlockView } from './block-view.ts';
import type { Builders } from './builders.ts';
import { checkFields } from './fields.ts';
import { commentLines, endsHere, isExpression, tag } from './lowered.ts';
import {
  isFollowed,
  newVariable,
  reference,
  type Access,
  type Helper,
  type Reference,
  type Temporary,
  type UserFunction,
  type Variable,
} from './entities.ts';
import type { Lowerings } from './lowering.ts';
import type { Note, Place, Relowered } from './notes.ts';
import { annotationOf } from './settled.ts';
import { DoneParts, levelsOfPart, Parts, type PartContext } from './parts.ts';

export interface LowererOptions {
  oneBasedIndex: boolean;
  trace: boolean | 'step';
  now: number | undefined;
  /** IDs of variables that every function has for itself. */
  privateVariables: ReadonlySet<string>;
  /** Notes what is needed to lower parts of the program anew. */
  isNoting: boolean;
  lowerings: Lowerings;
  /** Those among them that are the pack's own. */
  packLowerings: Lowerings;
}

/** Code that is being lowered, watched for what it changes. */
interface Watch {
  /** A list of interest; `any` when it could be any list at all. */
  list: ListCell | 'any' | 'none';
  variables: readonly Variable[];
  /** The code changes the list or sets a variable, or may. */
  disturbed: boolean;
}

/** Something that code does which those who watch it may want to know. */
type Effect =
  { what: 'sets'; variable: Variable } | { what: 'changes'; cell: ListCell } | { what: 'calls'; called: UserFunction };

/** What is in hand when no block is. */
const nowhere: ProgramBlock = {
  type: '',
  id: '',
  fields: {},
  inputs: {},
  extraState: undefined,
  comment: '',
  state: {},
};

const typeNames = { DeviceRegistration: true, DeviceInfo: true } as const;
export type PackType = keyof typeof typeNames;

export class Lowerer {
  readonly types = new TypeStore();
  readonly variables = new Map<string, Variable>();
  readonly functions: UserFunction[] = [];
  readonly functionsByName = new Map<string, UserFunction>();
  /** Those that the code uses. */
  readonly helpers = new Map<string, Helper>();
  private readonly madeHelpers = new Map<string, Helper>();
  readonly packTypes = new Set<PackType>();
  readonly hostParameters = new Set<HostValue>();
  /** Constants of the compiler's own. */
  readonly constants: Temporary[] = [];
  /** Its names that are used again and again, such as those of loop counters. */
  readonly counters = new Map<string, Temporary>();
  usesBackendless = false;
  /** What holds the program at its statements, in a program compiled for stepping. */
  frame: Temporary | undefined;

  currentFunction: UserFunction | undefined;
  /** The block that is being lowered. */
  private current: ProgramBlock = nowhere;
  /** What was noted in this pass, in order. */
  notes: Note[] = [];
  /** Where each chain of statements was lowered. */
  readonly places = new Map<readonly ProgramBlock[], Place>();
  private loopDepth = 0;
  /** Above 0 where TypeScript sees that what is being lowered is never reached: it narrows nothing there. */
  deadDepth = 0;
  private watches: Watch[] = [];
  /** What the code of a part does, for those who watch what the part is in. */
  private effects: Effect[] = [];
  /** The variables named by fields that were lowered, in order. */
  private named: Variable[] = [];
  /** How many blocks of the part being lowered are around the one in hand. */
  private level = 0;
  private readonly parts = new Parts(this.partContext());
  private readonly doneChains = new DoneParts<readonly ProgramBlock[], BlockStatement>(this.parts);
  private readonly typesOfParts = new WeakMap<ProgramBlock, Type>();
  private readonly doneValues = new DoneParts<ProgramBlock, Expression>(this.parts);
  private readonly mentioned = new Map<Variable, number>();
  private aliveTemporaries = new Map<string, number>();
  private comments: string[] = [];
  private readonly lists = new WeakMap<ProgramBlock, Map<string, Type>>();
  private readonly builders: Builders;

  constructor(
    private readonly program: ProgramTree,
    private readonly options: LowererOptions,
    /** How many fields of the program name each variable. */
    private readonly mentions: ReadonlyMap<string, number>,
  ) {
    this.builders = this.makeBuilders();
  }

  get oneBasedIndex(): boolean {
    return this.options.oneBasedIndex;
  }

  /** Starts a pass: forgets what the code of the last one used. */
  begin(): void {
    this.types.pass++;
    this.types.stale = false;
    this.types.sawNothing = false;
    this.notes = [];
    this.places.clear();
    this.helpers.clear();
    this.packTypes.clear();
    this.hostParameters.clear();
    this.counters.clear();
    this.madeHelpers.clear();
    this.constants.length = 0;
    this.mentioned.clear();
    this.doneChains.clear();
    this.doneValues.clear();
    this.usesBackendless = false;
    this.currentFunction = undefined;
    this.frame = this.isStepping ? { kind: 'temporary', label: 'frame', owner: undefined, name: '' } : undefined;
  }

  /** Whether every function waits where its host wants it to. */
  get isStepping(): boolean {
    return this.options.trace === 'step';
  }

  /** What was said about the blocks in this pass. */
  get reports(): Diagnostic[] {
    return this.notes.flatMap((note) => (note.what === 'says' ? note.diagnostic : []));
  }

  report(diagnostic: Diagnostic): void {
    this.notes.push({ what: 'says', diagnostic });
  }

  private noteUse(name: string): void {
    if (this.options.isNoting) this.notes.push({ what: 'uses', name });
  }

  /** Lowers something that may be nested to any depth. */
  whole<R>(lower: () => R): R {
    return this.parts.whole(lower);
  }

  /** Lowers a chain of blocks. */
  chain(blocks: readonly ProgramBlock[]): BlockStatement {
    if (this.level >= levelsOfPart && blocks.length > 0) {
      return this.doneChains.get(blocks, () => this.chain(blocks)) ?? build.block([]);
    }
    const body: Statement[] = [];
    if (this.options.isNoting) this.notePlace(blocks, body);
    this.lowerEach(blocks, body);
    return build.block(body);
  }

  private lowerEach(blocks: readonly ProgramBlock[], body: Statement[]): void {
    const { isNoting } = this.options;
    let isReachable = true;
    for (const block of blocks) {
      const last = body.at(-1);
      if (isReachable && last && endsHere(last)) {
        isReachable = false;
        this.deadDepth++;
        this.report(diagnose('unreachable', {}, block.id));
      }
      if (isNoting) this.notes.push({ what: 'begins', block });
      for (const statement of this.statements(block)) body.push(statement);
      if (isNoting) this.notes.push({ what: 'ends', block });
    }
    if (!isReachable) this.deadDepth--;
  }

  private notePlace(blocks: readonly ProgramBlock[], body: Statement[]): void {
    const { currentFunction, current, loopDepth, deadDepth, level } = this;
    const isAgain = this.places.has(blocks);
    const temporaries = new Map(this.aliveTemporaries);
    this.places.set(blocks, { body, currentFunction, current, loopDepth, deadDepth, level, temporaries, isAgain });
  }

  /** Lowers statements once more, or others, as in a place where the last pass lowered some. */
  lowerAt(place: Place, blocks: readonly ProgramBlock[]): Relowered {
    const { notes } = this;
    this.notes = [];
    this.currentFunction = place.currentFunction;
    this.current = place.current;
    this.loopDepth = place.loopDepth;
    this.deadDepth = place.deadDepth;
    this.level = place.level;
    this.aliveTemporaries = new Map(place.temporaries);
    this.comments = [];
    this.watches = [];
    this.types.startAddition();
    const body: Statement[] = [];
    this.lowerEach(blocks, body);
    const relowered = { body, notes: this.notes };
    this.notes = notes;
    this.currentFunction = undefined;
    this.level = 0;
    return relowered;
  }

  /** Whether parts of the program were put off, so that notes are not in the order of the code. */
  get hasParts(): boolean {
    return this.doneChains.size + this.doneValues.size > 0;
  }

  /** Lowers one block in the place of a statement. */
  private statements(block: ProgramBlock): Statement[] {
    const outerComments = this.comments;
    this.comments = [];
    let lowered = this.lower(block);
    if (lowered === undefined) {
      this.comments = outerComments;
      return [];
    }
    if (!Array.isArray(lowered)) {
      if (isExpression(lowered)) {
        this.report(diagnose('loose-value', {}, block.id));
        lowered = [build.run(lowered)];
      } else lowered = [lowered];
    }
    const statements = lowered;
    for (const statement of statements) tag(statement, block.id);
    const [first] = statements;
    if (first) {
      const comments = [...commentLines(block.comment), ...this.comments];
      if (comments.length > 0) first.comments = [...comments, ...(first.comments ?? [])];
      if (this.options.trace) statements.unshift(this.traceStatement(block.id));
    }
    this.comments = outerComments;
    return statements;
  }

  /** Lowers the value that is a part of its own. */
  private value(block: ProgramBlock): Expression {
    const value = this.expression(block);
    this.typesOfParts.set(block, value.valueType ?? T.unknown);
    return value;
  }

  /** Lowers one block in the place of a value. */
  expression(block: ProgramBlock): Expression {
    if (this.level >= levelsOfPart) {
      // Of the type that the last pass found.
      return (
        this.doneValues.get(block, () => this.value(block)) ??
        build.id('undefined', this.typesOfParts.get(block) ?? T.never)
      );
    }
    if (block.comment) this.comments.push(...commentLines(block.comment));
    const lowered = this.lower(block);
    if (lowered === undefined) return build.nil();
    if (Array.isArray(lowered) || !isExpression(lowered)) {
      this.report(diagnose('not-a-value', { type: block.type }, block.id));
      return build.nil();
    }
    return tag(lowered, block.id);
  }

  /** Begins to keep the comments on values apart from those so far, which it gives. */
  startComments(): string[] {
    const outer = this.comments;
    this.comments = [];
    return outer;
  }

  /** Gives the comments since then, and goes on with those from before. */
  endComments(outer: string[]): string[] {
    const found = this.comments;
    this.comments = outer;
    return found;
  }

  /** Lowers the value of a `return` that no block of its own stands for, with the comments on it. */
  returnOf(value: () => Expression | undefined): Statement | undefined {
    const outer = this.startComments();
    const argument = value();
    const comments = this.endComments(outer);
    if (!argument) return undefined;
    return { type: 'ReturnStatement', argument, ...(comments.length > 0 && { comments }) };
  }

  private lower(block: ProgramBlock): Expression | Statement | Statement[] | undefined {
    const lowering = Object.hasOwn(this.options.lowerings, block.type) ? this.options.lowerings[block.type] : undefined;
    if (!lowering) {
      this.report(diagnose('unknown-block', { type: block.type }, block.id));
      return undefined;
    }
    const outer = this.current;
    this.current = block;
    this.level++;
    try {
      const view = new BlockView(this, block);
      const lowered = lowering(view, this.builders);
      if (this.options.packLowerings[block.type] === lowering) checkFields(view);
      const isLeftOut = Array.isArray(lowered) && lowered.length === 0;
      if (!isLeftOut) view.reportLeftInputs();
      return lowered;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.report(diagnose('lowering-failed', { type: block.type, reason }, block.id));
      return undefined;
    } finally {
      this.current = outer;
      this.level--;
    }
  }

  private partContext(): PartContext {
    return {
      surroundings: () => {
        const { currentFunction, current, loopDepth, deadDepth } = this;
        const alive = [...this.aliveTemporaries];
        return () => {
          this.currentFunction = currentFunction;
          this.current = current;
          this.loopDepth = loopDepth;
          this.deadDepth = deadDepth;
          this.aliveTemporaries = new Map(alive);
          this.level = 0;
          this.comments = [];
          this.watches = [];
        };
      },
      record: () => {
        const { usesBackendless, notes } = this;
        const [noted, constants] = [notes.length, this.constants.length];
        const [helpers, types, values] = [this.helpers.size, this.packTypes.size, this.hostParameters.size];
        this.effects = [];
        this.named = [];
        return () => {
          const { effects, named, comments } = this;
          const uses = this.usesBackendless;
          const left = {
            notes: notes.splice(noted),
            constants: this.constants.splice(constants),
            helpers: takeEntries(this.helpers, helpers),
            types: takeItems(this.packTypes, types),
            values: takeItems(this.hostParameters, values),
          };
          for (const variable of named) this.mentioned.set(variable, this.mentionsSoFar(variable) - 1);
          this.usesBackendless = usesBackendless;
          return () => {
            notes.push(...left.notes);
            this.constants.push(...left.constants);
            for (const [name, helper] of left.helpers) this.helpers.set(name, helper);
            for (const type of left.types) this.packTypes.add(type);
            for (const name of left.values) this.hostParameters.add(name);
            this.usesBackendless ||= uses;
            this.comments.push(...comments);
            for (const variable of named) this.mention(variable);
            for (const effect of effects) this.notify(effect);
          };
        };
      },
    };
  }

  /** The variable that a field names: a parameter of the function around, or one of the program. */
  variableOfField(block: ProgramBlock, field: string): Variable {
    const value = Object.hasOwn(block.fields, field) ? block.fields[field] : undefined;
    const id = variableId(value);
    if (id === undefined || !this.program.variables.has(id)) {
      this.report(diagnose('unknown-variable', {}, block.id, field));
    }
    const variable = this.variableById(id ?? '');
    variable.firstBlock ||= block.id;
    this.mention(variable);
    return variable;
  }

  private mention(variable: Variable): void {
    this.mentioned.set(variable, this.mentionsSoFar(variable) + 1);
    this.named.push(variable);
  }

  /** How many fields that were lowered in this pass name the variable. */
  mentionsSoFar(variable: Variable): number {
    return this.mentioned.get(variable) ?? 0;
  }

  /** Keeps account of how many fields name variables. */
  countMentions(mentions: ReadonlyMap<string, number>, owner: UserFunction | undefined, sign: 1 | -1): void {
    this.currentFunction = owner;
    for (const [id, times] of mentions) {
      const variable = this.variableById(id);
      if (!variable.parameterOf) variable.mentions += sign * times;
    }
    this.currentFunction = undefined;
  }

  variableName(id: string | undefined): string | undefined {
    return id === undefined ? undefined : this.program.variables.get(id)?.name;
  }

  variableById(id: string): Variable {
    const parameter = this.currentFunction?.parameters.find((variable) => variable.id === id);
    if (parameter) return parameter;
    // A variable that functions share by name only is another one in each.
    const owner = this.currentFunction?.definition.id ?? mainOwner;
    const key = this.options.privateVariables.has(id) ? privateKey(id, owner) : id;
    let variable = this.variables.get(key);
    if (!variable) {
      variable = newVariable(id, this.program.variables.get(id)?.name ?? 'unknown');
      variable.mentions = this.mentions.get(key) ?? 0;
      this.variables.set(key, variable);
    }
    return variable;
  }

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
    if (!sameType(joined, variable.type)) {
      this.types.grown = true;
      if (variable.seen === this.types.pass) this.types.stale = true;
    }
    variable.type = joined;
    if (this.currentFunction && !variable.parameterOf) {
      if (!variable.setByFunction) {
        variable.setByFunction = true;
        this.types.grown = true;
        this.types.stale = true;
      }
      this.note(this.currentFunction, 'setsVariables');
    }
    this.notify({ what: 'sets', variable });
  }

  target(variable: Variable, type: Type, access: Access = 'write'): Reference {
    this.give(variable, type);
    return reference(variable, variable.type, access);
  }

  /** Notes that elements are added to a list, or removed from it. */
  disturb(list: Type): void {
    if (!list.list) return;
    const cell = findList(list.list);
    this.notify({ what: 'changes', cell });
    if (this.currentFunction) {
      this.types.markChangedByFunction(list);
      this.note(this.currentFunction, 'changesLists');
    }
  }

  /** Notes what a call of the function may do. */
  called(called: UserFunction): void {
    this.looked(called);
    if (!called.isCalled) this.types.grown = true;
    called.isCalled = true;
    if (this.currentFunction) {
      if (!this.currentFunction.calls.has(called)) this.types.grown = true;
      this.currentFunction.calls.add(called);
      if (called.changesLists) this.note(this.currentFunction, 'changesLists');
      if (called.setsVariables) this.note(this.currentFunction, 'setsVariables');
    }
    this.notify({ what: 'calls', called });
  }

  /** Tells those who watch what the code does. */
  private notify(effect: Effect): void {
    this.effects.push(effect);
    for (const watch of this.watches) watch.disturbed ||= disturbs(effect, watch);
  }

  /** Lowers code, and tells whether it may set one of the variables or change the list. */
  watch<R>(variables: readonly Variable[], list: Type | undefined, lower: () => R): { result: R; disturbed: boolean } {
    const cell = list && list.kinds !== 0 ? (list.list ? findList(list.list) : 'any') : 'none';
    const watch: Watch = { list: cell, variables, disturbed: false };
    this.watches.push(watch);
    const result = lower();
    this.watches.pop();
    return { result, disturbed: watch.disturbed };
  }

  loop<R>(body: () => R): R {
    this.loopDepth++;
    const result = body();
    this.loopDepth--;
    return result;
  }

  get inLoop(): boolean {
    return this.loopDepth > 0;
  }

  /** Lowers something that belongs to a function. */
  inFunction<R>(current: UserFunction, body: () => R): R {
    const { loopDepth, watches } = this;
    this.loopDepth = 0;
    this.watches = [];
    this.currentFunction = current;
    const result = body();
    this.currentFunction = undefined;
    this.loopDepth = loopDepth;
    this.watches = watches;
    return result;
  }

  looked(called: UserFunction): void {
    called.seen = this.types.pass;
  }

  private note(current: UserFunction, what: 'async' | 'changesLists' | 'setsVariables'): void {
    if (current[what]) return;
    current[what] = true;
    this.types.grown = true;
    if (current.seen === this.types.pass) this.types.stale = true;
  }

  returned(current: UserFunction, type: Type): void {
    const joined = this.types.join(current.result, type);
    if (!sameType(joined, current.result)) {
      this.types.grown = true;
      if (current.seen === this.types.pass) this.types.stale = true;
    }
    current.result = joined;
  }

  awaited(promise: Expression, result: Type): Expression {
    if (this.currentFunction) this.note(this.currentFunction, 'async');
    if (!this.options.trace) return build.wait(promise, result);
    if (this.frame) return build.wait(waited(this.frame, this.current.id, promise), result);
    return build.wait(build.call('__trace', [build.text(this.current.id), promise], T.unknown), result);
  }

  /** What the host provides: a parameter of main, and of every function on the way to where it is needed. */
  host(name: HostValue): Identifier {
    this.noteUse(name);
    this.hostParameters.add(name);
    const { currentFunction } = this;
    if (currentFunction && !currentFunction.hostValues.has(name)) {
      currentFunction.hostValues.add(name);
      this.types.grown = true;
      if (currentFunction.seen === this.types.pass) this.types.stale = true;
    }
    return build.id(name, name === 'deviceToken' ? T.string : T.unknown);
  }

  helper(name: string, source: string): Identifier {
    this.noteUse(`helper ${name}`);
    let helper = this.madeHelpers.get(name);
    if (!helper) {
      helper = { kind: 'helper', label: name, source, name: '' };
      this.madeHelpers.set(name, helper);
    } else if (helper.source !== source) {
      throw new Error(`two different helpers are called "${name}"`);
    }
    this.helpers.set(name, helper);
    return reference(helper, T.unknown);
  }

  temporary<R>(label: string, scope: (temporary: Temporary) => R): R {
    const number = (this.aliveTemporaries.get(label) ?? 0) + 1;
    this.aliveTemporaries.set(label, number);
    const owner = this.currentFunction;
    const key = `${label}:${number}:${owner?.definition.id ?? mainOwner}`;
    this.noteUse(`temporary ${key}`);
    let temporary = this.counters.get(key);
    if (!temporary) this.counters.set(key, (temporary = { kind: 'temporary', label, number, owner, name: '' }));
    const result = scope(temporary);
    this.aliveTemporaries.set(label, number - 1);
    return result;
  }

  /** Keeps a value in a constant of its own; gives what makes a reference to it. */
  constant(label: string, value: Expression, statements: Statement[]): () => Expression {
    const temporary = this.newTemporary(label, this.currentFunction);
    const type = value.valueType ?? T.unknown;
    const annotation = this.inLoop && isFollowed(value) ? annotationOf(type, this.types) : undefined;
    statements.push(build.declare('const', reference(temporary, type, 'write'), value, annotation));
    return () => reference(temporary, type);
  }

  /** A name of the compiler's own that no other shares. */
  newTemporary(label: string, owner: UserFunction | undefined): Temporary {
    const temporary: Temporary = { kind: 'temporary', label, owner, name: '' };
    if (this.options.isNoting) this.notes.push({ what: 'makes', temporary });
    this.constants.push(temporary);
    return temporary;
  }

  /** The type of the list that a block makes; the same in every pass, so that aliases stay united. */
  listOf(block: ProgramBlock, role = ''): Type {
    return this.madeBy(block, `list ${role}`, () => this.types.newList());
  }

  objectOf(block: ProgramBlock): Type {
    return this.madeBy(block, 'object', () => this.types.newObject());
  }

  /** The type of a list that the block in hand makes beside its own, told from its others by a role. */
  listHere(role: string, element: Type): Type {
    return this.madeBy(this.current, `list ${role}`, () => this.types.newList(element));
  }

  /** The type of an object with any names that the block in hand is given. */
  recordHere(role: string, values: Type): Type {
    return this.madeBy(this.current, `record ${role}`, () => {
      const record = this.types.newObject();
      this.types.addValues(record, values);
      return record;
    });
  }

  emptyList(block: ProgramBlock): Expression {
    return build.array([], this.listOf(block, 'empty'));
  }

  private madeBy(block: ProgramBlock, role: string, make: () => Type): Type {
    let made = this.lists.get(block);
    if (!made) this.lists.set(block, (made = new Map()));
    let type = made.get(role);
    if (!type) made.set(role, (type = make()));
    return type;
  }

  private traceStatement(blockId: string): Statement {
    if (this.frame) return hold(this.frame, blockId);
    return build.run(build.call('__trace', [build.text(blockId)], kinds(Kind.Undefined)));
  }

  private makeBuilders(): Builders {
    const lowerer = this;
    return {
      ...build,
      T,
      types: this.types,
      now: this.options.now,
      get oneBasedIndex() {
        return lowerer.oneBasedIndex;
      },
      get currentFunction() {
        return lowerer.currentFunction;
      },
      lowerer,
      helper: (name, source) => this.helper(name, source),
      backendless: () => {
        this.noteUse('Backendless');
        this.usesBackendless = true;
        return build.id('Backendless');
      },
      host: (name) => this.host(name),
      declareType: (name) => {
        this.noteUse(name);
        this.packTypes.add(name);
      },
      awaited: (promise, result = T.unknown) => this.awaited(promise, result),
      read: (variable) => this.read(variable),
      set: (variable, value) => {
        const target = this.target(variable, value.valueType ?? T.unknown);
        return build.run(build.assign(target, value));
      },
      target: (variable, type) => this.target(variable, type),
      temporary: (label, scope) => this.temporary(label, scope),
      loop: (body) => this.loop(body),
      report: (diagnostic) => this.report(diagnostic),
    };
  }
}

/** Takes all but the first entries out of a map, and gives them. */
function takeEntries<K, V>(from: Map<K, V>, size: number): [K, V][] {
  const taken = [...from].slice(size);
  for (const [key] of taken) from.delete(key);
  return taken;
}

/** Takes all but the first items out of a set, and gives them. */
function takeItems<T>(from: Set<T>, size: number): T[] {
  const taken = [...from].slice(size);
  for (const item of taken) from.delete(item);
  return taken;
}

/** Whether something that code does disturbs who watches it. */
function disturbs(effect: Effect, watch: Watch): boolean {
  switch (effect.what) {
    case 'sets':
      return watch.variables.includes(effect.variable);
    case 'changes':
      return concerns(watch, effect.cell);
    case 'calls': {
      const { changesLists, setsVariables } = effect.called;
      return (
        (changesLists && concerns(watch)) ||
        (setsVariables && watch.variables.some((variable) => variable.setByFunction))
      );
    }
  }
}

function concerns(watch: Watch, cell?: ListCell): boolean {
  if (watch.list === 'none') return false;
  if (watch.list === 'any') return true;
  const list = findList(watch.list);
  return cell ? list === cell : list.changedByFunction;
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
