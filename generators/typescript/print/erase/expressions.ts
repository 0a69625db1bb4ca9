/** Expressions and functions: most types are in their parameters, results and assertions. */

import { TypeReader } from './types.ts';

const PREFIXES = new Set(['!', '~', '+', '-', '++', '--', 'typeof', 'void', 'delete', 'await', 'yield']);
const ASSIGNMENTS = new Set('= += -= *= /= %= **= <<= >>= >>>= &= |= ^= &&= ||= ??='.split(' '));
const ARITHMETIC = new Set('+ - * / % ** << >> >>>'.split(' '));
const BINARY = new Set([
  ...ASSIGNMENTS,
  ...ARITHMETIC,
  ...'== != === !== < > <= >= & | ^ && || ?? in instanceof'.split(' '),
]);

/** Blanks the types in expressions. */
export abstract class ExpressionReader extends TypeReader {
  /** A block of statements, with its braces. */
  protected abstract block(): void;

  protected expression(): void {
    do this.assignment();
    while (this.accept(','));
  }

  /** Anything without a comma. Operators are read one after the other: their precedence changes no type. */
  protected assignment(inConditional = false): void {
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

  protected operand(): void {
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

  protected isEndOfOperand(): boolean {
    if (this.scanner.kind === 'end') return true;
    return this.scanner.kind === 'punctuator' && /^[)\]},;:?=.]/.test(this.scanner.text);
  }

  protected newExpression(): void {
    this.scanner.next();
    if (this.accept('.')) return this.name();
    if (this.is('new')) this.newExpression();
    else this.primary();
    this.postfixes(false);
    if (this.is('(')) this.callArguments();
  }

  protected postfixes(withCalls: boolean): void {
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

  protected callArguments(): void {
    this.expect('(');
    while (!this.accept(')')) {
      this.accept('...');
      this.assignment();
      if (!this.accept(',') && !this.is(')')) this.fail('expected a comma');
    }
  }

  /** `<A, B>` after what is called; else the `<` is an operator, and nothing is read. */
  protected typeArgumentsOfCall(): boolean {
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
  protected endsTypeArguments(): boolean {
    const { scanner } = this;
    if (this.is('<') || this.is('>') || this.is('+') || this.is('-')) return false;
    if (scanner.afterLineBreak || scanner.kind === 'end') return true;
    if (scanner.kind === 'punctuator') return !/^(?:[[{!~@]|\+\+|--|\/)/.test(scanner.text);
    return scanner.kind === 'name' && (BINARY.has(scanner.text) || this.is('as') || this.is('satisfies'));
  }

  protected primary(): void {
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

  protected parenthesized(): void {
    this.expect('(');
    this.expression();
    this.expect(')');
  }

  protected functionExpression(): void {
    this.accept('async');
    this.expect('function');
    this.accept('*');
    if (this.isName()) this.scanner.next();
    this.signature();
    this.block();
  }

  protected template(): void {
    while (this.scanner.templateText()) {
      this.expression();
      if (!this.is('}')) this.fail('expected }');
    }
  }

  protected arrayLiteral(): void {
    this.expect('[');
    while (!this.accept(']')) {
      if (this.accept(',')) continue;
      this.accept('...');
      this.assignment();
      if (!this.accept(',') && !this.is(']')) this.fail('expected a comma');
    }
  }

  protected objectLiteral(): void {
    this.expect('{');
    while (!this.accept('}')) {
      if (this.accept('...')) this.assignment();
      else this.property();
      if (!this.accept(',') && !this.is('}')) this.fail('expected a comma');
    }
  }

  protected property(): void {
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

  protected isBeforeKey(): boolean {
    this.scanner.next();
    return this.is('[') || this.is('*') || (this.scanner.kind !== 'punctuator' && this.scanner.kind !== 'end');
  }

  /** A function declaration; one without a body declares but a type. */
  protected functionDeclaration(start: number): void {
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
  protected signature(): void {
    this.parameters();
    this.annotation(true);
  }

  /** @returns Whether the `)` is on a line of its own. */
  protected parameters(): boolean {
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
  protected annotation(isResult = false): void {
    if (!this.is(':')) return;
    const { start } = this.scanner;
    this.scanner.next();
    if (isResult) this.resultType();
    else this.type();
    this.blank(start, this.scanner.lastEnd);
  }

  /** A name, or a pattern that takes an array or object apart. */
  protected binding(): void {
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

  protected bindingWithDefault(): void {
    this.binding();
    if (this.accept('=')) this.assignment();
  }

  /** An arrow function, if one is in hand. In the middle of `a ? b : c`, a result type needs a `:` after all. */
  protected arrowFunction(inConditional: boolean): boolean {
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

  protected arrowBody(inConditional: boolean): void {
    this.expect('=>');
    if (this.is('{')) this.block();
    else this.assignment(inConditional);
  }
}
