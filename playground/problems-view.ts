/** What the compiler has to say about the blocks: a line under the code that opens into a list. */
import { html, render } from 'lit';
import type { Diagnostic } from '../src/editor/index.ts';
import { icon, type IconName } from './icons.ts';
import type { Messages } from './messages.ts';

/** The parts of the page that the list is made of. */
export interface ProblemsParts {
  toggle: HTMLButtonElement;
  list: HTMLElement;
}

const iconOf: Record<Diagnostic['severity'], IconName> = { error: 'error', warning: 'warn', info: 'info' };
const orderOf: Record<Diagnostic['severity'], number> = { error: 0, warning: 1, info: 2 };

/** The list of problems. It opens by itself when the first error comes, and stays as one leaves it. */
export class ProblemsView {
  readonly #parts: ProblemsParts;
  readonly #messages: Messages;
  readonly #select: (blockId: string) => void;
  #hadErrors = false;
  #isOpen = false;

  /** `select` is called with the block of a problem that was clicked. */
  constructor(parts: ProblemsParts, messages: Messages, select: (blockId: string) => void) {
    this.#parts = parts;
    this.#messages = messages;
    this.#select = select;
    parts.toggle.addEventListener('click', () => this.#open(!this.#isOpen));
    this.show([]);
  }

  /** Shows these problems and no others, errors first. */
  show(diagnostics: readonly Diagnostic[]): void {
    const { toggle, list } = this.#parts;
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
    const worst = errors > 0 ? 'error' : warnings > 0 ? 'warn' : 'check';

    toggle.disabled = diagnostics.length === 0;
    toggle.className = `problems-toggle ${worst}`;
    render(html`${icon(worst)}<span>${this.#messages.problemCount(errors, warnings)}</span>${icon('chevron')}`, toggle);

    const sorted = diagnostics.toSorted((a, b) => orderOf[a.severity] - orderOf[b.severity]);
    render(
      sorted.map(
        (problem) =>
          html`<li>
            <button
              type="button"
              class="problem ${iconOf[problem.severity]}"
              ?disabled=${problem.blockId === ''}
              @click=${() => this.#select(problem.blockId)}
            >
              ${icon(iconOf[problem.severity])}<span>${problem.message}</span>
            </button>
          </li>`,
      ),
      list,
    );

    if (diagnostics.length === 0) this.#open(false);
    else if (errors > 0 && !this.#hadErrors) this.#open(true);
    this.#hadErrors = errors > 0;
  }

  #open(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#parts.list.hidden = !isOpen;
    this.#parts.toggle.setAttribute('aria-expanded', String(isOpen));
  }
}
