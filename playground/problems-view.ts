/** What the compiler has to say about the blocks: a line under the code that opens into a list. */
import { html, render } from 'lit';
import { until } from 'lit/directives/until.js';
import type { Diagnostic, Fix } from '../src/editor/index.ts';
import { icon } from './icons.ts';
import type { Messages } from './messages.ts';
import { fixButtons, problemIcons } from './problem-words.ts';

/** The parts of the page that the list is made of. */
export interface ProblemsParts {
  toggle: HTMLButtonElement;
  list: HTMLElement;
}

/** What is done from the list. */
export interface ProblemsEvents {
  /** The block of a problem is asked for. */
  select: (blockId: string) => void;
  /** What mends a problem. */
  fixes: (problem: Diagnostic) => Promise<readonly Fix[]>;
}

const orderOf: Record<Diagnostic['severity'], number> = { error: 0, warning: 1, info: 2 };

/** The list of problems. It opens by itself when the first error comes, and stays as one leaves it. */
export class ProblemsView {
  readonly #parts: ProblemsParts;
  readonly #messages: Messages;
  readonly #events: ProblemsEvents;
  #hadErrors = false;
  #isOpen = false;
  #isEmpty = true;
  /** The place in the list of the problem that was just mended from here. */
  #mended: number | undefined;

  constructor(parts: ProblemsParts, messages: Messages, events: ProblemsEvents) {
    this.#parts = parts;
    this.#messages = messages;
    this.#events = events;
    parts.toggle.addEventListener('click', () => {
      if (!this.#isEmpty) this.#open(!this.#isOpen);
    });
    this.show([]);
  }

  /** Shows these problems and no others, errors first. */
  show(diagnostics: readonly Diagnostic[]): void {
    const { toggle, list } = this.#parts;
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
    const worst = errors > 0 ? 'error' : warnings > 0 ? 'warn' : 'check';

    // Not disabled: what was just used must not lose the focus.
    this.#isEmpty = diagnostics.length === 0;
    toggle.setAttribute('aria-disabled', String(this.#isEmpty));
    toggle.className = `problems-toggle ${worst}`;
    render(html`${icon(worst)}<span>${this.#messages.problemCount(errors, warnings)}</span>${icon('chevron')}`, toggle);

    const sorted = diagnostics.toSorted((a, b) => orderOf[a.severity] - orderOf[b.severity]);
    render(
      sorted.map(
        (problem, index) =>
          html`<li class="problem-line">
            <button
              type="button"
              class="problem ${problemIcons[problem.severity]}"
              ?disabled=${problem.blockId === ''}
              @click=${() => this.#events.select(problem.blockId)}
            >
              ${icon(problemIcons[problem.severity])}<span>${problem.message}</span>
            </button>
            ${until(
              this.#events.fixes(problem).then((fixes) => fixButtons(fixes, () => this.#note(index), `fix-${index}`)),
              '',
            )}
          </li>`,
      ),
      list,
    );

    if (this.#isEmpty) this.#open(false);
    else if (errors > 0 && !this.#hadErrors) this.#open(true);
    this.#hadErrors = errors > 0;
    this.#keepFocus(sorted.length);
  }

  #note(index: number): void {
    this.#mended = index;
  }

  /** The button that mended a problem goes with it: what comes in its place gets the focus. */
  #keepFocus(count: number): void {
    if (this.#mended === undefined) return;
    const index = Math.min(this.#mended, count - 1);
    this.#mended = undefined;
    const next = this.#parts.list.querySelectorAll<HTMLButtonElement>('.problem')[index];
    (next && !next.disabled && this.#isOpen ? next : this.#parts.toggle).focus();
  }

  #open(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#parts.list.hidden = !isOpen;
    this.#parts.toggle.setAttribute('aria-expanded', String(isOpen));
  }
}
