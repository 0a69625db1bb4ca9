/** The runner page in its sandboxed frame, as the host sees it. */

import { defer } from './deferred.ts';
import { ANSWER_LIMIT, START_LIMIT } from './limits.ts';
import { HELLO, readPageMessage, type HostToPage } from './protocol.ts';

/** A place where workers are started, one at a time. */
export interface Workshop {
  /** Resolves when workers can be started; rejects when that will never be. */
  readonly ready: Promise<void>;
  /** Called with what went wrong when a worker cannot be started, or is lost. */
  onFailure: (message: string) => void;
  /** Starts a worker that takes this port. One that is still running is ended. */
  start(port: MessagePort): void;
  /** Ends the worker, whatever it is doing. */
  end(): void;
}

/** A frame with the runner page. It stays for later runs. */
export class RunnerPage implements Workshop {
  readonly ready: Promise<void>;
  onFailure: (message: string) => void = () => {};

  readonly #frame: HTMLIFrameElement;
  readonly #url: string;
  readonly #loading = defer<void>();
  #timer: ReturnType<typeof setTimeout>;
  #port: MessagePort | undefined;
  /** Of the worker that was started last. */
  #id = 0;

  constructor(url: string, container: HTMLElement) {
    this.#url = url;
    this.ready = this.#loading.promise;
    // Whoever waits for the page hears of it; a page that is closed before anybody waits is no error.
    this.ready.catch(() => {});

    const frame = container.ownerDocument.createElement('iframe');
    // No `allow-same-origin`: the origin must be opaque.
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.setAttribute('referrerpolicy', 'no-referrer');
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    frame.title = 'Runner';
    frame.style.display = 'none';
    frame.addEventListener('load', this.#loaded);
    frame.src = url;
    this.#frame = frame;
    this.#timer = setTimeout(() => this.#fail(), START_LIMIT);
    container.append(frame);
  }

  /** False once the frame was taken out of the document, by whomever. */
  get isOpen(): boolean {
    return this.#frame.isConnected;
  }

  start(port: MessagePort): void {
    this.#id += 1;
    this.#tell({ type: 'start', id: this.#id }, [port]);
  }

  end(): void {
    this.#tell({ type: 'end' });
  }

  /** Takes the frame away, and with it a worker that is still running. */
  close(): void {
    clearTimeout(this.#timer);
    this.#frame.removeEventListener('load', this.#loaded);
    this.#frame.remove();
    this.#port?.close();
    this.#port = undefined;
    this.#loading.reject(new Error('The runner page was closed.'));
  }

  #tell(message: HostToPage, transfer: Transferable[] = []): void {
    this.#port?.postMessage(message, transfer);
  }

  readonly #loaded = (): void => {
    if (this.#port) {
      // The frame was moved in the document, which loads it anew and ends its worker.
      this.onFailure('The runner page was loaded again while the program was running.');
      this.close();
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', (event: MessageEvent<unknown>) => this.#hear(event.data));
    port1.start();
    this.#port = port1;
    // The page's script has run by now; what does not answer soon is another page.
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fail(), ANSWER_LIMIT);
    // An opaque origin has no name, so there is none to ask for here.
    this.#frame.contentWindow?.postMessage({ type: HELLO }, '*', [port2]);
  };

  #hear(data: unknown): void {
    const message = readPageMessage(data);
    if (message?.type === 'ready') {
      clearTimeout(this.#timer);
      this.#loading.resolve();
    } else if (message?.id === this.#id) {
      this.onFailure(`The browser could not start the program. ${message.message}`.trim());
    }
  }

  #fail(): void {
    this.#loading.reject(
      new Error(
        `The runner page did not answer. Is ${this.#url} served, and does the content security policy let it be framed?`,
      ),
    );
  }
}
