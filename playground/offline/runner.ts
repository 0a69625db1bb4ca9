/**
 * The runner page for visits without a network. A service worker does not answer for a frame of opaque origin; it does
 * answer this page, which frames the text.
 */

/** Beside the page. */
const runnerFile = 'runner.html';

/** The address of the text; `undefined` where no service worker keeps the page, or it has none. */
export async function keptRunner(): Promise<string | undefined> {
  if (!navigator.serviceWorker?.controller) return undefined;
  try {
    const response = await fetch(new URL(runnerFile, document.baseURI));
    if (!response.ok) return undefined;
    return URL.createObjectURL(new Blob([await response.text()], { type: 'text/html' }));
  } catch {
    return undefined;
  }
}
