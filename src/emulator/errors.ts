// The errors that the service answers with.

/**
 * The documented error codes of the messaging API with the sentence that a fault on purpose answers.
 * An error found in a real request says more: it names the property or the value.
 */
export const documentedErrors: ReadonlyMap<number, string> = new Map([
  [2002, 'Unknown application ID or API key.'],
  [5000, 'Unable to retrieve the device registration: unknown device ID.'],
  [5001, 'Unable to cancel the device registration: unknown device ID.'],
  [5002, 'Unable to subscribe: unknown channel.'],
  [5003, 'Invalid expiration date.'],
  [5004, 'Invalid expiration date. The expiration date must be after the current time.'],
  [5005, 'The registration is not valid JSON.'],
  [5006, 'The registration is empty.'],
  [5007, 'No permission to publish the message.'],
  [5010, 'The channel was not found.'],
  [5011, 'The device ID is missing.'],
  [5012, 'The channel already exists.'],
  [5040, 'The message has already been cancelled or does not exist.'],
  [5043, 'The channel could not be registered.'],
  [5044, 'The channel name contains an invalid character.'],
  [8000, 'A property value exceeds the length limit.'],
  [8002, 'The request cannot be parsed.'],
  [8003, 'A required parameter is missing.'],
]);

/**
 * The HTTP status that goes with a code. No document names them; that a request the service refuses is a 400 is the
 * emulator's own rule, and so are the codes 404, 405, 413 and 500, which repeat the status of a request that
 * never reached an operation. `EmulatorOptions.statuses` changes any of them.
 */
export const defaultStatuses: ReadonlyMap<number, number> = new Map([
  [404, 404],
  [405, 405],
  [413, 413],
  [500, 500],
]);

/** An error of the service, to be answered as `{code, message}`. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: number;

  constructor(code: number, message: string = documentedErrors.get(code) ?? `Error ${code}.`) {
    super(message);
    this.code = code;
  }
}

/** A value as it may stand in an error message: never longer than a line, and safe for a value of any depth. */
export function quote(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= 80 ? text : `${text.slice(0, 77)}…`;
}
