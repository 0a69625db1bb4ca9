/** The name of the program in the header, whether it is saved, and the menu of what can be done with programs. */
import { html, render } from 'lit';
import type { Editor } from '../src/editor/index.ts';
import { part } from './dom.ts';
import { icon } from './icons.ts';
import { attachMenu, type MenuItem } from './menu.ts';
import type { Messages } from './messages.ts';
import { askName } from './name-dialog.ts';
import type { Notices } from './notices.ts';
import type { ProgramDesk } from './program-desk.ts';

/** What the bar works with. */
export interface ProgramBarOptions {
  desk: ProgramDesk;
  editor: Editor;
  messages: Messages;
  notices: Notices;
}

/** Puts the name and the menu into the slot. */
export function showProgramBar(slot: HTMLElement, options: ProgramBarOptions): void {
  const { desk, messages } = options;
  render(
    html`<button id="program" type="button" class="button program-name">
        <span class="program-name-text"></span>${icon('chevron')}
      </button>
      <span class="program-state" id="program-state"></span>
      <button
        type="button"
        class="button small not-kept-sign"
        id="not-kept-sign"
        hidden
        @click=${() => desk.tellNotKept()}
      >
        ${icon('warn')}<span></span>
      </button>`,
    slot,
  );
  const button = part(slot, '#program', HTMLButtonElement);
  const name = part(slot, '.program-name-text', HTMLElement);
  const state = part(slot, '#program-state', HTMLElement);

  const sign = part(slot, '#not-kept-sign', HTMLButtonElement);
  const signText = part(sign, 'span', HTMLElement);

  const show = (): void => {
    name.textContent = desk.name;
    button.setAttribute('aria-label', messages.programs.menu(desk.name));
    state.textContent = messages.programs.states[desk.state];
    state.dataset.state = desk.state;
    // For as long as it is so, there is a way to what can be done.
    state.hidden = desk.state === 'failed' || desk.state === 'memory';
    sign.hidden = !state.hidden;
    signText.textContent = desk.state === 'memory' ? messages.inMemory : state.textContent;
    sign.setAttribute('aria-label', messages.states.whyNotKept(state.textContent));
  };
  desk.onChange(show);
  show();
  attachMenu(button, () => programActions(options));
}

/** What can be done with programs, as lines of a menu. */
export function programActions({ desk, editor, messages, notices }: ProgramBarOptions): MenuItem[] {
  const { programs } = messages;
  const rename = async (): Promise<void> => {
    const wanted = await askName(desk.name, messages);
    if (wanted !== undefined) await desk.rename(desk.id, wanted);
  };
  const create = async (): Promise<void> => {
    await desk.create({ name: programs.newName, program: { version: 1 } });
    notices.say(programs.created(desk.name));
  };
  const openList = async (): Promise<void> => {
    const { openProgramList } = await import('./program-list.ts');
    openProgramList({ desk, messages });
  };
  const openVersions = async (): Promise<void> => {
    const { openVersionList } = await import('./version-list.ts');
    await openVersionList({ desk, editor, messages, notices });
  };
  const share = async (): Promise<void> => {
    const { openShareDialog } = await import('./share-dialog.ts');
    openShareDialog({ name: desk.name, program: editor.save(), messages, notices });
  };
  return [
    { label: programs.all, icon: 'list', choose: () => void openList() },
    {
      label: programs.create,
      icon: 'add',
      choose: () => void create(),
    },
    { label: programs.rename, icon: 'rename', choose: () => void rename() },
    { label: programs.duplicate, icon: 'copy', choose: () => void desk.duplicate() },
    { label: programs.versions, icon: 'history', choose: () => void openVersions() },
    { label: messages.sharing.share, icon: 'link', choose: () => void share() },
    { label: programs.remove, icon: 'reset', choose: () => void desk.remove(desk.id) },
  ];
}
