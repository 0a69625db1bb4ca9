/**
 * The worker's line to the host, which the program must not get hold of.
 *
 * The program runs in the same realm, so it can replace any method of any prototype. What is used here after it has
 * started is therefore bound beforehand, and the port never stands where a replaced method could see it.
 */

import { isObject } from '../check.ts';
import type { HostToWorker, WorkerToHost } from '../protocol.ts';

/** Sends messages to the host, and takes its messages to `receive`. */
export interface Channel {
  send(message: WorkerToHost): void;
}

/** Opens the line. To be called before the program is loaded. */
export function openChannel(port: MessagePort, receive: (message: HostToWorker) => void): Channel {
  const post: (message: WorkerToHost) => void = port.postMessage.bind(port);
  const readData = getter(MessageEvent.prototype, 'data');
  port.addEventListener('message', (event) => {
    const data = readData(event);
    if (isFromHost(data)) receive(data);
  });
  port.start();
  return { send: post };
}

/** The port leads to the host and nowhere else; its messages are taken at their word. */
function isFromHost(data: unknown): data is HostToWorker {
  return isObject(data) && typeof data.type === 'string';
}

/** A task of its own after those that are waiting now, by means that a program cannot cancel. */
export function createTaskQueue(): (task: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const post = port2.postMessage.bind(port2);
  const tasks: (() => void)[] = [];
  const take = Array.prototype.shift.bind(tasks);
  const add = Array.prototype.push.bind(tasks);
  port1.addEventListener('message', () => take()?.());
  port1.start();
  return (task) => {
    add(task);
    post(null);
  };
}

/** A getter as a function of the object it is read from. */
function getter(prototype: object, name: string): (target: object) => unknown {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new Error(`No getter for ${name}.`);
  const { apply } = Reflect;
  return (target) => apply(get, target, []);
}

/**
 * Takes away what would let a program talk past the channel, end its own worker, or start others.
 * (The network is closed by the page's content security policy.)
 */
export function removeGlobals(): void {
  for (const name of [
    'postMessage',
    'close',
    'onmessage',
    'onmessageerror',
    'importScripts',
    'Worker',
    'SharedWorker',
    'BroadcastChannel',
  ]) {
    for (let holder: unknown = globalThis; isObject(holder); holder = Object.getPrototypeOf(holder)) {
      Reflect.deleteProperty(holder, name);
    }
  }
}
