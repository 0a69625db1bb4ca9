/** Runs the program of an editor and shows on the blocks how it went. */
import type * as Blockly from 'blockly';
import { setWarnings } from '../../blocks/index.ts';
import type { Compilation } from '../../generators/typescript/compilation.ts';
import type { BackendHandler, Runner, RunOutcome } from '../runner/index.ts';
import { toError, type Emitter, type RunEvent } from './events.ts';
import { blockAt } from './locate.ts';
import type { EditorBackend, EditorRun, EditorRunOptions } from './options.ts';
import { serverHandler, serverRoot } from './server-backend.ts';
import { Steering } from './steering.ts';

/** ID of the sign that a failed run leaves on a block. */
const WARNING_ID = 'cpb_run';

/** What programs run with where the host does not say. No request of a program leaves the page. */
const DEFAULTS = {
  deviceToken: 'example-device-token',
  device: { uuid: 'example-device', platform: 'ANDROID', version: '16' },
  app: { appId: 'example-app', apiKey: 'example-key', serverURL: 'https://backend.invalid' },
} as const;

type Finished = Awaited<EditorRun['finished']>;

/** What a run needs from its editor. */
export interface RunContext {
  /** The workspace as it is now. */
  workspace(): Blockly.WorkspaceSvg;
  emitter: Emitter;
  /** Compiles the program as it is now, with calls that tell which block is reached, or hold there. */
  compile(trace: true | 'step'): Compilation;
  /** Until there is a compiler; null when there is one. Rejects when it cannot be fetched. */
  compiler(): Promise<void> | null;
  highlight(blockId: string | null): void;
}

/** Where programs run, and what they talk to; what is undefined stays as it is. */
export interface RunSettings {
  url: string | URL | undefined;
  backend: EditorBackend | undefined;
}

/** The runs of one editor, one at a time. */
export class Runs {
  readonly #context: RunContext;
  #url: string | URL = 'runner.html';
  #backend: EditorBackend = { mode: 'emulator' };
  #runner: Promise<Runner> | null = null;
  #current: EditorRun | null = null;
  #failedBlock: string | null = null;
  #disposed = false;

  constructor(context: RunContext) {
    this.#context = context;
  }

  /** Says what later runs talk to. A run that is under way is stopped. */
  configure({ url = this.#url, backend = this.#backend }: RunSettings): void {
    if (url === this.#url && backend === this.#backend) return;
    this.#current?.stop();
    this.#dropRunner();
    this.#url = url;
    this.#backend = backend;
  }

  /** Starts a run; one that is under way is stopped first. */
  start(options: EditorRunOptions = {}): EditorRun {
    this.#current?.stop();
    this.clearFailure();
    const stopping = new AbortController();
    const steering = new Steering(options.stepping);
    const finished = this.#run(options, steering, stopping.signal).then((result) => {
      if (this.#current === run) this.#current = null;
      if (!this.#disposed) {
        this.#showFailure(result);
        this.#emit({ type: 'finished', ...result });
      }
      return result;
    });
    const run: EditorRun = {
      stop: () => stopping.abort(),
      pause: () => steering.pause(),
      resume: () => steering.resume(),
      step: () => steering.step(),
      setDelay: (milliseconds) => steering.setDelay(milliseconds),
      finished,
    };
    this.#current = run;
    return run;
  }

  /** Takes the sign of a failed run off its block. */
  clearFailure(): void {
    if (this.#failedBlock === null) return;
    const block = this.#context.workspace().getBlockById(this.#failedBlock);
    if (block !== null) setWarnings(block, [], WARNING_ID);
    this.#context.highlight(null);
    this.#failedBlock = null;
  }

  dispose(): void {
    this.#disposed = true;
    this.#current?.stop();
    this.#dropRunner();
  }

  async #run({ stepping, ...options }: EditorRunOptions, steering: Steering, stopping: AbortSignal): Promise<Finished> {
    let compilation: Compilation;
    try {
      const coming = this.#context.compiler();
      if (coming !== null) await coming;
      if (stopping.aborted) return { outcome: { status: 'stopped' }, blockId: null };
      compilation = this.#context.compile(stepping ? 'step' : true);
    } catch (cause) {
      return failed(toError(cause));
    }
    const problem = compilation.diagnostics.find(({ severity }) => severity === 'error');
    if (problem !== undefined) {
      const blockId = problem.blockId === '' ? undefined : problem.blockId;
      return failed({ name: 'ProgramError', message: problem.message, blockId });
    }
    this.#emit({ type: 'started' });
    try {
      const runner = await this.#openRunner();
      if (stopping.aborted) return { outcome: { status: 'stopped' }, blockId: null };
      const running = runner.run({
        ...DEFAULTS,
        app: appOf(this.#backend),
        ...options,
        ...(stepping && steering.options),
        javascript: compilation.javascript,
        entry: compilation.entry,
        onConsole: (entry) => this.#emit({ type: 'console', entry }),
        onTrace: (blockId) => this.#emit({ type: 'trace', blockId }),
        onScope: (scope, isHeld) => this.#emit({ type: 'scope', scope, isHeld }),
        onPause: (blockId) => this.#emit({ type: 'paused', blockId }),
        onResume: () => this.#emit({ type: 'resumed' }),
        onRequest: (exchange) => this.#emit({ type: 'request', exchange }),
      });
      if (stepping) steering.attach(running);
      stopping.addEventListener('abort', () => running.stop());
      const outcome = await running.finished;
      return { outcome, blockId: blockOf(outcome, compilation) };
    } catch (cause) {
      return failed(toError(cause));
    }
  }

  #emit(event: RunEvent): void {
    if (!this.#disposed) this.#context.emitter.emit('run', event);
  }

  #showFailure({ outcome, blockId }: Finished): void {
    if (outcome.status !== 'failed' || blockId === null) return;
    const block = this.#context.workspace().getBlockById(blockId);
    if (block === null) return;
    const { code, message } = outcome.error;
    setWarnings(block, [code === undefined ? message : `${code}: ${message}`], WARNING_ID);
    this.#context.highlight(blockId);
    this.#failedBlock = blockId;
  }

  #openRunner(): Promise<Runner> {
    this.#runner ??= this.#createRunner().catch((error: unknown) => {
      // The next run tries again.
      this.#runner = null;
      throw error;
    });
    return this.#runner;
  }

  async #createRunner(): Promise<Runner> {
    const loading = Promise.all([import('../runner/index.ts'), handlerOf(this.#backend)]);
    const [{ createRunner }, handle] = await loading.catch((cause: unknown) => {
      const error = new Error('What runs programs did not load.', { cause });
      error.name = 'RunnerError';
      throw error;
    });
    return createRunner({ url: this.#url, handle });
  }

  #dropRunner(): void {
    this.#runner?.then(
      (runner) => runner.dispose(),
      () => {},
    );
    this.#runner = null;
  }
}

function appOf(backend: EditorBackend): { appId: string; apiKey: string; serverURL: string } {
  if (backend.mode !== 'server') return DEFAULTS.app;
  // The SDK puts a slash between this and the app.
  return { ...DEFAULTS.app, ...backend.app, serverURL: serverRoot(backend.url).href.replace(/\/$/, '') };
}

async function handlerOf(backend: EditorBackend): Promise<BackendHandler> {
  if (backend.mode === 'custom') return backend.handle;
  if (backend.mode === 'server') return serverHandler(backend);
  const emulator = backend.emulator ?? (await import('../emulator/index.ts')).createEmulator();
  return (request, signal) => emulator.handle(request, signal);
}

function failed({ name, message, blockId }: { name: string; message: string; blockId?: string | undefined }): Finished {
  return { outcome: { status: 'failed', error: { name, message } }, blockId: blockId ?? null };
}

/** The place in the code tells the very block; the runner itself knows the statement at best. */
function blockOf(outcome: RunOutcome, { code, ranges }: Compilation): string | null {
  if (outcome.status !== 'failed') return null;
  const { position, blockId } = outcome.error;
  return (position && blockAt(position, code, ranges)) ?? blockId ?? null;
}
