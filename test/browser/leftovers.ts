/** What scripts have put on a page that outlives the elements they made: for tests that something goes without a trace. */
import type { Page } from 'playwright';

/** What is there at a moment. */
export interface Leftovers {
  /** Listeners of the window, the document and its main parts, of media queries and of signals named to the page. */
  listeners: string[];
  /** Timers and frames that are still to come. */
  timers: number;
  /** Observers of the document, its head or its body. */
  observers: number;
  /** Workers that run. */
  workers: number;
  globals: string[];
  nodes: number;
}

declare global {
  var leftovers: {
    take(): Leftovers;
    /** Has the listeners of a signal counted too. */
    watchSignal(signal: AbortSignal): void;
  };
}

/** Counts from before the first script of the page. */
export async function countLeftovers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Listening {
      target: EventTarget;
      type: string;
      listener: unknown;
      capture: boolean;
    }
    const listening = new Set<Listening>();
    const signals = new Set<EventTarget>();
    const isLasting = (target: unknown): boolean =>
      target === window ||
      target === document ||
      target === document.documentElement ||
      target === document.head ||
      target === document.body;
    const isCounted = (target: EventTarget): boolean =>
      isLasting(target) || target instanceof MediaQueryList || signals.has(target);
    const find = (wanted: Listening): Listening | undefined =>
      Array.from(listening).find(
        (each) =>
          each.target === wanted.target &&
          each.type === wanted.type &&
          each.listener === wanted.listener &&
          each.capture === wanted.capture,
      );
    const captures = (options: boolean | EventListenerOptions = false): boolean =>
      typeof options === 'boolean' ? options : (options.capture ?? false);

    const { addEventListener, removeEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (
      this: EventTarget | undefined,
      type: string,
      listener: EventListenerOrEventListenerObject | null,
      options?: boolean | AddEventListenerOptions,
    ): void {
      const target = this ?? window;
      addEventListener.call(target, type, listener, options);
      const entry = { target, type, listener, capture: captures(options) };
      if (listener === null || !isCounted(target) || find(entry)) return;
      const { once = false, signal } = typeof options === 'object' ? options : {};
      if (signal?.aborted) return;
      listening.add(entry);
      if (signal) addEventListener.call(signal, 'abort', () => listening.delete(entry));
      if (once) addEventListener.call(target, type, () => listening.delete(entry), { once });
    };
    EventTarget.prototype.removeEventListener = function (
      this: EventTarget | undefined,
      type: string,
      listener: EventListenerOrEventListenerObject | null,
      options?: boolean | EventListenerOptions,
    ): void {
      const target = this ?? window;
      removeEventListener.call(target, type, listener, options);
      const entry = find({ target, type, listener, capture: captures(options) });
      if (entry) listening.delete(entry);
    };

    const timers = new Set<string>();
    const { setTimeout, clearTimeout, setInterval, clearInterval, requestAnimationFrame, cancelAnimationFrame } =
      window;
    Object.assign(window, {
      setTimeout(action: (...args: unknown[]) => void, delay?: number, ...args: unknown[]): number {
        const id = setTimeout(() => {
          timers.delete(`timeout ${id}`);
          action(...args);
        }, delay);
        timers.add(`timeout ${id}`);
        return id;
      },
      clearTimeout(id: number): void {
        timers.delete(`timeout ${id}`);
        clearTimeout(id);
      },
      setInterval(action: () => void, delay?: number): number {
        const id = setInterval(action, delay);
        timers.add(`interval ${id}`);
        return id;
      },
      clearInterval(id: number): void {
        timers.delete(`interval ${id}`);
        clearInterval(id);
      },
      requestAnimationFrame(action: FrameRequestCallback): number {
        const id = requestAnimationFrame((time) => {
          timers.delete(`frame ${id}`);
          action(time);
        });
        timers.add(`frame ${id}`);
        return id;
      },
      cancelAnimationFrame(id: number): void {
        timers.delete(`frame ${id}`);
        cancelAnimationFrame(id);
      },
    });

    const observers = new Set<object>();
    for (const Observer of [MutationObserver, ResizeObserver, IntersectionObserver]) {
      const { observe, disconnect } = Observer.prototype;
      Object.assign(Observer.prototype, {
        observe(this: object, target: Node, options?: object): void {
          if (isLasting(target)) observers.add(this);
          Reflect.apply(observe, this, [target, options]);
        },
        disconnect(this: object): void {
          observers.delete(this);
          Reflect.apply(disconnect, this, []);
        },
      });
    }

    const workers = new Set<Worker>();
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        workers.add(this);
      }
      override terminate(): void {
        workers.delete(this);
        super.terminate();
      }
    };

    const before = new Set(Object.getOwnPropertyNames(window));
    globalThis.leftovers = {
      watchSignal: (signal) => signals.add(signal),
      take: () => ({
        listeners: Array.from(listening, ({ target, type }) => `${target.constructor.name} ${type}`).toSorted(),
        timers: timers.size,
        observers: observers.size,
        workers: workers.size,
        globals: Object.getOwnPropertyNames(window).filter((name) => !before.has(name)),
        nodes: document.querySelectorAll('*').length,
      }),
    };
  });
}
