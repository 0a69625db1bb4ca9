/** Which faults on purpose are on, and for how long: for one run, or until they are turned off. */
import { noFaults, type BackendHandler, type Emulator, type FaultSettings } from '../src/emulator/index.ts';

/** `run`: for the next run only. `lasting`: for every run, until turned off or the page is left. */
export type FaultSpan = 'run' | 'lasting';

/** The faults that are on. */
export interface ActiveFaults {
  settings: Readonly<FaultSettings>;
  span: FaultSpan;
}

/** Stands between programs and the service, so that one run can have faults of its own. */
export class FaultSwitch {
  readonly #emulator: Emulator;
  readonly #changed: () => void;
  /** Faults for the next run, or for the one that goes on. */
  #once: Readonly<FaultSettings> | undefined;
  /** Answers the run that goes on, when it has faults of its own. */
  #ofRun: BackendHandler | undefined;

  /** `changed` is called after every change of {@link active}. */
  constructor(emulator: Emulator, changed: () => void) {
    this.#emulator = emulator;
    this.#changed = changed;
    emulator.subscribe(({ type }) => {
      if (type === 'faults') changed();
    });
  }

  /** Answers the requests of programs. */
  readonly handle: BackendHandler = (request, signal) =>
    this.#ofRun ? this.#ofRun(request, signal) : this.#emulator.handle(request, signal);

  /** The faults that are on; undefined when all is well. */
  get active(): ActiveFaults | undefined {
    if (this.#once) return { settings: this.#once, span: 'run' };
    const settings = this.#emulator.faults.current;
    return isHarmless(settings) ? undefined : { settings, span: 'lasting' };
  }

  /** Turns these faults on in place of others. */
  set(settings: Partial<FaultSettings>, span: FaultSpan): void {
    this.clear();
    const all = { ...noFaults, ...settings };
    if (isHarmless(all)) return;
    if (span === 'lasting') {
      this.#emulator.faults.set(settings);
    } else {
      this.#once = all;
      this.#changed();
    }
  }

  /** All is well again, also for a run that goes on. */
  clear(): void {
    this.#once = undefined;
    this.#ofRun = undefined;
    this.#emulator.faults.clear();
  }

  /** A run begins: it takes the faults that are meant for one run. */
  runBegins(): void {
    if (this.#ofRun) this.clear();
    if (this.#once) this.#ofRun = this.#emulator.withFaults(this.#once);
  }

  /** The run is over, and so are its own faults. */
  runEnds(): void {
    if (this.#ofRun) this.clear();
  }
}

function isHarmless({ latency, offline, status, code, loseAnswer }: Readonly<FaultSettings>): boolean {
  return latency === 0 && !offline && status === undefined && code === undefined && !loseAnswer;
}
