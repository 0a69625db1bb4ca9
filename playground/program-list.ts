/** The dialog with all programs: to open, copy, rename, save as a file, delete and bring back. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { openDialog } from './dialog.ts';
import { icon, type IconName } from './icons.ts';
import type { Messages } from './messages.ts';
import { askName } from './name-dialog.ts';
import type { ProgramDesk } from './program-desk.ts';
import { downloadProgram } from './program-files.ts';
import { isThere } from './program-store.ts';
import type { KeptProgram } from './storage.ts';
import { inWords } from './time-words.ts';

/** What the list works with. */
export interface ProgramListOptions {
  desk: ProgramDesk;
  messages: Messages;
}

/** Opens the dialog. It follows what other tabs do for as long as it is open. */
export function openProgramList({ desk, messages }: ProgramListOptions): void {
  const { programs: words } = messages;
  const closing = new AbortController();
  const { dialog, body, close } = openDialog({
    title: words.listTitle,
    messages,
    className: 'wide',
    closed: () => closing.abort(),
  });
  let kept: KeptProgram[] = [];
  let query = '';

  const nameOf = ({ name }: KeptProgram): string => name || words.untitled;
  const matches = (program: KeptProgram): boolean =>
    nameOf(program).toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());
  const action = (label: string, name: IconName, act: () => void): TemplateResult =>
    html`<button
      type="button"
      class="button small icon-only"
      aria-label=${label}
      data-tip=${label}
      data-tip-end
      @click=${act}
    >
      ${icon(name)}
    </button>`;

  const open = (id: string): void => {
    close();
    void desk.open(id);
  };
  const rename = async (program: KeptProgram): Promise<void> => {
    const wanted = await askName(nameOf(program), messages);
    if (wanted !== undefined) await desk.rename(program.id, wanted);
  };
  const remove = async (program: KeptProgram): Promise<void> => {
    const rows = [...body.querySelectorAll<HTMLElement>('.program-open')];
    const index = rows.findIndex((row) => row.dataset.id === program.id);
    await desk.remove(program.id);
    await update();
    // The row is gone; the keyboard goes on at the next.
    const left = [...body.querySelectorAll<HTMLElement>('.program-open')];
    (left[Math.min(index, left.length - 1)] ?? dialog).focus();
  };

  const row = (program: KeptProgram): TemplateResult => {
    const name = nameOf(program);
    const isOpen = program.id === desk.id;
    return html`<li class="program-row" aria-current=${isOpen ? 'true' : nothing}>
      <button type="button" class="program-open" data-id=${program.id} @click=${() => open(program.id)}>
        <span class="program-row-name">${name}</span>
        <span class="program-row-note"
          >${isOpen ? html`<strong>${words.listCurrent}</strong> · ` : nothing}${words.listChanged(inWords(program.savedAt, messages))}</span
        >
      </button>
      ${action(words.listRename(name), 'rename', () => void rename(program))}
      ${action(words.listSave(name), 'download', () => downloadProgram(program.program, name))}
      ${action(words.listDelete(name), 'reset', () => void remove(program))}
    </li>`;
  };
  const deletedRow = (program: KeptProgram): TemplateResult => {
    const restore = (): void => {
      close();
      void desk.restore(program.id);
    };
    return html`<li class="program-row">
      <span class="program-row-text">${nameOf(program)}</span>
      <button type="button" class="button small" aria-label=${words.listRestore(nameOf(program))} @click=${restore}>
        ${words.bringBack}
      </button>
    </li>`;
  };

  const draw = (): void => {
    const there = kept.filter(isThere).filter(matches);
    const deleted = kept.filter((program) => !isThere(program));
    const search = (event: Event): void => {
      if (event.target instanceof HTMLInputElement) query = event.target.value;
      draw();
    };
    render(
      html`<input
          class="field"
          type="search"
          placeholder=${words.listFilter}
          aria-label=${words.listFilter}
          autocomplete="off"
          autofocus
          @input=${search}
        />
        <ul class="program-rows">
          ${there.map(row)}
        </ul>
        ${there.length === 0 ? html`<p class="dialog-text" role="status">${words.listNothing}</p>` : nothing}
        ${
          deleted.length > 0
            ? html`<details class="program-deleted">
                <summary>${words.listDeleted}</summary>
                <ul class="program-rows">
                  ${deleted.map(deletedRow)}
                </ul>
              </details>`
            : nothing
        }`,
      body,
    );
  };
  const update = async (): Promise<void> => {
    kept = await desk.store.list();
    if (!closing.signal.aborted) draw();
  };
  const stop = desk.onChange(() => void update());
  closing.signal.addEventListener('abort', stop);
  draw();
  void update();
}
