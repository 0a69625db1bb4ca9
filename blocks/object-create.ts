/** The mutator of "create object": any number of properties, each with a name to edit and a value. */
import * as Blockly from 'blockly';
import { message } from './messages.ts';

/** Name of the mutator in block definitions. */
export const OBJECT_CREATE_MUTATOR = 'cpb_object_create';

/** What is saved of the shape: the name of each property, from the top. */
interface ObjectCreateState {
  keys: string[];
}

/** A property block of the open mutator remembers the name and the value that it stands for. */
interface Remembered {
  key: string;
  value: Blockly.Connection | null;
}

/** Keyed by the block in the mutator, so that nothing has to be hung onto Blockly's own objects. */
const remembered = new WeakMap<Blockly.Block, Remembered>();

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
    currentKeys(this).forEach((key, index) => {
      const property = workspace.newBlock('object_create_property');
      property.initSvg();
      remembered.set(property, { key, value: this.getInput(valueInput(index))?.connection?.targetConnection ?? null });
      if (property.previousConnection) connection?.connect(property.previousConnection);
      connection = property.nextConnection;
    });
    return container;
  },

  compose(this: Blockly.Block, container: Blockly.Block): void {
    const before = currentKeys(this);
    const rows: Remembered[] = [];
    for (const block of propertyBlocks(container)) {
      const row = remembered.get(block) ?? {
        key: freshKey([...before, ...rows.map(({ key }) => key)]),
        value: null,
      };
      remembered.set(block, row);
      rows.push(row);
    }
    const kept = new Set(rows.map(({ value }) => value));
    before.forEach((_, index) => {
      const value = this.getInput(valueInput(index))?.connection?.targetConnection;
      if (value && !kept.has(value)) value.disconnect();
    });
    setKeys(
      this,
      rows.map(({ key }) => key),
    );
    rows.forEach(({ value }, index) => value?.reconnect(this, valueInput(index)));
  },

  saveConnections(this: Blockly.Block, container: Blockly.Block): void {
    propertyBlocks(container).forEach((block, index) => {
      remembered.set(block, {
        key: String(this.getFieldValue(keyField(index)) ?? remembered.get(block)?.key ?? ''),
        value: this.getInput(valueInput(index))?.connection?.targetConnection ?? null,
      });
    });
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
