/** Where one looks at the blocks. */
import type { Editor } from '../src/editor/index.ts';
import type { Page } from './page.ts';

/** Space around the first block, in pixels. */
const margin = 24;
/** How large blocks are at first on a narrow page; elsewhere they have their full size. */
const narrowScale = 0.75;

/** Brings the beginning of the program into view, at a size that suits the page. */
export function showBeginning({ workspace }: Editor): void {
  if (matchMedia('(width < 720px)').matches) workspace.setScale(narrowScale);
  if (workspace.getTopBlocks(false).length === 0) return;
  const { left, top } = workspace.getBlocksBoundingBox();
  workspace.scroll(margin - left * workspace.scale, margin - top * workspace.scale);
}

/** Makes the buttons over the blocks change the view. */
export function connectViewControls({ workspace }: Editor, { controls, zoomOut, zoomIn, fit }: Page['view']): void {
  zoomOut.addEventListener('click', () => workspace.zoomCenter(-1));
  zoomIn.addEventListener('click', () => workspace.zoomCenter(1));
  fit.addEventListener('click', () => workspace.zoomToFit());
  controls.hidden = false;
}
