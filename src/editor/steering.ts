/** Pausing, stepping and slowing down a run, from before its sandbox is there until it has ended. */
import type { Run } from '../runner/index.ts';
import type { EditorStepping } from './options.ts';

/** What a person wants of a run, and the run once there is one. */
export class Steering {
  #run: Run | undefined;
  #isPaused: boolean;
  #delay: number;

  constructor({ isPaused = false, delay = 0 }: EditorStepping = {}) {
    this.#isPaused = isPaused;
    this.#delay = delay;
  }

  /** What the run is to begin with. */
  get options(): Required<EditorStepping> {
    return { isPaused: this.#isPaused, delay: this.#delay };
  }

  /** The run is there. */
  attach(run: Run): void {
    this.#run = run;
  }

  pause(): void {
    this.#isPaused = true;
    this.#run?.pause();
  }

  resume(): void {
    this.#isPaused = false;
    this.#run?.resume();
  }

  step(): void {
    this.#isPaused = true;
    this.#run?.step();
  }

  setDelay(milliseconds: number): void {
    this.#delay = milliseconds;
    this.#run?.setDelay(milliseconds);
  }
}
