/** A scanner for TypeScript: one token at a time, for a parser that knows where a type or a regular expression may be. */

export type TokenKind = 'name' | 'number' | 'string' | 'template' | 'regexp' | 'punctuator' | 'end';

/** Source that is not understood. `at` is the offset. */
export class Misfit extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const TRIVIA = /(?:[\s\ufeff]|\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?\*\/)*/y;
const NAME =
  /#?(?:[\p{ID_Start}$_]|\\u[\da-f]{4}|\\u\{[\da-f]+\})(?:[\p{ID_Continue}$\u200c\u200d]|\\u[\da-f]{4}|\\u\{[\da-f]+\})*/iuy;
const NUMBER = /0[xob][\da-f_]+n?|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d[\d_]*)?n?/iy;
const STRING = /"(?:[^"\\\n\r]|\\[^])*"|'(?:[^'\\\n\r]|\\[^])*'/y;
const REGEXP = /\/(?:[^/\\[\n\r]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*\])+\/[\p{ID_Continue}$]*/uy;
/** `>` is always alone, for the sake of type arguments: see `operator`. */
const PUNCTUATOR =
  /\.\.\.|=>|===?|!==?|\*\*=?|&&=?|\|\|=?|\?\?=?|\?\.(?!\d)|\+\+|--|<<=?|[-+*/%&|^]=|<=|[{}()[\];,<>+\-*/%&|^!~?:=.@]/y;
const TEMPLATE_TEXT = /(?:[^`\\$]|\\[^]|\$(?!\{))*/y;
const WIDE_GREATER = />(?:>>=|>>|>=|>|=)?/y;

/** Where a scanner was. */
export interface ScannerState {
  kind: TokenKind;
  start: number;
  end: number;
  afterLineBreak: boolean;
  lastEnd: number;
}

/** Walks over a source. The token in hand is described by its fields. */
export class Scanner {
  readonly source: string;
  kind: TokenKind = 'end';
  /** Offsets of the token in hand. */
  start = 0;
  end = 0;
  /** Whether a line break is before it. */
  afterLineBreak = false;
  /** Where the token before it ended. */
  lastEnd = 0;

  constructor(source: string) {
    this.source = source;
    this.next();
  }

  get text(): string {
    return this.source.slice(this.start, this.end);
  }

  /** Whether the token in hand is this punctuator or word. */
  is(text: string): boolean {
    return (
      this.end - this.start === text.length &&
      (this.kind === 'punctuator' || this.kind === 'name') &&
      this.source.startsWith(text, this.start)
    );
  }

  next(): void {
    this.lastEnd = this.end;
    this.start = this.after(TRIVIA, this.end) ?? this.end;
    this.afterLineBreak = /[\n\r\u2028\u2029]/.test(this.source.slice(this.lastEnd, this.start));
    this.read();
  }

  private read(): void {
    const { source, start } = this;
    if (start >= source.length) return this.set('end', start);
    const character = source.charAt(start);
    if (character === '`') return this.set('template', start + 1);
    if (character === '"' || character === "'") return this.set('string', this.after(STRING, start));
    const name = this.after(NAME, start);
    if (name !== undefined) return this.set('name', name);
    const number = this.after(NUMBER, start);
    if (number !== undefined) return this.set('number', number);
    this.set('punctuator', this.after(PUNCTUATOR, start));
  }

  private set(kind: TokenKind, end: number | undefined): void {
    if (end === undefined) throw new Misfit('an unknown character, or a text without an end', this.start);
    this.kind = kind;
    this.end = end;
  }

  /** Takes the `/` in hand as the start of a regular expression. */
  asRegExp(): void {
    this.set('regexp', this.after(REGEXP, this.start));
  }

  /** The operator in hand, with `>` joined to what belongs to it. */
  operator(): string {
    if (this.kind === 'punctuator' && this.is('>')) this.end = this.after(WIDE_GREATER, this.start) ?? this.end;
    return this.text;
  }

  /**
   * The text of a template from the token in hand on, which is its backtick or the `}` after an expression.
   * @returns Whether an expression follows, whose first token is then in hand. Else what follows the template is.
   */
  templateText(): boolean {
    const end = this.after(TEMPLATE_TEXT, this.end) ?? this.end;
    const isOpen = this.source.startsWith('${', end);
    if (!isOpen && this.source.charAt(end) !== '`') throw new Misfit('a template without an end', this.start);
    this.end = end + (isOpen ? 2 : 1);
    this.next();
    return isOpen;
  }

  save(): ScannerState {
    const { kind, start, end, afterLineBreak, lastEnd } = this;
    return { kind, start, end, afterLineBreak, lastEnd };
  }

  restore(state: ScannerState): void {
    Object.assign(this, state);
  }

  private after(pattern: RegExp, at: number): number | undefined {
    pattern.lastIndex = at;
    return pattern.test(this.source) ? pattern.lastIndex : undefined;
  }
}
