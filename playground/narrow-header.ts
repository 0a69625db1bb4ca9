/**
 * The header of a narrow page has two rows: what the page is about, and what one does all the time. The rest moves, as
 * it is, into a panel under a button.
 */
import { part } from './dom.ts';
import { onePane } from './one-pane.ts';
import type { Page } from './page.ts';

/** Puts everything where it belongs, now and whenever the page becomes narrow or wide. */
export function arrangeHeader({ header, more, morePanel, slots, ...page }: Page): void {
  const settings = part(header, '.settings', HTMLElement);
  const seldom = [page.open, page.save, page.exportCode, slots.speed, slots.palette, page.languagePlace, page.theme];
  /** What stands somewhere else on a narrow page, in the order in which one sees it, so that Tab goes that way. */
  const moves: [element: HTMLElement, to: () => void][] = [
    [slots.programTools, () => more.before(slots.programTools)],
    ...seldom.map((element): [HTMLElement, () => void] => [element, () => morePanel.append(element)]),
    ...[settings, part(header, '.run-actions', HTMLElement), part(header, '.file-actions', HTMLElement)].map(
      (element): [HTMLElement, () => void] => [element, () => header.append(element)],
    ),
  ];
  /** Where everything was. */
  const places = new Map<HTMLElement, Comment>();

  const arrange = (): void => {
    const focused = document.activeElement;
    if (onePane.matches) {
      for (const [element, to] of moves) {
        const place = document.createComment('');
        element.before(place);
        places.set(element, place);
        withMenu(element, to);
      }
    } else {
      if (morePanel.matches(':popover-open')) morePanel.hidePopover();
      for (const [element, place] of [...places].toReversed()) withMenu(element, () => place.replaceWith(element));
      places.clear();
    }
    // What is moved loses the focus.
    if (focused instanceof HTMLElement && focused !== document.activeElement) focused.focus();
  };

  morePanel.addEventListener('toggle', ({ newState }) => {
    more.setAttribute('aria-expanded', String(newState === 'open'));
  });
  // Before a button does what it does: a dialog, closed, gives the focus back to where it was.
  const closeFor = ({ target }: Event): void => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button && button.getAttribute('aria-haspopup') !== 'menu') morePanel.hidePopover();
  };
  morePanel.addEventListener('click', closeFor, { capture: true });
  onePane.addEventListener('change', arrange);
  if (onePane.matches) arrange();
}

/** The menu that a button opens stands right after it, wherever that is. */
function withMenu(button: HTMLElement, move: () => void): void {
  const next = button.nextElementSibling;
  move();
  if (next?.getAttribute('role') === 'menu') button.after(next);
}
