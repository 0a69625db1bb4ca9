/** Serves a folder over HTTP on the loopback interface, and nothing else. */
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import path from 'node:path';
import { contentTypes } from '../content-types.ts';

/** A server of files. */
export interface WebServer {
  /** Where it answers, with a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/**
 * Starts a server for a folder, on any free port.
 *
 * @param policy A `Content-Security-Policy` for all pages that do not bring their own.
 */
export async function serveFolder(folder: string, policy?: string): Promise<WebServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = path.join(folder, decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    void answer(file, response, policy);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(file: string, response: ServerResponse, policy?: string): Promise<void> {
  try {
    const content = await readFile(file);
    if (policy !== undefined && file.endsWith('.html') && !content.includes('Content-Security-Policy')) {
      response.setHeader('content-security-policy', policy);
    }
    response.writeHead(200, { 'content-type': contentTypes[path.extname(file)] ?? 'application/octet-stream' });
    response.end(content);
  } catch {
    response.writeHead(404);
    response.end();
  }
}
