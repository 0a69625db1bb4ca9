// The rules of the service. Each function reads, decides and answers the changes to make; stores commit them.

import { quote, ServiceError } from './errors.ts';
import type { PublishInput, RegistrationInput } from './input.ts';
import type { Limits } from './limits.ts';
import type { Change, Counters, Decision, MessageRecord, StoreReader } from './store.ts';
import type { DeviceRegistration, MessageStatus } from './types.ts';

/** What a call works with: the moment of the request, the limits, and where new GUIDs come from. */
export interface CallContext {
  now: number;
  limits: Limits;
  newId: () => string;
}

/** The answer to publish, status and cancel calls. */
export interface MessageAnswer {
  status: MessageStatus;
  messageId: string;
  errorMessage: string | null;
}

/** A device as `GET …/registrations/<id>` shows it. */
export interface DeviceAnswer {
  deviceToken: string;
  deviceId: string;
  os: string;
  osVersion: string;
  channels: string[];
  expiration?: number;
}

/** Whether a registration is in force: expired ones are gone for every reader, swept or not. */
export function isLive(device: DeviceRegistration, now: number): boolean {
  return device.expiresAt === undefined || device.expiresAt > now;
}

/**
 * Registers a device. Channels are added to those that a device has, and the IDs of those stay; token, system and
 * expiration are those of this call. The answer names the channels of the call, in its order.
 */
export async function register(
  reader: StoreReader,
  appId: string,
  input: RegistrationInput,
  context: CallContext,
): Promise<Decision<{ registrationId: string }>> {
  const found = await reader.device(appId, input.deviceId);
  const known = found && isLive(found, context.now) ? found : undefined;
  const ids = new Map(known?.channels.map(({ channel, registrationId }) => [channel, registrationId]));
  for (const channel of input.channels) {
    if (!ids.has(channel)) ids.set(channel, context.newId());
  }
  const device: DeviceRegistration = {
    appId,
    deviceId: input.deviceId,
    deviceToken: input.deviceToken,
    os: input.os,
    osVersion: input.osVersion,
    channels: Array.from(ids, ([channel, registrationId]) => ({ channel, registrationId })),
    updatedAt: context.now,
  };
  if (input.expiration !== undefined) device.expiration = input.expiration;
  if (input.expiresAt !== undefined) device.expiresAt = input.expiresAt;

  const changes: Change[] = [];
  for (const channel of input.channels) {
    if (!(await reader.hasChannel(appId, channel))) changes.push({ type: 'put-channel', appId, channel });
  }
  changes.push({ type: 'put-device', device });
  const registrationId = input.channels.map((channel) => `${ids.get(channel)}::${channel}`).join(',');
  return { result: { registrationId }, changes };
}

/** Shows a device; 5000 when it is not registered. */
export async function getRegistration(
  reader: StoreReader,
  appId: string,
  deviceId: string,
  now: number,
): Promise<DeviceAnswer[]> {
  const device = await reader.device(appId, deviceId);
  if (!device || !isLive(device, now)) {
    throw new ServiceError(5000, `Unable to retrieve the device registration: unknown device ID ${quote(deviceId)}.`);
  }
  const answer: DeviceAnswer = {
    deviceToken: device.deviceToken,
    deviceId: device.deviceId,
    os: device.os,
    osVersion: device.osVersion,
    channels: device.channels.map(({ channel }) => channel),
  };
  if (device.expiration !== undefined) answer.expiration = device.expiration;
  return [answer];
}

/** Cancels all registrations of a device; 5001 when it has none. */
export async function cancelRegistration(
  reader: StoreReader,
  appId: string,
  deviceId: string,
  now: number,
): Promise<Decision<{ result: true }>> {
  const device = await reader.device(appId, deviceId);
  if (!device || !isLive(device, now)) {
    throw new ServiceError(5001, `Unable to cancel the device registration: unknown device ID ${quote(deviceId)}.`);
  }
  return { result: { result: true }, changes: [{ type: 'remove-device', appId, deviceId }] };
}

/** Creates a channel that no device has named yet; 5012 when it exists. */
export async function createChannel(
  reader: StoreReader,
  appId: string,
  channel: string,
): Promise<Decision<{ name: string }>> {
  if (await reader.hasChannel(appId, channel)) {
    throw new ServiceError(5012, `The channel ${quote(channel)} already exists.`);
  }
  return { result: { name: channel }, changes: [{ type: 'put-channel', appId, channel }] };
}

/**
 * Deletes a channel; 5010 when there is none. That the registrations with it go too, and a device that is left without
 * any, is the emulator's own rule.
 */
export async function deleteChannel(
  reader: StoreReader,
  appId: string,
  channel: string,
): Promise<Decision<{ result: true }>> {
  if (!(await reader.hasChannel(appId, channel))) throw noChannel(channel);
  const changes: Change[] = [];
  for (const device of await reader.members(appId, channel)) {
    const channels = device.channels.filter((registration) => registration.channel !== channel);
    changes.push(
      channels.length === 0
        ? { type: 'remove-device', appId, deviceId: device.deviceId }
        : { type: 'put-device', device: { ...device, channels } },
    );
  }
  changes.push({ type: 'remove-channel', appId, channel });
  return { result: { result: true }, changes };
}

/**
 * Publishes a message, now or at its time. As in the real service the answer says `scheduled` either way: the status is
 * asked for afterwards. A time that has passed means now, which is the emulator's own rule.
 */
export async function publish(
  reader: StoreReader,
  appId: string,
  channel: string,
  input: PublishInput,
  context: CallContext & { unknownChannel: 'accept' | 'refuse' },
): Promise<Decision<MessageAnswer>> {
  if (context.unknownChannel === 'refuse' && !(await reader.hasChannel(appId, channel))) throw noChannel(channel);
  const { publishAt, ...rest } = input;
  const messageId = `message:${context.newId()}`;
  const message: MessageRecord = { messageId, appId, channel, ...rest, status: 'scheduled' };
  const dueAt = publishAt === undefined || publishAt <= context.now ? context.now : publishAt;
  const result: MessageAnswer = { status: 'scheduled', messageId, errorMessage: null };
  if (dueAt > context.now) {
    return { result, changes: [{ type: 'put-message', message: { ...message, dueAt } }] };
  }
  return { result, changes: await deliver(reader, message, dueAt, context) };
}

/** The status of a message. `unknown` for an ID that the service does not know (any more). */
export async function messageStatus(reader: StoreReader, appId: string, messageId: string): Promise<MessageAnswer> {
  const message = await reader.message(messageId);
  const status = message?.appId === appId ? message.status : 'unknown';
  return { status, messageId, errorMessage: null };
}

/** Cancels a scheduled message; 5040 when it is not scheduled. */
export async function cancelMessage(
  reader: StoreReader,
  appId: string,
  messageId: string,
  context: CallContext,
): Promise<Decision<MessageAnswer>> {
  const message = await reader.message(messageId);
  if (message?.appId !== appId || message.status !== 'scheduled') {
    throw new ServiceError(5040, `The message ${quote(messageId)} has already been cancelled or does not exist.`);
  }
  // The documents spell it `cancelled` for the JavaScript SDK and `canceled` for REST; the former is whom this serves.
  return {
    result: { status: 'cancelled', messageId, errorMessage: null },
    changes: settle({ ...message, status: 'cancelled' }, await reader.counters(), context.limits),
  };
}

/** How much one step of {@link catchUp} removes at most, so that other calls get their turn between steps. */
const sweepBatch = 1000;

/**
 * Does what time has brought: delivers the messages that are due, in the order of their times, each to the devices that
 * were registered at its own time; then removes what has expired. One call is one step; the result says whether there
 * is more. Every call of the service is preceded by it, so that its outcome does not depend on any timer.
 */
export async function catchUp(
  reader: StoreReader,
  context: Pick<CallContext, 'now' | 'limits'>,
): Promise<Decision<boolean>> {
  const message = await reader.dueMessage(context.now);
  if (message?.dueAt !== undefined) {
    return {
      result: true,
      changes: await deliver(reader, message, firstDelivery(message, message.dueAt, context), context),
    };
  }
  const expired = await reader.expired(context.now, sweepBatch);
  return {
    result: expired.length === sweepBatch,
    changes: expired.map(({ appId, deviceId }) => ({ type: 'remove-device', appId, deviceId })),
  };
}

/** The changes that deliver a message at a moment, and make it wait for its next time or settle it. */
async function deliver(
  reader: StoreReader,
  message: MessageRecord,
  at: number,
  { limits }: Pick<CallContext, 'limits'>,
): Promise<Change[]> {
  const { appId, messageId } = message;
  const deviceIds = message.push ? await recipients(reader, message, at) : [];
  const before = await reader.counters();
  const counters = { ...before, deliveries: before.deliveries + deviceIds.length };
  const next = nextDelivery(message, at);
  const changes: Change[] =
    next === undefined
      ? settle({ ...message, status: 'published' }, counters, limits)
      : [
          { type: 'put-message', message: { ...message, dueAt: next } },
          { type: 'put-counters', counters },
        ];
  if (deviceIds.length > 0) {
    changes.push({ type: 'deliver', appId, messageId, deliveredAt: at, sequence: before.deliveries + 1, deviceIds });
    if (counters.deliveries > limits.keptDeliveries) {
      changes.push({ type: 'forget-deliveries', upTo: counters.deliveries - limits.keptDeliveries });
    }
  }
  return changes;
}

/** The devices that a message reaches at a moment: on its channel, in force, and among those it was meant for. */
async function recipients(reader: StoreReader, message: MessageRecord, at: number): Promise<string[]> {
  const { appId, channel, systems } = message;
  const candidates: (DeviceRegistration | undefined)[] = [];
  if (message.deviceIds) {
    for (const deviceId of message.deviceIds) candidates.push(await reader.device(appId, deviceId));
  } else {
    candidates.push(...(await reader.members(appId, channel)));
  }
  return candidates
    .filter((device) => device !== undefined)
    .filter((device) => isLive(device, at) && device.channels.some((registration) => registration.channel === channel))
    .filter(({ os }) => systems === undefined || systems.includes(os))
    .map(({ deviceId }) => deviceId);
}

/**
 * When a message that was due at `dueAt` is delivered first. If it repeats and nothing ran for a while, only the last
 * `limits.madeUpRepeats` of its times are made up for.
 */
function firstDelivery(
  { repeatEvery, repeatUntil }: MessageRecord,
  dueAt: number,
  { now, limits }: Pick<CallContext, 'now' | 'limits'>,
): number {
  if (repeatEvery === undefined) return dueAt;
  const last = repeatUntil === undefined ? now : Math.min(now, repeatUntil - 1);
  const passed = Math.floor((last - dueAt) / repeatEvery) + 1;
  return dueAt + repeatEvery * Math.max(0, passed - limits.madeUpRepeats);
}

/** When a message that is delivered at `at` is due again, if ever. */
function nextDelivery({ repeatEvery, repeatUntil }: MessageRecord, at: number): number | undefined {
  if (repeatEvery === undefined) return undefined;
  const next = at + repeatEvery;
  return repeatUntil !== undefined && next >= repeatUntil ? undefined : next;
}

/** The changes for a message that waits for nothing any more: it is numbered, and the oldest such are forgotten. */
function settle(message: MessageRecord, before: Counters, limits: Limits): Change[] {
  const settled = before.settled + 1;
  const record = { ...message, settled };
  if (record.dueAt !== undefined) delete record.dueAt;
  const changes: Change[] = [
    { type: 'put-message', message: record },
    { type: 'put-counters', counters: { ...before, settled } },
  ];
  if (settled > limits.keptMessages) changes.push({ type: 'forget-messages', upTo: settled - limits.keptMessages });
  return changes;
}

function noChannel(channel: string): ServiceError {
  return new ServiceError(5010, `The channel ${quote(channel)} was not found.`);
}
