/** The layout of documents: decides which lines break, and writes the text with all that is known of it. */

import type { BlockRange } from '../compilation.ts';
import type { Statement } from '../tree.ts';
import type { StatementRecords } from './statement-records.ts';
import { hasLooseLine, isArray, widthOf, type Body, type Choice, type Doc, type Fill, type Group } from './doc.ts';

const WIDTH = 80;

/** In `FLAT`, groups that hold a line break are still broken; in `ONE_LINE`, nothing is. */
type Mode = typeof BREAK | typeof FLAT | typeof ONE_LINE;
const BREAK = 0;
const FLAT = 1;
const ONE_LINE = 2;

/** The statements of a block, from `at` on. */
interface Statements {
  kind: 'statements';
  list: readonly Statement[];
  at: number;
  /** Lines before the first and after the last statement. */
  before: readonly string[];
  after: readonly string[];
  /** Columns before each statement. */
  indent: number;
  /** Columns before the brace behind the last one, if there is one. */
  closing: number | undefined;
  /** The number of the last statement in the records. */
  record?: number;
}

/** A part that is not in the JavaScript, or is there as another text of the same length. */
interface Blank {
  start: number;
  end: number;
  arrow: boolean;
  javascript: string | undefined;
}

interface EndOfErased {
  kind: 'end-of-erased';
  arrow: boolean;
}

interface EndOfMarked {
  kind: 'end-of-marked';
  count: number;
}

type Command = Doc | Statements | EndOfErased | EndOfMarked;

/** How a statement becomes a document. */
export interface StatementPrinter {
  /** Lines above the statement: the comments. */
  comments(statement: Statement): readonly string[];
  /** The statement, with the braces of the objects in `broken` broken, and whether there are more that may break. */
  doc(statement: Statement, broken: ReadonlySet<object>): { doc: Doc; hasObjects: boolean };
}

/** Indents, kept up to a length that code hardly has. */
const SPACES: string[] = [];
const MOST_SPACES = 1_000;

const NOTHING: ReadonlySet<object> = new Set();

/** Writes a program. */
export class Layout {
  readonly ranges: BlockRange[] = [];

  private readonly lines: string[] = [];
  /** Where the text begins in the program. */
  private origin = 0;
  /** The line in hand, its width, and the length of all up to its end. */
  private line = '';
  private column = 0;
  private length = 0;
  private readonly blanks: Blank[] = [];
  private readonly openRanges: BlockRange[] = [];
  private erasedDepth = 0;
  private erasedStart = 0;

  /** What is still to be printed, last first, with its indent and mode. */
  private readonly commands: Command[] = [];
  private readonly indents: number[] = [];
  private readonly modes: Mode[] = [];
  /** A line break was printed where none was counted on: measure the next group afresh. */
  private remeasure = false;
  /** Set while trying: collects the objects whose braces break, and leaves blocks out. */
  private keeping: Set<object> | undefined;

  private readonly fitDocs: Command[] = [];
  private readonly fitModes: Mode[] = [];

  private readonly statements: StatementPrinter;

  /** @param records Where to note where each statement is. */
  constructor(
    statements: StatementPrinter,
    private readonly records?: StatementRecords,
  ) {
    this.statements = statements;
  }

  /** Prints statements in the midst of a program, beginning with the line break before the first of them. */
  part(list: readonly Statement[], indent: number, start: number): void {
    this.origin = start;
    this.length = start;
    this.push({ kind: 'statements', list, at: 0, before: [], after: [], indent, closing: undefined }, 0, BREAK);
    this.run(0);
  }

  program(list: readonly Statement[]): void {
    this.push({ kind: 'statements', list, at: 0, before: [], after: [], indent: 0, closing: undefined }, 0, BREAK);
    this.run(0);
    if (this.length > 0) this.newLine(0);
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

  private push(command: Command, indent: number, mode: Mode): void {
    this.commands.push(command);
    this.indents.push(indent);
    this.modes.push(mode);
  }

  /** Carries out the commands above `floor`. */
  private run(floor: number): void {
    const { commands, indents, modes } = this;
    while (commands.length > floor) {
      const command = commands.pop();
      const indent = indents.pop();
      const mode = modes.pop();
      if (command === undefined || indent === undefined || mode === undefined) return;
      if (typeof command === 'string') {
        this.write(command, command.length);
      } else if (isDocArray(command)) {
        for (let i = command.length - 1; i >= 0; i--) {
          const part = command[i];
          if (part !== undefined && part !== '') this.push(part, indent, mode);
        }
      } else {
        this.command(command, indent, mode);
      }
    }
  }

  private command(command: Exclude<Command, string | readonly Doc[]>, indent: number, mode: Mode): void {
    switch (command.kind) {
      case 'text':
        this.write(command.text, command.width);
        return;
      case 'line':
        if (mode !== BREAK && !command.hard) {
          if (!command.soft) this.write(' ', 1);
          return;
        }
        if (mode !== BREAK) this.remeasure = true;
        this.newLine(indent);
        return;
      case 'group':
        this.group(command, indent, mode);
        return;
      case 'choice':
        this.choose(command, indent, mode);
        return;
      case 'indent':
        this.push(command.contents, indent + command.by, mode);
        return;
      case 'if-break': {
        const isBroken = command.group === undefined ? mode === BREAK : command.group.broken === true;
        this.push(isBroken ? command.broken : command.flat, indent, mode);
        return;
      }
      case 'indent-if-break':
        this.push(command.contents, command.group.broken === true ? indent + 2 : indent, mode);
        return;
      case 'fill':
        this.fill(command, indent, mode);
        return;
      case 'flat':
        this.push(command.contents, indent, ONE_LINE);
        return;
      case 'marked':
        this.open(command.blocks);
        this.push({ kind: 'end-of-marked', count: command.blocks.length }, indent, mode);
        this.push(command.contents, indent, mode);
        return;
      case 'open':
        this.open(command.blocks);
        return;
      case 'close':
      case 'end-of-marked':
        this.close(command.count);
        return;
      case 'erased':
        this.beginErased();
        this.push({ kind: 'end-of-erased', arrow: command.arrow }, indent, mode);
        this.push(command.contents, indent, mode);
        return;
      case 'end-of-erased':
        this.endErased(command.arrow);
        return;
      case 'verbatim': {
        const { source, javascript } = command;
        this.blanks.push({ start: this.length, end: this.length + source.length, arrow: false, javascript });
        this.write(source, 0);
        return;
      }
      case 'body':
        this.body(command, indent);
        return;
      case 'statements':
        this.statement(command, indent);
        return;
    }
  }

  /** Prints what fits on the line: no group in it breaks. */
  private printFlat(doc: Doc): void {
    if (typeof doc === 'string') {
      this.write(doc, doc.length);
      return;
    }
    if (isArray(doc)) {
      for (const part of doc) this.printFlat(part);
      return;
    }
    switch (doc.kind) {
      case 'text':
        this.write(doc.text, doc.width);
        return;
      case 'line':
        if (!doc.soft) this.write(' ', 1);
        return;
      case 'group':
        doc.broken = false;
        this.printFlat(doc.contents);
        return;
      case 'choice':
        this.printFlat(doc.first);
        return;
      case 'indent':
      case 'indent-if-break':
      case 'flat':
        this.printFlat(doc.contents);
        return;
      case 'if-break':
        this.printFlat(doc.flat);
        return;
      case 'fill':
        this.printFlat(doc.parts);
        return;
      case 'marked':
        this.open(doc.blocks);
        this.printFlat(doc.contents);
        this.close(doc.blocks.length);
        return;
      case 'open':
        this.open(doc.blocks);
        return;
      case 'close':
        this.close(doc.count);
        return;
      case 'erased':
        this.beginErased();
        this.printFlat(doc.contents);
        this.endErased(doc.arrow);
        return;
      case 'body':
      case 'verbatim':
        // These always break: what holds them never fits.
        return;
    }
  }

  private write(text: string, width: number): void {
    this.line += text;
    this.length += text.length;
    this.column += width;
  }

  private newLine(indent: number): void {
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

  private open(blocks: readonly string[]): void {
    for (const blockId of blocks) {
      const range = { blockId, start: this.length, end: 0 };
      this.ranges.push(range);
      this.openRanges.push(range);
    }
  }

  private close(count: number): void {
    for (let i = 0; i < count; i++) {
      const range = this.openRanges.pop();
      if (range !== undefined) range.end = this.length;
    }
  }

  private beginErased(): void {
    if (this.erasedDepth++ === 0) this.erasedStart = this.length;
  }

  private endErased(arrow: boolean): void {
    if (--this.erasedDepth > 0) return;
    this.blanks.push({ start: this.erasedStart, end: this.length, arrow, javascript: undefined });
  }

  private group(group: Group, indent: number, mode: Mode): void {
    if (mode === ONE_LINE) {
      group.broken = false;
      this.push(group.contents, indent, mode);
      return;
    }
    const isMeasured = mode === BREAK || this.remeasure;
    if (isMeasured) this.remeasure = false;
    group.broken = group.hard || (isMeasured && !this.fits(group, FLAT, true));
    if (group.broken) {
      if (group.keeps !== undefined && !group.hard) this.keeping?.add(group.keeps);
      this.push(group.contents, indent, BREAK);
    } else if (isMeasured) {
      this.printFlat(group.contents);
    } else {
      this.push(group.contents, indent, FLAT);
    }
  }

  private choose(choice: Choice, indent: number, mode: Mode): void {
    if (mode === ONE_LINE || (mode === FLAT && !this.remeasure)) {
      this.push(choice.first, indent, mode);
      return;
    }
    this.remeasure = false;
    if (this.fits(choice.first, FLAT, true)) {
      this.push(choice.first, indent, FLAT);
      return;
    }
    const others = choice.others();
    const last = others.length - 1;
    for (let i = 0; i < last; i++) {
      const other = others[i] ?? '';
      if (this.fits(other, FLAT, true)) {
        this.push(other, indent, FLAT);
        return;
      }
    }
    this.push(others[last] ?? '', indent, BREAK);
  }

  private fill(doc: Fill, indent: number, mode: Mode): void {
    const { parts, from } = doc;
    if (mode === ONE_LINE) {
      this.push(parts.slice(from), indent, mode);
      return;
    }
    const content = parts[from];
    if (content === undefined) return;
    const contentFits = this.fits(content, FLAT, false);
    const separator = parts[from + 1];
    if (separator === undefined) {
      this.push(content, indent, contentFits ? FLAT : BREAK);
      return;
    }
    const next = parts[from + 2] ?? '';
    const bothFit = this.fits([content, separator, next], FLAT, false);
    this.push({ kind: 'fill', parts, from: from + 2 }, indent, mode);
    this.push(separator, indent, bothFit ? FLAT : BREAK);
    this.push(content, indent, contentFits ? FLAT : BREAK);
  }

  /**
   * Whether `doc` and what must follow it on the same line fits into the rest of the line.
   * Without `withRest`, whether `doc` alone does, unbroken.
   */
  private fits(doc: Doc, mode: Mode, withRest: boolean): boolean {
    let room = WIDTH - this.column;
    let rest = withRest ? this.commands.length : 0;
    let pendingSpace = 0;
    const docs = this.fitDocs;
    const docModes = this.fitModes;
    docs.length = 0;
    docModes.length = 0;
    docs.push(doc);
    docModes.push(mode);
    while (room >= 0) {
      let next = docs.pop();
      let nextMode = docModes.pop();
      if (next === undefined || nextMode === undefined) {
        if (rest === 0) return true;
        rest--;
        next = this.commands[rest];
        nextMode = this.modes[rest];
        if (next === undefined || nextMode === undefined) return true;
      }
      if (typeof next === 'string') {
        if (next.length > 0) {
          room -= next.length + pendingSpace;
          pendingSpace = 0;
        }
        continue;
      }
      if (isDocArray(next)) {
        for (let i = next.length - 1; i >= 0; i--) {
          docs.push(next[i] ?? '');
          docModes.push(nextMode);
        }
        continue;
      }
      switch (next.kind) {
        case 'text':
          room -= next.width + pendingSpace;
          pendingSpace = 0;
          break;
        case 'line':
          if (nextMode === BREAK || next.hard) return true;
          if (!next.soft) pendingSpace = 1;
          break;
        case 'group':
          if (nextMode === FLAT && next.hard) {
            if (!withRest) return false;
            nextMode = BREAK;
          }
          if (nextMode !== BREAK && next.width > 0) {
            room -= next.width + pendingSpace;
            pendingSpace = 0;
            break;
          }
          docs.push(next.contents);
          docModes.push(nextMode);
          break;
        case 'choice':
          docs.push(nextMode === BREAK ? (next.others().at(-1) ?? '') : next.first);
          docModes.push(nextMode);
          break;
        case 'indent':
        case 'indent-if-break':
        case 'erased':
        case 'marked':
          docs.push(next.contents);
          docModes.push(nextMode);
          break;
        case 'flat':
          docs.push(next.contents);
          docModes.push(ONE_LINE);
          break;
        case 'if-break': {
          const isBroken = next.group === undefined ? nextMode === BREAK : next.group.broken === true;
          docs.push(isBroken ? next.broken : next.flat);
          docModes.push(nextMode);
          break;
        }
        case 'fill':
          for (let i = next.parts.length - 1; i >= next.from; i--) {
            docs.push(next.parts[i] ?? '');
            docModes.push(nextMode);
          }
          break;
        case 'body':
        case 'verbatim':
        case 'statements':
          return true;
        case 'open':
        case 'close':
        case 'end-of-erased':
        case 'end-of-marked':
          break;
      }
    }
    return false;
  }

  private body(body: Body, indent: number): void {
    const { statements: list, before, after } = body;
    if (this.keeping !== undefined) this.newLine(indent);
    else {
      const closing = indent;
      this.push({ kind: 'statements', list, at: 0, before, after, indent: indent + 2, closing }, indent, BREAK);
    }
  }

  /** One statement of a list; then the rest of the list; in the end the line break before `}`. */
  private statement(state: Statements, outer: number): void {
    const { list, at, indent, closing } = state;
    const statement = list[at];
    if (state.record !== undefined) this.records?.end(state.record, this.length, this.ranges.length);
    if (at === 0) for (const comment of state.before) this.lineOf(comment, indent);
    if (statement === undefined) {
      for (const comment of state.after) this.lineOf(comment, indent);
      if (closing !== undefined) this.newLine(closing);
      return;
    }
    if (statement.blankBefore === true && at > 0) this.newLine(0);
    const from = this.length;
    for (const comment of this.statements.comments(statement)) this.lineOf(comment, indent);
    if (this.length > 0) this.newLine(indent);
    state.at++;
    state.record = this.records?.begin(statement, from, this.length, indent, this.ranges.length);
    this.push(state, outer, BREAK);
    this.settle(statement, indent);
  }

  private lineOf(text: string, indent: number): void {
    if (this.length > 0) this.newLine(indent);
    this.write(text, 0);
  }

  /**
   * Prints a statement, or lays it up for printing. An object literal that is broken once stays broken for
   * Prettier, and breaks what is around it: such a statement is tried until no further object breaks.
   */
  private settle(statement: Statement, indent: number): void {
    let { doc, hasObjects } = this.statements.doc(statement, NOTHING);
    if (this.column + widthOf(doc) <= WIDTH && !hasLooseLine(doc)) {
      this.printFlat(doc);
      return;
    }
    if (hasObjects) {
      const broken = new Set<object>();
      for (let before = -1; before < broken.size;) {
        before = broken.size;
        this.attempt(doc, indent, broken);
        ({ doc, hasObjects } = this.statements.doc(statement, broken));
      }
    }
    this.push(doc, indent, BREAK);
  }

  /** Lays `doc` out for the sake of `broken` alone. */
  private attempt(doc: Doc, indent: number, broken: Set<object>): void {
    const { line, length, column, remeasure, erasedDepth, erasedStart } = this;
    const lines = this.lines.length;
    const ranges = this.ranges.length;
    const blanks = this.blanks.length;
    const floor = this.commands.length;
    this.keeping = broken;
    this.push(doc, indent, BREAK);
    this.run(floor);
    this.keeping = undefined;
    Object.assign(this, { line, length, column, remeasure, erasedDepth, erasedStart });
    this.lines.length = lines;
    this.ranges.length = ranges;
    this.blanks.length = blanks;
  }
}

function spaces(count: number): string {
  return count > MOST_SPACES ? ' '.repeat(count) : (SPACES[count] ??= ' '.repeat(count));
}

function isDocArray(command: Command): command is readonly Doc[] {
  return Array.isArray(command);
}

function blanked(types: string): string {
  return types.includes('\n') ? types.replace(/[^\n]/g, ' ') : ' '.repeat(types.length);
}
