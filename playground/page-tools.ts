/**
 * Learning and finding things: the two buttons of the header, and their keys. What they open is loaded then, but for
 * what one types into at once: the first letters must not go to the blocks, where letters are orders.
 */
import { html, render } from 'lit';
import type { Editor } from '../src/editor/index.ts';
import { actionsOn, type Action } from './actions.ts';
import { BlockSearch } from './block-search.ts';
import type { CodePane } from './code-pane.ts';
import { part } from './dom.ts';
import { icon } from './icons.ts';
import { attachMenu, type MenuItem } from './menu.ts';
import type { Messages } from './messages.ts';
import type { Notices } from './notices.ts';
import type { Page } from './page.ts';
import { openPalette } from './palette.ts';
import { readPreference, writePreference } from './preferences.ts';
import type { ProgramDesk } from './program-desk.ts';
import { isThere } from './program-store.ts';
import type { Tabs } from './tabs.ts';
import type { Theme } from './theme.ts';

/** What the tools work with. */
export interface PageToolsOptions {
  page: Page;
  tabs: Tabs;
  theme: Theme;
  editor: Editor;
  desk: ProgramDesk;
  messages: Messages;
  notices: Notices;
}

const tourPreference = 'tour-seen';
const isMac = /^Mac|^iP/.test(navigator.platform);

/** The tools. */
export class PageTools {
  readonly #options: PageToolsOptions;
  readonly #search: BlockSearch;
  #code: CodePane | undefined;

  /** Puts the buttons into the page and makes their keys work. */
  constructor(options: PageToolsOptions) {
    this.#options = options;
    const { page, editor, messages } = options;
    this.#search = new BlockSearch(page.slots.blockSearch, editor, messages);
    const { finding, learning } = messages;
    render(
      html`<button id="learn" type="button" class="button tool-learn">
        ${icon('learn')}<span>${learning.learn}</span>
      </button>`,
      page.slots.programTools,
    );
    render(
      html`<button
        id="palette"
        type="button"
        class="button icon-only"
        aria-label=${finding.palette}
        data-tip=${finding.palette}
        data-not-in-palette
        aria-keyshortcuts="Control+K"
        data-tip-end
        @click=${() => this.openPalette()}
      >
        ${icon('search')}
      </button>`,
      page.slots.palette,
    );
    const learn = part(page.slots.programTools, '#learn', HTMLButtonElement);
    learn.toggleAttribute('data-new', readPreference(tourPreference) === undefined);
    attachMenu(learn, () => this.#learning());
    window.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** Opens the palette with every action of the page. */
  openPalette(): void {
    openPalette(actionsOn(document), this.#programs(), this.#options.messages);
  }

  /** Has the key work that leads to the code of a block. */
  connectCode(code: CodePane): void {
    this.#code = code;
  }

  /** Opens the help on a block of the program, or of the open category of the toolbox. */
  async openHelp(blockId: string): Promise<void> {
    const { editor, messages } = this.#options;
    const flyout = editor.workspace.getFlyout()?.getWorkspace();
    const block = editor.workspace.getBlockById(blockId) ?? flyout?.getBlockById(blockId);
    if (!block) return;
    const { openBlockHelp } = await import('./block-help.ts');
    openBlockHelp(block, messages);
  }

  /** Opens the gallery of examples. */
  async openExamples(): Promise<void> {
    const { openGallery } = await import('./gallery.ts');
    openGallery(this.#options);
  }

  #learning(): MenuItem[] {
    const { messages } = this.#options;
    const { learning, finding } = messages;
    const shortcuts = async (): Promise<void> => {
      const { openShortcuts } = await import('./shortcut-list.ts');
      openShortcuts(messages);
    };
    return [
      { label: learning.examples, icon: 'blocks', choose: () => void this.openExamples() },
      { label: learning.tour, icon: 'tour', choose: () => void this.#takeTour() },
      { label: learning.blockHelp, icon: 'help', keys: 'F1', choose: () => this.#helpOnSelected() },
      { label: finding.findBlocks, icon: 'search', keys: 'Control+F', choose: () => this.#findBlocks() },
      { label: finding.shortcuts, icon: 'keyboard', choose: () => void shortcuts() },
    ];
  }

  async #takeTour(): Promise<void> {
    writePreference(tourPreference, 'yes');
    document.querySelector('#learn')?.removeAttribute('data-new');
    const { takeTour } = await import('./tour.ts');
    takeTour(this.#options);
  }

  /** The ID of the block that the keyboard is on, or that is selected. */
  #blockInHand(): string | undefined {
    const focused = document.activeElement?.closest('[data-id]');
    const selected = this.#options.editor.workspace.getInjectionDiv().querySelector('.blocklySelected[data-id]');
    return (focused ?? selected)?.getAttribute('data-id') ?? undefined;
  }

  #helpOnSelected(): void {
    const { messages, notices } = this.#options;
    const blockId = this.#blockInHand();
    if (blockId === undefined) notices.show({ kind: 'info', title: messages.learning.noBlockSelected });
    else void this.openHelp(blockId);
  }

  #findBlocks(): void {
    this.#options.tabs.show('blocks');
    this.#search.open();
  }

  /** The other programs, each as an action that opens it. */
  async #programs(): Promise<Action[]> {
    const { desk, messages } = this.#options;
    const programs = (await desk.store.list().catch(() => [])).filter((kept) => isThere(kept) && kept.id !== desk.id);
    return programs.map(({ id, name }) => ({
      id: `program:${id}`,
      label: messages.finding.openProgram(name || messages.programs.untitled),
      icon: 'open',
      choose: () => void desk.open(id),
    }));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.repeat || document.querySelector('dialog:modal')) return;
    const isPlain = !event.altKey && !event.shiftKey;
    const isBare = isPlain && !event.ctrlKey && !event.metaKey;
    const mod = isPlain && (isMac ? event.metaKey : event.ctrlKey);
    const key = event.key.toLowerCase();
    const inBlocks =
      this.#options.page.workspace.contains(document.activeElement) || document.activeElement === document.body;
    const isWriting = event.target instanceof HTMLElement && event.target.closest('input, textarea') !== null;
    if (mod && key === 'k') this.openPalette();
    else if (mod && key === 'f' && inBlocks && !isWriting) this.#findBlocks();
    else if (key === 'g' && isBare && inBlocks && !isWriting) this.#goToCode();
    else if (event.key === 'F1' && isPlain) this.#helpOrKeys();
    else return;
    event.preventDefault();
  }

  #goToCode(): void {
    const blockId = this.#blockInHand();
    if (blockId === undefined) return;
    this.#options.tabs.show('code');
    this.#code?.goTo(blockId);
  }

  #helpOrKeys(): void {
    if (this.#blockInHand() !== undefined) this.#helpOnSelected();
    else this.#learning().at(-1)?.choose();
  }
}
