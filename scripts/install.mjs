/** Makes sure that `node_modules` is what the lock file says, and runs `npm ci` only where it is not. */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Problem, root, run } from './root.mjs';

const dependencyFields = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
const lockedFields = ['version', 'integrity', 'link'];
const npmOptions = [
  // Whatever NODE_ENV says: nothing here runs without them.
  '--include=dev',
  '--include=optional',
  '--prefer-offline',
  // Without a network, npm should say so within seconds, not minutes.
  '--fetch-retries=3',
  '--fetch-retry-mintimeout=500',
  '--fetch-retry-maxtimeout=3000',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];
/** Held by the one process that installs, so that a second start waits and does not install into the same folder. */
const guardFile = path.join(root, '.cache', 'install.pid');

/** Throws a {@link Problem} when this Node is older than `engines` of package.json allows. */
export function requireNode() {
  const wanted = readJson('package.json').engines.node.replace(/[^\d.]/g, '');
  if (compareVersions(process.versions.node, wanted) < 0) {
    throw new Problem(`This project needs Node ${wanted} or newer; this is Node ${process.versions.node}.`);
  }
}

/** Installs the packages of the lock file when they are missing, incomplete or out of date. Needs no network otherwise. */
export async function ensurePackages() {
  if (staleReason(root) === undefined) return;
  await whileHoldingGuard(async () => {
    // Another start may have installed them while this one waited.
    const reason = staleReason(root);
    if (reason === undefined) return;
    console.log(`Installing packages (${reason}) …`);
    const code = await runNpm(['ci', ...npmOptions]);
    if (code !== 0) {
      throw new Problem(
        'The packages could not be installed; npm says why above. The first start needs a network, later ones do not.',
      );
    }
    const left = staleReason(root);
    if (left !== undefined) {
      throw new Problem(`npm ended without an error, and still: ${left}. Is package-lock.json complete?`);
    }
  });
}

/**
 * Why the packages in `folder` are not those of its lock file, or `undefined` when they are.
 *
 * npm keeps what it installed in `node_modules/.package-lock.json`. That list is compared entry by entry, and each
 * package must really be there, since a list says nothing of a folder that was deleted or half copied.
 */
export function staleReason(folder) {
  const lock = readJson('package-lock.json', folder);
  const manifest = readJson('package.json', folder);
  for (const field of dependencyFields) {
    if (!sameEntries(manifest[field], lock.packages[''][field])) return `${field} changed`;
  }
  const installed = tryReadJson('node_modules/.package-lock.json', folder);
  if (installed === undefined) return 'none are installed yet';
  for (const [place, entry] of Object.entries(lock.packages)) {
    if (place === '' || !isWantedHere(entry)) continue;
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const found = installed.packages[place];
    if (found === undefined) return `${name} is missing`;
    if (lockedFields.some((field) => found[field] !== entry[field])) return `${name} is out of date`;
    const present = tryReadJson(`${place}/package.json`, folder);
    if (present === undefined) return `${name} is missing`;
    if (present.version !== entry.version) return `${name} is out of date`;
  }
  return undefined;
}

/** npm leaves out optional packages made for another system, and with them what only those need. */
function isWantedHere(entry) {
  const { os, cpu, libc: libcs } = entry;
  if (entry.optional && os === undefined && cpu === undefined && libcs === undefined) return false;
  return allows(os, process.platform) && allows(cpu, process.arch) && allows(libcs, libc());
}

/** A list as npm has it in `os`, `cpu` and `libc`: names, or names to leave out with `!` in front. */
function allows(list, value) {
  if (list === undefined || value === undefined) return true;
  if (list.includes(`!${value}`)) return false;
  return list.includes(value) || list.every((item) => item.startsWith('!'));
}

let libcName;
function libc() {
  if (process.platform !== 'linux') return undefined;
  libcName ??= process.report.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
  return libcName;
}

/** Runs npm: the one that runs this script, or else the one on the path. */
export function runNpm(args) {
  const current = process.env.npm_execpath;
  if (current !== undefined && path.basename(current) === 'npm-cli.js') {
    return run(process.execPath, [current, ...args]);
  }
  return process.platform === 'win32' ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args]) : run('npm', args);
}

async function whileHoldingGuard(work) {
  mkdirSync(path.dirname(guardFile), { recursive: true });
  let told = false;
  while (!takeGuard()) {
    if (!told) {
      console.log(`Another process is installing packages; waiting for it. (If none is, delete ${guardFile}.)`);
      told = true;
    }
    await delay(300);
  }
  const release = () => rmSync(guardFile, { force: true });
  const leave = () => process.exit(130);
  process.on('exit', release);
  process.on('SIGINT', leave);
  process.on('SIGTERM', leave);
  try {
    await work();
  } finally {
    process.off('exit', release);
    process.off('SIGINT', leave);
    process.off('SIGTERM', leave);
    release();
  }
}

/** Takes the guard if it is free or its holder is gone; says whether it was taken. */
function takeGuard() {
  try {
    const file = openSync(guardFile, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = Number(tryRead(guardFile));
  // An empty file is one whose holder is just about to write its number.
  if (holder > 0 && !isAlive(holder)) rmSync(guardFile, { force: true });
  return false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function compareVersions(a, b) {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] || 0) - (right[i] || 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function sameEntries(a = {}, b = {}) {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

function readJson(file, folder = root) {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
}

/** `undefined` for a file that is missing or was written only in part. */
function tryReadJson(file, folder) {
  try {
    return existsSync(path.join(folder, file)) ? readJson(file, folder) : undefined;
  } catch {
    return undefined;
  }
}

function tryRead(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
