// The public shapes of the embedded service. Times are milliseconds since the epoch unless a name says otherwise.

/** A request as any transport hands it over: an XMLHttpRequest class, an HTTP server, a test. */
export interface BackendRequest {
  /** The HTTP method; case does not matter. */
  method: string;
  /** An absolute URL or only its path. */
  url: string;
  /** Header names in any case. */
  headers: Record<string, string>;
  /** The body as text; `null` when there is none. */
  body: string | null;
}

/** The answer to a {@link BackendRequest}. The body is JSON text. */
export interface BackendResponse {
  /** The HTTP status. */
  status: number;
  /** Header names in lower case. */
  headers: Record<string, string>;
  /** JSON text. */
  body: string;
}

/**
 * Answers a request. Every error of the service is an answer (`{code, message}` with a status of 400 or more);
 * the promise rejects only where a network would have failed, or when `signal` was aborted before anything was written.
 */
export type BackendHandler = (request: BackendRequest, signal?: AbortSignal) => Promise<BackendResponse>;

/** A device's registration with one channel. */
export interface ChannelRegistration {
  /** The channel's name, exactly as it was given. */
  channel: string;
  /** A GUID in upper case. It stays the same when the device registers with the channel again. */
  registrationId: string;
}

/** A device that is registered at this moment. */
export interface DeviceRegistration {
  /** The application that the device is registered with. */
  appId: string;
  /** What the SDK calls `uuid`. */
  deviceId: string;
  /** The token that the push service gave the device, as of the last registration. */
  deviceToken: string;
  /** `ANDROID`, `IOS`, … in upper case. */
  os: string;
  /** The version of the operating system, as text. */
  osVersion: string;
  /** The expiration exactly as it was sent: seconds, fractional seconds or milliseconds. Absent: never expires. */
  expiration?: number;
  /** The same moment in milliseconds since the epoch. Absent: never expires. */
  expiresAt?: number;
  /** In the order in which the device joined them. */
  channels: ChannelRegistration[];
  /** When the device last registered. */
  updatedAt: number;
}

/** A channel that exists, with the number of devices registered with it now. */
export interface ChannelSummary {
  appId: string;
  channel: string;
  devices: number;
}

/** Any value that JSON can carry. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** A push notification as it arrived at one device. */
export interface DeliveredMessage {
  /** Orders all deliveries of a store; later is larger. */
  sequence: number;
  messageId: string;
  appId: string;
  deviceId: string;
  channel: string;
  /** What was published: text as a rule, though any JSON value is passed on. */
  message: JsonValue;
  /** The headers that the publisher set, such as `android-content-title` or `ios-badge`. */
  headers: Record<string, string>;
  /** Who published, if the publisher said so. */
  publisherId?: string;
  /** The moment of delivery. */
  deliveredAt: number;
}

/** What the documents of Backendless call the status of a message. */
export type MessageStatus = 'scheduled' | 'published' | 'cancelled' | 'failed' | 'unknown';

/** What became different. `origin` says whether this emulator did it or another one on the same store (another tab). */
export type EmulatorChange =
  /** Devices were registered, changed, cancelled or expired, or channels came or went. */
  | { type: 'registrations'; origin: 'here' | 'elsewhere' }
  /** Messages were published, delivered or cancelled. */
  | { type: 'messages'; origin: 'here' | 'elsewhere' }
  /** The state was emptied or replaced as a whole. */
  | { type: 'reset'; origin: 'here' | 'elsewhere' }
  /** The storage changed its status; see {@link StorageStatus}. */
  | { type: 'storage'; status: StorageStatus }
  /** The faults on purpose were changed. */
  | { type: 'faults' };

/** Where the state is kept, and whether it will survive. */
export interface StorageStatus {
  /** Where changes go now. */
  kind: 'memory' | 'indexeddb' | 'file';
  /** Whether what is written now survives a reload or a restart. */
  persistent: boolean;
  /** Why a store that should be persistent is not, in plain words. Absent when all is as it should be. */
  reason?: string;
  /** The same in one word, for a page that says it in its own language. Only in a browser. */
  failure?: StorageFailure;
}

/**
 * - `full`: the browser has no more room.
 * - `denied`: it lets the page store nothing.
 * - `newer-page`: a newer version of the page has changed what is stored.
 * - `failed`: something else went wrong in the browser.
 */
export type StorageFailure = 'full' | 'denied' | 'newer-page' | 'failed';
