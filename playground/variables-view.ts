/** The values of variables while a program runs. */
import type { ConsoleValue, Scope } from '../src/editor/index.ts';
import { part } from './dom.ts';
import { html, nothing, render } from 'lit';
import type { Messages } from './messages.ts';
import { valueElement, type Unfolded } from './value-tree.ts';

/** A variable, as the table shows it. */
interface Row {
  /** The value as text, to see whether it has changed. */
  key: string;
  /** The same at the last stop. */
  keyBefore: string | undefined;
  element: HTMLElement;
  unfolded: Unfolded;
  isChanged: boolean;
  isHere: boolean;
}

/** A table with a row for each variable that the run has told of. */
export class VariablesView {
  readonly #panel: HTMLElement;
  readonly #messages: Messages;
  readonly #rows = new Map<string, Row>();
  #scope: Scope | undefined;
  #isRunning = false;
  #isScheduled = false;

  constructor(panel: HTMLElement, messages: Messages) {
    this.#panel = panel;
    this.#messages = messages;
    // A panel that is scrolled must be reached by key.
    panel.tabIndex = 0;
    this.#draw();
  }

  /** A run begins: what is shown is of an earlier one. */
  begin(): void {
    this.#rows.clear();
    this.#scope = undefined;
    this.#isRunning = true;
    this.#later();
  }

  /** Shows the values as they are now. Those that differ from what they were at the last stop are marked. */
  show(scope: Scope, { isStop }: { isStop: boolean }): void {
    this.#scope = scope;
    for (const row of this.#rows.values()) row.isHere = false;
    for (const { name, value } of scope.variables) this.#update(name, value);
    for (const row of this.#rows.values()) {
      row.isChanged = row.key !== row.keyBefore;
      if (isStop) row.keyBefore = row.key;
    }
    this.#later();
  }

  /** The run is over: no value is new any more. */
  end(): void {
    this.#isRunning = false;
    this.#later();
  }

  #update(name: string, value: ConsoleValue): void {
    const key = JSON.stringify(value);
    const known = this.#rows.get(name);
    if (known?.key === key) {
      known.isHere = true;
      return;
    }
    const unfolded: Unfolded = known?.unfolded ?? new Set();
    const element = valueElement(value, this.#messages, { unfolded });
    this.#rows.set(name, { key, keyBefore: known?.keyBefore, element, unfolded, isChanged: true, isHere: true });
  }

  /** At most once a frame: a program may take a thousand steps in one. */
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
    const scope = this.#scope;
    if (!scope) {
      render(html`<p class="empty">${stepping.variablesEmpty}</p>`, this.#panel);
      return;
    }
    const focused = this.#focusedPlace();
    const place = scope.functionName === '' ? stepping.inProgram : stepping.inFunction(scope.functionName);
    const line = ([name, { element, isChanged, isHere }]: [string, Row]) =>
      html`<tr ?data-changed=${isChanged && this.#isRunning} ?data-elsewhere=${!isHere}>
        <th scope="row" title=${name}>${name}</th>
        <td>
          ${element}${isChanged && this.#isRunning ? html`<span class="spoken">, ${stepping.changed}</span>` : nothing}
          ${isHere ? nothing : html`<span class="spoken">, ${stepping.elsewhere}</span>`}
        </td>
      </tr>`;
    render(
      html`<p class="variables-place">${place}</p>
        ${
          this.#rows.size === 0
            ? html`<p class="empty">${stepping.variablesNone}</p>`
            : html`<table class="variables" aria-label=${this.#messages.variables}>
                <thead class="spoken">
                  <tr>
                    <th scope="col">${stepping.variableName}</th>
                    <th scope="col">${stepping.variableValue}</th>
                  </tr>
                </thead>
                <tbody>
                  ${[...this.#rows].map(line)}
                </tbody>
              </table>`
        }
        ${scope.more > 0 ? html`<p class="empty">${stepping.variablesMore(scope.more)}</p>` : nothing}`,
      this.#panel,
    );
    focused?.();
  }

  /** The way back to what has the focus in a value, which may be replaced by one that looks the same. */
  #focusedPlace(): (() => void) | undefined {
    const { activeElement } = document;
    const row = activeElement?.closest('tr');
    if (!activeElement || !row || !this.#panel.contains(row)) return undefined;
    const index = [...row.querySelectorAll('summary')].findIndex((summary) => summary === activeElement);
    return () => {
      if (activeElement.isConnected || !row.isConnected) return;
      const again = row.querySelectorAll('summary')[index];
      if (again instanceof HTMLElement) again.focus();
      else part(document, '#output-tab-variables', HTMLElement).focus();
    };
  }
}
