/** Opens the program that the address of the page carries, as a copy. */
import type { Messages } from './messages.ts';
import type { Notices } from './notices.ts';
import type { ProgramDesk } from './program-desk.ts';
import { LinkError, readFragment } from './share-link.ts';

/**
 * Opens the program of the fragment beside those that are there, and takes it out of the address, so that a reload
 * makes no second copy. Nothing of it runs. A link that cannot be opened leaves all as it is, and a message says why.
 */
export async function openShared(desk: ProgramDesk, messages: Messages, notices: Notices): Promise<void> {
  const words = messages.sharing;
  const { hash } = location;
  history.replaceState(history.state, '', location.pathname + location.search);
  try {
    const { name, program } = readFragment(hash);
    await desk.create({ name: name || words.sharedName, program }, { isAsked: false });
    notices.show({ kind: 'info', title: words.opened(desk.name) });
  } catch (error) {
    const reason =
      error instanceof LinkError
        ? words.problems[error.problem]
        : error instanceof Error
          ? error.message
          : String(error);
    notices.show({ kind: 'error', title: words.cannotOpen, detail: `${reason} ${messages.workspaceKept}` });
  }
}
