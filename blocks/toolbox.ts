/** What a person can drag: categories, their blocks, and the shadow blocks that these come with. */
import type * as Blockly from 'blockly';
import { message } from './messages.ts';
import type { MessageKey } from './messages/en.ts';
import { SEARCH_CATEGORY } from './search-category.ts';

/** A block as the toolbox shows it, in the form of Blockly's toolbox JSON. */
export interface ToolboxBlock {
  kind: 'block';
  type: string;
  fields?: Record<string, unknown>;
  inputs?: Record<string, ToolboxInput>;
  extraState?: unknown;
}

type ToolboxInput = { shadow: ShadowBlock } | { block: ShadowBlock };

interface ShadowBlock {
  type: string;
  fields?: Record<string, unknown>;
  inputs?: Record<string, ToolboxInput>;
}

interface ToolboxCategory {
  name: MessageKey;
  style: string;
  blocks: readonly ToolboxBlock[];
}

/** What can be chosen about the toolbox. */
export interface ToolboxOptions {
  /** Whether a block type compiles. Types that do not are left out, with shadow blocks of such a type. Default: all do. */
  supports?: (blockType: string) => boolean;
}

const shadow = (type: string, fields?: Record<string, unknown>): ToolboxInput => ({
  shadow: fields === undefined ? { type } : { type, fields },
});
const number = (value: number): ToolboxInput => shadow('math_number', { NUM: value });
const text = (value: string): ToolboxInput => shadow('text', { TEXT: value });
const sample = (key: MessageKey): ToolboxInput => text(message(key));
const variable = (name: MessageKey): ToolboxInput => ({
  block: { type: 'variables_get', fields: { VAR: { name: message(name) } } },
});

function block(type: string, parts: Omit<ToolboxBlock, 'kind' | 'type'> = {}): ToolboxBlock {
  return { kind: 'block', type, ...parts };
}

/** The categories with fixed contents. A function, because the sample texts are in the language of the moment. */
function categoriesOfThePack(): ToolboxCategory[] {
  const channels: ToolboxInput = shadow('device_channel_list', { NAMES: message('CPB_SAMPLE_CHANNELS') });

  const registerDevice = block('device_register', { inputs: { CHANNELS: channels } });
  const registerDeviceForResult = block('device_register', {
    extraState: { returnResult: true },
    fields: { RETURN_RESULT: true },
    inputs: { CHANNELS: channels },
  });
  const registrationId = block('registration_id', { inputs: { CHANNEL: sample('CPB_SAMPLE_CHANNEL') } });
  const fromNow = block('date_from_now', { inputs: { AMOUNT: number(7) }, fields: { UNIT: 'DAYS' } });
  const print = block('console_print', { inputs: { VALUE: sample('CPB_SAMPLE_TEXT') } });
  const repeat = block('controls_repeat_ext', { inputs: { TIMES: number(10) } });

  return [
    {
      name: 'CPB_CATEGORY_MOST_USED',
      style: 'device_category',
      blocks: [
        registerDevice,
        registerDeviceForResult,
        fromNow,
        registrationId,
        print,
        block('text'),
        block('controls_if'),
        block('errors_try'),
      ],
    },
    {
      name: 'CPB_CATEGORY_DEVICE',
      style: 'device_category',
      blocks: [
        registerDevice,
        registerDeviceForResult,
        block('device_channel_list', { fields: { NAMES: message('CPB_SAMPLE_CHANNELS') } }),
        block('device_token'),
        block('device_get_registration'),
        block('device_cancel_registration'),
        block('device_init_app', { inputs: { APP_ID: text(''), API_KEY: text('') } }),
        block('device_setup', { inputs: { UUID: text(''), VERSION: text('') } }),
      ],
    },
    {
      name: 'CPB_CATEGORY_REGISTRATION',
      style: 'registration_category',
      blocks: [registrationId, block('registration_channels'), block('registration_for_each')],
    },
    {
      name: 'CPB_CATEGORY_PUSH',
      style: 'push_category',
      blocks: [
        block('push_publish', {
          inputs: { MESSAGE: sample('CPB_SAMPLE_MESSAGE'), CHANNEL: sample('CPB_SAMPLE_CHANNEL') },
        }),
        block('push_publish_to_devices', {
          inputs: { MESSAGE: sample('CPB_SAMPLE_MESSAGE'), CHANNEL: sample('CPB_SAMPLE_CHANNEL') },
        }),
      ],
    },
    {
      name: 'CPB_CATEGORY_ERRORS',
      style: 'error_category',
      blocks: [
        block('errors_try'),
        block('errors_code', { inputs: { ERROR: variable('CPB_ERRORS_TRY_VARIABLE') } }),
        block('errors_message', { inputs: { ERROR: variable('CPB_ERRORS_TRY_VARIABLE') } }),
        block('errors_is', { inputs: { ERROR: variable('CPB_ERRORS_TRY_VARIABLE') } }),
        block('errors_throw', { inputs: { MESSAGE: sample('CPB_SAMPLE_ERROR') } }),
      ],
    },
    {
      name: 'CPB_CATEGORY_DATE',
      style: 'date_category',
      blocks: [
        block('date_now'),
        block('date_literal'),
        fromNow,
        block('date_add', { inputs: { DATE: shadow('date_now'), AMOUNT: number(1) }, fields: { UNIT: 'DAYS' } }),
        block('date_compare', { inputs: { A: shadow('date_now'), B: shadow('date_literal') } }),
        block('date_part', { inputs: { DATE: shadow('date_now') } }),
        block('date_format', { inputs: { DATE: shadow('date_now') } }),
      ],
    },
    {
      name: 'CPB_CATEGORY_OBJECT',
      style: 'object_category',
      blocks: [
        block('object_create'),
        block('object_get', { inputs: { PATH: sample('CPB_SAMPLE_PATH') } }),
        block('object_set', { inputs: { PATH: sample('CPB_SAMPLE_PATH') } }),
        block('object_has', { inputs: { PATH: sample('CPB_SAMPLE_PATH') } }),
        block('object_keys'),
        block('object_values'),
        block('object_remove', { inputs: { PATH: sample('CPB_SAMPLE_PATH') } }),
      ],
    },
    { name: 'CPB_CATEGORY_CONSOLE', style: 'console_category', blocks: [print] },
    {
      name: 'CPB_CATEGORY_LOGIC',
      style: 'logic_category',
      blocks: [
        block('controls_if'),
        block('controls_ifelse'),
        block('logic_compare'),
        block('logic_operation'),
        block('logic_negate'),
        block('logic_boolean'),
        block('logic_null'),
        block('logic_ternary'),
      ],
    },
    {
      name: 'CPB_CATEGORY_LOOPS',
      style: 'loop_category',
      blocks: [
        repeat,
        block('controls_repeat'),
        block('controls_whileUntil'),
        block('controls_for', { inputs: { FROM: number(1), TO: number(10), BY: number(1) } }),
        block('controls_forEach'),
        block('controls_flow_statements'),
      ],
    },
    {
      name: 'CPB_CATEGORY_MATH',
      style: 'math_category',
      blocks: [
        block('math_number', { fields: { NUM: 123 } }),
        block('math_arithmetic', { inputs: { A: number(1), B: number(1) } }),
        block('math_single', { inputs: { NUM: number(9) } }),
        block('math_trig', { inputs: { NUM: number(45) } }),
        block('math_constant'),
        block('math_number_property', { inputs: { NUMBER_TO_CHECK: number(0) } }),
        block('math_change', { inputs: { DELTA: number(1) } }),
        block('math_round', { inputs: { NUM: number(3.1) } }),
        block('math_on_list'),
        block('math_modulo', { inputs: { DIVIDEND: number(64), DIVISOR: number(10) } }),
        block('math_constrain', { inputs: { VALUE: number(50), LOW: number(1), HIGH: number(100) } }),
        block('math_random_int', { inputs: { FROM: number(1), TO: number(100) } }),
        block('math_random_float'),
        block('math_atan2', { inputs: { X: number(1), Y: number(1) } }),
      ],
    },
    {
      name: 'CPB_CATEGORY_TEXT',
      style: 'text_category',
      blocks: [
        block('text'),
        block('text_join'),
        block('text_append', { inputs: { TEXT: text('') } }),
        block('text_length', { inputs: { VALUE: sample('CPB_SAMPLE_TEXT') } }),
        block('text_isEmpty', { inputs: { VALUE: text('') } }),
        block('text_indexOf', {
          inputs: { VALUE: sample('CPB_SAMPLE_TEXT'), FIND: sample('CPB_SAMPLE_LETTER') },
        }),
        block('text_charAt', { inputs: { VALUE: sample('CPB_SAMPLE_TEXT'), AT: number(1) } }),
        block('text_getSubstring', { inputs: { STRING: sample('CPB_SAMPLE_TEXT'), AT1: number(1), AT2: number(2) } }),
        block('text_changeCase', { inputs: { TEXT: sample('CPB_SAMPLE_TEXT') } }),
        block('text_trim', { inputs: { TEXT: sample('CPB_SAMPLE_TEXT') } }),
        block('text_count', { inputs: { SUB: sample('CPB_SAMPLE_LETTER'), TEXT: sample('CPB_SAMPLE_TEXT') } }),
        block('text_replace', {
          inputs: { FROM: sample('CPB_SAMPLE_LETTER'), TO: text(''), TEXT: sample('CPB_SAMPLE_TEXT') },
        }),
        block('text_reverse', { inputs: { TEXT: sample('CPB_SAMPLE_TEXT') } }),
        block('text_print', { inputs: { TEXT: sample('CPB_SAMPLE_TEXT') } }),
        block('text_prompt'),
        block('text_prompt_ext', { inputs: { TEXT: sample('CPB_SAMPLE_TEXT') } }),
      ],
    },
    {
      name: 'CPB_CATEGORY_LISTS',
      style: 'list_category',
      blocks: [
        block('lists_create_with', { extraState: { itemCount: 0 } }),
        block('lists_create_with'),
        block('lists_repeat', { inputs: { NUM: number(5) } }),
        block('lists_length'),
        block('lists_isEmpty'),
        block('lists_indexOf', { inputs: { VALUE: variable('CPB_SAMPLE_LIST') } }),
        block('lists_getIndex', { inputs: { VALUE: variable('CPB_SAMPLE_LIST'), AT: number(1) } }),
        block('lists_setIndex', { inputs: { LIST: variable('CPB_SAMPLE_LIST'), AT: number(1) } }),
        block('lists_getSublist', { inputs: { LIST: variable('CPB_SAMPLE_LIST'), AT1: number(1), AT2: number(2) } }),
        block('lists_split', { inputs: { DELIM: text(',') } }),
        block('lists_sort'),
        block('lists_reverse'),
      ],
    },
  ];
}

/** Categories that Blockly fills itself, and a block type that each stands and falls with. */
const DYNAMIC_CATEGORIES = [
  { name: 'CPB_CATEGORY_VARIABLES', style: 'variable_category', custom: 'VARIABLE', type: 'variables_set' },
  { name: 'CPB_CATEGORY_FUNCTIONS', style: 'procedure_category', custom: 'PROCEDURE', type: 'procedures_defnoreturn' },
] as const;

/** The entry without the shadow blocks of types that do not compile. */
function withSupportedInputs(entry: ToolboxBlock, supports: (blockType: string) => boolean): ToolboxBlock {
  if (entry.inputs === undefined) return entry;
  const inputs = Object.entries(entry.inputs).filter(([, input]) =>
    supports('shadow' in input ? input.shadow.type : input.block.type),
  );
  return { ...entry, inputs: Object.fromEntries(inputs) };
}

/** The toolbox, with the words of the page's language; install the blocks first. */
export function createToolbox({ supports = () => true }: ToolboxOptions = {}): Blockly.utils.toolbox.ToolboxInfo {
  const categories = categoriesOfThePack()
    .map(({ name, style, blocks }) => ({
      kind: 'category',
      name: `%{BKY_${name}}`,
      categorystyle: style,
      contents: blocks.filter(({ type }) => supports(type)).map((entry) => withSupportedInputs(entry, supports)),
    }))
    .filter(({ contents }) => contents.length > 0);
  const dynamic = DYNAMIC_CATEGORIES.filter(({ type }) => supports(type)).map(({ name, style, custom }) => ({
    kind: 'category',
    name: `%{BKY_${name}}`,
    categorystyle: style,
    custom,
  }));
  return {
    kind: 'categoryToolbox',
    contents: [
      { kind: SEARCH_CATEGORY, name: '%{BKY_CPB_CATEGORY_SEARCH}', categorystyle: 'console_category', contents: [] },
      ...categories,
      ...dynamic,
    ],
  };
}
