/** Runs asynchronous work one piece after another, in the order in which it was handed over. */
export class Serial {
  #last: Promise<unknown> = Promise.resolve();

  /** Starts `work` when all earlier work has ended, well or badly; settles as the work does. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.then(ignore, ignore);
    return result;
  }
}

function ignore(): void {
  // The caller of run() sees how the work ended; the next piece does not care.
}
