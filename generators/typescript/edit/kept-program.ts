/**
 * A compiled program in which statements can be replaced without compiling the rest anew.
 *
 * Statements that changed are lowered, analyzed and printed on their own, in the surroundings in which the last
 * compilation had them, and put in the place of the old ones. That is only done where it can be shown to give what
 * compiling the whole program would give; whatever cannot be shown is compiled anew. This is how it is shown:
 *
 * - The old statements are treated in the same way first, and must become what is there, letter by letter. So what is
 *   remembered of their surroundings is what they were compiled by.
 * - Types are the smallest that fit what all blocks say. Whatever the old statements say, others say too, or the new
 *   ones (`constraints.ts`); so no type becomes smaller. And no type grew when the new ones were lowered; so none
 *   becomes larger.
 * - What the module has once (helpers, imports, names that the compiler made up) is used in the same order for the
 *   first time; so it has it in the same places under the same names.
 * - Variables are used in the same way (`signature.ts`), or in ways that decide nothing about their declaration: one
 *   that is set in a statement before, which declares it, remains so if there are others that set and read it.
 * - What TypeScript knows of the values of variables behind the statements is the same.
 */

import { declareWithin, standsAlone } from '../analyze/declare.ts';
import type { Narrowing } from '../analyze/narrowing.ts';
import { usageWithin, type Scope, type Usage, type Use } from '../analyze/usage.ts';
import type { Whole } from '../compile.ts';
import type { Compilation, Diagnostic } from '../compilation.ts';
import type { Temporary, UserFunction, Variable } from '../lower/entities.ts';
import { mainOwner, variableId } from '../lower/entities.ts';
import { endsHere } from '../lower/lowered.ts';
import type { Lowerings } from '../lower/lowering.ts';
import type { Note, Place } from '../lower/notes.ts';
import { printPart, type Printed } from '../print/index.ts';
import { StatementRecords } from '../print/statement-records.ts';
import type { ProgramState } from '../program.ts';
import { readAlone, type ProgramBlock } from '../read.ts';
import type { Statement } from '../tree.ts';
import { Collector, constraintsOf, count, type Constraints } from './constraints.ts';
import { changesOf, type Change } from './differences.ts';
import { PrintedProgram, type Part } from './printed-program.ts';
import { isSameSignature, signatureOf, type Signature } from './signature.ts';

/** More of a program than this share of its blocks is not worth to be replaced. */
const largestShare = 1 / 6;

/** What is known of all blocks of the program; found when the first statement is replaced. */
interface Census {
  ids: Set<string>;
  constraints: Map<string, number>;
  /** Variables that loops count with. */
  counters: Set<string>;
  /** Every block has an ID of its own. */
  isUnique: boolean;
}

/** Statements as they are, or would be, in the program. */
interface Attempt {
  blocks: readonly ProgramBlock[];
  body: Statement[];
  notes: Note[];
  signature: Signature;
  usage: Usage;
  /** The scope that the statements are directly in. */
  root: Scope;
  /** What they declare. */
  declared: readonly Use[];
  constraints: Constraints;
  printed: Printed;
  records: StatementRecords;
}

/** Where statements are, or are to be put. */
interface Site extends NotesAt {
  change: Change;
  place: Place;
  /** The statements of the block, or of main, that they are among. */
  body: Statement[];
  index: number;
  count: number;
  part: Part;
  indent: number;
  owner: UserFunction | undefined;
  scope: Scope;
  usage: Usage;
  narrowing: Narrowing;
}

/** Which of all notes are on some blocks. */
interface NotesAt {
  firstNote: number;
  noteCount: number;
}

/** Where statements are in the text, or others would be in front of the first or behind the last. */
interface Where {
  statements: Statement[];
  indent: number;
  isBehind: boolean;
  part: Part;
}

export class KeptProgram {
  private text: PrintedProgram | undefined;
  private told: Compilation | undefined;
  private readonly records: StatementRecords;
  private census: Census | undefined;

  constructor(
    private program: ProgramState,
    private readonly whole: Whole,
    private readonly lowerings: Lowerings | undefined,
  ) {
    this.records = whole.records ?? new StatementRecords();
  }

  /** Made when it is first asked for: where nothing can be replaced, it is of no use. */
  get printed(): PrintedProgram {
    return (this.text ??= new PrintedProgram(this.whole.printed, this.records));
  }

  /** What is told of the program; of one that is the same to the compiler, what was told last. */
  compilation(isSame: boolean): Compilation {
    if (isSame && this.told) return this.told;
    const { diagnostics, lowerer, entry } = this.whole;
    const { code, javascript, ranges } = this.printed;
    this.told = { code, javascript, ranges, diagnostics: [...diagnostics, ...lowerer.reports], entry };
    return this.told;
  }

  /** Becomes the program; if it cannot be shown how, answers with undefined, and is of no use any more. */
  update(program: ProgramState): 'same' | 'changed' | undefined {
    const { lowerer, tree } = this.whole;
    const changes = changesOf(this.program, tree, program, (chain) => lowerer.places.has(chain));
    if (!changes) return undefined;
    this.program = program;
    if (changes.length === 0) return 'same';
    if (lowerer.hasParts) return undefined;
    // What goes goes first, so that what is moved is never there twice.
    changes.sort((one, other) => one.added.length - one.removed - (other.added.length - other.removed));
    return changes.every((change) => this.replace(change)) ? 'changed' : undefined;
  }

  private replace(change: Change): boolean {
    this.census ??= censusOf(this.whole, this.lowerings);
    if (!this.census.isUnique) return false;
    const site = this.siteOf(change);
    if (!site) return false;
    const problems: Diagnostic[] = [];
    const removed = change.chain.slice(change.from, change.from + change.removed);
    // Read anew, so that nothing is known of them that would not be known of others.
    const oldBlocks = readAlone(
      removed.map(({ state }) => state),
      problems,
    );
    const newBlocks = readAlone(change.added, problems);
    if (problems.length > 0 || !this.isOfFittingSize(oldBlocks, newBlocks)) return false;
    const oldIds = idsOf(oldBlocks);
    const newIds = idsOf(newBlocks);
    if (!oldIds || !newIds) return false;
    const isTaken = [...newIds].some((id) => !oldIds.has(id) && this.census?.ids.has(id));
    if (isTaken) return false;

    const old = this.attempt(site, oldBlocks, undefined);
    if (!old || !this.printed.isPart(site.part, old.printed)) return false;
    const now = this.attempt(site, newBlocks, old);
    if (!now || !this.isReplaceable(site, old, now)) return false;
    this.put(site, old, now, oldIds, newIds);
    return true;
  }

  private isOfFittingSize(...chains: readonly (readonly ProgramBlock[])[]): boolean {
    let size = 0;
    for (const chain of chains) for (const _ of blocksWithin(chain)) size++;
    return size <= Math.max(20, (this.census?.ids.size ?? 0) * largestShare);
  }

  private siteOf(change: Change): Site | undefined {
    const { lowerer, tree, main, usages, narrowings } = this.whole;
    const place = lowerer.places.get(change.chain);
    if (!place || place.isAgain) return undefined;
    const owner = place.position.currentFunction;
    const usage = usages.find((each) => each.owner === owner);
    const body = tree.stacks.includes(change.chain) ? main.body : place.body;
    const scope = usage?.scopes.get(body);
    const narrowing = narrowings.get(owner);
    if (!usage || !scope || !narrowing) return undefined;
    const { chain, from, removed } = change;
    const where =
      removed > 0
        ? this.whereIs(chain.slice(from, from + removed))
        : this.whereNext(chain[from - 1], chain[from], change.added.length);
    if (!where) return undefined;
    const { statements, part } = where;
    const [first] = statements;
    const index = first ? body.indexOf(first) + (where.isBehind ? 1 : 0) : -1;
    const isBeginning = part.from === 0 || statements.some(({ blankBefore }) => blankBefore);
    if (!first || body.indexOf(first) < 0 || isBeginning) return undefined;
    // Before a declaration that belongs to the next block, there is no place of its own.
    if (removed === 0 && !where.isBehind && index > 0 && !body[index - 1]?.blocks) return undefined;
    const before = body[index - 1];
    if (place.isCut || (before && endsHere(before))) return undefined;
    const countHere = removed > 0 ? statements.length : 0;
    if (statements.some((statement, offset) => removed > 0 && body[index + offset] !== statement)) return undefined;
    const notes = this.whereNoted(chain, from, removed);
    if (!notes) return undefined;
    const indent = where.indent;
    return { change, place, body, index, count: countHere, part, indent, owner, scope, usage, narrowing, ...notes };
  }

  /** Where the statements are that blocks became, one behind the other. */
  private whereIs(blocks: readonly ProgramBlock[]): Where | undefined {
    const { records } = this;
    const statements: Statement[] = [];
    let first = -1;
    let last = -1;
    for (const { id } of blocks) {
      let number = last < 0 ? this.firstOf(id) : records.behind(last);
      if (number < 0 || records.statements[number]?.blocks?.[0] !== id) return undefined;
      if (first < 0) first = number;
      const indent = records.indents[number];
      while (records.statements[number]?.blocks?.[0] === id && records.indents[number] === indent) {
        const statement = records.statements[number];
        if (statement) statements.push(statement);
        last = number;
        number = records.behind(number);
        // Variables are declared before the statement that uses them first, which may be one of several.
        const next = this.behindDeclarations(number);
        if (next === number || records.statements[next]?.blocks?.[0] !== id) continue;
        statements.push(...records.statements.slice(number, next));
        number = next;
      }
    }
    return {
      statements,
      indent: records.indents[first] ?? 0,
      isBehind: false,
      part: {
        from: records.froms[first] ?? 0,
        end: records.ends[last] ?? 0,
        statements: [first, records.behind(last)],
        ranges: [records.firstRanges[first] ?? 0, records.endRanges[last] ?? 0],
      },
    };
  }

  /** The number of the first statement that a block became. */
  private firstOf(id: string): number {
    const { statements } = this.records;
    for (let number = 0; number < statements.length; number++) {
      if (statements[number]?.blocks?.[0] === id) return number;
    }
    return -1;
  }

  /** The first statement from here on that is the code of a block. */
  private behindDeclarations(number: number): number {
    let next = number;
    while (next < this.records.statements.length && !this.records.statements[next]?.blocks) next++;
    return next;
  }

  /** The place between two blocks of which there is one at least. */
  private whereNext(
    before: ProgramBlock | undefined,
    after: ProgramBlock | undefined,
    added: number,
  ): Where | undefined {
    if (added === 0) return undefined;
    if (before) {
      const where = this.whereIs([before]);
      if (!where) return undefined;
      const { end, statements, ranges } = where.part;
      const part = {
        from: end,
        end,
        statements: [statements[1], statements[1]],
        ranges: [ranges[1], ranges[1]],
      } as const;
      return { ...where, statements: where.statements.slice(-1), isBehind: true, part };
    }
    const where = after && this.whereIs([after]);
    if (!where) return undefined;
    const { from, statements, ranges } = where.part;
    const part = {
      from,
      end: from,
      statements: [statements[0], statements[0]],
      ranges: [ranges[0], ranges[0]],
    } as const;
    return { ...where, part };
  }

  /** Where among the notes those on blocks of a chain are. */
  private whereNoted(chain: readonly ProgramBlock[], from: number, removed: number): NotesAt | undefined {
    const { notes } = this.whole.lowerer;
    const find = (what: 'begins' | 'ends', block: ProgramBlock | undefined): number => {
      for (let index = 0; index < notes.length; index++) {
        const note = notes[index];
        if (note?.what === what && note.block === block) return index;
      }
      return -1;
    };
    const [first, last] = [chain[from], chain[from + removed - 1]];
    const firstNote = removed > 0 || from === 0 ? find('begins', first) : find('ends', last) + 1;
    const behind = removed > 0 ? find('ends', last) + 1 : firstNote;
    return firstNote < 0 || behind < firstNote ? undefined : { firstNote, noteCount: behind - firstNote };
  }

  /** Lowers, analyzes and prints blocks in the place of those that are there; like `old` ones, if they were treated so. */
  private attempt(site: Site, blocks: readonly ProgramBlock[], old: Attempt | undefined): Attempt | undefined {
    const { lowerer } = this.whole;
    const { owner, scope, usage: all, narrowing, part } = site;
    const { body, notes } = lowerer.lowerAt(site.place, blocks);
    const { types } = lowerer;
    if (types.grown || types.stale || types.sawNothing || lowerer.hasParts) return undefined;
    if (blocks.length > 0 && body.length === 0) return undefined;
    const constraints = new Collector(owner?.definition.id ?? mainOwner, this.lowerings);
    constraints.chain(blocks);
    const signature = signatureOf(body);
    if (signature.includes('BreakStatement')) return undefined;
    const isSame = !old || isSameSignature(old.signature, signature);
    const root: Scope = { ...scope, body, index: 0 };
    const usage = usageWithin(owner, root);
    const uses = isSame ? this.declaredIn(site, usage) : separateIn(all, usage);
    if (!uses) return undefined;
    const length = body.length;
    declareWithin(usage, uses, types, (label, temporaryOwner) => {
      const temporary: Temporary = { kind: 'temporary', label, owner: temporaryOwner, name: '' };
      notes.push({ what: 'makes', temporary });
      return temporary;
    });
    if (body.length !== length) return undefined;
    narrowing.askedForConstant = false;
    const before = this.narrowedBefore(site);
    const after = narrowing.widenComparisons(body, before);
    if (narrowing.askedForConstant) return undefined;
    narrowing.notes?.after.set(body, after);
    if (!this.nameConstants(site, notes)) return undefined;
    const records = new StatementRecords();
    const printed = printPart(body, site.indent, part.from, records);
    const declared = uses;
    return {
      blocks,
      body,
      notes,
      signature,
      usage,
      root,
      declared,
      constraints: constraints.constraints,
      printed,
      records,
    };
  }

  private narrowedBefore({ narrowing, body, index }: Site) {
    const next = body[index];
    return next ? narrowing.notes?.before.get(next) : narrowing.notes?.after.get(body);
  }

  /** Names constants that the compiler makes up as those are named in whose place they are. */
  private nameConstants({ firstNote, noteCount }: Site, notes: readonly Note[]): boolean {
    const { lowerer } = this.whole;
    const old = madeIn(lowerer.notes.slice(firstNote, firstNote + noteCount));
    const made = madeIn(notes);
    if (old.length !== made.length) return made.length === 0 && old.length === 0;
    return made.every((temporary, index) => {
      temporary.name = old[index]?.name ?? '';
      return temporary.label === old[index]?.label && temporary.owner === old[index]?.owner;
    });
  }

  /** The uses of variables that are declared in statements which use all variables as those do that are there. */
  private declaredIn({ usage: all, part, body }: Site, usage: Usage): Use[] | undefined {
    const here = new Set(this.records.statements.slice(...part.statements));
    const uses: Use[] = [];
    for (const [variable, use] of usage.uses) {
      if (variable.parameterOf || variable.isShared) continue;
      const known = all.uses.get(variable);
      if (!known) return undefined;
      if (all.separated.has(variable)) {
        uses.push(...(usage.regions.get(variable)?.inside ?? []));
        continue;
      }
      if (isDeclaredAmong(known, here, body)) uses.push({ ...use, reads: known.reads, writes: known.writes });
    }
    return uses;
  }

  private isReplaceable(site: Site, old: Attempt, now: Attempt): boolean {
    const { change, narrowing, firstNote, noteCount } = site;
    const { census } = this;
    if (!census) return false;
    const { notes } = this.whole.lowerer;
    const said = notes.slice(firstNote, firstNote + noteCount);
    if (JSON.stringify(saidIn(said)) !== JSON.stringify(saidIn(old.notes))) return false;

    const { known, unknown } = old.constraints;
    if (unknown.join('\n') !== now.constraints.unknown.join('\n')) return false;
    for (const [key, times] of known) {
      if (!now.constraints.known.has(key) && (census.constraints.get(key) ?? 0) <= times) return false;
    }
    const isSame = isSameSignature(old.signature, now.signature);
    if (!isSame) {
      if (jumps.some((jump) => old.signature.includes(jump) || now.signature.includes(jump))) return false;
      if ([...old.body, ...now.body].some(endsHere)) return false;
      const variables = new Set([...old.usage.uses.keys(), ...now.usage.uses.keys()]);
      for (const variable of variables) if (!this.isUsedAlike(site, variable, old, now)) return false;
      const watched = new Set(
        change.around.flatMap((block) => [...mentionsOf([block], this.whole.lowerer.places).keys()]),
      );
      for (const variable of variables) {
        const sets = (attempt: Attempt): boolean => (attempt.usage.uses.get(variable)?.writes ?? 0) > 0;
        if (sets(old) !== sets(now) && watched.has(variable.id)) return false;
      }
    }
    const [oldMentions, nowMentions] = [mentionsOf(old.blocks), mentionsOf(now.blocks)];
    for (const id of new Set([...oldMentions.keys(), ...nowMentions.keys()])) {
      if (!this.isToldAlike(id, old, oldMentions.get(id) === nowMentions.get(id))) return false;
      if (oldMentions.get(id) === nowMentions.get(id)) continue;
      if (census.counters.has(id) || countersIn(now.blocks).has(id)) return false;
    }
    const after = narrowing.notes?.after;
    if (!isSameState(after?.get(old.body), after?.get(now.body))) return false;
    if (usedIn(said) === usedIn(now.notes)) return true;
    const rest = [notes.slice(0, firstNote), notes.slice(firstNote + noteCount)] as const;
    return usedIn(rest[0], said, rest[1]) === usedIn(rest[0], now.notes, rest[1]);
  }

  /** Whether what is said about a variable that is never set or never read is said of the same block still. */
  private isToldAlike(id: string, old: Attempt, isAsOften: boolean): boolean {
    for (const { uses } of this.whole.usages) {
      for (const use of uses.values()) {
        if (use.variable.id !== id || (use.reads > 0 && use.writes > 0)) continue;
        if (!isAsOften || idsOf(old.blocks)?.has(use.variable.firstBlock) !== false) return false;
      }
    }
    return true;
  }

  /** Whether it changes nothing for a variable that the one statements use it and not the others. */
  private isUsedAlike({ usage: all, scope, part }: Site, variable: Variable, old: Attempt, now: Attempt): boolean {
    if (variable.parameterOf) return true;
    const known = all.uses.get(variable);
    if (!known || variable.isShared || this.whole.privateVariables.has(variable.id)) return false;
    if (this.whole.usages.some((each) => each !== all && each.uses.has(variable))) return false;
    const [gone, come] = [old.usage.uses.get(variable), now.usage.uses.get(variable)];
    const writes = known.writes - (gone?.writes ?? 0) + (come?.writes ?? 0);
    const reads = known.reads - (gone?.reads ?? 0) + (come?.reads ?? 0);
    if (reads <= 0 !== known.reads <= 0 || writes <= 0) return false;
    const isFirst = idsOf(old.blocks)?.has(variable.firstBlock) === true;
    if (isFirst && idsOf(now.blocks)?.has(variable.firstBlock) !== true) return false;
    if (all.separated.has(variable)) {
      const regions = all.regions.get(variable)?.inside ?? [];
      const [oldRegions, newRegions] = [old.usage.regions.get(variable), now.usage.regions.get(variable)];
      if (oldRegions?.outside || newRegions?.outside) {
        // It is used in a loop around that sets it.
        const isIdle = (gone?.writes ?? 0) === 0 && (come?.writes ?? 0) === 0;
        return isIdle && regions.some((region) => isHeadAround(region, scope));
      }
      const [less, more] = [oldRegions?.inside ?? [], newRegions?.inside ?? []];
      return regions.length - less.length + more.length >= 2 && [...less, ...more].every(standsAlone);
    }
    if ((known.writes === 1) !== (writes === 1)) return false;
    const around = known.scope.head ? isHeadAround(known, scope) : false;
    if (around) return (gone?.writes ?? 0) === 0 && (come?.writes ?? 0) === 0 && known.reads > 1 && reads > 1;
    const statement = known.declaredBy;
    if (!statement || !isIn(scope, known.scope)) return false;
    const number = this.records.statements.indexOf(statement);
    return number >= 0 && (this.records.ends[number] ?? 0) <= part.from;
  }

  /** Puts the new statements in the place of the old ones, and keeps account of what is known of them. */
  private put(site: Site, old: Attempt, now: Attempt, oldIds: ReadonlySet<string>, newIds: ReadonlySet<string>): void {
    const { change, body, index, count: length, part, usage: all, firstNote, noteCount, owner } = site;
    const { lowerer } = this.whole;
    this.keepUses(site, old, now);
    // Its statements are those of the block from now on.
    now.root.body = body;
    change.chain.splice(change.from, change.removed, ...now.blocks);
    body.splice(index, length, ...now.body);
    this.printed.replace(part, now.printed, now.records);
    lowerer.notes.splice(firstNote, noteCount, ...now.notes);
    for (const [statements, inner] of now.usage.scopes) all.scopes.set(statements, inner);
    lowerer.scope.countMentions(mentionsOf(old.blocks), owner, -1);
    lowerer.scope.countMentions(mentionsOf(now.blocks), owner, 1);
    if (this.census) {
      for (const id of oldIds) this.census.ids.delete(id);
      for (const id of newIds) this.census.ids.add(id);
      count(this.census.constraints, old.constraints.known, -1);
      count(this.census.constraints, now.constraints.known, 1);
      for (const id of countersIn(now.blocks)) this.census.counters.add(id);
    }
  }

  private keepUses({ usage: all, part, body }: Site, old: Attempt, now: Attempt): void {
    const here = new Set(this.records.statements.slice(...part.statements));
    for (const [variable, known] of all.uses) {
      const [gone, come] = [old.usage.uses.get(variable), now.usage.uses.get(variable)];
      if (!gone && !come) continue;
      const reads = known.reads - (gone?.reads ?? 0) + (come?.reads ?? 0);
      const writes = known.writes - (gone?.writes ?? 0) + (come?.writes ?? 0);
      const declared = now.declared.find((use) => use.variable === variable);
      const isMoved = declared && !all.separated.has(variable) && isDeclaredAmong(known, here, body);
      all.uses.set(variable, { ...(isMoved ? declared : known), reads, writes });
      const regions = all.regions.get(variable);
      if (!regions || !all.separated.has(variable)) continue;
      const left = regions.inside.filter(({ scope }) => !scope.head || !here.has(scope.head));
      const others = now.usage.regions.get(variable);
      regions.inside = others && !others.outside ? [...left, ...others.inside] : left;
    }
  }
}

/** Whether a variable is declared by one of these statements, which are in a body, or within them. */
function isDeclaredAmong(
  { scope, declaredBy }: Use,
  here: ReadonlySet<Statement>,
  body: readonly Statement[],
): boolean {
  if (scope.head) return here.has(scope.head);
  if (scope.body === body) return declaredBy !== undefined && here.has(declaredBy);
  return scope.body?.some((statement) => here.has(statement)) === true;
}

function isSameScope(one: Scope, other: Scope): boolean {
  return one === other || (one.body !== undefined && one.body === other.body);
}

/** Whether a scope is another one or within it. */
function isIn(inner: Scope, outer: Scope): boolean {
  for (let at: Scope | undefined = inner; at; at = at.parent) if (isSameScope(at, outer)) return true;
  return false;
}

/** Whether a use is declared by the head of a loop, as its only variable, that a scope is in. */
function isHeadAround(use: Use, scope: Scope): boolean {
  const { head } = use.scope;
  if (!head || head.type === 'TryStatement') return false;
  if (head.type === 'ForOfStatement' && head.left.type === 'ArrayPattern') return false;
  return isIn(scope, use.scope);
}

/** The uses that heads declare each on its own. */
function separateIn(all: Usage, usage: Usage): Use[] {
  const uses: Use[] = [];
  for (const [variable, regions] of usage.regions) {
    if (all.separated.has(variable) && !regions.outside) uses.push(...regions.inside);
  }
  return uses;
}

const jumps: Signature = ['ReturnStatement', 'ContinueStatement', 'ThrowStatement', 'TryStatement'];

const saidIn = (notes: readonly Note[]): Diagnostic[] =>
  notes.flatMap((note) => (note.what === 'says' ? note.diagnostic : []));

const madeIn = (notes: readonly Note[]): Temporary[] =>
  notes.flatMap((note) => (note.what === 'makes' ? note.temporary : []));

/** What the module has once, in the order of its first use. */
function usedIn(...parts: readonly (readonly Note[])[]): string {
  const names = new Set<string>();
  for (const notes of parts) for (const note of notes) if (note.what === 'uses') names.add(note.name);
  return [...names].join('\n');
}

function isSameState(one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): boolean {
  if (!one || !other) return one === other;
  return one.size === other.size && [...one].every((place) => other.has(place));
}

function* blocksWithin(chain: readonly ProgramBlock[]): Generator<ProgramBlock> {
  const open = [...chain];
  for (let block = open.pop(); block; block = open.pop()) {
    yield block;
    for (const input of Object.values(block.inputs)) for (const inner of input) open.push(inner);
  }
}

/** The IDs of all blocks; undefined if one has none, or that of another. */
function idsOf(chain: readonly ProgramBlock[]): Set<string> | undefined {
  const ids = new Set<string>();
  for (const { id } of blocksWithin(chain)) {
    if (id === '' || ids.has(id)) return undefined;
    ids.add(id);
  }
  return ids;
}

/** The variables that loops count with. */
function countersIn(chain: readonly ProgramBlock[]): Set<string> {
  const counters = new Set<string>();
  for (const block of blocksWithin(chain)) {
    if (block.type !== 'controls_for') continue;
    for (const field of Object.values(block.fields)) counters.add(variableId(field) ?? '');
  }
  return counters;
}

/** How many fields name each variable, by its ID; those in statements within the blocks are left out if asked for. */
function mentionsOf(
  chain: readonly ProgramBlock[],
  chains?: ReadonlyMap<readonly ProgramBlock[], unknown>,
): Map<string, number> {
  const mentions = new Map<string, number>();
  const open = [...chain];
  for (let block = open.pop(); block; block = open.pop()) {
    for (const field of Object.values(block.fields)) {
      const id = typeof field === 'object' ? variableId(field) : undefined;
      if (id !== undefined) mentions.set(id, (mentions.get(id) ?? 0) + 1);
    }
    for (const input of Object.values(block.inputs)) if (!chains?.has(input)) open.push(...input);
  }
  return mentions;
}

function censusOf({ tree }: Whole, lowerings: Lowerings | undefined): Census {
  const census: Census = {
    ids: new Set(),
    constraints: constraintsOf(tree, lowerings),
    counters: new Set(),
    isUnique: true,
  };
  for (const stack of tree.stacks) {
    for (const { id } of blocksWithin(stack)) {
      if (id === '' || census.ids.has(id)) census.isUnique = false;
      census.ids.add(id);
    }
    for (const id of countersIn(stack)) census.counters.add(id);
  }
  return census;
}
