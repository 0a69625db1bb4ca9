/** What stands where the blocks would be when the page cannot start. */
import { html, render } from 'lit';
import { icon } from './icons.ts';
import type { Messages } from './messages.ts';
import type { Page } from './page.ts';

/** Says that the page could not start, and why, and offers to reload it. */
export function showStartFailure(
  { root, loading }: Page,
  messages: Messages,
  { reason, reload }: { reason: string; reload: { label: string; choose: () => void } },
): void {
  root.removeAttribute('data-loading');
  const place = document.createElement('div');
  place.className = 'start-failure';
  place.setAttribute('role', 'alert');
  loading.replaceWith(place);
  render(
    html`${icon('error')}
      <h2>${messages.startFailed}</h2>
      <p>${messages.startFailedDetail}</p>
      <p class="faint">${reason}</p>
      <button type="button" class="button outlined" @click=${reload.choose}>${reload.label}</button>`,
    place,
  );
}
