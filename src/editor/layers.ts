/**
 * Where Blockly shows dropdowns, text fields and tooltips, and speaks to screen readers.
 *
 * Blockly has one such layer of each kind per page, and shows it in the workspace that is in use. It finds them with
 * `document.querySelector`, which does not see into shadow roots. So each new editor begins with new layers, and when
 * an editor goes, the layers that are in it go to another one.
 */
import * as Blockly from 'blockly';

/** The workspaces of the editors on this page, the one that was used last at the end. */
const workspaces: Blockly.WorkspaceSvg[] = [];

/** The region that speaks; for it, Blockly does not look where it is used. */
const VOICE = '#blocklyAriaAnnounce';
const LAYERS = `.blocklyWidgetDiv, .blocklyDropDownDiv, .blocklyTooltipDiv, ${VOICE}`;

/** Makes a workspace with layers of its own, and takes care of them until `signal` is aborted, before it is disposed of. */
export function withLayers(inject: () => Blockly.WorkspaceSvg, signal: AbortSignal): Blockly.WorkspaceSvg {
  const last = mainWorkspace();
  last?.hideChaff();
  // Blockly would go on using layers that it sees, and listen to them once more for every editor.
  if (last !== undefined && workspaces.includes(last)) for (const layer of layersIn(last)) layer.remove();
  const workspace = inject();
  workspaces.push(workspace);
  // They are made before the workspace is known as the main one.
  const strays = [...(last === undefined ? [] : layersIn(last)), ...childLayers(document.body)];
  workspace.getInjectionDiv().append(...strays);
  workspace.getInjectionDiv().addEventListener('focusin', () => use(workspace), { signal });
  signal.addEventListener('abort', () => release(workspace));
  return workspace;
}

/** The workspace that was used last, if it is still there: one of ours, or one that the host has beside them. */
function mainWorkspace(): Blockly.WorkspaceSvg | undefined {
  const main: Blockly.Workspace | undefined = Blockly.common.getMainWorkspace();
  return main instanceof Blockly.WorkspaceSvg && main.rendered ? main : undefined;
}

function use(workspace: Blockly.WorkspaceSvg): void {
  const previous = workspaces.at(-1);
  if (previous === undefined || previous === workspace) return;
  workspaces.splice(workspaces.indexOf(workspace), 1);
  workspaces.push(workspace);
  // An editor that is not in use may be out of sight, and what is out of sight is silent.
  const voice = layersIn(previous).filter((layer) => layer.matches(VOICE));
  workspace.getInjectionDiv().append(...voice);
}

function release(workspace: Blockly.WorkspaceSvg): void {
  workspace.hideChaff();
  workspaces.splice(workspaces.indexOf(workspace), 1);
  const next = workspaces.at(-1) ?? otherWorkspace(workspace);
  const layers = layersIn(workspace);
  if (next !== undefined) {
    if (Blockly.common.getMainWorkspace() === workspace) Blockly.common.setMainWorkspace(next);
    next.getInjectionDiv().append(...layers);
    return;
  }
  // Blockly holds on to the layers, to the workspace that was used last and to where the focus was in it. Let it hold on
  // to something small.
  for (const layer of layers) layer.remove();
  if (Blockly.common.getMainWorkspace() !== workspace) return;
  const placeholder = new Blockly.Workspace();
  Blockly.common.setMainWorkspace(placeholder);
  placeholder.dispose();
  Blockly.getFocusManager().setPopoverFocusRoot(document.createElement('div'));
}

/** A workspace on this page that is none of ours. */
function otherWorkspace(workspace: Blockly.WorkspaceSvg): Blockly.WorkspaceSvg | undefined {
  return Blockly.common
    .getAllWorkspaces()
    .filter((each) => each instanceof Blockly.WorkspaceSvg)
    .find((each) => each !== workspace && each.rendered && !each.isFlyout && each.options.parentWorkspace === null);
}

function layersIn(workspace: Blockly.WorkspaceSvg): Element[] {
  return childLayers(workspace.getInjectionDiv());
}

function childLayers(parent: Element): Element[] {
  return Array.from(parent.children).filter((child) => child.matches(LAYERS));
}
