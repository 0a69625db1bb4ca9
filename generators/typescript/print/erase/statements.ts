/** Statements, and the declarations of types among them. */

import { ExpressionReader } from './expressions.ts';

const UNKNOWN = new Set(['class', 'enum', 'namespace', 'module', 'declare', 'abstract']);

/** Blanks the types in statements. */
export class StatementReader extends ExpressionReader {
  statements(closing: '}' | 'end'): void {
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
  protected typeDeclaration(): boolean {
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

  protected statement(): void {
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

  protected expressionStatement(): void {
    this.expression();
    this.endOfStatement();
  }

  protected endOfStatement(): void {
    const { scanner } = this;
    if (this.accept(';') || this.is('}')) return;
    if (scanner.kind !== 'end' && !scanner.afterLineBreak) this.fail('expected the end of the statement');
    const last = this.blanks.at(-1);
    // Without its type, `a as T` could go on in the next line.
    if (last !== undefined && last.end === scanner.lastEnd && last.end - last.start > 1) last.first = ';';
  }

  protected block(): void {
    this.expect('{');
    this.statements('}');
    this.expect('}');
  }

  protected variables(): void {
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

  protected forLoop(): void {
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

  protected switchStatement(): void {
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

  protected tryStatement(): void {
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

  protected importDeclaration(): void {
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

  protected exportDeclaration(): void {
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
  protected specifiers(): void {
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
}
