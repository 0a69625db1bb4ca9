/**
 * The playground's entry. It draws the page at once, then loads the editor, so that there is something to see, and
 * something to tell a person, whatever happens after.
 */
import '@fontsource-variable/geist';
import '@fontsource-variable/jetbrains-mono';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/controls.css';
import './styles/panels.css';
import './styles/opening.css';
import './styles/code.css';
import './styles/console.css';
import './styles/registrations.css';
import './styles/blocks.css';
import './styles/run.css';
import './styles/devices.css';
import './styles/programs.css';
import './styles/learning.css';
import './styles/forced.css';
import './styles/print.css';
import { part } from './dom.ts';
import { showStartFailure } from './start-failure.ts';
import { layOut } from './layout.ts';
import { whenIdle, whenPainted } from './idle.ts';
import { changeLanguage, openLanguage } from './language.ts';
import { offerLanguages } from './language-menu.ts';
import { arrangeHeader } from './narrow-header.ts';
import { Notices } from './notices.ts';
import { OutputTabs } from './output-tabs.ts';
import { drawPage } from './page.ts';
import { Tabs } from './tabs.ts';
import { offerThemes } from './theme-menu.ts';
import { Theme } from './theme.ts';
import type { Workbench } from './workbench.ts';

const language = await openLanguage();
const { messages } = language;
const theme = new Theme();
const page = drawPage(part(document, '#page', HTMLElement), messages);
const notices = new Notices(page.notices, page.spoken, messages);

const tabs = new Tabs(page.tabs, page.tabbedPanes);
const outputTabs = new OutputTabs(page.outputTabs);
arrangeHeader(page);
layOut(page);
offerThemes(page.theme, theme, messages);
offerLanguages(page.languagePlace, { current: language.tag, messages, choose: changeLanguage });

const reloadAction = { label: messages.reload, choose: () => location.reload() };
window.addEventListener('error', (event) => {
  // The browser says by this that a size settles one frame later; nothing has failed.
  if (event.message.startsWith('ResizeObserver loop')) return;
  report(event.error ?? event.message);
});
window.addEventListener('unhandledrejection', (event) => report(event.reason));

/** Tells a person of an error that nothing else has dealt with. */
function report(error: unknown): void {
  notices.show({ kind: 'error', title: messages.unexpected, detail: describe(error), actions: [reloadAction] });
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** How long the blocks wait for their font, in milliseconds; what they are drawn with decides their size. */
const fontPatience = 2_000;
const blockFont = Promise.race([
  document.fonts.load('500 15px "Geist Variable"').catch(() => []),
  new Promise((resolve) => setTimeout(resolve, fontPatience)),
]);

/** Saves the program that is kept as a file, should the page not start. */
let rescue: (() => void) | undefined;
let bench: Workbench | undefined;
try {
  const { findFirstProgram, rescueOf, showFirstCode } = await import('./first-program.ts');
  const finding = findFirstProgram(messages, notices);
  // Blockly sets itself up while the browser looks for the programs. Should it fail, that is dealt with below.
  const workbench = import('./workbench.ts');
  workbench.catch(() => {});
  const first = await finding;
  rescue = rescueOf(first);
  await showFirstCode(page.code, first);
  await whenPainted();
  const { openWorkbench } = await workbench;
  await blockFont;
  bench = await openWorkbench({ page, tabs, outputTabs, theme, language: language.tag, messages, notices, first });
} catch (error) {
  // Without its colours, say, the code is still there, and the blocks are too.
  if (!page.root.hasAttribute('data-loading')) report(error);
  else showStartFailure(page, messages, { reason: describe(error), reload: reloadAction, rescue });
  console.error(error);
}

// While developing, the page is as it is at the moment.
if (import.meta.env.MODE === 'production') {
  await whenIdle();
  const { keepPage } = await import('./offline/keep.ts');
  await keepPage(messages, notices, async () => bench?.useKeptRunner());
}
