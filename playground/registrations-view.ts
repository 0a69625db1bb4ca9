/** The registrations that the service holds, one row for each device and channel. */
import { html, nothing, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DeviceRegistration } from '../src/emulator/index.ts';
import type { Messages } from './messages.ts';

/** The parts of the page that the table is made of. */
export interface RegistrationsParts {
  rows: HTMLElement;
  empty: HTMLElement;
  count: HTMLElement;
}

const platformNames = new Map([
  ['ANDROID', 'Android'],
  ['IOS', 'iOS'],
]);

/** The table of registrations. */
export class RegistrationsView {
  readonly #parts: RegistrationsParts;
  readonly #messages: Messages;
  readonly #momentFormat: Intl.DateTimeFormat;

  constructor(parts: RegistrationsParts, messages: Messages) {
    this.#parts = parts;
    this.#messages = messages;
    this.#momentFormat = new Intl.DateTimeFormat(messages.tag, { dateStyle: 'medium', timeStyle: 'short' });
    this.show([]);
  }

  /** Shows these devices and no others. */
  show(devices: readonly DeviceRegistration[]): void {
    const rows = devices.flatMap((device) => device.channels.map((registration) => ({ device, ...registration })));
    const { empty, count } = this.#parts;
    empty.hidden = rows.length > 0;
    count.textContent = String(rows.length);
    count.hidden = rows.length === 0;
    count.setAttribute('aria-label', this.#messages.registrationCount(rows.length));

    // The roles are spelled out, since a narrow page lays the cells out as cards and browsers would then drop them.
    const line = ({ device, channel, registrationId }: (typeof rows)[number]) =>
      html`<tr role="row">
        <td role="cell" class="cell-device">
          <span class="device-platform">${platformNames.get(device.os) ?? device.os} ${device.osVersion}</span>
          <span class="device-id" title=${device.deviceId}>${device.deviceId}</span>
        </td>
        <td role="cell" class="cell-channel">${channel}</td>
        <td role="cell" class="cell-id">${registrationId}</td>
        <td role="cell" class="cell-expires">${this.#expiration(device)}</td>
      </tr>`;
    render(
      repeat(rows, (row) => row.registrationId, line),
      this.#parts.rows,
    );
  }

  #expiration({ expiresAt }: DeviceRegistration) {
    if (expiresAt === undefined) return html`<span class="faint">${this.#messages.never}</span>`;
    const moment = new Date(expiresAt);
    if (Number.isNaN(moment.getTime())) return nothing;
    return html`<time datetime=${moment.toISOString()}>${this.#momentFormat.format(moment)}</time>`;
  }
}
