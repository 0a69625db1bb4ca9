/** Puts a Blockly workspace on the page, and takes it away again. */
import * as Blockly from 'blockly';
import { createToolbox, RENDERER, styleRootOf, useStyles } from '../../blocks/index.ts';
import { keepDialogs } from './dialogs.ts';
import { completeAria } from './aria.ts';
import { followFocus } from './focus.ts';
import { withLayers } from './layers.ts';
import type { EditorOptions } from './options.ts';
import { leaveOutOfSight } from './out-of-sight.ts';

/** A workspace with the element it is in. */
export interface Mount {
  workspace: Blockly.WorkspaceSvg;
  /** Removes both from the page. */
  unmount(): void;
}

/** Makes a workspace that fills `element` and follows its size. Its pictures are in the folder `media`. */
export function mount(element: HTMLElement, options: EditorOptions, media: string, theme: Blockly.Theme): Mount {
  const closing = new AbortController();
  const root = document.createElement('div');
  root.className = 'cpb-editor';
  Object.assign(root.style, { position: 'relative', width: '100%', height: '100%', overflow: 'hidden' });
  element.append(root);
  const releaseStyles = useStyles(styleRootOf(root), media);
  const inject = (): Blockly.WorkspaceSvg =>
    Blockly.inject(root, {
      toolbox: options.toolbox ?? createToolbox(),
      rtl: options.locale?.direction === 'rtl',
      theme,
      renderer: RENDERER,
      css: false,
      media,
      oneBasedIndex: options.compile?.oneBasedIndex ?? true,
      sounds: false,
      trashcan: true,
      // A prompt of the browser has one line, and a field may have many.
      modalInputs: false,
      move: { scrollbars: true, drag: true, wheel: true },
      zoom: { controls: true, wheel: true, pinch: true, startScale: 1, maxScale: 2, minScale: 0.4, scaleSpeed: 1.1 },
      grid: { spacing: 24, length: 1, colour: '#8a94a633', snap: false },
    });
  let workspace: Blockly.WorkspaceSvg;
  try {
    workspace = withLayers(inject, closing.signal);
  } catch (error) {
    // A toolbox or theme of the host that Blockly cannot make sense of.
    root.remove();
    releaseStyles();
    throw error;
  }
  // From right to left, Blockly saves places as seen from the right edge of the view, and a program would change with
  // the window. Seen from where the workspace begins, they are the same in every window and in every direction.
  if (workspace.RTL) workspace.getWidth = () => 0;
  removeMeasuringCanvas();
  followFocus(workspace, closing.signal);
  completeAria(workspace, closing.signal);
  leaveOutOfSight(workspace, closing.signal);
  const closeDialogs = keepDialogs(workspace);
  const observer = new ResizeObserver(() => Blockly.svgResize(workspace));
  observer.observe(root);
  return {
    workspace,
    unmount() {
      observer.disconnect();
      closeDialogs();
      dropFocus(workspace);
      closing.abort();
      workspace.dispose();
      root.remove();
      releaseStyles();
    },
  };
}

/**
 * Takes the focus from what is open in front of a workspace. Else Blockly, closing it, would give the focus back to the
 * workspace, and look after that once more when there is none any longer.
 */
function dropFocus(workspace: Blockly.WorkspaceSvg): void {
  const focused = styleRootOf(workspace.getInjectionDiv()).activeElement;
  if (focused instanceof HTMLElement && workspace.getInjectionDiv().contains(focused)) focused.blur();
}

/** Blockly measures text on a canvas that it leaves in the body, where it takes room and does nothing. */
function removeMeasuringCanvas(): void {
  // Has the canvas made now; Blockly keeps it for all later texts.
  const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  Blockly.utils.dom.getFastTextWidthWithSizeString(text, '10pt', 'normal', 'sans-serif');
  document.querySelector('body > .blocklyComputeCanvas')?.remove();
}

/** Makes a workspace a viewer, or an editor again. */
export function setReadOnly(workspace: Blockly.WorkspaceSvg, readOnly: boolean): void {
  workspace.hideChaff();
  workspace.setIsReadOnly(readOnly);
  workspace.getToolbox()?.setVisible(!readOnly);
  Blockly.svgResize(workspace);
}
