/** Statements lowered, analyzed and printed on their own, in the surroundings that the last compilation had. */

import { declareWithin } from '../analyze/declare.ts';
import { usageWithin, type Scope, type Usage, type Use } from '../analyze/usage.ts';
import type { Whole } from '../compile.ts';
import { mainOwner, type Temporary } from '../lower/entities.ts';
import type { Lowerings } from '../lower/lowering.ts';
import type { Note } from '../lower/notes.ts';
import { printPart, type Printed } from '../print/index.ts';
import { StatementRecords } from '../print/statement-records.ts';
import type { ProgramBlock } from '../read.ts';
import type { Statement } from '../tree.ts';
import { blocksWithin } from './census.ts';
import { Collector, type Constraints } from './constraints.ts';
import { isDeclaredAmong } from './scopes.ts';
import { isSameSignature, signatureOf, type Signature } from './signature.ts';
import type { Site } from './sites.ts';

/** Statements as they are, or would be, in the program. */
export interface Attempt {
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

/** Makes attempts in the place of statements of a program. */
export class Attempts {
  constructor(
    private readonly whole: Whole,
    private readonly records: StatementRecords,
    private readonly lowerings: Lowerings | undefined,
  ) {}

  /** Lowers, analyzes and prints blocks in the place of those that are there; like `old` ones, if they were treated so. */
  attempt(site: Site, blocks: readonly ProgramBlock[], old: Attempt | undefined): Attempt | undefined {
    const { lowerer } = this.whole;
    const { owner, scope, usage: all, narrowing, part } = site;
    const { body, notes } = lowerer.lowerAt(site.place, blocks);
    const { types } = lowerer;
    if (types.grown || types.stale || types.sawNothing || lowerer.hasParts) return undefined;
    if (!this.isAllLowered(blocks, notes)) return undefined;
    if (blocks.length > 0 && body.length === 0) return undefined;
    const constraints = new Collector(owner?.definition.id ?? mainOwner, this.lowerings);
    constraints.chain(blocks);
    const signature = signatureOf(body);
    const isSame = !old || isSameSignature(old.signature, signature);
    const root: Scope = { ...scope, body, index: 0 };
    const usage = usageWithin(owner, root);
    if (usage.setsInCallbacks) return undefined;
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
    const after = narrowing.convert(body, before);
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

  /** What stands where a value is needed but gives none, or behind a value, is not lowered, whatever it says. */
  private isAllLowered(blocks: readonly ProgramBlock[], notes: readonly Note[]): boolean {
    if (notes.some((note) => note.what === 'says' && note.diagnostic.code === 'not-a-value')) return false;
    for (const { inputs } of blocksWithin(blocks)) {
      for (const chain of Object.values(inputs)) {
        if (chain.length > 1 && !this.whole.lowerer.places.has(chain)) return false;
      }
    }
    return true;
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
}

/** The uses that heads declare each on its own. */
function separateIn(all: Usage, usage: Usage): Use[] {
  const uses: Use[] = [];
  for (const [variable, regions] of usage.regions) {
    if (all.separated.has(variable) && !regions.outside) uses.push(...regions.inside);
  }
  return uses;
}

const madeIn = (notes: readonly Note[]): Temporary[] =>
  notes.flatMap((note) => (note.what === 'makes' ? note.temporary : []));
