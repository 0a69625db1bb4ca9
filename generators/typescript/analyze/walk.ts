/**
 * Walks through nested statements whose depth the call stack does not limit.
 *
 * Each block, and each statement with blocks in it, is walked by a generator, which yields where another one is to be
 * walked within it, and goes on with what that one found.
 */
export type Steps<R = void> = Generator<Steps<R>, R, R>;

/** Walks to the end. */
export function walk<R>(first: Steps<R>): R {
  const open = [first];
  for (let step = first.next(); ;) {
    if (!step.done) {
      open.push(step.value);
      step = step.value.next();
      continue;
    }
    open.pop();
    const around = open.at(-1);
    if (!around) return step.value;
    step = around.next(step.value);
  }
}
