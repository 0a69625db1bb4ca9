/** Opens the program that the address of the page carries, as a copy. */
import type { Messages } from './messages.ts';
import type { Notices } from './notices.ts';
import { readPreference, writePreference } from './preferences.ts';
import type { ProgramDesk } from './program-desk.ts';
import { isThere } from './program-store.ts';
import { LinkError, readFragment } from './share-link.ts';

const preference = 'programs-by-link';
/** How many of the programs that came by links are known as such. */
const mostKnown = 50;

/**
 * Opens the program of the fragment beside those that are there, and takes it out of the address, so that a reload
 * makes no second copy. A link that is opened again makes none either, while the copy is as it came. Nothing of it runs.
 * A link that cannot be opened leaves all as it is, and a message says why.
 */
export async function openShared(desk: ProgramDesk, messages: Messages, notices: Notices): Promise<void> {
  const words = messages.sharing;
  const { hash } = location;
  history.replaceState(history.state, '', location.pathname + location.search);
  try {
    const { name, program } = readFragment(hash);
    const copy = await findCopy(desk, program);
    if (copy === undefined) {
      await desk.create({ name: name || words.sharedName, program }, { isAsked: false });
      remember(desk.id);
    } else {
      await desk.open(copy);
    }
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

/** The copy of a program that came by a link before and was not changed since; no other program, be it the same. */
async function findCopy(desk: ProgramDesk, program: unknown): Promise<string | undefined> {
  const known = readKnown();
  if (known.length === 0) return undefined;
  const text = JSON.stringify(program);
  // It may be the one that is open, and have changed a moment ago.
  await desk.flush();
  const programs = await desk.store.list();
  return programs.find((kept) => known.includes(kept.id) && isThere(kept) && JSON.stringify(kept.program) === text)?.id;
}

function remember(id: string | undefined): void {
  if (id !== undefined) writePreference(preference, JSON.stringify([id, ...readKnown()].slice(0, mostKnown)));
}

function readKnown(): string[] {
  try {
    const kept: unknown = JSON.parse(readPreference(preference) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
