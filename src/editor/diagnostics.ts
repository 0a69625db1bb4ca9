/** Shows on the blocks what the compiler has to say about them. */
import type * as Blockly from 'blockly';
import { setWarnings } from '../../blocks/index.ts';
import type { Diagnostic } from '../../generators/typescript/compilation.ts';

/** ID of our warnings, so that warnings of others on the same block stay. */
const WARNING_ID = 'cpb_diagnostics';

/** Blocks that look after their own fields, and would say the same a second time. */
const OUTSPOKEN = new Set(['device_channel_list']);

/** The warnings that the compiler put on the blocks of one workspace. */
export class DiagnosticMarks {
  readonly #workspace: Blockly.Workspace;
  /** What is shown, by the very block: another block may come under the same ID. */
  #shown = new Map<Blockly.Block, string>();

  constructor(workspace: Blockly.Workspace) {
    this.#workspace = workspace;
  }

  /** Shows these and nothing else. Blocks whose sentences stay the same are not touched. */
  show(diagnostics: readonly Diagnostic[]): void {
    const wanted = this.#byBlock(diagnostics);
    for (const block of this.#shown.keys()) {
      if (!wanted.has(block) && !block.isDeadOrDying()) setWarnings(block, [], WARNING_ID);
    }
    const shown = new Map<Blockly.Block, string>();
    for (const [block, sentences] of wanted) {
      const text = sentences.join('\n');
      if (this.#shown.get(block) !== text) setWarnings(block, sentences, WARNING_ID);
      shown.set(block, text);
    }
    this.#shown = shown;
  }

  /** Errors and warnings; a block that is merely worth a remark gets no sign. */
  #byBlock(diagnostics: readonly Diagnostic[]): Map<Blockly.Block, string[]> {
    const wanted = new Map<Blockly.Block, string[]>();
    for (const { severity, blockId, message } of diagnostics) {
      if (severity === 'info') continue;
      const block = this.#workspace.getBlockById(blockId);
      if (block === null || OUTSPOKEN.has(block.type)) continue;
      const sentences = wanted.get(block);
      if (sentences === undefined) wanted.set(block, [message]);
      else if (!sentences.includes(message)) sentences.push(message);
    }
    return wanted;
  }
}
