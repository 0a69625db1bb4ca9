/** Types. Nothing is blanked here, but by those who ask for a type. */

import { Reader } from './reader.ts';

const TYPE_OPERATORS = new Set(['keyof', 'unique', 'readonly', 'infer']);

/** Types that take no arguments: a `<` after one is an operator. */
const KEYWORD_TYPES = new Set(
  'any bigint boolean never null number object string symbol undefined unknown void'.split(' '),
);

/** Reads over types. */
export abstract class TypeReader extends Reader {
  protected resultType(): void {
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

  protected type(): void {
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

  protected union(): void {
    if (!this.accept('|')) this.accept('&');
    do this.typeOperand();
    while (this.accept('|') || this.accept('&'));
  }

  protected typeOperand(): void {
    const { scanner } = this;
    while (TYPE_OPERATORS.has(scanner.text) && this.ahead(() => (scanner.next(), this.startsType()))) scanner.next();
    this.typePrimary();
    while (this.is('[') && !scanner.afterLineBreak) this.balanced('[');
  }

  protected startsType(): boolean {
    const { kind } = this.scanner;
    if (kind === 'punctuator') return this.is('{') || this.is('[') || this.is('(');
    return kind !== 'end' && kind !== 'number' && !this.is('extends') && !this.is('is');
  }

  protected typePrimary(): void {
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

  protected typeName(): void {
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
  protected isFunctionType(): boolean {
    this.expect('(');
    if (this.is(')') || this.is('...')) return true;
    if (this.is('{')) this.balanced('{');
    else if (this.is('[')) this.balanced('[');
    else this.name();
    if (this.is(':') || this.is(',') || this.is('?') || this.is('=')) return true;
    return this.accept(')') && this.is('=>');
  }

  protected functionType(): void {
    this.balanced('(');
    this.expect('=>');
    this.resultType();
  }

  protected typeArguments(): void {
    this.expect('<');
    this.typeList();
    this.expect('>');
  }

  protected typeList(): void {
    do this.type();
    while (this.accept(','));
  }

  /** `<const T extends U = V>`. */
  protected typeParameters(): void {
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
  protected balanced(open: '(' | '[' | '{'): void {
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
