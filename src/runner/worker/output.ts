/** Collects what a program prints and which blocks it reaches, and sends it in few messages. */

import { CONSOLE_BATCH, FLUSH_INTERVAL, TRACE_BATCH } from '../limits.ts';
import { Meter } from '../meter.ts';
import type { WorkerConsoleEntry } from '../protocol.ts';
import type { ConsoleLevel, Scope } from '../value.ts';
import type { Channel } from './channel.ts';
import { inspect } from './inspect.ts';

/** Blocks that are reached again in a loop before the clock is looked at. */
const LOOKED_EVERY = 16;

/** A loop that prints or traces without end costs the host a message every {@link FLUSH_INTERVAL}, and no more. */
export class Output {
  readonly #channel: Channel;
  readonly #meter = new Meter();
  readonly #setTimeout = globalThis.setTimeout.bind(globalThis);
  readonly #now = performance.now.bind(performance);
  readonly #time = Date.now;
  readonly #scope: () => Scope | undefined;
  #entries: WorkerConsoleEntry[] = [];
  /** Those that were reached since they were last told. */
  #blockIds = new Set<string>();
  #latest = '';
  /** How often blocks were reached again since the clock was last looked at. */
  #again = 0;
  #flushed = -Infinity;
  #isScheduled = false;

  /** `scope` is asked for the values of variables whenever there is something to tell of blocks. */
  constructor(channel: Channel, scope: () => Scope | undefined = () => undefined) {
    this.#channel = channel;
    this.#scope = scope;
  }

  print(level: ConsoleLevel, values: readonly unknown[]): void {
    if (this.#meter.isFull) return;
    const copies = inspect(values);
    if (this.#meter.admit(copies)) {
      this.#entries.push({ level, values: copies, time: this.#time() });
      this.#collected(this.#entries.length >= CONSOLE_BATCH);
    } else {
      this.flush();
      this.#channel.send({ type: 'cut' });
    }
  }

  /** Notes that a block is reached. True when the program has kept its thread for so long that it was told at once. */
  trace(blockId: string): boolean {
    this.#latest = blockId;
    // In a loop this is all there is to do, most of the time.
    this.#again += 1;
    if (this.#again < LOOKED_EVERY && this.#blockIds.has(blockId)) return false;
    this.#again = 0;
    this.#blockIds.add(blockId);
    return this.#collected(false);
  }

  /** Sends what is there. */
  flush(): void {
    this.#flushed = this.#now();
    if (this.#entries.length > 0) {
      this.#channel.send({ type: 'console', entries: this.#entries });
      this.#entries = [];
    }
    if (this.#blockIds.size > 0) {
      this.#blockIds.delete(this.#latest);
      this.#tell([...[...this.#blockIds].slice(1 - TRACE_BATCH), this.#latest]);
      this.#blockIds.clear();
    }
  }

  /** Sends what is there, and the last values of variables. */
  finish(): void {
    this.flush();
    this.#tell([]);
  }

  #tell(blockIds: string[]): void {
    const scope = this.#scope();
    if (blockIds.length === 0 && !scope) return;
    this.#channel.send({ type: 'trace', blockIds, ...(scope && { scope }) });
  }

  #collected(isFull: boolean): boolean {
    // The timer serves a program that yields, the clock one that does not.
    if (isFull || this.#now() - this.#flushed >= FLUSH_INTERVAL) {
      this.flush();
      return true;
    }
    if (!this.#isScheduled) {
      this.#isScheduled = true;
      this.#setTimeout(() => {
        this.#isScheduled = false;
        this.flush();
      }, FLUSH_INTERVAL);
    }
    return false;
  }
}

/** Makes the global console print to `output`. What only a terminal or developer tools can show is left to them. */
export function installConsole(output: Output): void {
  const print =
    (level: ConsoleLevel) =>
    (...values: unknown[]): void =>
      output.print(level, values);
  const log = print('log');
  const error = print('error');
  Object.assign(console, {
    log,
    info: print('info'),
    warn: print('warn'),
    error,
    debug: print('debug'),
    dir: (value: unknown) => log(value),
    dirxml: log,
    table: (value: unknown) => log(value),
    group: log,
    groupCollapsed: log,
    trace: log,
    assert: (condition: unknown, ...values: unknown[]) => {
      if (!condition) error('Assertion failed', ...values);
    },
  });
}
