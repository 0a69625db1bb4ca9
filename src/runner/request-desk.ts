/** Takes a program's requests to the service, as far as they may go there. */

import type { BackendHandler, BackendRequest, BackendResponse, Exchange } from './backend.ts';
import { OPEN_REQUESTS } from './limits.ts';

/** What a desk tells. */
export interface DeskEvents {
  /** To be passed to the program. Without a response the request failed. */
  answered(id: number, response: BackendResponse | undefined): void;
  done(exchange: Exchange): void;
  /** A request to somewhere it may not go, in a sentence. */
  refused(message: string): void;
}

export class RequestDesk {
  readonly #base: URL;
  readonly #handle: BackendHandler;
  readonly #events: DeskEvents;
  readonly #open = new Map<number, AbortController>();
  #isClosed = false;

  /** Lets requests pass that go below `serverURL`. Throws when that is no http or https address. */
  constructor(serverURL: string, handle: BackendHandler, events: DeskEvents) {
    this.#base = readServer(serverURL);
    this.#handle = handle;
    this.#events = events;
  }

  take(id: number, request: BackendRequest, blockId?: string): void {
    const problem = this.#problem(id, request);
    if (problem) {
      this.#events.refused(problem);
      this.#done({ request, error: problem, time: Date.now(), duration: 0 }, blockId);
      this.#events.answered(id, undefined);
    } else {
      void this.#carry(id, request, blockId);
    }
  }

  /** The program does not wait for the answer any more. */
  abort(id: number): void {
    this.#open.get(id)?.abort();
    this.#open.delete(id);
  }

  /** Gives up all that is under way. */
  close(): void {
    this.#isClosed = true;
    for (const controller of this.#open.values()) controller.abort();
    this.#open.clear();
  }

  async #carry(id: number, request: BackendRequest, blockId: string | undefined): Promise<void> {
    const controller = new AbortController();
    this.#open.set(id, controller);
    const time = Date.now();
    const begin = performance.now();
    let response: BackendResponse | undefined;
    let error: string | undefined;
    try {
      response = copy(await this.#handle(request, controller.signal));
    } catch (failure) {
      error = failure instanceof Error ? failure.message : String(failure);
    }
    if (this.#isClosed) return;
    const isAwaited = this.#open.delete(id);
    const duration = performance.now() - begin;
    this.#done({ request, ...(response ? { response } : { error: error ?? '' }), time, duration }, blockId);
    if (isAwaited) this.#events.answered(id, response);
  }

  #done(exchange: Exchange, blockId: string | undefined): void {
    this.#events.done({ ...exchange, ...(blockId !== undefined && { blockId }) });
  }

  #problem(id: number, request: BackendRequest): string | undefined {
    if (this.#open.has(id)) return 'Two requests of the same number: the later one was not sent.';
    if (this.#open.size >= OPEN_REQUESTS) return `More than ${OPEN_REQUESTS} requests at a time: one was not sent.`;
    if (!isBelow(request.url, this.#base)) {
      return `A request to ${request.url.slice(0, 200)} was not sent: only ${this.#base.href} can be reached from here.`;
    }
    return undefined;
  }
}

function readServer(serverURL: string): URL {
  const url = parse(serverURL);
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`"${serverURL}" is not the address of a server.`);
  return url;
}

/** True when `address` is on the server of `base` and in its folder, after `..` and the like are resolved. */
function isBelow(address: string, base: URL): boolean {
  const url = parse(address);
  if (!url || url.origin !== base.origin || url.username || url.password) return false;
  const folder = base.pathname.endsWith('/') ? base.pathname : `${base.pathname}/`;
  return url.pathname.startsWith(folder);
}

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}

/** A response of plain data, whatever the handler gave, so that it can be sent on. */
function copy(response: BackendResponse): BackendResponse {
  return {
    status: Number(response.status),
    headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
    body: String(response.body),
  };
}
