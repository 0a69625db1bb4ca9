/** The check box "return result": a value or a statement. */
import * as Blockly from 'blockly';

/** Name of the field in block definitions. */
export const RETURN_RESULT_FIELD = 'field_return_result';

/**
 * A check box that decides the shape of its block. Blocks that the change of shape cuts off and
 * the change of the box itself form one group of events, so that one undo brings all of it back.
 */
export class ReturnResultField extends Blockly.FieldCheckbox {
  override setValue(value: string | boolean, fireChangeEvent = true): void {
    const outer = Blockly.Events.getGroup();
    if (outer === '') Blockly.Events.setGroup(true);
    try {
      super.setValue(value, fireChangeEvent);
    } finally {
      Blockly.Events.setGroup(outer);
    }
  }

  static override fromJson(options: Blockly.FieldCheckboxFromJsonConfig): ReturnResultField {
    return new this(options.checked, undefined, options);
  }
}

/** Makes the field known to Blockly. */
export function registerReturnResultField(): void {
  if (Blockly.registry.hasItem(Blockly.registry.Type.FIELD, RETURN_RESULT_FIELD)) return;
  Blockly.fieldRegistry.register(RETURN_RESULT_FIELD, ReturnResultField);
}
