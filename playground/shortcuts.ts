/** Keys that work anywhere on the page. */

/** What each combination does: `mod` is Control, or Command on a Mac; `mod+s` or `f8`, for example. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const isMac = /^Mac|^iP/.test(navigator.platform);

/** Calls what a combination stands for, unless what has the focus has used the keys for itself. */
export function listenForKeys(shortcuts: Shortcuts): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.shiftKey || event.repeat) return;
    const isCombined = isMac ? event.metaKey : event.ctrlKey;
    const key = event.key.toLowerCase();
    if (!isCombined && !/^f\d/.test(key)) return;
    // In a field, Control and Enter end the writing.
    if (isCombined && isField(event.target)) return;
    const act = shortcuts[isCombined ? `mod+${key}` : key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function isField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'range';
  return target instanceof HTMLTextAreaElement;
}
