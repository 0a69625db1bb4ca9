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
    this.blockIds.splice(first, count, ...blockIds);
    this.starts.splice(first, count, ...ranges.map(({ start }) => start));
    this.ends.splice(first, count, ...ranges.map((range) => range.end));
    this.isOneOfSeveral.splice(first, count, ...severalOf(blockIds));
    this.told.splice(first, count, ...blockIds.map(() => undefined));

    this.records.shift(part.statements, end, by, ranges.length - count);
    this.records.replace(part.statements, records, first);
  }
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
