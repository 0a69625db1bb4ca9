/** A real server as the backend of programs. Its requests leave the page through the host's own fetch. */
import type { BackendHandler, BackendRequest, BackendResponse } from '../runner/index.ts';

/** A server that programs may talk to. */
export interface ServerBackend {
  mode: 'server';
  /** Where it is, such as `https://api.backendless.com`. Programs reach addresses below it, and no others. */
  url: string | URL;
  /** The app that programs begin with. Default: an example, which no server knows. A program may also name its own. */
  app?: { appId: string; apiKey: string };
  /** Headers that the host adds to each request. They never reach the program, and replace those that it sets. */
  headers?: Readonly<Record<string, string>>;
  /** Makes the requests. Default: the page's own `fetch`. */
  fetch?: typeof globalThis.fetch;
}

/** Headers that a page may not set, or that are the browser's business; the SDK asks for some of them. */
const KEPT_BACK =
  /^(?:accept-encoding|connection|content-length|cookie|host|origin|referer|user-agent|sec-.*|proxy-.*)$/i;

/**
 * Passes requests on to a server, and to that server only: not to another origin, not above its path, not where a
 * redirection points to. Neither cookies nor the address of the page go along.
 *
 * @throws {TypeError} when the URL is not http(s).
 */
export function serverHandler({ url, headers = {}, fetch = globalThis.fetch }: ServerBackend): BackendHandler {
  const root = serverRoot(url);
  return async (request: BackendRequest, signal?: AbortSignal): Promise<BackendResponse> => {
    const target = new URL(request.url);
    // The path may hold a key, which a message must not show.
    if (!isBelow(target, root))
      throw new Error(`A request to ${target.origin} was not sent: it leaves what is allowed.`);
    const sent = new Headers();
    for (const [name, value] of Object.entries(request.headers)) if (!KEPT_BACK.test(name)) sent.set(name, value);
    for (const [name, value] of Object.entries(headers)) sent.set(name, value);
    const response = await fetch(target.href, {
      method: request.method,
      headers: sent,
      body: request.body,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      ...(signal && { signal }),
    });
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  };
}

/** The server's address without query, with a slash at its end. */
export function serverRoot(url: string | URL): URL {
  const root = new URL(url);
  if (root.protocol !== 'https:' && root.protocol !== 'http:') {
    throw new TypeError(`A backend's URL begins with https: or http:, not with ${root.protocol}`);
  }
  root.search = '';
  root.hash = '';
  if (!root.pathname.endsWith('/')) root.pathname += '/';
  return root;
}

function isBelow(target: URL, root: URL): boolean {
  // A server may read an encoded slash or dot as one, after which the path leads elsewhere.
  const path = target.pathname;
  return target.origin === root.origin && path.startsWith(root.pathname) && !/%2e|%2f|%5c/i.test(path);
}
