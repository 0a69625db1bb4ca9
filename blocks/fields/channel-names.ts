/**
 * Rules about channel names that hold before anything is sent.
 *
 * The service answers a registration with `<id>::<channel>,<id>::<channel>`, so a name that holds
 * one of the two separators would make the answer ambiguous.
 */

/** What is wrong with a list of channel names. */
export type ChannelNameProblem = { kind: 'duplicate'; name: string } | { kind: 'ambiguous'; name: string };

/** The names in a text of one name a line: blanks around a name and empty lines do not count. */
export function parseChannelNames(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The problems of a list of names, each name reported once per kind, in the order of the list. */
export function findChannelNameProblems(names: readonly string[]): ChannelNameProblem[] {
  const seen = new Map<string, number>();
  const problems: ChannelNameProblem[] = [];
  for (const name of names) {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    if (times === 1 && (name.includes(',') || name.includes('::'))) problems.push({ kind: 'ambiguous', name });
    if (times === 2) problems.push({ kind: 'duplicate', name });
  }
  return problems;
}
