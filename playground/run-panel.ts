/** Running a program: the buttons, the state of the run, and what the console says of it. */
import type { ConsoleEntry, Editor, EditorRun, RunError, RunOutcome } from '../src/editor/index.ts';
import type { ConsoleView } from './console-view.ts';
import type { Messages } from './messages.ts';
import { ask } from './question.ts';

/** The parts of the page that steer a run. */
export interface RunParts {
  run: HTMLButtonElement;
  stop: HTMLButtonElement;
  runStatus: HTMLElement;
}

type RunState = 'idle' | 'running' | RunOutcome['status'];

/** Kinds of error whose message says it all. */
const namesOfNoInterest: ReadonlySet<string> = new Set(['Error', 'ProgramError', 'RunnerError']);

/** Starts and stops runs, and reports them. */
export class RunPanel {
  readonly #parts: RunParts;
  readonly #editor: Editor;
  readonly #console: ConsoleView;
  readonly #messages: Messages;
  readonly #showBlock: (blockId: string) => void;
  readonly #started: () => void;
  readonly #ended: () => void;
  #current: EditorRun | undefined;

  /**
   * `showBlock` brings a block into view; `started` is called as a run begins, `ended` when it is over
   * and no other has taken its place.
   */
  constructor(
    parts: RunParts,
    editor: Editor,
    consoleView: ConsoleView,
    messages: Messages,
    { showBlock, started, ended }: { showBlock: (blockId: string) => void; started: () => void; ended: () => void },
  ) {
    this.#parts = parts;
    this.#editor = editor;
    this.#console = consoleView;
    this.#messages = messages;
    this.#showBlock = showBlock;
    this.#started = started;
    this.#ended = ended;
    parts.run.addEventListener('click', () => void this.run());
    parts.stop.addEventListener('click', () => this.stop());
    this.#show('idle');
  }

  /** Runs the program, after ending a run that is still going on. */
  async run(): Promise<void> {
    this.stop();
    this.#started();
    const began = performance.now();
    const ending = new AbortController();
    const run = this.#editor.run({ onPrompt: (question) => ask(question, this.#messages, ending.signal) });
    this.#current = run;
    this.#show('running');
    const { outcome, blockId } = await run.finished;
    ending.abort();
    if (this.#current !== run) return;
    this.#current = undefined;
    this.#ended();
    this.#report(outcome, blockId, performance.now() - began);
  }

  /** Ends the run, if there is one. */
  stop(): void {
    this.#current?.stop();
  }

  /** Shows what a program printed. */
  print({ level, text }: ConsoleEntry): void {
    this.#console.add({ level: level === 'debug' ? 'log' : level, text });
  }

  #report(outcome: RunOutcome, blockId: string | null, milliseconds: number): void {
    this.#show(outcome.status);
    if (outcome.status === 'failed') this.#reportError(outcome.error, blockId);
    const words = this.#messages.outcomes[outcome.status](milliseconds);
    this.#console.add({ level: 'info', text: words, isHeading: true });
  }

  #reportError({ name, message, code }: RunError, blockId: string | null): void {
    const messages = this.#messages;
    const isFromService = code !== undefined;
    const title = isFromService ? messages.backendlessError(code) : namesOfNoInterest.has(name) ? '' : name;
    this.#console.add({
      level: 'error',
      text: title === '' ? message : `${title}: ${message}`,
      ...(isFromService && messages.errorAdvice[code] ? { advice: messages.errorAdvice[code] } : {}),
      ...(blockId !== null ? { action: { label: messages.showBlock, choose: () => this.#showBlock(blockId) } } : {}),
    });
    if (blockId !== null) this.#showBlock(blockId);
  }

  #show(state: RunState): void {
    const { run, stop, runStatus } = this.#parts;
    const isRunning = state === 'running';
    // The button that was pressed goes off; the keyboard goes on where it can do something.
    const hadFocus = document.activeElement === run || document.activeElement === stop;
    run.disabled = isRunning;
    stop.disabled = !isRunning;
    if (hadFocus) (isRunning ? stop : run).focus();
    runStatus.dataset.state = state;
    runStatus.textContent = this.#messages.runStates[state];
  }
}
