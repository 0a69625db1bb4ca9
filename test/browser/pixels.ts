/** How much two pictures differ. */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How far two pictures may lie apart, in pixels: what is measured in fractions of them is drawn on whole ones. */
const mostShift = 2;

/**
 * The share of pixels that a person would see to differ, from 0 to 1, where the pictures fit best; edges that are
 * smoothed otherwise do not count.
 */
export function differingPixels(one: Buffer, other: Buffer): number {
  const first = PNG.sync.read(one);
  const second = PNG.sync.read(other);
  if (Math.abs(first.width - second.width) > mostShift || Math.abs(first.height - second.height) > mostShift) return 1;
  const width = Math.min(first.width, second.width) - 2 * mostShift;
  const height = Math.min(first.height, second.height) - 2 * mostShift;
  const cut = (from: PNG, left: number, top: number): PNG => {
    const part = new PNG({ width, height });
    PNG.bitblt(from, part, left, top, width, height, 0, 0);
    return part;
  };
  const middle = cut(first, mostShift, mostShift).data;
  let least = 1;
  for (let left = 0; left <= 2 * mostShift; left += 1) {
    for (let top = 0; top <= 2 * mostShift; top += 1) {
      const { data } = cut(second, left, top);
      const count = pixelmatch(middle, data, undefined, width, height, { threshold: 0.2 });
      least = Math.min(least, count / (width * height));
    }
  }
  return least;
}
