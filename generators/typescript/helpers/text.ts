/** Helpers of the text blocks. */

export const textHelpers = {
  countText: `/** How often one text is in the other. */
function countText(whole: string, part: string): number {
  return part === "" ? whole.length + 1 : whole.split(part).length - 1;
}`,

  toTitleCase: `/** Every word with a capital first letter, the others small. */
function toTitleCase(text: string): string {
  return text.replace(
    /\\S+/g,
    (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
  );
}`,

  sliceText: `/** The part of a text between two places, counted from its start or its end. */
function sliceText(
  text: string,
  start: { fromStart?: number; fromEnd?: number },
  end: { fromStart?: number; fromEnd?: number } = { fromEnd: 0 },
): string {
  const [first, last] = [start, end].map(({ fromStart = 0, fromEnd }) =>
    fromEnd === undefined ? fromStart : text.length - fromEnd,
  );
  return text.slice(first, last);
}`,

  splitText: `/** The parts of a text between separators; all of it if there is no separator. */
function splitText(text: string, separator: unknown): string[] {
  return separator === undefined ? [text] : text.split(String(separator));
}`,

  randomLetter: `/** A letter of the text, by chance. */
function randomLetter(text: string): string | undefined {
  return text[Math.floor(Math.random() * text.length)];
}`,
};
