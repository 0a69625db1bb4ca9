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
import { kinds, Kind, T, TypeStore, type Type } from '../types.ts';
import { BlockView } from './block-view.ts';
import { buildersFor, type Builders } from './builders.ts';
import { Effects } from './effects.ts';
import { isFollowed, reference, type Temporary, type UserFunction } from './entities.ts';
import { checkFields } from './fields.ts';
import { Knowledge } from './knowledge.ts';
import { commentLines, endsHere, isExpression, tag } from './lowered.ts';
import type { Lowerings } from './lowering.ts';
import { MadeTypes } from './made-types.ts';
import type { Note, Place, Relowered } from './notes.ts';
import { DoneParts, levelsOfPart, Parts, type PartContext } from './parts.ts';
import { Position } from './position.ts';
import { Scope } from './scope.ts';
import { annotationOf } from './settled.ts';
import { Supplies } from './supplies.ts';

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

export class Lowerer {
  readonly types = new TypeStore();
  readonly position = new Position();
  readonly effects = new Effects();
  readonly supplies: Supplies;
  readonly knowledge = new Knowledge(this.types, this.position, this.effects);
  readonly made = new MadeTypes(this.types, this.position);
  readonly scope: Scope;
  /** What holds the program at its statements, in a program compiled for stepping. */
  frame: Temporary | undefined;

  /** What was noted in this pass, in order. */
  notes: Note[] = [];
  /** Where each chain of statements was lowered. */
  readonly places = new Map<readonly ProgramBlock[], Place>();
  private comments: string[] = [];
  private readonly parts = new Parts(this.partContext());
  private readonly doneChains = new DoneParts<readonly ProgramBlock[], BlockStatement>(this.parts);
  private readonly doneValues = new DoneParts<ProgramBlock, Expression>(this.parts);
  private readonly typesOfParts = new WeakMap<ProgramBlock, Type>();
  private readonly builders: Builders;

  constructor(
    program: ProgramTree,
    private readonly options: LowererOptions,
    /** How many fields of the program name each variable. */
    mentions: ReadonlyMap<string, number>,
  ) {
    const { privateVariables, isNoting } = options;
    this.supplies = new Supplies(isNoting ? (note) => void this.notes.push(note) : undefined);
    this.scope = new Scope(program, this.position, {
      privateVariables,
      mentions,
      report: (diagnostic) => this.report(diagnostic),
    });
    this.builders = buildersFor(this);
  }

  get oneBasedIndex(): boolean {
    return this.options.oneBasedIndex;
  }

  /** The time at which the program is compiled, if the compiler was told. */
  get now(): number | undefined {
    return this.options.now;
  }

  /** Starts a pass: forgets what the code of the last one used. */
  begin(): void {
    this.types.pass++;
    this.types.stale = false;
    this.types.sawNothing = false;
    this.notes = [];
    this.places.clear();
    this.supplies.clear();
    this.scope.clear();
    this.knowledge.clear();
    this.doneChains.clear();
    this.doneValues.clear();
    this.position.currentFunction = undefined;
    this.frame = this.isStepping ? { kind: 'temporary', label: 'frame', owner: undefined, name: '' } : undefined;
  }

  /** Whether every function waits where its host wants it to. */
  get isStepping(): boolean {
    return this.options.trace === 'step';
  }

  /** What was said about the blocks in this pass. */
  get reports(): Diagnostic[] {
    const reports: Diagnostic[] = [];
    for (const note of this.notes) if (note.what === 'says') reports.push(note.diagnostic);
    return reports;
  }

  report(diagnostic: Diagnostic): void {
    this.notes.push({ what: 'says', diagnostic });
  }

  /** Lowers something that may be nested to any depth. */
  whole<R>(lower: () => R): R {
    return this.parts.whole(lower);
  }

  /** Lowers a chain of blocks. */
  chain(blocks: readonly ProgramBlock[]): BlockStatement {
    if (this.position.level >= levelsOfPart && blocks.length > 0) {
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
        const place = this.places.get(blocks);
        if (place) place.isCut = true;
        this.position.deadDepth++;
        this.report(diagnose('unreachable', {}, block.id));
      }
      if (isNoting) this.notes.push({ what: 'begins', block });
      for (const statement of this.statements(block)) body.push(statement);
      if (isNoting) this.notes.push({ what: 'ends', block });
    }
    if (!isReachable) this.position.deadDepth--;
  }

  private notePlace(blocks: readonly ProgramBlock[], body: Statement[]): void {
    const isAgain = this.places.has(blocks);
    const { inUse: temporaries } = this.supplies;
    this.places.set(blocks, { body, position: this.position.kept, temporaries, isAgain, isCut: false });
  }

  /** Lowers statements once more, or others, as in a place where the last pass lowered some. */
  lowerAt(place: Place, blocks: readonly ProgramBlock[]): Relowered {
    const { notes } = this;
    this.notes = [];
    this.position.goTo(place.position);
    this.supplies.setInUse(place.temporaries);
    this.comments = [];
    this.effects.clearWatches();
    this.types.startAddition();
    const body: Statement[] = [];
    this.lowerEach(blocks, body);
    const relowered = { body, notes: this.notes };
    this.notes = notes;
    this.position.currentFunction = undefined;
    this.position.level = 0;
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
    if (this.position.level >= levelsOfPart) {
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
    const { position } = this;
    const outer = position.block;
    position.block = block;
    position.level++;
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
      position.block = outer;
      position.level--;
    }
  }

  private partContext(): PartContext {
    return {
      surroundings: () => {
        const position = { ...this.position.kept, level: 0 };
        const { inUse } = this.supplies;
        return () => {
          this.position.goTo(position);
          this.supplies.setInUse(inUse);
          this.comments = [];
          this.effects.clearWatches();
        };
      },
      record: () => {
        const { notes } = this;
        const noted = notes.length;
        const records = [this.supplies.record(), this.scope.record(), this.effects.record()];
        return () => {
          const { comments } = this;
          const notesHere = notes.splice(noted);
          const leaving = records.map((takeBack) => takeBack());
          return () => {
            notes.push(...notesHere);
            this.comments.push(...comments);
            for (const leave of leaving) leave();
          };
        };
      },
    };
  }

  /** Lowers something that belongs to a function. */
  inFunction<R>(current: UserFunction, body: () => R): R {
    return this.effects.unwatched(() => this.position.inFunction(current, body));
  }

  awaited(promise: Expression, result: Type): Expression {
    this.knowledge.awaits();
    if (!this.options.trace) return build.wait(promise, result);
    if (this.frame) return build.wait(waited(this.frame, this.position.block.id, promise), result);
    return build.wait(build.call('__trace', [build.text(this.position.block.id), promise], T.unknown), result);
  }

  /** What the host provides: a parameter of main, and of every function on the way to where it is needed. */
  host(name: HostValue): Identifier {
    this.supplies.host(name);
    this.knowledge.takes(name);
    return build.id(name, name === 'deviceToken' ? T.string : T.unknown);
  }

  helper(name: string, source: string): Identifier {
    return reference(this.supplies.helper(name, source), T.unknown);
  }

  /** Keeps a value in a constant of its own; gives what makes a reference to it. */
  constant(label: string, value: Expression, statements: Statement[]): () => Expression {
    const temporary = this.supplies.newTemporary(label, this.position.currentFunction);
    const type = value.valueType ?? T.unknown;
    const annotation = this.position.inLoop && isFollowed(value) ? annotationOf(type, this.types) : undefined;
    statements.push(build.declare('const', reference(temporary, type, 'write'), value, annotation));
    return () => reference(temporary, type);
  }

  emptyList(block: ProgramBlock): Expression {
    return build.array([], this.made.listOf(block, 'empty'));
  }

  private traceStatement(blockId: string): Statement {
    if (this.frame) return hold(this.frame, blockId);
    return build.run(build.call('__trace', [build.text(blockId)], kinds(Kind.Undefined)));
  }
}
