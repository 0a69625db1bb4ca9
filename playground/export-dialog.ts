/** The dialog in which it is chosen how code and pictures are exported. What is chosen holds at once. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { openDialog } from './dialog.ts';
import { applyExportChoices, compileOptions, readExportChoices, type ExportChoices } from './export-choices.ts';
import type { ExportOptions } from './exports.ts';
import { icon } from './icons.ts';
import type { MenuItem } from './menu.ts';

/** How many lines of the code are shown. */
const headLines = 14;

/** Opens the dialog. `exports` are the ways to take the program away, as the menu has them. */
export function openExportDialog({ editor, messages }: ExportOptions, exports: readonly MenuItem[]): void {
  const words = messages.sharing;
  const { body } = openDialog({ title: words.exportTitle, messages, className: 'wide' });
  let choices = readExportChoices();

  const change = (changed: Partial<ExportChoices>): void => {
    choices = { ...choices, ...changed };
    applyExportChoices(editor, choices);
    draw();
  };
  const radio = <Name extends 'format' | 'pictures'>(
    name: Name,
    value: ExportChoices[Name],
    label: string,
    isFirst = false,
  ): TemplateResult =>
    html`<label class="choice"
      ><input
        type="radio"
        name="export-${name}"
        ?autofocus=${isFirst}
        .checked=${choices[name] === value}
        @change=${() => change({ [name]: value })}
      />${label}</label
    >`;
  const rename = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) change({ name: target.value });
  };

  const draw = (): void => {
    const lines = editor.compile(compileOptions(choices)).code.split('\n');
    const head = lines.slice(0, headLines).join('\n');
    render(
      html`<fieldset class="dialog-field choices">
          <legend>${words.format}</legend>
          ${radio('format', 'function', words.formats.function, true)}
          ${radio('format', 'script', words.formats.script)}
        </fieldset>
        ${
          choices.format === 'function'
            ? html`<label class="dialog-field"
                >${words.functionName}
                <input
                  class="field"
                  dir="ltr"
                  .value=${choices.name}
                  maxlength="60"
                  spellcheck="false"
                  autocomplete="off"
                  aria-describedby="export-name-help"
                  @input=${rename}
                />
                <span class="field-help" id="export-name-help">${words.functionNameHelp}</span>
              </label>`
            : nothing
        }
        <p class="dialog-label-small" id="export-head-label">${words.head}</p>
        <pre class="export-head" dir="ltr" tabindex="0" role="group" aria-labelledby="export-head-label">
${head}${lines.length > headLines ? '\n…' : ''}</pre>
        <fieldset class="dialog-field choices">
          <legend>${words.pictureTheme}</legend>
          ${radio('pictures', 'page', words.pictureThemes.page)}
          ${radio('pictures', 'light', words.pictureThemes.light)}
        </fieldset>
        <div class="export-files" role="group" aria-label=${words.files}>
          ${exports.map(
            ({ label, icon: name, choose }) =>
              html`<button type="button" class="button outlined" @click=${choose}>
                ${name ? icon(name) : nothing}${label}
              </button>`,
          )}
        </div>`,
      body,
    );
  };
  draw();
}
