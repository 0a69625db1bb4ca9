/** Saving, opening and exporting: a program and its code as files. */
import type { Editor, ProgramState } from '../src/editor/index.ts';
import { acceptDrops, download, pickFile, readJson } from './files.ts';
import { attachMenu } from './menu.ts';
import type { Messages } from './messages.ts';
import type { Notices } from './notices.ts';
import type { Page } from './page.ts';
import { showBeginning } from './view.ts';

const programFileName = 'push-program.json';
const codeFileName = 'push-program.ts';

/** Downloads a program, laid out to be read and compared. */
export function downloadProgram(program: ProgramState): void {
  download(programFileName, `${JSON.stringify(program, null, 2)}\n`, 'application/json');
}

/** What a person can do with files. */
export class ProgramFiles {
  readonly #editor: Editor;
  readonly #messages: Messages;
  readonly #notices: Notices;

  constructor(editor: Editor, page: Page, messages: Messages, notices: Notices) {
    this.#editor = editor;
    this.#messages = messages;
    this.#notices = notices;

    page.save.addEventListener('click', () => this.save());
    page.open.addEventListener('click', () => this.open());
    attachMenu(page.exportCode, () => [
      { label: messages.copyCode, icon: 'copy', choose: () => void this.copyCode() },
      { label: messages.downloadCode, icon: 'download', choose: () => this.downloadCode() },
    ]);
    acceptDrops(page.dropHint, (file) => void this.read(file));
  }

  /** Downloads the program. */
  save(): void {
    downloadProgram(this.#editor.save());
    this.#notices.show({ kind: 'info', title: this.#messages.saved(programFileName) });
  }

  /** Asks for a program and opens it. */
  open(): void {
    pickFile((file) => void this.read(file));
  }

  /** Opens a program from a file. When it cannot be opened, a message says why and the workspace stays as it was. */
  async read(file: File): Promise<void> {
    const messages = this.#messages;
    try {
      this.#editor.load(await readJson(file, messages));
      showBeginning(this.#editor);
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
    download(codeFileName, this.#editor.compile().code, 'text/plain');
    this.#notices.show({ kind: 'info', title: this.#messages.saved(codeFileName) });
  }
}
