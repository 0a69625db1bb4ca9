// An append-only file of lines that survives a kill at any moment.

import { open, rename, unlink, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a journal needs to know of what it keeps. */
export interface JournalOptions {
  path: string;
  /** The lines, in batches, that a fresh file has to hold to stand for everything appended so far. */
  snapshot: () => Iterable<string>;
  /** Called when the file cannot be written any more, and when it can again. */
  onStatus: (failure: Error | undefined) => void;
}

/** Milliseconds between attempts to write again after a failure. */
const retryInterval = 5000;

/** Lines that share a write. */
class Batch {
  readonly lines: string[] = [];
  end: () => void = () => {};
  readonly ended = new Promise<void>((done) => {
    this.end = done;
  });
}

/** Characters of a snapshot that are written at once, between which others get their turn. */
const chunkSize = 1 << 18;

/**
 * Appended lines are safe on disk when `flushed` resolves; those that come while the disk is busy share the next write
 * and sync. A rewrite puts a snapshot in place of all lines, by renaming a whole new file over the old one, while
 * appends go on. After a failure, of which `onStatus` is told, lines are not written but count as if they were, and a
 * rewrite is tried again from time to time.
 */
export class Journal {
  readonly #options: JournalOptions;
  #file: FileHandle | undefined;
  /** Lines that wait for the disk; undefined when none do. */
  #waiting: Batch | undefined;
  /** The lines that are being written. */
  #current: Batch | undefined;
  #writing: Promise<void> | undefined;
  /** The new file of a rewrite. `lines` are those appended since its snapshot was taken. */
  #rewrite: { file: FileHandle; lines: string[]; complete: boolean } | undefined;
  #rewriting: Promise<void> | undefined;
  #failed = false;
  #retryAt = 0;

  constructor(options: JournalOptions) {
    this.#options = options;
  }

  /** Opens the file at its end, which is at `length`: what is beyond was torn by a kill and is cut off. */
  async openAt(length: number): Promise<void> {
    const file = await open(this.#options.path, 'r+');
    try {
      await file.truncate(length);
      await file.sync();
    } finally {
      await file.close();
    }
    this.#file = await open(this.#options.path, 'a');
    await unlink(this.#temporaryPath).catch(() => {});
  }

  /** Appends a line, which must not contain a line break. */
  append(line: string): void {
    this.#rewrite?.lines.push(line);
    this.#waiting ??= new Batch();
    this.#waiting.lines.push(line);
    this.#writing ??= this.#write();
  }

  /** Resolves when everything appended so far is safe. */
  async flushed(): Promise<void> {
    await (this.#waiting ?? this.#current)?.ended;
  }

  /** Starts to replace all lines by a snapshot, unless that is going on already or has just failed. */
  rewrite(): void {
    if (performance.now() >= this.#retryAt) this.#rewriting ??= this.#runRewrite();
  }

  /** Ends. A file that could not be written gets a last chance. */
  async close(): Promise<void> {
    await this.#rewriting;
    await this.#writing;
    if (this.#failed) await this.#runRewrite();
    await this.#file?.close();
    this.#file = undefined;
  }

  get #temporaryPath(): string {
    return `${this.#options.path}.tmp`;
  }

  async #write(): Promise<void> {
    // Those who append in the same turn of the event loop share the first write too.
    await Promise.resolve();
    while (this.#waiting || this.#rewrite?.complete) {
      const batch = this.#waiting ?? new Batch();
      this.#current = batch;
      this.#waiting = undefined;
      try {
        const replaced = this.#rewrite?.complete && (await this.#replaceFile(this.#rewrite));
        if (!replaced && !this.#failed) await this.#writeBatch(batch.lines);
      } catch (error) {
        this.#fail(error);
      }
      this.#current = undefined;
      batch.end();
    }
    this.#writing = undefined;
    if (this.#failed) this.rewrite();
  }

  async #writeBatch(lines: string[]): Promise<void> {
    if (lines.length === 0) return;
    if (!this.#file) throw new Error('the file is not open');
    await this.#file.appendFile(`${lines.join('\n')}\n`);
    await this.#file.datasync();
  }

  /**
   * The end of a rewrite: the new file gets what was appended meanwhile, and the name. False: the new file could not be
   * finished, and the old one is as it was.
   */
  async #replaceFile({ file, lines }: { file: FileHandle; lines: string[] }): Promise<boolean> {
    this.#rewrite = undefined;
    try {
      if (lines.length > 0) await file.appendFile(`${lines.join('\n')}\n`);
      await file.sync();
      await file.close();
    } catch {
      await this.#abandonRewrite(file);
      return false;
    }
    // Both files are closed when the name changes hands: Windows renames no open file.
    await this.#file?.close();
    this.#file = undefined;
    await rename(this.#temporaryPath, this.#options.path);
    await syncFolder(dirname(this.#options.path));
    this.#file = await open(this.#options.path, 'a');
    if (this.#failed) {
      this.#failed = false;
      this.#options.onStatus(undefined);
    }
    return true;
  }

  async #runRewrite(): Promise<void> {
    let file: FileHandle | undefined;
    try {
      file = await open(this.#temporaryPath, 'w', 0o600);
      // From here to the snapshot nothing may be awaited: the two together are everything.
      const rewrite = { file, lines: [], complete: false };
      this.#rewrite = rewrite;
      let chunk = '';
      for (const line of this.#options.snapshot()) {
        chunk += `${line}\n`;
        if (chunk.length < chunkSize) continue;
        await file.appendFile(chunk);
        chunk = '';
      }
      await file.appendFile(chunk);
      rewrite.complete = true;
    } catch {
      await this.#abandonRewrite(file);
    }
    this.#writing ??= this.#write();
    await this.#writing;
    this.#rewriting = undefined;
  }

  /** Gives up a new file. The old one, if it can be written, goes on as it was. */
  async #abandonRewrite(file: FileHandle | undefined): Promise<void> {
    this.#rewrite = undefined;
    this.#retryAt = performance.now() + retryInterval;
    await file?.close().catch(() => {});
    await unlink(this.#temporaryPath).catch(() => {});
  }

  #fail(error: unknown): void {
    this.#retryAt = performance.now() + retryInterval;
    if (this.#failed) return;
    this.#failed = true;
    this.#options.onStatus(error instanceof Error ? error : new Error(String(error)));
  }
}

/** Writes a whole file that is either there or not. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.tmp`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

/** Makes a rename durable. Systems that cannot sync a folder make it so by themselves. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  }
}
