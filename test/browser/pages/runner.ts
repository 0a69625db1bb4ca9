/** The host side of the runner tests: offers the runner to the test, which drives this page. */

import {
  createRunner,
  type BackendRequest,
  type BackendResponse,
  type ConsoleEntry,
  type Exchange,
  type Run,
  type Runner,
  type RunOutcome,
  type RunRequest,
  type Scope,
} from '../../../src/runner/index.ts';

/** What a run told its host, and how it ended. */
export interface Report {
  outcome: RunOutcome;
  console: ConsoleEntry[];
  /** The texts of the console entries. */
  lines: string[];
  trace: string[];
  exchanges: Exchange[];
  prompts: string[];
  /** The values of variables, whenever they were told. */
  scopes: Scope[];
  /** The blocks it was paused at. */
  pauses: string[];
}

/** A request with what can be sent to the page: answers instead of functions. */
export interface Script extends Omit<
  RunRequest,
  'onConsole' | 'onTrace' | 'onRequest' | 'onPrompt' | 'onScope' | 'onPause' | 'onResume'
> {
  /** Given to the program's questions, in turn. */
  answers?: (string | null)[];
  /** Leave the program's questions open. */
  isSilent?: boolean;
}

type Heard = Omit<Report, 'outcome'>;

/** A run, what it has told so far, and in the end all of it. */
interface Started {
  run: Run;
  heard: Heard;
  report: Promise<Report>;
}

const APP = { appId: 'APP', apiKey: 'KEY', serverURL: 'https://backend.test' };
const DEVICE = { uuid: 'device-1', platform: 'ANDROID', version: '14' };
const MAIN = { name: 'main', parameters: ['deviceToken', 'prompt'] };

/** A service of a few lines: registers devices, never answers below /slow, breaks the line below /broken. */
async function handle(request: BackendRequest, signal?: AbortSignal): Promise<BackendResponse> {
  const path = new URL(request.url).pathname.replace(/^\/APP\/KEY/, '');
  if (path.startsWith('/slow')) {
    return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  }
  if (path.startsWith('/broken')) throw new Error('The line is dead.');
  if (request.method === 'POST' && path === '/messaging/registrations') return register(request.body ?? '');
  return answer(path === '/info' ? 200 : 404, path === '/info' ? {} : { code: 1, message: `Nothing at ${path}` });
}

function register(body: string): BackendResponse {
  const given: { channels?: string[]; expiration?: number } = JSON.parse(body);
  const { channels = ['default'], expiration } = given;
  if (expiration !== undefined && expiration * 1000 < Date.now()) {
    return answer(400, { code: 5004, message: 'The expiration date must be after the current time.' });
  }
  return answer(200, { registrationId: channels.map((channel, index) => `ID${index + 1}::${channel}`).join(',') });
}

function answer(status: number, data: object): BackendResponse {
  return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(data) };
}

let runner: Runner = createRunner({ url: '../../../runner.html', handle });

/** Starts a program and gathers what it tells. Without an entry it calls `main`. */
function start({ answers = [], isSilent, ...request }: Script): Started {
  const heard: Heard = { console: [], lines: [], trace: [], exchanges: [], prompts: [], scopes: [], pauses: [] };
  const run = runner.run({
    app: APP,
    device: DEVICE,
    deviceToken: 'TOKEN',
    entry: MAIN,
    ...request,
    onConsole(entry) {
      heard.console.push(entry);
      heard.lines.push(entry.text);
    },
    onTrace: (blockId) => heard.trace.push(blockId),
    onScope: (scope) => heard.scopes.push(scope),
    onPause: (blockId) => heard.pauses.push(blockId),
    onRequest: (exchange) => heard.exchanges.push(exchange),
    onPrompt: async (message) => {
      heard.prompts.push(message);
      if (isSilent) await new Promise(() => {});
      return answers.shift() ?? null;
    },
  });
  return { run, heard, report: run.finished.then((outcome) => ({ outcome, ...heard })) };
}

const host = {
  createRunner,
  handle,
  start,
  /** Runs a program to its end. */
  run: (script: Script): Promise<Report> => start(script).report,
  /** Takes another runner for what follows. */
  use(options: Partial<Parameters<typeof createRunner>[0]>): Runner {
    runner.dispose();
    runner = createRunner({ url: '../../../runner.html', handle, ...options });
    return runner;
  },
  dispose: (): void => runner.dispose(),
};

declare global {
  interface Window {
    host: typeof host;
  }
}

window.host = host;
