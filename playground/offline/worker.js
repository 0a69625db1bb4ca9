/**
 * The service worker of the built page: keeps every file of one build, so that the page works without a network.
 *
 * The build puts `files` before this, the names of all files below the page, and `version`, which changes when any of
 * them does. What is not among these files, a request to a real backend above all, is none of its business.
 */
/* global self, caches, files, version */

const scope = new URL(self.registration.scope);
// Pages of other folders of the same host keep theirs.
const prefix = `codeless-push-blocks:${scope.pathname}:`;
const own = prefix + version;
const addresses = new Set(files.map((file) => new URL(file, scope).href));
const start = new URL('./', scope).href;

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(begin()));

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
  if (event.data === 'tidy') event.waitUntil(tidy());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = new URL(request.url);
  if (url.origin !== scope.origin) return;
  // The address of the page may carry a language.
  url.search = '';
  url.hash = '';
  const address = url.href === start ? new URL('index.html', scope).href : url.href;
  if (addresses.has(address) || request.mode !== 'navigate') event.respondWith(answer(request, address));
});

/** Takes from the last build what is still the same: a name in `assets/` tells its content. */
async function keep() {
  const cache = await caches.open(own);
  await Promise.all(
    [...addresses].map(async (address) => {
      const known = address.includes('/assets/') ? await findOld(address) : undefined;
      const response = known ?? (await fetch(address, { cache: 'no-cache' }));
      if (!response.ok) throw new Error(`${address} cannot be had: ${response.status}.`);
      // A response that was redirected may not answer a navigation.
      await cache.put(address, response.redirected ? new Response(response.body, response) : response);
    }),
  );
}

async function begin() {
  // The first visit, too, has everything from here on.
  await self.clients.claim();
  await tidy();
}

/** Removes earlier builds, unless another window may still have its page from one of them. */
async function tidy() {
  const windows = await self.clients.matchAll({ type: 'window' });
  if (windows.length > 1) return;
  await Promise.all((await oldNames()).map((name) => caches.delete(name)));
}

async function oldNames() {
  return (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own);
}

async function findOld(address) {
  for (const name of await oldNames()) {
    const found = await (await caches.open(name)).match(address);
    if (found) return found;
  }
  return undefined;
}

/** From this build, else from an earlier one, of which a window still has its page, else from the network. */
async function answer(request, address) {
  const found = await (await caches.open(own)).match(address);
  return found ?? (await findOld(address)) ?? fetch(request);
}
