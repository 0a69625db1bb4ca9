/** Shows on the blocks what the compiler has to say about them. */
import type * as Blockly from 'blockly';
import type { Diagnostic } from '../../generators/typescript/compilation.ts';

/** ID of our warnings, so that warnings of others on the same block stay. */
const WARNING_ID = 'cpb_diagnostics';

/** The warnings that the compiler put on the blocks of one workspace. */
export class DiagnosticMarks {
  readonly #workspace: Blockly.Workspace;
  readonly #shown = new Map<string, string>();

  constructor(workspace: Blockly.Workspace) {
    this.#workspace = workspace;
  }

  /** Shows these and nothing else. Blocks whose text stays the same are not touched. */
  show(diagnostics: readonly Diagnostic[]): void {
    const texts = textsByBlock(diagnostics);
    for (const blockId of this.#shown.keys()) {
      if (texts.has(blockId)) continue;
      this.#workspace.getBlockById(blockId)?.setWarningText(null, WARNING_ID);
      this.#shown.delete(blockId);
    }
    for (const [blockId, text] of texts) {
      const block = this.#workspace.getBlockById(blockId);
      if (block === null) {
        this.#shown.delete(blockId);
      } else if (this.#shown.get(blockId) !== text) {
        block.setWarningText(text, WARNING_ID);
        this.#shown.set(blockId, text);
      }
    }
  }

  /** Forgets what was shown, because the blocks that it was shown on are gone. */
  reset(): void {
    this.#shown.clear();
  }
}

/** Errors and warnings, one text per block; a block that is merely worth a remark gets no sign. */
function textsByBlock(diagnostics: readonly Diagnostic[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { severity, blockId, message } of diagnostics) {
    if (severity === 'info' || blockId === '') continue;
    const before = texts.get(blockId);
    texts.set(blockId, before === undefined ? message : `${before}\n${message}`);
  }
  return texts;
}
