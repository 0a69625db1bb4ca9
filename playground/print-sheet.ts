/**
 * What is printed of the page: the name of the program, all of its blocks and all of its code, however much of them is
 * in sight. It is made as the browser begins to print, which waits for nothing.
 */
import type { Editor } from '../src/editor/index.ts';

const margin = 8;
const svgNamespace = 'http://www.w3.org/2000/svg';

/** Puts a sheet in place of the page for as long as the browser prints. */
export function offerPrint(editor: Editor, name: () => string): void {
  let sheet: HTMLElement | undefined;
  const takeAway = (): void => {
    sheet?.remove();
    sheet = undefined;
  };
  window.addEventListener('beforeprint', () => {
    takeAway();
    sheet = document.createElement('div');
    sheet.className = 'print-sheet';
    const title = document.createElement('h1');
    title.textContent = name();
    const code = document.createElement('pre');
    code.textContent = editor.compile().code;
    code.dir = 'ltr';
    sheet.append(title, copyOfBlocks(editor), code);
    document.body.append(sheet);
  });
  window.addEventListener('afterprint', takeAway);
}

/** The blocks as they are on the page, but for what is selected, moved and zoomed. */
function copyOfBlocks({ workspace }: Editor): HTMLElement {
  const holder = document.createElement('div');
  // The styles of the blocks are those of the workspace that they are in.
  holder.className = workspace.getInjectionDiv().className;
  const { left, top, right, bottom } = workspace.getBlocksBoundingBox();
  const [width, height] = [right - left + 2 * margin, bottom - top + 2 * margin];
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('class', 'blocklySvg');
  svg.setAttribute('viewBox', `${left - margin} ${top - margin} ${width} ${height}`);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  const blocks = workspace.getCanvas().cloneNode(true);
  if (blocks instanceof SVGElement) {
    blocks.removeAttribute('transform');
    blocks.style.removeProperty('transform');
    for (const marked of blocks.querySelectorAll('.blocklySelected, .blocklyHighlighted')) {
      marked.classList.remove('blocklySelected', 'blocklyHighlighted');
    }
    for (const named of blocks.querySelectorAll('[id]')) named.removeAttribute('id');
  }
  svg.append(blocks);
  holder.append(svg);
  return holder;
}
