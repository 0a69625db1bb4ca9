/** The light on the block that a program is at. */
import type { Editor } from '../src/editor/index.ts';

const running = 'cpb-running';
const held = 'cpb-held';

/** Lights up one block at a time, at most once a frame, however fast the program is. */
export class RunningBlock {
  readonly #editor: Editor;
  #wanted: { blockId: string; isHeld: boolean } | undefined;
  #lit: SVGElement | undefined;
  #isScheduled = false;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** The program is at this block; held there if a person may want to look at it, which then is brought into view. */
  show(blockId: string, { isHeld }: { isHeld: boolean }): void {
    this.#wanted = { blockId, isHeld };
    this.#later();
  }

  /** The program is at no block any more. */
  clear(): void {
    this.#wanted = undefined;
    this.#later();
  }

  #later(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    requestAnimationFrame(() => {
      this.#isScheduled = false;
      this.#light();
    });
  }

  #light(): void {
    const { workspace } = this.#editor;
    const block = this.#wanted === undefined ? null : workspace.getBlockById(this.#wanted.blockId);
    const root = block?.getSvgRoot();
    if (this.#lit !== root) this.#lit?.classList.remove(running, held);
    this.#lit = root;
    root?.classList.add(running);
    root?.classList.toggle(held, this.#wanted?.isHeld === true);
    if (block && this.#wanted?.isHeld) workspace.scrollBoundsIntoView(block.getBoundingRectangleWithoutChildren());
  }
}
