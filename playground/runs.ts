/** Everything about runs on the page: the buttons that steer one, its console, its variables and requests. */
import type { Editor, EditorRunOptions } from '../src/editor/index.ts';
import { ConsoleView } from './console-view.ts';
import type { Messages } from './messages.ts';
import type { Notices } from './notices.ts';
import type { OutputTabs } from './output-tabs.ts';
import type { Page } from './page.ts';
import { RunPanel } from './run-panel.ts';
import { RunView } from './run-view.ts';
import type { Tabs } from './tabs.ts';

/** What runs are connected with. */
export interface RunsOptions {
  page: Page;
  tabs: Tabs;
  outputTabs: OutputTabs;
  editor: Editor;
  messages: Messages;
  notices: Notices;
  showBlock: (blockId: string) => void;
  /** Lights a block up where it is, in sight or not. */
  lightUp: (blockId: string) => void;
  /** What a run runs with. */
  options: () => EditorRunOptions;
  /** The host of the app that runs talk to, if that is the person's own. */
  ownHost: () => string | undefined;
  /** Lets a person choose another backend. */
  chooseBackend: () => void;
  /** A run begins; gives what a person should be told of it at once, if anything. */
  started: () => string | undefined;
  /** It is over, and no other has taken its place. */
  ended: () => void;
}

/** Connects the page with the runs of its editor. */
export function connectRuns(options: RunsOptions): RunPanel {
  const { page, tabs, outputTabs, editor, messages, notices, showBlock, started, ended } = options;
  const consoleView = new ConsoleView(page.console, messages);
  consoleView.offerMenu((text) => void copy(text, messages, notices));
  const runs = new RunPanel(page, editor, consoleView, messages, {
    showBlock,
    failed(blockId) {
      // Where there is room for one pane, that is the one with the words; they lead to the block.
      tabs.show('console');
      outputTabs.show('console');
      if (blockId !== null) options.lightUp(blockId);
    },
    showRequest: (blockId) => view.showRequest(blockId),
    requestOf: (blockId) => view.requestOf(blockId),
    ownHost: options.ownHost,
    chooseBackend: options.chooseBackend,
    options: options.options,
    started(isPaused) {
      const warning = started();
      if (warning !== undefined) consoleView.add({ level: 'warn', text: warning });
      // Whoever steps looks at the blocks; on a narrow page they stay in view.
      if (!isPaused) tabs.show('console');
      if (isPaused) outputTabs.show('variables');
      else if (outputTabs.current !== 'variables') outputTabs.show('console');
    },
    ended,
  });
  const view = new RunView({
    editor,
    outputs: page.outputTabs,
    outputTabs,
    tabs,
    messages,
    showBlock,
    isSlow: () => runs.isSlow,
  });
  editor.on('run', (event) => {
    if (event.type === 'console') runs.print(event.entry);
  });
  return runs;
}

async function copy(text: string, { stepping, copyFailed }: Messages, notices: Notices): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notices.show({ kind: 'info', title: stepping.consoleCopied });
  } catch {
    notices.show({ kind: 'error', title: copyFailed });
  }
}
