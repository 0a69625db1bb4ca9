/** Where one looks at the blocks. */
import type { Editor } from '../src/editor/index.ts';
import type { Page } from './page.ts';

/** Space around the first block, in pixels. */
const margin = 24;
/** How small and how large blocks are at first, and how wide a view must be, in pixels, for more than full size. */
const smallest = 0.65;
const largest = 1.2;
const roomyWidth = 800;

/** Brings the beginning of the program into view, at a size at which it fits or is at least easy to read. */
export function showBeginning({ workspace }: Editor): void {
  if (workspace.getTopBlocks(false).length === 0) return;
  const { left, right, top } = workspace.getBlocksBoundingBox();
  const { width } = workspace.getMetricsManager().getViewMetrics();
  const fitting = (width - 2 * margin) / (right - left);
  workspace.setScale(Math.max(smallest, Math.min(fitting, width < roomyWidth ? 1 : largest)));
  // Where one begins to read: at the left, or at the right.
  const x = workspace.RTL ? width - margin - right * workspace.scale : margin - left * workspace.scale;
  workspace.scroll(x, margin - top * workspace.scale);
}

/** Gives the keyboard to the blocks, unless it is somewhere: what had it may be gone. */
export function focusBlocks({ workspace }: Editor): void {
  const { activeElement } = document;
  // A dialog that has just closed keeps the focus for a moment when it was opened from nowhere.
  const isNowhere =
    activeElement === null || activeElement === document.body || activeElement.closest('dialog:not([open])') !== null;
  if (isNowhere) workspace.getFocusableElement().focus();
}

/** Makes the buttons over the blocks change the view. */
export function connectViewControls({ workspace }: Editor, { controls, zoomOut, zoomIn, fit }: Page['view']): void {
  zoomOut.addEventListener('click', () => workspace.zoomCenter(-1));
  zoomIn.addEventListener('click', () => workspace.zoomCenter(1));
  fit.addEventListener('click', () => workspace.zoomToFit());
  controls.hidden = false;
}
