/** How much two pictures differ. */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** The share of pixels that a person would see to differ, from 0 to 1; edges that are smoothed otherwise do not count. */
export function differingPixels(one: Buffer, other: Buffer): number {
  const first = PNG.sync.read(one);
  const second = PNG.sync.read(other);
  const width = Math.min(first.width, second.width);
  const height = Math.min(first.height, second.height);
  if (Math.abs(first.width - second.width) > 2 || Math.abs(first.height - second.height) > 2) return 1;
  const cut = (from: PNG): PNG => {
    const part = new PNG({ width, height });
    PNG.bitblt(from, part, 0, 0, width, height, 0, 0);
    return part;
  };
  return pixelmatch(cut(first).data, cut(second).data, undefined, width, height, { threshold: 0.2 }) / (width * height);
}
