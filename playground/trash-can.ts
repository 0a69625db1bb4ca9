/**
 * The trash can of the blocks, drawn like the icons of the page. Blockly says by classes what it does: it is full, it
 * is open, and its lid turns; its own picture is hidden by the style sheet.
 */
import { render, svg } from 'lit';

/** Draws it in an editor. */
export function drawTrashCan(root: ParentNode): void {
  const can = root.querySelector<SVGGElement>('.blocklyTrash');
  const lid = can?.querySelector<SVGGElement>('.blocklyTrashLid');
  if (!can || !lid) return;
  // Under the lid, which is what turns.
  const body = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  lid.before(body);
  render(
    svg`<path class="trash-shape" d="M9.5 18.5l2.3 33.7a4 4 0 0 0 4 3.8h15.4a4 4 0 0 0 4-3.8l2.3-33.7z" />
      <path class="trash-line" d="M17.5 27l.9 20.5M23.5 27v20.5M29.5 27l-.9 20.5" />`,
    body,
  );
  const cover = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  lid.append(cover);
  render(svg`<path class="trash-line" d="M5.5 13h36M17.5 12.5v-4a3 3 0 0 1 3-3h6a3 3 0 0 1 3 3v4" />`, cover);
}
