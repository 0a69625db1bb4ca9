/** What programs print, line by line, as it comes. */
import { html, nothing, render, type TemplateResult } from 'lit';
import type { ConsoleValue } from '../src/editor/index.ts';
import { icon, type IconName } from './icons.ts';
import { attachMenu } from './menu.ts';
import type { Messages } from './messages.ts';
import { valueElement } from './value-tree.ts';

/** The most lines that are kept on the page; older ones give way. */
const mostLines = 2_000;

/** Which lines are shown: all, or those that are at least so grave. */
const filters = ['all', 'warnings', 'errors'] as const;
type Filter = (typeof filters)[number];

/** One line of the console. */
export interface ConsoleLine {
  level: 'log' | 'info' | 'warn' | 'error';
  /** What was printed, in one line; it is only ever shown as text. */
  text: string;
  /** The same as values to look into. Absent: the text is all there is. */
  values?: readonly ConsoleValue[];
  /** When, in milliseconds since 1970. Default: now. */
  time?: number;
  /** Words under it, for a person who does not know what to do about it. */
  advice?: string;
  /** Buttons that belong to the line. */
  actions?: readonly ConsoleAction[];
  /** Where a new run begins: a line of the page's own, not of the program. */
  isHeading?: boolean;
}

/** A button under a line. */
export interface ConsoleAction {
  label: string;
  icon: IconName;
  choose: () => void;
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
  readonly #timeFormat: Intl.DateTimeFormat;
  /** The lines that are on the page, for copying. */
  readonly #texts = new WeakMap<Element, string>();
  #waiting: ConsoleLine[] = [];
  #dropped = 0;
  #droppedNote: HTMLElement | undefined;

  constructor(parts: ConsoleParts, messages: Messages) {
    this.#parts = parts;
    this.#messages = messages;
    this.#timeFormat = new Intl.DateTimeFormat(messages.tag, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
    });
    parts.clear.addEventListener('click', () => this.clear());
    this.#showState();
  }

  /** Adds a line. A program may print many at once: they are put on the page together, before the next frame. */
  add(line: ConsoleLine): void {
    this.#waiting.push({ ...line, time: line.time ?? Date.now() });
    if (this.#waiting.length === 1) requestAnimationFrame(() => this.#flush());
  }

  clear(): void {
    this.#waiting.length = 0;
    this.#dropped = 0;
    this.#droppedNote = undefined;
    this.#parts.log.replaceChildren();
    this.#showState();
  }

  /** Adds the menu: which lines are shown, and copying those that are; `copy` takes their text. */
  offerMenu(copy: (text: string) => void): void {
    const { stepping } = this.#messages;
    const button = this.#menuButton();
    const labels = { all: stepping.consoleAll, warnings: stepping.consoleWarnings, errors: stepping.consoleErrors };
    const icons: Record<Filter, IconName> = { all: 'log', warnings: 'warn', errors: 'error' };
    const choose = (name: Filter): void => {
      this.#parts.log.dataset.filter = name;
      button.toggleAttribute('data-on', name !== 'all');
      this.#showState();
    };
    attachMenu(button, () => [
      ...filters.map((name) => ({
        label: labels[name],
        icon: icons[name],
        checked: name === this.#filter,
        choose: () => choose(name),
      })),
      { label: stepping.consoleCopy, icon: 'copy', choose: () => copy(this.#shownText()) },
    ]);
  }

  get #filter(): Filter {
    return filters.find((name) => name === this.#parts.log.dataset.filter) ?? 'all';
  }

  #menuButton(): HTMLButtonElement {
    const label = this.#messages.stepping.consoleMenu;
    const button = document.createElement('button');
    Object.assign(button, { id: 'console-menu', type: 'button', className: 'button small icon-only' });
    button.setAttribute('aria-label', label);
    button.dataset.tip = label;
    button.dataset.tipEnd = '';
    render(icon('more'), button);
    this.#parts.clear.before(button);
    return button;
  }

  #shownText(): string {
    return this.#shown()
      .map((line) => this.#texts.get(line) ?? '')
      .join('\n');
  }

  #shown(): HTMLElement[] {
    return [...this.#parts.log.querySelectorAll<HTMLElement>('.console-line')].filter(
      (line) => line.offsetParent !== null,
    );
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

  #element(line: ConsoleLine): HTMLElement {
    const { level, text, time = 0, advice, actions = [], isHeading } = line;
    const element = document.createElement('div');
    element.className = isHeading ? 'console-line heading' : `console-line ${level}`;
    const moment = this.#timeFormat.format(time);
    this.#texts.set(element, isHeading ? text : `${moment} ${this.#messages.levels[level]}: ${text}`);
    if (isHeading) {
      element.textContent = text;
      return element;
    }
    const spokenLevel = level === 'log' ? nothing : html`<span class="spoken">${this.#messages.levels[level]}: </span>`;
    render(
      html`${icon(level)}
        <div class="line-body">
          ${spokenLevel}${this.#content(line)} ${advice ? html`<p class="line-advice">${advice}</p>` : nothing}
          ${actions.map(
            (action) =>
              html`<button type="button" class="button small line-action" @click=${action.choose}>
                ${icon(action.icon)}${action.label}
              </button>`,
          )}
        </div>
        <time class="line-time" datetime=${new Date(time).toISOString()}>${moment}</time>`,
      element,
    );
    return element;
  }

  #content({ text, values }: ConsoleLine): TemplateResult {
    if (!values?.some((value) => 'more' in value && value.type !== 'string')) {
      return html`<span class="line-text">${text}</span>`;
    }
    return html`<span class="line-text line-values"
      >${values.map((value) => valueElement(value, this.#messages, { isPlain: true }))}</span
    >`;
  }

  #showState(): void {
    const { log, empty, clear } = this.#parts;
    const isEmpty = log.childElementCount === 0;
    const isFiltered = !isEmpty && this.#filter !== 'all' && this.#shown().length === 0;
    empty.hidden = !isEmpty && !isFiltered;
    empty.textContent = isFiltered ? this.#messages.stepping.consoleFiltered : this.#messages.consoleEmpty;
    clear.disabled = isEmpty;
  }
}
