/** The devices that a person simulates, and the one of them that programs run on. Kept in the browser. */
import type { EditorRunOptions } from '../src/editor/index.ts';
import { readPreference, writePreference } from './preferences.ts';

const preference = 'devices';
const mostDevices = 12;
const mostText = 100;

export const platforms = ['ANDROID', 'IOS'] as const;

/** What a device runs. */
export type Platform = (typeof platforms)[number];

/** A device that is not there, as a program sees it. */
export interface SimulatedDevice {
  uuid: string;
  /** As the person calls it. */
  name: string;
  platform: Platform;
  version: string;
  /** In place of the token of a push service. */
  token: string;
}

const versions: Record<Platform, string> = { ANDROID: '16', IOS: '26' };

const first: SimulatedDevice = {
  uuid: 'example-device',
  name: 'Pixel',
  platform: 'ANDROID',
  version: versions.ANDROID,
  token: 'example-device-token',
};

/** The devices, at least one. */
export class Devices {
  readonly #listeners = new Set<() => void>();
  #all: SimulatedDevice[];
  #current: string;

  constructor() {
    const kept = readKept();
    this.#all = kept.devices.length > 0 ? kept.devices : [first];
    const found = this.#all.find(({ uuid }) => uuid === kept.current) ?? this.#all[0];
    this.#current = found?.uuid ?? first.uuid;
  }

  get all(): readonly SimulatedDevice[] {
    return this.#all;
  }

  /** The device that programs run on. */
  get current(): SimulatedDevice {
    return this.#all.find(({ uuid }) => uuid === this.#current) ?? this.#all[0] ?? first;
  }

  /** Whether there is room for another. */
  get hasRoom(): boolean {
    return this.#all.length < mostDevices;
  }

  /** Adds a device of its own, under this name and a number where there is one of that name. */
  add(platform: Platform, name: string): SimulatedDevice {
    const names = new Set(this.#all.map((device) => device.name));
    let free = name;
    for (let number = 2; names.has(free); number++) free = `${name} ${number}`;
    const uuid = crypto.randomUUID();
    const device = { uuid, name: free, platform, version: versions[platform], token: `token-of-${uuid}` };
    this.#all = [...this.#all, device];
    this.#changed();
    return device;
  }

  rename(uuid: string, name: string): void {
    const wanted = name.trim().slice(0, mostText);
    if (wanted === '') return;
    this.#all = this.#all.map((device) => (device.uuid === uuid ? { ...device, name: wanted } : device));
    this.#changed();
  }

  /** Removes a device, unless it is the last. Gives the way to take that back. */
  remove(uuid: string): (() => void) | undefined {
    if (this.#all.length < 2) return undefined;
    const before = { all: this.#all, current: this.#current };
    this.#all = this.#all.filter((device) => device.uuid !== uuid);
    if (this.#current === uuid) this.#current = this.current.uuid;
    this.#changed();
    return () => {
      this.#all = before.all;
      this.#current = before.current;
      this.#changed();
    };
  }

  /** Says on which device programs run from now on. */
  choose(uuid: string): void {
    this.#current = uuid;
    this.#changed();
  }

  /** Calls the listener after every change from now on. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  #changed(): void {
    writePreference(preference, JSON.stringify({ current: this.#current, devices: this.#all }));
    for (const listener of this.#listeners) listener();
  }
}

/** What a run needs to be on this device. */
export function runOn({ uuid, platform, version, token }: SimulatedDevice): EditorRunOptions {
  return { deviceToken: token, device: { uuid, platform, version } };
}

/** What is kept, as far as it can be read: it may come from another version of the page. */
function readKept(): { current: unknown; devices: SimulatedDevice[] } {
  try {
    const kept: unknown = JSON.parse(readPreference(preference) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('devices' in kept) || !Array.isArray(kept.devices)) {
      return { current: undefined, devices: [] };
    }
    const devices = kept.devices.slice(0, mostDevices).filter(isDevice);
    return { current: 'current' in kept ? kept.current : undefined, devices };
  } catch {
    return { current: undefined, devices: [] };
  }
}

function isDevice(value: unknown): value is SimulatedDevice {
  if (typeof value !== 'object' || value === null) return false;
  const isText = (key: string): boolean => {
    const text: unknown = Reflect.get(value, key);
    return typeof text === 'string' && text !== '' && text.length <= mostText;
  };
  const platform: unknown = Reflect.get(value, 'platform');
  return ['uuid', 'name', 'version', 'token'].every(isText) && platforms.some((known) => known === platform);
}
