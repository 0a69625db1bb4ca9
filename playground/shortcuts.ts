/** Keys that work anywhere on the page. */

/** What each combination does: `mod` is Control, or Command on a Mac; `mod+s` for example. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const isMac = /^Mac|^iP/.test(navigator.platform);

/** Calls what a combination stands for, unless what has the focus has used the keys for itself. */
export function listenForKeys(shortcuts: Shortcuts): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.shiftKey || event.repeat) return;
    if (!(isMac ? event.metaKey : event.ctrlKey)) return;
    // In a field, Control and Enter end the writing.
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const act = shortcuts[`mod+${event.key.toLowerCase()}`];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
