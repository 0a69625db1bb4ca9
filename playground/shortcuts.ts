/** Keys that work anywhere on the page. */

/** What each combination does: `mod` is Control, or Command on a Mac; `mod+shift+z` or `f8`, for example. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const isMac = /^Mac|^iP/.test(navigator.platform);

/** Calls what a combination stands for in the blocks, before the editor hears of it. */
export function listenInBlocks(blocks: HTMLElement, shortcuts: Shortcuts): void {
  const onKey = (event: KeyboardEvent): void => {
    if (!isField(event.target) && act(event, shortcuts)) event.stopPropagation();
  };
  blocks.addEventListener('keydown', onKey, { capture: true });
}

/** Calls what a combination stands for, unless what has the focus has used the keys for itself. */
export function listenForKeys(shortcuts: Shortcuts): void {
  window.addEventListener('keydown', (event) => {
    // In a field, Control and Enter end the writing.
    const isUsed = event.defaultPrevented || event.repeat || (isCombined(event) && isField(event.target));
    if (!isUsed) act(event, shortcuts);
  });
}

/** Does what the keys stand for; whether that is anything. */
function act(event: KeyboardEvent, shortcuts: Shortcuts): boolean {
  if (event.altKey) return false;
  const keys = [isCombined(event) && 'mod', event.shiftKey && 'shift', event.key.toLowerCase()];
  const choose = shortcuts[keys.filter(Boolean).join('+')];
  if (!choose) return false;
  event.preventDefault();
  choose();
  return true;
}

function isCombined(event: KeyboardEvent): boolean {
  return isMac ? event.metaKey : event.ctrlKey;
}

function isField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'range';
  return target instanceof HTMLTextAreaElement;
}
