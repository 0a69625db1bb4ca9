/** How long, in milliseconds, a frame of the screen may be late before one is given all the same. */
const PATIENCE = 100;

/**
 * Gives this page animation frames also while nothing of it is drawn: browsers give none to a frame of
 * another origin that is scrolled out of sight, nor to a tab in the background. Blockly tells what happened
 * in the next one, so a host there would get no code, and Undo would have nothing to take back.
 *
 * @param signal Ends it.
 */
export function keepFramesComing(signal: AbortSignal): void {
  const { requestAnimationFrame, cancelAnimationFrame } = window;
  const request = requestAnimationFrame.bind(window);
  const cancel = cancelAnimationFrame.bind(window);
  const late = new Map<number, number>();
  window.requestAnimationFrame = (callback) => {
    const number = request((time) => {
      forget(number);
      callback(time);
    });
    const give = (): void => {
      window.cancelAnimationFrame(number);
      callback(performance.now());
    };
    late.set(number, window.setTimeout(give, PATIENCE));
    return number;
  };
  window.cancelAnimationFrame = (number) => {
    forget(number);
    cancel(number);
  };
  signal.addEventListener('abort', () => Object.assign(window, { requestAnimationFrame, cancelAnimationFrame }));

  function forget(number: number): void {
    clearTimeout(late.get(number));
    late.delete(number);
  }
}
