/** What a person has before the eyes and behind the undo button, carried over to another workspace with the same program. */
import * as Blockly from 'blockly';

/** What a workspace shows beside its program. */
export interface View {
  undo: Blockly.Events.Abstract[];
  redo: Blockly.Events.Abstract[];
  selected: string | null;
  hasFocus: boolean;
  isRtl: boolean;
  scale: number;
  scroll: { x: number; y: number };
}

export function viewOf(workspace: Blockly.WorkspaceSvg): View {
  const focused = Blockly.getFocusManager().getFocusedNode();
  const selected = focused instanceof Blockly.Field ? focused.getSourceBlock() : Blockly.common.getSelected();
  return {
    undo: workspace.getUndoStack().slice(),
    redo: workspace.getRedoStack().slice(),
    selected: selected?.workspace === workspace ? selected.id : null,
    hasFocus: workspace.getInjectionDiv().matches(':focus-within'),
    isRtl: workspace.RTL,
    scale: workspace.scale,
    scroll: { x: workspace.scrollX, y: workspace.scrollY },
  };
}

export function restoreView(view: View, workspace: Blockly.WorkspaceSvg): void {
  // An event finds its workspace by ID, and what it is about by the IDs that blocks and variables keep.
  for (const event of [...view.undo, ...view.redo]) event.workspaceId = workspace.id;
  workspace.getUndoStack().push(...view.undo);
  workspace.getRedoStack().push(...view.redo);
  workspace.setScale(view.scale);
  // In the other direction everything lies elsewhere.
  if (view.isRtl === workspace.RTL) workspace.scroll(view.scroll.x, view.scroll.y);
  const block = view.selected === null ? null : workspace.getBlockById(view.selected);
  if (block !== null) Blockly.common.setSelected(block);
  else if (view.hasFocus) Blockly.getFocusManager().focusTree(workspace);
}
