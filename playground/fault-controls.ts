/** The button that opens the choice of faults, and the sign over the page while any is on. */
import { html, nothing, render } from 'lit';
import type { Emulator } from '../src/emulator/index.ts';
import { openFaultDialog } from './fault-dialog.ts';
import { FaultSwitch } from './fault-switch.ts';
import { describeFaults } from './fault-words.ts';
import { icon } from './icons.ts';
import type { Messages } from './messages.ts';

/** The parts of the page that faults have. */
export interface FaultParts {
  open: HTMLButtonElement;
  /** The strip over the panes. */
  sign: HTMLElement;
  /** What it says; a live region, there before its text. */
  text: HTMLElement;
  actions: HTMLElement;
}

/** Connects the button and the sign with the faults of the service. */
export function connectFaults(parts: FaultParts, emulator: Emulator, messages: Messages): FaultSwitch {
  const faults = new FaultSwitch(emulator, () => show());

  const choose = (): void => {
    openFaultDialog(faults.active, messages, ({ settings, span }) => faults.set(settings, span));
  };
  const turnOff = (): void => {
    faults.clear();
    // The button that was pressed is gone; the keyboard goes on where faults are turned on.
    parts.open.focus();
  };
  const show = (): void => {
    const { active } = faults;
    parts.sign.toggleAttribute('data-on', active !== undefined);
    parts.open.toggleAttribute('data-on', active !== undefined);
    render(
      active
        ? html`${icon('faults')}<span
              ><strong>${messages.faultsOn[active.span]}</strong> ${describeFaults(active.settings, messages)}</span
            >`
        : nothing,
      parts.text,
    );
    render(
      active
        ? html`<button type="button" class="button small" @click=${choose}>${messages.faultsChange}</button>
            <button type="button" class="button small" @click=${turnOff}>${messages.faultsOff}</button>`
        : nothing,
      parts.actions,
    );
  };

  parts.open.addEventListener('click', choose);
  parts.open.disabled = false;
  show();
  return faults;
}
