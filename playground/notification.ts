/** What a push message looks like on a phone: the headers of the platform come before the bare message. */
import type { DeliveredMessage } from '../src/emulator/index.ts';

/** A message as a phone shows it. */
export interface PhoneNotification {
  /** Orders the notifications of all phones; later is larger. */
  sequence: number;
  title: string | undefined;
  /** iOS only. */
  subtitle: string | undefined;
  body: string;
  badge: string | undefined;
  channel: string;
  /** Milliseconds since 1970. */
  time: number;
}

/** Reads a message for a platform; `undefined` for one that a phone would show nothing of. */
export function notificationOf(delivered: DeliveredMessage, os: string): PhoneNotification | undefined {
  const { sequence, message, headers, channel, deliveredAt } = delivered;
  const header = (name: string): string | undefined => (Object.hasOwn(headers, name) ? headers[name] : undefined);
  const text = typeof message === 'string' ? message : JSON.stringify(message);
  const isIos = os === 'IOS';
  // A message that wakes the app and shows nothing.
  if (isIos && header('ios-content-available') !== undefined && header('ios-alert-body') === undefined) {
    if (header('ios-alert-title') === undefined) return undefined;
  }
  return {
    sequence,
    title: header(isIos ? 'ios-alert-title' : 'android-content-title'),
    subtitle: isIos ? header('ios-alert-subtitle') : undefined,
    body: header(isIos ? 'ios-alert-body' : 'android-content-text') ?? text,
    badge: isIos ? header('ios-badge') : undefined,
    channel,
    time: deliveredAt,
  };
}
