/** Puts off what can wait. */

/** How long it waits at most, in milliseconds, and how long where the browser does not tell of leisure. */
const patience = 2_000;
const usualWait = 200;

/** How long a frame is waited for, in milliseconds: a page out of sight has none. */
const framePatience = 100;

/** Resolves when the page has nothing else to do, and at the latest after a while. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: patience });
    else setTimeout(resolve, usualWait);
  });
}

/** Resolves when what is on the page by now has been painted, so that work that is long does not hold that up. */
export function whenPainted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, framePatience);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
