import * as Blockly from 'blockly';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { blockDefinitions, en, installBlocks } from '../../blocks/index.ts';
import { createWorkspace, save } from './workspace.ts';

/** Parts of a mutator, which are never in a program. */
const MUTATOR_PARTS = new Set(['object_create_container', 'object_create_property']);

const programBlocks = blockDefinitions.filter(({ type }) => !MUTATOR_PARTS.has(type));

/** Block, inputs, fields, output: what programs and the compiler rely on. */
const CONTRACT: Record<
  string,
  { inputs?: Record<string, string[] | null>; fields?: string[]; output?: string[] | null }
> = {
  device_register: {
    inputs: { DEVICE_TOKEN: ['String'], CHANNELS: ['Array'], EXPIRATION: ['Date'] },
    fields: ['RETURN_RESULT'],
  },
  device_channel_list: { fields: ['NAMES'], output: ['Array'] },
  device_token: { output: ['String'] },
  device_init_app: { inputs: { APP_ID: ['String'], API_KEY: ['String'] } },
  device_setup: { inputs: { UUID: ['String'], VERSION: ['String'] }, fields: ['PLATFORM'] },
  device_get_registration: { output: ['Object'] },
  device_cancel_registration: {},
  registration_id: { inputs: { CHANNEL: ['String'], RESULT: ['Registration', 'Object'] }, output: ['String'] },
  registration_channels: { inputs: { RESULT: ['Registration', 'Object'] }, output: ['Array'] },
  registration_for_each: {
    inputs: { RESULT: ['Registration', 'Object'], DO: null },
    fields: ['CHANNEL_VAR', 'ID_VAR'],
  },
  push_publish: { inputs: { MESSAGE: ['String'], CHANNEL: ['String'], HEADERS: ['Object'] } },
  push_publish_to_devices: {
    inputs: { MESSAGE: ['String'], CHANNEL: ['String'], DEVICES: ['Array'], HEADERS: ['Object'] },
  },
  errors_try: { inputs: { TRY: null, CATCH: null, FINALLY: null }, fields: ['ERROR'] },
  errors_code: { inputs: { ERROR: null }, output: ['Number'] },
  errors_message: { inputs: { ERROR: null }, output: ['String'] },
  errors_is: { inputs: { ERROR: null }, fields: ['CODE'], output: ['Boolean'] },
  errors_throw: { inputs: { MESSAGE: ['String'] } },
  date_now: { output: ['Date'] },
  date_literal: { fields: ['DATETIME'], output: ['Date'] },
  date_from_now: { inputs: { AMOUNT: ['Number'] }, fields: ['UNIT'], output: ['Date'] },
  date_add: { inputs: { DATE: ['Date'], AMOUNT: ['Number'] }, fields: ['UNIT'], output: ['Date'] },
  date_compare: { inputs: { A: ['Date'], B: ['Date'] }, fields: ['OP'], output: ['Boolean'] },
  date_part: { inputs: { DATE: ['Date'] }, fields: ['PART'], output: ['Number'] },
  date_format: { inputs: { DATE: ['Date'] }, fields: ['FORMAT'], output: ['String'] },
  object_create: { inputs: { VALUE0: null }, fields: ['KEY0'], output: ['Object'] },
  object_get: { inputs: { OBJECT: ['Registration', 'Object'], PATH: ['String'] }, output: null },
  object_set: { inputs: { OBJECT: ['Registration', 'Object'], PATH: ['String'], VALUE: null } },
  object_has: { inputs: { OBJECT: ['Registration', 'Object'], PATH: ['String'] }, output: ['Boolean'] },
  object_keys: { inputs: { OBJECT: ['Registration', 'Object'] }, output: ['Array'] },
  object_values: { inputs: { OBJECT: ['Registration', 'Object'] }, output: ['Array'] },
  object_remove: { inputs: { OBJECT: ['Registration', 'Object'], PATH: ['String'] } },
  console_print: { inputs: { VALUE: null }, fields: ['LEVEL'] },
};

const namedFields = (block: Blockly.Block) => [...block.getFields()].filter(({ name }) => name !== undefined);

describe('the block pack, installed,', () => {
  beforeAll(() => {
    installBlocks();
  });

  it('is the same when installed again', () => {
    const before = { ...Blockly.Blocks };
    installBlocks();
    expect(Blockly.Blocks).toEqual(before);
    for (const { type } of blockDefinitions) expect(Blockly.Blocks[type]).toBe(before[type]);
  });

  it('takes words of another language and keeps English for the rest', () => {
    installBlocks({ messages: { CPB_DEVICE_REGISTER_TITLE: 'Gerät anmelden' } });
    const block = new Blockly.Workspace().newBlock('device_register');
    const words = [...block.getFields()].map((field) => field.getText());
    expect(words).toContain('Gerät anmelden');
    expect(words).toContain('return result');
    installBlocks();
  });

  it('has just the blocks that were agreed on', () => {
    expect(programBlocks.map(({ type }) => type).toSorted()).toEqual(Object.keys(CONTRACT).toSorted());
  });

  it.each(Object.entries(CONTRACT))('%s has its inputs, fields and output', (type, { inputs, fields, output }) => {
    const block = createWorkspace().newBlock(type);
    const found = block.inputList.filter(({ connection }) => connection !== null);
    expect(Object.fromEntries(found.map(({ name, connection }) => [name, connection?.getCheck()]))).toEqual(
      inputs ?? {},
    );
    expect(namedFields(block).map(({ name }) => name)).toEqual(fields ?? []);
    if (output === undefined) {
      expect(block.outputConnection).toBeNull();
      expect(block.previousConnection).not.toBeNull();
    } else {
      expect(block.outputConnection?.getCheck()).toEqual(output);
    }
  });

  it('lets nothing follow a throw', () => {
    expect(createWorkspace().newBlock('errors_throw').nextConnection).toBeNull();
  });

  it.each(programBlocks)('$type comes back from its JSON as it was', ({ type }) => {
    const workspace = createWorkspace({ blocks: { blocks: [{ type, id: 'block', x: 10, y: 20 }] } });
    const state = save(workspace);
    expect(save(createWorkspace(state))).toEqual(state);
  });

  it.each(
    programBlocks.flatMap(({ type }) => {
      installBlocks();
      const block = new Blockly.Workspace().newBlock(type);
      return [...block.getFields()].flatMap((field) =>
        field instanceof Blockly.FieldDropdown
          ? field.getOptions().map((option) => ({ type, name: field.name ?? '', value: option[1] ?? '' }))
          : [],
      );
    }),
  )('$type keeps $value of $name', ({ type, name, value }) => {
    // A variable is chosen by its ID, which is another one each time.
    if (name.endsWith('_VAR') || name === 'ERROR') return;
    const workspace = createWorkspace({ blocks: { blocks: [{ type, id: 'block', fields: { [name]: value } }] } });
    expect(workspace.getBlockById('block')?.getFieldValue(name)).toBe(value);
    expect(save(workspace)).toMatchObject({ blocks: { blocks: [{ fields: { [name]: value } }] } });
  });

  it.each(programBlocks)('$type says what it is for', ({ type, helpUrl, tooltip }) => {
    const block = createWorkspace().newBlock(type);
    expect(tooltip).toMatch(/^%\{BKY_CPB_\w+_TOOLTIP\}$/);
    expect(block.getTooltip().length).toBeGreaterThan(10);
    expect(block.getTooltip()).not.toContain('BKY_');
    expect(helpUrl).toBeDefined();
    expect(String(block.helpUrl)).toMatch(/^https:\/\//);
  });

  it.each(programBlocks)('$type tells a screen reader what its inputs and fields are', ({ type }) => {
    const block = createWorkspace().newBlock(type);
    for (const input of block.inputList.filter(({ connection }) => connection !== null)) {
      expect(input.getAriaLabelText(), `input ${input.name}`).toMatch(/^[^%]+$/);
    }
    for (const field of namedFields(block)) expect(field.getAriaTypeName(), `field ${field.name}`).toMatch(/^[^%]+$/);
    expect(block.getAriaRoleDescription()).not.toContain('BKY_');
  });
});

describe('messages', () => {
  const folder = join(import.meta.dirname, '../../blocks');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('messages/'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const used = new Set(Array.from(sources.matchAll(/CPB_[A-Z0-9_]+/g), ([key]) => key));

  it('has every text that is asked for', () => {
    expect([...used].filter((key) => !(key in en))).toEqual([]);
  });

  it('has no text that nobody asks for', () => {
    expect(Object.keys(en).filter((key) => !used.has(key))).toEqual([]);
  });

  it('leaves no text empty', () => {
    expect(Object.entries(en).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
