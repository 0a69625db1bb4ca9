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

/** Hands and people that are wide although their default is to look like text. */
const WIDE_PEOPLE = /[\u261d\u26f9\u270c\u270d\u{1f3cb}\u{1f3cc}\u{1f574}\u{1f575}\u{1f590}]/u;

const ZERO_WIDTH = /[\p{Nonspacing_Mark}\p{Enclosing_Mark}]/u;

const PICTOGRAPH = /\p{Extended_Pictographic}/u;

const VARIATION = 0xfe0f;
const KEYCAP = 0x20e3;
const JOINER = 0x200d;

const isPictograph = (character: string | undefined): boolean => character !== undefined && PICTOGRAPH.test(character);
const isFlagLetter = (codePoint: number): boolean => codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
const isSkin = (codePoint: number): boolean => codePoint >= 0x1f3fb && codePoint <= 0x1f3ff;
const isTag = (codePoint: number): boolean => codePoint >= 0xe0020 && codePoint <= 0xe007f;

/**
 * How many characters from a place on are one picture: a keycap, a flag, or an emoji with its variations and the ones
 * joined to it; 0 if they are none. Without one pattern for all of that: V8 ends the process where it translates a
 * pattern so large near the end of the call stack, on which nested code is printed.
 */
function pictureAt(characters: readonly string[], start: number): number {
  const at = (index: number): number => characters[index]?.codePointAt(0) ?? -1;
  if (/^[#*0-9]$/.test(characters[start] ?? '')) {
    const end = at(start + 1) === VARIATION ? start + 2 : start + 1;
    return at(end) === KEYCAP ? end + 1 - start : 0;
  }
  if (isFlagLetter(at(start))) return isFlagLetter(at(start + 1)) ? 2 : 0;
  if (!isPictograph(characters[start])) return 0;
  let end = start + 1;
  while (at(end) === VARIATION || isSkin(at(end)) || isTag(at(end))) end++;
  while (at(end) === JOINER && isPictograph(characters[end + 1])) {
    end += 2;
    while (at(end) === VARIATION || isSkin(at(end))) end++;
  }
  return end - start > 1 ? end - start : 0;
}

/** Columns of a text without line breaks. */
export function textWidth(text: string): number {
  const characters = [...text];
  let width = 0;
  for (let index = 0; index < characters.length; index++) {
    const picture = pictureAt(characters, index);
    if (picture > 0) {
      width += 2;
      index += picture - 1;
    } else width += columnsOf(characters[index] ?? '');
  }
  return width;
}

function columnsOf(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint <= 0x1f || (codePoint >= 0x7f && codePoint <= 0x9f)) return 0;
  if (codePoint >= 0x300 && ZERO_WIDTH.test(character)) return 0;
  return codePoint >= 0x1100 && (isWide(codePoint) || WIDE_PEOPLE.test(character)) ? 2 : 1;
}
