/** A form that publishes a message to a channel, through the service that programs use. Loaded when it is opened. */
import { html, nothing, render, type TemplateResult } from 'lit';
import type { BackendHandler, Emulator } from '../src/emulator/index.ts';
import { icon } from './icons.ts';
import type { Messages } from './messages.ts';

/** Headers that phones understand, offered as one writes. */
const knownHeaders = [
  'android-content-title',
  'android-content-text',
  'android-ticker-text',
  'ios-alert-title',
  'ios-alert-subtitle',
  'ios-alert-body',
  'ios-badge',
  'ios-sound',
];

/** To whom a message goes: all of its channel, those of a platform, or those chosen. */
const audiences = ['all', 'android', 'ios', 'chosen'] as const;
type Audience = (typeof audiences)[number];

/** An application under which nothing is registered that is not simulated. */
const app = { appId: 'example-app', apiKey: 'example-key' };

/** What the form works with. */
export interface PublishOptions {
  emulator: Emulator;
  handle: BackendHandler;
  messages: Messages;
  /** Whether programs talk to an app of the person's own; nothing is published there. */
  isElsewhere: () => boolean;
  /** A message is on its way to the phones. */
  published: () => void;
}

/** What came of the last try. */
type Result =
  { kind: 'sending' } | { kind: 'sent'; devices: number } | { kind: 'failed'; text: string; advice: string };

/** The form, in its place. */
export class PublishForm {
  readonly #place: HTMLElement;
  readonly #options: PublishOptions;
  #channels: string[] = [];
  #devices: { deviceId: string; os: string }[] = [];
  #audience: Audience = 'all';
  #headers: { id: number }[] = [];
  #lastHeader = 0;
  #result: Result | undefined;

  constructor(place: HTMLElement, options: PublishOptions) {
    this.#place = place;
    this.#options = options;
  }

  /** Offers the channels and devices that there are now. */
  async update(): Promise<void> {
    const { emulator } = this.#options;
    const [channels, devices] = await Promise.all([emulator.channels(), emulator.devices()]);
    this.#channels = [...new Set(['default', ...channels.map(({ channel }) => channel)])];
    this.#devices = devices.map(({ deviceId, os }) => ({ deviceId, os }));
    this.#draw();
  }

  focus(): void {
    this.#place.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }

  #draw(): void {
    const { messages, isElsewhere } = this.#options;
    const { devices } = messages;
    if (isElsewhere()) {
      render(html`<p class="elsewhere">${messages.backend.publishElsewhere}</p>`, this.#place);
      return;
    }
    const labels: Record<Audience, string> = {
      all: devices.publishAll,
      android: devices.publishAndroid,
      ios: devices.publishIos,
      chosen: devices.publishChosen,
    };
    render(
      html`<form class="publish" aria-label=${devices.publish} @submit=${(event: Event) => void this.#submit(event)}>
        <label class="publish-field"
          >${devices.publishChannel}
          <input class="field" name="channel" list="publish-channels" required autocomplete="off" maxlength="200" />
        </label>
        <datalist id="publish-channels">
          ${this.#channels.map((channel) => html`<option value=${channel}></option>`)}
        </datalist>
        <label class="publish-field"
          >${devices.publishTitle}<input class="field" name="title" autocomplete="off"
        /></label>
        <label class="publish-field wide"
          >${devices.publishMessage}<textarea class="field" name="message" rows="2" required></textarea>
        </label>
        <div class="publish-field wide">
          <label for="publish-audience">${devices.publishTo}</label>
          <select
            class="field"
            id="publish-audience"
            name="audience"
            @change=${({ target }: Event) => {
              if (target instanceof HTMLSelectElement) this.#choose(target.value);
            }}
          >
            ${audiences.map(
              (name) => html`<option value=${name} ?selected=${name === this.#audience}>${labels[name]}</option>`,
            )}
          </select>
        </div>
        ${this.#audience === 'chosen' ? this.#deviceChoice() : nothing}
        <fieldset class="publish-headers wide">
          <legend>${devices.publishHeaders}</legend>
          <datalist id="publish-header-names">
            ${knownHeaders.map((name) => html`<option value=${name}></option>`)}
          </datalist>
          ${this.#headers.map(({ id }) => this.#header(id))}
          <button type="button" class="button small" @click=${() => this.#addHeader()}>
            ${icon('zoomIn')}${devices.addHeader}
          </button>
        </fieldset>
        <div class="publish-end wide">
          <p role="status">${this.#result ? this.#resultText(this.#result) : nothing}</p>
          <button type="submit" class="button primary" ?disabled=${this.#result?.kind === 'sending'}>
            ${devices.publishNow}
          </button>
        </div>
      </form>`,
      this.#place,
    );
  }

  #deviceChoice(): TemplateResult {
    const { devices } = this.#options.messages;
    return html`<fieldset class="choices wide">
      <legend>${devices.publishDevices}</legend>
      ${this.#devices.map(
        ({ deviceId, os }) =>
          html`<label class="choice"
            ><input type="checkbox" name="device" value=${deviceId} />${os} ${deviceId}</label
          >`,
      )}
    </fieldset>`;
  }

  #header(id: number): TemplateResult {
    const { devices } = this.#options.messages;
    return html`<div class="publish-header">
      <input
        class="field"
        name="header-name"
        list="publish-header-names"
        aria-label=${devices.headerName}
        placeholder=${devices.headerName}
        autocomplete="off"
      />
      <input
        class="field"
        name="header-value"
        aria-label=${devices.headerValue}
        placeholder=${devices.headerValue}
        autocomplete="off"
      />
      <button
        type="button"
        class="button small icon-only"
        aria-label=${devices.removeHeader}
        @click=${() => {
          this.#headers = this.#headers.filter((header) => header.id !== id);
          this.#draw();
        }}
      >
        ${icon('close')}
      </button>
    </div>`;
  }

  #resultText(result: Result): TemplateResult {
    const { devices } = this.#options.messages;
    if (result.kind === 'sending') return html`${devices.publishing}`;
    if (result.kind === 'sent') return html`${icon('check')}${devices.published(result.devices)}`;
    return html`<span class="publish-error">${icon('error')}${result.text} ${result.advice}</span>`;
  }

  #choose(name: string): void {
    this.#audience = audiences.find((known) => known === name) ?? 'all';
    this.#draw();
  }

  #addHeader(): void {
    this.#lastHeader += 1;
    this.#headers = [...this.#headers, { id: this.#lastHeader }];
    this.#draw();
    this.#place.querySelector<HTMLElement>('.publish-header:last-of-type input')?.focus();
  }

  #show(result: Result): void {
    this.#result = result;
    this.#draw();
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement) || this.#options.isElsewhere()) return;
    const { devices, backendlessError, errorAdvice } = this.#options.messages;
    const data = new FormData(event.target);
    const chosen = data.getAll('device').map(String);
    if (this.#audience === 'chosen' && chosen.length === 0) {
      this.#show({ kind: 'failed', text: devices.noDeviceChosen, advice: '' });
      return;
    }
    this.#show({ kind: 'sending' });
    const channel = String(data.get('channel'));
    const body = {
      message: String(data.get('message')),
      headers: headersOf(data),
      ...(this.#audience === 'chosen' && { pushSinglecast: chosen }),
      ...(this.#audience === 'android' && { pushBroadcast: 'ANDROID' }),
      ...(this.#audience === 'ios' && { pushBroadcast: 'IOS' }),
    };
    try {
      const { status, body: answer } = await this.#options.handle({
        method: 'POST',
        url: `/${app.appId}/${app.apiKey}/messaging/${encodeURIComponent(channel)}`,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      const said: unknown = JSON.parse(answer);
      if (status < 400) {
        this.#show({ kind: 'sent', devices: await this.#reached(channel, chosen) });
        this.#options.published();
        return;
      }
      const { code, message } = errorOf(said);
      const advice = code === undefined ? '' : (errorAdvice[code] ?? '');
      this.#show({ kind: 'failed', text: `${backendlessError(code ?? status)}: ${message}`, advice });
    } catch {
      this.#show({ kind: 'failed', text: devices.publishFailed, advice: '' });
    }
  }

  /** How many devices a message to the channel goes to. */
  async #reached(channel: string, chosen: readonly string[]): Promise<number> {
    const all = await this.#options.emulator.devices();
    return all.filter(({ appId, deviceId, os, channels }) => {
      if (appId !== app.appId || !channels.some((one) => one.channel === channel)) return false;
      if (this.#audience === 'all') return true;
      return this.#audience === 'chosen' ? chosen.includes(deviceId) : os === this.#audience.toUpperCase();
    }).length;
  }
}

/** The title, for both kinds of phone, and the headers that were added by name. */
function headersOf(data: FormData): Record<string, string> {
  const entries: [string, string][] = [];
  const title = String(data.get('title')).trim();
  if (title !== '') entries.push(['android-content-title', title], ['ios-alert-title', title]);
  const values = data.getAll('header-value').map(String);
  data.getAll('header-name').forEach((name, index) => {
    const key = String(name).trim();
    if (key !== '') entries.push([key, values[index] ?? '']);
  });
  return Object.fromEntries(entries);
}

function errorOf(answer: unknown): { code: number | undefined; message: string } {
  const part = (key: string): unknown =>
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, key) : undefined;
  const [code, message] = [part('code'), part('message')];
  return { code: typeof code === 'number' ? code : undefined, message: typeof message === 'string' ? message : '' };
}
