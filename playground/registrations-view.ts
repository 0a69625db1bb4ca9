/** The registrations that the service holds, one row for each device and channel. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DeviceRegistration } from '../src/emulator/index.ts';
import { timeUntil } from './countdown.ts';
import type { Messages } from './messages.ts';
import { eachSecond } from './ticker.ts';

/** How long a row is marked as new, or as gone before it goes, in milliseconds. */
const markedTime = 5_000;

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

/** A device's registration with one channel, as a row. */
interface Row {
  device: DeviceRegistration;
  channel: string;
  registrationId: string;
  /** When it came to the table; undefined for those that were there from the start. */
  cameAt: number | undefined;
  /** When it was no longer registered; it stays for a moment. */
  wentAt: number | undefined;
}

/** The table of registrations. */
export class RegistrationsView {
  readonly #parts: RegistrationsParts;
  readonly #messages: Messages;
  readonly #momentFormat: Intl.DateTimeFormat;
  readonly #countdownFormat: Intl.RelativeTimeFormat;
  /** By registration ID, in the order in which they are shown. */
  #rows = new Map<string, Row>();
  #isFirst = true;

  constructor(parts: RegistrationsParts, messages: Messages) {
    this.#parts = parts;
    this.#messages = messages;
    this.#momentFormat = new Intl.DateTimeFormat(messages.tag, { dateStyle: 'medium', timeStyle: 'short' });
    this.#countdownFormat = new Intl.RelativeTimeFormat(messages.tag, { numeric: 'always' });
    this.#draw();
    this.#count();
    eachSecond(() => this.#draw());
  }

  /** Shows these devices and no others: what is new is marked, and so is for a moment what is gone. */
  show(devices: readonly DeviceRegistration[]): void {
    const now = Date.now();
    const rows = new Map<string, Row>();
    for (const device of devices) {
      for (const { channel, registrationId } of device.channels) {
        const known = this.#rows.get(registrationId);
        const isKnown = known !== undefined && known.wentAt === undefined;
        const cameAt = this.#isFirst ? undefined : isKnown ? known.cameAt : now;
        rows.set(registrationId, { device, channel, registrationId, cameAt, wentAt: undefined });
      }
    }
    for (const [id, row] of this.#rows) if (!rows.has(id)) rows.set(id, { ...row, wentAt: row.wentAt ?? now });
    this.#rows = rows;
    this.#isFirst = false;
    this.#draw();
    this.#count();
  }

  /** Says how many there are. What is written makes the browser draw anew, so this is not done each second. */
  #count(): void {
    const present = [...this.#rows.values()].filter(({ wentAt }) => wentAt === undefined).length;
    const { count } = this.#parts;
    count.textContent = String(present);
    count.hidden = present === 0;
    count.setAttribute('aria-label', this.#messages.registrationCount(present));
  }

  /** Brings the rows to the present moment; what stays as it is is not written. */
  #draw(): void {
    const now = Date.now();
    for (const [id, { wentAt }] of this.#rows) {
      if (wentAt !== undefined && now - wentAt >= markedTime) this.#rows.delete(id);
    }
    const rows = [...this.#rows.values()];
    const { empty } = this.#parts;
    const isEmpty = rows.length === 0;
    if (empty.hidden === isEmpty) empty.hidden = !isEmpty;
    render(
      repeat(
        rows,
        ({ registrationId }) => registrationId,
        (row) => this.#line(row, now),
      ),
      this.#parts.rows,
    );
  }

  // The roles are spelled out, since a narrow page lays the cells out as cards and browsers would then drop them.
  #line({ device, channel, registrationId, cameAt, wentAt }: Row, now: number): TemplateResult {
    const isNew = cameAt !== undefined && wentAt === undefined && now - cameAt < markedTime;
    return html`<tr role="row" ?data-new=${isNew} ?data-gone=${wentAt !== undefined}>
      <td role="cell" class="cell-device">
        <span class="device-platform">${platformNames.get(device.os) ?? device.os} ${device.osVersion}</span>
        <span class="device-id" title=${device.deviceId}>${device.deviceId}</span>
      </td>
      <td role="cell" class="cell-channel">
        ${channel}${isNew ? html`<span class="spoken">, ${this.#messages.devices.newRow}</span>` : nothing}
      </td>
      <td role="cell" class="cell-id">${registrationId}</td>
      <td role="cell" class="cell-expires">
        ${wentAt === undefined ? this.#expiration(device, now) : this.#end(device, wentAt)}
      </td>
    </tr>`;
  }

  #expiration({ expiresAt }: DeviceRegistration, now: number): TemplateResult | typeof nothing {
    if (expiresAt === undefined) return html`<span class="faint">${this.#messages.never}</span>`;
    const moment = new Date(expiresAt);
    if (Number.isNaN(moment.getTime())) return nothing;
    return html`<time datetime=${moment.toISOString()}
      ><span class="countdown">${timeUntil(expiresAt, now, this.#countdownFormat)}</span>
      <span class="faint">${this.#momentFormat.format(moment)}</span></time
    >`;
  }

  #end({ expiresAt }: DeviceRegistration, wentAt: number): TemplateResult {
    const { expired, cancelled } = this.#messages.devices;
    return html`<span class="gone">${expiresAt !== undefined && expiresAt <= wentAt ? expired : cancelled}</span>`;
  }
}
