/** What stands in the workspace for as long as it has no block: where to begin. */
import { html, render } from 'lit';
import type { Editor } from '../src/editor/index.ts';
import { icon } from './icons.ts';
import type { Messages } from './messages.ts';

/** The category of the blocks that are used most, after the search. */
const firstCategory = 1;

/** Shows the invitation in the slot whenever there is no block. */
export function inviteIntoEmpty(
  slot: HTMLElement,
  editor: Editor,
  messages: Messages,
  { openExamples }: { openExamples: () => void },
): void {
  const { workspace } = editor;
  const words = messages.states.empty;
  const showBlocks = (): void => {
    const toolbox = workspace.getToolbox();
    toolbox?.selectItemByPosition(firstCategory);
    const item = toolbox?.getSelectedItem();
    if (item && 'getFocusableElement' in item && typeof item.getFocusableElement === 'function') {
      const element: unknown = item.getFocusableElement();
      if (element instanceof HTMLElement) element.focus();
    }
  };
  const invitation = html`<div class="invitation">
    <span class="invitation-picture">${icon('blocks')}</span>
    <p class="invitation-title">${words.title}</p>
    <p>${words.text}</p>
    <div class="invitation-actions">
      <button type="button" class="button outlined" @click=${showBlocks}>${words.blocks}</button>
      <button type="button" class="button" @click=${openExamples}>${icon('learn')}${words.example}</button>
    </div>
  </div>`;
  let isShown = false;
  const update = (): void => {
    const isEmpty = workspace.getTopBlocks(false).length === 0;
    if (isEmpty === isShown) return;
    isShown = isEmpty;
    // The blocks of the list lie over it, but not the list itself.
    slot.style.setProperty('--toolbox', `${workspace.getToolbox()?.getWidth() ?? 0}px`);
    render(isEmpty ? invitation : '', slot);
  };
  workspace.addChangeListener(update);
  update();
}
