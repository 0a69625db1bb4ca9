/** The playground at work: the editor, and around it everything that shows or steers it. */
import { createEditor, loadLocale, type Editor, type LocaleTag } from '../src/editor/index.ts';
import { createEmulator, type BackendHandler } from '../src/emulator/index.ts';
import { indexedDbStore } from '../src/emulator/indexeddb.ts';
import { BackendChoice, rootOf } from './backend-choice.ts';
import { showBackend } from './backend-sign.ts';
import { connectCode } from './code-pane.ts';
import { Devices, runOn } from './devices.ts';
import { compileOptions, readExportChoices } from './export-choices.ts';
import { connectFaults } from './fault-controls.ts';
import { describeFaults } from './fault-words.ts';
import { exampleProgram } from './example.ts';
import { inviteIntoEmpty } from './empty-workspace.ts';
import type { FirstProgram } from './first-program.ts';
import { carryOnReload } from './handover.ts';
import type { Messages } from './messages.ts';
import type { Notices } from './notices.ts';
import type { OutputTabs } from './output-tabs.ts';
import type { Page } from './page.ts';
import { keptRunner } from './offline/runner.ts';
import { PageTools } from './page-tools.ts';
import { offerPrint } from './print-sheet.ts';
import { ProblemsView } from './problems-view.ts';
import { downloadProgram, ProgramFiles } from './program-files.ts';
import { connectRegistrations } from './registrations-pane.ts';
import { connectRuns } from './runs.ts';
import { listenForKeys, listenInBlocks } from './shortcuts.ts';
import { showProgramBar } from './program-bar.ts';
import { ProgramDesk, type NewProgram } from './program-desk.ts';
import { isShareLink } from './share-address.ts';
import type { KeptProgram } from './storage.ts';
import type { Tabs } from './tabs.ts';
import type { Theme } from './theme.ts';
import { drawTrashCan } from './trash-can.ts';
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
  first: FirstProgram;
}

/** The workbench. */
export interface Workbench {
  /** Has programs run in the runner page that is kept, from the next run on: the one of the network may be gone then. */
  useKeptRunner(): Promise<void>;
}

/** Mounts the editor with the program that was last worked on, and connects it with the page. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { page, tabs, outputTabs, theme, messages, notices, first } = options;
  const emulator = createEmulator({ store: indexedDbStore() });
  const { store, recovered } = first;
  const devicesPane = import('./devices-pane.ts');

  const faults = connectFaults(page.faults, emulator, messages);
  const devices = new Devices();
  const backend = new BackendChoice(faults.handle, messages);
  const chooseBackend = showBackend(page.slots.backend, backend, messages);
  // The editor is there before what answers it.
  const help = { open: (_blockId: string): void => {} };
  const { editor, shown } = await mount(first, { handle: backend.handle, onHelp: (id) => help.open(id) }, options);
  page.loading.hidden = true;
  connectViewControls(editor, page.view);
  theme.onChange((name) => editor.update({ theme: name }));
  const desk = new ProgramDesk(
    { editor, store, messages, notices, isOwn: (first.unsaved ?? first.carried) !== undefined },
    shown,
  );
  desk.tellRecovered(recovered);
  if (!store.persistent) carryOnReload(() => ({ name: desk.name, program: editor.save() }));

  const lightUp = (blockId: string): void => {
    editor.highlight(blockId);
    editor.workspace.getBlockById(blockId)?.select();
  };
  const showBlock = (blockId: string): void => {
    tabs.show('blocks');
    lightUp(blockId);
  };

  connectRegistrations(page.registrations, { emulator, messages, notices, isDenialKnown: !store.persistent });
  const problems = new ProblemsView(page.problems, messages, {
    select: showBlock,
    fixes: (problem) => editor.fixes(problem),
  });
  const runs = connectRuns({
    page,
    tabs,
    outputTabs,
    editor,
    messages,
    notices,
    showBlock,
    lightUp,
    options: () => ({ ...backend.runOptions, ...runOn(devices.current) }),
    ownHost: () => backend.own && new URL(rootOf(backend.own)).host,
    chooseBackend,
    started: () => {
      if (backend.own) return undefined;
      faults.runBegins();
      return faults.active && messages.faultsInRun(describeFaults(faults.active.settings, messages));
    },
    ended: () => faults.runEnds(),
  });
  // Another program has taken the place of the one that runs.
  let open = desk.id;
  desk.onChange(() => {
    if (open !== undefined && desk.id !== undefined && desk.id !== open) runs.stop();
    open = desk.id ?? open;
  });
  editor.on('error', ({ error }) => notices.show({ kind: 'error', title: messages.unexpected, detail: error.message }));
  editor.on('diagnostics', (diagnostics) => problems.show(diagnostics));
  const code = connectCode(page.code, { editor, theme, messages, showBlock });
  // Waited for at the end, where it is dealt with.
  code.catch(() => {});
  const files = new ProgramFiles({ editor, desk, page, theme, messages, notices });
  const tools = new PageTools({ page, tabs, theme, editor, desk, messages, notices });
  help.open = (blockId) => void tools.openHelp(blockId);
  inviteIntoEmpty(page.slots.invitation, editor, messages, { openExamples: () => void tools.openExamples() });
  offerPrint(editor, () => desk.name);
  showProgramBar(page.slots.program, { desk, editor, messages, notices });

  page.undo.addEventListener('click', () => desk.undo());
  page.redo.addEventListener('click', () => desk.redo());
  const buttons = [page.undo, page.redo, page.run, page.open, page.save, page.exportCode, page.copyCode];
  for (const button of buttons) button.disabled = false;
  // Not under a dialog: what one does not see should not change.
  const inSight = (act: () => void) => (): void => {
    if (!document.querySelector('dialog:modal')) act();
  };
  const [undo, redo] = [inSight(() => desk.undo()), inSight(() => desk.redo())];
  const undoKeys = { 'mod+z': undo, 'mod+shift+z': redo, 'mod+y': redo };
  listenForKeys({
    ...undoKeys,
    'mod+enter': () => void runs.run(),
    f8: () => runs.pauseOrResume(),
    f9: () => runs.step(),
    'mod+s': () => void files.save(),
    'mod+o': () => files.open(),
  });

  page.skipToBlocks.addEventListener('click', (event) => {
    event.preventDefault();
    tabs.show('blocks');
    editor.workspace.getFocusableElement().focus();
  });
  // The editor would use these itself, and cannot go back as far. The menu of a block has Shift+F10, as menus have.
  listenInBlocks(page.workspace, { ...undoKeys, 'mod+enter': () => void runs.run() });

  const { DevicesPane } = await devicesPane;
  const pane = new DevicesPane({
    slots: page.slots,
    emulator,
    devices,
    handle: faults.handle,
    messages,
    notices,
    isElsewhere: () => backend.own !== undefined,
  });
  page.root.removeAttribute('data-loading');
  backend.onChange(() => {
    // An app of one's own fails by itself, or not at all.
    if (backend.own) faults.clear();
    void pane.update();
  });

  const openLink = async (): Promise<void> => {
    if (!isShareLink(location.hash)) return;
    const { openShared } = await import('./shared-program.ts');
    await openShared(desk, messages, notices);
  };
  window.addEventListener('hashchange', () => void openLink());
  await openLink();
  tools.connectCode(await code);
  return {
    async useKeptRunner() {
      const url = await keptRunner();
      // The page in which a program runs stays for later runs.
      if (url !== undefined && !runs.isGoing) editor.update({ runner: { url } });
    },
  };
}

/** Mounts the editor with the kept program, else the example; says which of them it shows. */
async function mount(
  { kept, unsaved, carried }: FirstProgram,
  { handle, onHelp }: { handle: BackendHandler; onHelp: (blockId: string) => void },
  { page, theme, language, messages, notices }: WorkbenchOptions,
): Promise<{ editor: Editor; shown: KeptProgram | NewProgram }> {
  const [locale, runner] = await Promise.all([loadLocale(language), keptRunner()]);
  const open = async <Shown extends KeptProgram | NewProgram>(shown: Shown) => {
    const editor = createEditor(page.workspace, {
      program: shown.program,
      locale,
      theme: theme.name,
      backend: { mode: 'custom', handle },
      compile: compileOptions(readExportChoices()),
      onHelp,
      ...(runner !== undefined && { runner: { url: runner } }),
    });
    // At once: the blocks are there before the compiler is, and what a person has opened by then is to stay open.
    showBeginning(editor);
    drawTrashCan(page.workspace);
    try {
      await editor.ready;
      return { editor, shown };
    } catch (error) {
      editor.dispose();
      throw error;
    }
  };
  const example: NewProgram = { name: messages.programs.firstName, program: exampleProgram };
  if (carried !== undefined) return open(carried);
  if (unsaved) return open({ name: unsaved.name, program: unsaved.program });
  if (!kept) return open(example);
  try {
    return await open(kept);
  } catch (error) {
    // It stays where it is kept; the example becomes a program beside it.
    const opened = await open(example);
    const reason = error instanceof Error ? error.message : String(error);
    notices.show({
      kind: 'error',
      title: messages.restoreFailed,
      detail: `${reason} ${messages.restoreFailedDetail}`,
      actions: [{ label: messages.downloadIt, choose: () => downloadProgram(kept.program, kept.name) }],
    });
    return opened;
  }
}
