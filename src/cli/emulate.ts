// `codeless-push-blocks emulate`: the embedded service as an HTTP server.

import { parseArgs } from 'node:util';
import {
  defaultPort,
  documentedErrors,
  openFileStore,
  startServer,
  type ApplicationKeys,
  type EmulatorServer,
  type FaultSettings,
  type ServerOptions,
} from '../emulator/node.ts';
import { exitCode, UsageError } from './failure.ts';
import type { CommandIo } from './io.ts';

/** What `emulate --help` prints. */
export const emulateHelp = `Usage: codeless-push-blocks emulate [options]

Serves the device registration and push API of Backendless on this machine, without an account.
Set Backendless.serverURL to the printed address; every application ID and API key is accepted.

Options
  --port <number>       port to listen on; 0 takes any free one (default ${defaultPort})
  --host <address>      address to listen on (default 127.0.0.1, this machine only)
  --data <file>         keep the state in this file; without it, in memory
  --app <id>:<key>      accept this application and key only; may be repeated
  --allow-origin <url>  let pages of this origin use the server too; may be repeated
  --latency <ms>        answer every request this much later
  --fault <fault>       fail on purpose: offline, lost-answer, a status from 500 to 599, or an error code such as 5004
  --quiet               print no line for each request
  --help                print this
`;

/**
 * Runs the server until SIGINT, SIGTERM or `io.signal`. Answers the exit code: 0 after a clean end, 1 when its data
 * could not be kept. Throws when it cannot run.
 */
export async function emulate(args: string[], io: CommandIo): Promise<number> {
  return run(readArguments(args), io);
}

interface EmulateOptions {
  server: ServerOptions;
  data: string | undefined;
  quiet: boolean;
}

async function run({ server: options, data, quiet }: EmulateOptions, io: CommandIo): Promise<number> {
  const store = data === undefined ? undefined : await openFileStore(data);
  const server = await startServer({
    ...options,
    ...(store && { store }),
    ...(!quiet && { log: (line) => void io.stdout.write(`${line}\n`) }),
  });
  server.emulator.subscribe((change) => {
    if (change.type === 'storage') io.stderr.write(`${change.status.reason ?? 'The data file is written again.'}\n`);
  });
  io.stdout.write(`Listening on ${server.url} (${data === undefined ? 'state in memory' : `state in ${data}`})\n`);
  await ended(io.signal);
  io.stdout.write('Closing\n');
  return close(server, io);
}

async function close(server: EmulatorServer, io: CommandIo): Promise<number> {
  await server.close();
  const { reason } = server.emulator.storage;
  if (reason === undefined) return exitCode.success;
  io.stderr.write(`${reason}\n`);
  return exitCode.failure;
}

/** Resolves at the first sign that the server should end. A second SIGINT ends the process as it always does. */
function ended(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done) => {
    const end = (): void => {
      process.off('SIGINT', end);
      process.off('SIGTERM', end);
      signal?.removeEventListener('abort', end);
      done();
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
  });
}

function readArguments(args: string[]): EmulateOptions {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      app: { type: 'string', multiple: true },
      'allow-origin': { type: 'string', multiple: true },
      latency: { type: 'string' },
      fault: { type: 'string' },
      quiet: { type: 'boolean' },
    },
  });
  const server: ServerOptions = { port: wholeNumber('port', values.port ?? String(defaultPort), 65_535) };
  if (values.host !== undefined) server.host = values.host;
  if (values['allow-origin']) server.origins = values['allow-origin'];
  if (values.app) server.apps = values.app.map(readApplication);
  server.faults = readFaults(values.latency, values.fault);
  return { server, data: values.data, quiet: values.quiet ?? false };
}

function readApplication(text: string): ApplicationKeys {
  const [, appId, apiKey] = /^([^:]+):(.+)$/.exec(text) ?? [];
  if (appId === undefined || apiKey === undefined) throw new UsageError(`--app takes <id>:<key>, not "${text}".`);
  return { appId, apiKeys: [apiKey] };
}

function readFaults(latency: string | undefined, fault: string | undefined): Partial<FaultSettings> {
  const faults: Partial<FaultSettings> = {};
  if (latency !== undefined) faults.latency = wholeNumber('latency', latency, 2 ** 31 - 1);
  if (fault === 'offline') faults.offline = true;
  else if (fault === 'lost-answer') faults.loseAnswer = true;
  else if (fault !== undefined) {
    const number = wholeNumber('fault', fault, 9999);
    if (number >= 500 && number <= 599) faults.status = number;
    else if (documentedErrors.has(number)) faults.code = number;
    else throw new UsageError(`--fault ${fault} is no status from 500 to 599 and no documented error code.`);
  }
  return faults;
}

function wholeNumber(name: string, text: string, largest: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(number <= largest)) throw new UsageError(`--${name} takes a number from 0 to ${largest}, not "${text}".`);
  return number;
}
