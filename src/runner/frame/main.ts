/**
 * The script of the runner page. It starts a worker when the host says so, and ends it. What host and worker have to
 * say to each other goes directly between them, over a port that the host sends along.
 */

import { isObject } from '../check.ts';
import { HELLO, type HostToPage, type PageToHost, type PageToWorker } from '../protocol.ts';

/** The SDK as a module and the script of a worker, which the build puts in front of this script. */
declare const SDK_SOURCE: string;
declare const WORKER_SOURCE: string;

// Without a sandbox, programs would run in the origin that serves this page, with its storage at hand.
if (self.origin === 'null') addEventListener('message', greet);
else document.body.textContent = 'This page runs programs for another page, in a sandboxed frame.';

function greet(event: MessageEvent<unknown>): void {
  const [port] = event.ports;
  if (event.source !== parent || !port || !isObject(event.data) || event.data.type !== HELLO) return;
  removeEventListener('message', greet);
  serve(port);
}

function serve(port: MessagePort): void {
  const sdkUrl = scriptUrl(SDK_SOURCE);
  const workerUrl = scriptUrl(WORKER_SOURCE);
  let worker: Worker | undefined;

  const tell = (message: PageToHost): void => port.postMessage(message);
  port.addEventListener('message', (event: MessageEvent<HostToPage>) => {
    worker?.terminate();
    worker = undefined;
    const [line] = event.ports;
    const message = event.data;
    if (message.type !== 'start' || !line) return;
    try {
      worker = new Worker(workerUrl);
      worker.addEventListener('error', (error) => {
        error.preventDefault();
        tell({ type: 'failed', id: message.id, message: error.message });
      });
      const first: PageToWorker = { sdkUrl };
      worker.postMessage(first, [line]);
    } catch (error) {
      tell({ type: 'failed', id: message.id, message: String(error) });
    }
  });
  port.start();
  tell({ type: 'ready' });
}

function scriptUrl(source: string): string {
  return URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
}
