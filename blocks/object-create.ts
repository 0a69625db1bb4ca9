/** The mutator of "create object": any number of properties, each with a name to edit and a value. */
import * as Blockly from 'blockly';
import { message } from './messages.ts';

/** Name of the mutator in block definitions. */
export const OBJECT_CREATE_MUTATOR = 'cpb_object_create';

/** What is saved of the shape: the name of each property, from the top. */
interface ObjectCreateState {
  keys: string[];
}

/** What a property block of the open mutator stands for. */
interface Row {
  /** Its place on the block that is being changed, as it was last built. */
  place: number;
  key: string;
  value: Blockly.Connection | null;
}

/** Keyed by the block in the mutator, so that nothing has to be hung onto Blockly's own objects. */
const rows = new WeakMap<Blockly.Block, Row>();

const keyField = (index: number): string => `KEY${index}`;
const valueInput = (index: number): string => `VALUE${index}`;

function keysOf(state: unknown): string[] {
  if (typeof state !== 'object' || state === null || !('keys' in state) || !Array.isArray(state.keys)) return [];
  return state.keys.map((key: unknown) => String(key));
}

/** The names on the block as it is now. */
function currentKeys(block: Blockly.Block): string[] {
  const keys: string[] = [];
  while (block.getInput(valueInput(keys.length)) !== null) {
    keys.push(String(block.getFieldValue(keyField(keys.length)) ?? ''));
  }
  return keys;
}

/** Gives the block one row per name. Rows that stay keep their values. */
function setKeys(block: Blockly.Block, keys: readonly string[]): void {
  for (let index = keys.length; block.getInput(valueInput(index)) !== null; index++) {
    block.removeInput(valueInput(index));
  }
  keys.forEach((key, index) => {
    if (block.getInput(valueInput(index)) === null) {
      const field = new Blockly.FieldTextInput(key);
      field.setSpellcheck(false);
      field.setAriaTypeName('%{BKY_CPB_OBJECT_CREATE_KEY_ARIA}');
      block
        .appendValueInput(valueInput(index))
        .setAlign(Blockly.inputs.Align.RIGHT)
        .setAriaLabelProvider(() => String(block.getFieldValue(keyField(index)) ?? ''))
        .appendField(field, keyField(index));
    } else {
      block.setFieldValue(key, keyField(index));
    }
  });
}

/** The row of the block at a place, as it is now. */
function rowAt(block: Blockly.Block, place: number): Row {
  return {
    place,
    key: String(block.getFieldValue(keyField(place)) ?? ''),
    value: block.getInput(valueInput(place))?.connection?.targetConnection ?? null,
  };
}

/** The property blocks in the mutator, from the top. */
function propertyBlocks(container: Blockly.Block): Blockly.Block[] {
  const blocks: Blockly.Block[] = [];
  for (let block = container.getInputTargetBlock('STACK'); block !== null; block = block.getNextBlock()) {
    if (!block.isInsertionMarker()) blocks.push(block);
  }
  return blocks;
}

/** A name that no other property has: `name`, `name2`, `name3` … */
function freshKey(taken: readonly string[]): string {
  const base = message('CPB_OBJECT_CREATE_DEFAULT_KEY');
  let key = base;
  for (let number = 2; taken.includes(key); number++) key = `${base}${number}`;
  return key;
}

const SHAPE = {
  saveExtraState(this: Blockly.Block): ObjectCreateState {
    return { keys: currentKeys(this) };
  },

  loadExtraState(this: Blockly.Block, state: unknown): void {
    setKeys(this, keysOf(state));
  },

  decompose(this: Blockly.Block, workspace: Blockly.WorkspaceSvg): Blockly.Block {
    const container = workspace.newBlock('object_create_container');
    container.initSvg();
    let connection = container.getInput('STACK')?.connection ?? null;
    for (const place of currentKeys(this).keys()) {
      const property = workspace.newBlock('object_create_property');
      property.initSvg();
      rows.set(property, rowAt(this, place));
      if (property.previousConnection) connection?.connect(property.previousConnection);
      connection = property.nextConnection;
    }
    return container;
  },

  compose(this: Blockly.Block, container: Blockly.Block): void {
    const taken = currentKeys(this);
    const composed: Row[] = [];
    for (const [place, property] of propertyBlocks(container).entries()) {
      const known = rows.get(property);
      const row = { place, key: known?.key ?? freshKey(taken), value: known?.value ?? null };
      taken.push(row.key);
      rows.set(property, row);
      composed.push(row);
    }
    const kept = new Set(composed.map(({ value }) => value));
    for (const place of currentKeys(this).keys()) {
      const { value } = rowAt(this, place);
      if (value !== null && !kept.has(value)) value.disconnect();
    }
    setKeys(
      this,
      composed.map(({ key }) => key),
    );
    for (const { place, value } of composed) value?.reconnect(this, valueInput(place));
  },

  /** Something changed on the block itself while the mutator is open. */
  saveConnections(this: Blockly.Block, container: Blockly.Block): void {
    for (const property of propertyBlocks(container)) {
      // The order in the mutator may be ahead of the block: each row is looked up where it was built.
      const row = rows.get(property);
      if (row !== undefined) rows.set(property, rowAt(this, row.place));
    }
  },
};

/** Registers the mutator; the block starts with one property. */
export function registerObjectCreateMutator(): void {
  if (Blockly.Extensions.isRegistered(OBJECT_CREATE_MUTATOR)) return;
  Blockly.Extensions.registerMutator(
    OBJECT_CREATE_MUTATOR,
    SHAPE,
    function (this: Blockly.Block): undefined {
      setKeys(this, [freshKey([])]);
    },
    ['object_create_property'],
  );
}
