/** Finds what a few letters mean. */

/**
 * How well a label fits what was typed: higher is better, `undefined` when the letters are not in it in this order.
 * Letters at the beginning of words and next to each other count most, then short labels.
 */
export function fit(label: string, query: string): number | undefined {
  const text = normalize(label);
  const letters = normalize(query).replace(/\s+/g, '');
  if (letters === '') return 0;
  const whole = text.indexOf(normalize(query).trim());
  if (whole >= 0) return 1000 - whole - text.length / 100 + (isStart(text, whole) ? 500 : 0);
  let score = 0;
  let at = -1;
  for (const letter of letters) {
    const next = nextPlace(text, letter, at + 1);
    if (next < 0) return undefined;
    score += next === at + 1 ? 8 : isStart(text, next) ? 6 : 1;
    at = next;
  }
  return score - text.length / 100;
}

/** The place of a letter: where it begins a word, if it does somewhere, else the first. */
function nextPlace(text: string, letter: string, from: number): number {
  if (text[from] === letter) return from;
  const first = text.indexOf(letter, from);
  for (let place = first; place >= 0; place = text.indexOf(letter, place + 1)) {
    if (isStart(text, place)) return place;
  }
  return first;
}

function isStart(text: string, place: number): boolean {
  return place === 0 || /[^\p{L}\p{N}]/u.test(text[place - 1] ?? '');
}

function normalize(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
