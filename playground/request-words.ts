/** Requests of the SDK in words. */
import type { BackendRequest } from '../src/editor/index.ts';
import { NetworkFault } from '../src/emulator/index.ts';
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

/**
 * Why a request got no answer: in the language of the page where that is known, else as it was said.
 *
 * @param ownHost the host of the person's own app; undefined while the service is simulated.
 */
export function describeNoAnswer(error: unknown, ownHost: string | undefined, messages: Messages): string {
  if (error instanceof NetworkFault) {
    const { faultOffline, faultLostAnswer } = messages;
    return messages.faultsInRun(error.reason === 'offline' ? faultOffline : faultLostAnswer);
  }
  // What browsers say of a request that came to nothing: a few words, of their own and in English.
  if (error instanceof TypeError && ownHost !== undefined) return messages.backend.ownNoAnswer(ownHost);
  return error instanceof Error ? error.message : String(error);
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
