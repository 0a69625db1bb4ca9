/**
 * The tabs of a narrow page. On a wide page every pane is visible and the tabs are not there; the panes are tab
 * panels only while there are tabs.
 */
import { onePane, tabsBeside } from './one-pane.ts';
import { tabByKey } from './tab-keys.ts';

/** The panes, in the order of their tabs. */
export const paneNames = ['blocks', 'code', 'console', 'registrations'] as const;

export type PaneName = (typeof paneNames)[number];

/** Which pane a narrow page shows. */
export class Tabs {
  readonly #tabs: HTMLElement[];
  readonly #panes: HTMLElement[];
  #current = 0;

  /** `tabs` and `panes` are in the order of {@link paneNames}. */
  constructor(tabs: HTMLElement[], panes: HTMLElement[]) {
    this.#tabs = tabs;
    this.#panes = panes;
    tabs.forEach((tab, index) => {
      tab.addEventListener('click', () => this.#showAt(index));
      tab.addEventListener('keydown', (event) => this.#moveByKey(event));
    });
    for (const query of [onePane, tabsBeside]) query.addEventListener('change', () => this.#update());
    this.#update();
  }

  /** Shows a pane, if the page shows one at a time. */
  show(pane: PaneName): void {
    this.#showAt(paneNames.indexOf(pane));
  }

  #showAt(index: number): void {
    this.#current = index;
    this.#update();
  }

  #update(): void {
    const isNarrow = onePane.matches;
    const orientation = tabsBeside.matches ? 'vertical' : 'horizontal';
    this.#tabs[0]?.parentElement?.setAttribute('aria-orientation', orientation);
    this.#tabs.forEach((tab, index) => {
      const isCurrent = index === this.#current;
      tab.setAttribute('aria-selected', String(isCurrent));
      tab.tabIndex = isCurrent ? 0 : -1;
    });
    this.#panes.forEach((pane, index) => {
      pane.hidden = isNarrow && index !== this.#current;
      const tab = this.#tabs[index];
      if (isNarrow && tab) {
        pane.setAttribute('role', 'tabpanel');
        pane.setAttribute('aria-labelledby', tab.id);
      } else {
        pane.removeAttribute('role');
        pane.removeAttribute('aria-labelledby');
      }
    });
  }

  #moveByKey(event: KeyboardEvent): void {
    const target = tabByKey(event.key, this.#current, this.#tabs.length, tabsBeside.matches);
    if (target === undefined) return;
    event.preventDefault();
    this.#showAt(target);
    this.#tabs[target]?.focus();
  }
}
