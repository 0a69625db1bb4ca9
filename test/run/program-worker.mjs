/** Runs one compiled program in a thread of its own, with a real SDK of its own, and reports what it did. */

import { parentPort, workerData } from 'node:worker_threads';
import Backendless from 'backendless';

const { module, entry, app, device, deviceToken, answers } = workerData;

const send = (message) => parentPort.postMessage(message);
const record =
  (level) =>
  (...values) =>
    send({ type: 'output', line: { level, values: values.map(plain) } });
for (const level of ['log', 'info', 'warn', 'error']) console[level] = record(level);
/** What a program may take as parameters of its function, or find as globals when it is a script. */
const provided = { deviceToken, prompt: async () => answers.shift() ?? null };
Object.assign(globalThis, provided);

try {
  if (app) Backendless.initApp(app);
  if (device) Backendless.setupDevice(device);
  const exports = await import(module);
  if (entry.name) await exports[entry.name](...entry.parameters.map((name) => provided[name]));
  send({ type: 'outcome', outcome: { status: 'completed' } });
} catch (error) {
  const { name, message, code } = Object(error);
  send({ type: 'outcome', outcome: { status: 'failed', name, message: message ?? String(error), code } });
}
// A program may leave connections or timers behind.
process.exit();

/** What can be sent to another thread: an error or a function becomes text. */
function plain(value) {
  try {
    return structuredClone(value);
  } catch {
    return String(value);
  }
}
