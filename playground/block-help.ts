/**
 * Help on one block: what it does, what goes in and comes out, which errors it can bring, and where the documents are.
 * Most of it is read from the block itself; what the documents say beyond that is among the texts of the page.
 */
import { html, nothing, render, type TemplateResult } from 'lit';
import type { Editor } from '../src/editor/index.ts';
import { documentedErrors } from '../src/emulator/index.ts';
import { openDialog } from './dialog.ts';
import { icon } from './icons.ts';
import type { Messages } from './messages.ts';

type Block = ReturnType<Editor['workspace']['getAllBlocks']>[number];
type Help = Messages['learning']['help'];

/** The errors of Backendless that a block can bring, as its documents list them. */
const errorsOf: Readonly<Record<string, readonly number[]>> = {
  device_register: [2002, 5004, 5044, 8000],
  device_get_registration: [2002, 5000],
  device_cancel_registration: [2002, 5001],
  push_publish: [2002, 5007, 5010],
  push_publish_to_devices: [2002, 5007, 5010],
  device_init_app: [2002],
};

/** Opens the help. */
export function openBlockHelp(block: Block, messages: Messages): void {
  const words = messages.learning.help;
  const facts = factsOn(block.type, words);
  const errors = errorsOf[block.type] ?? [];
  const url = typeof block.helpUrl === 'function' ? block.helpUrl() : block.helpUrl;
  const { body } = openDialog({ title: words.title(titleOf(block)), messages, className: 'wide' });
  const section = (title: string, content: unknown): TemplateResult =>
    html`<h3 class="help-heading">${title}</h3>
      ${content}`;

  render(
    html`<div class="help" tabindex="0" role="group" aria-label=${words.title(titleOf(block))}>
      ${section(words.what, html`<p>${tooltipOf(block)}</p>`)} ${section(words.inputs, inputs(block, words, facts))}
      ${section(words.result, html`<p>${facts['result'] ?? resultOf(block, words)}</p>`)}
      ${
        errors.length > 0
          ? section(
              words.errors,
              html`<dl class="help-list">
                ${errors.map(
                  (code) =>
                    html`<dt>${code}</dt>
                      <dd>${messages.errorAdvice[code] ?? documentedErrors.get(code)}</dd>`,
                )}
              </dl>`,
            )
          : nothing
      }
      ${facts['note'] ? section(words.notes, html`<p>${facts['note']}</p>`) : nothing}
      ${
        isWebAddress(url)
          ? section(
              words.docs,
              html`<p>
                <a class="help-link" href=${url} target="_blank" rel="noopener noreferrer"
                  >${url}${icon('external')}<span class="spoken"> ${words.docsNewTab}</span></a
                >
              </p>`,
            )
          : nothing
      }
    </div>`,
    body,
  );
}

/** What the documents say of a block beyond what is on it, by the names of its inputs, `result` and `note`. */
function factsOn(type: string, { facts }: Help): Readonly<Record<string, string | undefined>> {
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = facts;
  return Object.hasOwn(all, type) ? (all[type] ?? {}) : {};
}

/** What is written in the first row of a block, or on the whole of it. */
function titleOf(block: Block): string {
  const [first] = block.inputList;
  const row = first?.fieldRow.map((field) => field.getText()).join(' ') ?? '';
  const text = /\p{L}/u.test(row) && row.trim().length > 2 ? row : textOf(block);
  return text.replace(/\s+/g, ' ').trim();
}

/** All that is written on a block and in it, shortened. */
function textOf(block: Block): string {
  const text = block.toString();
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function tooltipOf(block: Block): string {
  try {
    return block.getTooltip();
  } catch {
    // Some of Blockly's own ask for what only a block in use has.
    return '';
  }
}

function inputs(block: Block, words: Help, facts: Readonly<Record<string, string | undefined>>): TemplateResult {
  const rows = block.inputList.flatMap((input) => {
    const { connection } = input;
    if (!connection) return [];
    const label = input.getAriaLabelText() ?? input.fieldRow.map((field) => field.getText()).join(' ');
    const isStatement = connection.type === statementInput;
    const kind = isStatement ? words.types.blocks : kinds(connection.getCheck(), words);
    return [{ label: label.trim() || kind, kind, fact: facts[input.name] }];
  });
  if (rows.length === 0) return html`<p>${words.noInputs}</p>`;
  return html`<dl class="help-list">
    ${rows.map(
      ({ label, kind, fact }) =>
        html`<dt>${label}${kind === label ? nothing : html` <small>${kind}</small>`}</dt>
          <dd>${fact ?? nothing}</dd>`,
    )}
  </dl>`;
}

/** Blockly's number for the kind of connection that holds statements. */
const statementInput = 3;

function resultOf(block: Block, words: Help): string {
  return block.outputConnection ? capitalize(kinds(block.outputConnection.getCheck(), words)) : words.statement;
}

function capitalize(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** Kinds of values in words; a kind of a host's own keeps its name. */
function kinds(checks: string[] | null, words: Help): string {
  const types: Readonly<Record<string, string>> = words.types;
  return (checks ?? ['any']).map((check) => types[check] ?? check).join(words.or);
}

/** Definitions come from hosts too: only an address of the web becomes a link. */
function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//.test(url);
}
