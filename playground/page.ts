/**
 * The page as markup: what is where, and what it is called. Everything that moves is put into it by other modules;
 * a slot is an element that one module fills, and that takes no room while it is empty.
 */
import { html, render } from 'lit';
import { part } from './dom.ts';
import { brandMark, icon, type IconName } from './icons.ts';
import type { Messages } from './messages.ts';
import { outputTabNames, type OutputTabName } from './output-tabs.ts';
import { paneNames, type PaneName } from './tabs.ts';

/** The elements that other modules work with. */
export interface Page {
  /** All of the page but what lies over it; it has `data-loading` until everything is in its place. */
  root: HTMLElement;
  header: HTMLElement;
  /** On a narrow page: what opens the panel with what is seldom used. */
  more: HTMLButtonElement;
  morePanel: HTMLElement;
  skipToBlocks: HTMLAnchorElement;
  undo: HTMLButtonElement;
  redo: HTMLButtonElement;
  open: HTMLButtonElement;
  save: HTMLButtonElement;
  exportCode: HTMLButtonElement;
  run: HTMLButtonElement;
  stop: HTMLButtonElement;
  /** Where the menu of languages goes. */
  languagePlace: HTMLElement;
  theme: HTMLButtonElement;
  runStatus: HTMLElement;

  slots: {
    /** In the header, after the mark: the name of the program and the menu of programs. */
    program: HTMLElement;
    /** In the header, after Export: what helps to learn. */
    programTools: HTMLElement;
    /** In the header, after that: the command palette. */
    palette: HTMLElement;
    /** In the header, after Stop: pause and step. */
    runTools: HTMLElement;
    /** In the header, after these: how fast programs run. */
    speed: HTMLElement;
    /** In the header: which backend is in use. */
    backend: HTMLElement;
    /** Over the blocks, at the top: the search in the workspace. */
    blockSearch: HTMLElement;
    /** In the middle of the blocks: what stands there while there is none. */
    invitation: HTMLElement;
    /** In the head of the devices. */
    deviceTools: HTMLElement;
    /** In the devices, under the table of registrations: the phones, the form to publish. */
    devices: HTMLElement;
  };

  panes: HTMLElement;
  side: HTMLElement;
  output: HTMLElement;
  separators: Record<'workspace' | 'code' | 'console', HTMLElement>;
  tabs: HTMLElement[];
  tabbedPanes: HTMLElement[];
  outputTabs: OutputTab[];

  workspace: HTMLElement;
  loading: HTMLElement;
  view: Record<'controls' | 'zoomOut' | 'zoomIn' | 'fit', HTMLElement>;
  code: HTMLElement;
  copyCode: HTMLButtonElement;
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
  /** Where words are put that are read aloud and not shown. */
  spoken: HTMLElement;
  dropHint: HTMLElement;
}

/** One of the tabs of the output, with what it shows. */
export interface OutputTab {
  name: OutputTabName;
  tab: HTMLElement;
  /** What the tab shows. */
  panel: HTMLElement;
  /** Where a number beside the name goes; empty, it is not there. */
  badge: HTMLElement;
  /** In the head of the output, shown with this tab only. */
  tools: HTMLElement;
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
  const panelButton = (id: string, name: IconName, label: string, isInPalette = true) =>
    html`<button
      id=${id}
      type="button"
      class="button small icon-only"
      aria-label=${label}
      data-tip=${label}
      data-tip-end
      ?data-not-in-palette=${!isInPalette}
      disabled
    >
      ${icon(name)}
    </button>`;
  const slot = (name: string) => html`<div class="slot" id="slot-${name}"></div>`;
  const outputTab = (name: OutputTabName, label: string) =>
    html`<button id="output-tab-${name}" type="button" class="output-tab" role="tab" aria-controls="output-${name}">
      <span>${label}</span><span class="badge" id="output-badge-${name}"></span>
    </button>`;
  const outputPanel = (name: OutputTabName, content: unknown = '') =>
    html`<div
      class="panel-body output-panel"
      id="output-${name}"
      role="tabpanel"
      aria-labelledby="output-tab-${name}"
      hidden
    >
      ${content}
    </div>`;
  const tab = (pane: PaneName, name: IconName, label: string) =>
    html`<button id="tab-${pane}" type="button" class="tab" role="tab" aria-controls="pane-${pane}">
      ${icon(name)}<span>${label}</span>
    </button>`;

  render(
    html`
      <a class="skip-link" href="#workspace">${messages.skipToBlocks}</a>
      <div class="page" id="page-parts" data-loading>
        <header class="header">
          <h1 class="brand">${brandMark()}<span>${messages.title}</span></h1>
          ${slot('program')}
          <div class="actions file-actions" role="group" aria-label=${messages.actions}>
            ${iconButton('undo', 'undo', messages.undo, 'Control+Z')}
            ${iconButton('redo', 'redo', messages.redo, 'Control+Shift+Z')}
            <span class="divider"></span>
            ${fileButton('open', 'open', messages.open)} ${fileButton('save', 'save', messages.save)}
            <button id="export" type="button" class="button" disabled>${icon('export')}${messages.exportCode}</button>
            ${slot('program-tools')} ${slot('palette')}
          </div>
          ${slot('backend')}
          <div class="actions run-actions">
            <button id="run" type="button" class="button primary" aria-keyshortcuts="Control+Enter" disabled>
              ${icon('run')}${messages.run}
            </button>
            <button id="stop" type="button" class="button outlined" disabled>${icon('stop')}${messages.stop}</button>
            ${slot('run-tools')} ${slot('speed')}
          </div>
          <div class="actions settings">
            ${slot('language')}
            <button
              id="theme"
              type="button"
              class="button icon-only"
              aria-label=${messages.theme}
              data-tip=${messages.theme}
              data-tip-end
            ></button>
            <button
              id="more"
              type="button"
              class="button icon-only"
              aria-label=${messages.more}
              aria-controls="more-panel"
              aria-expanded="false"
              popovertarget="more-panel"
              data-not-in-palette
            >
              ${icon('more')}
            </button>
            <div id="more-panel" class="menu more-panel" role="group" aria-label=${messages.more} popover></div>
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
              <div class="loading" id="loading">
                <div class="loading-toolbox" aria-hidden="true">${Array.from({ length: 12 }, () => html`<i></i>`)}</div>
                <div class="loading-blocks" aria-hidden="true"><i></i><i></i><i></i></div>
                <p role="status">${messages.loading}</p>
              </div>
              ${slot('block-search')} ${slot('invitation')}
              <div class="view-controls" id="view-controls" role="group" aria-label=${messages.view} hidden>
                ${viewButton('zoom-out', 'zoomOut', messages.zoomOut)}
                ${viewButton('zoom-in', 'zoomIn', messages.zoomIn)} ${viewButton('fit', 'fit', messages.fit)}
              </div>
            </section>
          </div>
          <div class="separator" id="separator-workspace" aria-label=${messages.resizeBlocks}></div>
          <div class="side">
            <div class="side-panes" id="side">
              <div class="pane" id="pane-code">
                <section class="panel" aria-label=${messages.code}>
                  <div class="panel-head">
                    <h2>${icon('code')}${messages.code}</h2>
                    ${panelButton('copy-code', 'copy', messages.copyCode, false)}
                  </div>
                  <div class="code" id="code" dir="ltr"></div>
                  <button id="problems-toggle" type="button" aria-controls="problems" aria-expanded="false"></button>
                  <ul class="problems" id="problems" hidden></ul>
                </section>
              </div>
              <div class="separator" id="separator-code" aria-label=${messages.resizeCode}></div>
              <div class="output" id="output">
                <div class="pane" id="pane-console">
                  <section class="panel" aria-label=${messages.output}>
                    <div class="panel-head">
                      <div class="output-tabs" role="tablist" aria-label=${messages.output} id="output-tabs">
                        ${outputTab('console', messages.console)} ${outputTab('variables', messages.variables)}
                        ${outputTab('requests', messages.requests)}
                      </div>
                      <p class="run-status" id="run-status" role="status"></p>
                      <div class="output-tools" id="output-tools-console">
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
                      <div class="output-tools" id="output-tools-variables" hidden></div>
                      <div class="output-tools" id="output-tools-requests" hidden></div>
                    </div>
                    ${outputPanel(
                      'console',
                      html`<div
                          class="console-log"
                          id="console"
                          role="log"
                          aria-label=${messages.console}
                          tabindex="0"
                        ></div>
                        <p class="empty" id="console-empty">${messages.consoleEmpty}</p>`,
                    )}
                    ${outputPanel('variables')} ${outputPanel('requests')}
                  </section>
                </div>
                <div class="separator" id="separator-console" aria-label=${messages.resizeConsole}></div>
                <div class="pane" id="pane-registrations">
                  <section class="panel">
                    <div class="panel-head">
                      <h2>${icon('registrations')}${messages.registrations}</h2>
                      <span class="count" id="registrations-count" role="img"></span>
                      ${slot('device-tools')} ${panelButton('faults', 'faults', messages.faults)}
                      ${panelButton('registrations-menu', 'more', messages.registrationsMenu)}
                    </div>
                    <div class="panel-body" tabindex="0" role="group" aria-label=${messages.registrations}>
                      <p class="not-kept" id="registrations-not-kept" hidden></p>
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
                      ${slot('devices')}
                    </div>
                  </section>
                </div>
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
      <p class="spoken" id="spoken" role="status"></p>
      <div class="drop-hint" id="drop-hint" hidden>${icon('open')}${messages.dropHere}</div>
    `,
    root,
  );

  const button = (id: string): HTMLButtonElement => part(root, `#${id}`, HTMLButtonElement);
  const element = (id: string): HTMLElement => part(root, `#${id}`, HTMLElement);
  return {
    root: element('page-parts'),
    header: part(root, '.header', HTMLElement),
    more: button('more'),
    morePanel: element('more-panel'),
    skipToBlocks: part(root, '.skip-link', HTMLAnchorElement),
    undo: button('undo'),
    redo: button('redo'),
    open: button('open'),
    save: button('save'),
    exportCode: button('export'),
    run: button('run'),
    stop: button('stop'),
    languagePlace: element('slot-language'),
    theme: button('theme'),
    runStatus: element('run-status'),
    slots: {
      program: element('slot-program'),
      programTools: element('slot-program-tools'),
      palette: element('slot-palette'),
      runTools: element('slot-run-tools'),
      speed: element('slot-speed'),
      backend: element('slot-backend'),
      blockSearch: element('slot-block-search'),
      invitation: element('slot-invitation'),
      deviceTools: element('slot-device-tools'),
      devices: element('slot-devices'),
    },
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
    outputTabs: outputTabNames.map((name) => ({
      name,
      tab: element(`output-tab-${name}`),
      panel: element(`output-${name}`),
      badge: element(`output-badge-${name}`),
      tools: element(`output-tools-${name}`),
    })),
    workspace: element('workspace'),
    loading: element('loading'),
    view: {
      controls: element('view-controls'),
      zoomOut: element('zoom-out'),
      zoomIn: element('zoom-in'),
      fit: element('fit'),
    },
    code: element('code'),
    copyCode: button('copy-code'),
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
    spoken: element('spoken'),
    dropHint: element('drop-hint'),
  };
}
