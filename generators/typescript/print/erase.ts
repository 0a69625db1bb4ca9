/**
 * Blanks the types out of TypeScript text: what is left runs as it is, at the same line and column.
 *
 * A parser that knows just enough of the language to tell where types are: functions and what is
 * in them, and declarations of types. Classes, enums, namespaces and decorators are not for it.
 */

import { Misfit, Scanner, type ScannerState } from './scan.ts';

const erasedBySource = new Map<string, string>();

/**
 * The same text, of the same length, with every type replaced by spaces.
 * @throws {Error} If the source holds what this eraser does not know; the message names line and column.
 */
export function eraseTypes(source: string): string {
  const known = erasedBySource.get(source);
  if (known !== undefined) return known;
  let javascript: string;
  try {
    javascript = new Eraser(source).erase();
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    const before = source.slice(0, error.at).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    throw new Error(`Cannot erase the types, line ${before.length}, column ${column}: ${error.message}`, {
      cause: error,
    });
  }
  erasedBySource.set(source, javascript);
  return javascript;
}

/** A part to blank; `first` and `last` are characters to put there all the same. */
interface Blank {
  start: number;
  end: number;
  first: string;
  last: string;
}

const PREFIXES = new Set(['!', '~', '+', '-', '++', '--', 'typeof', 'void', 'delete', 'await', 'yield']);
const ASSIGNMENTS = new Set('= += -= *= /= %= **= <<= >>= >>>= &= |= ^= &&= ||= ??='.split(' '));
const ARITHMETIC = new Set('+ - * / % ** << >> >>>'.split(' '));
const BINARY = new Set([
  ...ASSIGNMENTS,
  ...ARITHMETIC,
  ...'== != === !== < > <= >= & | ^ && || ?? in instanceof'.split(' '),
]);
const TYPE_OPERATORS = new Set(['keyof', 'unique', 'readonly', 'infer']);
/** Types that take no arguments: a `<` after one is an operator. */
const KEYWORD_TYPES = new Set(
  'any bigint boolean never null number object string symbol undefined unknown void'.split(' '),
);
const UNKNOWN = new Set(['class', 'enum', 'namespace', 'module', 'declare', 'abstract']);

class Eraser {
  private readonly source: string;
  private readonly scanner: Scanner;
  private readonly blanks: Blank[] = [];

  constructor(source: string) {
    this.source = source;
    this.scanner = new Scanner(source);
  }

  erase(): string {
    this.statements('end');
    let text = '';
    let at = 0;
    for (const { start, end, first, last } of this.blanks) {
      const blank = this.source.slice(start, end).replace(/[^\n\r]/g, ' ');
      text += this.source.slice(at, start) + first + blank.slice(first.length, blank.length - last.length) + last;
      at = end;
    }
    return text + this.source.slice(at);
  }

  // Tokens

  private is(text: string): boolean {
    return this.scanner.is(text);
  }

  private isName(): boolean {
    return this.scanner.kind === 'name';
  }

  private isString(): boolean {
    return this.scanner.kind === 'string';
  }

  private isEnd(): boolean {
    return this.scanner.kind === 'end';
  }

  private isFunction(): boolean {
    if (!this.is('async')) return this.is('function');
    return this.ahead(() => (this.scanner.next(), this.is('function') && !this.scanner.afterLineBreak));
  }

  private accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.scanner.next();
    return true;
  }

  private expect(text: string): void {
    if (!this.accept(text)) this.fail(`expected ${text}`);
  }

  private name(): void {
    if (!this.isName()) this.fail('expected a name');
    this.scanner.next();
  }

  private fail(what: string): never {
    const found = this.scanner.kind === 'end' ? 'the end' : this.scanner.text;
    throw new Misfit(`${what}, found ${found}`, this.scanner.start);
  }

  /** Runs `parse`; if it meets what it does not know, all is as it was before. */
  private attempt(parse: () => boolean): boolean {
    const state: ScannerState = this.scanner.save();
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
  private ahead(looks: () => boolean): boolean {
    let result = false;
    this.attempt(() => {
      result = looks();
      return false;
    });
    return result;
  }

  private blank(start: number, end: number, first = '', last = ''): void {
    this.blanks.push({ start, end, first, last });
  }

  private spansLines(start: number, end: number): boolean {
    return this.source.slice(start, end).includes('\n');
  }

  // Statements

  private statements(closing: '}' | 'end'): void {
    let isOpen = false;
    for (;;) {
      if (this.scanner.kind === 'end' ? closing === 'end' : closing === '}' && this.is('}')) return;
      const { start } = this.scanner;
      if (this.typeDeclaration()) {
        // The statement before may need the line to end here.
        this.blank(start, this.scanner.lastEnd, isOpen ? ';' : '');
        isOpen = false;
        continue;
      }
      this.statement();
      isOpen = this.source.charAt(this.scanner.lastEnd - 1) !== ';';
    }
  }

  /** Reads over a statement that is about types alone, if one is in hand. */
  private typeDeclaration(): boolean {
    if (this.is('import') || this.is('export')) {
      const word = this.scanner.text;
      return this.attempt(() => {
        this.scanner.next();
        if (word === 'export' && this.typeDeclaration()) return true;
        if (!this.is('type')) return false;
        this.scanner.next();
        if (word === 'import' && this.is('from')) return false;
        if (!this.isName() && !this.is('{') && !this.is('*')) return false;
        while (!this.isString() && !(word === 'export' && this.is(';'))) {
          if (this.isEnd()) return false;
          this.scanner.next();
        }
        if (this.isString()) this.scanner.next();
        this.accept(';');
        return true;
      });
    }
    if (this.is('type')) {
      return this.attempt(() => {
        this.scanner.next();
        if (this.scanner.afterLineBreak) return false;
        this.name();
        if (this.is('<')) this.typeParameters();
        this.expect('=');
        this.type();
        this.accept(';');
        return true;
      });
    }
    if (this.is('declare')) {
      return this.attempt(() => {
        const blanks = this.blanks.length;
        this.scanner.next();
        if (this.scanner.afterLineBreak) return false;
        if (this.isFunction()) {
          this.functionDeclaration(this.scanner.start);
        } else if (this.is('const') || this.is('let') || this.is('var')) {
          this.variables();
          this.endOfStatement();
        } else {
          return false;
        }
        this.blanks.length = blanks;
        return true;
      });
    }
    if (this.is('interface')) {
      return this.attempt(() => {
        this.scanner.next();
        if (this.scanner.afterLineBreak) return false;
        this.name();
        if (this.is('<')) this.typeParameters();
        if (this.accept('extends')) this.typeList();
        this.balanced('{');
        return true;
      });
    }
    return false;
  }

  private statement(): void {
    const { scanner } = this;
    if (this.is('{')) return this.block();
    if (this.accept(';')) return;
    if (this.is('@')) this.fail('decorators are not known here');
    if (scanner.kind !== 'name') return this.expressionStatement();
    if (this.isFunction()) return this.functionDeclaration(scanner.start);
    switch (scanner.text) {
      case 'const':
      case 'let':
      case 'var':
        this.variables();
        return this.endOfStatement();
      case 'if':
        scanner.next();
        this.parenthesized();
        this.statement();
        if (this.accept('else')) this.statement();
        return;
      case 'while':
        scanner.next();
        this.parenthesized();
        return this.statement();
      case 'do':
        scanner.next();
        this.statement();
        this.expect('while');
        this.parenthesized();
        this.accept(';');
        return;
      case 'for':
        return this.forLoop();
      case 'switch':
        return this.switchStatement();
      case 'try':
        return this.tryStatement();
      case 'return':
      case 'throw':
        scanner.next();
        if (!scanner.afterLineBreak && !this.is(';') && !this.is('}') && !this.isEnd()) this.expression();
        return this.endOfStatement();
      case 'break':
      case 'continue':
        scanner.next();
        if (this.isName() && !scanner.afterLineBreak) scanner.next();
        return this.endOfStatement();
      case 'import':
        if (this.ahead(() => (scanner.next(), this.is('(') || this.is('.')))) return this.expressionStatement();
        return this.importDeclaration();
      case 'export':
        return this.exportDeclaration();
      default:
        if (this.ahead(() => (scanner.next(), this.is(':')))) {
          scanner.next();
          scanner.next();
          return this.statement();
        }
        if (UNKNOWN.has(scanner.text) && this.ahead(() => (scanner.next(), this.isName() && !scanner.afterLineBreak))) {
          this.fail('only functions and types can be declared here');
        }
        return this.expressionStatement();
    }
  }

  private expressionStatement(): void {
    this.expression();
    this.endOfStatement();
  }

  private endOfStatement(): void {
    const { scanner } = this;
    if (this.accept(';') || this.is('}')) return;
    if (scanner.kind !== 'end' && !scanner.afterLineBreak) this.fail('expected the end of the statement');
    const last = this.blanks.at(-1);
    // Without its type, `a as T` could go on in the next line.
    if (last !== undefined && last.end === scanner.lastEnd && last.end - last.start > 1) last.first = ';';
  }

  private block(): void {
    this.expect('{');
    this.statements('}');
    this.expect('}');
  }

  private parenthesized(): void {
    this.expect('(');
    this.expression();
    this.expect(')');
  }

  private variables(): void {
    do {
      this.scanner.next();
      this.binding();
      const { start } = this.scanner;
      if (this.is('!')) {
        this.scanner.next();
        this.blank(start, this.scanner.lastEnd);
      }
      this.annotation();
      if (this.accept('=')) this.assignment();
    } while (this.is(','));
  }

  private forLoop(): void {
    this.scanner.next();
    this.accept('await');
    this.expect('(');
    if (this.is('const') || this.is('let') || this.is('var')) this.variables();
    else if (!this.is(';')) this.expression();
    if (this.accept('of') || this.accept('in')) {
      this.expression();
    } else {
      this.expect(';');
      if (!this.is(';')) this.expression();
      this.expect(';');
      if (!this.is(')')) this.expression();
    }
    this.expect(')');
    this.statement();
  }

  private switchStatement(): void {
    this.scanner.next();
    this.parenthesized();
    this.expect('{');
    while (!this.accept('}')) {
      if (this.accept('case')) this.expression();
      else this.expect('default');
      this.expect(':');
      while (!this.is('case') && !this.is('default') && !this.is('}')) this.statement();
    }
  }

  private tryStatement(): void {
    this.scanner.next();
    this.block();
    if (this.accept('catch')) {
      if (this.accept('(')) {
        this.binding();
        this.annotation();
        this.expect(')');
      }
      this.block();
    }
    if (this.accept('finally')) this.block();
  }

  private importDeclaration(): void {
    this.scanner.next();
    if (this.accept('{')) this.specifiers();
    while (this.scanner.kind !== 'string') {
      if (this.accept('{')) this.specifiers();
      else if (this.isName() || this.is(',') || this.is('*')) this.scanner.next();
      else this.fail('expected a module');
    }
    this.scanner.next();
    this.endOfStatement();
  }

  private exportDeclaration(): void {
    const { scanner } = this;
    const { start } = scanner;
    scanner.next();
    if (this.isFunction()) {
      return this.functionDeclaration(start);
    }
    if (this.accept('default')) {
      if (this.isFunction()) {
        return this.functionDeclaration(start);
      }
      this.assignment();
      return this.endOfStatement();
    }
    if (this.accept('{')) {
      this.specifiers();
      if (this.accept('from')) scanner.next();
      return this.endOfStatement();
    }
    if (this.is('*')) return this.importDeclaration();
    this.statement();
  }

  /** What is between the braces of an import or export; `type A` in it is blanked. */
  private specifiers(): void {
    const { scanner } = this;
    while (!this.accept('}')) {
      const { start } = scanner;
      const isType = this.is('type') && this.ahead(() => (scanner.next(), this.isName() && !this.is('as')));
      if (isType) scanner.next();
      this.name();
      if (this.accept('as')) this.name();
      const hasComma = this.accept(',');
      if (isType) this.blank(start, scanner.lastEnd);
      if (!hasComma && !this.is('}')) this.fail('expected a comma');
    }
  }

  // Functions

  /** A function declaration; one without a body declares but a type. */
  private functionDeclaration(start: number): void {
    this.accept('async');
    this.expect('function');
    this.accept('*');
    if (this.isName()) this.scanner.next();
    const blanks = this.blanks.length;
    this.signature();
    if (this.is('{')) return this.block();
    this.blanks.length = blanks;
    this.accept(';');
    this.blank(start, this.scanner.lastEnd);
  }

  /** `<T>(a: T, b?: U): V`. */
  private signature(): void {
    this.parameters();
    this.annotation(true);
  }

  /** @returns Whether the `)` is on a line of its own. */
  private parameters(): boolean {
    const { scanner } = this;
    if (this.is('<')) {
      const { start } = scanner;
      this.typeParameters();
      if (!this.is('(')) this.fail('expected parameters');
      if (this.spansLines(start, scanner.start)) {
        // No line break may come between `async` or `return` and the parameters: their `(` moves.
        this.blank(start, scanner.lastEnd, '(');
        this.blank(scanner.start, scanner.end);
      } else {
        this.blank(start, scanner.lastEnd);
      }
    }
    this.expect('(');
    while (!this.is(')')) {
      const { start } = scanner;
      const isThis = this.is('this');
      const blanks = this.blanks.length;
      this.accept('...');
      this.binding();
      if (this.is('?')) {
        this.blank(scanner.start, scanner.end);
        scanner.next();
      }
      this.annotation();
      if (this.accept('=')) this.assignment();
      const hasComma = this.accept(',');
      if (isThis) {
        this.blanks.length = blanks;
        this.blank(start, scanner.lastEnd);
      }
      if (!hasComma && !this.is(')')) this.fail('expected a comma');
    }
    const isApart = scanner.afterLineBreak;
    scanner.next();
    return isApart;
  }

  /** `: T`, if it is there. */
  private annotation(isResult = false): void {
    if (!this.is(':')) return;
    const { start } = this.scanner;
    this.scanner.next();
    if (isResult) this.resultType();
    else this.type();
    this.blank(start, this.scanner.lastEnd);
  }

  /** A name, or a pattern that takes an array or object apart. */
  private binding(): void {
    const { scanner } = this;
    if (this.accept('[')) {
      while (!this.accept(']')) {
        if (this.accept(',')) continue;
        this.accept('...');
        this.bindingWithDefault();
        if (!this.accept(',') && !this.is(']')) this.fail('expected a comma');
      }
    } else if (this.accept('{')) {
      while (!this.accept('}')) {
        if (this.accept('...')) {
          this.binding();
        } else if (this.accept('[')) {
          this.assignment();
          this.expect(']');
          this.expect(':');
          this.bindingWithDefault();
        } else {
          if (scanner.kind !== 'string' && scanner.kind !== 'number' && scanner.kind !== 'name') {
            this.fail('expected a key');
          }
          scanner.next();
          if (this.accept(':')) this.bindingWithDefault();
          else if (this.accept('=')) this.assignment();
        }
        if (!this.accept(',') && !this.is('}')) this.fail('expected a comma');
      }
    } else {
      this.name();
    }
  }

  private bindingWithDefault(): void {
    this.binding();
    if (this.accept('=')) this.assignment();
  }

  /** An arrow function, if one is in hand. In the middle of `a ? b : c`, a result type needs a `:` after all. */
  private arrowFunction(inConditional: boolean): boolean {
    const { scanner } = this;
    if (this.isName()) {
      if (this.ahead(() => (scanner.next(), this.is('=>') && !scanner.afterLineBreak))) {
        scanner.next();
        this.arrowBody(inConditional);
        return true;
      }
      if (!this.is('async')) return false;
      if (this.ahead(() => (scanner.next(), this.isName() && (scanner.next(), this.is('=>'))))) {
        scanner.next();
        return this.arrowFunction(inConditional);
      }
    } else if (!this.is('(') && !this.is('<')) {
      return false;
    }
    let isDone = false;
    const isArrow = this.attempt(() => {
      if (this.accept('async') && scanner.afterLineBreak) return false;
      const isApart = this.parameters();
      const closing = scanner.lastEnd - 1;
      const hasType = this.is(':');
      if (hasType) {
        scanner.next();
        this.resultType();
        const { lastEnd } = scanner;
        // No line break may be between the parameters and the arrow: their `)` moves.
        if (isApart || this.spansLines(closing, lastEnd)) this.blank(closing, lastEnd, '', ')');
        else this.blank(closing + 1, lastEnd);
      }
      if (!this.is('=>') || scanner.afterLineBreak) return false;
      if (!hasType || !inConditional) return true;
      this.arrowBody(true);
      isDone = true;
      return this.is(':');
    });
    if (isArrow && !isDone) this.arrowBody(inConditional);
    return isArrow;
  }

  private arrowBody(inConditional: boolean): void {
    this.expect('=>');
    if (this.is('{')) this.block();
    else this.assignment(inConditional);
  }

  // Expressions

  private expression(): void {
    do this.assignment();
    while (this.accept(','));
  }

  /** Anything without a comma. Operators are read one after the other: their precedence changes no type. */
  private assignment(inConditional = false): void {
    const { scanner } = this;
    let operators = 0;
    let hasNullish = false;
    let hasLogical = false;
    let hasAssertion = false;
    for (;;) {
      if (this.arrowFunction(inConditional)) return;
      this.operand();
      let isAfterAssertion = false;
      while ((this.is('as') || this.is('satisfies')) && !scanner.afterLineBreak) {
        const { start } = scanner;
        scanner.next();
        this.type();
        this.blank(start, scanner.lastEnd);
        isAfterAssertion = hasAssertion = true;
      }
      if (this.is('?')) {
        scanner.next();
        this.assignment(true);
        this.expect(':');
        this.assignment(inConditional);
        return;
      }
      const operator = scanner.kind === 'punctuator' || scanner.kind === 'name' ? scanner.operator() : '';
      if (!BINARY.has(operator)) return;
      if (isAfterAssertion && operators > 0 && ARITHMETIC.has(operator)) {
        this.fail('an assertion between operators needs parentheses');
      }
      hasNullish ||= operator === '??';
      hasLogical ||= operator === '&&' || operator === '||';
      if (hasNullish && hasLogical && hasAssertion) this.fail('?? beside && or || needs parentheses');
      if (ASSIGNMENTS.has(operator)) {
        operators = 0;
        hasNullish = hasLogical = hasAssertion = false;
      } else {
        operators++;
      }
      scanner.next();
    }
  }

  private operand(): void {
    const { scanner } = this;
    while (PREFIXES.has(scanner.text) && (scanner.kind === 'punctuator' || scanner.kind === 'name')) {
      // `await` and `yield` may be names.
      const isWord = this.isName();
      const mayDelegate = this.is('yield');
      scanner.next();
      if (mayDelegate) this.accept('*');
      if (isWord && this.isEndOfOperand()) return;
    }
    if (this.is('new')) this.newExpression();
    else this.primary();
    this.postfixes(true);
  }

  private isEndOfOperand(): boolean {
    if (this.scanner.kind === 'end') return true;
    return this.scanner.kind === 'punctuator' && /^[)\]},;:?=.]/.test(this.scanner.text);
  }

  private newExpression(): void {
    this.scanner.next();
    if (this.accept('.')) return this.name();
    if (this.is('new')) this.newExpression();
    else this.primary();
    this.postfixes(false);
    if (this.is('(')) this.callArguments();
  }

  private postfixes(withCalls: boolean): void {
    const { scanner } = this;
    for (;;) {
      if (this.accept('.')) {
        this.name();
      } else if (this.accept('?.')) {
        if (this.is('(')) this.callArguments();
        else if (this.is('<')) this.typeArgumentsOfCall();
        else if (!this.is('[')) this.name();
      } else if (this.accept('[')) {
        this.expression();
        this.expect(']');
      } else if (withCalls && this.is('(')) {
        this.callArguments();
      } else if (scanner.kind === 'template') {
        this.template();
      } else if (this.is('!') && !scanner.afterLineBreak) {
        this.blank(scanner.start, scanner.end);
        scanner.next();
      } else if ((this.is('++') || this.is('--')) && !scanner.afterLineBreak) {
        scanner.next();
      } else if (!this.is('<') || !this.typeArgumentsOfCall()) {
        return;
      }
    }
  }

  private callArguments(): void {
    this.expect('(');
    while (!this.accept(')')) {
      this.accept('...');
      this.assignment();
      if (!this.accept(',') && !this.is(')')) this.fail('expected a comma');
    }
  }

  /** `<A, B>` after what is called; else the `<` is an operator, and nothing is read. */
  private typeArgumentsOfCall(): boolean {
    const { scanner } = this;
    const { start } = scanner;
    return this.attempt(() => {
      this.typeArguments();
      const end = scanner.lastEnd;
      if (/^[>=]/.test(this.source.slice(end, end + 1))) return false;
      if (!this.is('(') && scanner.kind !== 'template' && !this.endsTypeArguments()) return false;
      this.blank(start, end);
      return true;
    });
  }

  /** Whether what follows `>` cannot be an operand, so that the `<` before was no operator. */
  private endsTypeArguments(): boolean {
    const { scanner } = this;
    if (this.is('<') || this.is('>') || this.is('+') || this.is('-')) return false;
    if (scanner.afterLineBreak || scanner.kind === 'end') return true;
    if (scanner.kind === 'punctuator') return !/^(?:[[{!~@]|\+\+|--|\/)/.test(scanner.text);
    return scanner.kind === 'name' && (BINARY.has(scanner.text) || this.is('as') || this.is('satisfies'));
  }

  private primary(): void {
    const { scanner } = this;
    switch (scanner.kind) {
      case 'name':
        if (this.is('class')) this.fail('classes are not known here');
        if (this.isFunction()) {
          return this.functionExpression();
        }
        return scanner.next();
      case 'number':
      case 'string':
        return scanner.next();
      case 'template':
        return this.template();
      case 'punctuator':
        if (this.is('(')) return this.parenthesized();
        if (this.is('[')) return this.arrayLiteral();
        if (this.is('{')) return this.objectLiteral();
        if (this.is('/') || this.is('/=')) {
          scanner.asRegExp();
          return scanner.next();
        }
        return this.fail('expected an expression');
      default:
        return this.fail('expected an expression');
    }
  }

  private functionExpression(): void {
    this.accept('async');
    this.expect('function');
    this.accept('*');
    if (this.isName()) this.scanner.next();
    this.signature();
    this.block();
  }

  private template(): void {
    while (this.scanner.templateText()) {
      this.expression();
      if (!this.is('}')) this.fail('expected }');
    }
  }

  private arrayLiteral(): void {
    this.expect('[');
    while (!this.accept(']')) {
      if (this.accept(',')) continue;
      this.accept('...');
      this.assignment();
      if (!this.accept(',') && !this.is(']')) this.fail('expected a comma');
    }
  }

  private objectLiteral(): void {
    this.expect('{');
    while (!this.accept('}')) {
      if (this.accept('...')) this.assignment();
      else this.property();
      if (!this.accept(',') && !this.is('}')) this.fail('expected a comma');
    }
  }

  private property(): void {
    const { scanner } = this;
    const isModifier = (this.is('async') || this.is('get') || this.is('set')) && this.ahead(() => this.isBeforeKey());
    if (isModifier) scanner.next();
    this.accept('*');
    if (this.accept('[')) {
      this.assignment();
      this.expect(']');
    } else if (scanner.kind === 'name' || scanner.kind === 'string' || scanner.kind === 'number') {
      scanner.next();
    } else {
      this.fail('expected a key');
    }
    if (this.is('(') || this.is('<')) {
      this.signature();
      this.block();
    } else if (this.accept(':') || this.accept('=')) {
      this.assignment();
    }
  }

  private isBeforeKey(): boolean {
    this.scanner.next();
    return this.is('[') || this.is('*') || (this.scanner.kind !== 'punctuator' && this.scanner.kind !== 'end');
  }

  // Types: nothing is blanked here, but by those who ask for a type.

  private resultType(): void {
    const { scanner } = this;
    if (this.is('asserts') && this.ahead(() => (scanner.next(), this.isName() && !scanner.afterLineBreak))) {
      scanner.next();
      scanner.next();
      if (this.accept('is')) this.type();
      return;
    }
    if (this.isName() && this.ahead(() => (scanner.next(), this.is('is') && !scanner.afterLineBreak))) {
      scanner.next();
      scanner.next();
    }
    this.type();
  }

  private type(): void {
    this.union();
    if (this.is('extends') && !this.scanner.afterLineBreak) {
      this.scanner.next();
      this.union();
      this.expect('?');
      this.type();
      this.expect(':');
      this.type();
    }
  }

  private union(): void {
    if (!this.accept('|')) this.accept('&');
    do this.typeOperand();
    while (this.accept('|') || this.accept('&'));
  }

  private typeOperand(): void {
    const { scanner } = this;
    while (TYPE_OPERATORS.has(scanner.text) && this.ahead(() => (scanner.next(), this.startsType()))) scanner.next();
    this.typePrimary();
    while (this.is('[') && !scanner.afterLineBreak) this.balanced('[');
  }

  private startsType(): boolean {
    const { kind } = this.scanner;
    if (kind === 'punctuator') return this.is('{') || this.is('[') || this.is('(');
    return kind !== 'end' && kind !== 'number' && !this.is('extends') && !this.is('is');
  }

  private typePrimary(): void {
    const { scanner } = this;
    switch (scanner.kind) {
      case 'string':
      case 'number':
        return scanner.next();
      case 'template':
        while (scanner.templateText()) this.type();
        return;
      case 'name':
        return this.typeName();
      case 'punctuator':
        if (this.is('{')) return this.balanced('{');
        if (this.is('[')) return this.balanced('[');
        if (this.accept('-')) return scanner.next();
        if (this.is('<')) {
          this.typeParameters();
          return this.functionType();
        }
        if (this.is('(')) {
          if (this.ahead(() => this.isFunctionType())) return this.functionType();
          this.expect('(');
          this.type();
          return this.expect(')');
        }
        return this.fail('expected a type');
      default:
        return this.fail('expected a type');
    }
  }

  private typeName(): void {
    const { scanner } = this;
    if (this.is('new') || (this.is('abstract') && this.ahead(() => (scanner.next(), this.is('new'))))) {
      this.accept('abstract');
      this.expect('new');
      if (this.is('<')) this.typeParameters();
      return this.functionType();
    }
    if (KEYWORD_TYPES.has(scanner.text)) return scanner.next();
    this.accept('typeof');
    const isImport = this.is('import');
    this.name();
    if (isImport) this.balanced('(');
    while (this.accept('.')) this.name();
    if (this.is('<') && !scanner.afterLineBreak) this.typeArguments();
  }

  /** Whether the `(` in hand begins parameters, and not a type in parentheses. */
  private isFunctionType(): boolean {
    this.expect('(');
    if (this.is(')') || this.is('...')) return true;
    if (this.is('{')) this.balanced('{');
    else if (this.is('[')) this.balanced('[');
    else this.name();
    if (this.is(':') || this.is(',') || this.is('?') || this.is('=')) return true;
    return this.accept(')') && this.is('=>');
  }

  private functionType(): void {
    this.balanced('(');
    this.expect('=>');
    this.resultType();
  }

  private typeArguments(): void {
    this.expect('<');
    this.typeList();
    this.expect('>');
  }

  private typeList(): void {
    do this.type();
    while (this.accept(','));
  }

  /** `<const T extends U = V>`. */
  private typeParameters(): void {
    const { scanner } = this;
    this.expect('<');
    do {
      while (
        (this.is('const') || this.is('in') || this.is('out')) &&
        this.ahead(() => (scanner.next(), this.isName() && !this.is('extends')))
      ) {
        scanner.next();
      }
      this.name();
      if (this.accept('extends')) this.type();
      if (this.accept('=')) this.type();
    } while (this.accept(',') && !this.is('>'));
    this.expect('>');
  }

  /** Reads over brackets and all that is in them. */
  private balanced(open: '(' | '[' | '{'): void {
    const { scanner } = this;
    if (!this.is(open)) this.fail(`expected ${open}`);
    let depth = 0;
    do {
      if (scanner.kind === 'end') this.fail('a bracket is not closed');
      if (scanner.kind === 'template') {
        while (scanner.templateText()) this.type();
        continue;
      }
      if (scanner.kind === 'punctuator') {
        if (this.is('(') || this.is('[') || this.is('{')) depth++;
        else if (this.is(')') || this.is(']') || this.is('}')) depth--;
      }
      scanner.next();
    } while (depth > 0);
  }
}
