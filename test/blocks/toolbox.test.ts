import * as Blockly from 'blockly';
import { beforeAll, describe, expect, it } from 'vitest';
import { BlockIndex } from '../../blocks/block-index.ts';
import { packLowerings } from '../../generators/typescript/index.ts';
import { blockDefinitions, createToolbox, installBlocks } from '../../blocks/index.ts';

type Item = Blockly.utils.toolbox.ToolboxItemInfo;
type Info = Blockly.utils.toolbox.BlockInfo;

/** Blocks that are parts of a mutator, that Blockly shows when there is something to call, or whose variables have types. */
const NOT_IN_TOOLBOX = new Set([
  'controls_if_if',
  'controls_if_elseif',
  'controls_if_else',
  'lists_create_with_container',
  'lists_create_with_item',
  'lists_create_empty',
  'text_create_join_container',
  'text_create_join_item',
  'procedures_mutatorcontainer',
  'procedures_mutatorarg',
  'procedures_callnoreturn',
  'procedures_callreturn',
  'variables_get_dynamic',
  'variables_set_dynamic',
  'object_create_container',
  'object_create_property',
]);

/** What Blockly puts into the categories that it fills itself. */
const DYNAMIC: Record<string, string[]> = {
  VARIABLE: ['variables_get', 'variables_set'],
  PROCEDURE: ['procedures_defnoreturn', 'procedures_defreturn', 'procedures_ifreturn'],
};

const categories = (toolbox = createToolbox()) => toolbox.contents;
const isBlock = (item: Item): item is Info => item.kind === 'block';
const blocksOf = (item: Item): Info[] => ('contents' in item ? item.contents.filter(isBlock) : []);

function types(item: Item): string[] {
  if ('custom' in item) return DYNAMIC[item.custom] ?? [];
  return blocksOf(item).map(({ type }) => type ?? '');
}

beforeAll(() => {
  installBlocks();
});

describe('the toolbox', () => {
  it('has every block of the pack and every block of Blockly', () => {
    const shown = new Set(categories().flatMap(types));
    const missing = Object.keys(Blockly.Blocks).filter((type) => !shown.has(type) && !NOT_IN_TOOLBOX.has(type));
    expect(missing).toEqual([]);
    expect(blockDefinitions.length).toBeGreaterThan(30);
  });

  it('has only blocks that compile', () => {
    const within = (input: unknown): string[] =>
      Array.from(JSON.stringify(input ?? {}).matchAll(/"type":"(\w+)"/g), ([, type = '']) => type);
    const shown = [
      ...categories().flatMap(types),
      ...categories()
        .flatMap(blocksOf)
        .flatMap(({ inputs }) => within(inputs)),
    ];
    expect(shown.filter((type) => !Object.hasOwn(packLowerings, type))).toEqual([]);
    expect(shown).toContain('device_channel_list');
  });

  it('loads each entry with all of its shadow blocks and fields', () => {
    for (const info of categories().flatMap(blocksOf)) {
      const workspace = new Blockly.Workspace();
      const { kind: _, type = '', ...state } = info;
      const block = Blockly.serialization.blocks.append({ type, ...state }, workspace);
      for (const [name, { shadow, block: child }] of Object.entries(info.inputs ?? {})) {
        const target = block.getInputTargetBlock(name);
        expect(target?.type, `${type}.${name}`).toBe((shadow ?? child)?.type);
        expect(target?.isShadow()).toBe(shadow !== undefined);
        for (const [field, value] of Object.entries(shadow?.fields ?? {})) {
          expect(target?.getFieldValue(field), `${type}.${name}.${field}`).toBe(value);
        }
      }
      for (const [field, value] of Object.entries(info.fields ?? {})) {
        const expected = value === true ? 'TRUE' : value;
        expect(block.getFieldValue(field), `${type}.${field}`).toBe(expected);
      }
    }
  });

  it('has names in the language of the page, and styles that exist', () => {
    for (const category of categories()) {
      expect('name' in category && Blockly.utils.parsing.replaceMessageReferences(category.name)).toMatch(/^\w/);
    }
  });

  it('leaves out what does not compile, categories and shadow blocks included', () => {
    const supported = new Set(['device_register', 'console_print', 'variables_set']);
    const toolbox = createToolbox({ supports: (type) => supported.has(type) });
    expect(new Set(toolbox.contents.flatMap(types))).toEqual(
      new Set(['device_register', 'console_print', 'variables_get', 'variables_set']),
    );
    const withInputs = toolbox.contents.flatMap(blocksOf).filter(({ inputs }) => inputs && Object.keys(inputs).length);
    expect(withInputs).toEqual([]);
    expect(toolbox.contents.some((item) => 'custom' in item && item.custom === 'PROCEDURE')).toBe(false);
  });
});

describe('search', () => {
  const find = (query: string) => new BlockIndex(createToolbox()).find(query).map(({ type }) => type);

  it('finds blocks by what is written on them, by their choices, and by what they are for', () => {
    expect(find('register dev')).toContain('device_register');
    expect(find('minutes')).toContain('date_from_now');
    expect(find('iOS')).toContain('device_setup');
    expect(find('5004')).toContain('errors_is');
    expect(find('function')).toContain('procedures_defreturn');
  });

  it('shows a block once for each of its forms, though it is in more than one category', () => {
    const found = new BlockIndex(createToolbox()).find('Register Device return result');
    expect(found.filter(({ type }) => type === 'device_register').map(({ extraState }) => extraState)).toEqual([
      undefined,
      { returnResult: true },
    ]);
  });

  it('puts blocks that carry the words before those that only speak of them', () => {
    const found = find('registration ID');
    expect(found.indexOf('registration_id')).toBeLessThan(found.indexOf('device_register'));
  });

  it('finds nothing where there is nothing', () => {
    expect(find('zebra')).toEqual([]);
  });

  it('leaves no workspace behind', () => {
    const before = Blockly.common.getAllWorkspaces().length;
    find('text');
    expect(Blockly.common.getAllWorkspaces()).toHaveLength(before);
  });
});
