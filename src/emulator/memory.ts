// The state in memory: the store of tests and of pages without storage, and the working copy of the file store.

import { IndexedHeap } from './heap.ts';
import { Queue } from './queue.ts';
import { Serial } from './serial.ts';
import {
  summarize,
  type Change,
  type Counters,
  type Decision,
  type DeliveryRecord,
  type MessageRecord,
  type RegistrationStore,
  type StoreContent,
  type StoreEvent,
  type StoreReader,
} from './store.ts';
import type { DeviceRegistration, StorageStatus } from './types.ts';

interface Application {
  devices: Map<string, DeviceRegistration>;
  /** Channel → device ID → device. A channel without devices has an empty map. */
  channels: Map<string, Map<string, DeviceRegistration>>;
  /** Device ID → its deliveries, lowest sequence first. */
  deliveries: Map<string, Queue<DeliveryRecord>>;
}

/**
 * Devices, channels, messages and deliveries with the indexes that keep every call at O(log n): by device, by channel,
 * by expiration, by due time. Applies changes synchronously, so no reader ever sees half of an update.
 */
export class MemoryState implements StoreReader {
  readonly #applications = new Map<string, Application>();
  readonly #messages = new Map<string, MessageRecord>();
  /** Every settled message, lowest number first. */
  readonly #settled = new Queue<{ number: number; messageId: string }>();
  /** Every delivery, lowest sequence first. */
  readonly #deliveries = new Queue<DeliveryRecord>();
  readonly #expiring = new IndexedHeap<DeviceRegistration>();
  readonly #due = new IndexedHeap<string>();
  #counters: Counters = { deliveries: 0, settled: 0 };

  device(appId: string, deviceId: string): DeviceRegistration | undefined {
    return this.#applications.get(appId)?.devices.get(deviceId);
  }

  devices(): DeviceRegistration[] {
    return Array.from(this.#applications.values(), ({ devices }) => Array.from(devices.values())).flat();
  }

  members(appId: string, channel: string): DeviceRegistration[] {
    return [...(this.#applications.get(appId)?.channels.get(channel)?.values() ?? [])];
  }

  expired(at: number, limit: number): DeviceRegistration[] {
    return this.#expiring.upTo(at, limit);
  }

  hasChannel(appId: string, channel: string): boolean {
    return this.#applications.get(appId)?.channels.has(channel) ?? false;
  }

  channels(): { appId: string; channel: string }[] {
    return [...this.#applications].flatMap(([appId, { channels }]) =>
      [...channels.keys()].map((channel) => ({ appId, channel })),
    );
  }

  message(messageId: string): MessageRecord | undefined {
    return this.#messages.get(messageId);
  }

  dueMessage(at: number): MessageRecord | undefined {
    const next = this.#due.top();
    return next && next.rank <= at ? this.#messages.get(next.key) : undefined;
  }

  deliveries(appId: string | undefined, deviceId: string, limit: number): DeliveryRecord[] {
    const applications = appId === undefined ? [...this.#applications.values()] : [this.#applications.get(appId)];
    const found = applications.flatMap((application) => application?.deliveries.get(deviceId)?.last(limit) ?? []);
    return found.sort((a, b) => a.sequence - b.sequence).slice(-limit);
  }

  counters(): Counters {
    return this.#counters;
  }

  nextEvent(): number | undefined {
    const expires = this.#expiring.top()?.rank;
    const due = this.#due.top()?.rank;
    return expires === undefined || (due !== undefined && due < expires) ? due : expires;
  }

  content(): StoreContent {
    return {
      devices: this.devices(),
      channels: this.channels(),
      messages: [...this.#messages.values()],
      deliveries: this.#deliveries.last(),
      counters: this.#counters,
    };
  }

  /** The number of changes that it takes to build this state from nothing. */
  get size(): number {
    let size = this.#messages.size + this.#deliveries.size;
    for (const { devices, channels } of this.#applications.values()) size += devices.size + channels.size;
    return size;
  }

  /** Applies an update. The changes are the service's own or were checked; none of them can fail. */
  apply(changes: readonly Change[]): void {
    for (const change of changes) this.#applyOne(change);
  }

  #applyOne(change: Change): void {
    switch (change.type) {
      case 'put-device':
        return this.#putDevice(change.device);
      case 'remove-device':
        return this.#removeDevice(change.appId, change.deviceId);
      case 'put-channel':
        this.#channel(change.appId, change.channel);
        return;
      case 'remove-channel':
        this.#applications.get(change.appId)?.channels.delete(change.channel);
        return;
      case 'put-message':
        return this.#putMessage(change.message);
      case 'deliver': {
        const { appId, messageId, deliveredAt } = change;
        change.deviceIds.forEach((deviceId, index) => {
          this.#deliver({ sequence: change.sequence + index, appId, deviceId, messageId, deliveredAt });
        });
        return;
      }
      case 'forget-messages':
        return this.#forgetMessages(change.upTo);
      case 'forget-deliveries':
        return this.#forgetDeliveries(change.upTo);
      case 'put-counters':
        this.#counters = change.counters;
        return;
      case 'clear':
        this.#applications.clear();
        this.#messages.clear();
        this.#settled.clear();
        this.#deliveries.clear();
        this.#expiring.clear();
        this.#due.clear();
        this.#counters = { deliveries: 0, settled: 0 };
    }
  }

  #application(appId: string): Application {
    let application = this.#applications.get(appId);
    if (!application) {
      application = { devices: new Map(), channels: new Map(), deliveries: new Map() };
      this.#applications.set(appId, application);
    }
    return application;
  }

  #channel(appId: string, channel: string): Map<string, DeviceRegistration> {
    const { channels } = this.#application(appId);
    let members = channels.get(channel);
    if (!members) {
      members = new Map();
      channels.set(channel, members);
    }
    return members;
  }

  #putDevice(device: DeviceRegistration): void {
    this.#removeDevice(device.appId, device.deviceId);
    this.#application(device.appId).devices.set(device.deviceId, device);
    for (const { channel } of device.channels) this.#channel(device.appId, channel).set(device.deviceId, device);
    if (device.expiresAt !== undefined) this.#expiring.set(device, device.expiresAt);
  }

  #removeDevice(appId: string, deviceId: string): void {
    const application = this.#applications.get(appId);
    const device = application?.devices.get(deviceId);
    if (!application || !device) return;
    application.devices.delete(deviceId);
    for (const { channel } of device.channels) application.channels.get(channel)?.delete(deviceId);
    this.#expiring.delete(device);
  }

  #putMessage(message: MessageRecord): void {
    this.#messages.set(message.messageId, message);
    if (message.dueAt === undefined) this.#due.delete(message.messageId);
    else this.#due.set(message.messageId, message.dueAt);
    if (message.settled !== undefined) {
      this.#settled.push({ number: message.settled, messageId: message.messageId });
    }
  }

  #forgetMessages(upTo: number): void {
    for (let first = this.#settled.peek(); first && first.number <= upTo; first = this.#settled.peek()) {
      this.#settled.shift();
      this.#messages.delete(first.messageId);
    }
  }

  #deliver(delivery: DeliveryRecord): void {
    this.#deliveries.push(delivery);
    const { deliveries } = this.#application(delivery.appId);
    let ofDevice = deliveries.get(delivery.deviceId);
    if (!ofDevice) {
      ofDevice = new Queue();
      deliveries.set(delivery.deviceId, ofDevice);
    }
    ofDevice.push(delivery);
  }

  #forgetDeliveries(upTo: number): void {
    for (let first = this.#deliveries.peek(); first && first.sequence <= upTo; first = this.#deliveries.peek()) {
      this.#deliveries.shift();
      const deliveries = this.#applications.get(first.appId)?.deliveries;
      // The oldest of all is the oldest of its device.
      const ofDevice = deliveries?.get(first.deviceId);
      ofDevice?.shift();
      if (ofDevice?.size === 0) deliveries?.delete(first.deviceId);
    }
  }
}

/** A store in memory, empty at first. It is as durable as the page or process. */
export function memoryStore(status: StorageStatus = { kind: 'memory', persistent: false }): RegistrationStore {
  const state = new MemoryState();
  const serial = new Serial();
  const listeners = new Set<(event: StoreEvent) => void>();
  return {
    status,
    read: (look) => serial.run(() => look(state)),
    update: <T>(decide: (reader: StoreReader) => Promise<Decision<T>>) =>
      serial.run(async () => {
        const { result, changes } = await decide(state);
        state.apply(changes);
        if (changes.length > 0) for (const listener of listeners) listener(summarize(changes, 'here'));
        return result;
      }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => serial.run(async () => {}),
  };
}
