/** The panel of registrations: what the service holds, whether it is kept, and what can be done with all of it. */
import { html, render } from 'lit';
import type { Emulator, EmulatorState } from '../src/emulator/index.ts';
import { download, pickFile, readJson } from './files.ts';
import { icon } from './icons.ts';
import { attachMenu } from './menu.ts';
import type { Messages } from './messages.ts';
import type { Notices } from './notices.ts';
import { RegistrationsView, type RegistrationsParts } from './registrations-view.ts';

const stateFileName = 'push-registrations.json';

/** What the panel works with. */
export interface RegistrationsOptions {
  emulator: Emulator;
  messages: Messages;
  notices: Notices;
  /** Whether the page has already said that the browser lets it store nothing. */
  isDenialKnown: boolean;
}

/** The parts of the panel. */
export interface RegistrationsPaneParts extends RegistrationsParts {
  /** Shown while what happens is not kept. */
  notKept: HTMLElement;
  menu: HTMLButtonElement;
}

/** Keeps the panel up to date and makes its menu work. */
export function connectRegistrations(parts: RegistrationsPaneParts, options: RegistrationsOptions): void {
  showTable(parts, options);
  showStorage(parts, options);
  const actions = new StateActions(options);
  const { messages } = options;
  attachMenu(parts.menu, () => [
    { label: messages.exportRegistrations, icon: 'export', choose: () => void actions.export() },
    {
      label: messages.importRegistrations,
      icon: 'import',
      choose: () => pickFile((file) => void actions.import(file)),
    },
    { label: messages.resetRegistrations, icon: 'reset', choose: () => void actions.reset() },
  ]);
  parts.menu.disabled = false;
}

/** Shows what the service holds, now and after each change, whichever tab made it. */
function showTable(parts: RegistrationsParts, { emulator, messages }: RegistrationsOptions): void {
  const view = new RegistrationsView(parts, messages);
  let latest = 0;
  const show = async (): Promise<void> => {
    latest += 1;
    const asked = latest;
    const devices = await emulator.devices();
    // A later answer may have come first.
    if (asked === latest) view.show(devices);
  };
  emulator.subscribe((change) => {
    if (change.type !== 'faults') void show();
  });
  void show();
}

/** Says when what happens is not kept: once in a message, and by a sign for as long as it is so. */
function showStorage(
  { notKept }: RegistrationsPaneParts,
  { emulator, messages, notices, isDenialKnown }: RegistrationsOptions,
): void {
  let isSaid = isDenialKnown;
  const show = (): void => {
    const { persistent, failure = 'failed' } = emulator.storage;
    const reason = messages.registrationsNotKeptWhy[failure];
    notKept.hidden = persistent;
    render(html`${icon('warn')}<span><strong>${messages.inMemory}</strong>${reason}</span>`, notKept);
    if (persistent || isSaid) return;
    isSaid = true;
    notices.show({ kind: 'error', title: messages.registrationsNotKept, detail: reason });
  };
  emulator.subscribe((change) => {
    if (change.type === 'storage') show();
  });
  show();
}

/** What can be done with everything that the service holds. What replaces it can be taken back. */
class StateActions {
  readonly #emulator: Emulator;
  readonly #messages: Messages;
  readonly #notices: Notices;

  constructor({ emulator, messages, notices }: RegistrationsOptions) {
    this.#emulator = emulator;
    this.#messages = messages;
    this.#notices = notices;
  }

  /** Downloads the state. */
  async export(): Promise<void> {
    const state = await this.#emulator.export();
    download(stateFileName, `${JSON.stringify(state, null, 2)}\n`, 'application/json');
    this.#notices.show({ kind: 'info', title: this.#messages.saved(stateFileName) });
  }

  /** Takes the state of a file in place of the present one. When it is none, a message says why. */
  async import(file: File): Promise<void> {
    const messages = this.#messages;
    try {
      const state = await readJson(file, messages);
      const before = await this.#emulator.export();
      await this.#emulator.import(state);
      this.#offerWayBack(messages.registrationsImported(file.name), before);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const detail = `${reason} ${messages.registrationsKept}`;
      this.#notices.show({ kind: 'error', title: messages.openFailed(file.name), detail });
    }
  }

  /** Removes everything. */
  async reset(): Promise<void> {
    const before = await this.#emulator.export();
    await this.#emulator.reset();
    this.#offerWayBack(this.#messages.registrationsReset, before);
  }

  /** Says what was done, with a button that undoes it. The offer ends with the next change, which it would undo too. */
  #offerWayBack(title: string, before: EmulatorState): void {
    const restore = (): void => {
      withdraw();
      void this.#emulator.import(before);
    };
    const dismiss = this.#notices.show({
      kind: 'info',
      title,
      actions: [{ label: this.#messages.undo, choose: restore }],
    });
    const unsubscribe = this.#emulator.subscribe(({ type }) => {
      if (type === 'registrations' || type === 'messages' || type === 'reset') withdraw();
    });
    const withdraw = (): void => {
      unsubscribe();
      dismiss();
    };
  }
}
