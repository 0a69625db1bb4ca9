/** The dialog with the link that carries the program. */
import { html, nothing, render } from 'lit';
import type { ProgramState } from '../src/editor/index.ts';
import { openDialog } from './dialog.ts';
import { part } from './dom.ts';
import { icon } from './icons.ts';
import type { Messages } from './messages.ts';
import type { Notices } from './notices.ts';
import { downloadProgram } from './program-files.ts';
import { longestLink, longLink, toFragment } from './share-link.ts';

/** What is shared. */
export interface ShareOptions {
  name: string;
  program: ProgramState;
  messages: Messages;
  notices: Notices;
}

/** Opens the dialog. */
export function openShareDialog({ name, program, messages, notices }: ShareOptions): void {
  const words = messages.sharing;
  const link = new URL(toFragment(name, program), location.href).href;
  const { body, close } = openDialog({ title: words.title, messages, className: 'wide' });

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      close();
      notices.show({ kind: 'info', title: words.copied });
    } catch {
      part(body, 'input', HTMLInputElement).select();
      notices.show({ kind: 'error', title: messages.copyFailed });
    }
  };
  const save = (): void => {
    close();
    notices.show({ kind: 'info', title: messages.saved(downloadProgram(program, name)) });
  };
  const hasKeys = JSON.stringify(program).includes('"type":"device_init_app"');
  const isTooLong = link.length > longestLink;

  render(
    isTooLong
      ? html`<p class="dialog-text" role="alert">${words.tooLong(link.length, longestLink)}</p>
          <div class="dialog-actions">
            <button type="button" class="button primary" autofocus @click=${save}>
              ${icon('download')}${words.saveFile}
            </button>
          </div>`
      : html`<p class="dialog-text">${words.help}</p>
          ${hasKeys ? html`<p class="dialog-warning">${icon('warn')}<span>${words.carriesKeys}</span></p>` : nothing}
          <label class="dialog-field"
            >${words.link}
            <input class="field" id="share-link" dir="ltr" readonly .value=${link} @focus=${selectAll} />
          </label>
          <p class="dialog-text">
            ${words.length(link.length)}${link.length > longLink ? html`. ${words.long}` : nothing}
          </p>
          <div class="dialog-actions">
            <button type="button" class="button primary" autofocus @click=${() => void copy()}>
              ${icon('copy')}${words.copy}
            </button>
          </div>`,
    body,
  );
}

function selectAll({ target }: Event): void {
  if (target instanceof HTMLInputElement) target.select();
}
