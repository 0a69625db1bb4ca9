/** What the compiler has to say, for a terminal. */
import type { Diagnostic } from '../../generators/typescript/index.ts';

/** One line for a diagnostic of a program. */
export function diagnosticLine(name: string, { severity, code, message, blockId, input }: Diagnostic): string {
  const place = [blockId && `block ${blockId}`, input && `input ${input}`].filter(Boolean).join(', ');
  return printable(`${name}: ${severity} ${code}: ${message}${place && ` (${place})`}`);
}

/** How many there are of a severity. */
export function countOf(diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}

/** A number with its noun, as in "2 errors". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Text that somebody typed cannot steer the terminal: signs that do are shown as escapes. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
