/** How many columns a text takes, as Prettier counts: two for wide letters and emoji, none for marks. */

/**
 * Code points of East Asian Width "wide" and "full-width" (Unicode 17), as base-36 pairs:
 * the gap after the range before, and the length of the range less one.
 */
const WIDE =
  '3cw,2n 3i3,1 e,1 5b,3 4,0 3,0 ei,1 m,1 r,7 h,b 18,0 b,5 4,0 e,0 9,1 i,1 6,1 9,0 6,0 m,0 8,1 2,0 5,0 3,0 ' +
  '8,0 5,1 t,0 10,0 2,0 5,2 2,0 1q,2 p,0 f,0 nw,1 1g,0 5,0 mj,p 2,2g d,5x r,26 3,2d 3,2u 6,16 2,2l 2,2d a,1b ' +
  '2,13 9,mkc 4,1i wq,s hw,8mb 6l9,e7 lt,9 n,y 2,i 2,3 46,2n 3k,6 m4a,4 c,6 a,5p6 11,x 2o,36 e,pd f,1e 5y6,3 ' +
  '2,6 2,1 2,88 a,0 u,2 3,0 f,4 8,az 6bp,2e a,m 5n2,0 5n,0 5b,0 3,9 k,0 2a,2 e,17 5,8 8,1 f,5 4b,w d,8 2,1x ' +
  '2,l d,16 5,4 d,g 4,0 4,1y 2,0 2,56 3,1q e,3 2,n j,0 r,1 e,0 2f,2c 1d,1x 7,0 4,2 3,4 3,3 c,1 8,8 66,0 6,b ' +
  '5,0 7w,1a 2,9 2,54 35,c 4,1y 2,0 4,h 2,c 4,b zq,1ekd 3,1ekd';

const wide = readRanges(WIDE);

function readRanges(table: string): number[] {
  const ranges: number[] = [];
  let at = 0;
  for (const pair of table.split(' ')) {
    const [gap = '', length = ''] = pair.split(',');
    const from = at + Number.parseInt(gap, 36);
    at = from + Number.parseInt(length, 36);
    ranges.push(from, at);
  }
  return ranges;
}

function isWide(codePoint: number): boolean {
  let low = 0;
  let high = wide.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < (wide[middle * 2] ?? 0)) high = middle - 1;
    else if (codePoint > (wide[middle * 2 + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}

/** One picture each: a keycap, a flag, or an emoji with its variations and the ones joined to it. */
const EMOJI =
  /[#*0-9]\ufe0f?\u20e3|[\u{1f1e6}-\u{1f1ff}]{2}|\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}]|[\u{e0020}-\u{e007f}]+)+(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}])*)*|\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}])*)+/gu;

/** Hands and people that are wide although their default is to look like text. */
const WIDE_PEOPLE = /[\u261d\u26f9\u270c\u270d\u{1f3cb}\u{1f3cc}\u{1f574}\u{1f575}\u{1f590}]/u;

const ZERO_WIDTH = /[\p{Nonspacing_Mark}\p{Enclosing_Mark}]/u;

/** Columns of a text without line breaks. */
export function textWidth(text: string): number {
  let width = 0;
  const rest = text.replace(EMOJI, () => {
    width += 2;
    return '';
  });
  for (const character of rest) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint <= 0x1f || (codePoint >= 0x7f && codePoint <= 0x9f)) continue;
    if (codePoint >= 0x300 && ZERO_WIDTH.test(character)) continue;
    width += codePoint >= 0x1100 && (isWide(codePoint) || WIDE_PEOPLE.test(character)) ? 2 : 1;
  }
  return width;
}
