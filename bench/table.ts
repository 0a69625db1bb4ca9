/** Prints rows of text under a title, in columns as wide as they must be. */
export function printTable(title: string, header: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('   ')
      .trimEnd();
  console.log(`\n${title}\n`);
  console.log(`  ${line(header)}`);
  console.log(`  ${widths.map((width) => '─'.repeat(width)).join('   ')}`);
  for (const row of rows) console.log(`  ${line(row)}`);
}

/** A count with a comma between thousands. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** How many times as much, with two significant digits or more. */
export function times(ratio: number): string {
  return `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(ratio >= 1 ? 1 : 2)}×`;
}

/** A time in the unit that suits it; `milliseconds` is what it says. */
export function duration(milliseconds: number): string {
  if (milliseconds >= 1) return `${milliseconds.toFixed(milliseconds >= 10 ? 0 : 1)} ms`;
  return `${(milliseconds * 1000).toFixed(milliseconds >= 0.01 ? 0 : 2)} µs`;
}
