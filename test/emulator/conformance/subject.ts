// What the service is asked through: the real SDK at the one end, any adapter between, and any process at the other.

import { expect } from 'vitest';
import type {
  BackendRequest,
  DeliveredMessage,
  DeviceRegistration,
  EmulatorOptions,
  FaultSettings,
} from '../../../src/emulator/index.ts';

/** How a call of the SDK ended. A network failure has no code. */
export type Outcome =
  | { ok: true; value: unknown }
  | { ok: false; error: { message: string; code: number | undefined; status: number | undefined } };

/** What an adapter passes to the SDK unchanged; dates arrive as dates. */
export type Argument = string | number | boolean | null | undefined | Date | Argument[] | { [name: string]: Argument };

/** One instance of the SDK, for one device. */
export interface Sdk {
  /** Calls a method such as `Messaging.registerDevice`. Never rejects. */
  call(method: string, ...args: Argument[]): Promise<Outcome>;
}

export interface SdkSetup {
  /** Default `APP`. */
  appId?: string;
  /** Default `KEY`. */
  apiKey?: string;
  /** Initialize with the domain of the application instead of ID and key. */
  domain?: boolean;
  /** What goes into `setupDevice`; null: it is not called. By default {@link phone}. */
  device?: { uuid: string; platform: string; version: string | number } | null;
}

/** A service of its own, empty at first, with a clock that stands still. */
export interface Service {
  sdk(setup?: SdkSetup): Promise<Sdk>;
  /** Sends a request that the SDK would not. `url` is a path. The body of the answer comes parsed. */
  send(request: BackendRequest): Promise<{ status: number; body: unknown }>;
  /** Moves the clock. */
  advance(milliseconds: number): Promise<void>;
  devices(): Promise<DeviceRegistration[]>;
  messages(deviceId: string): Promise<DeliveredMessage[]>;
  setFaults(settings: Partial<FaultSettings>): Promise<void>;
  close(): Promise<void>;
}

/** Options that can be sent to another process. */
export type ServiceOptions = Pick<EmulatorOptions, 'apps' | 'domainApp' | 'limits' | 'statuses' | 'unknownChannel'>;

export const phone = { uuid: 'phone-1', platform: 'android', version: '14' };

/** The moment at which the clock of each service stands. */
export const startTime = Date.UTC(2026, 0, 31, 9, 0, 0, 250);

/** The service and the SDK of a test, and what tests ask of them. */
export class Subject {
  #service: Service | undefined;
  #sdk: Sdk | undefined;
  readonly #connect: (options: ServiceOptions) => Promise<Service>;

  /** `connect` starts a service whose clock stands at {@link startTime}. */
  constructor(connect: (options: ServiceOptions) => Promise<Service>) {
    this.#connect = connect;
  }

  get service(): Service {
    if (!this.#service) throw new Error('The service has not been started.');
    return this.#service;
  }

  get sdk(): Sdk {
    if (!this.#sdk) throw new Error('The service has not been started.');
    return this.#sdk;
  }

  start = async (options: ServiceOptions = {}): Promise<void> => {
    await this.#service?.close();
    this.#service = await this.#connect(options);
    await this.setUp();
  };

  /** Goes on with another instance of the SDK. */
  setUp = async (setup?: SdkSetup): Promise<void> => {
    this.#sdk = await this.service.sdk(setup);
  };

  register = (...args: Argument[]): Promise<Outcome> => this.sdk.call('Messaging.registerDevice', ...args);

  getRegistrations = (): Promise<Outcome> => this.sdk.call('Messaging.getRegistrations');

  publish = (...args: Argument[]): Promise<Outcome> => this.sdk.call('Messaging.publish', ...args);

  registered = async (...args: Argument[]): Promise<Map<string, string>> =>
    readIds(value(await this.register(...args)));

  publishedId = async (...args: Argument[]): Promise<string> => {
    const answer = value(await this.publish(...args));
    expect(answer).toEqual({ status: 'scheduled', messageId: expect.any(String), errorMessage: null });
    return String(member(answer, 'messageId'));
  };

  texts = async (deviceId = phone.uuid): Promise<unknown[]> =>
    (await this.service.messages(deviceId)).map(({ message }) => message);
}

/** A failed call with this code; `undefined`: none, as for a network failure or an error of the SDK itself. */
export function failure(code: number | undefined, message: RegExp = /\S/): unknown {
  const status = code === undefined ? undefined : expect.any(Number);
  return { ok: false, error: { code, status, message: expect.stringMatching(message) } };
}

export function value(outcome: Outcome): unknown {
  if (!outcome.ok) throw new Error(`The call failed with ${JSON.stringify(outcome.error)}`);
  return outcome.value;
}

export function member(object: unknown, name: string): unknown {
  if (typeof object !== 'object' || object === null) throw new Error(`Not an object: ${JSON.stringify(object)}`);
  return new Map<string, unknown>(Object.entries(object)).get(name);
}

/** Reads `<id>::<channel>,<id>::<channel>`. */
export function readIds(answer: unknown): Map<string, string> {
  const text = member(answer, 'registrationId');
  if (typeof text !== 'string') throw new Error(`No registrationId: ${JSON.stringify(answer)}`);
  return new Map(
    text.split(',').map((entry) => {
      const at = entry.indexOf('::');
      return [entry.slice(at + 2), entry.slice(0, at)];
    }),
  );
}
