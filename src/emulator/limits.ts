/**
 * Limits of the service. No document gives the real ones: all of these are the emulator's own. Lengths are counted in
 * UTF-16 code units, as `String.length` does.
 */
export interface Limits {
  /** Length of a device token; 8000 above it. Default 1024. */
  deviceToken: number;
  /** Length of a device ID; 8000 above it. Default 255. */
  deviceId: number;
  /** Length of the name of an operating system; 8000 above it. Default 32. */
  os: number;
  /** Length of the version of an operating system; 8000 above it. Default 64. */
  osVersion: number;
  /** Length of a channel name; 8000 above it. Default 255. */
  channel: number;
  /** Number of channels in one registration; 8000 above it. Default 1000. */
  channels: number;
  /** Length of a message as JSON; 8000 above it. Default 65,536. */
  message: number;
  /** Length of all headers of a message as JSON; 8000 above it. Default 65,536. */
  headers: number;
  /** Levels of nesting in a message; 8000 above it. Default 64. */
  depth: number;
  /** Length of a request's body; 413 above it. Default 1,048,576. */
  body: number;
  /** Published and cancelled messages whose status is kept; older ones become `unknown`. Default 10,000. */
  keptMessages: number;
  /** Deliveries kept, over all devices; older ones are forgotten. Default 100,000. */
  keptDeliveries: number;
  /** How many missed deliveries of a repeating message are made up for after nothing ran for a while. Default 100. */
  madeUpRepeats: number;
}

export const defaultLimits: Readonly<Limits> = {
  deviceToken: 1024,
  deviceId: 255,
  os: 32,
  osVersion: 64,
  channel: 255,
  channels: 1000,
  message: 65_536,
  headers: 65_536,
  depth: 64,
  body: 1_048_576,
  keptMessages: 10_000,
  keptDeliveries: 100_000,
  madeUpRepeats: 100,
};
