/** Requests of the SDK in words. */
import type { BackendRequest } from '../src/editor/index.ts';
import type { Messages } from './messages.ts';

/** What a request asks for. */
export function describeRequest({ method, url }: BackendRequest, { stepping }: Messages): string {
  const { operations } = stepping;
  const [, path = ''] = /\/messaging(\/[^?]*)/.exec(url) ?? [];
  if (path.startsWith('/registrations')) {
    if (method === 'POST') return operations.register;
    return method === 'DELETE' ? operations.cancel : operations.retrieve;
  }
  const [, channel] = /^\/([^/]+)$/.exec(path) ?? [];
  if (method === 'POST' && channel !== undefined) return operations.publish(decode(channel));
  return operations.other;
}

/** What is sent by the SDK itself when it starts, and says nothing about the program. */
export function isOfProgram({ url }: BackendRequest): boolean {
  return !/\/info(?:\?|$)/.test(url);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
