import type { Statement } from '../tree.ts';

/** Where statements are in the text, each numbered as it comes. */
export class StatementRecords {
  readonly statements: Statement[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Columns before its first line. */
  readonly indents: number[] = [];
  /** Of the ranges of blocks, the first within the statement, and the first behind it. */
  readonly firstRanges: number[] = [];
  readonly endRanges: number[] = [];
  /** The number of the statement that was begun last. */
  current = -1;

  begin(statement: Statement, start: number, indent: number, ranges: number): number {
    this.current = this.statements.length;
    this.statements.push(statement);
    this.starts.push(start);
    this.ends.push(start);
    this.indents.push(indent);
    this.firstRanges.push(ranges);
    this.endRanges.push(ranges);
    return this.current;
  }

  end(number: number, end: number, ranges: number): void {
    this.ends[number] = end;
    this.endRanges[number] = ranges;
  }
}
