/**
 * The blocks of a program as a picture that looks the same anywhere: SVG with every style written into it, and
 * without a reference to anything outside.
 *
 * Loaded on its own; an editor does without.
 */
import * as Blockly from 'blockly';
import { blockTheme, installBlocks, RENDERER, type ThemeName } from '../../../blocks/index.ts';
import { ownMediaUrl } from '../media.ts';
import { readProgram } from '../program-file.ts';
import { copyDrawing } from './copy.ts';

/** Space around the blocks, in pixels. */
const margin = 16;
const svgNamespace = 'http://www.w3.org/2000/svg';

/** How a picture is made. */
export interface PictureOptions {
  /** Default: `light`. */
  theme?: ThemeName;
  /** Whether the blocks lie on the colour of the workspace, or on nothing. Default: true. */
  background?: boolean;
  /** Read by those who cannot see it. */
  title?: string;
  /** As the workspace has it. Default: false. */
  rtl?: boolean;
}

/** A picture. Sizes are in pixels of CSS, at the size at which blocks are edited. */
export interface Picture {
  /** A whole document. */
  svg: string;
  width: number;
  height: number;
}

/**
 * Draws all blocks of a program, wherever they lie.
 *
 * @throws {ProgramError} when it is none that can be shown.
 */
export async function drawProgram(
  data: unknown,
  { theme = 'light', background = true, title, rtl = false }: PictureOptions = {},
): Promise<Picture> {
  // A page with an editor has them already, in its language.
  if (!Object.hasOwn(Blockly.Blocks, 'device_register')) installBlocks();
  const program = readProgram(data, (type) => Object.hasOwn(Blockly.Blocks, type));
  const main = Blockly.common.getMainWorkspace();
  const host = document.createElement('div');
  host.inert = true;
  Object.assign(host.style, { position: 'fixed', insetBlockStart: '0', insetInlineStart: '-20000px' });
  Object.assign(host.style, { width: '1200px', height: '800px' });
  document.body.append(host);
  const look = blockTheme(theme);
  const workspace = Blockly.inject(host, {
    readOnly: true,
    rtl,
    theme: look,
    renderer: RENDERER,
    media: ownMediaUrl(),
    sounds: false,
  });
  try {
    Blockly.Events.disable();
    try {
      Blockly.serialization.workspaces.load({ ...program }, workspace);
    } finally {
      Blockly.Events.enable();
    }
    await Blockly.renderManagement.finishQueuedRenders();
    const canvases = [workspace.getCanvas(), workspace.getBubbleCanvas()];
    const { x, y, width, height } = around(canvases.map((layer) => layer.getBBox()));
    const svg = document.createElementNS(svgNamespace, 'svg');
    svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
    svg.setAttribute('width', String(width));
    svg.setAttribute('height', String(height));
    if (title !== undefined) {
      svg.setAttribute('role', 'img');
      const name = document.createElementNS(svgNamespace, 'title');
      name.textContent = title;
      svg.append(name);
    }
    if (background) {
      const ground = document.createElementNS(svgNamespace, 'rect');
      for (const [key, value] of Object.entries({ x, y, width, height })) ground.setAttribute(key, String(value));
      ground.setAttribute('fill', look.getComponentStyle('workspaceBackgroundColour') ?? '#ffffff');
      svg.append(ground);
    }
    for (const layer of canvases) svg.append(...(await copyDrawing(layer, svg)));
    return { svg: serialize(svg), width, height };
  } finally {
    workspace.dispose();
    host.remove();
    if (main) Blockly.common.setMainWorkspace(main);
  }
}

/** The box around all boxes, on whole pixels. */
function around(boxes: readonly DOMRect[]): { x: number; y: number; width: number; height: number } {
  const filled = boxes.filter(({ width, height }) => width > 0 && height > 0);
  if (filled.length === 0) return { x: 0, y: 0, width: 2 * margin, height: 2 * margin };
  const left = Math.floor(Math.min(...filled.map((box) => box.x)) - margin);
  const top = Math.floor(Math.min(...filled.map((box) => box.y)) - margin);
  const right = Math.ceil(Math.max(...filled.map((box) => box.x + box.width)) + margin);
  const bottom = Math.ceil(Math.max(...filled.map((box) => box.y + box.height)) + margin);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Replaces the characters that XML has no way to write. */
function writable(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const isControl = code < 0x20 && character !== '\t' && character !== '\n' && character !== '\r';
    const isHalf = code >= 0xd800 && code < 0xe000;
    return isControl || isHalf || code === 0xfffe || code === 0xffff ? '\ufffd' : character;
  }).join('');
}

function serialize(svg: SVGSVGElement): string {
  const text = new XMLSerializer().serializeToString(svg);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writable(text)}\n`;
}
