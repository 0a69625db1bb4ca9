/**
 * Carries the program across a reload where the browser stores nothing: in the entry of the page in the history, which
 * lasts as long as the tab.
 */

/** A program that nothing else keeps. */
export interface Carried {
  name: string;
  program: unknown;
}

let read: (() => Carried) | undefined;
let isOnItsWay = false;

/** From now on `program` gives what is to be carried. Only where it is kept nowhere else. */
export function carryOnReload(program: () => Carried): void {
  read = program;
}

/** To be called just before the page reloads itself. */
export function handOver(): void {
  if (!read) return;
  history.replaceState({ handedOver: read() }, '');
  isOnItsWay = true;
}

/** Whether the page reloads itself and the program comes along. */
export function isHandedOver(): boolean {
  return isOnItsWay;
}

/** The program that was carried over, once; `undefined` when there is none. */
export function takeOver(): Carried | undefined {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('handedOver' in state)) return undefined;
  history.replaceState(null, '');
  const { handedOver } = state;
  if (typeof handedOver !== 'object' || handedOver === null || !('program' in handedOver)) return undefined;
  const name = 'name' in handedOver && typeof handedOver.name === 'string' ? handedOver.name : '';
  return { name, program: handedOver.program };
}
