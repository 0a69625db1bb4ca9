/** A phone with its lock screen and the notifications on it. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { brandMark, icon } from './icons.ts';
import type { Messages } from './messages.ts';
import type { PhoneNotification } from './notification.ts';

/** A device, as its phone shows it. */
export interface PhoneState {
  deviceId: string;
  name: string;
  os: string;
  osVersion: string;
  /** Added by the person, who can then name, choose and remove it. */
  isSimulated: boolean;
  /** The one that programs run on. */
  isCurrent: boolean;
  /** The channels that it is registered with now. */
  channels: readonly string[];
  /** Latest first. */
  notifications: readonly PhoneNotification[];
  /** Those after this one have come since the phone was first shown. */
  seen: number;
}

/** What a person does with a phone. */
export interface PhoneEvents {
  choose(): void;
  rename(name: string): void;
  /** Absent where it is the last. */
  remove?: (() => void) | undefined;
}

const platformNames = new Map([
  ['ANDROID', 'Android'],
  ['IOS', 'iOS'],
]);

/** A phone, drawn. `now` is the time on its screen, in milliseconds since 1970. */
export function drawPhone(phone: PhoneState, now: number, messages: Messages, events: PhoneEvents): TemplateResult {
  const { devices } = messages;
  const time = new Intl.DateTimeFormat(messages.tag, { hour: 'numeric', minute: '2-digit' });
  const date = new Intl.DateTimeFormat(messages.tag, { weekday: 'long', day: 'numeric', month: 'long' });
  const look = phone.os === 'IOS' ? 'ios' : 'android';
  const card = (notification: PhoneNotification): TemplateResult => drawCard(notification, phone, now, time, messages);
  return html`<li class="phone-place" aria-label=${devices.phone(phone.name)} data-device=${phone.deviceId}>
    <div class="phone ${look}" ?data-current=${phone.isCurrent}>
      <div class="phone-screen">
        <p class="phone-clock" aria-hidden="true">
          <span class="phone-time">${time.format(now)}</span><span class="phone-date">${date.format(now)}</span>
        </p>
        <ul class="phone-cards" aria-label=${devices.notifications} aria-live="polite" tabindex="0">
          ${repeat(phone.notifications, ({ sequence }) => sequence, card)}
        </ul>
        ${phone.notifications.length === 0 ? html`<p class="phone-empty">${devices.noNotifications}</p>` : nothing}
      </div>
    </div>
    <div class="phone-caption">
      ${
        phone.isSimulated
          ? html`<input
              class="phone-name"
              aria-label=${devices.deviceName}
              maxlength="100"
              .value=${phone.name}
              @change=${({ target }: Event) => {
                if (target instanceof HTMLInputElement) events.rename(target.value);
              }}
            />`
          : html`<span class="phone-name">${phone.name}</span>`
      }
      ${
        phone.isSimulated && events.remove
          ? html`<button
              type="button"
              class="button small icon-only"
              aria-label=${devices.removeDevice(phone.name)}
              @click=${events.remove}
            >
              ${icon('close')}
            </button>`
          : nothing
      }
      <span class="phone-about"
        >${platformNames.get(phone.os) ?? phone.os} ${phone.osVersion} ·
        ${phone.channels.length > 0 ? devices.registeredWith(phone.channels.join(', ')) : devices.notRegistered}</span
      >
      ${
        phone.isSimulated
          ? html`<label class="phone-choice"
              ><input type="radio" name="device" .checked=${phone.isCurrent} @change=${events.choose} />${
                devices.runsHere
              }</label
            >`
          : html`<span class="phone-choice faint">${devices.setUpByProgram}</span>`
      }
    </div>
  </li>`;
}

function drawCard(
  { title, subtitle, body, badge, channel, time, sequence }: PhoneNotification,
  { os, seen }: PhoneState,
  now: number,
  format: Intl.DateTimeFormat,
  { devices }: Messages,
): TemplateResult {
  const when = now - time < 60_000 ? devices.now : format.format(time);
  const moment = html`<time class="card-time" datetime=${new Date(time).toISOString()}>${when}</time>`;
  const isNew = sequence > seen;
  return html`<li class="card" ?data-new=${isNew}>
    <span class="card-icon">${brandMark()}</span>
    <div class="card-text">
      <p class="card-head"><span>${os === 'IOS' ? (title ?? devices.app) : devices.app}</span> ${moment}</p>
      ${os !== 'IOS' && title ? html`<p class="card-title">${title}</p>` : nothing}
      ${subtitle ? html`<p class="card-title">${subtitle}</p>` : nothing}
      <p class="card-body">${body}</p>
      <p class="card-channel">${channel}</p>
    </div>
    ${badge ? html`<span class="card-badge" role="img" aria-label=${devices.badge(badge)}>${badge}</span>` : nothing}
  </li>`;
}
