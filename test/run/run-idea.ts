/** Compiles a saved program of test/programs and runs it against an emulator of its own. */

import { compile } from '../../generators/typescript/index.ts';
import { createEmulator, type DeliveredMessage, type DeviceRegistration } from '../../src/emulator/index.ts';
import { readCase } from '../programs.ts';
import { runProgram, type ProgramRun, type RunOptions } from './run-program.ts';

/** What a program did, and what the service has after it. */
export interface IdeaRun extends ProgramRun {
  devices: DeviceRegistration[];
  /** The messages that arrived at the device of the run. */
  messages: DeliveredMessage[];
  /** The values of each call of the console, one list a call. */
  printed: unknown[][];
}

/** The registration ID that the emulator of a run gives as the nth, from 1. */
export function nthId(n: number): string {
  return `AAAAAAAA-0000-0000-0000-${String(n).padStart(12, '0')}`;
}

export async function runIdea(idea: string, options: Omit<RunOptions, 'handle'> = {}): Promise<IdeaRun> {
  const { program, options: compileOptions } = readCase(idea);
  let ids = 0;
  const emulator = createEmulator({
    newId: () => {
      ids += 1;
      return nthId(ids);
    },
  });
  try {
    const run = await runProgram(compile(program, compileOptions), { ...options, handle: emulator.handle });
    const printed = run.output.map(({ values }) => values);
    const devices = await emulator.devices();
    return { ...run, printed, devices, messages: await emulator.messages('device-1') };
  } finally {
    emulator.dispose();
  }
}
