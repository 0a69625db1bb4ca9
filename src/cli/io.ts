/** Where a command writes, and what can end it. */
export interface CommandIo {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
  /** Ends the command as SIGINT and SIGTERM do. */
  signal?: AbortSignal;
}
