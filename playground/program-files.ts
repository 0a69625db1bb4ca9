/** Saving, opening and exporting: a program and its code as files. */
import type { Editor, ProgramState } from '../src/editor/index.ts';
import { fileName, programName } from './file-names.ts';
import { acceptDrops, download, pickFile, readJson } from './files.ts';
import { attachMenu, type MenuItem } from './menu.ts';
import type { Messages } from './messages.ts';
import type { Notices } from './notices.ts';
import type { Page } from './page.ts';
import type { ProgramDesk } from './program-desk.ts';
import type { Theme } from './theme.ts';

/** Downloads a program, laid out to be read and compared. Gives the name of the file. */
export function downloadProgram(program: ProgramState, name: string): string {
  const file = fileName(name, 'json');
  download(file, `${JSON.stringify(program, null, 2)}\n`, 'application/json');
  return file;
}

/** What the files work with. */
export interface ProgramFilesOptions {
  editor: Editor;
  desk: ProgramDesk;
  page: Page;
  theme: Theme;
  messages: Messages;
  notices: Notices;
}

/** What a person can do with files. */
export class ProgramFiles {
  readonly #options: ProgramFilesOptions;
  readonly #editor: Editor;
  readonly #desk: ProgramDesk;
  readonly #messages: Messages;
  readonly #notices: Notices;

  constructor(options: ProgramFilesOptions) {
    const { editor, desk, page, messages, notices } = options;
    this.#options = options;
    this.#editor = editor;
    this.#desk = desk;
    this.#messages = messages;
    this.#notices = notices;

    page.save.addEventListener('click', () => void this.save());
    page.open.addEventListener('click', () => this.open());
    page.copyCode.addEventListener('click', () => void this.copyCode());
    attachMenu(page.exportCode, () => [
      ...this.#exports(),
      { label: messages.sharing.options, icon: 'options', choose: () => void this.#chooseOptions() },
    ]);
    acceptDrops(page.dropHint, (file) => void this.read(file));
  }

  /** The ways to take the program away. */
  #exports(): MenuItem[] {
    const { sharing, copyCode, downloadCode } = this.#messages;
    const picture = async (kind: 'svg' | 'png'): Promise<void> => {
      const { exportPicture } = await import('./exports.ts');
      await exportPicture(kind, this.#options);
    };
    const project = async (): Promise<void> => {
      const { exportProject } = await import('./exports.ts');
      exportProject(this.#options);
    };
    return [
      { label: copyCode, icon: 'copy', choose: () => void this.copyCode() },
      { label: downloadCode, icon: 'download', choose: () => this.downloadCode() },
      { label: sharing.programFile, icon: 'save', choose: () => void this.save() },
      { label: sharing.projectFile, icon: 'package', choose: () => void project() },
      { label: sharing.svgFile, icon: 'picture', choose: () => void picture('svg') },
      { label: sharing.pngFile, icon: 'picture', choose: () => void picture('png') },
    ];
  }

  async #chooseOptions(): Promise<void> {
    const { openExportDialog } = await import('./export-dialog.ts');
    openExportDialog(this.#options, this.#exports());
  }

  /** Downloads the program, with all that was done to it before: Undo may still be on its way. */
  async save(): Promise<void> {
    await this.#desk.flush();
    const file = downloadProgram(this.#editor.save(), this.#desk.name);
    this.#notices.show({ kind: 'info', title: this.#messages.saved(file) });
  }

  /** Asks for a program and opens it. */
  open(): void {
    pickFile((file) => void this.read(file));
  }

  /**
   * Opens a program from a file, as a program of its own. When it cannot be opened, a message says why and the
   * workspace stays as it was.
   */
  async read(file: File): Promise<void> {
    const messages = this.#messages;
    try {
      const program = await readJson(file, messages);
      await this.#desk.create({ name: programName(file.name) || messages.programs.newName, program });
      this.#notices.show({ kind: 'info', title: messages.opened(file.name) });
    } catch (error) {
      // What the editor throws is meant for a person: it names the block, or the version.
      const reason = error instanceof Error ? error.message : String(error);
      const detail = `${reason} ${messages.workspaceKept}`;
      this.#notices.show({ kind: 'error', title: messages.openFailed(file.name), detail });
    }
  }

  /** Puts the code on the clipboard. */
  async copyCode(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#editor.compile().code);
      this.#notices.show({ kind: 'info', title: this.#messages.copied });
    } catch {
      this.#notices.show({ kind: 'error', title: this.#messages.copyFailed });
    }
  }

  /** Downloads the code. */
  downloadCode(): void {
    const file = fileName(this.#desk.name, 'ts');
    download(file, this.#editor.compile().code, 'text/plain');
    this.#notices.show({ kind: 'info', title: this.#messages.saved(file) });
  }
}
