// What a store keeps and how the service reads and changes it.
//
// The service decides, the store commits: an update reads what it needs, answers a list of changes, and the store
// applies the whole list or nothing of it. So no store knows the rules of registration, and no rule knows of
// transactions, files or tabs.

import type { DeviceRegistration, JsonValue, MessageStatus, StorageStatus } from './types.ts';

/** A message that was published or waits for its time. */
export interface MessageRecord {
  messageId: string;
  appId: string;
  channel: string;
  message: JsonValue;
  headers: Record<string, string>;
  publisherId?: string;
  /** `scheduled` until its last delivery. */
  status: MessageStatus;
  /** The next delivery. Present exactly while the status is `scheduled`. */
  dueAt?: number;
  /** Milliseconds between deliveries of a message that repeats. */
  repeatEvery?: number;
  /** A message that repeats is not delivered at or after this moment. */
  repeatUntil?: number;
  /** Only to these devices. */
  deviceIds?: string[];
  /** Only to devices with one of these operating systems. */
  systems?: string[];
  /** False: for subscribers of the channel only, not for devices. */
  push: boolean;
  /** The place among the messages that wait for nothing any more; the lowest are forgotten first. */
  settled?: number;
}

/** One message at one device. */
export interface DeliveryRecord {
  sequence: number;
  appId: string;
  deviceId: string;
  messageId: string;
  deliveredAt: number;
}

/** The last numbers given to deliveries and to settled messages. */
export interface Counters {
  deliveries: number;
  settled: number;
}

/** One step of an update. */
export type Change =
  | { type: 'put-device'; device: DeviceRegistration }
  | { type: 'remove-device'; appId: string; deviceId: string }
  | { type: 'put-channel'; appId: string; channel: string }
  | { type: 'remove-channel'; appId: string; channel: string }
  | { type: 'put-message'; message: MessageRecord }
  /** One delivery for each device, numbered from `sequence`. */
  | {
      type: 'deliver';
      appId: string;
      messageId: string;
      deliveredAt: number;
      sequence: number;
      deviceIds: string[];
    }
  /** Removes settled messages numbered up to and including `upTo`. */
  | { type: 'forget-messages'; upTo: number }
  /** Removes deliveries numbered up to and including `upTo`. */
  | { type: 'forget-deliveries'; upTo: number }
  | { type: 'put-counters'; counters: Counters }
  /** Empties the store. Only ever the first step of an update. */
  | { type: 'clear' };

/** Everything that a store holds. */
export interface StoreContent {
  devices: DeviceRegistration[];
  channels: { appId: string; channel: string }[];
  messages: MessageRecord[];
  deliveries: DeliveryRecord[];
  counters: Counters;
}

/** A value now or later: memory answers at once, IndexedDB does not. */
export type Awaitable<T> = T | Promise<T>;

/**
 * Reads a store as it is at one moment. Records are shared: nobody changes one. A reader is valid only inside the
 * call that received it, and inside it nothing else may be awaited: a transaction of IndexedDB would end.
 */
export interface StoreReader {
  device(appId: string, deviceId: string): Awaitable<DeviceRegistration | undefined>;
  /** All devices, in no particular order; those whose time has passed may still be among them. */
  devices(): Awaitable<DeviceRegistration[]>;
  /** The devices registered with a channel; those whose time has passed may still be among them. */
  members(appId: string, channel: string): Awaitable<DeviceRegistration[]>;
  /** At most `limit` devices with `expiresAt <= at`. */
  expired(at: number, limit: number): Awaitable<DeviceRegistration[]>;
  hasChannel(appId: string, channel: string): Awaitable<boolean>;
  channels(): Awaitable<{ appId: string; channel: string }[]>;
  message(messageId: string): Awaitable<MessageRecord | undefined>;
  /** The scheduled message with the earliest `dueAt <= at`. */
  dueMessage(at: number): Awaitable<MessageRecord | undefined>;
  /** At most `limit` deliveries to a device (of any application when `appId` is undefined), the newest, in order. */
  deliveries(appId: string | undefined, deviceId: string, limit: number): Awaitable<DeliveryRecord[]>;
  counters(): Awaitable<Counters>;
  /** The earliest moment at which a device expires or a message is due. */
  nextEvent(): Awaitable<number | undefined>;
  content(): Awaitable<StoreContent>;
}

/** What an update decided: the answer, and the changes to make first. */
export interface Decision<T> {
  result: T;
  changes: Change[];
}

/** What a store tells its subscribers. */
export type StoreEvent =
  | { type: 'changed'; origin: 'here' | 'elsewhere'; registrations: boolean; messages: boolean; reset: boolean }
  | { type: 'status'; status: StorageStatus };

/** Keeps registrations and messages. See {@link memoryStore}; others are in `indexeddb.ts` and `node.ts`. */
export interface RegistrationStore {
  /** Where the state is kept, and whether it will survive. */
  readonly status: StorageStatus;
  /** Reads. What is read is as durable as the store can make it: it will not be gone after a crash. */
  read<T>(look: (reader: StoreReader) => Promise<T>): Promise<T>;
  /**
   * Updates run one after another. If `decide` throws, nothing is written. When the promise resolves, all the changes
   * are written and durable, as far as the store can (see `status`).
   */
  update<T>(decide: (reader: StoreReader) => Promise<Decision<T>>): Promise<T>;
  /** Calls the listener after every change, by this store or by another on the same data. Returns the way to stop it. */
  subscribe(listener: (event: StoreEvent) => void): () => void;
  /** Lets go of files, connections and timers, after what was acknowledged is safe. */
  close(): Promise<void>;
}

/** Says which parts a list of changes touches. */
export function summarize(changes: readonly Change[], origin: 'here' | 'elsewhere'): StoreEvent {
  const event = { type: 'changed' as const, origin, registrations: false, messages: false, reset: false };
  for (const change of changes) {
    if (change.type === 'clear') event.reset = true;
    else if (change.type.endsWith('-device') || change.type.endsWith('-channel')) event.registrations = true;
    else if (change.type !== 'put-counters') event.messages = true;
  }
  return event;
}
