/** The dialog that asks for a name. */
import { html, render } from 'lit';
import { part } from './dom.ts';
import { longestName } from './file-names.ts';
import type { Messages } from './messages.ts';

/** Asks for the name of a program; `undefined` when the person would rather not. */
export function askName(present: string, messages: Messages): Promise<string | undefined> {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.setAttribute('aria-labelledby', 'name-title');
  return new Promise((resolve) => {
    let name: string | undefined;
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(name);
    });
    const submit = (event: Event): void => {
      event.preventDefault();
      const wanted = part(dialog, 'input', HTMLInputElement).value.trim();
      if (wanted !== '') name = wanted;
      dialog.close();
    };
    render(
      html`<form @submit=${submit}>
        <h2 class="dialog-heading" id="name-title">${messages.programs.renameTitle}</h2>
        <label class="dialog-field"
          >${messages.programs.nameLabel}
          <input class="field" .value=${present} maxlength=${longestName} required autocomplete="off" autofocus />
        </label>
        <div class="dialog-actions">
          <button type="button" class="button" @click=${() => dialog.close()}>${messages.cancel}</button>
          <button type="submit" class="button primary">${messages.programs.renameDo}</button>
        </div>
      </form>`,
      dialog,
    );
    document.body.append(dialog);
    dialog.showModal();
    part(dialog, 'input', HTMLInputElement).select();
  });
}
