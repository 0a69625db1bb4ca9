/** The tabs of the output: what a run prints, the values of its variables, the requests that it made. */
import type { OutputTab } from './page.ts';
import { tabByKey } from './tab-keys.ts';

/** The tabs, in their order. */
export const outputTabNames = ['console', 'variables', 'requests'] as const;

export type OutputTabName = (typeof outputTabNames)[number];

/** Which tab of the output is shown. */
export class OutputTabs {
  readonly #tabs: readonly OutputTab[];
  #current: OutputTabName = 'console';

  constructor(tabs: readonly OutputTab[]) {
    this.#tabs = tabs;
    tabs.forEach(({ name, tab }, index) => {
      tab.addEventListener('click', () => this.show(name));
      tab.addEventListener('keydown', (event) => {
        const target = tabByKey(event.key, index, tabs.length);
        const to = target === undefined ? undefined : tabs[target];
        if (!to) return;
        event.preventDefault();
        this.show(to.name);
        to.tab.focus();
      });
    });
    this.show('console');
  }

  /** The tab that is shown. */
  get current(): OutputTabName {
    return this.#current;
  }

  /** Shows one tab in place of the others. */
  show(name: OutputTabName): void {
    this.#current = name;
    for (const { name: own, tab, panel, tools } of this.#tabs) {
      const isShown = own === name;
      tab.setAttribute('aria-selected', String(isShown));
      tab.tabIndex = isShown ? 0 : -1;
      panel.hidden = !isShown;
      tools.hidden = !isShown;
    }
  }

  /** Puts a number beside the name of a tab; `undefined` takes it away. */
  count(name: OutputTabName, count: number | undefined): void {
    const found = this.#tabs.find((tab) => tab.name === name);
    if (found) found.badge.textContent = count === undefined ? '' : String(count);
  }
}
