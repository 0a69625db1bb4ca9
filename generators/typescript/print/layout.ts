/** The layout of documents: decides which lines break. */

import type { Statement } from '../tree.ts';
import { BREAK, Commands, FLAT, isDocArray, ONE_LINE, type Command, type Mode, type Statements } from './commands.ts';
import { hasLooseLine, isArray, widthOf, type Body, type Choice, type Doc, type Fill, type Group } from './doc.ts';
import { Fitting } from './fitting.ts';
import { Output } from './output.ts';
import type { StatementRecords } from './statement-records.ts';

const WIDTH = 80;

/** How a statement becomes a document. */
export interface StatementPrinter {
  /** Lines above the statement: the comments. */
  comments(statement: Statement): readonly string[];
  /** The statement, with the braces of the objects in `broken` broken, and whether there are more that may break. */
  doc(statement: Statement, broken: ReadonlySet<object>): { doc: Doc; hasObjects: boolean };
}

const NOTHING: ReadonlySet<object> = new Set();

/** Writes a program. */
export class Layout {
  readonly output = new Output();

  private readonly commands = new Commands();
  private readonly fitting = new Fitting(this.commands);
  /** A line break was printed where none was counted on: measure the next group afresh. */
  private remeasure = false;
  /** Set while trying: collects the objects whose braces break, and leaves blocks out. */
  private keeping: Set<object> | undefined;

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
    this.output.startAt(start);
    this.commands.push(
      { kind: 'statements', list, at: 0, before: [], after: [], indent, closing: undefined },
      0,
      BREAK,
    );
    this.run(0);
  }

  program(list: readonly Statement[]): void {
    this.commands.push(
      { kind: 'statements', list, at: 0, before: [], after: [], indent: 0, closing: undefined },
      0,
      BREAK,
    );
    this.run(0);
    if (this.output.length > 0) this.output.newLine(0);
  }

  /** Carries out the commands above `floor`. */
  private run(floor: number): void {
    const { commands, indents, modes } = this.commands;
    while (commands.length > floor) {
      const command = commands.pop();
      const indent = indents.pop();
      const mode = modes.pop();
      if (command === undefined || indent === undefined || mode === undefined) return;
      if (typeof command === 'string') {
        this.output.write(command, command.length);
      } else if (isDocArray(command)) {
        for (let i = command.length - 1; i >= 0; i--) {
          const part = command[i];
          if (part !== undefined && part !== '') this.commands.push(part, indent, mode);
        }
      } else {
        this.command(command, indent, mode);
      }
    }
  }

  private command(command: Exclude<Command, string | readonly Doc[]>, indent: number, mode: Mode): void {
    switch (command.kind) {
      case 'text':
        this.output.write(command.text, command.width);
        return;
      case 'line':
        if (mode !== BREAK && !command.hard) {
          if (!command.soft) this.output.write(' ', 1);
          return;
        }
        if (mode !== BREAK) this.remeasure = true;
        this.output.newLine(indent);
        return;
      case 'group':
        this.group(command, indent, mode);
        return;
      case 'choice':
        this.choose(command, indent, mode);
        return;
      case 'indent':
        this.commands.push(command.contents, indent + command.by, mode);
        return;
      case 'if-break': {
        const isBroken = command.group === undefined ? mode === BREAK : command.group.broken === true;
        this.commands.push(isBroken ? command.broken : command.flat, indent, mode);
        return;
      }
      case 'indent-if-break':
        this.commands.push(command.contents, command.group.broken === true ? indent + 2 : indent, mode);
        return;
      case 'fill':
        this.fill(command, indent, mode);
        return;
      case 'flat':
        this.commands.push(command.contents, indent, ONE_LINE);
        return;
      case 'marked':
        this.output.open(command.blocks);
        this.commands.push({ kind: 'end-of-marked', count: command.blocks.length }, indent, mode);
        this.commands.push(command.contents, indent, mode);
        return;
      case 'open':
        this.output.open(command.blocks);
        return;
      case 'close':
      case 'end-of-marked':
        this.output.close(command.count);
        return;
      case 'erased':
        this.output.beginErased();
        this.commands.push({ kind: 'end-of-erased', arrow: command.arrow }, indent, mode);
        this.commands.push(command.contents, indent, mode);
        return;
      case 'end-of-erased':
        this.output.endErased(command.arrow);
        return;
      case 'verbatim':
        this.output.writeVerbatim(command.source, command.javascript);
        return;
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
      this.output.write(doc, doc.length);
      return;
    }
    if (isArray(doc)) {
      for (const part of doc) this.printFlat(part);
      return;
    }
    switch (doc.kind) {
      case 'text':
        this.output.write(doc.text, doc.width);
        return;
      case 'line':
        if (!doc.soft) this.output.write(' ', 1);
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
        this.output.open(doc.blocks);
        this.printFlat(doc.contents);
        this.output.close(doc.blocks.length);
        return;
      case 'open':
        this.output.open(doc.blocks);
        return;
      case 'close':
        this.output.close(doc.count);
        return;
      case 'erased':
        this.output.beginErased();
        this.printFlat(doc.contents);
        this.output.endErased(doc.arrow);
        return;
      case 'body':
      case 'verbatim':
        // These always break: what holds them never fits.
        return;
    }
  }

  private group(group: Group, indent: number, mode: Mode): void {
    if (mode === ONE_LINE) {
      group.broken = false;
      this.commands.push(group.contents, indent, mode);
      return;
    }
    const isMeasured = mode === BREAK || this.remeasure;
    if (isMeasured) this.remeasure = false;
    group.broken = group.hard || (isMeasured && !this.fits(group, true));
    if (group.broken) {
      if (group.keeps !== undefined && !group.hard) this.keeping?.add(group.keeps);
      this.commands.push(group.contents, indent, BREAK);
    } else if (isMeasured) {
      this.printFlat(group.contents);
    } else {
      this.commands.push(group.contents, indent, FLAT);
    }
  }

  private choose(choice: Choice, indent: number, mode: Mode): void {
    if (mode === ONE_LINE || (mode === FLAT && !this.remeasure)) {
      this.commands.push(choice.first, indent, mode);
      return;
    }
    this.remeasure = false;
    if (this.fits(choice.first, true)) {
      this.commands.push(choice.first, indent, FLAT);
      return;
    }
    const others = choice.others();
    const last = others.length - 1;
    for (let i = 0; i < last; i++) {
      const other = others[i] ?? '';
      if (this.fits(other, true)) {
        this.commands.push(other, indent, FLAT);
        return;
      }
    }
    this.commands.push(others[last] ?? '', indent, BREAK);
  }

  private fill(doc: Fill, indent: number, mode: Mode): void {
    const { parts, from } = doc;
    if (mode === ONE_LINE) {
      this.commands.push(parts.slice(from), indent, mode);
      return;
    }
    const content = parts[from];
    if (content === undefined) return;
    const contentFits = this.fits(content, false);
    const separator = parts[from + 1];
    if (separator === undefined) {
      this.commands.push(content, indent, contentFits ? FLAT : BREAK);
      return;
    }
    const next = parts[from + 2] ?? '';
    const bothFit = this.fits([content, separator, next], false);
    this.commands.push({ kind: 'fill', parts, from: from + 2 }, indent, mode);
    this.commands.push(separator, indent, bothFit ? FLAT : BREAK);
    this.commands.push(content, indent, contentFits ? FLAT : BREAK);
  }

  /** Whether `doc` fits into the rest of the line, unbroken; with what must follow it there, or alone. */
  private fits(doc: Doc, withRest: boolean): boolean {
    return this.fitting.fits(doc, WIDTH - this.output.column, withRest);
  }

  private body(body: Body, indent: number): void {
    const { statements: list, before, after } = body;
    if (this.keeping !== undefined) this.output.newLine(indent);
    else {
      const closing = indent;
      this.commands.push(
        { kind: 'statements', list, at: 0, before, after, indent: indent + 2, closing },
        indent,
        BREAK,
      );
    }
  }

  /** One statement of a list; then the rest of the list; in the end the line break before `}`. */
  private statement(state: Statements, outer: number): void {
    const { list, at, indent, closing } = state;
    const statement = list[at];
    if (state.record !== undefined) this.records?.end(state.record, this.output.length, this.output.ranges.length);
    if (at === 0) for (const comment of state.before) this.lineOf(comment, indent);
    if (statement === undefined) {
      for (const comment of state.after) this.lineOf(comment, indent);
      if (closing !== undefined) this.output.newLine(closing);
      return;
    }
    if (statement.blankBefore === true && at > 0) this.output.newLine(0);
    const from = this.output.length;
    for (const comment of this.statements.comments(statement)) this.lineOf(comment, indent);
    if (this.output.length > 0) this.output.newLine(indent);
    state.at++;
    state.record = this.records?.begin(statement, from, this.output.length, indent, this.output.ranges.length);
    this.commands.push(state, outer, BREAK);
    this.settle(statement, indent);
  }

  private lineOf(text: string, indent: number): void {
    if (this.output.length > 0) this.output.newLine(indent);
    this.output.write(text, 0);
  }

  /**
   * Prints a statement, or lays it up for printing. An object literal that is broken once stays broken for
   * Prettier, and breaks what is around it: such a statement is tried until no further object breaks.
   */
  private settle(statement: Statement, indent: number): void {
    let { doc, hasObjects } = this.statements.doc(statement, NOTHING);
    if (this.output.column + widthOf(doc) <= WIDTH && !hasLooseLine(doc)) {
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
    this.commands.push(doc, indent, BREAK);
  }

  /** Lays `doc` out for the sake of `broken` alone. */
  private attempt(doc: Doc, indent: number, broken: Set<object>): void {
    const mark = this.output.mark();
    const { remeasure } = this;
    const floor = this.commands.size;
    this.keeping = broken;
    this.commands.push(doc, indent, BREAK);
    this.run(floor);
    this.keeping = undefined;
    this.remeasure = remeasure;
    this.output.takeBack(mark);
  }
}
