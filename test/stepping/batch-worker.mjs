/**
 * Runs compiled programs one after the other in a thread of its own, with the real SDK, and reports what each printed.
 *
 * Chance and the clock are the same for every program, so that two runs of one program can be compared. A program
 * compiled for stepping is held at every statement, and all variables that it has made known are read there.
 */
import { parentPort, workerData } from 'node:worker_threads';
import Backendless from 'backendless';

const { serverURL, moment } = workerData;
const RealDate = Date;
const send = (message) => parentPort.postMessage(message);

parentPort.on('message', async ({ url, entry }) => {
  const printed = [];
  const steps = [];
  const unreadable = [];
  provide(printed, steps, unreadable);
  let outcome = 'completed';
  try {
    Backendless.initApp({ appId: 'example-app', apiKey: 'example-key', serverURL });
    Backendless.setupDevice({ uuid: 'device-1', platform: 'ANDROID', version: '16' });
    const module = await import(url);
    const provided = { deviceToken: globalThis.deviceToken, prompt: globalThis.prompt };
    if (entry.name) await module[entry.name](...entry.parameters.map((name) => provided[name]));
  } catch (error) {
    outcome = `failed: ${error?.code ?? ''} ${error?.message ?? String(error)}`;
  }
  send({ printed, steps, unreadable, outcome });
});

function provide(printed, steps, unreadable) {
  let seed = 1;
  Math.random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  globalThis.Date = class extends RealDate {
    constructor(...args) {
      if (args.length === 0) super(moment);
      else super(...args);
    }
    static now() {
      return moment;
    }
  };
  for (const level of ['log', 'info', 'warn', 'error']) {
    console[level] = (...values) => printed.push([level, ...values.map(plain)]);
  }
  const answers = ['first', '2', 'third'];
  globalThis.deviceToken = 'token-of-the-device';
  globalThis.prompt = async () => answers.shift() ?? null;
  globalThis.__frame = () => {
    const variables = new Map();
    const hold = (blockId) => {
      for (const [name, read] of variables) {
        try {
          read();
        } catch (error) {
          unreadable.push(`${name} at ${blockId}: ${error}`);
        }
      }
      steps.push(blockId);
      return true;
    };
    return {
      wait: (blockId, promise) => {
        steps.push(blockId);
        return promise;
      },
      watch: (name, read) => void variables.set(name, read),
      step: hold,
      round: hold,
      get held() {
        return new Promise((resolve) => setImmediate(resolve));
      },
    };
  };
}

/** What can be sent to another thread. */
function plain(value) {
  try {
    return structuredClone(value);
  } catch {
    return String(value);
  }
}
