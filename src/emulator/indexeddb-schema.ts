// How the state lies in IndexedDB: object stores, indexes, and the steps from one version to the next.

import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Change, Counters, DeliveryRecord, MessageRecord, StoreReader } from './store.ts';
import type { DeviceRegistration } from './types.ts';

/** A device with the keys that its indexes need. */
interface DeviceRow {
  appId: string;
  deviceId: string;
  /** Absent: never, and then the device is not in the index. */
  expiresAt?: number;
  /** One {@link memberKey} for each of its channels. */
  memberOf: string[];
  device: DeviceRegistration;
}

/** The object stores of version {@link schemaVersion}. */
export interface Schema extends DBSchema {
  devices: { key: [string, string]; value: DeviceRow; indexes: { expiresAt: number; memberOf: string } };
  channels: { key: [string, string]; value: { appId: string; channel: string } };
  messages: { key: string; value: MessageRecord; indexes: { dueAt: number; settled: number } };
  deliveries: { key: number; value: DeliveryRecord; indexes: { device: [string, number] } };
  counters: { key: 'counters'; value: Counters };
}

type Stores = StoreNames<Schema>[];

/** A transaction over all object stores. */
export type Transaction<Mode extends 'readonly' | 'readwrite'> = IDBPTransaction<Schema, Stores, Mode>;

export const storeNames: Stores = ['devices', 'channels', 'messages', 'deliveries', 'counters'];

/** Step *n* turns a database of version *n* into one of version *n + 1*; a new version appends one. */
const upgrades: readonly ((database: IDBPDatabase<Schema>) => void)[] = [
  (database) => {
    const devices = database.createObjectStore('devices', { keyPath: ['appId', 'deviceId'] });
    devices.createIndex('expiresAt', 'expiresAt');
    devices.createIndex('memberOf', 'memberOf', { multiEntry: true });
    database.createObjectStore('channels', { keyPath: ['appId', 'channel'] });
    const messages = database.createObjectStore('messages', { keyPath: 'messageId' });
    messages.createIndex('dueAt', 'dueAt');
    messages.createIndex('settled', 'settled');
    const deliveries = database.createObjectStore('deliveries', { keyPath: 'sequence' });
    deliveries.createIndex('device', ['deviceId', 'sequence']);
    database.createObjectStore('counters');
  },
];

export const schemaVersion = upgrades.length;

/** Brings a database of an earlier version (0: a new one) to the current one, inside the transaction that opens it. */
export function upgrade(database: IDBPDatabase<Schema>, oldVersion: number): void {
  for (const step of upgrades.slice(oldVersion)) step(database);
}

const noCounters: Counters = { deliveries: 0, settled: 0 };

/** Reads inside a transaction, which ends as soon as anything else is awaited. */
export function transactionReader(transaction: Transaction<'readonly'> | Transaction<'readwrite'>): StoreReader {
  const devices = transaction.objectStore('devices');
  const channels = transaction.objectStore('channels');
  const messages = transaction.objectStore('messages');
  const deliveries = transaction.objectStore('deliveries');
  const counters = transaction.objectStore('counters');
  return {
    device: async (appId, deviceId) => (await devices.get([appId, deviceId]))?.device,
    devices: async () => (await devices.getAll()).map(({ device }) => device),
    members: async (appId, channel) => {
      const rows = await devices.index('memberOf').getAll(memberKey(appId, channel));
      return rows.map(({ device }) => device);
    },
    expired: async (at, limit) => {
      const rows = await devices.index('expiresAt').getAll(IDBKeyRange.upperBound(at), limit);
      return rows.map(({ device }) => device);
    },
    hasChannel: async (appId, channel) => (await channels.getKey([appId, channel])) !== undefined,
    channels: () => channels.getAll(),
    message: (messageId) => messages.get(messageId),
    dueMessage: async (at) => (await messages.index('dueAt').getAll(IDBKeyRange.upperBound(at), 1))[0],
    async deliveries(appId, deviceId, limit) {
      const found: DeliveryRecord[] = [];
      const range = IDBKeyRange.bound([deviceId, -Infinity], [deviceId, Infinity]);
      let cursor = await deliveries.index('device').openCursor(range, 'prev');
      while (cursor && found.length < limit) {
        if (appId === undefined || cursor.value.appId === appId) found.push(cursor.value);
        cursor = await cursor.continue();
      }
      return found.reverse();
    },
    counters: async () => (await counters.get('counters')) ?? noCounters,
    async nextEvent() {
      const expires = (await devices.index('expiresAt').openKeyCursor())?.key;
      const due = (await messages.index('dueAt').openKeyCursor())?.key;
      return expires === undefined || (due !== undefined && due < expires) ? due : expires;
    },
    content: async () => ({
      devices: (await devices.getAll()).map(({ device }) => device),
      channels: await channels.getAll(),
      messages: await messages.getAll(),
      deliveries: await deliveries.getAll(),
      counters: (await counters.get('counters')) ?? noCounters,
    }),
  };
}

/**
 * Requests every change of an update, in order. The transaction makes all of them true or none. Rejects with the error
 * of the first request that failed; those of the others are only consequences.
 */
export async function requestChanges(transaction: Transaction<'readwrite'>, changes: readonly Change[]): Promise<void> {
  const requests: Promise<unknown>[] = [];
  const add = (request: Promise<unknown>): void => {
    request.catch(() => {});
    requests.push(request);
  };
  for (const change of changes) requestChange(transaction, change, add);
  await Promise.all(requests);
}

function requestChange(
  transaction: Transaction<'readwrite'>,
  change: Change,
  add: (request: Promise<unknown>) => void,
): void {
  switch (change.type) {
    case 'put-device': {
      const { device } = change;
      const row: DeviceRow = {
        appId: device.appId,
        deviceId: device.deviceId,
        memberOf: device.channels.map(({ channel }) => memberKey(device.appId, channel)),
        device,
      };
      if (device.expiresAt !== undefined) row.expiresAt = device.expiresAt;
      add(transaction.objectStore('devices').put(row));
      for (const { channel } of device.channels) {
        add(transaction.objectStore('channels').put({ appId: device.appId, channel }));
      }
      return;
    }
    case 'remove-device':
      return add(transaction.objectStore('devices').delete([change.appId, change.deviceId]));
    case 'put-channel':
      return add(transaction.objectStore('channels').put({ appId: change.appId, channel: change.channel }));
    case 'remove-channel':
      return add(transaction.objectStore('channels').delete([change.appId, change.channel]));
    case 'put-message':
      return add(transaction.objectStore('messages').put(change.message));
    case 'deliver': {
      const { appId, messageId, deliveredAt, sequence, deviceIds } = change;
      for (const [index, deviceId] of deviceIds.entries()) {
        const delivery = { sequence: sequence + index, appId, deviceId, messageId, deliveredAt };
        add(transaction.objectStore('deliveries').put(delivery));
      }
      return;
    }
    case 'forget-messages':
      return add(forgetMessages(transaction, change.upTo));
    case 'forget-deliveries':
      return add(transaction.objectStore('deliveries').delete(IDBKeyRange.upperBound(change.upTo)));
    case 'put-counters':
      return add(transaction.objectStore('counters').put(change.counters, 'counters'));
    case 'clear':
      for (const name of storeNames) add(transaction.objectStore(name).clear());
  }
}

async function forgetMessages(transaction: Transaction<'readwrite'>, upTo: number): Promise<void> {
  let cursor = await transaction.objectStore('messages').index('settled').openCursor(IDBKeyRange.upperBound(upTo));
  while (cursor) {
    await cursor.delete();
    cursor = await cursor.continue();
  }
}

/** One key for a channel of an application. The length keeps two different pairs from giving the same text. */
function memberKey(appId: string, channel: string): string {
  return `${appId.length}:${appId}${channel}`;
}
