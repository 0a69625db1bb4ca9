/** Light or dark: as the system has it, or as a person chose. */
import { readPreference, writePreference } from './preferences.ts';

/** What a person can choose. */
export type ThemeChoice = 'system' | 'light' | 'dark';

/** What the page then looks like. */
export type ThemeName = 'light' | 'dark';

export const themeChoices: readonly ThemeChoice[] = ['system', 'light', 'dark'];

const darkSystem = matchMedia('(prefers-color-scheme: dark)');

/** The theme of the page: put on the root element, kept across visits, following the system until told otherwise. */
export class Theme {
  #choice: ThemeChoice;
  readonly #listeners = new Set<(name: ThemeName) => void>();

  constructor() {
    const kept = readPreference('theme');
    this.#choice = themeChoices.find((choice) => choice === kept) ?? 'system';
    darkSystem.addEventListener('change', () => this.#apply());
    this.#apply();
  }

  get choice(): ThemeChoice {
    return this.#choice;
  }

  get name(): ThemeName {
    if (this.#choice !== 'system') return this.#choice;
    return darkSystem.matches ? 'dark' : 'light';
  }

  /** Changes the theme and remembers it. */
  choose(choice: ThemeChoice): void {
    this.#choice = choice;
    writePreference('theme', choice);
    this.#apply();
  }

  /** Calls the listener with each theme that the page takes on from now. */
  onChange(listener: (name: ThemeName) => void): void {
    this.#listeners.add(listener);
  }

  #apply(): void {
    const { name } = this;
    document.documentElement.dataset.theme = name;
    // The bars of a phone's browser take the colour of the page.
    const page = getComputedStyle(document.documentElement).getPropertyValue('--page').trim();
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', page);
    for (const listener of this.#listeners) listener(name);
  }
}
