/**
 * Separators between panes: moved with the pointer or the arrow keys, remembered across visits.
 *
 * A separator only sets a custom property, the share in percent of the pane before it; the style sheet makes the
 * layout, so a narrow page can do without it.
 */
import { readPreference, writePreference } from './preferences.ts';

const step = 2;
const bigStep = 10;

/** What a separator moves. */
export interface SplitOptions {
  separator: HTMLElement;
  /** The element whose space is shared; it gets the property `--split-<name>`. */
  container: HTMLElement;
  name: string;
  /** The share of the pane before the separator, in percent: at first, at least and at most. */
  initial: number;
  least: number;
  most: number;
}

/** Makes a separator movable. */
export function makeSplit(options: SplitOptions): void {
  const { separator, container, name, initial, least, most } = options;
  const preference = `split-${name}`;
  let share = initial;

  const set = (wanted: number): void => {
    share = Math.min(most, Math.max(least, wanted));
    container.style.setProperty(`--split-${name}`, share.toFixed(2));
    separator.setAttribute('aria-valuenow', String(Math.round(share)));
  };
  const keep = (): void => writePreference(preference, share.toFixed(2));

  // The style sheet decides whether the panes stand side by side or one above the other.
  const isUpright = (): boolean => separator.offsetHeight > separator.offsetWidth;
  const isMirrored = (): boolean => getComputedStyle(container).direction === 'rtl';
  const showOrientation = (): void => {
    separator.setAttribute('aria-orientation', isUpright() ? 'vertical' : 'horizontal');
  };

  separator.tabIndex = 0;
  separator.setAttribute('role', 'separator');
  separator.setAttribute('aria-valuemin', String(least));
  separator.setAttribute('aria-valuemax', String(most));
  const kept = Number.parseFloat(readPreference(preference) ?? '');
  set(Number.isNaN(kept) ? initial : kept);
  // Asked for its size right here, the page would be laid out once for each of its separators.
  queueMicrotask(showOrientation);
  new ResizeObserver(showOrientation).observe(separator);

  separator.addEventListener('keydown', (event) => {
    const amount = event.shiftKey ? bigStep : step;
    const forward = isMirrored() ? -amount : amount;
    const moves: Record<string, number> = isUpright()
      ? { ArrowLeft: share - forward, ArrowRight: share + forward }
      : { ArrowUp: share - amount, ArrowDown: share + amount };
    const wanted = { ...moves, Home: least, End: most, Enter: initial }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    set(wanted);
    keep();
  });

  separator.addEventListener('dblclick', () => {
    set(initial);
    keep();
  });

  separator.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    separator.setPointerCapture(event.pointerId);
    separator.dataset.dragging = '';
    const page = separator.closest<HTMLElement>('.panes');
    if (page) page.dataset.resizing = '';
    const upright = isUpright();

    const move = ({ clientX, clientY }: PointerEvent): void => {
      const box = container.getBoundingClientRect();
      const along = upright ? (clientX - box.left) / box.width : (clientY - box.top) / box.height;
      set(100 * (upright && isMirrored() ? 1 - along : along));
    };
    const end = (): void => {
      separator.removeEventListener('pointermove', move);
      delete separator.dataset.dragging;
      if (page) delete page.dataset.resizing;
      keep();
    };
    separator.addEventListener('pointermove', move);
    separator.addEventListener('lostpointercapture', end, { once: true });
  });
}
