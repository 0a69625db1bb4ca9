/**
 * Finds a Chromium for the browser tests, and gets one where there is none.
 *
 * In this order: the one named by CHROMIUM_PATH, Playwright's own, the system's, Playwright's download, `apt-get` as
 * root. A browser counts only if it starts, since one without its system libraries is of no use.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Problem, run, runPackage } from './root.mjs';

/** The variable that tells the tests which browser to start. */
export const browserVariable = 'CHROMIUM_PATH';

const downloadTimeout = 5 * 60_000;
const launchTimeout = 60_000;

/** Packages with a browser. That without windows is smaller and quicker; not every system has it. */
const systemPackages = ['chromium-headless-shell', 'chromium'];

/** Resolves with the path of a Chromium that starts; a {@link Problem} says what was tried. */
export async function ensureBrowser() {
  const { chromium } = await import('playwright');
  const failures = [];
  const usable = async (file) => {
    if (!existsSync(file)) return false;
    try {
      const browser = await chromium.launch({ executablePath: file, args: launchArguments(), timeout: launchTimeout });
      await browser.close();
      return true;
    } catch (error) {
      failures.push(`${file} does not start: ${firstLines(error.message)}`);
      return false;
    }
  };

  const named = process.env[browserVariable];
  if (named) {
    if (await usable(named)) return named;
    throw new Problem(
      failures[0]
        ? `${browserVariable}: ${failures[0]}`
        : `${browserVariable} names no file: ${JSON.stringify(named)}.`,
    );
  }

  const own = chromium.executablePath();
  if (await usable(own)) return own;
  for (const file of systemBrowsers()) if (await usable(file)) return file;

  console.log('No Chromium on this machine; downloading the one that belongs to Playwright …');
  if ((await runPackage('playwright', ['install', 'chromium'], { timeout: downloadTimeout })) === 0) {
    if (await usable(own)) return own;
  } else {
    failures.push('Playwright could not download its Chromium.');
  }

  if (process.platform === 'linux' && process.getuid() === 0 && onPath('apt-get').length > 0) {
    if (existsSync(own)) {
      console.log('Installing the system libraries that Chromium needs, with apt-get …');
      await runPackage('playwright', ['install-deps', 'chromium'], { timeout: downloadTimeout });
      if (await usable(own)) return own;
    }
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env, timeout: downloadTimeout });
    for (const name of systemPackages) {
      console.log(`Installing the package "${name}" with apt-get …`);
      const options = ['install', '-q', '-y', '--no-install-recommends', name];
      const code = await run('apt-get', options, { env, timeout: downloadTimeout });
      if (code !== 0) failures.push(`apt-get could not install the package "${name}".`);
      for (const file of systemBrowsers()) if (await usable(file)) return file;
    }
  }

  throw new Problem(
    [
      'The browser tests need a Chromium, and none could be found or installed:',
      ...failures.map((failure) => `  - ${failure}`),
      `Install Chromium or Chrome, or set ${browserVariable} to the path of one.`,
    ].join('\n'),
  );
}

/** What Chromium must be told to start as root, as in a container, and to keep to itself. */
function launchArguments() {
  const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox', ...quiet] : quiet;
}

/** Where Chromium and its kin are usually installed, the most fitting first. */
function systemBrowsers() {
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
    const files = ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe'];
    files.push('Microsoft\\Edge\\Application\\msedge.exe');
    return files.flatMap((file) => folders.filter(Boolean).map((folder) => path.join(folder, file)));
  }
  const others = ['chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
  return [...systemPackages, ...others].flatMap(onPath);
}

function onPath(command) {
  const folders = (process.env.PATH || '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, command)).filter(existsSync);
}

function firstLines(text) {
  return text.split('\n').slice(0, 3).join(' ').slice(0, 300);
}
