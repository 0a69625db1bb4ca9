/** What programs print, line by line, as it comes. */
import { html, nothing, render } from 'lit';
import { icon } from './icons.ts';
import type { Messages } from './messages.ts';

/** The most lines that are kept on the page; older ones give way. */
const mostLines = 2_000;

/** One line of the console. */
export interface ConsoleLine {
  level: 'log' | 'info' | 'warn' | 'error';
  /** What was printed; it is only ever shown as text. */
  text: string;
  /** Words under it, for a person who does not know what to do about it. */
  advice?: string;
  /** A button that belongs to the line. */
  action?: { label: string; choose: () => void };
  /** Where a new run begins: a line of the page's own, not of the program. */
  isHeading?: boolean;
}

/** The parts of the page that the console is made of. */
export interface ConsoleParts {
  log: HTMLElement;
  empty: HTMLElement;
  clear: HTMLButtonElement;
}

/** The console. */
export class ConsoleView {
  readonly #parts: ConsoleParts;
  readonly #messages: Messages;
  #waiting: ConsoleLine[] = [];
  #dropped = 0;
  #droppedNote: HTMLElement | undefined;

  constructor(parts: ConsoleParts, messages: Messages) {
    this.#parts = parts;
    this.#messages = messages;
    parts.clear.addEventListener('click', () => this.clear());
    this.#showState();
  }

  /** Adds a line. A program may print many at once: they are put on the page together, before the next frame. */
  add(line: ConsoleLine): void {
    this.#waiting.push(line);
    if (this.#waiting.length === 1) requestAnimationFrame(() => this.#flush());
  }

  clear(): void {
    this.#waiting.length = 0;
    this.#dropped = 0;
    this.#droppedNote = undefined;
    this.#parts.log.replaceChildren();
    this.#showState();
  }

  #flush(): void {
    const { log } = this.#parts;
    const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 24;

    const tooMany = this.#waiting.length - mostLines;
    if (tooMany > 0) {
      this.#waiting.splice(0, tooMany);
      this.#dropped += tooMany;
    }
    const lines = this.#waiting.map((line) => this.#element(line));
    this.#waiting = [];
    log.append(...lines);
    this.#dropOld();
    this.#showState();
    // Follow what is printed, unless one has scrolled back to read; but never past the beginning of an error.
    const error = lines.findLast((line) => line.classList.contains('error'));
    if (isAtEnd) log.scrollTop = error ? error.offsetTop : log.scrollHeight;
  }

  #dropOld(): void {
    const { log } = this.#parts;
    while (log.children.length > mostLines) {
      const oldest = this.#droppedNote ? this.#droppedNote.nextElementSibling : log.firstElementChild;
      oldest?.remove();
      this.#dropped += 1;
    }
    if (this.#dropped === 0) return;
    if (!this.#droppedNote) {
      this.#droppedNote = document.createElement('div');
      this.#droppedNote.className = 'console-line heading';
      log.prepend(this.#droppedNote);
    }
    this.#droppedNote.textContent = this.#messages.consoleDropped(this.#dropped);
  }

  #element({ level, text, advice, action, isHeading }: ConsoleLine): HTMLElement {
    const element = document.createElement('div');
    element.className = isHeading ? 'console-line heading' : `console-line ${level}`;
    if (isHeading) {
      element.textContent = text;
      return element;
    }
    const spokenLevel = level === 'log' ? nothing : html`<span class="spoken">${this.#messages.levels[level]}: </span>`;
    render(
      html`${icon(level)}
        <div class="line-body">
          ${spokenLevel}<span class="line-text">${text}</span>
          ${advice ? html`<p class="line-advice">${advice}</p>` : nothing}
          ${
            action
              ? html`<button type="button" class="button small line-action" @click=${action.choose}>
                  ${icon('focus')}${action.label}
                </button>`
              : nothing
          }
        </div>`,
      element,
    );
    return element;
  }

  #showState(): void {
    const isEmpty = this.#parts.log.childElementCount === 0;
    this.#parts.empty.hidden = !isEmpty;
    this.#parts.clear.disabled = isEmpty;
  }
}
