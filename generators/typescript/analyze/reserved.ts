/**
 * Names that a program's own names must not take.
 *
 * A list of our own: what `globalThis` holds differs between Node and the browsers, and the code
 * must not.
 */

const keywords =
  'async await break case catch class const continue debugger default delete do else enum export extends false ' +
  'finally for function if implements import in instanceof interface let new null package private protected public ' +
  'return static super switch this throw true try typeof undefined var void while with yield';

const globals =
  'AggregateError Array ArrayBuffer Atomics Backendless BigInt Boolean DataView Date DeviceInfo DeviceRegistration ' +
  'Error EvalError FinalizationRegistry Function Generator Infinity Intl Iterator JSON Map Math NaN Number Object ' +
  'Promise Proxy RangeError Record ReferenceError Reflect RegExp Set SharedArrayBuffer String Symbol SyntaxError ' +
  'TypeError URIError WeakMap WeakRef WeakSet __trace arguments console deviceToken eval exports global globalThis ' +
  'isFinite isNaN module parseFloat parseInt process prompt require self window';

export const reserved: ReadonlySet<string> = new Set(`${keywords} ${globals}`.split(' '));
