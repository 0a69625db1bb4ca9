/** The page as markup: what is where, and what it is called. Everything that moves is put into it by other modules. */
import { html, render } from 'lit';
import { part } from './dom.ts';
import { brandMark, icon, type IconName } from './icons.ts';
import type { Messages } from './messages.ts';
import { paneNames, type PaneName } from './tabs.ts';

/** The elements that other modules work with. */
export interface Page {
  undo: HTMLButtonElement;
  redo: HTMLButtonElement;
  open: HTMLButtonElement;
  save: HTMLButtonElement;
  exportCode: HTMLButtonElement;
  run: HTMLButtonElement;
  stop: HTMLButtonElement;
  theme: HTMLButtonElement;
  runStatus: HTMLElement;

  panes: HTMLElement;
  side: HTMLElement;
  output: HTMLElement;
  separators: Record<'workspace' | 'code' | 'console', HTMLElement>;
  tabs: HTMLElement[];
  tabbedPanes: HTMLElement[];

  workspace: HTMLElement;
  loading: HTMLElement;
  view: Record<'controls' | 'zoomOut' | 'zoomIn' | 'fit', HTMLElement>;
  code: HTMLElement;
  problems: { toggle: HTMLButtonElement; list: HTMLElement };
  console: { log: HTMLElement; empty: HTMLElement; clear: HTMLButtonElement };
  faults: { open: HTMLButtonElement; sign: HTMLElement; text: HTMLElement; actions: HTMLElement };
  registrations: {
    rows: HTMLElement;
    empty: HTMLElement;
    count: HTMLElement;
    notKept: HTMLElement;
    menu: HTMLButtonElement;
  };

  notices: HTMLElement;
  dropHint: HTMLElement;
}

/** Draws the page into the element and gives its parts. */
export function drawPage(root: HTMLElement, messages: Messages): Page {
  const iconButton = (id: string, name: IconName, label: string, keys: string) =>
    html`<button
      id=${id}
      type="button"
      class="button icon-only"
      aria-label=${label}
      data-tip=${label}
      aria-keyshortcuts=${keys}
      disabled
    >
      ${icon(name)}
    </button>`;
  const fileButton = (id: string, name: IconName, label: string) =>
    html`<button id=${id} type="button" class="button" disabled>${icon(name)}${label}</button>`;
  const viewButton = (id: string, name: IconName, label: string) =>
    html`<button
      id=${id}
      type="button"
      class="button small icon-only"
      aria-label=${label}
      data-tip=${label}
      data-tip-end
    >
      ${icon(name)}
    </button>`;
  const panelButton = (id: string, name: IconName, label: string) =>
    html`<button
      id=${id}
      type="button"
      class="button small icon-only"
      aria-label=${label}
      data-tip=${label}
      data-tip-end
      disabled
    >
      ${icon(name)}
    </button>`;
  const tab = (pane: PaneName, name: IconName, label: string) =>
    html`<button id="tab-${pane}" type="button" class="tab" role="tab" aria-controls="pane-${pane}">
      ${icon(name)}<span>${label}</span>
    </button>`;

  render(
    html`
      <a class="skip-link" href="#workspace">${messages.skipToBlocks}</a>
      <div class="page">
        <header class="header">
          <h1 class="brand">${brandMark()}<span>${messages.title}</span></h1>
          <div class="actions file-actions" role="group" aria-label=${messages.actions}>
            ${iconButton('undo', 'undo', messages.undo, 'Control+Z')}
            ${iconButton('redo', 'redo', messages.redo, 'Control+Shift+Z')}
            <span class="divider"></span>
            ${fileButton('open', 'open', messages.open)} ${fileButton('save', 'save', messages.save)}
            <button id="export" type="button" class="button" disabled>${icon('export')}${messages.exportCode}</button>
          </div>
          <div class="actions run-actions">
            <button id="run" type="button" class="button primary" aria-keyshortcuts="Control+Enter" disabled>
              ${icon('run')}${messages.run}
            </button>
            <button id="stop" type="button" class="button outlined" disabled>${icon('stop')}${messages.stop}</button>
            <span class="divider"></span>
            <button
              id="theme"
              type="button"
              class="button icon-only"
              aria-label=${messages.theme}
              data-tip=${messages.theme}
              data-tip-end
            ></button>
          </div>
        </header>

        <div class="fault-sign" id="fault-sign">
          <p id="fault-text" role="status"></p>
          <div class="actions" id="fault-actions"></div>
        </div>

        <main class="panes" id="panes">
          <div class="pane" id="pane-blocks">
            <section class="panel" aria-label=${messages.blocks}>
              <div class="workspace" id="workspace" tabindex="-1"></div>
              <p class="loading" id="loading">${messages.loading}</p>
              <div class="view-controls" id="view-controls" role="group" aria-label=${messages.view} hidden>
                ${viewButton('zoom-out', 'zoomOut', messages.zoomOut)}
                ${viewButton('zoom-in', 'zoomIn', messages.zoomIn)} ${viewButton('fit', 'fit', messages.fit)}
              </div>
            </section>
          </div>
          <div class="separator" id="separator-workspace" aria-label=${messages.resizeBlocks}></div>
          <div class="side" id="side">
            <div class="pane" id="pane-code">
              <section class="panel" aria-label=${messages.code}>
                <h2 class="panel-head">${icon('code')}${messages.code}</h2>
                <div class="code" id="code"></div>
                <button id="problems-toggle" type="button" aria-controls="problems" aria-expanded="false"></button>
                <ul class="problems" id="problems" hidden></ul>
              </section>
            </div>
            <div class="separator" id="separator-code" aria-label=${messages.resizeCode}></div>
            <div class="output" id="output">
              <div class="pane" id="pane-console">
                <section class="panel">
                  <div class="panel-head">
                    <h2>${icon('console')}${messages.console}</h2>
                    <p class="run-status" id="run-status" role="status"></p>
                    <button
                      id="console-clear"
                      type="button"
                      class="button small icon-only"
                      aria-label=${messages.consoleClear}
                      data-tip=${messages.consoleClear}
                      data-tip-end
                    >
                      ${icon('clear')}
                    </button>
                  </div>
                  <div class="panel-body">
                    <div class="console-log" id="console" role="log" aria-label=${messages.console} tabindex="0"></div>
                    <p class="empty" id="console-empty">${messages.consoleEmpty}</p>
                  </div>
                </section>
              </div>
              <div class="separator" id="separator-console" aria-label=${messages.resizeConsole}></div>
              <div class="pane" id="pane-registrations">
                <section class="panel">
                  <div class="panel-head">
                    <h2>${icon('registrations')}${messages.registrations}</h2>
                    <span class="not-kept" id="registrations-not-kept" hidden>${messages.inMemory}</span>
                    <span class="count" id="registrations-count" role="img"></span>
                    ${panelButton('faults', 'faults', messages.faults)}
                    ${panelButton('registrations-menu', 'more', messages.registrationsMenu)}
                  </div>
                  <div class="panel-body" tabindex="0" role="group" aria-label=${messages.registrations}>
                    <table class="registrations" role="table" aria-label=${messages.registrations}>
                      <thead role="rowgroup">
                        <tr role="row">
                          <th role="columnheader" scope="col">${messages.device}</th>
                          <th role="columnheader" scope="col">${messages.channel}</th>
                          <th role="columnheader" scope="col">${messages.registrationId}</th>
                          <th role="columnheader" scope="col">${messages.expires}</th>
                        </tr>
                      </thead>
                      <tbody id="registrations-rows" role="rowgroup"></tbody>
                    </table>
                    <p class="empty" id="registrations-empty">${messages.registrationsEmpty}</p>
                  </div>
                </section>
              </div>
            </div>
          </div>
        </main>

        <nav class="tabs" aria-label=${messages.panes}>
          <div class="tab-list" role="tablist" aria-label=${messages.panes}>
            ${tab('blocks', 'blocks', messages.blocks)} ${tab('code', 'code', messages.code)}
            ${tab('console', 'console', messages.console)}
            ${tab('registrations', 'registrations', messages.registrations)}
          </div>
        </nav>
      </div>
      <div class="notices" id="notices"></div>
      <div class="drop-hint" id="drop-hint" hidden>${icon('open')}${messages.dropHere}</div>
    `,
    root,
  );

  const button = (id: string): HTMLButtonElement => part(root, `#${id}`, HTMLButtonElement);
  const element = (id: string): HTMLElement => part(root, `#${id}`, HTMLElement);
  return {
    undo: button('undo'),
    redo: button('redo'),
    open: button('open'),
    save: button('save'),
    exportCode: button('export'),
    run: button('run'),
    stop: button('stop'),
    theme: button('theme'),
    runStatus: element('run-status'),
    panes: element('panes'),
    side: element('side'),
    output: element('output'),
    separators: {
      workspace: element('separator-workspace'),
      code: element('separator-code'),
      console: element('separator-console'),
    },
    tabs: paneNames.map((pane) => element(`tab-${pane}`)),
    tabbedPanes: paneNames.map((pane) => element(`pane-${pane}`)),
    workspace: element('workspace'),
    loading: element('loading'),
    view: {
      controls: element('view-controls'),
      zoomOut: element('zoom-out'),
      zoomIn: element('zoom-in'),
      fit: element('fit'),
    },
    code: element('code'),
    problems: { toggle: button('problems-toggle'), list: element('problems') },
    console: { log: element('console'), empty: element('console-empty'), clear: button('console-clear') },
    faults: {
      open: button('faults'),
      sign: element('fault-sign'),
      text: element('fault-text'),
      actions: element('fault-actions'),
    },
    registrations: {
      rows: element('registrations-rows'),
      empty: element('registrations-empty'),
      count: element('registrations-count'),
      notKept: element('registrations-not-kept'),
      menu: button('registrations-menu'),
    },
    notices: element('notices'),
    dropHint: element('drop-hint'),
  };
}
