/** The layout of documents: decides which lines break, and writes the text with all that is known of it. */

import type { BlockRange } from '../compilation.ts';
import type { Statement } from '../tree.ts';
import { willBreak, type Body, type Choice, type Doc, type Fill, type Group } from './doc.ts';

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
  /** Lines after the last statement. */
  comments: readonly string[];
  /** Without braces around. */
  isProgram: boolean;
}

/** Where the text of an erased part ends, or `javascript` for a text of its own. */
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

type Command = Doc | Statements | EndOfErased;

const END_OF_ERASED: EndOfErased = { kind: 'end-of-erased', arrow: false };
const END_OF_ERASED_ARROW: EndOfErased = { kind: 'end-of-erased', arrow: true };

/** How a statement becomes a document. `broken` are the objects whose braces are known to be broken. */
export interface StatementPrinter {
  /** Lines above the statement, the comments. */
  comments(statement: Statement): readonly string[];
  /** The statement. Asks for another try, with more in `broken`, where `tries` says so. */
  doc(statement: Statement, broken: ReadonlySet<object>): { doc: Doc; hasObjects: boolean };
}

/** Writes a program. */
export class Layout {
  readonly ranges: BlockRange[] = [];
  readonly blanks: Blank[] = [];

  /** The text, but for what was written last: that may end with a space too many. */
  private written = '';
  private last = '';
  private column = 0;
  private readonly commands: Command[] = [];
  private readonly indents: number[] = [];
  private readonly modes: Mode[] = [];
  /** A line break was printed where none was counted on: measure the next group afresh. */
  private remeasure = false;
  private readonly openRanges: BlockRange[] = [];
  private erasedDepth = 0;
  private erasedStart = 0;
  /** Set while trying: collects the groups of kept objects that break, and leaves blocks out. */
  private keeping: Set<object> | undefined;

  private readonly fitDocs: Command[] = [];
  private readonly fitModes: Mode[] = [];

  private readonly statements: StatementPrinter;

  constructor(statements: StatementPrinter) {
    this.statements = statements;
  }

  program(list: readonly Statement[]): void {
    this.push({ kind: 'statements', list, at: 0, comments: [], isProgram: true }, 0, BREAK);
    this.run(0);
    if (this.at > 0) this.write('\n', 0);
  }

  /** The program as TypeScript. */
  code(): string {
    return this.written + this.last;
  }

  /** The program without its types. */
  javascript(): string {
    const code = this.code();
    let text = '';
    let at = 0;
    for (const blank of this.blanks) {
      const types = code.slice(blank.start, blank.end);
      if (blank.arrow && (types.includes('\n') || /\n *\)$/.test(code.slice(at, blank.start)))) {
        // No line break may be between the parameters and the arrow: their `)` moves to the end of the type.
        text += code.slice(at, blank.start - 1) + ' ' + blanked(types).slice(0, -1) + ')';
      } else {
        text += code.slice(at, blank.start) + (blank.javascript ?? blanked(types));
      }
      at = blank.end;
    }
    return text + code.slice(at);
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
        const broken = command.group === undefined ? mode === BREAK : command.group.broken === true;
        this.push(broken ? command.broken : command.flat, indent, mode);
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
      case 'open':
        for (const blockId of command.blocks) {
          const range = { blockId, start: this.at, end: 0 };
          this.ranges.push(range);
          this.openRanges.push(range);
        }
        return;
      case 'close':
        for (let i = 0; i < command.count; i++) {
          const range = this.openRanges.pop();
          if (range !== undefined) range.end = this.at;
        }
        return;
      case 'erased':
        if (this.erasedDepth++ === 0) this.erasedStart = this.at;
        this.push(command.arrow ? END_OF_ERASED_ARROW : END_OF_ERASED, indent, mode);
        this.push(command.contents, indent, mode);
        return;
      case 'end-of-erased':
        if (--this.erasedDepth === 0) {
          this.blanks.push({
            start: this.erasedStart,
            end: this.at,
            arrow: command.arrow,
            javascript: undefined,
          });
        }
        return;
      case 'verbatim':
        this.blanks.push({
          start: this.at,
          end: this.at + command.source.length,
          arrow: false,
          javascript: command.javascript,
        });
        this.write(command.source, 0);
        return;
      case 'body':
        this.body(command, indent);
        return;
      case 'statements':
        this.statement(command, indent);
        return;
    }
  }

  /** Where the next character will be. */
  private get at(): number {
    return this.written.length + this.last.length;
  }

  private write(text: string, width: number): void {
    if (text === '') return;
    this.written += this.last;
    this.last = text;
    this.column += width;
  }

  private newLine(indent: number): void {
    this.written += this.last.endsWith(' ') ? this.last.replace(/ +$/, '') : this.last;
    this.last = '\n' + ' '.repeat(indent);
    this.column = indent;
  }

  private group(group: Group, indent: number, mode: Mode): void {
    let broken: boolean;
    if (mode === ONE_LINE) {
      broken = false;
    } else if (mode === FLAT && !this.remeasure) {
      broken = group.hard;
    } else {
      this.remeasure = false;
      broken = group.hard || !this.fits(group.contents, FLAT, true);
    }
    group.broken = broken;
    if (broken && group.keeps !== undefined && !group.hard) this.keeping?.add(group.keeps);
    this.push(group.contents, indent, broken ? BREAK : mode === ONE_LINE ? ONE_LINE : FLAT);
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
      this.push(from === 0 ? parts : parts.slice(from), indent, mode);
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
          if (nextMode !== ONE_LINE) {
            if (!withRest && next.hard) return false;
            if (next.hard) nextMode = BREAK;
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
          docs.push(next.contents);
          docModes.push(nextMode);
          break;
        case 'flat':
          docs.push(next.contents);
          docModes.push(ONE_LINE);
          break;
        case 'if-break': {
          const broken = next.group === undefined ? nextMode === BREAK : next.group.broken === true;
          docs.push(broken ? next.broken : next.flat);
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
          break;
      }
    }
    return false;
  }

  private body(body: Body, indent: number): void {
    const { statements: list, comments } = body;
    if (this.keeping !== undefined) this.newLine(indent);
    else this.push({ kind: 'statements', list, at: 0, comments, isProgram: false }, indent, BREAK);
  }

  /** One statement of a list; then the rest of the list; in the end the line break before `}`. */
  private statement(state: Statements, outer: number): void {
    const { list, at, isProgram } = state;
    const indent = isProgram ? 0 : outer + 2;
    const statement = list[at];
    if (statement === undefined) {
      for (const comment of state.comments) this.lineOf(comment, indent);
      if (!isProgram) this.newLine(outer);
      return;
    }
    if (statement.blankBefore === true && at > 0) this.newLine(0);
    for (const comment of this.statements.comments(statement)) this.lineOf(comment, indent);
    if (this.at > 0) this.newLine(indent);
    state.at++;
    this.push(state, outer, BREAK);
    this.push(this.settled(statement, indent), indent, BREAK);
  }

  private lineOf(text: string, indent: number): void {
    if (this.at > 0) this.newLine(indent);
    this.write(text, 0);
  }

  /**
   * The document of a statement. An object literal that is broken once stays broken for Prettier, and
   * breaks what is around it: such a statement is tried until no further object breaks.
   */
  private settled(statement: Statement, indent: number): Doc {
    const broken = new Set<object>();
    for (;;) {
      const { doc, hasObjects } = this.statements.doc(statement, broken);
      if (!hasObjects) return doc;
      if (!willBreak(doc) && this.fits(doc, FLAT, false)) return doc;
      const before = broken.size;
      this.attempt(doc, indent, broken);
      if (broken.size === before) return this.statements.doc(statement, broken).doc;
    }
  }

  /** Lays `doc` out for the sake of `broken` alone. */
  private attempt(doc: Doc, indent: number, broken: Set<object>): void {
    const { written, last, column, remeasure, erasedDepth, erasedStart } = this;
    const ranges = this.ranges.length;
    const blanks = this.blanks.length;
    this.keeping = broken;
    const floor = this.commands.length;
    this.push(doc, indent, BREAK);
    this.run(floor);
    this.keeping = undefined;
    Object.assign(this, { written, last, column, remeasure, erasedDepth, erasedStart });
    this.ranges.length = ranges;
    this.blanks.length = blanks;
  }
}

function isDocArray(command: Command): command is readonly Doc[] {
  return Array.isArray(command);
}

function blanked(types: string): string {
  return types.includes('\n') ? types.replace(/[^\n]/g, ' ') : ' '.repeat(types.length);
}
