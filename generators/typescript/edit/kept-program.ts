/**
 * A compiled program in which statements can be replaced without compiling the rest anew.
 *
 * Statements that changed are lowered, analyzed and printed on their own, in the surroundings in which the last
 * compilation had them, and put in the place of the old ones. That is only done where it can be shown to give what
 * compiling the whole program would give; whatever cannot be shown is compiled anew. This is how it is shown:
 *
 * - All that main runs is one list of statements, whatever stacks they are in (`stacks.ts`): so a stack that comes, goes
 *   or is put elsewhere is statements of that list which do. What differs from that, what is never reached in a stack of
 *   its own, is compiled anew.
 * - The old statements are treated in the same way first, and must become what is there, letter by letter. So what is
 *   remembered of their surroundings is what they were compiled by.
 * - Types are the smallest that fit what all blocks say. Whatever the old statements say, others say too, or the new
 *   ones (`constraints.ts`); so no type becomes smaller. And no type grew when the new ones were lowered; so none
 *   becomes larger.
 * - What the module has once (helpers, imports, names that the compiler made up) is used in the same order for the
 *   first time; so it has it in the same places under the same names.
 * - Variables are used in the same way (`signature.ts`), or in ways that decide nothing about their declaration: one
 *   that is set in a statement before, which declares it, remains so if there are others that set and read it.
 * - What TypeScript knows of the values of variables behind the statements is the same, and also where a `break` in them
 *   leaves a loop around them. Others that leave loops in another place, or not at all, are compiled anew.
 *
 * Where a variable has only another name, nothing is compiled: its name is replaced in the text (`renaming.ts`). Where one
 * comes or goes that nothing in the code names, there is nothing to do.
 */

import type { Whole } from '../compile.ts';
import type { Compilation, Diagnostic } from '../compilation.ts';
import type { Lowerings } from '../lower/lowering.ts';
import { endsHere } from '../lower/lowered.ts';
import { printPart } from '../print/index.ts';
import { StatementRecords } from '../print/statement-records.ts';
import type { ProgramState } from '../program.ts';
import { readAlone, type ProgramBlock } from '../read.ts';
import { Attempts, type Attempt } from './attempts.ts';
import { blocksWithin, censusOf, countersIn, idsOf, mentionsOf, type Census } from './census.ts';
import { Checks } from './checks.ts';
import { count } from './constraints.ts';
import { changesOf, type Change } from './differences.ts';
import { partOf, PrintedProgram } from './printed-program.ts';
import { renamingIn } from './renamed-text.ts';
import { exchange, rename, variableChangesOf, type Renamed } from './renaming.ts';
import { isDeclaredAmong } from './scopes.ts';
import { Sites, type Site } from './sites.ts';
import { stacksOf, startsOf, type Stacks, type StackStates } from './stacks.ts';

/** More of a program than this share of its blocks is not worth to be replaced. */
const largestShare = 1 / 6;

/** Of more statements than that, a renamed variable has the whole program printed anew. */
const mostPrinted = 60;

export class KeptProgram {
  private text: PrintedProgram | undefined;
  private told: Compilation | undefined;
  private readonly records: StatementRecords;
  private readonly stacks: Stacks;
  private readonly sites: Sites;
  private readonly attempts: Attempts;
  private census: Census | undefined;

  constructor(
    private program: ProgramState,
    private readonly whole: Whole,
    private readonly lowerings: Lowerings | undefined,
  ) {
    this.records = whole.records ?? new StatementRecords();
    this.stacks = stacksOf(whole);
    this.sites = new Sites(whole, this.records, this.stacks);
    this.attempts = new Attempts(whole, this.records, lowerings);
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
    const { lowerer } = this.whole;
    const variables = variableChangesOf(this.program.variables, program.variables);
    if (!variables || !exchange(this.whole, variables)) return undefined;
    const found = changesOf(this.program, this.stacks, program, (chain) => lowerer.places.has(chain));
    if (!found || (found.states && !this.beginAt(found.states))) return undefined;
    const { changes } = found;
    this.program = program;
    let isRenamed = false;
    for (const renaming of variables.renamings) {
      const renamed = rename(this.whole, renaming, this.hasHostBlocks);
      if (!renamed || !this.renameInText(renamed)) return undefined;
      if (renamed.from !== renamed.to) isRenamed = true;
    }
    if (changes.length === 0) return isRenamed ? 'changed' : 'same';
    if (lowerer.hasParts) return undefined;
    // What goes goes first, so that what is moved is never there twice.
    changes.sort((one, other) => growth(one) - growth(other));
    for (const change of changes) {
      if (!this.replace(change)) return undefined;
      for (const other of changes) {
        if (other.chain === change.chain && other.from > change.from) other.from += growth(change);
      }
    }
    return 'changed';
  }

  /** Has the stacks of main begin at these blocks, unless there are statements behind which a stack is not reached. */
  private beginAt(states: StackStates): boolean {
    const { stacks } = this;
    const starts = startsOf(states.main);
    const isSame = stacks.starts.length === starts.length && stacks.starts.every((id, index) => id === starts[index]);
    if (!isSame && this.whole.main.body.some(endsHere)) return false;
    stacks.starts = starts;
    stacks.states = states;
    return true;
  }

  private get hasHostBlocks(): boolean {
    const { lowerings, whole } = this;
    if (!lowerings) return false;
    for (const stack of whole.tree.stacks) {
      for (const { type } of blocksWithin(stack)) if (Object.hasOwn(lowerings, type)) return true;
    }
    return false;
  }

  private renameInText(renamed: Renamed): boolean {
    if (renamed.from === renamed.to) return true;
    const { printed, records } = this;
    const { places, statements } = renamingIn(printed.code, records, renamed);
    if (statements.length > mostPrinted) return false;
    printed.rename(places, renamed.from, renamed.to);
    for (const number of statements) {
      const statement = records.statements[number];
      const part = partOf(records, number, number);
      const inPart = new StatementRecords();
      const indent = records.indents[number] ?? 0;
      if (statement) printed.replace(part, printPart([statement], indent, part.from, inPart), inPart);
    }
    return true;
  }

  private replace(change: Change): boolean {
    const census = (this.census ??= censusOf(this.whole, this.lowerings));
    const site = census.isUnique && this.sites.siteOf(change);
    if (!site) return false;
    const problems: Diagnostic[] = [];
    const removed = change.chain.slice(change.from, change.from + change.removed);
    // Read anew, so that nothing is known of them that would not be known of others.
    const oldBlocks = readAlone(
      removed.map(({ state }) => state),
      problems,
    );
    const newBlocks = readAlone(change.added, problems);
    if (problems.length > 0 || !isOfFittingSize(census, oldBlocks, newBlocks)) return false;
    const oldIds = idsOf(oldBlocks);
    const newIds = idsOf(newBlocks);
    if (!oldIds || !newIds) return false;
    if ([...newIds].some((id) => !oldIds.has(id) && census.ids.has(id))) return false;

    const old = this.attempts.attempt(site, oldBlocks, undefined);
    if (!old || !this.printed.isPart(site.part, old.printed)) return false;
    const now = this.attempts.attempt(site, newBlocks, old);
    // A block without statements is another one.
    if (!now || site.body.length - site.count + now.body.length === 0) return false;
    if (!new Checks(this.whole, this.records, census).isReplaceable(site, old, now)) return false;
    this.put(site, old, now);
    keepCensus(census, old, now);
    return true;
  }

  /** Puts the new statements in the place of the old ones, and keeps account of what is known of them. */
  private put(site: Site, old: Attempt, now: Attempt): void {
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

const growth = ({ added, removed }: Change): number => added.length - removed;

function isOfFittingSize({ ids }: Census, ...chains: readonly (readonly ProgramBlock[])[]): boolean {
  let size = 0;
  for (const chain of chains) for (const _ of blocksWithin(chain)) size++;
  return size <= Math.max(20, ids.size * largestShare);
}

function keepCensus(census: Census, old: Attempt, now: Attempt): void {
  for (const { id } of blocksWithin(old.blocks)) census.ids.delete(id);
  for (const { id } of blocksWithin(now.blocks)) census.ids.add(id);
  count(census.constraints, old.constraints.known, -1);
  count(census.constraints, now.constraints.known, 1);
  for (const id of countersIn(now.blocks)) census.counters.add(id);
}
