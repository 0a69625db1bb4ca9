/**
 * A way to the workspace of a page, for what is measured there. Built into copies of the pages that serve for this
 * alone.
 */
import * as Blockly from 'blockly';
import { handleName, type Handle } from './handle-type.ts';

const handle: Handle = {
  show(program, place) {
    const workspace = drawnWorkspace();
    const element = document.querySelector('#workspace');
    if (place && element instanceof HTMLElement) {
      Object.assign(element.style, {
        position: 'absolute',
        left: `${place.x}px`,
        top: `${place.y}px`,
        width: `${place.width}px`,
        height: `${place.height}px`,
      });
    }
    Blockly.svgResize(workspace);
    Blockly.serialization.workspaces.load({ ...program }, workspace);
    workspace.setScale(1);
    showBeginning(workspace);
  },

  place(blockId) {
    const workspace = drawnWorkspace();
    const block = blockIn(workspace, blockId);
    const { x, y } = block.getRelativeToSurfaceXY();
    block.moveBy(-x, -y);
    showBeginning(workspace);
  },

  async edit(blockId, fieldName, value) {
    const block = blockIn(drawnWorkspace(), blockId);
    // Always at the same moment between two frames.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const shown = document.querySelector('#code') ? codeShows(String(value)) : listenersHear(blockId);
    const start = performance.now();
    block.setFieldValue(value, fieldName);
    return (await shown) - start;
  },
};
Reflect.set(globalThis, handleName, handle);

function drawnWorkspace(): Blockly.WorkspaceSvg {
  const workspace = Blockly.common.getMainWorkspace();
  if (!(workspace instanceof Blockly.WorkspaceSvg)) throw new Error('There is no workspace on the page.');
  return workspace;
}

function blockIn(workspace: Blockly.WorkspaceSvg, id: string): Blockly.BlockSvg {
  const block = workspace.getBlockById(id);
  if (!block) throw new Error(`There is no block ${id}.`);
  return block;
}

function showBeginning(workspace: Blockly.WorkspaceSvg): void {
  workspace.scroll(40, 40);
}

function codeShows(text: string): Promise<number> {
  return new Promise((resolve) => {
    const code = document.querySelector('.cm-content');
    if (!code) throw new Error('The code is not there yet.');
    const observer = new MutationObserver(() => {
      if (!code.textContent?.includes(text)) return;
      observer.disconnect();
      resolve(performance.now());
    });
    observer.observe(code, { subtree: true, childList: true, characterData: true });
  });
}

function listenersHear(blockId: string): Promise<number> {
  const workspace = drawnWorkspace();
  return new Promise((resolve) => {
    const listener = (event: Blockly.Events.Abstract): void => {
      if (!(event instanceof Blockly.Events.BlockChange) || event.blockId !== blockId) return;
      workspace.removeChangeListener(listener);
      resolve(performance.now());
    };
    workspace.addChangeListener(listener);
  });
}
