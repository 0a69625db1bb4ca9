/** Sentences on the warning sign of a block. */
import * as Blockly from 'blockly';

/** Blockly shows a warning in lines as long as they are written; this many letters fit any screen. */
const LINE_LENGTH = 50;

/**
 * Shows sentences on a block, one below the other, and takes them away when there are none.
 * Warnings under other IDs stay as they are.
 */
export function setWarnings(block: Blockly.Block, sentences: readonly string[], id: string): void {
  const lines = sentences.map((sentence) => Blockly.utils.string.wrap(sentence, LINE_LENGTH));
  block.setWarningText(lines.length > 0 ? lines.join('\n') : null, id);
}
