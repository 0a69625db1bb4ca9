/** A run in view: the block that it is at, the values of variables, and the requests with their answers. */
import type { Editor, Exchange } from '../src/editor/index.ts';
import type { Messages } from './messages.ts';
import type { OutputTabs } from './output-tabs.ts';
import type { OutputTab } from './page.ts';
import { RequestMarks } from './request-marks.ts';
import { isOfProgram } from './request-words.ts';
import { RequestsView } from './requests-view.ts';
import { RunningBlock } from './running-block.ts';
import type { Tabs } from './tabs.ts';
import { VariablesView } from './variables-view.ts';

/** What the view works with. */
export interface RunViewOptions {
  editor: Editor;
  outputs: readonly OutputTab[];
  outputTabs: OutputTabs;
  tabs: Tabs;
  messages: Messages;
  showBlock: (blockId: string) => void;
  /** Whether a person may be looking at single statements. */
  isSlow: () => boolean;
}

/** Follows the runs of an editor. */
export class RunView {
  readonly #options: RunViewOptions;
  readonly #requests: RequestsView;
  /** The last request of each block that made one in this run. */
  readonly #asked = new Map<string, Exchange>();

  constructor(options: RunViewOptions) {
    this.#options = options;
    const { editor, messages, outputTabs, showBlock } = options;
    const variables = new VariablesView(this.#output('variables').panel, messages);
    const { panel, tools } = this.#output('requests');
    this.#requests = new RequestsView({ panel, tools }, messages, {
      counted: (count) => outputTabs.count('requests', count === 0 ? undefined : count),
      showBlock,
    });
    const marks = new RequestMarks(editor, messages, (blockId) => this.showRequest(blockId));
    const block = new RunningBlock(editor);
    editor.on('run', (event) => {
      switch (event.type) {
        case 'started':
          this.#asked.clear();
          marks.clear();
          variables.begin();
          break;
        case 'trace':
          block.show(event.blockId, { isHeld: options.isSlow() });
          break;
        case 'paused':
          block.show(event.blockId, { isHeld: true });
          break;
        case 'scope':
          // Between two statements that it is held at, what has changed since the first stays marked.
          variables.show(event.scope, { isStop: event.isHeld || !options.isSlow() });
          break;
        case 'request':
          if (!isOfProgram(event.exchange.request)) break;
          this.#requests.add(event.exchange);
          marks.show(event.exchange);
          if (event.exchange.blockId !== undefined) this.#asked.set(event.exchange.blockId, event.exchange);
          break;
        case 'finished':
          block.clear();
          variables.end();
          break;
        default:
      }
    });
  }

  /** The last request that a block made in this run, or the last one. */
  requestOf(blockId: string): Exchange | undefined {
    return this.#asked.get(blockId);
  }

  /** Opens the last request that a block made. */
  showRequest(blockId: string): void {
    this.#options.tabs.show('console');
    this.#options.outputTabs.show('requests');
    this.#requests.open(blockId);
  }

  #output(name: OutputTab['name']): OutputTab {
    const found = this.#options.outputs.find((output) => output.name === name);
    if (!found) throw new Error(`The page has no output called ${name}.`);
    return found;
  }
}
