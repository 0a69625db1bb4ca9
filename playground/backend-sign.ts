/** The sign that says which backend is in use, always to be seen, and opens the choice. */
import { html, render } from 'lit';
import type { BackendChoice, OwnApp } from './backend-choice.ts';
import { icon } from './icons.ts';
import type { Messages } from './messages.ts';

/** Shows the backend in the slot from now on. Gives what opens the choice. */
export function showBackend(slot: HTMLElement, choice: BackendChoice, messages: Messages): () => void {
  const open = async (): Promise<void> => {
    const { openBackendDialog } = await import('./backend-dialog.ts');
    openBackendDialog(choice, messages);
  };
  const draw = (): void => {
    const { own } = choice;
    const name = own ? messages.backend.own(nameOf(own)) : messages.backend.simulated;
    render(
      html`<button
        id="backend"
        type="button"
        class="button backend-sign"
        aria-haspopup="dialog"
        data-action=${messages.backend.choose}
        ?data-own=${own !== undefined}
        @click=${() => void open()}
      >
        ${icon(own ? 'cloud' : 'package')}<span>${name}</span>
      </button>`,
      slot,
    );
  };
  choice.onChange(draw);
  draw();
  return () => void open();
}

/** An app by what one knows it by, without its key. */
function nameOf(own: OwnApp): string {
  return own.by === 'domain' ? new URL(own.domain).host : `${own.appId.slice(0, 8)} · ${new URL(own.serverURL).host}`;
}
