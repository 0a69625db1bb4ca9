/** Whether documents fit into what is left of a line. */

import { BREAK, FLAT, isDocArray, ONE_LINE, type Command, type Commands, type Mode } from './commands.ts';
import type { Doc } from './doc.ts';

/** Measures documents, with what is printed behind them. */
export class Fitting {
  private readonly docs: Command[] = [];
  private readonly modes: Mode[] = [];

  constructor(private readonly following: Commands) {}

  /**
   * Whether `doc` and what must follow it on the same line fits into this width.
   * Without `withRest`, whether `doc` alone does, unbroken.
   */
  fits(doc: Doc, width: number, withRest: boolean): boolean {
    let room = width;
    let rest = withRest ? this.following.size : 0;
    let pendingSpace = 0;
    const { docs, modes: docModes } = this;
    const { commands, modes } = this.following;
    docs.length = 0;
    docModes.length = 0;
    docs.push(doc);
    docModes.push(FLAT);
    while (room >= 0) {
      let next = docs.pop();
      let nextMode = docModes.pop();
      if (next === undefined || nextMode === undefined) {
        if (rest === 0) return true;
        rest--;
        next = commands[rest];
        nextMode = modes[rest];
        if (next === undefined || nextMode === undefined) return true;
      }
      if (typeof next === 'string') {
        if (next.length > 0) {
          room -= next.length + pendingSpace;
          pendingSpace = 0;
        }
        continue;
      }
      if (isDocArray(next)) {
        for (let i = next.length - 1; i >= 0; i--) {
          docs.push(next[i] ?? '');
          docModes.push(nextMode);
        }
        continue;
      }
      switch (next.kind) {
        case 'text':
          room -= next.width + pendingSpace;
          pendingSpace = 0;
          break;
        case 'line':
          if (nextMode === BREAK || next.hard) return true;
          if (!next.soft) pendingSpace = 1;
          break;
        case 'group':
          if (nextMode === FLAT && next.hard) {
            if (!withRest) return false;
            nextMode = BREAK;
          }
          if (nextMode !== BREAK && next.width > 0) {
            room -= next.width + pendingSpace;
            pendingSpace = 0;
            break;
          }
          docs.push(next.contents);
          docModes.push(nextMode);
          break;
        case 'choice':
          docs.push(nextMode === BREAK ? (next.others().at(-1) ?? '') : next.first);
          docModes.push(nextMode);
          break;
        case 'indent':
        case 'indent-if-break':
        case 'erased':
        case 'marked':
          docs.push(next.contents);
          docModes.push(nextMode);
          break;
        case 'flat':
          docs.push(next.contents);
          docModes.push(ONE_LINE);
          break;
        case 'if-break': {
          const isBroken = next.group === undefined ? nextMode === BREAK : next.group.broken === true;
          docs.push(isBroken ? next.broken : next.flat);
          docModes.push(nextMode);
          break;
        }
        case 'fill':
          for (let i = next.parts.length - 1; i >= next.from; i--) {
            docs.push(next.parts[i] ?? '');
            docModes.push(nextMode);
          }
          break;
        case 'body':
        case 'verbatim':
        case 'statements':
          return true;
        case 'open':
        case 'close':
        case 'end-of-erased':
        case 'end-of-marked':
          break;
      }
    }
    return false;
  }
}
