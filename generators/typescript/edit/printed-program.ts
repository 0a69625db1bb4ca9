import type { BlockRange } from '../compilation.ts';
import type { Printed } from '../print/index.ts';
import type { StatementRecords } from '../print/statement-records.ts';

/** Statements in the text of a program: from the line break before them to the end of the last. */
export interface Part {
  from: number;
  end: number;
  /** Their numbers among all statements, from the first to the one behind them. */
  statements: readonly [first: number, behind: number];
  /** The same for the ranges of blocks in them. */
  ranges: readonly [first: number, behind: number];
}

/** The part of a text that some statements are, from the first to the last of them, by their numbers. */
export function partOf(records: StatementRecords, first: number, last: number): Part {
  return {
    from: records.froms[first] ?? 0,
    end: records.ends[last] ?? 0,
    statements: [first, records.behind(last)],
    ranges: [records.firstRanges[first] ?? 0, records.endRanges[last] ?? 0],
  };
}

/** The text of a program, of which parts can be replaced. */
export class PrintedProgram {
  code: string;
  javascript: string;
  private readonly blockIds: string[];
  private readonly starts: number[];
  private readonly ends: number[];
  /** For each range whether its block has others. */
  private readonly isOneOfSeveral: boolean[];
  /** What was told of each range, to be told again while it is where it was; nobody changes what is told. */
  private readonly told: (BlockRange | undefined)[] = [];

  constructor(
    { code, javascript, ranges }: Printed,
    readonly records: StatementRecords,
  ) {
    this.code = code;
    this.javascript = javascript;
    this.blockIds = ranges.map(({ blockId }) => blockId);
    this.starts = ranges.map(({ start }) => start);
    this.ends = ranges.map(({ end }) => end);
    this.isOneOfSeveral = severalOf(this.blockIds);
  }

  /** One range for each block: the statements that a block became follow each other. The first range takes in the others. */
  get ranges(): BlockRange[] {
    const { blockIds, starts, ends, isOneOfSeveral, told } = this;
    const ranges: BlockRange[] = [];
    const known = new Map<string, BlockRange>();
    for (let index = 0; index < blockIds.length; index++) {
      const [start, end] = [at(starts, index), at(ends, index)];
      const blockId = blockIds[index] ?? '';
      const first = isOneOfSeveral[index] ? known.get(blockId) : undefined;
      if (first) {
        first.start = Math.min(first.start, start);
        first.end = Math.max(first.end, end);
        continue;
      }
      const last = told[index];
      const range = last?.start === start && last.end === end ? last : { blockId, start, end };
      if (isOneOfSeveral[index]) known.set(blockId, range);
      else told[index] = range;
      ranges.push(range);
    }
    return ranges;
  }

  /** Whether a part is, letter by letter and range by range, what was printed. */
  isPart({ from, end, ranges: [first, behind] }: Part, { code, javascript, ranges }: Printed): boolean {
    return (
      this.code.slice(from, end) === code &&
      this.javascript.slice(from, end) === javascript &&
      behind - first === ranges.length &&
      ranges.every(
        ({ blockId, start, end: rangeEnd }, index) =>
          this.blockIds[first + index] === blockId &&
          this.starts[first + index] === start &&
          this.ends[first + index] === rangeEnd,
      )
    );
  }

  /** Puts other statements, printed to begin where the part does, in its place. */
  replace(part: Part, { code, javascript, ranges }: Printed, records: StatementRecords): void {
    const { from, end } = part;
    const by = code.length - (end - from);
    this.code = this.code.slice(0, from) + code + this.code.slice(end);
    this.javascript = this.javascript.slice(0, from) + javascript + this.javascript.slice(end);

    const [first, behind] = part.ranges;
    const count = behind - first;
    for (let index = 0; index < first; index++) {
      // What is around the part ends behind it; what is before it has nothing to do with it.
      if (at(this.ends, index) > end) this.ends[index] = at(this.ends, index) + by;
    }
    for (let index = behind; index < this.starts.length && by !== 0; index++) {
      this.starts[index] = at(this.starts, index) + by;
      this.ends[index] = at(this.ends, index) + by;
    }
    const blockIds = ranges.map(({ blockId }) => blockId);
    const areSame = blockIds.length === count && blockIds.every((id, index) => id === this.blockIds[first + index]);
    // Others of the same block may be outside of the part.
    if (!areSame) this.isOneOfSeveral.splice(first, count, ...severalOf(blockIds));
    this.blockIds.splice(first, count, ...blockIds);
    this.starts.splice(first, count, ...ranges.map(({ start }) => start));
    this.ends.splice(first, count, ...ranges.map((range) => range.end));
    this.told.splice(first, count, ...blockIds.map(() => undefined));

    this.records.shift(part.statements, end, by, ranges.length - count);
    this.records.replace(part.statements, records, first);
  }

  /** Replaces a name by another one at some places, which are in the order of the text. */
  rename(places: readonly number[], from: string, to: string): void {
    const by = to.length - from.length;
    /** How many of the places are before each letter. */
    const counts = new Uint32Array(this.code.length + 1);
    let letter = 0;
    for (const [count, place] of places.entries()) {
      counts.fill(count, letter, place + 1);
      letter = place + 1;
    }
    counts.fill(places.length, letter);
    this.code = replacedAt(this.code, places, from, to);
    this.javascript = replacedAt(this.javascript, places, from, to);
    if (by === 0) return;
    const { froms, starts, ends } = this.records;
    for (const list of [this.starts, this.ends, froms, starts, ends]) {
      for (let index = 0; index < list.length; index++) {
        const old = at(list, index);
        list[index] = old + by * (counts[old] ?? 0);
      }
    }
  }
}

function replacedAt(text: string, places: readonly number[], from: string, to: string): string {
  const parts: string[] = [];
  let letter = 0;
  for (const place of places) {
    parts.push(text.slice(letter, place));
    letter = place + from.length;
  }
  parts.push(text.slice(letter));
  return parts.join(to);
}

const at = (list: readonly number[], index: number): number => list[index] ?? 0;

/** For each ID whether it is there more than once. */
function severalOf(ids: readonly string[]): boolean[] {
  const seen = new Set<string>();
  const several = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) several.add(id);
    seen.add(id);
  }
  return ids.map((id) => several.has(id));
}
