// The service over HTTP, for programs outside the page.

import { isUtf8 } from 'node:buffer';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createEmulator, type Emulator, type EmulatorOptions } from './emulator.ts';
import { NetworkFault } from './faults.ts';
import { defaultLimits } from './limits.ts';
import { memoryStore } from './memory.ts';
import { isAllowedOrigin, isLoopbackAuthority, isLoopbackHost } from './origins.ts';
import type { BackendResponse } from './types.ts';

/** The port when none is asked for. */
export const defaultPort = 4455;

/** What can be chosen about a server, besides what can be chosen about its emulator. */
export interface ServerOptions extends EmulatorOptions {
  /** Default {@link defaultPort}; 0 takes any free one. */
  port?: number;
  /** The address to listen on. Default `127.0.0.1`: this machine only. */
  host?: string;
  /** Origins of pages elsewhere that may use the server, such as `https://example.com`. Pages of this machine always may. */
  origins?: readonly string[];
  /** Gets one line about every request, without line break. */
  log?: (line: string) => void;
}

/** A server that runs. */
export interface EmulatorServer {
  /** Its address, without a slash at the end: the `serverURL` of an SDK. */
  readonly url: string;
  readonly port: number;
  /** The service behind it. */
  readonly emulator: Emulator;
  /**
   * Stops taking requests, lets those under way finish for at most `grace` milliseconds (default 5000), and closes the
   * store when everything acknowledged is safe.
   */
  close(grace?: number): Promise<void>;
}

/** Milliseconds that a client has to send a whole request. */
const requestTimeout = 30_000;

/** Milliseconds that it has for the headers. */
const headersTimeout = 10_000;

/** A body this many times over its limit is not even read to its end. */
const patience = 16;

/** Starts a server. Rejects with a plain sentence when the port is taken or may not be used. */
export async function startServer(options: ServerOptions = {}): Promise<EmulatorServer> {
  const { port = defaultPort, host = '127.0.0.1', store = memoryStore() } = options;
  const emulator = createEmulator({ ...options, store });
  const server = createServer({ requestTimeout, headersTimeout });
  server.on(
    'request',
    answerWith(emulator, options, isLoopbackHost(host), () => server.listening),
  );
  server.on('clientError', refuseBrokenRequest);
  try {
    await listen(server, port, host);
  } catch (error) {
    emulator.dispose();
    await store.close();
    throw error;
  }
  const address = addressOf(server);
  let closing: Promise<void> | undefined;
  return {
    url: `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`,
    port: address.port,
    emulator,
    close(grace = 5000) {
      closing ??= stop(server, grace).then(() => {
        emulator.dispose();
        return store.close();
      });
      return closing;
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => failed(listenError(error, port, host)));
    server.listen(port, host, () => done());
  });
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const options = { cause: error };
  switch (error.code) {
    case 'EADDRINUSE':
      return new Error(`Port ${port} on ${host} is in use. Choose another, or 0 for any that is free.`, options);
    case 'EACCES':
      return new Error(`Port ${port} on ${host} may not be used without more rights. Choose one above 1023.`, options);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Error(`${host} is not an address of this machine.`, options);
    default:
      return error;
  }
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no address.');
  return address;
}

function stop(server: Server, grace: number): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearTimeout(timer);
      done();
    });
    server.closeIdleConnections();
  });
}

function answerWith(
  emulator: Emulator,
  { limits, origins = [], log }: ServerOptions,
  local: boolean,
  isOpen: () => boolean,
): (request: IncomingMessage, response: ServerResponse) => void {
  const bodyLimit = limits?.body ?? defaultLimits.body;

  /** The answer to a request; undefined when there is none because a network fault was asked for. */
  async function answer(
    request: IncomingMessage,
    signal: AbortSignal | undefined,
  ): Promise<BackendResponse | undefined> {
    const { method = 'GET', url = '/', headers } = request;
    const { origin } = headers;
    if (origin !== undefined && !mayRead(origin)) {
      return refusal(403, `Pages of ${origin} may not use this emulator; pages of this machine may.`);
    }
    if (local && !isLoopbackAuthority(headers.host)) {
      return refusal(403, `This emulator is not at ${headers.host}; it is reached as localhost or 127.0.0.1.`);
    }
    if (method === 'OPTIONS') return preflight(request);
    const body = await readBody(request, bodyLimit);
    if (body === 'too large') return refusal(413, `The request body has more than ${bodyLimit} bytes.`);
    if (body === 'not text') return refusal(400, 'The request body is not UTF-8.', 8002);
    try {
      const text = body === undefined ? null : body.text;
      return await emulator.handle({ method, url, headers: flatten(headers), body: text }, signal);
    } catch (error) {
      if (error instanceof NetworkFault) return undefined;
      throw error;
    }
  }

  function mayRead(origin: string): boolean {
    return isAllowedOrigin(origin, origins);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now();
    let outcome: string;
    try {
      const answered = await answer(request, emulator.faults.current.latency > 0 ? departure(response) : undefined);
      if (answered) {
        const { origin } = request.headers;
        await turnEnds();
        // A connection that stayed would keep a closing server from ending.
        if (!isOpen()) response.shouldKeepAlive = false;
        send(response, answered, origin !== undefined && mayRead(origin) ? origin : undefined);
        outcome = String(answered.status);
      } else {
        request.socket.resetAndDestroy();
        outcome = 'dropped';
      }
    } catch {
      // The client left, or the server is closing: nobody is there to be answered.
      request.socket.destroy();
      outcome = 'aborted';
    }
    log?.(logLine(request, outcome, performance.now() - started));
  }

  return (request, response) => void serve(request, response);
}

/**
 * Answers that are ready in one turn of the event loop leave together: when the first has woken a client, sending it
 * the others costs the system much less.
 */
function turnEnds(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

/** Aborted when the client leaves. Only worth its cost for a request that is going to wait. */
function departure(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

function send(response: ServerResponse, { status, headers, body }: BackendResponse, origin: string | undefined): void {
  const all: Record<string, string | number> = { ...headers, vary: 'origin' };
  if (status !== 204) all['content-length'] = Buffer.byteLength(body);
  if (origin !== undefined) all['access-control-allow-origin'] = origin;
  response.writeHead(status, all);
  response.end(body);
}

function refusal(status: number, message: string, code: number = status): BackendResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code, message }) };
}

/** Answers what browsers ask before a request from another origin. */
function preflight(request: IncomingMessage): BackendResponse {
  const headers: Record<string, string> = {
    'access-control-allow-methods': 'GET, POST, PUT, DELETE',
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? 'content-type, user-token',
    'access-control-max-age': '600',
  };
  // Chromium asks this before a page of a public address may speak to a private one.
  if (request.headers['access-control-request-private-network'] === 'true') {
    headers['access-control-allow-private-network'] = 'true';
  }
  return { status: 204, headers, body: '' };
}

/** The body as text; undefined when there is none. Rejects when the client stops sending. */
function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<{ text: string } | 'too large' | 'not text' | undefined> {
  if (request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined) {
    request.resume();
    return Promise.resolve(undefined);
  }
  return new Promise((done, failed) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      // A body that is too large is read to its end, unless it is much too large: a client that is still sending does
      // not listen to an answer.
      if (length <= limit) chunks.push(chunk);
      else if (length > limit * patience) request.destroy();
    });
    request.on('end', () => done(length > limit ? 'too large' : decodeText(chunks)));
    request.on('error', failed);
    request.on('close', () => {
      if (!request.complete) failed(new Error('The client stopped sending.'));
    });
  });
}

function decodeText(chunks: Buffer[]): { text: string } | 'not text' {
  const [first] = chunks;
  const bytes = chunks.length === 1 && first ? first : Buffer.concat(chunks);
  return isUtf8(bytes) ? { text: bytes.toString() } : 'not text';
}

function flatten(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) flat[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return flat;
}

/** One line about a request. The API key in its path is a secret, and what is not plain text is shown in hex. */
function logLine({ method, url = '' }: IncomingMessage, outcome: string, milliseconds: number): string {
  const path = url
    .replace(/^(\/(?!api\/)[^/?#]*\/)[^/?#]+/, '$1…')
    .replace(/[^\x21-\x7e…]/g, (char) => `\\x${char.charCodeAt(0).toString(16)}`)
    .slice(0, 300);
  return `${new Date().toISOString()} ${method} ${path} ${outcome} ${milliseconds.toFixed(1)} ms`;
}

/** Answers what is not HTTP, or came too slowly, and hangs up. */
function refuseBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, reason, message] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? [431, 'Request Header Fields Too Large', 'The headers of the request are too large.']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? [408, 'Request Timeout', 'The request did not arrive in time.']
        : [400, 'Bad Request', 'The request is not HTTP.'];
  const body = JSON.stringify({ code: status, message });
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
      `Connection: close\r\n\r\n${body}`,
  );
}
