/**
 * A program as a link: deflated, in the fragment of the address, which no browser sends to a server.
 *
 * A link is written by a stranger. Whatever it holds becomes data at most: it is bounded before it is unpacked, read as
 * JSON, checked by the editor, and run by nobody but the person who opened it.
 */
import { deflateSync, Inflate } from 'fflate';
import type { ProgramState } from '../src/editor/index.ts';
import { cleanName } from './file-names.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { sharePrefix } from './share-address.ts';

/** The longest link that is made, in characters. Browsers take more; what links are sent through often does not. */
export const longestLink = 32_000;
/** From this length on, some programs for mail and chat cut a link off. */
export const longLink = 8_000;
/** The longest fragment that is read, and the most that it may become, in characters and bytes. */
const longestFragment = 200_000;
const mostBytes = 4_000_000;
/** Small enough that not even a hostile piece becomes much more than a megabyte at once. */
const pieceLength = 1_024;

/** The first byte of the data: how the rest is to be read. */
const version = 1;

/**
 * Why a link cannot be opened: `damaged` (not what this page writes, or a part of it is missing), `newer` (from a later
 * version of this page), `too-large` (it would become more than is read), `foreign` (other data than a program).
 */
export type LinkProblem = 'damaged' | 'newer' | 'too-large' | 'foreign';

/** Thrown when a link cannot be opened. */
export class LinkError extends Error {
  override name = 'LinkError';
  readonly problem: LinkProblem;

  constructor(problem: LinkProblem) {
    super(`The link cannot be opened: ${problem}.`);
    this.problem = problem;
  }
}

/** What a link carries. The program is not checked yet. */
export interface SharedProgram {
  name: string;
  program: unknown;
}

/** The fragment for a program, with the `#`. */
export function toFragment(name: string, program: ProgramState): string {
  const json = new TextEncoder().encode(JSON.stringify({ name, program }));
  const deflated = deflateSync(json, { level: 9 });
  const data = new Uint8Array(deflated.length + 1);
  data[0] = version;
  data.set(deflated, 1);
  return sharePrefix + toBase64Url(data);
}

/**
 * Reads a fragment.
 *
 * @throws {LinkError} when it cannot be read.
 */
export function readFragment(fragment: string): SharedProgram {
  const text = fragment.slice(sharePrefix.length);
  if (text.length > longestFragment) throw new LinkError('too-large');
  const data = fromBase64Url(text);
  const kind = data?.[0];
  if (!data || kind === undefined || kind === 0) throw new LinkError('damaged');
  if (kind > version) throw new LinkError('newer');
  const value = parse(inflate(data.subarray(1)));
  if (typeof value !== 'object' || value === null || !('program' in value)) throw new LinkError('foreign');
  const name = 'name' in value && typeof value.name === 'string' ? cleanName(value.name) : '';
  return { name, program: value.program };
}

function inflate(data: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  let isComplete = false;
  const stream = new Inflate((part, isLast) => {
    size += part.length;
    if (size > mostBytes) throw new LinkError('too-large');
    parts.push(part);
    isComplete = isLast;
  });
  try {
    for (let start = 0; start < data.length; start += pieceLength) {
      stream.push(data.subarray(start, start + pieceLength), start + pieceLength >= data.length);
    }
  } catch (error) {
    throw error instanceof LinkError ? error : new LinkError('damaged');
  }
  if (!isComplete) throw new LinkError('damaged');
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new LinkError('damaged');
  }
}
