/** How much of a program's output and how many of its requests are taken. Both sides of the sandbox keep to these. */

/** Times, in milliseconds. */
export const DEFAULT_TIMEOUT = 60_000;
export const DEFAULT_HEARTBEAT = 5_000;
/** For the runner page to load, and for a worker to get ready. */
export const START_LIMIT = 20_000;
/** For a page that has loaded to say that it is the runner's. */
export const ANSWER_LIMIT = 5_000;
/** At most one message of collected output in this time. */
export const FLUSH_INTERVAL = 50;

/** For which a program is held at one statement. */
export const LONGEST_DELAY = 60_000;

/** Console entries of a run. */
export const CONSOLE_ENTRIES = 5_000;
/** Weight of all console entries of a run: their characters, and {@link VALUE_WEIGHT} for each value. */
export const CONSOLE_WEIGHT = 2_000_000;
export const VALUE_WEIGHT = 8;
/** Entries in one message. */
export const CONSOLE_BATCH = 100;

/** Values within values. */
export const VALUE_DEPTH = 6;
/** Members shown of one object, list, map or set. */
export const VALUE_MEMBERS = 100;
/** Values of one entry, all levels together. */
export const VALUE_COUNT = 2_000;
/** UTF-16 code units of one text. */
export const TEXT_LENGTH = 10_000;
/** UTF-16 code units of all texts of one entry. */
export const ENTRY_LENGTH = 100_000;
/** UTF-16 code units of a name: a property, a class, a function. */
export const NAME_LENGTH = 200;

/** Variables shown of one function. */
export const VARIABLES = 100;

/** How much of values is copied. */
export interface Caps {
  /** Values within values. */
  depth: number;
  /** Members shown of one object, list, map or set. */
  members: number;
  /** Values, all levels together. */
  count: number;
  /** UTF-16 code units of one text. */
  text: number;
  /** UTF-16 code units of all texts. */
  texts: number;
}

/** Of one console entry. */
export const ENTRY_CAPS: Caps = {
  depth: VALUE_DEPTH,
  members: VALUE_MEMBERS,
  count: VALUE_COUNT,
  text: TEXT_LENGTH,
  texts: ENTRY_LENGTH,
};
/** Of one variable: they are copied at each step. */
export const VARIABLE_CAPS: Caps = { depth: 4, members: 50, count: 200, text: 1_000, texts: 5_000 };

/** Block IDs in one message. */
export const TRACE_BATCH = 100;

/** UTF-16 code units of the address and of the body of one request. */
export const URL_LENGTH = 8_192;
export const BODY_LENGTH = 4 * 1024 * 1024;
/** Headers of one request. */
export const HEADERS = 64;
/** Requests that wait for an answer. */
export const OPEN_REQUESTS = 1_000;
/** Questions that wait for an answer. */
export const OPEN_PROMPTS = 100;

/** Messages of a worker between two heartbeats. Far more than a program can cause without meaning harm. */
export const MESSAGES_PER_BEAT = 20_000;
