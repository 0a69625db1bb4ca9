/** The text of a program as it is written, with where its blocks are and what of it is not in the JavaScript. */

import type { BlockRange } from '../compilation.ts';

/** A part that is not in the JavaScript, or is there as another text of the same length. */
interface Blank {
  start: number;
  end: number;
  arrow: boolean;
  javascript: string | undefined;
}

/** Indents, kept up to a length that code hardly has. */
const SPACES: string[] = [];
const MOST_SPACES = 1_000;

/** Where the writing of a text was at. */
interface Mark {
  line: string;
  column: number;
  length: number;
  erasedDepth: number;
  erasedStart: number;
  lines: number;
  ranges: number;
  blanks: number;
}

/** Takes the text piece by piece. */
export class Output {
  readonly ranges: BlockRange[] = [];

  /** The width of the line in hand. */
  column = 0;
  /** The length of all up to here, counted from the start of the program. */
  length = 0;

  private readonly lines: string[] = [];
  /** Where the text begins in the program. */
  private origin = 0;
  /** The line in hand. */
  private line = '';
  private readonly blanks: Blank[] = [];
  private readonly openRanges: BlockRange[] = [];
  private erasedDepth = 0;
  private erasedStart = 0;

  /** Begins in the midst of a program. */
  startAt(origin: number): void {
    this.origin = origin;
    this.length = origin;
  }

  /** The program as TypeScript. */
  code(): string {
    return [...this.lines, this.line].join('\n');
  }

  /** The same without its types. */
  javascript(code: string): string {
    const parts: string[] = [];
    let at = 0;
    const { origin } = this;
    for (const { arrow, javascript, ...blank } of this.blanks) {
      const [start, end] = [blank.start - origin, blank.end - origin];
      const types = code.slice(start, end);
      if (arrow && (types.includes('\n') || /\n *\)$/.test(code.slice(at, start)))) {
        // No line break may be between the parameters and the arrow: their `)` moves to the end of the type.
        parts.push(code.slice(at, start - 1), ' ', blanked(types).slice(0, -1), ')');
      } else {
        parts.push(code.slice(at, start), javascript ?? blanked(types));
      }
      at = end;
    }
    parts.push(code.slice(at));
    return parts.join('');
  }

  write(text: string, width: number): void {
    this.line += text;
    this.length += text.length;
    this.column += width;
  }

  /** Ends the line in hand, without the blanks at its end. */
  newLine(indent: number): void {
    const { line } = this;
    if (line.endsWith(' ')) {
      const trimmed = line.replace(/ +$/, '');
      this.length -= line.length - trimmed.length;
      this.lines.push(trimmed);
    } else {
      this.lines.push(line);
    }
    this.line = spaces(indent);
    this.length += 1 + indent;
    this.column = indent;
  }

  /** Here begins what these blocks became. */
  open(blocks: readonly string[]): void {
    for (const blockId of blocks) {
      const range = { blockId, start: this.length, end: 0 };
      this.ranges.push(range);
      this.openRanges.push(range);
    }
  }

  /** Here ends what so many blocks became, the last that began. */
  close(count: number): void {
    for (let i = 0; i < count; i++) {
      const range = this.openRanges.pop();
      if (range !== undefined) range.end = this.length;
    }
  }

  /** Here begins what is not in the JavaScript. */
  beginErased(): void {
    if (this.erasedDepth++ === 0) this.erasedStart = this.length;
  }

  endErased(arrow: boolean): void {
    if (--this.erasedDepth > 0) return;
    this.blanks.push({ start: this.erasedStart, end: this.length, arrow, javascript: undefined });
  }

  /** Writes a text that is another one of the same length in the JavaScript. */
  writeVerbatim(source: string, javascript: string): void {
    this.blanks.push({ start: this.length, end: this.length + source.length, arrow: false, javascript });
    this.write(source, 0);
  }

  /** Where it is now, to come back to. */
  mark(): Mark {
    const { line, column, length, erasedDepth, erasedStart, lines, ranges, blanks } = this;
    return {
      ...{ line, column, length, erasedDepth, erasedStart },
      ...{ lines: lines.length, ranges: ranges.length, blanks: blanks.length },
    };
  }

  /** Takes back what was written since. */
  takeBack({ lines, ranges, blanks, ...rest }: Mark): void {
    Object.assign(this, rest);
    this.lines.length = lines;
    this.ranges.length = ranges;
    this.blanks.length = blanks;
  }
}

function spaces(count: number): string {
  return count > MOST_SPACES ? ' '.repeat(count) : (SPACES[count] ??= ' '.repeat(count));
}

function blanked(types: string): string {
  return types.includes('\n') ? types.replace(/[^\n]/g, ' ') : ' '.repeat(types.length);
}
