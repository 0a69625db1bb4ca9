/** The dialog in which faults on purpose are chosen. */
import { html, render } from 'lit';
import { documentedErrors, type FaultSettings } from '../src/emulator/index.ts';
import { part } from './dom.ts';
import type { ActiveFaults, FaultSpan } from './fault-switch.ts';
import { describeDelay, describeFailure, failureOf } from './fault-words.ts';
import type { Messages } from './messages.ts';

/** Errors of a server that its clients meet. */
const statuses = [500, 502, 503, 504];
/** How much slower, in milliseconds. */
const delays = [0, 500, 2_000, 10_000];

/** What a person chose. */
export interface FaultChoice {
  settings: Partial<FaultSettings>;
  span: FaultSpan;
}

/** Lets a person choose faults. `choose` is not called when they cancel; the dialog begins with the active ones. */
export function openFaultDialog(
  active: ActiveFaults | undefined,
  messages: Messages,
  choose: (choice: FaultChoice) => void,
): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.setAttribute('aria-labelledby', 'faults-title');
  dialog.addEventListener('close', () => dialog.remove());

  const submit = (event: Event): void => {
    event.preventDefault();
    const chosen = new FormData(part(dialog, 'form', HTMLFormElement));
    const span = chosen.get('span') === 'lasting' ? 'lasting' : 'run';
    const settings = { ...readFailure(String(chosen.get('failure'))), latency: Number(chosen.get('latency')) };
    dialog.close();
    choose({ settings, span });
  };
  const failure = active ? failureOf(active.settings) : 'none';
  const latency = active?.settings.latency ?? 0;
  const span = active?.span ?? 'run';
  const option = (name: string) =>
    html`<option value=${name} ?selected=${name === failure}>${describeFailure(name, messages)}</option>`;
  const spanChoice = (name: FaultSpan) =>
    html`<label class="choice"
      ><input type="radio" name="span" value=${name} ?checked=${name === span} />${messages.faultSpans[name]}</label
    >`;

  render(
    html`<form @submit=${submit}>
      <h2 class="dialog-heading" id="faults-title">${messages.faultsTitle}</h2>
      <p class="dialog-text">${messages.faultsHelp}</p>
      <label class="dialog-field"
        >${messages.faultFailure}
        <select class="field" name="failure" autofocus>
          ${option('none')} ${option('offline')} ${option('lost-answer')}
          <optgroup label=${messages.faultStatuses}>${statuses.map((status) => option(String(status)))}</optgroup>
          <optgroup label=${messages.faultCodes}>
            ${[...documentedErrors.keys()].map((code) => option(String(code)))}
          </optgroup>
        </select>
      </label>
      <label class="dialog-field"
        >${messages.faultLatency}
        <select class="field" name="latency">
          ${delays.map(
            (delay) =>
              html`<option value=${delay} ?selected=${delay === latency}>${describeDelay(delay, messages)}</option>`,
          )}
        </select>
      </label>
      <fieldset class="dialog-field choices">
        <legend>${messages.faultSpan}</legend>
        ${spanChoice('run')} ${spanChoice('lasting')}
      </fieldset>
      <div class="dialog-actions">
        <button type="button" class="button" @click=${() => dialog.close()}>${messages.cancel}</button>
        <button type="submit" class="button primary">${messages.faultsApply}</button>
      </div>
    </form>`,
    dialog,
  );
  document.body.append(dialog);
  dialog.showModal();
}

/** The settings that a name of a failure stands for; see {@link failureOf}. */
function readFailure(name: string): Partial<FaultSettings> {
  if (name === 'offline') return { offline: true };
  if (name === 'lost-answer') return { loseAnswer: true };
  if (name === 'none') return {};
  const number = Number(name);
  return documentedErrors.has(number) ? { code: number } : { status: number };
}
