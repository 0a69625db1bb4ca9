/** Beside Run and Stop: pause, step, and how fast a program runs. */
import { html, render } from 'lit';
import { part } from './dom.ts';
import { icon } from './icons.ts';
import type { Messages } from './messages.ts';
import { readPreference, writePreference } from './preferences.ts';

const preference = 'speed';

/** The places of the speed control, from slow to fast, with the milliseconds for which each statement is held. */
const speeds = [
  ['crawl', 1_500],
  ['slow', 700],
  ['moderate', 250],
  ['fast', 60],
  ['full', 0],
] as const;

const fullSpeed = speeds.length - 1;

/** What the tools do. */
export interface RunToolEvents {
  pauseOrResume(): void;
  step(): void;
  /** The person chose another speed: milliseconds for which each statement is held. */
  delay(milliseconds: number): void;
}

/** The slots of the page for them. */
export interface RunToolSlots {
  runTools: HTMLElement;
  speed: HTMLElement;
}

/** The buttons and the speed control. */
export class RunTools {
  readonly #slots: RunToolSlots;
  readonly #messages: Messages;
  readonly #events: RunToolEvents;
  #place: number;
  #state: 'idle' | 'running' | 'paused' = 'idle';

  constructor(slots: RunToolSlots, messages: Messages, events: RunToolEvents) {
    this.#slots = slots;
    this.#messages = messages;
    this.#events = events;
    const kept = speeds.findIndex(([name]) => name === readPreference(preference));
    this.#place = kept < 0 ? fullSpeed : kept;
    this.#draw();
  }

  /** Milliseconds for which each statement is held, at the speed that is chosen. */
  get delay(): number {
    return speeds[this.#place]?.[1] ?? 0;
  }

  /** Shows what can be done now. */
  show(state: 'idle' | 'running' | 'paused'): void {
    const hadFocus = part(this.#slots.runTools, '#pause', HTMLButtonElement).matches(':focus');
    this.#state = state;
    this.#draw();
    // The button that was pressed goes off; the keyboard goes on beside it.
    if (hadFocus && state === 'idle') part(this.#slots.runTools, '#step', HTMLButtonElement).focus();
  }

  #draw(): void {
    const { stepping } = this.#messages;
    const isPaused = this.#state === 'paused';
    const pauseLabel = isPaused ? stepping.resume : stepping.pause;
    render(
      html`<button
          id="pause"
          type="button"
          class="button icon-only"
          aria-label=${pauseLabel}
          data-tip=${pauseLabel}
          aria-keyshortcuts="F8"
          ?disabled=${this.#state === 'idle'}
          @click=${() => this.#events.pauseOrResume()}
        >
          ${icon(isPaused ? 'run' : 'pause')}
        </button>
        <button
          id="step"
          type="button"
          class="button icon-only"
          aria-label=${stepping.step}
          data-tip=${stepping.step}
          aria-keyshortcuts="F9"
          @click=${() => this.#events.step()}
        >
          ${icon('step')}
        </button>`,
      this.#slots.runTools,
    );
    render(
      html`<label class="speed" data-tip=${this.#speedName}>
        <span class="spoken">${stepping.speed}</span>${icon('speed')}
        <input
          id="speed"
          type="range"
          min="0"
          max=${fullSpeed}
          step="1"
          .value=${String(this.#place)}
          aria-valuetext=${this.#speedName}
          @input=${(event: Event) => this.#choose(event)}
        />
      </label>`,
      this.#slots.speed,
    );
  }

  get #speedName(): string {
    return this.#messages.stepping.speeds[speeds[this.#place]?.[0] ?? 'full'];
  }

  #choose({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    this.#place = Math.min(fullSpeed, Math.max(0, Math.round(target.valueAsNumber)));
    writePreference(preference, speeds[this.#place]?.[0] ?? 'full');
    this.#draw();
    this.#events.delay(this.delay);
  }
}
