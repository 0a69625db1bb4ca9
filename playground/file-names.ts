/** From the name of a program to that of its file, and back. */

/** The longest name that a program can have, in characters. */
export const longestName = 80;

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A file name that every system takes: letters and digits of any language stay, all else becomes a dash. */
export function fileName(programTitle: string, ending: string): string {
  const stem = programTitle
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const safe = stem === '' || reserved.test(stem) ? `push-program${stem && `-${stem}`}` : stem;
  return `${safe}.${ending}`;
}

/** What a program from a file is called: the file's name without its ending. Empty when nothing is left. */
export function programName(file: string): string {
  return cleanName(file.replace(/\.json$/i, ''));
}

/** A name from elsewhere as one for a program: one line, nothing that cannot be seen, not too long. */
export function cleanName(name: string): string {
  const line = name.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  return Array.from(line).slice(0, longestName).join('');
}
