/** Runs one compiled program in a thread of its own, with a real SDK of its own, and reports what it did. */

import { parentPort, workerData } from 'node:worker_threads';
import Backendless from 'backendless';

const { module, app, device, deviceToken, answers } = workerData;

const send = (message) => parentPort.postMessage(message);
const record =
  (level) =>
  (...values) =>
    send({ type: 'output', line: { level, values: values.map(plain) } });
for (const level of ['log', 'info', 'warn', 'error']) console[level] = record(level);
// Blockly's own blocks for printing and asking use the dialogs of a browser.
globalThis.alert = record('alert');
globalThis.window = globalThis;
/** What a program may take as parameters of its function, or find as globals when it is a script. */
const provided = { deviceToken, prompt: async () => answers.shift() ?? null };
Object.assign(globalThis, provided);

try {
  if (app) Backendless.initApp(app);
  if (device) Backendless.setupDevice(device);
  const exports = await import(module);
  const main = Object.values(exports).find((value) => typeof value === 'function');
  const value = await main?.(...parametersOf(main).map((name) => provided[name]));
  send({ type: 'outcome', outcome: { status: 'completed', value: plain(value) } });
} catch (error) {
  const { name, message, code } = Object(error);
  send({ type: 'outcome', outcome: { status: 'failed', name, message: message ?? String(error), code } });
}
// A program may leave connections or timers behind.
process.exit();

/** The names of a function's parameters, as its text has them. */
function parametersOf(callable) {
  const [, list] = /\(([^)]*)\)/.exec(callable.toString());
  return list.split(',').map((name) => name.trim());
}

/** What can be sent to another thread: an error or a function becomes text. */
function plain(value) {
  try {
    return structuredClone(value);
  } catch {
    return String(value);
  }
}
