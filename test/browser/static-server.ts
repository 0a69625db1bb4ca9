/** Serves a folder as plain web space does, below a path, and can go away and come back on the same port. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { contentTypes } from '../content-types.ts';

/** The web space. */
export class StaticServer {
  /** The paths that were asked for, in order. */
  readonly asked: string[] = [];
  readonly #folder: string;
  readonly #path: string;
  #server: Server | undefined;
  #port = 0;

  /** `path` begins and ends with a slash. */
  constructor(folder: string, path: string) {
    this.#folder = folder;
    this.#path = path;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}${this.#path}`;
  }

  /** Does nothing while it is there. */
  async start(): Promise<void> {
    if (this.#server) return;
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', this.url);
      this.asked.push(pathname);
      const below = pathname.startsWith(this.#path) ? pathname.slice(this.#path.length) : '..';
      const file = join(this.#folder, normalize(`/${below || 'index.html'}`));
      readFile(file).then(
        (content) =>
          response.writeHead(200, { 'Content-Type': contentTypes[extname(file)] ?? 'text/plain' }).end(content),
        () => response.writeHead(404).end(),
      );
    });
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address === 'object' && address) this.#port = address.port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }
}
