/** Faults on purpose in words. */
import { documentedErrors, type FaultSettings } from '../src/emulator/index.ts';
import type { Messages } from './messages.ts';

/** The failure that settings bring, by a name: `none`, `offline`, `lost-answer`, or the number of a status or code. */
export function failureOf({ offline, loseAnswer, code, status }: Readonly<FaultSettings>): string {
  if (offline) return 'offline';
  if (code !== undefined) return String(code);
  if (status !== undefined) return String(status);
  return loseAnswer ? 'lost-answer' : 'none';
}

/** A failure by its name, in words. */
export function describeFailure(name: string, messages: Messages): string {
  if (name === 'none') return messages.faultNone;
  if (name === 'offline') return messages.faultOffline;
  if (name === 'lost-answer') return messages.faultLostAnswer;
  const number = Number(name);
  const meaning = messages.faultMeanings[number] ?? documentedErrors.get(number);
  return meaning === undefined ? messages.faultStatus(number) : messages.faultCode(number, meaning);
}

/** How much slower answers are, in words. */
export function describeDelay(milliseconds: number, messages: Messages): string {
  return milliseconds === 0 ? messages.faultNoLatency : messages.faultSlower(milliseconds / 1000);
}

/** All that settings do, in a few words. */
export function describeFaults(settings: Readonly<FaultSettings>, messages: Messages): string {
  const failure = failureOf(settings);
  const words = [];
  if (settings.code !== undefined && failure === String(settings.code))
    words.push(messages.backendlessError(settings.code));
  else if (failure !== 'none') words.push(describeFailure(failure, messages));
  if (settings.latency > 0) words.push(describeDelay(settings.latency, messages));
  return words.join(' · ');
}
