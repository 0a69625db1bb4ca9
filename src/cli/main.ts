#!/usr/bin/env node
// The command as a process: its arguments, streams and exit code.

import { runCommand } from './command.ts';

const ending = new AbortController();

// Who piped the output elsewhere may stop reading, as `head` does: then there is nobody to work for any more.
process.stdout.on('error', endWhenUnread);
process.stderr.on('error', endWhenUnread);

function endWhenUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  ending.abort();
}

process.exitCode = await runCommand(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: ending.signal,
});
