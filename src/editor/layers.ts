/**
 * Where Blockly shows dropdowns, text fields and tooltips.
 *
 * Blockly has one such layer of each kind per page. The layers follow the editor that is in use,
 * so that they are in its shadow root, where its styles are, and go when the last editor goes.
 */
import * as Blockly from 'blockly';

/** The roots of the editors on this page, the one in use last. */
const roots: HTMLElement[] = [];

const LAYERS = '.blocklyWidgetDiv, .blocklyDropDownDiv, .blocklyTooltipDiv, #blocklyAriaAnnounce';

/** Makes `root` the place of the layers whenever the editor in it is used; call it before Blockly is put into it. */
export function addLayerRoot(root: HTMLElement, signal: AbortSignal): void {
  roots.push(root);
  Blockly.common.setParentContainer(root);
  const use = (): void => moveLayers(root);
  root.addEventListener('pointerdown', use, { capture: true, signal });
  root.addEventListener('focusin', use, { capture: true, signal });
}

/** Hands the layers on to the editor that was in use before this one. */
export function removeLayerRoot(root: HTMLElement): void {
  const next = roots.findLast((other) => other !== root);
  if (next !== undefined) moveLayers(next);
  else Blockly.common.setParentContainer(document.body);
  roots.splice(roots.indexOf(root), 1);
}

function moveLayers(to: HTMLElement): void {
  roots.push(...roots.splice(roots.indexOf(to), 1));
  Blockly.common.setParentContainer(to);
  for (const from of roots) if (from !== to) to.append(...from.querySelectorAll(LAYERS));
}
