/** The dialog with the last versions of a program: to look at, to compare with now, to go back to. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { compile } from '../generators/typescript/index.ts';
import type { Editor } from '../src/editor/index.ts';
import { drawProgram } from '../src/editor/picture/index.ts';
import { openDialog } from './dialog.ts';
import { compareLines, type LineRun } from './line-comparison.ts';
import type { Messages } from './messages.ts';
import type { Notices } from './notices.ts';
import type { ProgramDesk } from './program-desk.ts';
import { readText } from './program-store.ts';
import type { KeptVersion } from './storage.ts';
import { dateInWords, inWords } from './time-words.ts';

/** What the dialog works with. */
export interface VersionListOptions {
  desk: ProgramDesk;
  editor: Editor;
  messages: Messages;
  notices: Notices;
}

/** How many lines around a difference are shown. */
const context = 3;

/** Opens the dialog. */
export async function openVersionList({ desk, editor, messages, notices }: VersionListOptions): Promise<void> {
  const { programs: words } = messages;
  await desk.flush();
  const versions = desk.id === undefined ? [] : await desk.store.versions(desk.id);
  const pictures: string[] = [];
  const { body, close } = openDialog({
    title: words.versionsTitle(desk.name),
    messages,
    className: 'huge',
    closed: () => pictures.forEach((url) => URL.revokeObjectURL(url)),
  });
  const codeNow = editor.compile().code;
  let shown = versions[0];
  let view: 'blocks' | 'difference' = 'blocks';

  const restore = async (version: KeptVersion): Promise<void> => {
    close();
    try {
      await desk.goTo(readText(version.text));
      notices.show({ kind: 'info', title: words.versionRestored(dateInWords(version.savedAt, messages.tag)) });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      notices.show({ kind: 'error', title: words.versionUnreadable, detail });
    }
  };
  const choose = (version: KeptVersion): void => {
    shown = version;
    draw();
  };
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || !shown) return;
    event.preventDefault();
    const next = versions[versions.indexOf(shown) + by];
    if (!next) return;
    choose(next);
    body.querySelector<HTMLElement>('.version[aria-pressed="true"]')?.focus();
  };
  const item = (version: KeptVersion, index: number): TemplateResult =>
    html`<li>
      <button
        type="button"
        class="version"
        aria-pressed=${version === shown}
        ?autofocus=${index === 0}
        @click=${() => choose(version)}
        @keydown=${move}
      >
        <span>${index === 0 ? words.versionNow : inWords(version.savedAt, messages)}</span>
        <small>${dateInWords(version.savedAt, messages.tag)}</small>
      </button>
    </li>`;

  const showPicture = async (version: KeptVersion, place: HTMLElement): Promise<void> => {
    const dark = document.documentElement.dataset.theme === 'dark';
    try {
      const { svg, width, height } = await drawProgram(readText(version.text), {
        theme: dark ? 'dark' : 'light',
        rtl: document.dir === 'rtl',
      });
      if (version !== shown || view !== 'blocks') return;
      const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      pictures.push(url);
      render(html`<img src=${url} width=${width} height=${height} alt=${words.picture(desk.name)} />`, place);
    } catch {
      render(html`<p class="dialog-text">${words.versionUnreadable}</p>`, place);
    }
  };
  const difference = (version: KeptVersion): TemplateResult => {
    const runs = compareLines(compile(readText(version.text)).code, codeNow);
    if (runs.every(({ kind }) => kind === 'same')) return html`<p class="dialog-text">${words.versionSame}</p>`;
    return html`<pre class="difference" dir="ltr" tabindex="0" aria-label=${words.versionDifference}>
${runs.map((run, index) => lines(run, index === 0, index === runs.length - 1, messages))}</pre>`;
  };
  const viewChoice = (name: typeof view, label: string): TemplateResult =>
    html`<label class="choice"
      ><input
        type="radio"
        name="version-view"
        .checked=${view === name}
        @change=${() => {
          view = name;
          draw();
        }}
      />${label}</label
    >`;

  const draw = (): void => {
    const version = shown;
    render(
      html`<p class="dialog-text">${desk.store.hasHistory ? words.versionsHelp : words.versionsUnkept}</p>
        ${
          version
            ? html`<div class="versions">
                <ul class="version-list" aria-label=${words.versionsList}>
                  ${versions.map(item)}
                </ul>
                <div class="version-view">
                  <fieldset class="version-choices">
                    <legend class="spoken">${words.versionView}</legend>
                    ${viewChoice('blocks', words.versionBlocks)} ${viewChoice('difference', words.versionDifference)}
                  </fieldset>
                  <div class="version-content" tabindex="0" role="group" aria-label=${words.versionView}></div>
                  <div class="dialog-actions">
                    <button
                      type="button"
                      class="button primary"
                      ?disabled=${version === versions[0]}
                      @click=${() => void restore(version)}
                    >
                      ${words.versionRestore}
                    </button>
                  </div>
                </div>
              </div>`
            : html`<p class="dialog-text">${words.versionsNone}</p>`
        }`,
      body,
    );
    const place = body.querySelector<HTMLElement>('.version-content');
    if (!place || !version) return;
    if (view === 'blocks') void showPicture(version, place);
    else render(difference(version), place);
  };
  draw();
}

/** The lines of a run; of lines that are the same, only those next to a difference. */
function lines(run: LineRun, isFirst: boolean, isLast: boolean, messages: Messages): TemplateResult[] {
  const { programs: words } = messages;
  if (run.kind !== 'same') {
    const label = run.kind === 'added' ? words.lineAdded : words.lineRemoved;
    return run.lines.map(
      (line) => html`<span class="line ${run.kind}"><span class="spoken">${label}: </span>${line}${'\n'}</span>`,
    );
  }
  const head = isFirst ? [] : run.lines.slice(0, context);
  const tail = isLast ? [] : run.lines.slice(Math.max(head.length, run.lines.length - context));
  const hidden = run.lines.length - head.length - tail.length;
  const line = (text: string): TemplateResult => html`<span class="line">${text}${'\n'}</span>`;
  return [
    ...head.map(line),
    html`${hidden > 0 ? html`<span class="line gap">${words.linesSame(hidden)}${'\n'}</span>` : nothing}`,
    ...tail.map(line),
  ];
}
