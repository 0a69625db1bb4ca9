/**
 * Whether the controls of a picture are still to be seen in another.
 *
 * A button with a small sign on it is too little of a page for the comparison of the whole to notice, so each is looked
 * at by itself: how much there is in its box that is not its background. Letters that are smoothed otherwise change
 * little of that; of a button that is gone, hidden or covered, nothing is left.
 */
import type { Page } from 'playwright';
import type { PNG } from 'pngjs';

/** Where a control is: its name, then left, top, width and height in pixels. */
export type ControlBox = readonly [name: string, left: number, top: number, width: number, height: number];

/** How much of what is in a box must still be there. */
const least = 0.5;
/** From which difference on a pixel is not background, of 255: what is barely there is not there. */
const faintest = 12;

/** The controls that one sees on the page, with where they are. */
export function controlsOn(page: Page): Promise<ControlBox[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement | SVGElement>(
      'button, input, [role="tab"], [role="treeitem"], .blocklyTrash, .separator',
    );
    return Array.from(controls).flatMap((control): [string, number, number, number, number][] => {
      const { left, top, width, height } = control.getBoundingClientRect();
      const right = left + width;
      const bottom = top + height;
      const isInside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && width > 0;
      if (!isInside || !control.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
      const name = control.getAttribute('aria-label') || control.textContent?.trim() || control.id || 'trash can';
      const round = Math.round;
      return [[name.replace(/\s+/g, ' '), round(left), round(top), round(width), round(height)]];
    });
  });
}

/** The names of the controls that a picture shows and another does not. */
export function missingControls(boxes: readonly ControlBox[], kept: PNG, found: PNG): string[] {
  return boxes.flatMap((box) => (inkIn(found, box) < least * inkIn(kept, box) ? [box[0]] : []));
}

/** How much in a box is not its background, which is the colour that most of it has. */
function inkIn({ width, data }: PNG, [, left, top, wide, high]: ControlBox): number {
  const pixels: [red: number, green: number, blue: number][] = [];
  const counts = new Map<number, number>();
  for (let y = top; y < top + high; y++) {
    for (let x = left; x < left + wide; x++) {
      const at = (y * width + x) * 4;
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      pixels.push([red, green, blue]);
      const colour = (red << 16) | (green << 8) | blue;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  const [background = 0] = [...counts].toSorted(([, one], [, other]) => other - one)[0] ?? [];
  let ink = 0;
  for (const [red, green, blue] of pixels) {
    const difference = Math.max(
      Math.abs(red - (background >> 16)),
      Math.abs(green - ((background >> 8) & 255)),
      Math.abs(blue - (background & 255)),
    );
    if (difference >= faintest) ink += difference;
  }
  return ink;
}
