/** The playground at work: the editor, and around it everything that shows or steers it. */
import { createEditor, loadLocale, type Editor, type LocaleTag } from '../src/editor/index.ts';
import { createEmulator, type BackendHandler } from '../src/emulator/index.ts';
import { indexedDbStore } from '../src/emulator/indexeddb.ts';
import { Autosave } from './autosave.ts';
import { BackendChoice } from './backend-choice.ts';
import { showBackend } from './backend-sign.ts';
import { connectCode } from './code-pane.ts';
import { Devices, runOn } from './devices.ts';
import { connectFaults } from './fault-controls.ts';
import { describeFaults } from './fault-words.ts';
import { exampleProgram } from './example.ts';
import type { Messages } from './messages.ts';
import type { Notices } from './notices.ts';
import type { OutputTabs } from './output-tabs.ts';
import type { Page } from './page.ts';
import { ProblemsView } from './problems-view.ts';
import { downloadProgram, ProgramFiles } from './program-files.ts';
import { connectRegistrations } from './registrations-pane.ts';
import { connectRuns } from './runs.ts';
import { listenForKeys } from './shortcuts.ts';
import { ProgramStorage, type KeptProgram } from './storage.ts';
import type { Tabs } from './tabs.ts';
import type { Theme } from './theme.ts';
import { connectViewControls, showBeginning } from './view.ts';

/** What the page gives its workbench. */
export interface WorkbenchOptions {
  page: Page;
  tabs: Tabs;
  outputTabs: OutputTabs;
  theme: Theme;
  language: LocaleTag;
  messages: Messages;
  notices: Notices;
}

/** There is one program for now, kept under this name. */
const currentProgram = 'current';

/** Mounts the editor with the program that was last worked on, and connects it with the page. */
export async function openWorkbench(options: WorkbenchOptions): Promise<void> {
  const { page, tabs, outputTabs, theme, messages, notices } = options;
  const emulator = createEmulator({ store: indexedDbStore() });
  const storage = await openStorage(options);
  const kept = await storage?.read(currentProgram).catch(() => undefined);

  const faults = connectFaults(page.faults, emulator, messages);
  const devices = new Devices();
  const backend = new BackendChoice(faults.handle);
  showBackend(page.slots.backend, backend, messages);
  const editor = await mount(kept, storage, backend.handle, options);
  page.loading.hidden = true;
  showBeginning(editor);
  connectViewControls(editor, page.view);
  theme.onChange((name) => editor.update({ theme: name }));
  if (storage) keepProgram(editor, storage, options);

  const showBlock = (blockId: string): void => {
    tabs.show('blocks');
    editor.highlight(blockId);
    editor.workspace.getBlockById(blockId)?.select();
  };

  connectRegistrations(page.registrations, { emulator, messages, notices, isDenialKnown: storage === undefined });
  const problems = new ProblemsView(page.problems, messages, showBlock);
  const runs = connectRuns({
    page,
    tabs,
    outputTabs,
    editor,
    messages,
    notices,
    showBlock,
    options: () => ({ ...backend.runOptions, ...runOn(devices.current) }),
    started: () => {
      if (backend.own) return undefined;
      faults.runBegins();
      return faults.active && messages.faultsInRun(describeFaults(faults.active.settings, messages));
    },
    ended: () => faults.runEnds(),
  });
  editor.on('error', ({ error }) => notices.show({ kind: 'error', title: messages.unexpected, detail: error.message }));
  editor.on('diagnostics', (diagnostics) => problems.show(diagnostics));
  problems.show(editor.compile().diagnostics);
  const files = new ProgramFiles(editor, page, messages, notices);

  page.undo.addEventListener('click', () => editor.undo());
  page.redo.addEventListener('click', () => editor.redo());
  for (const button of [page.undo, page.redo, page.run, page.open, page.save, page.exportCode]) button.disabled = false;
  listenForKeys({
    'mod+enter': () => void runs.run(),
    f8: () => runs.pauseOrResume(),
    f9: () => runs.step(),
    'mod+s': () => files.save(),
    'mod+o': () => files.open(),
  });

  const { DevicesPane } = await import('./devices-pane.ts');
  const pane = new DevicesPane({
    slots: page.slots,
    emulator,
    devices,
    handle: faults.handle,
    messages,
    notices,
    isElsewhere: () => backend.own !== undefined,
  });
  backend.onChange(() => {
    // An app of one's own fails by itself, or not at all.
    if (backend.own) faults.clear();
    void pane.update();
  });
  await connectCode(page.code, { editor, theme, messages, showBlock });
}

/** Opens the storage, or says that nothing will be kept. */
async function openStorage({ messages, notices }: WorkbenchOptions): Promise<ProgramStorage | undefined> {
  try {
    return await ProgramStorage.open();
  } catch {
    notices.show({ kind: 'error', title: messages.storageDenied, detail: messages.storageDeniedDetail });
    return undefined;
  }
}

/** Mounts the editor with the kept program, else the example. A program that cannot be shown is set aside. */
async function mount(
  kept: KeptProgram | undefined,
  storage: ProgramStorage | undefined,
  handle: BackendHandler,
  { page, theme, language, messages, notices }: WorkbenchOptions,
): Promise<Editor> {
  const locale = await loadLocale(language);
  const open = async (program: unknown): Promise<Editor> => {
    const editor = createEditor(page.workspace, {
      program,
      locale,
      theme: theme.name,
      backend: { mode: 'custom', handle },
    });
    try {
      await editor.ready;
      return editor;
    } catch (error) {
      editor.dispose();
      throw error;
    }
  };
  if (!kept) return open(exampleProgram);
  try {
    return await open(kept.program);
  } catch (error) {
    await storage?.write({ ...kept, id: `set-aside-${kept.savedAt}` });
    const editor = await open(exampleProgram);
    const reason = error instanceof Error ? error.message : String(error);
    notices.show({
      kind: 'error',
      title: messages.restoreFailed,
      detail: `${reason} ${messages.restoreFailedDetail}`,
      actions: [{ label: messages.downloadIt, choose: () => downloadProgram(kept.program) }],
    });
    return editor;
  }
}

/** Keeps every change. */
function keepProgram(editor: Editor, storage: ProgramStorage, { messages, notices }: WorkbenchOptions): void {
  let hasFailed = false;
  const autosave = new Autosave(
    storage,
    currentProgram,
    () => editor.save(),
    () => {
      if (hasFailed) return;
      hasFailed = true;
      notices.show({ kind: 'error', title: messages.storageFull, detail: messages.storageFullDetail });
    },
  );
  editor.on('change', () => autosave.changed());
}
