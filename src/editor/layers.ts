/**
 * Where Blockly shows dropdowns, text fields and tooltips, and speaks to screen readers.
 *
 * Blockly has one such layer of each kind per page, and puts it into the workspace that was used
 * last. What remains is to see to it from the first workspace to the last: the layers begin in the
 * body, and would go with the workspace they happen to be in.
 */
import * as Blockly from 'blockly';

/** The workspaces of the editors on this page, the one that was used last at the end. */
const workspaces: Blockly.WorkspaceSvg[] = [];

const LAYERS = '.blocklyWidgetDiv, .blocklyDropDownDiv, .blocklyTooltipDiv, #blocklyAriaAnnounce';

/** Takes care of the layers for one more workspace, until `signal` is aborted; abort it before the workspace goes. */
export function shareLayers(workspace: Blockly.WorkspaceSvg, signal: AbortSignal): void {
  workspaces.push(workspace);
  takeLayers(workspace, document.body);
  workspace.getInjectionDiv().addEventListener('focusin', () => use(workspace), { signal });
  signal.addEventListener('abort', () => release(workspace));
}

function use(workspace: Blockly.WorkspaceSvg): void {
  if (workspaces.at(-1) === workspace) return;
  workspaces.splice(workspaces.indexOf(workspace), 1);
  workspaces.push(workspace);
}

function release(workspace: Blockly.WorkspaceSvg): void {
  workspace.hideChaff();
  workspaces.splice(workspaces.indexOf(workspace), 1);
  const next = workspaces.at(-1);
  if (next === undefined) return;
  if (Blockly.common.getMainWorkspace() === workspace) Blockly.common.setMainWorkspace(next);
  takeLayers(next, workspace.getInjectionDiv());
}

function takeLayers(workspace: Blockly.WorkspaceSvg, from: Element): void {
  const layers = Array.from(from.children).filter((child) => child.matches(LAYERS));
  workspace.getInjectionDiv().append(...layers);
}
