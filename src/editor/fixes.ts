/** What mends a problem at once, where one thing to do is plain. */
import * as Blockly from 'blockly';
import type { Diagnostic } from '../../generators/typescript/compilation.ts';

/** A change to the blocks that does away with a problem. */
export interface Fix {
  /** A stable name for this kind of change. */
  code: FixCode;
  /** What it does, in a few words, in the language of the editor. */
  title: string;
  /** Does it, as one step that can be undone. Does nothing when the block is not there any more. */
  apply(): void;
}

/** What a fix is called in English, by its code. */
export const fixTitles = {
  'remove-duplicate-channel': 'Remove the duplicate channel',
  'remove-empty-channel': 'Remove the empty channel',
  'split-channel': 'Make it several channels',
  'use-device-token': 'Use the device token block',
  'expire-in-a-day': 'Let it expire one day from now',
  'put-in-a-value': 'Put in a value',
  'remove-earlier-property': 'Remove the earlier one',
  'print-value': 'Print the value',
  'delete-block': 'Delete the block',
  'delete-function': 'Delete the function',
  'delete-unreachable': 'Delete what is never reached',
} as const;

/** The codes of all fixes. */
export type FixCode = keyof typeof fixTitles;

type BlockState = Blockly.serialization.blocks.State;
type Connected = Blockly.serialization.blocks.ConnectionState;
type Change = [code: FixCode, change: (block: Blockly.Block) => void];

/** The fixes for a diagnostic about a block of the workspace; none where it is left to the person what to do. */
export function fixesFor(
  { code, blockId, input = '', values }: Diagnostic,
  workspace: Blockly.Workspace,
  titles: Readonly<Partial<Record<FixCode, string>>> = {},
): Fix[] {
  const find = (): Blockly.Block | null => workspace.getBlockById(blockId);
  const block = find();
  if (block === null || workspace.isReadOnly()) return [];
  return changesFor(code, block, input, values).map(([fixCode, change]) => ({
    code: fixCode,
    title: titles[fixCode] ?? fixTitles[fixCode],
    apply() {
      const present = find();
      if (present) asOneStep(() => change(present));
    },
  }));
}

function changesFor(code: string, block: Blockly.Block, input: string, values: Diagnostic['values'] = {}): Change[] {
  const whole = (fix: FixCode, heals: boolean): Change[] => [[fix, (present) => present.dispose(heals)]];
  switch (code) {
    case 'duplicate-channel':
      return channelChange('remove-duplicate-channel', block, input, (name) => [name]);
    case 'empty-channel':
      return channelChange('remove-empty-channel', block, input, (name) => (name.trim() === '' ? [] : [name]));
    case 'ambiguous-channel':
      return channelChange('split-channel', block, input, (name) =>
        name === values.name ? name.split(/,|::/).filter((part) => part.trim() !== '') : [name],
      );
    case 'hard-coded-token':
      return [['use-device-token', (present) => plug(present, input, { type: 'device_token' })]];
    case 'past-expiration':
      return [['expire-in-a-day', (present) => plug(present, input, tomorrow)]];
    case 'empty-input':
    case 'empty-result': {
      const state = usualValue(block, input);
      return state ? [['put-in-a-value', (present) => plug(present, input, state)]] : [];
    }
    case 'duplicate-property':
      return [['remove-earlier-property', (present) => removeProperty(present, values.name ?? '')]];
    case 'loose-value':
      return [['print-value', print], ...whole('delete-block', false)];
    case 'unreachable':
      return whole('delete-unreachable', false);
    case 'function-never-called':
      // Calls that are switched off would go with it, and come back as strays.
      return Blockly.Procedures.getCallers(values.name ?? '', block.workspace).length > 0
        ? []
        : whole('delete-function', false);
    case 'not-in-a-loop':
    case 'not-in-a-function':
      return whole('delete-block', true);
    default:
      return [];
  }
}

const tomorrow: BlockState = {
  type: 'date_from_now',
  fields: { UNIT: 'DAYS' },
  inputs: { AMOUNT: { shadow: { type: 'math_number', fields: { NUM: 1 } } } },
};

/** Puts other names, or none, in the place of each name in a channel list or a list of texts; each is then there once. */
function channelChange(
  fix: FixCode,
  block: Blockly.Block,
  input: string,
  namesFor: (name: string) => string[],
): Change[] {
  const list = (of: Blockly.Block): Blockly.Block | null => (of.getField(input) ? of : of.getInputTargetBlock(input));
  const onlyNew = (): ((name: string) => string[]) => {
    const seen = new Set<string>();
    return (name) => namesFor(name).filter((each) => !seen.has(each) && seen.add(each));
  };
  switch (list(block)?.type) {
    case 'device_channel_list': {
      const change = (found: Blockly.Block): void => {
        const names = String(found.getFieldValue('NAMES')).split('\n');
        const changed = names.map((name) => name.trim()).flatMap(onlyNew());
        found.setFieldValue(changed.join('\n'), 'NAMES');
      };
      return [[fix, (present) => change(list(present) ?? present)]];
    }
    case 'lists_create_with': {
      const change = (register: Blockly.Block, found: Blockly.Block): void =>
        plug(register, input, withNames(found, onlyNew()));
      return [[fix, (present) => change(present, list(present) ?? present)]];
    }
    default:
      return [];
  }
}

/** What a list of texts is to be saved as, with other texts in the place of each. */
function withNames(list: Blockly.Block, namesFor: (name: string) => string[]): BlockState {
  const state = Blockly.serialization.blocks.save(list);
  const items = list.inputList.filter(({ connection }) => connection !== null).map(({ name }) => state?.inputs?.[name]);
  const changed = items.flatMap((item): readonly (Connected | undefined)[] => {
    const name = textOf(item);
    const names = name === undefined ? [] : namesFor(name);
    if (name === undefined || (names.length === 1 && names[0] === name)) return [item];
    return names.map((each) => ({ block: { type: 'text', fields: { TEXT: each } } }));
  });
  const inputs = changed.flatMap((item, index) => (item ? [[`ADD${index}`, item] as const] : []));
  return { ...state, type: list.type, extraState: { itemCount: changed.length }, inputs: Object.fromEntries(inputs) };
}

function textOf(item: Connected | undefined): string | undefined {
  const state = item?.block ?? item?.shadow;
  return state?.type === 'text' ? String(state.fields?.['TEXT'] ?? '') : undefined;
}

/** Puts a block into an input, in place of the one that is there; a shadow stays below. */
function plug(block: Blockly.Block, input: string, state: BlockState): void {
  const connection = block.getInput(input)?.connection;
  const before = connection?.targetBlock();
  if (before && !before.isShadow()) before.dispose(false);
  const made = append(state, block.workspace);
  if (connection && made.outputConnection) connection.connect(made.outputConnection);
}

function append(state: BlockState, workspace: Blockly.Workspace): Blockly.Block {
  return Blockly.serialization.blocks.append(state, workspace, { recordUndo: true });
}

/** What the toolbox has in that input, else a value of the kind that it takes. */
function usualValue(block: Blockly.Block, input: string): BlockState | undefined {
  const connection = block.getInput(input)?.connection;
  if (connection?.type !== Blockly.ConnectionType.INPUT_VALUE) return undefined;
  const check = connection.getCheck()?.[0];
  return inToolbox(block.workspace.options.languageTree, block.type, input) ?? usualValues[check ?? 'String'];
}

const usualValues: Readonly<Record<string, BlockState>> = {
  String: { type: 'text' },
  Number: { type: 'math_number' },
  Boolean: { type: 'logic_boolean' },
  Array: { type: 'lists_create_with', extraState: { itemCount: 0 } },
  Date: { type: 'date_now' },
  Object: { type: 'object_create' },
};

function inToolbox(item: unknown, type: string, input: string): BlockState | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  if ('type' in item && item.type === type) {
    const inputs: Record<string, Connected> = Object.assign({}, 'inputs' in item ? item.inputs : {});
    return inputs[input]?.shadow;
  }
  const contents: unknown[] = 'contents' in item && Array.isArray(item.contents) ? item.contents : [];
  for (const each of contents) {
    const found = inToolbox(each, type, input);
    if (found) return found;
  }
  return undefined;
}

/** Takes the first property of that name out of an object; the last one counts. */
function removeProperty(block: Blockly.Block, name: string): void {
  const state = Blockly.serialization.blocks.save(block, { addCoordinates: true });
  const parent = block.outputConnection?.targetConnection;
  const rows = Object.keys(state?.fields ?? {}).map((_, index) => ({
    key: String(state?.fields?.[`KEY${index}`] ?? ''),
    value: state?.inputs?.[`VALUE${index}`],
  }));
  const first = rows.findIndex(({ key }) => key === name);
  if (!state || first < 0) return;
  rows.splice(first, 1);
  block.dispose(false);
  const made = append(
    {
      ...state,
      extraState: { keys: rows.map(({ key }) => key) },
      fields: Object.fromEntries(rows.map(({ key }, index) => [`KEY${index}`, key])),
      inputs: Object.fromEntries(
        rows.flatMap(({ value }, index) => (value ? [[`VALUE${index}`, value] as const] : [])),
      ),
    },
    block.workspace,
  );
  if (parent && made.outputConnection) parent.connect(made.outputConnection);
}

/** Puts a block that prints around a value. */
function print(block: Blockly.Block): void {
  const { x, y } = block.getRelativeToSurfaceXY();
  const value = Blockly.serialization.blocks.save(block);
  block.dispose(false);
  if (value) append({ type: 'console_print', x, y, inputs: { VALUE: { block: value } } }, block.workspace);
}

function asOneStep(act: () => void): void {
  const group = Blockly.Events.getGroup();
  Blockly.Events.setGroup(true);
  try {
    act();
  } finally {
    Blockly.Events.setGroup(group);
  }
}
