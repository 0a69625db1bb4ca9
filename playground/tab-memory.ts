/**
 * What a tab remembers across reloads, whatever other tabs do: which program it had open, and what it had not saved yet
 * as it was left. The browser writes this down before it goes on, where a database may be cut short.
 */
import type { KeptDraft } from './storage.ts';

const programKey = 'codeless-push-blocks:programs';
const draftKey = 'codeless-push-blocks:draft';

export function readTabProgram(): string | undefined {
  try {
    return sessionStorage.getItem(programKey) ?? undefined;
  } catch {
    return undefined;
  }
}

export function writeTabProgram(id: string): void {
  try {
    sessionStorage.setItem(programKey, id);
  } catch {
    // The last program of all tabs is the next best.
  }
}

/** Puts down what is not saved. One that is too large for this place is left to the database. */
export function writeTabDraft(draft: KeptDraft): void {
  try {
    sessionStorage.setItem(draftKey, JSON.stringify(draft));
  } catch {
    dropTabDraft();
  }
}

/** Forgets what was put down: it is saved now. */
export function dropTabDraft(): void {
  try {
    sessionStorage.removeItem(draftKey);
  } catch {
    // Then there is none.
  }
}

/** What this tab put down as it was left; `undefined` when all was saved. */
export function readTabDraft(): KeptDraft | undefined {
  try {
    const draft: unknown = JSON.parse(sessionStorage.getItem(draftKey) ?? 'null');
    return isDraft(draft) ? draft : undefined;
  } catch {
    return undefined;
  }
}

function isDraft(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null) return false;
  const { id, programId, name, base, program, savedAt }: Partial<Record<keyof KeptDraft, unknown>> = value;
  const hasWords = [id, programId, name].every((word) => typeof word === 'string');
  const hasNumbers = [base, savedAt].every((number) => typeof number === 'number');
  return hasWords && hasNumbers && typeof program === 'object' && program !== null;
}
