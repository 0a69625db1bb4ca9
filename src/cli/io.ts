/** What a command reads from, where it writes, and what can end it. */
export interface CommandIo {
  stdin: AsyncIterable<Uint8Array | string>;
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
  /** Ends the command as SIGINT and SIGTERM do. */
  signal?: AbortSignal;
}
