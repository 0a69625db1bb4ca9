/** A menu that a button opens. */
import { html, nothing, render } from 'lit';
import { icon, type IconName } from './icons.ts';

/** One line of a menu. */
export interface MenuItem {
  label: string;
  /** What the palette knows it by, in a menu that does not always have the same lines. */
  id?: string;
  /** Every line of a menu has one, or none has. */
  icon?: IconName;
  /** The language of the label, if it is not that of the page. */
  lang?: string;
  /** Present in a menu of choices: whether this is the one in force. */
  checked?: boolean;
  /** The keys that do the same, in the form of `aria-keyshortcuts`. */
  keys?: string;
  choose: () => void;
}

const menus = new WeakMap<HTMLButtonElement, () => MenuItem[]>();

/** The lines of the menu that a button opens now, if it opens one. */
export function menuOf(button: HTMLButtonElement): (() => MenuItem[]) | undefined {
  return menus.get(button);
}

/**
 * Makes the button open a menu, as the menu button pattern of ARIA has it: arrow keys move, Enter chooses, Escape and
 * a click elsewhere close. `items` is asked each time the menu opens.
 */
export function attachMenu(button: HTMLButtonElement, items: () => MenuItem[]): void {
  menus.set(button, items);
  const menu = document.createElement('div');
  menu.className = 'menu';
  menu.id = `${button.id}-menu`;
  menu.popover = 'auto';
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-labelledby', button.id);
  button.after(menu);
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-controls', menu.id);
  // The browser then knows that a click on the button closes the menu, and does not close it a moment before.
  button.popoverTargetElement = menu;

  const entries = (): HTMLElement[] => [...menu.querySelectorAll<HTMLElement>('.menu-item')];
  const focus = (index: number): void => {
    const all = entries();
    all[(index + all.length) % all.length]?.focus();
  };

  const fill = (): void => {
    const lines = items().map(
      (item) =>
        html`<button
          type="button"
          class="menu-item"
          tabindex="-1"
          role=${item.checked === undefined ? 'menuitem' : 'menuitemradio'}
          aria-checked=${item.checked ?? nothing}
          lang=${item.lang ?? nothing}
          @click=${() => {
            menu.hidePopover();
            item.choose();
          }}
        >
          ${item.icon === undefined ? nothing : icon(item.icon)}<span>${item.label}</span>
          ${item.checked === undefined ? nothing : html`<span class="chosen">${icon('check')}</span>`}
        </button>`,
    );
    render(lines, menu);
  };

  /** Under the button, aligned with the side that keeps it on the page; over it where there is no room below. */
  const place = (): void => {
    const from = button.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = menu;
    const toRight = from.left;
    const toLeft = from.right - width;
    const fitsRight = toRight + width <= innerWidth - 8;
    const isMirrored = document.dir === 'rtl';
    const left = isMirrored ? (toLeft >= 8 ? toLeft : toRight) : fitsRight ? toRight : toLeft;
    menu.style.top = `${Math.max(8, Math.min(from.bottom + 4, innerHeight - 8 - height))}px`;
    menu.style.left = `${Math.max(8, Math.min(left, innerWidth - 8 - width))}px`;
  };

  menu.addEventListener('beforetoggle', (event) => {
    if (event.newState === 'open') fill();
  });
  const enter = (): void => {
    place();
    const checked = entries().findIndex((entry) => entry.getAttribute('aria-checked') === 'true');
    focus(Math.max(0, checked));
  };
  menu.addEventListener('toggle', (event) => {
    const isOpen = event.newState === 'open';
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen && !menu.contains(document.activeElement)) enter();
  });

  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    menu.showPopover();
    // At once: the browser tells of the open menu later, and the next key may be pressed before that.
    enter();
  });

  menu.addEventListener('keydown', (event) => {
    const all = entries();
    const current = all.findIndex((entry) => entry === document.activeElement);
    const target = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: all.length - 1 }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      focus(target);
    } else if (event.key === 'Tab') {
      menu.hidePopover();
    }
  });
}
