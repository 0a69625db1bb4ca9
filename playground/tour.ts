/**
 * The tour of the page: a card beside one part after the other. The page stays as it is and can be used meanwhile;
 * Escape leaves.
 */
import { html, render } from 'lit';
import { part } from './dom.ts';
import { icon } from './icons.ts';
import type { Messages } from './messages.ts';
import type { Tabs } from './tabs.ts';

type StepName = keyof Messages['learning']['tourSteps'];
type Pane = Parameters<Tabs['show']>[0];

/** What each step points at, and the pane that a narrow page shows for it. */
const steps: readonly { name: StepName; target: string; pane?: Pane }[] = [
  { name: 'toolbox', target: '.blocklyToolbox', pane: 'blocks' },
  { name: 'blocks', target: '.blocklySvg > .blocklyWorkspace > .blocklyBlockCanvas', pane: 'blocks' },
  { name: 'code', target: '#code', pane: 'code' },
  { name: 'run', target: '#run' },
  { name: 'console', target: '#console', pane: 'console' },
  { name: 'devices', target: '#pane-registrations', pane: 'registrations' },
  { name: 'program', target: '#program' },
  { name: 'learn', target: '#learn' },
];

const gap = 12;
let isOpen = false;

/** Takes a person on the tour, from the beginning. */
export function takeTour({ tabs, messages }: { tabs: Tabs; messages: Messages }): void {
  if (isOpen) return;
  isOpen = true;
  const words = messages.learning;
  const before = document.activeElement;
  const ring = document.createElement('div');
  ring.className = 'tour-ring';
  ring.setAttribute('aria-hidden', 'true');
  const card = document.createElement('div');
  card.className = 'tour-card';
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-labelledby', 'tour-title');
  card.setAttribute('aria-describedby', 'tour-text');
  card.tabIndex = -1;
  document.body.append(ring, card);
  let index = 0;

  const leave = (): void => {
    isOpen = false;
    ring.remove();
    card.remove();
    observer.disconnect();
    removeEventListener('resize', place);
    document.removeEventListener('keydown', onKey);
    if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
  };
  const go = (to: number): void => {
    if (to >= steps.length) {
      leave();
      return;
    }
    index = Math.max(0, to);
    const step = steps[index];
    if (step?.pane) tabs.show(step.pane);
    draw();
    place();
    part(card, '.tour-next', HTMLButtonElement).focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    // What is open over the page closes first.
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog:modal')) return;
    event.preventDefault();
    leave();
  };

  const draw = (): void => {
    const step = steps[index];
    if (!step) return;
    const { title, text } = words.tourSteps[step.name];
    const isLast = index === steps.length - 1;
    render(
      html`<p class="tour-count">${words.tourStep(index + 1, steps.length)}</p>
        <h2 class="tour-title" id="tour-title">${title}</h2>
        <p id="tour-text">${text}</p>
        <div class="tour-actions">
          <button type="button" class="button small" ?disabled=${index === 0} @click=${() => go(index - 1)}>
            ${words.tourBack}
          </button>
          <button type="button" class="button small primary tour-next" @click=${() => go(index + 1)}>
            ${isLast ? words.tourDone : words.tourNext}
          </button>
        </div>
        <button type="button" class="button small icon-only tour-close" aria-label=${words.tourLeave} @click=${leave}>
          ${icon('close')}
        </button>`,
      card,
    );
  };
  /** Beside the part: below it, above it, or, where there is no room, over its end. */
  const place = (): void => {
    const target = document.querySelector(steps[index]?.target ?? '');
    if (!target) return;
    const box = visible(target.getBoundingClientRect());
    Object.assign(ring.style, {
      left: `${box.left - 4}px`,
      top: `${box.top - 4}px`,
      width: `${box.width + 8}px`,
      height: `${box.height + 8}px`,
    });
    const { offsetWidth: width, offsetHeight: height } = card;
    const below = box.bottom + gap;
    const above = box.top - gap - height;
    const top = below + height <= innerHeight - gap ? below : above >= gap ? above : innerHeight - height - 2 * gap;
    const beside = box.right + gap + width <= innerWidth - gap && box.height > height;
    card.style.left = `${beside ? box.right + gap : Math.max(gap, Math.min(box.left, innerWidth - width - gap))}px`;
    card.style.top = `${beside ? Math.max(gap, Math.min(box.top, innerHeight - height - gap)) : top}px`;
  };
  const observer = new ResizeObserver(() => place());
  observer.observe(document.documentElement);
  addEventListener('resize', place);
  document.addEventListener('keydown', onKey);
  go(0);
}

/** The part of a box that is on the page. */
function visible({ left, top, right, bottom }: DOMRect): DOMRect {
  const x = Math.max(4, left);
  const y = Math.max(4, top);
  return new DOMRect(
    x,
    y,
    Math.max(0, Math.min(innerWidth - 4, right) - x),
    Math.max(0, Math.min(innerHeight - 4, bottom) - y),
  );
}
