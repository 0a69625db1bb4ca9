/**
 * Finds a Firefox for the smoke test in it, and gets one where there is none.
 *
 * In this order: the one named by FIREFOX_PATH, the system's, `apt-get` as root, the download of Puppeteer, which drives
 * it. What is tested in Chromium is tested whether or not there is a Firefox, so none is no failure.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root, run, runPackage } from './root.mjs';

/** The variable that tells the tests which Firefox to start. */
export const firefoxVariable = 'FIREFOX_PATH';

/**
 * Resolves with the path of a Firefox that starts, or with `undefined` after saying what was tried.
 *
 * @param patience How long installing and downloading may take altogether, in milliseconds: all tests wait for it.
 */
export async function ensureFirefox(patience = 4 * 60_000) {
  const named = process.env[firefoxVariable];
  const found = [...(named ? [named] : []), ...systemFirefoxes()].find(starts);
  if (found) return found;
  const end = Date.now() + patience;
  if (process.platform === 'linux' && process.getuid() === 0 && onPath('apt-get').length > 0) {
    console.log('No Firefox on this machine; installing the package "firefox-esr" with apt-get …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    // Where its servers do not answer, those of the download may.
    const share = Date.now() + patience / 2;
    await runUntil(share, (timeout) => run('apt-get', ['update', '-q'], { env, timeout }));
    const install = ['install', '-q', '-y', '--no-install-recommends', 'firefox-esr'];
    await runUntil(share, (timeout) => run('apt-get', install, { env, timeout }));
    const installed = systemFirefoxes().find(starts);
    if (installed) return installed;
  }
  console.log('No Firefox on this machine; downloading the one that Puppeteer drives …');
  const folder = path.join(root, 'node_modules/.cache/firefox');
  const download = ['install', 'firefox@stable', '--path', folder];
  await runUntil(end, (timeout) => runPackage('@puppeteer/browsers', download, { timeout }));
  const { getInstalledBrowsers } = await import('@puppeteer/browsers');
  const downloaded = (await getInstalledBrowsers({ cacheDir: folder })).map(({ executablePath }) => executablePath);
  const usable = downloaded.find(starts);
  if (usable) return usable;
  console.log(
    `There is no Firefox, and none could be installed: its smoke test is left out. Set ${firefoxVariable} to the path of one.`,
  );
  return undefined;
}

/** Starts what takes its timeout in milliseconds, unless that time has come. */
async function runUntil(end, start) {
  const left = end - Date.now();
  if (left > 0) await start(left);
}

function starts(file) {
  return existsSync(file) && spawnSync(file, ['--version'], { timeout: 60_000 }).status === 0;
}

function systemFirefoxes() {
  if (process.platform === 'darwin') return ['/Applications/Firefox.app/Contents/MacOS/firefox'];
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)'].map((name) => process.env[name]).filter(Boolean);
    return folders.map((folder) => path.join(folder, 'Mozilla Firefox\\firefox.exe'));
  }
  return ['firefox-esr', 'firefox'].flatMap(onPath);
}

function onPath(command) {
  const folders = (process.env.PATH || '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, command)).filter(existsSync);
}
