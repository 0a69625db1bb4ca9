// The embedded service: requests in, answers out, over a store and a clock.

import { Alarm } from './alarm.ts';
import { defaultStatuses, quote, ServiceError } from './errors.ts';
import { faultError, Faults, NetworkFault, type FaultControl, type FaultSettings } from './faults.ts';
import { checkChannel, readPublish, readRegistration } from './input.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { memoryStore } from './memory.ts';
import { byKeys } from './order.ts';
import { findRoute, type Route } from './route.ts';
import * as service from './service.ts';
import { contentChanges, readState, toState, type EmulatorState } from './state.ts';
import type { Decision, RegistrationStore, StoreEvent, StoreReader } from './store.ts';
import type {
  BackendHandler,
  BackendRequest,
  BackendResponse,
  ChannelSummary,
  DeliveredMessage,
  DeviceRegistration,
  EmulatorChange,
  StorageStatus,
} from './types.ts';

/** An application that a restricted emulator knows. */
export interface ApplicationKeys {
  appId: string;
  /** The API keys that open it. */
  apiKeys: readonly string[];
}

/** What can be chosen about an emulator. Where no document gives the rule, the default is the emulator's own. */
export interface EmulatorOptions {
  /** Where the state is kept; by default in memory. It belongs to the emulator from then on, which closes it. */
  store?: RegistrationStore;
  /** The clock, in milliseconds since the epoch. By default `Date.now`. */
  now?: () => number;
  /** Gives the GUIDs of registrations and messages, in upper case. By default random ones. */
  newId?: () => string;
  /**
   * The applications that exist: any other ID or key is answered with 2002. Without this option every ID with every
   * key is accepted, and each ID has registrations of its own.
   */
  apps?: readonly ApplicationKeys[];
  /**
   * The application that paths starting with `/api/` belong to, where a real service goes by the domain. By default
   * the first of `apps`, and without these `api`.
   */
  domainApp?: string;
  /** Limits other than {@link defaultLimits}. */
  limits?: Partial<Limits>;
  /** HTTP statuses of error codes. By default 400, but see {@link defaultStatuses}. */
  statuses?: Readonly<Record<number, number>>;
  /**
   * Whether one may publish to a channel that does not exist: `accept` (the default; it reaches nobody) or `refuse`
   * (5010).
   */
  unknownChannel?: 'accept' | 'refuse';
  /** Faults that are on from the start. */
  faults?: Partial<FaultSettings>;
}

/** The embedded service. All of its methods may be called at any time, in any number at once. */
export interface Emulator {
  /** Answers requests under `/<appId>/<apiKey>/…` and `/api/…`. */
  readonly handle: BackendHandler;
  /** A handler with faults of its own in place of those of `faults`, for one run of a program. */
  withFaults(settings: Partial<FaultSettings>): BackendHandler;
  /** Every device that is registered now, in the order of application and device ID. */
  devices(): Promise<DeviceRegistration[]>;
  /** Every channel that exists, in the order of application and name. */
  channels(): Promise<ChannelSummary[]>;
  /**
   * What arrived at a device, oldest first: the last 100. `appId` narrows it to one application. A device that is no
   * longer registered keeps what it got.
   */
  messages(deviceId: string, appId?: string): Promise<DeliveredMessage[]>;
  /** Calls the listener after every change, those by other tabs and by the clock too. Returns the way to stop it. */
  subscribe(listener: (change: EmulatorChange) => void): () => void;
  /** Removes everything. */
  reset(): Promise<void>;
  /** Everything, for {@link import} here or elsewhere. */
  export(): Promise<EmulatorState>;
  /** Replaces everything by an exported state. Rejects with a {@link StateError}, and changes nothing, if it is none. */
  import(state: unknown): Promise<void>;
  /** Faults on purpose. */
  readonly faults: FaultControl;
  /** Where the state is kept, and whether it will survive. */
  readonly storage: StorageStatus;
  /** Stops timers and closes the store. Requests after this reject. */
  dispose(): void;
}

/** How many deliveries {@link Emulator.messages} shows. */
const shownMessages = 100;

/** Creates an emulator. It needs no DOM, and does nothing until asked but keep its clock. */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const { store = memoryStore(), now = Date.now, apps, unknownChannel = 'accept' } = options;
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const domainApp = options.domainApp ?? apps?.[0]?.appId ?? 'api';
  const newId = options.newId ?? randomId;
  const keys = apps && new Map(apps.map(({ appId, apiKeys }) => [appId, new Set(apiKeys)]));
  const listeners = new Set<(change: EmulatorChange) => void>();
  const disposal = new AbortController();
  const faults = new Faults(options.faults ?? {}, () => emit({ type: 'faults' }));
  const alarm = new Alarm({
    now,
    next: () => store.read(async (reader) => reader.nextEvent()),
    ring: () => catchUp(now()),
  });
  const unsubscribe = store.subscribe((event) => {
    if (event.type === 'changed') alarm.rearm();
    for (const change of toChanges(event)) emit(change);
  });
  alarm.rearm();

  function emit(change: EmulatorChange): void {
    for (const listener of listeners) {
      try {
        listener(change);
      } catch (error) {
        // A listener's mistake is not the caller's: it surfaces as an uncaught error, as with DOM events.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  /** Does what time has brought up to a moment. */
  async function catchUp(moment: number): Promise<void> {
    const context = { now: moment, limits };
    while (await store.update((reader) => service.catchUp(reader, context))) {
      // Step by step, so that other calls get their turn.
    }
  }

  /** Reads the state as it is at a moment, whatever timers did or did not do. */
  async function readAt<T>(moment: number, look: (reader: StoreReader) => Promise<T>): Promise<T> {
    for (;;) {
      const found = await store.read(async (reader) => ((await isBehind(reader, moment)) ? behind : look(reader)));
      if (found !== behind) return found;
      await catchUp(moment);
    }
  }

  /** Changes the state as it is at a moment. */
  async function updateAt<T>(moment: number, decide: (reader: StoreReader) => Promise<Decision<T>>): Promise<T> {
    for (;;) {
      const result = await store.update<T | typeof behind>(async (reader) =>
        (await isBehind(reader, moment)) ? { result: behind, changes: [] } : decide(reader),
      );
      if (result !== behind) return result;
      await catchUp(moment);
    }
  }

  function application(route: Route): string {
    if (!route.credentials) return domainApp;
    const { appId, apiKey } = route.credentials;
    if (keys && !keys.get(appId)?.has(apiKey)) {
      const what = keys.has(appId) ? 'API key' : `application ID ${quote(appId)}`;
      throw new ServiceError(2002, `Unknown ${what}.`);
    }
    return appId;
  }

  /** Carries a request out. What it says is checked before time is looked at and anything is read or written. */
  async function perform(route: Route, { body }: BackendRequest): Promise<unknown> {
    const appId = application(route);
    const { subject } = route;
    if (body !== null && body.length > limits.body) {
      throw new ServiceError(
        413,
        `The request body has ${body.length} characters, and at most ${limits.body} are allowed.`,
      );
    }
    const moment = now();
    const context = { now: moment, limits, newId, unknownChannel };
    const read = <T>(look: (reader: StoreReader) => Promise<T>): Promise<T> => readAt(moment, look);
    const update = <T>(decide: (reader: StoreReader) => Promise<Decision<T>>): Promise<T> => updateAt(moment, decide);
    switch (route.operation) {
      case 'info':
        // The SDK reads the levels of loggers from here, and fails without a list.
        return { loggers: [] };
      case 'register': {
        const input = readRegistration(body, moment, limits);
        return update((reader) => service.register(reader, appId, input, context));
      }
      case 'get-registration':
        return read((reader) => service.getRegistration(reader, appId, subject, moment));
      case 'cancel-registration':
        return update((reader) => service.cancelRegistration(reader, appId, subject, moment));
      case 'list-channels':
        return read(async (reader) =>
          (await reader.channels()).filter((known) => known.appId === appId).map(({ channel }) => ({ name: channel })),
        );
      case 'create-channel':
        checkChannel(subject, limits);
        return update((reader) => service.createChannel(reader, appId, subject));
      case 'delete-channel':
        return update((reader) => service.deleteChannel(reader, appId, subject));
      case 'publish': {
        checkChannel(subject, limits);
        const input = readPublish(body, limits);
        return update((reader) => service.publish(reader, appId, subject, input, context));
      }
      case 'message-status':
        return read((reader) => service.messageStatus(reader, appId, subject));
      case 'cancel-message':
        return update((reader) => service.cancelMessage(reader, appId, subject, context));
    }
  }

  async function respond(request: BackendRequest, withFaults: Faults, signal?: AbortSignal): Promise<BackendResponse> {
    disposal.signal.throwIfAborted();
    signal?.throwIfAborted();
    let fault: Readonly<FaultSettings> | undefined;
    let answer: BackendResponse;
    try {
      const route = findRoute(request.method, request.url);
      fault = withFaults.take(route.operation);
      if (fault) await suffer(fault, signal);
      answer = json(200, await perform(route, request));
    } catch (error) {
      if (error instanceof NetworkFault || disposal.signal.aborted || signal?.aborted) throw error;
      answer = errorAnswer(error);
    }
    if (fault?.loseAnswer) throw new NetworkFault('lost-answer');
    return answer;
  }

  /** What the faults do before a request is carried out. */
  async function suffer(fault: Readonly<FaultSettings>, signal: AbortSignal | undefined): Promise<void> {
    if (fault.latency > 0) await sleep(fault.latency, signal ? [signal, disposal.signal] : [disposal.signal]);
    if (fault.offline) throw new NetworkFault('offline');
    const error = faultError(fault);
    if (error) throw error;
  }

  function errorAnswer(error: unknown): BackendResponse {
    if (error instanceof ServiceError) {
      const { code, message } = error;
      const status = options.statuses?.[code] ?? defaultStatuses.get(code) ?? (code >= 500 && code <= 599 ? code : 400);
      return json(status, { code, message });
    }
    const why = error instanceof Error ? error.message : String(error);
    return json(500, { code: 500, message: `The emulator failed: ${why}` });
  }

  return {
    handle: (request, signal) => respond(request, faults, signal),
    withFaults(settings) {
      const own = new Faults(settings, () => {});
      return (request, signal) => respond(request, own, signal);
    },
    async devices() {
      const devices = await store.read(async (reader) => reader.devices());
      const moment = now();
      return devices.filter((device) => service.isLive(device, moment)).sort(byKeys('appId', 'deviceId'));
    },
    async channels() {
      const [channels, devices] = await store.read(
        async (reader) => [await reader.channels(), await reader.devices()] as const,
      );
      const moment = now();
      const counts = new Map<string, number>();
      const key = (appId: string, channel: string): string => JSON.stringify([appId, channel]);
      for (const device of devices) {
        if (!service.isLive(device, moment)) continue;
        for (const { channel } of device.channels) {
          counts.set(key(device.appId, channel), (counts.get(key(device.appId, channel)) ?? 0) + 1);
        }
      }
      return channels
        .map(({ appId, channel }) => ({ appId, channel, devices: counts.get(key(appId, channel)) ?? 0 }))
        .sort(byKeys('appId', 'channel'));
    },
    async messages(deviceId, appId) {
      return readAt(now(), async (reader) => {
        const messages: DeliveredMessage[] = [];
        for (const delivery of await reader.deliveries(appId, deviceId, shownMessages)) {
          const message = await reader.message(delivery.messageId);
          if (!message) continue;
          const { channel, headers, publisherId } = message;
          messages.push({
            ...delivery,
            channel,
            message: message.message,
            headers,
            ...(publisherId === undefined ? {} : { publisherId }),
          });
        }
        return messages;
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reset: () => store.update(async () => ({ result: undefined, changes: [{ type: 'clear' }] })),
    async export() {
      return toState(await readAt(now(), async (reader) => reader.content()));
    },
    async import(state) {
      const changes = contentChanges(readState(state));
      await store.update(async () => ({ result: undefined, changes }));
    },
    faults,
    get storage() {
      return store.status;
    },
    dispose() {
      if (disposal.signal.aborted) return;
      disposal.abort(new Error('The emulator was disposed of.'));
      alarm.stop();
      unsubscribe();
      listeners.clear();
      // A store that cannot be closed has said so through its status; there is nobody left to tell.
      store.close().catch(() => {});
    },
  };
}

/** What a call answers that finds something due before its moment. */
const behind = Symbol('behind');

async function isBehind(reader: StoreReader, moment: number): Promise<boolean> {
  const event = await reader.nextEvent();
  return event !== undefined && event <= moment;
}

function toChanges(event: StoreEvent): EmulatorChange[] {
  if (event.type === 'status') return [{ type: 'storage', status: event.status }];
  const { origin } = event;
  if (event.reset) return [{ type: 'reset', origin }];
  const changes: EmulatorChange[] = [];
  if (event.registrations) changes.push({ type: 'registrations', origin });
  if (event.messages) changes.push({ type: 'messages', origin });
  return changes;
}

function json(status: number, value: unknown): BackendResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/** A random GUID in upper case. `randomUUID` is missing on pages that are not served securely. */
function randomId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID().toUpperCase();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
    .join('-')
    .toUpperCase();
}

/** Resolves after a time; rejects with the reason of the first signal that is aborted. */
function sleep(milliseconds: number, signals: AbortSignal[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => () => {
      clearTimeout(timer);
      for (const [signal, listener] of handlers) signal.removeEventListener('abort', listener);
      settle();
    };
    const timer = setTimeout(() => end(resolve)(), milliseconds);
    const handlers = signals.map((signal) => [signal, end(() => reject(signal.reason))] as const);
    for (const [signal, listener] of handlers) signal.addEventListener('abort', listener);
  });
}
