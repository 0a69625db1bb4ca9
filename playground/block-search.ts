/**
 * Search in the blocks of the program: every block whose words hold what was typed is marked, and one jumps between
 * them.
 *
 * `@blockly/plugin-workspace-search` does this too, but its words are English, it says nothing to a screen reader, and
 * its style sheet goes into the page's head, where a shadow root does not see it.
 */
import { html, render } from 'lit';
import type { Editor } from '../src/editor/index.ts';
import { part } from './dom.ts';
import { icon } from './icons.ts';
import type { Messages } from './messages.ts';

type Block = ReturnType<Editor['workspace']['getAllBlocks']>[number];

/** The search bar over the blocks. */
export class BlockSearch {
  readonly #slot: HTMLElement;
  readonly #editor: Editor;
  readonly #messages: Messages;
  #query = '';
  #matches: Block[] = [];
  #current = 0;
  #before: Element | null = null;
  #stopListening: (() => void) | undefined;

  constructor(slot: HTMLElement, editor: Editor, messages: Messages) {
    this.#slot = slot;
    this.#editor = editor;
    this.#messages = messages;
  }

  /** Opens the bar, or takes the keyboard back to it. */
  open(): void {
    if (!this.#stopListening) {
      this.#before = document.activeElement;
      this.#stopListening = this.#editor.on('change', () => this.#search(false));
      this.#search(false);
    }
    const field = part(this.#slot, 'input', HTMLInputElement);
    field.focus();
    field.select();
  }

  /** Closes the bar. The keyboard goes to the block that was found, else to where it was before. */
  close(): void {
    const found = this.#matches[this.#current];
    this.#stopListening?.();
    this.#stopListening = undefined;
    this.#mark([]);
    this.#editor.highlight(null);
    render(html``, this.#slot);
    if (found && !found.isDeadOrDying()) {
      found.select();
      found.getFocusableElement().focus();
    } else if (this.#before instanceof HTMLElement || this.#before instanceof SVGElement) {
      this.#before.focus();
    }
  }

  /** Looks for the words. With `jump` the first match is shown; else the one that was current stays so. */
  #search(jump: boolean): void {
    const was = this.#matches[this.#current];
    const query = normalize(this.#query);
    const blocks = query === '' ? [] : this.#editor.workspace.getAllBlocks(true);
    const matches = blocks
      .filter((block) => !block.isShadow() || isWritten(block))
      .filter((block) => normalize(wordsOn(block)).includes(query));
    this.#mark(matches);
    this.#current = Math.max(0, was ? matches.indexOf(was) : 0);
    if (jump) this.#show();
    this.#draw();
  }

  #mark(matches: Block[]): void {
    for (const block of this.#matches) if (!block.isDeadOrDying()) block.getSvgRoot().classList.remove('found-block');
    for (const block of matches) block.getSvgRoot().classList.add('found-block');
    this.#matches = matches;
  }

  #go(by: number): void {
    const count = this.#matches.length;
    if (count === 0) return;
    this.#current = (this.#current + by + count) % count;
    this.#show();
    this.#draw();
  }

  /** Brings the current match into view; in a collapsed block, that. */
  #show(): void {
    let block = this.#matches[this.#current];
    for (let around = block?.getSurroundParent(); around; around = around.getSurroundParent()) {
      if (around.isCollapsed()) block = around;
    }
    this.#editor.highlight(block?.id ?? null);
  }

  #draw(): void {
    const words = this.#messages.finding;
    const count = this.#matches.length;
    const typed = (event: Event): void => {
      if (event.target instanceof HTMLInputElement) this.#query = event.target.value;
      this.#search(true);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      const by = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === 'Escape') this.close();
      else if (by !== undefined && event.target instanceof HTMLInputElement) this.#go(by);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const said = this.#query.trim() === '' ? '' : count === 0 ? words.noBlock : words.blockOf(this.#current + 1, count);
    render(
      html`<div class="block-search" role="search" aria-label=${words.findBlocks} @keydown=${onKey}>
        <input
          class="field"
          type="text"
          aria-label=${words.findBlocks}
          placeholder=${words.findBlocks}
          autocomplete="off"
          spellcheck="false"
          .value=${this.#query}
          @input=${typed}
        />
        <span class="block-search-count" role="status">${said}</span>
        ${this.#button(words.previous, 'up', count === 0, () => this.#go(-1))}
        ${this.#button(words.next, 'chevron', count === 0, () => this.#go(1))}
        ${this.#button(words.closeSearch, 'close', false, () => this.close())}
      </div>`,
      this.#slot,
    );
  }

  #button(label: string, name: 'up' | 'chevron' | 'close', disabled: boolean, act: () => void) {
    return html`<button
      type="button"
      class="button small icon-only"
      aria-label=${label}
      ?disabled=${disabled}
      @click=${act}
    >
      ${icon(name)}
    </button>`;
  }
}

/** Shadow blocks are found by what a person wrote in them. */
function isWritten(block: Block): boolean {
  return block.isEditable();
}

/** What is written on a block itself, without those in it, and in its comment. */
function wordsOn(block: Block): string {
  const fields = [...block.getFields()].map((field) => field.getText());
  return [...fields, block.getCommentText() ?? ''].join(' ');
}

function normalize(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLocaleLowerCase();
}
