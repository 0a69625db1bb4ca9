/**
 * Every action of the page, read from the page itself: its buttons and the lines of its menus. What is added to the
 * page is in the palette by that.
 */
import type { IconName } from './icons.ts';
import { menuOf } from './menu.ts';

/** Something that can be done. */
export interface Action {
  /** What it is known by in every language. */
  id: string;
  label: string;
  icon?: IconName;
  /** The keys that do the same, such as `Ctrl+S`, as they are named on this machine. */
  keys?: string;
  choose: () => void;
}

const isMac = /^Mac|^iP/.test(navigator.platform);
const macNames: Record<string, string> = { Control: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩', Escape: '⎋' };

/** Keys in the form of `aria-keyshortcuts`, as this machine names them. */
export function keysInWords(keys: string): string {
  const first = keys.split(' ')[0] ?? '';
  const names = first.split('+').map((key) => (isMac ? (macNames[key] ?? key) : key === 'Control' ? 'Ctrl' : key));
  return names.join(isMac ? '' : '+');
}

/** What can be done with the buttons and menus under an element, in the order of the page. */
export function actionsOn(root: ParentNode): Action[] {
  return [...root.querySelectorAll<HTMLButtonElement>('button[id]')].flatMap((button) => {
    const label = nameOf(button);
    if (button.disabled || label === '' || isBesideThePoint(button)) return [];
    const lines = menuOf(button)?.();
    if (!lines) {
      const keys = button.getAttribute('aria-keyshortcuts');
      return [{ id: button.id, label, ...(keys ? { keys: keysInWords(keys) } : {}), choose: () => button.click() }];
    }
    return lines.map((line, place) => ({
      id: `${button.id}/${line.id ?? place}`,
      // One of several choices says little by itself: “Dark”.
      label: line.checked === undefined ? line.label : `${label}: ${line.label}`,
      icon: line.icon,
      ...(line.keys ? { keys: keysInWords(line.keys) } : {}),
      choose: line.choose,
    }));
  });
}

/** What a button does, where it is labelled with something else, such as what is chosen. */
function nameOf(button: HTMLButtonElement): string {
  return (button.dataset.action ?? button.getAttribute('aria-label') ?? button.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Some are there at times only, and tabs on a narrow page; what opens the palette is open, and what a menu has is there once. */
function isBesideThePoint(button: HTMLButtonElement): boolean {
  return (
    button.hasAttribute('hidden') ||
    button.dataset.notInPalette !== undefined ||
    (button.role === 'tab' && !button.checkVisibility())
  );
}
