/** Whether it changes nothing for the rest of a program that statements are replaced by others. */

import { standsAlone } from '../analyze/declare.ts';
import type { Whole } from '../compile.ts';
import type { Diagnostic } from '../compilation.ts';
import type { Variable } from '../lower/entities.ts';
import { endsHere } from '../lower/lowered.ts';
import type { Note } from '../lower/notes.ts';
import type { StatementRecords } from '../print/statement-records.ts';
import type { Attempt } from './attempts.ts';
import { countersIn, idsOf, mentionsOf, type Census } from './census.ts';
import { isHeadAround, isIn } from './scopes.ts';
import { isSameSignature, leavesLoop, type Signature } from './signature.ts';
import type { Site } from './sites.ts';

/** Checks replacements in a program. */
export class Checks {
  constructor(
    private readonly whole: Whole,
    private readonly records: StatementRecords,
    private readonly census: Census,
  ) {}

  isReplaceable(site: Site, old: Attempt, now: Attempt): boolean {
    const { change, narrowing, firstNote, noteCount } = site;
    const { census } = this;
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
      if ([...old.body, ...now.body].some((statement) => endsHere(statement) || leavesLoop(statement))) return false;
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
    if (!narrowing.leavesAlike(old.body, now.body)) return false;
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
}

const jumps: Signature = ['ReturnStatement', 'ContinueStatement', 'ThrowStatement', 'TryStatement'];

const saidIn = (notes: readonly Note[]): Diagnostic[] =>
  notes.flatMap((note) => (note.what === 'says' ? note.diagnostic : []));

/** What the module has once, in the order of its first use. */
function usedIn(...parts: readonly (readonly Note[])[]): string {
  const names = new Set<string>();
  for (const notes of parts) for (const note of notes) if (note.what === 'uses') names.add(note.name);
  return [...names].join('\n');
}
