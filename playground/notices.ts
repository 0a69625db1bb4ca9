/** Short messages over the page: what was done, what went wrong, what one can do about it. */
import { html, nothing, render } from 'lit';
import { icon } from './icons.ts';
import type { Messages } from './messages.ts';

/** How long a message that asks for nothing stays, in milliseconds. */
const briefTime = 4_000;
const mostAtOnce = 4;

/** A message. */
export interface Notice {
  kind: 'info' | 'error';
  title: string;
  detail?: string;
  /** Choices offered with it; any of them also dismisses it. A message with choices stays until it is dismissed. */
  actions?: { label: string; choose: () => void }[];
}

/** The place where messages appear. Errors stay until they are dismissed, the rest goes by itself. */
export class Notices {
  readonly #host: HTMLElement;
  readonly #spoken: HTMLElement;
  readonly #messages: Messages;

  /** `spoken` is a live region, which nobody sees. */
  constructor(host: HTMLElement, spoken: HTMLElement, messages: Messages) {
    this.#host = host;
    this.#spoken = spoken;
    this.#messages = messages;
  }

  /** Whether there is no message at the moment. */
  get isEmpty(): boolean {
    return this.#host.childElementCount === 0;
  }

  /** Tells those who hear the page what all others have seen. */
  say(text: string): void {
    // The same words said again are heard again only if they differ.
    this.#spoken.textContent = this.#spoken.textContent === text ? `${text}\u00a0` : text;
  }

  /** Shows a message. Returns the way to take it away before a person does. */
  show({ kind, title, detail, actions = [] }: Notice): () => void {
    const element = document.createElement('div');
    element.className = `notice ${kind}`;
    const isBrief = kind === 'info' && actions.length === 0;
    element.classList.toggle('brief', isBrief);
    // The role must be there before the text is, for screen readers to read it.
    element.setAttribute('role', kind === 'error' ? 'alert' : 'status');
    // What was done last is what one wants to read; what is said again, with other details or the same, is said once.
    if (kind === 'info') for (const earlier of this.#host.querySelectorAll('.brief')) earlier.remove();
    for (const earlier of [...this.#host.children]) {
      if (earlier.querySelector('.notice-title')?.textContent === title) earlier.remove();
    }
    this.#host.append(element);
    while (this.#host.children.length > mostAtOnce) this.#host.firstElementChild?.remove();

    const dismiss = (): void => element.remove();
    render(
      html`${icon(kind === 'error' ? 'error' : 'check')}
        <div>
          <p class="notice-title">${title}</p>
          ${detail ? html`<p class="notice-detail">${detail}</p>` : nothing}
          ${
            actions.length > 0
              ? html`<div class="notice-actions">
                  ${actions.map(
                    ({ label, choose }) =>
                      html`<button
                        type="button"
                        class="button small"
                        @click=${() => {
                          dismiss();
                          choose();
                        }}
                      >
                        ${label}
                      </button>`,
                  )}
                </div>`
              : nothing
          }
        </div>
        <button type="button" class="button small icon-only" aria-label=${this.#messages.dismiss} @click=${dismiss}>
          ${icon('close')}
        </button>`,
      element,
    );
    element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') dismiss();
    });
    if (isBrief) this.#dismissLater(element);
    return dismiss;
  }

  /** Takes a message away after a while, but never from under the pointer or the focus. */
  #dismissLater(element: HTMLElement): void {
    setTimeout(() => {
      if (element.matches(':hover, :focus-within')) this.#dismissLater(element);
      else element.remove();
    }, briefTime);
  }
}
