/** The part of `XMLHttpRequest` that the SDK uses, answered by the host instead of the network. */

import type { BackendRequest, BackendResponse } from '../backend.ts';
import { isOneOf } from '../check.ts';
import type { Channel } from './channel.ts';

/** Requests on their way to the host and back. */
export class RequestLine {
  readonly #channel: Channel;
  /** The block that the program is at. */
  readonly #blockId: () => string | undefined;
  readonly #open = new Map<number, (response: BackendResponse | undefined) => void>();
  #last = 0;

  constructor(channel: Channel, blockId: () => string | undefined) {
    this.#channel = channel;
    this.#blockId = blockId;
  }

  /** Sends a request; `done` is called with the response, or with nothing when it failed. Gives its number. */
  send(request: BackendRequest, done: (response: BackendResponse | undefined) => void): number {
    this.#last += 1;
    this.#open.set(this.#last, done);
    const blockId = this.#blockId();
    this.#channel.send({ type: 'request', id: this.#last, request, ...(blockId !== undefined && { blockId }) });
    return this.#last;
  }

  abort(id: number): void {
    if (this.#open.delete(id)) this.#channel.send({ type: 'abort', id });
  }

  /** The host's answer to a request. */
  answer(id: number, response: BackendResponse | undefined): void {
    const done = this.#open.get(id);
    this.#open.delete(id);
    done?.(response);
  }
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** A class like `XMLHttpRequest` whose requests go over `line`. Asynchronous only; bodies are texts. */
export function createRequestClass(line: RequestLine) {
  return class HostRequest extends EventTarget {
    static readonly UNSENT = 0;
    static readonly OPENED = 1;
    static readonly HEADERS_RECEIVED = 2;
    static readonly LOADING = 3;
    static readonly DONE = 4;

    onreadystatechange: Handler = null;
    onload: Handler = null;
    onerror: Handler = null;
    onabort: Handler = null;
    ontimeout: Handler = null;
    onloadend: Handler = null;

    readyState = 0;
    status = 0;
    statusText = '';
    responseURL = '';
    responseType = '';
    responseText = '';
    response: unknown = '';
    /** Milliseconds; 0 is no limit. */
    timeout = 0;
    withCredentials = false;
    /** The SDK listens to the progress of uploads; there is none to tell of. */
    readonly upload = new EventTarget();

    #method = 'GET';
    #url = '';
    #requestHeaders: Record<string, string> = {};
    #responseHeaders: [name: string, value: string][] = [];
    #id: number | undefined;
    #timer: ReturnType<typeof setTimeout> | undefined;

    open(method: string, url: string, isAsync = true): void {
      const name = String(method).toUpperCase();
      if (!isOneOf(METHODS, name)) throw new SyntaxError(`"${method}" is not a request method.`);
      if (!isAsync) throw new TypeError('Requests that block are not available here.');
      this.abort();
      this.#method = name;
      this.#url = String(url);
      this.#requestHeaders = {};
      this.#become(1);
    }

    setRequestHeader(name: string, value: string): void {
      if (this.readyState !== 1) throw new TypeError('The request is not open.');
      const before = this.#requestHeaders[name];
      this.#requestHeaders[name] = before === undefined ? String(value) : `${before}, ${value}`;
    }

    send(body: unknown = null): void {
      if (this.readyState !== 1 || this.#id !== undefined) throw new TypeError('The request is not open.');
      if (body !== null && body !== undefined && typeof body !== 'string') {
        throw new TypeError('Only requests with a text are available here.');
      }
      const request = { method: this.#method, url: this.#url, headers: this.#requestHeaders, body: body ?? null };
      this.#id = line.send(request, (response) => this.#finish(response));
      if (this.timeout > 0) this.#timer = setTimeout(() => this.#giveUp('timeout'), this.timeout);
    }

    abort(): void {
      if (this.#id !== undefined) this.#giveUp('abort');
    }

    getResponseHeader(name: string): string | null {
      const wanted = name.toLowerCase();
      const values = this.#responseHeaders.filter(([key]) => key.toLowerCase() === wanted).map(([, value]) => value);
      return values.length > 0 ? values.join(', ') : null;
    }

    getAllResponseHeaders(): string {
      return this.#responseHeaders.map(([name, value]) => `${name.toLowerCase()}: ${value}\r\n`).join('');
    }

    #finish(response: BackendResponse | undefined): void {
      this.#clear();
      if (!response) {
        this.#end('error');
        return;
      }
      this.status = response.status;
      this.responseURL = this.#url;
      this.#responseHeaders = Object.entries(response.headers);
      if (this.responseType === 'arraybuffer') {
        this.response = new TextEncoder().encode(response.body).buffer;
      } else {
        this.responseText = response.body;
        this.response = response.body;
      }
      this.#end('load');
    }

    #giveUp(reason: 'abort' | 'timeout'): void {
      const id = this.#id;
      this.#clear();
      if (id !== undefined) line.abort(id);
      this.#end(reason);
    }

    #clear(): void {
      clearTimeout(this.#timer);
      this.#id = undefined;
    }

    #end(event: 'load' | 'error' | 'abort' | 'timeout'): void {
      this.#become(4);
      this.#tell(event);
      this.#tell('loadend');
    }

    #become(state: number): void {
      this.readyState = state;
      this.#tell('readystatechange');
    }

    #tell(name: 'readystatechange' | 'load' | 'error' | 'abort' | 'timeout' | 'loadend'): void {
      const event = new Event(name);
      this[`on${name}`]?.(event);
      this.dispatchEvent(event);
    }
  };
}

type Handler = ((event: Event) => void) | null;
