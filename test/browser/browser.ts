/** The Chromium that the browser tests drive. */

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright';

/** Names under which a system has Chromium, or a browser built on it, on its search path. */
const COMMANDS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];

/** What a browser needs in a container or when started by root, and what keeps it from calling home. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
];

/**
 * The browser to start: the one named by `CHROMIUM_PATH`, Playwright's own, else the system's.
 * `undefined` when there is none.
 */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const commands = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [chromium.executablePath(), ...commands].find((path) => existsSync(path));
}

/** Starts a browser. The caller closes it. Throws when no browser is found. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) {
    throw new Error('No Chromium found. "npm test" gets one; or set CHROMIUM_PATH to the path of one.');
  }
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    ...options,
    args: [...QUIET, ...(isRoot ? ['--no-sandbox'] : []), ...(options.args ?? [])],
  });
}
