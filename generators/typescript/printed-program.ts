import type { BlockRange } from './compilation.ts';
import { printStatement, type Printed } from './print/index.ts';
import { StatementRecords } from './print/statement-records.ts';
import type { FieldValues } from './field-values.ts';

/** The text of a program, of which single statements can be printed anew. */
export class PrintedProgram {
  code: string;
  javascript: string;
  private readonly blockIds: readonly string[];
  private readonly starts: number[];
  private readonly ends: number[];
  /** For each range whether its block has others. */
  private readonly isOneOfSeveral: readonly boolean[];

  constructor(
    { code, javascript, ranges }: Printed,
    private readonly records: StatementRecords,
  ) {
    this.code = code;
    this.javascript = javascript;
    this.blockIds = ranges.map(({ blockId }) => blockId);
    this.starts = ranges.map(({ start }) => start);
    this.ends = ranges.map(({ end }) => end);
    const seen = new Set<string>();
    const several = new Set<string>();
    for (const id of this.blockIds) {
      if (seen.has(id)) several.add(id);
      seen.add(id);
    }
    this.isOneOfSeveral = this.blockIds.map((id) => several.has(id));
  }

  /** One range for each block: the statements that a block became follow each other. The first range takes in the others. */
  get ranges(): BlockRange[] {
    const { blockIds, starts, ends, isOneOfSeveral } = this;
    const ranges: BlockRange[] = [];
    const known = new Map<string, BlockRange>();
    for (let index = 0; index < blockIds.length; index++) {
      const range = { blockId: blockIds[index] ?? '', start: starts[index] ?? 0, end: ends[index] ?? 0 };
      if (isOneOfSeveral[index]) {
        const first = known.get(range.blockId);
        if (first) {
          first.start = Math.min(first.start, range.start);
          first.end = Math.max(first.end, range.end);
          continue;
        }
        known.set(range.blockId, range);
      }
      ranges.push(range);
    }
    return ranges;
  }

  /** Prints a statement anew, in which only values of fields are others. Answers whether it is of the same form still. */
  printAgain(number: number, values: FieldValues): boolean {
    const { records, starts, ends } = this;
    const statement = records.statements[number];
    const [start = 0, end = 0, indent = 0] = [records.starts[number], records.ends[number], records.indents[number]];
    const [first = 0, behind = 0] = [records.firstRanges[number], records.endRanges[number]];
    if (!statement) return false;
    const now = new StatementRecords();
    values.printing = {
      get current() {
        return number + now.current;
      },
    };
    const printed = printStatement(statement, indent, start, now);
    values.printing = records;
    const isSame =
      now.statements.every((one, index) => one === records.statements[number + index]) &&
      printed.ranges.length === behind - first &&
      printed.ranges.every(({ blockId }, index) => blockId === this.blockIds[first + index]);
    if (!isSame) return false;
    const by = printed.code.length - (end - start);
    this.code = this.code.slice(0, start) + printed.code + this.code.slice(end);
    this.javascript = this.javascript.slice(0, start) + printed.javascript + this.javascript.slice(end);
    shift(starts, ends, first, behind, start, by);
    printed.ranges.forEach((range, index) => {
      starts[first + index] = range.start;
      ends[first + index] = range.end;
    });
    const next = number + now.statements.length;
    shift(records.starts, records.ends, number, next, start, by);
    now.starts.forEach((each, index) => {
      records.starts[number + index] = each;
      records.ends[number + index] = now.ends[index] ?? each;
    });
    return true;
  }
}

/**
 * Moves what is behind a part of the text that has grown `by` so many letters, and the ends of what is around it. What
 * is in that part has the numbers from `first` up to `behind`.
 */
function shift(starts: number[], ends: number[], first: number, behind: number, at: number, by: number): void {
  if (by === 0) return;
  for (let index = 0; index < first; index++) {
    const end = ends[index] ?? 0;
    if (end > at) ends[index] = end + by;
  }
  for (let index = behind; index < starts.length; index++) {
    starts[index] = (starts[index] ?? 0) + by;
    ends[index] = (ends[index] ?? 0) + by;
  }
}
