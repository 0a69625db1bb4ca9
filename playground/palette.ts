/** The command palette: a few letters, and the action is done. Follows the combobox pattern of ARIA with a list. */
import { html, nothing, render } from 'lit';
import type { Action } from './actions.ts';
import { part } from './dom.ts';
import { fit } from './fuzzy.ts';
import { icon } from './icons.ts';
import type { Messages } from './messages.ts';
import { readPreference, writePreference } from './preferences.ts';

const preference = 'recent-actions';
const mostRecent = 5;

/** Opens the palette over the page, at once; actions that take a while to find are added when they are there. */
export function openPalette(first: readonly Action[], later: Promise<readonly Action[]>, messages: Messages): void {
  let actions = first;
  const words = messages.finding;
  const dialog = document.createElement('dialog');
  dialog.className = 'palette';
  dialog.setAttribute('aria-label', words.palette);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('pointerdown', (event) => {
    if (event.target === dialog) dialog.close();
  });
  const recent = readRecent();
  let found: readonly Action[] = [];
  let current = 0;

  const search = (query: string): void => {
    const recency = ({ id }: Action): number => (recent.includes(id) ? recent.indexOf(id) : recent.length);
    found = actions
      .map((action, order) => ({ action, order, score: fit(action.label, query) }))
      .filter((one): one is typeof one & { score: number } => one.score !== undefined)
      .toSorted(
        (one, other) =>
          other.score - one.score || recency(one.action) - recency(other.action) || one.order - other.order,
      )
      .map(({ action }) => action);
    current = 0;
    draw();
  };
  const choose = (action: Action | undefined): void => {
    if (!action) return;
    dialog.close();
    writePreference(preference, JSON.stringify([action.id, ...recent.filter((id) => id !== action.id)]));
    action.choose();
  };
  const onKey = (event: KeyboardEvent): void => {
    // The end of a word in a language that is composed is no choice.
    if (event.isComposing) return;
    const last = found.length - 1;
    const target = {
      ArrowDown: current === last ? 0 : current + 1,
      ArrowUp: current === 0 ? last : current - 1,
      PageDown: Math.min(last, current + 8),
      PageUp: Math.max(0, current - 8),
    }[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      choose(found[current]);
    } else if (target !== undefined && last >= 0) {
      event.preventDefault();
      current = target;
      draw();
      dialog.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    }
  };

  const draw = (): void => {
    render(
      html`<div class="palette-field">
          ${icon('search')}
          <input
            id="palette-query"
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-autocomplete="list"
            aria-activedescendant=${found.length > 0 ? `palette-${current}` : nothing}
            aria-label=${words.palette}
            placeholder=${words.paletteHint}
            autocomplete="off"
            spellcheck="false"
            autofocus
            @input=${() => search(part(dialog, '#palette-query', HTMLInputElement).value)}
            @keydown=${onKey}
          />
        </div>
        <ul id="palette-list" class="palette-list" role="listbox" tabindex="-1" aria-label=${words.actions}>
          ${found.map(
            (action, index) =>
              html`<li
                id="palette-${index}"
                role="option"
                class="palette-option"
                aria-selected=${index === current}
                @click=${() => choose(action)}
              >
                ${action.icon ? icon(action.icon) : html`<span class="palette-space"></span>`}
                <span>${action.label}</span>${action.keys ? html`<kbd>${action.keys}</kbd>` : nothing}
              </li>`,
          )}
        </ul>
        <p class="palette-count" role="status">
          ${found.length === 0 ? words.nothing : html`<span class="spoken">${words.count(found.length)}</span>`}
        </p>`,
      dialog,
    );
  };

  const addLater = async (): Promise<void> => {
    actions = [...first, ...(await later)];
    if (dialog.open) search(part(dialog, '#palette-query', HTMLInputElement).value);
  };

  document.body.append(dialog);
  search('');
  dialog.showModal();
  void addLater();
}

/** The IDs of the actions that were chosen last. */
function readRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(readPreference(preference) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, mostRecent) : [];
  } catch {
    return [];
  }
}
