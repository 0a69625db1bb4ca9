// From a method and a URL to an operation.

import { ServiceError } from './errors.ts';

/** What a request asks for. */
export type Operation =
  | 'info'
  | 'register'
  | 'get-registration'
  | 'cancel-registration'
  | 'list-channels'
  | 'create-channel'
  | 'delete-channel'
  | 'publish'
  | 'message-status'
  | 'cancel-message';

/** All operations, for a choice of what a fault applies to. */
export const operations: readonly Operation[] = [
  'info',
  'register',
  'get-registration',
  'cancel-registration',
  'list-channels',
  'create-channel',
  'delete-channel',
  'publish',
  'message-status',
  'cancel-message',
];

/** A request that has found its operation. */
export interface Route {
  operation: Operation;
  /** The application and key of `/<appId>/<apiKey>/…`; undefined for `/api/…`, the root of an app's own domain. */
  credentials: { appId: string; apiKey: string } | undefined;
  /** The device ID, channel or message ID at the end of the path, decoded; empty when the path has none. */
  subject: string;
}

/**
 * Finds the operation of a request.
 * Throws {@link ServiceError} 404 for a path that means nothing and 405 for a method that the path does not take.
 */
export function findRoute(method: string, url: string): Route {
  const path = pathOf(url);
  const segments = path.split('/').slice(1).map(decode);
  // A trailing slash says nothing.
  if (segments.length > 1 && segments.at(-1) === '') segments.pop();
  const isDomainRoot = segments[0] === 'api' && (segments[1] === 'messaging' || segments[1] === 'info');
  const [first = '', second = ''] = segments;
  const rest = segments.slice(isDomainRoot ? 1 : 2);
  const credentials = isDomainRoot ? undefined : { appId: first, apiKey: second };
  if (credentials && (first === '' || second === '')) throw unknownPath(path);

  const choices = choicesFor(rest, path);
  const operation = choices.byMethod.get(method.toUpperCase());
  if (!operation) {
    const allowed = [...choices.byMethod.keys()].join(', ');
    throw new ServiceError(405, `${method.toUpperCase()} is not allowed for ${path}; it takes ${allowed}.`);
  }
  return { operation, credentials, subject: choices.subject };
}

function choicesFor(rest: string[], path: string): { byMethod: Map<string, Operation>; subject: string } {
  const [service, first = '', second = ''] = rest;
  const take = (subject: string, ...byMethod: [string, Operation][]) => ({ byMethod: new Map(byMethod), subject });
  if (service === 'info' && rest.length === 1) return take('', ['GET', 'info']);
  if (service !== 'messaging') throw unknownPath(path);
  if (rest.length === 2 && first !== '') {
    if (first === 'registrations') return take('', ['POST', 'register']);
    if (first === 'channels') return take('', ['GET', 'list-channels']);
    return take(first, ['POST', 'publish'], ['GET', 'message-status'], ['DELETE', 'cancel-message']);
  }
  if (rest.length === 3 && second !== '') {
    if (first === 'registrations') {
      return take(second, ['GET', 'get-registration'], ['DELETE', 'cancel-registration']);
    }
    if (first === 'channels') return take(second, ['POST', 'create-channel'], ['DELETE', 'delete-channel']);
  }
  throw unknownPath(path);
}

function unknownPath(path: string): ServiceError {
  return new ServiceError(404, `There is no service at ${path.length > 200 ? `${path.slice(0, 200)}…` : path}.`);
}

/** The path of an absolute URL or of a path, without query and fragment. */
function pathOf(url: string): string {
  const absolute = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url);
  const path = absolute ? url.slice(absolute[0].length) : url;
  const end = path.search(/[?#]/);
  const bare = end < 0 ? path : path.slice(0, end);
  return bare.startsWith('/') ? bare : `/${bare}`;
}

/** A path segment as text. One that is not properly encoded is taken as it stands. */
function decode(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
