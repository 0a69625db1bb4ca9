/** Puts a Blockly workspace on the page, and takes it away again. */
import * as Blockly from 'blockly';
import { blockTheme, createToolbox, RENDERER } from '../../blocks/index.ts';
import { packLowerings } from '../../generators/typescript/index.ts';
import { shareLayers } from './layers.ts';
import { mediaUrl } from './media.ts';
import type { EditorOptions } from './options.ts';

/** A workspace with the element it is in. */
export interface Mount {
  workspace: Blockly.WorkspaceSvg;
  /** Removes both from the page. */
  unmount(): void;
}

/** Makes a workspace that fills `element` and follows its size. */
export function mount(element: HTMLElement, options: EditorOptions): Mount {
  const root = document.createElement('div');
  root.className = 'cpb-editor';
  Object.assign(root.style, { position: 'relative', width: '100%', height: '100%', overflow: 'hidden' });
  element.append(root);
  const workspace = Blockly.inject(root, {
    toolbox: options.toolbox ?? createToolbox({ supports: (type) => compiles(type, options.lowerings) }),
    rtl: options.locale?.direction === 'rtl',
    theme: blockTheme('light'),
    renderer: RENDERER,
    media: mediaUrl(options.assetsUrl),
    oneBasedIndex: options.compile?.oneBasedIndex ?? true,
    sounds: false,
    trashcan: true,
    // A prompt of the browser has one line, and a field may have many.
    modalInputs: false,
    move: { scrollbars: true, drag: true, wheel: true },
    zoom: { controls: true, wheel: true, pinch: true, startScale: 1, maxScale: 2, minScale: 0.4, scaleSpeed: 1.1 },
    grid: { spacing: 24, length: 1, colour: '#8a94a633', snap: false },
  });
  // From right to left, Blockly saves places as seen from the right edge of the view, and a program would change with
  // the window. Seen from where the workspace begins, they are the same in every window and in every direction.
  if (workspace.RTL) workspace.getWidth = () => 0;
  removeMeasuringCanvas();
  const closing = new AbortController();
  shareLayers(workspace, closing.signal);
  const observer = new ResizeObserver(() => Blockly.svgResize(workspace));
  observer.observe(root);
  return {
    workspace,
    unmount() {
      observer.disconnect();
      closing.abort();
      workspace.dispose();
      root.remove();
    },
  };
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

function compiles(blockType: string, lowerings: EditorOptions['lowerings'] = {}): boolean {
  return Object.hasOwn(packLowerings, blockType) || Object.hasOwn(lowerings, blockType);
}
