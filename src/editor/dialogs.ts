/**
 * Keeps the dialogs of an editor inside it.
 *
 * Blockly asks for names in dialogs that it puts at the end of the page's body, where the styles of a shadow root do not
 * reach them and those of the page do. Which function asks is one setting for the whole page, and cannot be read, so
 * that no guest could put back what its host had chosen. So that is left alone, and a dialog of Blockly's own moves into
 * the editor that is in use before anything is drawn.
 */
import * as Blockly from 'blockly';

/** Moves the dialogs of a workspace to it. Call what it gives back before that goes: it cancels those that are open. */
export function keepDialogs(workspace: Blockly.WorkspaceSvg): () => void {
  const home = workspace.getInjectionDiv();
  const move = (records: readonly MutationRecord[]): void => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof HTMLDialogElement) || node.parentElement !== document.body) continue;
        if (!node.matches('.blocklyDialog') || Blockly.common.getMainWorkspace() !== workspace) continue;
        show(node, workspace);
      }
    }
  };
  const observer = new MutationObserver(move);
  observer.observe(document.body, { childList: true });
  return () => {
    move(observer.takeRecords());
    for (let open = dialogIn(home); open !== null; open = dialogIn(home)) {
      // Closing it would tell Blockly later, when there is no workspace any more.
      open.dispatchEvent(new Event('close'));
      open.remove();
      // What was said may be followed by another question.
      move(observer.takeRecords());
    }
    observer.disconnect();
  };
}

function dialogIn(home: Element): HTMLDialogElement | null {
  return home.querySelector<HTMLDialogElement>(':scope > .blocklyDialog');
}

function show(dialog: HTMLDialogElement, workspace: Blockly.WorkspaceSvg): void {
  workspace.getInjectionDiv().append(dialog);
  // Not on the page for a moment, it is no longer on top of everything, but still says that it is open.
  dialog.open = false;
  // Around it, Blockly lays everything out from left to right.
  dialog.dir = workspace.RTL ? 'rtl' : 'ltr';
  dialog.setAttribute('aria-label', dialog.querySelector('label')?.textContent ?? '');
  // Keys are the dialog's, and none of them is a shortcut of the workspace around it.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.showModal();
}
