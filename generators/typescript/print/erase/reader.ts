/** What all parts of the eraser share: the token in hand, and what is to be blanked. */

import { Misfit, Scanner } from './scanner.ts';

/** A part to blank; `first` and `last` are characters to put there all the same. */
export interface Blank {
  start: number;
  end: number;
  first: string;
  last: string;
}

/** Walks over the tokens of a source. */
export abstract class Reader {
  readonly source: string;
  readonly blanks: Blank[] = [];
  protected readonly scanner: Scanner;

  constructor(source: string) {
    this.source = source;
    this.scanner = new Scanner(source);
  }

  protected is(text: string): boolean {
    return this.scanner.is(text);
  }

  protected isName(): boolean {
    return this.scanner.kind === 'name';
  }

  protected isString(): boolean {
    return this.scanner.kind === 'string';
  }

  protected isEnd(): boolean {
    return this.scanner.kind === 'end';
  }

  protected isFunction(): boolean {
    if (!this.is('async')) return this.is('function');
    return this.ahead(() => (this.scanner.next(), this.is('function') && !this.scanner.afterLineBreak));
  }

  protected accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.scanner.next();
    return true;
  }

  protected expect(text: string): void {
    if (!this.accept(text)) this.fail(`expected ${text}`);
  }

  protected name(): void {
    if (!this.isName()) this.fail('expected a name');
    this.scanner.next();
  }

  protected fail(what: string): never {
    const found = this.scanner.kind === 'end' ? 'the end' : this.scanner.text;
    throw new Misfit(`${what}, found ${found}`, this.scanner.start);
  }

  /** Runs `parse`; if it meets what it does not know, all is as it was before. */
  protected attempt(parse: () => boolean): boolean {
    const state = this.scanner.save();
    const blanks = this.blanks.length;
    try {
      if (parse()) return true;
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
    }
    this.scanner.restore(state);
    this.blanks.length = blanks;
    return false;
  }

  /** Whether `looks` is true of what follows. */
  protected ahead(looks: () => boolean): boolean {
    let result = false;
    this.attempt(() => {
      result = looks();
      return false;
    });
    return result;
  }

  protected blank(start: number, end: number, first = '', last = ''): void {
    this.blanks.push({ start, end, first, last });
  }

  protected spansLines(start: number, end: number): boolean {
    return this.source.slice(start, end).includes('\n');
  }
}
