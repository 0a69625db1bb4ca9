/** The mutator behind "return result": a block that is a statement or a value. */
import * as Blockly from 'blockly';

/** Name of the mutator in block definitions. */
export const RETURN_RESULT_MUTATOR = 'cpb_return_result';

/** Name of the check box in block definitions. */
export const RETURN_RESULT = 'RETURN_RESULT';

/** How far a block is moved aside, in workspace units: out of reach of the connection it came from. */
const BUMP_DISTANCE = 2 * 28;

/** What is saved of the shape; it loads before connections and fields do. */
interface ReturnResultState {
  returnResult: boolean;
}

function isReturnResultState(state: unknown): state is ReturnResultState {
  return typeof state === 'object' && state !== null && 'returnResult' in state;
}

const SHAPE = {
  saveExtraState(this: Blockly.Block): ReturnResultState {
    return { returnResult: this.outputConnection !== null };
  },

  loadExtraState(this: Blockly.Block, state: unknown): void {
    const returnResult = isReturnResultState(state) && state.returnResult === true;
    setShape(this, returnResult);
    // A program may leave the field out; then the box must still show the shape.
    this.setFieldValue(returnResult ? 'TRUE' : 'FALSE', RETURN_RESULT);
  },
};

/** Makes the block a value or a statement. A block that is cut off thereby is moved aside, never lost. */
function setShape(block: Blockly.Block, returnResult: boolean): void {
  if (returnResult === (block.outputConnection !== null)) return;
  const parent = block.getParent();
  const next = block.getNextBlock();
  // Only a chain closes up: healing a row would move what is in an input of ours into the parent.
  block.unplug(block.previousConnection !== null);
  const loose = parent === null ? next : block;
  if (parent !== null || next !== null) loose?.moveBy(BUMP_DISTANCE, BUMP_DISTANCE, ['bump']);
  if (returnResult) {
    block.setPreviousStatement(false);
    block.setNextStatement(false);
    block.setOutput(true, 'Registration');
  } else {
    block.setOutput(false);
    block.setPreviousStatement(true);
    block.setNextStatement(true);
  }
}

/** Registers the mutator; the block starts as a statement and follows its check box from then on. */
export function registerReturnResultMutator(): void {
  if (Blockly.Extensions.isRegistered(RETURN_RESULT_MUTATOR)) return;
  Blockly.Extensions.registerMutator(RETURN_RESULT_MUTATOR, SHAPE, function (this: Blockly.Block): undefined {
    this.getField(RETURN_RESULT)?.setValidator((value: unknown) => {
      setShape(this, value === 'TRUE');
      return undefined;
    });
  });
}
