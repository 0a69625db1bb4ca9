/** The dialog in which the backend is chosen. Loaded when it is opened. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { readServer, regionHosts, type BackendChoice, type OwnApp } from './backend-choice.ts';
import type { Messages } from './messages.ts';

const regions = ['us', 'eu', 'sa', 'other'] as const;
type Region = (typeof regions)[number];

/** What the dialog holds while it is open. */
interface Draft {
  isOwn: boolean;
  by: OwnApp['by'];
  region: Region;
  appId: string;
  apiKey: string;
  server: string;
  domain: string;
  /** The field that is wrong, and why. */
  problem?: { field: string; text: string };
}

/** Lets a person choose. Nothing changes until they apply. */
export function openBackendDialog(choice: BackendChoice, messages: Messages): void {
  const words = messages.backend;
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog backend-dialog';
  dialog.setAttribute('aria-labelledby', 'backend-title');
  dialog.addEventListener('close', () => dialog.remove());
  const draft = draftOf(choice.own);

  const radio = (group: string, value: string, isChecked: boolean, label: string, choose: () => void) =>
    html`<label class="choice"
      ><input
        type="radio"
        name=${group}
        value=${value}
        .checked=${isChecked}
        @change=${() => {
          choose();
          draw();
        }}
      />${label}</label
    >`;
  const field = (name: 'appId' | 'apiKey' | 'server' | 'domain', label: string, type = 'text'): TemplateResult => {
    const problem = draft.problem?.field === name ? draft.problem.text : undefined;
    return html`<label class="dialog-field"
      >${label}
      <input
        class="field"
        dir="ltr"
        name=${name}
        type=${type}
        autocomplete="off"
        spellcheck="false"
        maxlength="300"
        .value=${draft[name]}
        aria-invalid=${problem === undefined ? nothing : 'true'}
        aria-describedby=${problem === undefined ? nothing : `backend-problem`}
        @input=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) draft[name] = target.value;
          // What is being mended is not complained of.
          if (draft.problem?.field !== name) return;
          draft.problem = undefined;
          draw();
        }}
      />
      ${problem === undefined ? nothing : html`<span class="field-problem" id="backend-problem">${problem}</span>`}
    </label>`;
  };
  const ownFields = (): TemplateResult =>
    html`<p class="dialog-text">${words.ownHelp}</p>
      <fieldset class="dialog-field choices">
        <legend>${words.address}</legend>
        ${radio('by', 'keys', draft.by === 'keys', words.byKeys, () => (draft.by = 'keys'))}
        ${radio('by', 'domain', draft.by === 'domain', words.byDomain, () => (draft.by = 'domain'))}
      </fieldset>
      ${
        draft.by === 'domain'
          ? field('domain', words.domain)
          : html`${field('appId', words.appId)} ${field('apiKey', words.apiKey, 'password')}
              <div class="dialog-field">
                <label for="backend-region">${words.server}</label>
                <select
                  class="field"
                  id="backend-region"
                  name="region"
                  @change=${({ target }: Event) => {
                    if (!(target instanceof HTMLSelectElement)) return;
                    draft.region = regions.find((region) => region === target.value) ?? 'us';
                    draw();
                  }}
                >
                  ${regions.map(
                    (region) =>
                      html`<option value=${region} ?selected=${region === draft.region}>
                        ${words.regions[region]}
                      </option>`,
                  )}
                </select>
              </div>
              ${draft.region === 'other' ? field('server', words.serverUrl) : nothing}`
      }
      <p class="dialog-text faint">${words.kept}</p>
      <p class="dialog-text faint">${words.reachable}</p>`;

  const submit = (event: Event): void => {
    event.preventDefault();
    const result = read(draft, messages);
    if ('field' in result) {
      draft.problem = result;
      draw();
      dialog.querySelector<HTMLElement>('[aria-invalid]')?.focus();
      return;
    }
    choice.choose(result.own);
    dialog.close();
  };

  const draw = (): void => {
    render(
      html`<form novalidate @submit=${submit}>
        <h2 class="dialog-heading" id="backend-title">${words.choose}</h2>
        <p class="dialog-text">${words.help}</p>
        <fieldset class="dialog-field choices">
          <legend class="spoken">${words.choose}</legend>
          ${radio('backend', 'simulated', !draft.isOwn, words.simulatedChoice, () => (draft.isOwn = false))}
          ${radio('backend', 'own', draft.isOwn, words.ownChoice, () => (draft.isOwn = true))}
        </fieldset>
        ${draft.isOwn ? ownFields() : html`<p class="dialog-text">${words.simulatedHelp}</p>`}
        <div class="dialog-actions">
          <button type="button" class="button" @click=${() => dialog.close()}>${messages.cancel}</button>
          <button type="submit" class="button primary">${words.apply}</button>
        </div>
      </form>`,
      dialog,
    );
  };

  draw();
  document.body.append(dialog);
  dialog.showModal();
}

function draftOf(own: OwnApp | undefined): Draft {
  const draft: Draft = {
    isOwn: own !== undefined,
    by: own?.by ?? 'keys',
    region: 'us',
    appId: '',
    apiKey: '',
    server: '',
    domain: '',
  };
  if (own?.by === 'domain') return { ...draft, domain: own.domain };
  if (!own) return draft;
  const { appId, apiKey, serverURL } = own;
  const region = regions.find((name) => name !== 'other' && regionHosts[name] === serverURL) ?? 'other';
  return { ...draft, appId, apiKey, region, server: region === 'other' ? serverURL : '' };
}

/** What was chosen, or what is wrong with it. */
function read(draft: Draft, { backend }: Messages): { own: OwnApp | undefined } | { field: string; text: string } {
  if (!draft.isOwn) return { own: undefined };
  const missing = (field: string) => ({ field, text: backend.missing });
  if (draft.by === 'domain') {
    const domain = readServer(draft.domain);
    if (draft.domain.trim() === '') return missing('domain');
    if (domain === undefined || !isReachable(domain)) return { field: 'domain', text: backend.unreachable };
    return { own: { by: 'domain', domain } };
  }
  const [appId, apiKey] = [draft.appId.trim(), draft.apiKey.trim()];
  // Both stand in the path of every address.
  if (!/^[\w-]+$/.test(appId)) return missing('appId');
  if (!/^[\w-]+$/.test(apiKey)) return missing('apiKey');
  if (draft.region === 'other' && draft.server.trim() === '') return missing('server');
  const serverURL = draft.region === 'other' ? readServer(draft.server) : regionHosts[draft.region];
  if (serverURL === undefined || !isReachable(serverURL)) return { field: 'server', text: backend.unreachable };
  return { own: { by: 'keys', appId, apiKey, serverURL } };
}

/** Whether the content security policy of the page lets it reach an address; the same list as there. */
function isReachable(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  if (origin === location.origin) return true;
  if (protocol === 'http:') return hostname === '127.0.0.1' || hostname === 'localhost';
  return /\.backendless\.(?:com|app)$/.test(hostname);
}
