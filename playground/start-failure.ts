/** What stands where the blocks would be when the page cannot start. */
import { html, nothing, render } from 'lit';
import { icon } from './icons.ts';
import type { Messages } from './messages.ts';
import type { Page } from './page.ts';

/** Why the page could not start, and what a person can still do. */
export interface StartFailure {
  reason: string;
  reload: { label: string; choose: () => void };
  /** Downloads the program that would have been shown, where one is kept. */
  rescue: (() => void) | undefined;
}

/** Says that the page could not start, and offers what can be done. */
export function showStartFailure(
  { root, loading, console: { empty } }: Page,
  messages: Messages,
  { reason, reload, rescue }: StartFailure,
): void {
  root.removeAttribute('data-loading');
  root.setAttribute('data-failed', '');
  // Nothing can be run, so there is nothing to press either.
  empty.textContent = '';
  const place = document.createElement('div');
  place.className = 'start-failure';
  place.setAttribute('role', 'alert');
  loading.replaceWith(place);
  render(
    html`${icon('error')}
      <h2>${messages.startFailed}</h2>
      <p>${messages.startFailedDetail}${rescue ? html` ${messages.states.programsUntouched}` : nothing}</p>
      <div class="start-failure-actions">
        <button type="button" class="button primary" @click=${reload.choose}>${reload.label}</button>
        ${
          rescue
            ? html`<button type="button" class="button outlined" @click=${rescue}>
                ${icon('download')}${messages.sharing.programFile}
              </button>`
            : nothing
        }
      </div>
      <p class="start-failure-reason">${reason}</p>`,
    place,
  );
}
