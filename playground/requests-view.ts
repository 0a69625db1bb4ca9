/** The requests of a run with their answers: a list in which each unfolds. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Exchange } from '../src/editor/index.ts';
import { icon } from './icons.ts';
import type { Messages } from './messages.ts';
import { describeRequest } from './request-words.ts';

/** The most that are kept on the page; older ones give way. */
const mostRequests = 200;

/** An exchange and the number under which it is listed. */
interface Entry {
  id: number;
  exchange: Exchange;
}

/** The parts of the page that the list is made of. */
export interface RequestParts {
  panel: HTMLElement;
  tools: HTMLElement;
}

/** What the list tells the page. */
export interface RequestEvents {
  /** The number of requests that are listed is another. */
  counted(count: number): void;
  /** The block that made a request is asked for. */
  showBlock(blockId: string): void;
}

/** The list of requests. */
export class RequestsView {
  readonly #parts: RequestParts;
  readonly #messages: Messages;
  readonly #events: RequestEvents;
  readonly #timeFormat: Intl.DateTimeFormat;
  #entries: Entry[] = [];
  #last = 0;
  #dropped = 0;
  #isScheduled = false;

  constructor(parts: RequestParts, messages: Messages, events: RequestEvents) {
    this.#parts = parts;
    this.#messages = messages;
    this.#events = events;
    this.#timeFormat = new Intl.DateTimeFormat(messages.tag, { timeStyle: 'medium' });
    this.#draw();
  }

  /** Adds a request with what came of it. */
  add(exchange: Exchange): void {
    this.#last += 1;
    this.#entries.push({ id: this.#last, exchange });
    const tooMany = this.#entries.length - mostRequests;
    if (tooMany > 0) {
      this.#entries.splice(0, tooMany);
      this.#dropped += tooMany;
    }
    this.#later();
  }

  clear(): void {
    this.#entries = [];
    this.#dropped = 0;
    this.#draw();
  }

  /** Unfolds the last request of a block and takes the keyboard there. */
  open(blockId: string): void {
    this.#draw();
    const found = this.#entries.findLast(({ exchange }) => exchange.blockId === blockId);
    const details = found && this.#parts.panel.querySelector<HTMLDetailsElement>(`#request-${found.id}`);
    if (!details) return;
    details.open = true;
    details.scrollIntoView({ block: 'nearest' });
    details.querySelector('summary')?.focus();
  }

  /** At most once a frame. */
  #later(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    requestAnimationFrame(() => {
      this.#isScheduled = false;
      this.#draw();
    });
  }

  #draw(): void {
    const { stepping } = this.#messages;
    this.#events.counted(this.#entries.length);
    render(
      html`<button
        type="button"
        class="button small icon-only"
        aria-label=${stepping.requestsClear}
        data-tip=${stepping.requestsClear}
        data-tip-end
        ?disabled=${this.#entries.length === 0}
        @click=${() => this.clear()}
      >
        ${icon('clear')}
      </button>`,
      this.#parts.tools,
    );
    render(
      this.#entries.length === 0
        ? html`<p class="empty">${stepping.requestsEmpty}</p>`
        : html`${this.#dropped > 0 ? html`<p class="empty">${stepping.requestsDropped(this.#dropped)}</p>` : nothing}
            <ul class="requests" aria-label=${stepping.requestList}>
              ${repeat(
                this.#entries,
                ({ id }) => id,
                (entry) => this.#line(entry),
              )}
            </ul>`,
      this.#parts.panel,
    );
  }

  #line({ id, exchange }: Entry): TemplateResult {
    const { stepping } = this.#messages;
    const { request, response, error, time, duration, blockId } = exchange;
    const isGood = response !== undefined && response.status < 400;
    return html`<li>
      <details id="request-${id}" class="request ${isGood ? 'good' : 'bad'}">
        <summary>
          <span class="request-method">${request.method}</span>
          <span class="request-name">${describeRequest(request, this.#messages)}</span>
          <span class="request-status">${response?.status ?? stepping.noResponse}</span>
          <span class="request-time">${stepping.milliseconds(Math.round(duration))}</span>
        </summary>
        <div class="request-body">
          <p class="request-line">
            <time datetime=${new Date(time).toISOString()}>${this.#timeFormat.format(time)}</time>
            ${
              blockId === undefined
                ? nothing
                : html`<button
                    type="button"
                    class="button small line-action"
                    @click=${() => this.#events.showBlock(blockId)}
                  >
                    ${icon('focus')}${this.#messages.showBlock}
                  </button>`
            }
          </p>
          <h3>${stepping.request}</h3>
          <p class="request-path">${request.method} ${pathOf(request.url)}</p>
          ${this.#body(request.body)}
          <h3>${stepping.response}</h3>
          ${
            response
              ? html`<p class="request-path">${response.status}</p>
                  ${this.#body(response.body)}`
              : html`<p class="request-error">${error || stepping.noResponse}</p>`
          }
        </div>
      </details>
    </li>`;
  }

  #body(body: string | null): TemplateResult {
    if (body === null || body === '') return html`<p class="faint">${this.#messages.stepping.noBody}</p>`;
    return html`<pre class="request-text" tabindex="0">${laidOut(body)}</pre>`;
  }
}

/** The path behind the application and its key, which is nobody's business who looks over one's shoulder. */
function pathOf(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  return path.replace(/^.*?(?=\/(?:messaging|info)(?:\/|$))/, '');
}

/** JSON as one reads it; anything else as it is. */
function laidOut(text: string): string {
  try {
    const data: unknown = JSON.parse(text);
    return JSON.stringify(data, null, 2);
  } catch {
    return text;
  }
}
