/** Running a program: the buttons, the state of the run, and what the console says of it. */
import type {
  ConsoleEntry,
  Editor,
  EditorRun,
  EditorRunOptions,
  Exchange,
  RunError,
  RunOutcome,
} from '../src/editor/index.ts';
import type { ConsoleAction, ConsoleView } from './console-view.ts';
import { explain } from './error-words.ts';
import type { Messages } from './messages.ts';
import { ask } from './question.ts';
import { RunTools, type RunToolSlots } from './run-tools.ts';

/** The parts of the page that steer a run. */
export interface RunParts {
  run: HTMLButtonElement;
  stop: HTMLButtonElement;
  runStatus: HTMLElement;
  slots: RunToolSlots;
}

/** What happens around a run, and what it needs. */
export interface RunEvents {
  /** Brings a block into view. */
  showBlock(blockId: string): void;
  /** The console says why a run has failed, and at which block, if it was at one. */
  failed(blockId: string | null): void;
  /** Opens the last request that a block made. */
  showRequest(blockId: string): void;
  /** The last request that a block made in this run. */
  requestOf(blockId: string): Exchange | undefined;
  /** The host of the app that the run talks to, if that is the person's own. */
  ownHost(): string | undefined;
  /** Lets a person choose another backend. */
  chooseBackend(): void;
  /** A run begins, held before its first statement or not. */
  started(isPaused: boolean): void;
  /** It is over, and no other has taken its place. */
  ended(): void;
  /** What the next run runs with. */
  options(): EditorRunOptions;
}

type RunState = 'idle' | 'running' | 'paused' | RunOutcome['status'];

/** What the SDK prints, with an error, when the request fails that it makes for itself as it starts. */
const noteOfSdk = 'could not load backendless app info';

/** How much is said of a block that a run is held at, in characters. */
const longestPlace = 80;

/** Starts, steers and stops runs, and reports them. */
export class RunPanel {
  readonly #parts: RunParts;
  readonly #editor: Editor;
  readonly #console: ConsoleView;
  readonly #messages: Messages;
  readonly #events: RunEvents;
  readonly #tools: RunTools;
  #current: EditorRun | undefined;
  #state: RunState = 'idle';

  constructor(parts: RunParts, editor: Editor, consoleView: ConsoleView, messages: Messages, events: RunEvents) {
    this.#parts = parts;
    this.#editor = editor;
    this.#console = consoleView;
    this.#messages = messages;
    this.#events = events;
    this.#tools = new RunTools(parts.slots, messages, {
      pauseOrResume: () => this.pauseOrResume(),
      step: () => this.step(),
      delay: (milliseconds) => this.#current?.setDelay(milliseconds),
    });
    parts.run.addEventListener('click', () => void this.run());
    parts.stop.addEventListener('click', () => this.stop());
    editor.on('run', (event) => {
      if (!this.#current) return;
      if (event.type === 'resumed') this.#show('running');
      if (event.type !== 'paused') return;
      this.#show('paused');
      this.#sayPlace(event.blockId);
    });
    this.#show('idle');
  }

  /** Whether a program is running, or held. */
  get isGoing(): boolean {
    return this.#current !== undefined;
  }

  /** Whether a person may be looking at single statements. */
  get isSlow(): boolean {
    return this.#state === 'paused' || this.#tools.delay > 0;
  }

  /** Runs the program, after ending a run that is still going on. `isPaused`: holds before its first statement. */
  async run({ isPaused = false } = {}): Promise<void> {
    this.stop();
    this.#events.started(isPaused);
    const began = performance.now();
    const ending = new AbortController();
    const run = this.#editor.run({
      ...this.#events.options(),
      stepping: { isPaused, delay: this.#tools.delay },
      onPrompt: (question) => ask(question, this.#messages, ending.signal),
    });
    this.#current = run;
    this.#show('running');
    const { outcome, blockId } = await run.finished;
    ending.abort();
    if (this.#current !== run) return;
    this.#current = undefined;
    this.#events.ended();
    this.#report(outcome, blockId, performance.now() - began);
  }

  /** Ends the run, if there is one. */
  stop(): void {
    this.#current?.stop();
  }

  /** Holds a run where it is, or lets one that is held go on. */
  pauseOrResume(): void {
    if (this.#state === 'paused') this.#current?.resume();
    else this.#current?.pause();
  }

  /** Goes on by one statement; begins a run that is held before its first one when there is none. */
  step(): void {
    if (this.#current) this.#current.step();
    else if (!this.#parts.run.disabled) void this.run({ isPaused: true });
  }

  /** Shows what a program printed. */
  print(entry: ConsoleEntry): void {
    if (isNoteOfSdk(entry)) return;
    const { level, text, values, time } = entry;
    this.#console.add({ level: level === 'debug' ? 'log' : level, text, values, time });
  }

  #report(outcome: RunOutcome, blockId: string | null, milliseconds: number): void {
    this.#show(outcome.status);
    if (outcome.status === 'failed') this.#reportError(outcome.error, blockId);
    const words = this.#messages.outcomes[outcome.status](milliseconds);
    this.#console.add({ level: 'info', text: words, isHeading: true });
  }

  #reportError(error: RunError, blockId: string | null): void {
    const exchange = blockId === null ? undefined : this.#events.requestOf(blockId);
    const {
      text,
      advice,
      isAboutBackend = false,
    } = explain(error, this.#messages, {
      ownHost: this.#events.ownHost(),
      exchange,
    });
    const actions = blockId === null ? [] : this.#actionsFor(blockId, exchange);
    if (isAboutBackend) {
      const choose = (): void => this.#events.chooseBackend();
      actions.push({ label: this.#messages.backend.choose, icon: 'cloud', choose });
    }
    this.#console.add({ level: 'error', text, ...(advice === undefined ? {} : { advice }), actions });
    this.#events.failed(blockId);
  }

  #actionsFor(blockId: string, exchange: Exchange | undefined): ConsoleAction[] {
    const { showBlock, stepping } = this.#messages;
    const actions: ConsoleAction[] = [
      { label: showBlock, icon: 'focus', choose: () => this.#events.showBlock(blockId) },
    ];
    if (exchange !== undefined) {
      const choose = (): void => this.#events.showRequest(blockId);
      actions.push({ label: stepping.showRequest, icon: 'exchange', choose });
    }
    return actions;
  }

  /** The block that a run is held at glows; who does not see that hears what it is. */
  #sayPlace(blockId: string): void {
    const block = this.#editor.workspace.getBlockById(blockId);
    if (!block) return;
    const place = document.createElement('span');
    place.className = 'spoken';
    place.textContent = `: ${block.toString(longestPlace)}`;
    this.#parts.runStatus.append(place);
  }

  #show(state: RunState): void {
    const { run, stop, runStatus } = this.#parts;
    this.#state = state;
    const isGoing = state === 'running' || state === 'paused';
    // The button that was pressed goes off; the keyboard goes on where it can do something.
    const hadFocus = document.activeElement === run || document.activeElement === stop;
    run.disabled = isGoing;
    stop.disabled = !isGoing;
    this.#tools.show(state === 'paused' || state === 'running' ? state : 'idle');
    if (hadFocus) (isGoing ? stop : run).focus();
    runStatus.dataset.state = state;
    runStatus.textContent = this.#messages.runStates[state];
  }
}

/** Whether the SDK speaks of itself, not the program: a program prints one value at a time. */
function isNoteOfSdk({ level, values }: ConsoleEntry): boolean {
  const [first, second] = values;
  return level === 'error' && second !== undefined && first?.type === 'string' && first.value === noteOfSdk;
}
