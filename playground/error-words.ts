/** What a run that failed is told about: what happened, in plain words, and what to do. */
import type { Exchange, RunError } from '../src/editor/index.ts';
import type { Messages } from './messages.ts';

/** An error as a person reads it. */
export interface ErrorWords {
  text: string;
  advice?: string | undefined;
  /** Whether another choice of the backend may be what helps. */
  isAboutBackend?: boolean;
}

/** What is known besides the error itself. */
export interface ErrorSurroundings {
  /** The host of the person's own app; undefined while the service is simulated. */
  ownHost: string | undefined;
  /** The last request of the block that failed. */
  exchange: Exchange | undefined;
}

/** Kinds of error whose message says it all. */
const namesOfNoInterest: ReadonlySet<string> = new Set(['Error', 'ProgramError', 'RunnerError']);

/** What the SDK says when a request gets no answer at all. */
const noAnswer = 'Network Error';

/** The application or its key is unknown. */
const unknownApp = 2002;

/** Statuses of a service that failed as a whole, behind its gateway or at it. */
const isOfServer = (status: number | undefined): boolean => status !== undefined && status >= 500 && status < 600;

/** Puts an error into words. */
export function explain(error: RunError, messages: Messages, { ownHost, exchange }: ErrorSurroundings): ErrorWords {
  const { name, message, code } = error;
  const { states, backend, errorAdvice } = messages;
  if (name === 'RunnerError') return { text: states.runnerMissing, advice: states.runnerMissingAdvice };
  const hasCode = code !== undefined;
  const title = hasCode ? messages.backendlessError(code) : namesOfNoInterest.has(name) ? '' : name;
  const text = title === '' ? message : `${title}: ${message}`;
  // Of some of these the SDK says no more than that there is no connection.
  if (isOfServer(code ?? exchange?.response?.status))
    return { text, advice: errorAdvice[code ?? 500] ?? errorAdvice[500] };
  if (ownHost !== undefined) {
    const about = (advice: string): ErrorWords => ({ text, advice, isAboutBackend: true });
    if (code === unknownApp) return about(backend.ownUnknown);
    if (message === noAnswer) return about(backend.ownNoAnswer(ownHost));
    if (!hasCode && exchange?.response && !isJson(exchange.response.body)) return about(backend.ownStrange(ownHost));
  }
  if (hasCode) return { text, advice: errorAdvice[code] };
  return message === noAnswer ? { text, advice: states.noAnswerAdvice } : { text };
}

/** Backendless answers with JSON, or with nothing. */
function isJson(body: string): boolean {
  if (body === '') return true;
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}
