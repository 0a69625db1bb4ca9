/** Files on a person's own disk: downloads, the file picker, and files dropped onto the page. */
import type { Messages } from './messages.ts';

/** The largest file that is read, in megabytes. A program of 10,000 blocks has about three, 10,000 registrations too. */
const mostMegabytes = 64;

/** Why a file was not opened, in a sentence for a person. */
export class FileProblem extends Error {
  override name = 'FileProblem';
}

/** Hands a text to the browser as a file to keep. */
export function download(fileName: string, text: string, type: string): void {
  downloadBlob(fileName, new Blob([text], { type }));
}

/** Hands data to the browser as a file to keep. */
export function downloadBlob(fileName: string, data: Blob): void {
  const url = URL.createObjectURL(data);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has its own hold on the data by the time this task is over.
  setTimeout(() => URL.revokeObjectURL(url));
}

/** Lets a person choose a file of JSON. `chosen` is not called when they cancel. */
export function pickFile(chosen: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) chosen(file);
  });
  input.click();
}

/** Takes files dropped anywhere onto the page; `hint` is shown while one hovers. */
export function acceptDrops(hint: HTMLElement, dropped: (file: File) => void): void {
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    hint.hidden = false;
  });
  window.addEventListener('dragleave', (event) => {
    // Without a related target the pointer has left the page, not only an element of it.
    if (event.relatedTarget === null) hint.hidden = true;
  });
  window.addEventListener('drop', (event) => {
    hint.hidden = true;
    if (!holdsFiles(event)) return;
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) dropped(file);
  });
}

/**
 * Reads a file as JSON. What it means is for the editor to say.
 * Throws a {@link FileProblem} when it is too large, cannot be read, or is not JSON.
 */
export async function readJson(file: File, messages: Messages): Promise<unknown> {
  if (file.size > mostMegabytes * 1024 * 1024) throw new FileProblem(messages.fileTooLarge(mostMegabytes));
  const text = await file.text().catch(() => {
    throw new FileProblem(messages.fileUnreadable);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FileProblem(messages.fileNotJson(error instanceof Error ? error.message : String(error)));
  }
}
