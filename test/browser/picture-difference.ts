/**
 * How much two pictures of a page differ to somebody who does not look for pixels.
 *
 * Letters come out a little otherwise on every machine: smoothed by another rule, a fraction of a pixel further on. So
 * squares of pixels are compared, by their mean colour, in which that is lost; what is missing, moved or of another
 * colour is not.
 */
import { PNG } from 'pngjs';

/** Edge of a square, in pixels. */
const edge = 8;
/** How far the mean of a square may be off, of 255, in each of the three colours. */
const allowance = 20;

/** The share of squares that differ, from 0 to 1; all of them when the pictures are not of one size. */
export function differenceOf(one: PNG, other: PNG): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  const [first, second] = [meansOf(one), meansOf(other)];
  let differing = 0;
  for (let square = 0; square < first.length; square += 3) {
    const off = [0, 1, 2].some((colour) => {
      return Math.abs((first[square + colour] ?? 0) - (second[square + colour] ?? 0)) > allowance;
    });
    if (off) differing += 1;
  }
  return differing / (first.length / 3);
}

/** The mean colour of each square: red, green, blue. */
function meansOf({ width, height, data }: PNG): Float64Array {
  const columns = Math.ceil(width / edge);
  const means = new Float64Array(columns * Math.ceil(height / edge) * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const left = x - (x % edge);
      const top = y - (y % edge);
      const pixels = Math.min(edge, width - left) * Math.min(edge, height - top);
      const square = (Math.floor(y / edge) * columns + Math.floor(x / edge)) * 3;
      for (let colour = 0; colour < 3; colour++) {
        means[square + colour] = (means[square + colour] ?? 0) + (data[(y * width + x) * 4 + colour] ?? 0) / pixels;
      }
    }
  }
  return means;
}
