/** Light, dark or of high contrast: as the system has it, or as a person chose. */
import { readPreference, writePreference } from './preferences.ts';

/** What a person can choose. High contrast is as light or dark as the system. */
export type ThemeChoice = 'system' | 'light' | 'dark' | 'contrast';

/** What the page then looks like. */
export type ThemeName = 'light' | 'dark' | 'high-contrast' | 'high-contrast-dark';

export const themeChoices: readonly ThemeChoice[] = ['system', 'light', 'dark', 'contrast'];

const darkSystem = matchMedia('(prefers-color-scheme: dark)');
const contrastSystem = matchMedia('(prefers-contrast: more) or (forced-colors: active)');

/** Whether a theme is light on dark. */
export function isDark(name: ThemeName): boolean {
  return name === 'dark' || name === 'high-contrast-dark';
}

/** The theme of the page: put on the root element, kept across visits, following the system until told otherwise. */
export class Theme {
  #choice: ThemeChoice;
  readonly #listeners = new Set<(name: ThemeName) => void>();

  constructor() {
    const kept = readPreference('theme');
    this.#choice = themeChoices.find((choice) => choice === kept) ?? 'system';
    for (const system of [darkSystem, contrastSystem]) system.addEventListener('change', () => this.#apply());
    this.#apply();
  }

  get choice(): ThemeChoice {
    return this.#choice;
  }

  get name(): ThemeName {
    const shade =
      this.#choice === 'light' || this.#choice === 'dark' ? this.#choice : darkSystem.matches ? 'dark' : 'light';
    if (this.#choice !== 'contrast' && !contrastSystem.matches) return shade;
    return shade === 'dark' ? 'high-contrast-dark' : 'high-contrast';
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
    document.documentElement.dataset.theme = isDark(name) ? 'dark' : 'light';
    document.documentElement.toggleAttribute('data-contrast', name.startsWith('high-contrast'));
    // The bars of a phone's browser take the colour of the page.
    const page = getComputedStyle(document.documentElement).getPropertyValue('--header').trim();
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', page);
    for (const listener of this.#listeners) listener(name);
  }
}
