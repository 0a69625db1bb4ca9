/**
 * Small choices of a person about the page, kept in the browser: the theme, the sizes of the panes.
 *
 * Storage that is denied or full costs nothing but the memory of them.
 */

const prefix = 'codeless-push-blocks:';

/** The value kept under a name, or `undefined` when there is none or storage is denied. */
export function readPreference(name: string): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value under a name, if the browser lets us. */
export function writePreference(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // The choice still holds until the page is left.
  }
}
