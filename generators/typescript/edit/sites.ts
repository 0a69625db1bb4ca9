/** Where in a compiled program statements are, or others would be put. */

import type { Narrowing } from '../analyze/narrowing.ts';
import type { Scope, Usage } from '../analyze/usage.ts';
import type { Whole } from '../compile.ts';
import type { UserFunction } from '../lower/entities.ts';
import { endsHere } from '../lower/lowered.ts';
import type { Place } from '../lower/notes.ts';
import type { StatementRecords } from '../print/statement-records.ts';
import type { ProgramBlock } from '../read.ts';
import type { Statement } from '../tree.ts';
import type { Change } from './differences.ts';
import { partOf, type Part } from './printed-program.ts';
import type { Stacks } from './stacks.ts';

/** Where statements are, or are to be put. */
export interface Site extends NotesAt {
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

/** Finds the sites of changes in a program. */
export class Sites {
  constructor(
    private readonly whole: Whole,
    private readonly records: StatementRecords,
    private readonly stacks: Stacks,
  ) {}

  /** Where a change is; undefined where nothing can be replaced on its own. */
  siteOf(change: Change): Site | undefined {
    const { lowerer, usages, narrowings } = this.whole;
    const place = lowerer.places.get(change.chain);
    if (!place || place.isAgain || place.isCut || this.isInCutStack(change)) return undefined;
    const owner = place.position.currentFunction;
    const usage = usages.find((each) => each.owner === owner);
    const { body } = place;
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
    if (before && endsHere(before)) return undefined;
    const countHere = removed > 0 ? statements.length : 0;
    if (statements.some((statement, offset) => removed > 0 && body[index + offset] !== statement)) return undefined;
    const notes = this.whereNoted(chain, from, removed);
    if (!notes) return undefined;
    const indent = where.indent;
    return { change, place, body, index, count: countHere, part, indent, owner, scope, usage, narrowing, ...notes };
  }

  private isInCutStack({ chain, from, removed }: Change): boolean {
    return chain.slice(Math.max(0, from - 1), from + removed + 1).some((block) => this.stacks.cut.has(block));
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
      part: partOf(records, first, last),
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
}
