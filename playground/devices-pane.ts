/** The phones over the table of registrations, and the tools that go with them. Loaded once the editor is there. */
import { html, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { BackendHandler, DeviceRegistration, Emulator } from '../src/emulator/index.ts';
import { drawPhone, type PhoneState } from './phone.ts';
import { platforms, type Devices, type Platform } from './devices.ts';
import { icon } from './icons.ts';
import { attachMenu } from './menu.ts';
import type { Messages } from './messages.ts';
import type { Notices } from './notices.ts';
import { notificationOf, type PhoneNotification } from './notification.ts';
import type { PublishForm } from './publish-form.ts';
import { eachSecond } from './ticker.ts';

/** The most notifications that a phone shows. */
const mostCards = 20;

/** What the pane works with. */
export interface DevicesOptions {
  slots: { devices: HTMLElement; deviceTools: HTMLElement };
  emulator: Emulator;
  devices: Devices;
  /** Answers the form to publish, faults included. */
  handle: BackendHandler;
  messages: Messages;
  notices: Notices;
  /** Whether programs talk to an app of the person's own; then what is here stays as it is, and says so. */
  isElsewhere: () => boolean;
}

/** The pane. */
export class DevicesPane {
  readonly #options: DevicesOptions;
  readonly #place = document.createElement('div');
  readonly #formPlace = document.createElement('div');
  /** The last notification of each phone when it was first shown: what comes later is new. */
  readonly #seen = new Map<string, number>();
  #phones: PhoneState[] = [];
  #form: PublishForm | undefined;
  #asked = 0;

  constructor(options: DevicesOptions) {
    this.#options = options;
    const { slots, emulator, devices } = options;
    this.#place.className = 'phones-place';
    this.#formPlace.className = 'publish-place';
    this.#formPlace.id = 'publish';
    this.#formPlace.hidden = true;
    slots.devices.append(this.#formPlace, this.#place);
    this.#drawTools();
    emulator.subscribe(({ type }) => {
      if (type !== 'faults' && type !== 'storage') void this.update();
    });
    devices.onChange(() => void this.update());
    eachSecond(() => this.#draw());
    void this.update();
  }

  /** Brings the phones up to date with the service. */
  async update(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const phones = await this.#read();
    // A later answer may have come first.
    if (asked !== this.#asked) return;
    this.#phones = phones;
    this.#draw();
    void this.#form?.update();
  }

  async #read(): Promise<PhoneState[]> {
    const { devices, emulator } = this.#options;
    const registered = await emulator.devices();
    const simulated = devices.all.map(({ uuid, name, platform, version }) => ({
      deviceId: uuid,
      name,
      os: platform,
      osVersion: version,
      isSimulated: true,
    }));
    const known = new Set(simulated.map(({ deviceId }) => deviceId));
    const others = registered
      .filter(({ deviceId }) => !known.has(deviceId))
      .map(({ deviceId, os, osVersion }) => ({ deviceId, name: deviceId, os, osVersion, isSimulated: false }));
    return Promise.all([...simulated, ...others].map((device) => this.#phone(device, registered)));
  }

  async #phone(
    device: Pick<PhoneState, 'deviceId' | 'name' | 'os' | 'osVersion' | 'isSimulated'>,
    registered: readonly DeviceRegistration[],
  ): Promise<PhoneState> {
    const { devices, emulator } = this.#options;
    const { deviceId, os } = device;
    const delivered = await emulator.messages(deviceId);
    const notifications = delivered
      .map((message) => notificationOf(message, os))
      .filter((one): one is PhoneNotification => one !== undefined)
      .toReversed()
      .slice(0, mostCards);
    let seen = this.#seen.get(deviceId);
    if (seen === undefined) this.#seen.set(deviceId, (seen = delivered.at(-1)?.sequence ?? 0));
    return {
      ...device,
      isCurrent: device.isSimulated && deviceId === devices.current.uuid,
      channels: registered
        .filter((one) => one.deviceId === deviceId)
        .flatMap(({ channels }) => channels.map(({ channel }) => channel)),
      notifications,
      seen,
    };
  }

  #draw(): void {
    const { messages, isElsewhere } = this.#options;
    const now = Date.now();
    render(
      html`${isElsewhere() ? html`<p class="elsewhere">${messages.backend.registrationsElsewhere}</p>` : ''}
        <ul class="phones" aria-label=${messages.devices.phones}>
          ${repeat(
            this.#phones,
            ({ deviceId }) => deviceId,
            (phone) => this.#drawPhone(phone, now),
          )}
        </ul>`,
      this.#place,
    );
  }

  #drawPhone(phone: PhoneState, now: number): TemplateResult {
    const { devices, messages, notices } = this.#options;
    const { deviceId, name } = phone;
    const remove = (): void => {
      const undo = devices.remove(deviceId);
      if (!undo) return;
      const title = messages.devices.deviceRemoved(name);
      notices.show({ kind: 'info', title, actions: [{ label: messages.undo, choose: undo }] });
    };
    return drawPhone(phone, now, messages, {
      choose: () => devices.choose(deviceId),
      rename: (wanted) => devices.rename(deviceId, wanted),
      remove: devices.all.length > 1 ? remove : undefined,
    });
  }

  #drawTools(): void {
    const { slots, devices, messages } = this.#options;
    const words = messages.devices;
    const labels: Record<Platform, string> = { ANDROID: words.addAndroid, IOS: words.addIos };
    const add = toolButton('add-device', 'zoomIn', words.addDevice);
    const publish = toolButton('publish-toggle', 'publish', words.publish);
    publish.setAttribute('aria-expanded', 'false');
    publish.setAttribute('aria-controls', this.#formPlace.id);
    slots.deviceTools.append(publish, add);
    attachMenu(add, () =>
      devices.hasRoom
        ? platforms.map((platform) => ({
            label: labels[platform],
            icon: 'registrations',
            choose: () => void this.#add(platform),
          }))
        : [],
    );
    publish.addEventListener('click', () => void this.#toggleForm(publish));
  }

  /** Adds a phone, and brings it into view: there may be many, and rows of registrations before them. */
  async #add(platform: Platform): Promise<void> {
    const { devices, messages, notices } = this.#options;
    const { uuid, name } = devices.add(platform, messages.devices.newNames[platform]);
    notices.say(messages.devices.deviceAdded(name));
    await this.update();
    this.#place.querySelector(`[data-device="${uuid}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  async #toggleForm(button: HTMLButtonElement): Promise<void> {
    const isOpen = this.#formPlace.hidden;
    this.#formPlace.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) return;
    const { emulator, handle, messages, isElsewhere } = this.#options;
    if (!this.#form) {
      const { PublishForm } = await import('./publish-form.ts');
      this.#form ??= new PublishForm(this.#formPlace, {
        emulator,
        handle,
        messages,
        isElsewhere,
        // The form may have pushed the phones out of sight.
        published: () => this.#place.scrollIntoView({ block: 'nearest' }),
      });
    }
    await this.#form.update();
    if (!this.#formPlace.hidden) this.#form.focus();
  }
}

function toolButton(id: string, name: Parameters<typeof icon>[0], label: string): HTMLButtonElement {
  const button = document.createElement('button');
  Object.assign(button, { id, type: 'button', className: 'button small icon-only' });
  button.setAttribute('aria-label', label);
  button.dataset.tip = label;
  button.dataset.tipEnd = '';
  render(icon(name), button);
  return button;
}
