/** A mark on each block that made a request, which opens it: a sign for the pointer, a line in the block's menu for keys. */
import type { Editor, Exchange } from '../src/editor/index.ts';
import type { Messages } from './messages.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

type Block = NonNullable<ReturnType<Editor['workspace']['getBlockById']>>;

/** A mark, and how to take it away. */
interface Mark {
  block: Block;
  sign: SVGElement;
  remove(): void;
}

/** The marks of one editor. */
export class RequestMarks {
  readonly #editor: Editor;
  readonly #messages: Messages;
  readonly #open: (blockId: string) => void;
  readonly #marks = new Map<string, Mark>();

  /** `open` is called with the block whose request is asked for. */
  constructor(editor: Editor, messages: Messages, open: (blockId: string) => void) {
    this.#editor = editor;
    this.#messages = messages;
    this.#open = open;
    editor.on('change', ({ kind }) => {
      if (kind === 'load') this.clear();
    });
  }

  /** Marks the block of a request. */
  show({ blockId, response }: Exchange): void {
    if (blockId === undefined) return;
    const block = this.#editor.workspace.getBlockById(blockId);
    if (!block) return;
    const { stepping } = this.#messages;
    const words = response ? stepping.answered(response.status) : stepping.unanswered;
    const isGood = response !== undefined && response.status < 400;
    const known = this.#marks.get(blockId);
    const mark = known?.block === block ? known : this.#add(blockId, block);
    mark.sign.setAttribute('class', `cpb-request ${isGood ? 'good' : 'bad'}`);
    const title = mark.sign.querySelector('title');
    if (title) title.textContent = words;
  }

  /** Takes all marks away. */
  clear(): void {
    for (const { remove } of this.#marks.values()) remove();
    this.#marks.clear();
  }

  #add(blockId: string, block: Block): Mark {
    this.#marks.get(blockId)?.remove();
    const sign = drawSign();
    // Else the click would begin a drag of the block.
    sign.addEventListener('pointerdown', (event) => event.stopPropagation());
    sign.addEventListener('click', () => this.#open(blockId));
    block.getSvgRoot().append(sign);

    const { customContextMenu } = block;
    block.customContextMenu = (options) => {
      customContextMenu?.call(block, options);
      options.push({
        text: this.#messages.stepping.showRequest,
        enabled: true,
        callback: () => this.#open(blockId),
      });
    };
    const mark: Mark = {
      block,
      sign,
      remove() {
        sign.remove();
        if (customContextMenu) block.customContextMenu = customContextMenu;
        else delete block.customContextMenu;
      },
    };
    this.#marks.set(blockId, mark);
    return mark;
  }
}

/** A dot with two arrows in it, over the corner of the block, so that nothing in the block has to make room. */
function drawSign(): SVGElement {
  const sign = document.createElementNS(svgNamespace, 'g');
  sign.setAttribute('transform', 'translate(0 -4)');
  const title = document.createElementNS(svgNamespace, 'title');
  const disc = document.createElementNS(svgNamespace, 'circle');
  disc.setAttribute('r', '9');
  const arrows = document.createElementNS(svgNamespace, 'path');
  arrows.setAttribute('d', 'M-4.5 -1.8h8.5M2 -4.2l2.4 2.4M4.5 1.8h-8.5M-2 4.2l-2.4 -2.4');
  sign.append(title, disc, arrows);
  return sign;
}
