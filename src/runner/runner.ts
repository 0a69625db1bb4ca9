/** Runs programs in a sandbox. */

import type { BackendHandler } from './backend.ts';
import { RunnerPage } from './page.ts';
import type { Run, RunRequest } from './program.ts';
import { Session } from './session.ts';

export interface RunnerOptions {
  /** Where `runner.html` is served, relative to the document. */
  url: string | URL;
  /** Answers the requests of programs. */
  handle: BackendHandler;
  /** Where the sandbox's frame, which shows nothing, is put. Default: the document's body. */
  container?: HTMLElement;
  /** Disposes of the runner when aborted. */
  signal?: AbortSignal;
}

export interface Runner {
  /** Runs a program in a fresh worker. One that is still running is stopped first. */
  run(request: RunRequest): Run;
  /** Stops what is running and removes the sandbox. Runs that are asked for later are stopped from the start. */
  dispose(): void;
}

/** A run that was asked for too late. */
class Ended implements Run {
  readonly finished: Run['finished'] = Promise.resolve({ status: 'stopped' });
  stop(): void {}
  pause(): void {}
  resume(): void {}
  step(): void {}
  setDelay(): void {}
}

/** Prepares to run programs. Nothing is loaded before the first run. */
export function createRunner(options: RunnerOptions): Runner {
  const { handle, signal } = options;
  let page: RunnerPage | undefined;
  let current: Run | undefined;
  let isDisposed = false;

  function openPage(): RunnerPage {
    if (page?.isOpen) return page;
    page?.close();
    const opened = new RunnerPage(
      new URL(options.url, document.baseURI).href,
      options.container ?? document.body ?? document.documentElement,
    );
    page = opened;
    opened.ready.catch(() => {
      // The next run tries again.
      opened.close();
      if (page === opened) page = undefined;
    });
    return opened;
  }

  function run(request: RunRequest): Run {
    current?.stop();
    if (isDisposed) return new Ended();
    current = new Session(request, handle, openPage);
    return current;
  }

  function dispose(): void {
    isDisposed = true;
    signal?.removeEventListener('abort', dispose);
    current?.stop();
    current = undefined;
    page?.close();
    page = undefined;
  }

  if (signal?.aborted) dispose();
  else signal?.addEventListener('abort', dispose);
  return { run, dispose };
}
