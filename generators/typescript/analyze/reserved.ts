/**
 * Names that a program's own names must not take.
 *
 * A list of our own: what `globalThis` holds differs between Node and the browsers, and the code
 * must not.
 */

const keywords =
  'abstract any as async await boolean break case catch class const continue debugger declare default delete do ' +
  'else enum export extends false finally for from function get if implements import in instanceof interface let ' +
  'namespace never new null number object of package private protected public return set static string super ' +
  'switch symbol this throw true try type typeof undefined unknown var void while with yield';

const globals =
  'AggregateError Array ArrayBuffer Atomics Backendless BigInt Boolean DataView Date DeviceInfo DeviceRegistration ' +
  'Error EvalError FinalizationRegistry Function Generator Infinity Intl Iterator JSON Map Math NaN Number Object ' +
  'Promise Proxy RangeError Record ReferenceError Reflect RegExp Set SharedArrayBuffer String Symbol SyntaxError ' +
  'TypeError URIError WeakMap WeakRef WeakSet __trace arguments console deviceToken eval exports global globalThis ' +
  'isFinite isNaN module parseFloat parseInt process prompt require self window';

export const reserved: ReadonlySet<string> = new Set(`${keywords} ${globals}`.split(' '));
