import type { Statement } from '../tree.ts';

/** Where statements are in the text, each numbered as it comes. */
export class StatementRecords {
  readonly statements: Statement[] = [];
  /** The line break before the comments above it, or before its first line. */
  readonly froms: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Columns before its first line. */
  readonly indents: number[] = [];
  /** Of the ranges of blocks, the first within the statement, and the first behind it. */
  readonly firstRanges: number[] = [];
  readonly endRanges: number[] = [];

  begin(statement: Statement, from: number, start: number, indent: number, ranges: number): number {
    const number = this.statements.length;
    this.statements.push(statement);
    this.froms.push(from);
    this.starts.push(start);
    this.ends.push(start);
    this.indents.push(indent);
    this.firstRanges.push(ranges);
    this.endRanges.push(ranges);
    return number;
  }

  end(number: number, end: number, ranges: number): void {
    this.ends[number] = end;
    this.endRanges[number] = ranges;
  }

  /** The first statement behind one and all that is in it. */
  behind(number: number): number {
    const end = this.ends[number] ?? 0;
    let next = number + 1;
    while (next < this.starts.length && (this.starts[next] ?? 0) < end) next++;
    return next;
  }

  /** Moves what is behind statements that become so many letters, and so many ranges, more. */
  shift([first, behind]: readonly [number, number], end: number, letters: number, ranges: number): void {
    const { froms, starts, ends, firstRanges, endRanges } = this;
    for (let index = 0; index < first; index++) {
      if ((ends[index] ?? 0) <= end) continue;
      ends[index] = (ends[index] ?? 0) + letters;
      endRanges[index] = (endRanges[index] ?? 0) + ranges;
    }
    if (letters === 0 && ranges === 0) return;
    for (let index = behind; index < starts.length; index++) {
      froms[index] = (froms[index] ?? 0) + letters;
      starts[index] = (starts[index] ?? 0) + letters;
      ends[index] = (ends[index] ?? 0) + letters;
      firstRanges[index] = (firstRanges[index] ?? 0) + ranges;
      endRanges[index] = (endRanges[index] ?? 0) + ranges;
    }
  }

  /** Puts the records of other statements, whose ranges are counted from their first, in the place of these. */
  replace([first, behind]: readonly [number, number], others: StatementRecords, firstRange: number): void {
    const count = behind - first;
    this.statements.splice(first, count, ...others.statements);
    this.froms.splice(first, count, ...others.froms);
    this.starts.splice(first, count, ...others.starts);
    this.ends.splice(first, count, ...others.ends);
    this.indents.splice(first, count, ...others.indents);
    this.firstRanges.splice(first, count, ...others.firstRanges.map((range) => range + firstRange));
    this.endRanges.splice(first, count, ...others.endRanges.map((range) => range + firstRange));
  }
}
