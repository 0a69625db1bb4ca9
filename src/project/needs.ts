/** What a program needs from the one that runs it. */
import type { Compilation } from '../../generators/typescript/compilation.ts';
import type { ProgramState } from '../../generators/typescript/program.ts';

/** Each is true when the program does not do without. */
export interface Needs {
  /** The SDK. */
  backendless: boolean;
  /** An app chosen before it starts: it calls the SDK and has no _initialize app_ of its own. */
  app: boolean;
  /** A device set up before it starts: it calls the SDK and has no _set up device_ of its own. */
  device: boolean;
  /** The token of the device. */
  deviceToken: boolean;
  /** Somebody to ask. */
  prompt: boolean;
}

export function needsOf({ code, entry }: Compilation, program: ProgramState): Needs {
  // Imports come first, and nothing that a person typed can.
  const backendless = code.startsWith('import Backendless ');
  return {
    backendless,
    app: backendless && !hasBlock(program, 'device_init_app'),
    device: backendless && !hasBlock(program, 'device_setup'),
    deviceToken: entry.parameters.includes('deviceToken'),
    prompt: entry.parameters.includes('prompt'),
  };
}

/** Whether a block of this type is in the program and switched on. */
function hasBlock(program: ProgramState, type: string): boolean {
  // A list of what is still to see, and no recursion: a program may be any length and depth.
  const open = [...(program.blocks?.blocks ?? [])];
  for (let block = open.pop(); block; block = open.pop()) {
    const isOn = (block.disabledReasons ?? []).length === 0;
    if (isOn && block.type === type) return true;
    if (block.next?.block) open.push(block.next.block);
    if (!isOn) continue;
    for (const input of Object.values(block.inputs ?? {})) if (input.block) open.push(input.block);
  }
  return false;
}
