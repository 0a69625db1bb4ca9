/** The service that a running program talks to, as the host provides it. */

/** A request of the SDK. */
export interface BackendRequest {
  method: string;
  /** Absolute, below the server URL that the run allows. */
  url: string;
  headers: Record<string, string>;
  body: string | null;
}

/** An answer of the service, whatever its status. */
export interface BackendResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * Answers requests. A rejection is a network failure, which the SDK reports as `Network Error`.
 * The signal is aborted when the run ends, or gives the request up.
 */
export type BackendHandler = (request: BackendRequest, signal?: AbortSignal) => Promise<BackendResponse>;

/** One request of a run and what came of it. */
export interface Exchange {
  request: BackendRequest;
  /** Absent when there was none: refused, aborted, or a network failure. */
  response?: BackendResponse;
  /** Why there is no response, in a sentence. */
  error?: string;
  /** When the request was made, in milliseconds since 1970. */
  time: number;
  /** Milliseconds from request to response or failure. */
  duration: number;
  /** The block of a traced program that made it. */
  blockId?: string;
}
