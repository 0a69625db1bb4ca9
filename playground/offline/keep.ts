/** Keeps the built page for visits without a network, and tells when there is a newer one. */
import type { Messages } from '../messages.ts';
import type { Notices } from '../notices.ts';

/** Beside the page; the build makes it. */
const workerFile = 'offline.js';

/**
 * Begins to keep the page, where the browser can. Nothing here is needed for the page to work.
 *
 * @param kept called in the first visit, as soon as all of it is kept.
 */
export async function keepPage(messages: Messages, notices: Notices, kept: () => Promise<void>): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const isFirst = !serviceWorker.controller;
  const begin = async (): Promise<void> => {
    await kept();
    // It is good to know, but nothing that another message should make room for.
    if (notices.isEmpty) notices.show({ kind: 'info', title: messages.states.offlineReady });
  };
  if (isFirst) serviceWorker.addEventListener('controllerchange', () => void begin(), { once: true });
  try {
    const registration = await serviceWorker.register(new URL(workerFile, document.baseURI), {
      updateViaCache: 'none',
    });
    const offer = (worker: ServiceWorker): void => {
      // The first of all takes over by itself.
      if (!serviceWorker.controller) return;
      notices.show({
        kind: 'info',
        title: messages.newVersion,
        actions: [{ label: messages.reload, choose: () => takeOver(worker) }],
      });
    };
    if (registration.waiting) offer(registration.waiting);
    else if (registration.active) registration.active.postMessage('tidy');
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'installed') offer(installing);
      });
    });
  } catch {
    // Denied, as in some private windows, or not served: then the page needs its network, as any other.
  }
}

/** Reloads once the newer page is the one that is given. What is unsaved is saved as the page is left. */
function takeOver(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  worker.postMessage('take-over');
}
