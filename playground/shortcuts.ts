/** Keys that work anywhere on the page. */

/** What each combination does: `mod` is Control, or Command on a Mac; `mod+s` or `f8`, for example. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const isMac = /^Mac|^iP/.test(navigator.platform);

/** What keys do in the blocks that the editor would use otherwise. */
export interface BlockKeys {
  /** Control+Z, which goes further back than the editor itself can. */
  undo(): void;
  /** Control+Shift+Z, or Control+Y. */
  redo(): void;
  /** Control+Enter, as anywhere on the page. The menu of a block has Shift+F10, as menus have. */
  run(): void;
}

/** Hears of keys in the blocks before the editor does. */
export function listenInBlocks(blocks: HTMLElement, { undo, redo, run }: BlockKeys): void {
  const onKey = (event: KeyboardEvent): void => {
    const isWriting = event.target instanceof Element && event.target.closest('input, textarea') !== null;
    if (isWriting || event.altKey || !(isMac ? event.metaKey : event.ctrlKey)) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) undo();
    else if (key === 'z' || key === 'y') redo();
    else if (key === 'enter' && !event.shiftKey) run();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  blocks.addEventListener('keydown', onKey, { capture: true });
}

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
