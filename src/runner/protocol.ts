/**
 * What the host, the runner page and a worker tell each other.
 *
 * The worker runs code that nobody vouches for, so the host takes from it only what {@link readWorkerMessage} lets
 * through: known messages of the right shape and a bearable size, copied member by member.
 */

import type { BackendRequest, BackendResponse } from './backend.ts';
import { isObject, isOneOf } from './check.ts';
import {
  BODY_LENGTH,
  CONSOLE_BATCH,
  HEADERS,
  NAME_LENGTH,
  TEXT_LENGTH,
  TRACE_BATCH,
  URL_LENGTH,
  VALUE_COUNT,
  VALUE_DEPTH,
  VARIABLE_CAPS,
  VARIABLES,
} from './limits.ts';
import type { Position, RunError } from './outcome.ts';
import type { RunApp } from './program.ts';
import type { ConsoleEntry, ConsoleLevel, ConsoleMember, ConsoleValue, Scope, Variable } from './value.ts';

/** The word by which a page knows that it is asked to be a runner, and the version of this protocol. */
export const HELLO = 'codeless-runner-1';

/** Host → runner page. A port to the host travels with `start`, for the worker. */
export type HostToPage = { type: 'start'; id: number } | { type: 'end' };

/** Runner page → host. `failed` is about the worker that was started under that number. */
export type PageToHost = { type: 'ready' } | { type: 'failed'; id: number; message: string };

/** Runner page → worker, with the host's port: the only message a worker gets from its page. */
export interface PageToWorker {
  /** Address of the SDK as a module. */
  sdkUrl: string;
}

/** Host → worker. */
export type HostToWorker =
  | { type: 'run'; program: WorkerProgram }
  | { type: 'ping' }
  /** Without a response: the request failed. */
  | { type: 'response'; id: number; response?: BackendResponse }
  | { type: 'answer'; id: number; text: string | null }
  /** Whether to hold at each statement. If not, a program that is held goes on. */
  | { type: 'hold'; isHolding: boolean }
  /** Go on from where it is held under that number. */
  | { type: 'step'; id: number };

/** What a worker has to run. */
export interface WorkerProgram {
  javascript: string;
  entry?: { name: string; parameters: string[] };
  deviceToken: string;
  device?: { uuid: string; platform: string; version: string };
  app?: RunApp;
  /** Whether to hold at the first statement. */
  isHolding: boolean;
}

/** Worker → host. */
export type WorkerToHost =
  /** The worker is there; from now on it answers pings. */
  | { type: 'ready' }
  | { type: 'pong' }
  | { type: 'console'; entries: WorkerConsoleEntry[] }
  /** The console said all it may; what is printed from now on is not sent. */
  | { type: 'cut' }
  /** Blocks that were reached, the last one last, and the values of variables now. */
  | { type: 'trace'; blockIds: string[]; scope?: Scope }
  /** It is held before this block. The numbers count up. */
  | { type: 'held'; id: number; blockId: string; scope: Scope }
  | { type: 'request'; id: number; request: BackendRequest; blockId?: string }
  | { type: 'abort'; id: number }
  | { type: 'prompt'; id: number; message: string }
  | { type: 'end'; error?: RunError };

/** A console entry before it is rendered. */
export type WorkerConsoleEntry = Omit<ConsoleEntry, 'text'>;

/** A runner page's message, or `undefined` for anything else. */
export function readPageMessage(data: unknown): PageToHost | undefined {
  if (!isObject(data)) return undefined;
  if (data.type === 'ready') return { type: 'ready' };
  if (data.type !== 'failed' || !isId(data.id)) return undefined;
  return { type: 'failed', id: data.id, message: text(data.message, TEXT_LENGTH) ?? '' };
}

/** A worker's message, copied; `undefined` when it is not one, or too large to be true. */
export function readWorkerMessage(data: unknown): WorkerToHost | undefined {
  if (!isObject(data)) return undefined;
  switch (data.type) {
    case 'ready':
    case 'pong':
    case 'cut':
      return { type: data.type };
    case 'console': {
      const entries = list(data.entries, CONSOLE_BATCH, readEntry);
      return entries && { type: 'console', entries };
    }
    case 'trace': {
      const blockIds = list(data.blockIds, TRACE_BATCH, (id) => text(id, NAME_LENGTH));
      if (!blockIds || data.scope === undefined) return blockIds && { type: 'trace', blockIds };
      const scope = readScope(data.scope);
      return scope && { type: 'trace', blockIds, scope };
    }
    case 'held': {
      const blockId = text(data.blockId, NAME_LENGTH);
      const scope = readScope(data.scope);
      return isId(data.id) && blockId !== undefined && scope
        ? { type: 'held', id: data.id, blockId, scope }
        : undefined;
    }
    case 'request': {
      const request = readRequest(data.request);
      const blockId = text(data.blockId, NAME_LENGTH);
      if (!isId(data.id) || !request) return undefined;
      return { type: 'request', id: data.id, request, ...(blockId !== undefined && { blockId }) };
    }
    case 'abort':
      return isId(data.id) ? { type: 'abort', id: data.id } : undefined;
    case 'prompt': {
      const message = text(data.message, TEXT_LENGTH);
      return isId(data.id) && message !== undefined ? { type: 'prompt', id: data.id, message } : undefined;
    }
    case 'end': {
      if (data.error === undefined) return { type: 'end' };
      const error = readError(data.error);
      return error && { type: 'end', error };
    }
    default:
      return undefined;
  }
}

function readRequest(data: unknown): BackendRequest | undefined {
  if (!isObject(data)) return undefined;
  const method = text(data.method, 20);
  const url = text(data.url, URL_LENGTH);
  const body = data.body === null ? null : text(data.body, BODY_LENGTH);
  if (!method || !/^[A-Z]+$/.test(method) || url === undefined || body === undefined) return undefined;
  if (!isObject(data.headers)) return undefined;
  const pairs = Object.entries(data.headers);
  if (pairs.length > HEADERS) return undefined;
  const headers: Record<string, string> = {};
  for (const [name, value] of pairs) {
    // A name of these characters is never one that an object treats specially.
    if (!/^[A-Za-z0-9-]{1,100}$/.test(name)) return undefined;
    const content = text(value, URL_LENGTH);
    if (content === undefined || /[\0\r\n]/.test(content)) return undefined;
    headers[name] = content;
  }
  return { method, url, headers, body };
}

function readError(data: unknown): RunError | undefined {
  if (!isObject(data)) return undefined;
  const name = text(data.name, NAME_LENGTH);
  const message = text(data.message, TEXT_LENGTH);
  if (name === undefined || message === undefined) return undefined;
  const error: RunError = { name, message };
  if (isNumber(data.code)) error.code = data.code;
  if (isNumber(data.httpStatus)) error.httpStatus = data.httpStatus;
  const blockId = text(data.blockId, NAME_LENGTH);
  if (blockId !== undefined) error.blockId = blockId;
  const position = readPosition(data.position);
  if (position) error.position = position;
  return error;
}

function readPosition(data: unknown): Position | undefined {
  if (!isObject(data) || !isId(data.line) || !isId(data.column) || data.line < 1) return undefined;
  return { line: data.line, column: data.column };
}

const LEVELS: readonly ConsoleLevel[] = ['log', 'info', 'warn', 'error', 'debug'];

function readEntry(data: unknown): WorkerConsoleEntry | undefined {
  if (!isObject(data) || !isOneOf(LEVELS, data.level) || !isNumber(data.time)) return undefined;
  const reader = new ValueReader();
  const values = list(data.values, VALUE_COUNT, (value) => reader.read(value, 0));
  return values && { level: data.level, values, time: data.time };
}

function readScope(data: unknown): Scope | undefined {
  if (!isObject(data) || !isId(data.more)) return undefined;
  const functionName = text(data.functionName, NAME_LENGTH);
  const variables = list(data.variables, VARIABLES, readVariable);
  return functionName === undefined || !variables ? undefined : { functionName, variables, more: data.more };
}

function readVariable(data: unknown): Variable | undefined {
  if (!isObject(data)) return undefined;
  const name = text(data.name, NAME_LENGTH);
  const value = new ValueReader(VARIABLE_CAPS.count).read(data.value, 0);
  return name === undefined || !value ? undefined : { name, value };
}

/** Copies the values of one entry, within the limits on depth and number. */
class ValueReader {
  #left: number;

  constructor(count = VALUE_COUNT) {
    this.#left = count * 2;
  }

  read(data: unknown, depth: number): ConsoleValue | undefined {
    this.#left -= 1;
    // What is too deep is sent as one opaque value a level below the deepest.
    if (!isObject(data) || this.#left < 0 || depth > VALUE_DEPTH + 1) return undefined;
    const { type } = data;
    switch (type) {
      case 'undefined':
      case 'null':
      case 'cycle':
        return { type };
      case 'boolean':
        return typeof data.value === 'boolean' ? { type, value: data.value } : undefined;
      case 'number':
      case 'date':
        return typeof data.value === 'number' ? { type, value: data.value } : undefined;
      case 'bigint':
      case 'symbol': {
        const value = text(data.value, TEXT_LENGTH);
        return value === undefined ? undefined : { type, value };
      }
      case 'string': {
        const value = text(data.value, TEXT_LENGTH);
        return value === undefined || !isId(data.more) ? undefined : { type, value, more: data.more };
      }
      case 'function': {
        const name = text(data.name, NAME_LENGTH);
        return name === undefined ? undefined : { type, name, isClass: data.isClass === true };
      }
      case 'opaque': {
        const name = text(data.name, NAME_LENGTH);
        return name === undefined ? undefined : { type, name };
      }
      case 'accessor':
        return { type, get: data.get === true, set: data.set === true };
      case 'empty':
        return isId(data.count) ? { type, count: data.count } : undefined;
      case 'array':
      case 'set': {
        const items = list(data.items, VALUE_COUNT, (item) => this.read(item, depth + 1));
        return items && isId(data.more) ? { type, items, more: data.more } : undefined;
      }
      case 'map': {
        const pairs = list(data.pairs, VALUE_COUNT, (pair) => this.#pair(pair, depth));
        return pairs && isId(data.more) ? { type, pairs, more: data.more } : undefined;
      }
      case 'object': {
        const className = text(data.className, NAME_LENGTH);
        const members = this.#members(data.members, depth);
        if (className === undefined || !members || !isId(data.more)) return undefined;
        return { type, className, members, more: data.more };
      }
      case 'error': {
        const name = text(data.name, NAME_LENGTH);
        const message = text(data.message, TEXT_LENGTH);
        const members = this.#members(data.members, depth);
        if (name === undefined || message === undefined || !members || !isId(data.more)) return undefined;
        return { type, name, message, members, more: data.more };
      }
      default:
        return undefined;
    }
  }

  #pair(data: unknown, depth: number): [ConsoleValue, ConsoleValue] | undefined {
    if (!Array.isArray(data) || data.length !== 2) return undefined;
    const key = this.read(data[0], depth + 1);
    const value = this.read(data[1], depth + 1);
    return key && value && [key, value];
  }

  #members(data: unknown, depth: number): ConsoleMember[] | undefined {
    return list(data, VALUE_COUNT, (member) => {
      if (!isObject(member)) return undefined;
      const key = text(member.key, NAME_LENGTH);
      const value = this.read(member.value, depth + 1);
      return key === undefined || !value ? undefined : { key, value };
    });
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Numbers of things and numbers that stand for things. */
function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function text(value: unknown, limit: number): string | undefined {
  return typeof value === 'string' && value.length <= limit ? value : undefined;
}

/** Every item as `read` gives it; `undefined` when one of them is not what it should be, or there are too many. */
function list<T>(data: unknown, limit: number, read: (item: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(data) || data.length > limit) return undefined;
  const items: T[] = [];
  for (const item of data) {
    const copy = read(item);
    if (copy === undefined) return undefined;
    items.push(copy);
  }
  return items;
}
