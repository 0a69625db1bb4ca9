// Faults on purpose, so that people can see their error handling work.

import { documentedErrors, ServiceError } from './errors.ts';
import { operations, type Operation } from './route.ts';

/** What goes wrong. Several at once are possible; `offline` wins over `code`, and that over `status`. */
export interface FaultSettings {
  /** Milliseconds that every answer takes longer. */
  latency: number;
  /** No network: the request never arrives, and the SDK sees a network error. */
  offline: boolean;
  /** The answer is an error of the server with this HTTP status, 500 to 599. */
  status: number | undefined;
  /** The answer is the error with this code; see {@link documentedErrors}. Nothing is written. */
  code: number | undefined;
  /** The request is carried out, but its answer gets lost: what was written stays, and the SDK sees a network error. */
  loseAnswer: boolean;
  /**
   * The operations that are affected. By default all but `info`, which the SDK asks for by itself when an application
   * is initialized, and whose failure it only prints.
   */
  only: readonly Operation[];
  /** How many requests are affected before all is well again; undefined: until the settings change. */
  times: number | undefined;
}

/** The faults of an emulator, to be switched at any time. */
export interface FaultControl {
  /** What is set now. */
  readonly current: Readonly<FaultSettings>;
  /** Changes the named settings and leaves the others. Throws a RangeError for a value that makes no sense. */
  set(settings: Partial<FaultSettings>): void;
  /** All is well again. */
  clear(): void;
}

/** All is well. */
export const noFaults: Readonly<FaultSettings> = {
  latency: 0,
  offline: false,
  status: undefined,
  code: undefined,
  loseAnswer: false,
  only: operations.filter((operation) => operation !== 'info'),
  times: undefined,
};

/** What a network that fails on purpose rejects with. */
export class NetworkFault extends Error {
  override readonly name = 'NetworkFault';
  /** `offline`: nothing was done. `lost-answer`: it was done, and the answer is lost. */
  readonly reason: 'offline' | 'lost-answer';

  constructor(reason: 'offline' | 'lost-answer') {
    super(reason === 'offline' ? 'There is no network, on purpose.' : 'The answer was lost, on purpose.');
    this.reason = reason;
  }
}

/** Holds settings and says what they do to a request. */
export class Faults implements FaultControl {
  #settings: Readonly<FaultSettings> = noFaults;
  readonly #changed: () => void;

  constructor(settings: Partial<FaultSettings>, changed: () => void) {
    this.#changed = () => {};
    this.set(settings);
    this.#changed = changed;
  }

  get current(): Readonly<FaultSettings> {
    return this.#settings;
  }

  set(settings: Partial<FaultSettings>): void {
    this.#settings = checked({ ...this.#settings, ...settings });
    this.#changed();
  }

  clear(): void {
    this.#settings = noFaults;
    this.#changed();
  }

  /** The faults of a request for `operation`; uses up one of `times`. Undefined: the request goes through unharmed. */
  take(operation: Operation): Readonly<FaultSettings> | undefined {
    const settings = this.#settings;
    if (settings === noFaults || settings.times === 0 || !settings.only.includes(operation)) return undefined;
    if (settings.times !== undefined) {
      this.#settings = { ...settings, times: settings.times - 1 };
      this.#changed();
    }
    return settings;
  }
}

/** The error that the faults answer instead of carrying the request out; undefined when they do not. */
export function faultError(faults: Readonly<FaultSettings>): ServiceError | undefined {
  if (faults.code !== undefined) return new ServiceError(faults.code);
  if (faults.status !== undefined)
    return new ServiceError(faults.status, `The server failed with status ${faults.status}, on purpose.`);
  return undefined;
}

function checked(settings: FaultSettings): FaultSettings {
  const { latency, status, code, times } = settings;
  if (!(latency >= 0 && latency <= 2 ** 31 - 1)) {
    throw new RangeError(`latency must be from 0 to 2147483647 milliseconds, not ${latency}.`);
  }
  if (status !== undefined && !(Number.isInteger(status) && status >= 500 && status <= 599)) {
    throw new RangeError(`status must be from 500 to 599, not ${status}.`);
  }
  if (code !== undefined && !documentedErrors.has(code)) {
    throw new RangeError(`code must be one of ${[...documentedErrors.keys()].join(', ')}, not ${code}.`);
  }
  if (times !== undefined && !(Number.isInteger(times) && times >= 0)) {
    throw new RangeError(`times must be a whole number from 0, not ${times}.`);
  }
  return settings;
}
