/** Device: registering this device for push notifications, and what is known of it. */
import * as Blockly from 'blockly';
import { API_CALL, DEVICE_HELP, dropdown, statement, type BlockDefinition } from './definition.ts';
import { findChannelNameProblems, parseChannelNames } from './fields/channel-names.ts';
import { CHANNEL_NAMES_FIELD } from './fields/channel-names-field.ts';
import { message } from './messages.ts';
import { RETURN_RESULT_FIELD } from './fields/return-result-field.ts';
import { RETURN_RESULT, RETURN_RESULT_MUTATOR } from './return-result.ts';
import { setWarnings } from './warnings.ts';

/** ID of the warning that a channel list shows about its own names. */
export const CHANNEL_NAMES_WARNING = 'cpb_channel_names';

const CHANNEL_NAMES_EXTENSION = 'cpb_channel_names';

export const deviceBlocks: readonly BlockDefinition[] = [
  {
    type: 'device_register',
    style: 'device_blocks',
    message0: '%{BKY_CPB_DEVICE_REGISTER_TITLE} %1',
    args0: [{ type: 'input_end_row' }],
    message1: '%{BKY_CPB_DEVICE_REGISTER_TOKEN} %1',
    args1: [
      {
        type: 'input_value',
        name: 'DEVICE_TOKEN',
        check: 'String',
        align: 'RIGHT',
        ariaLabelText: '%{BKY_CPB_DEVICE_REGISTER_TOKEN}',
      },
    ],
    message2: '%{BKY_CPB_DEVICE_REGISTER_CHANNELS} %1',
    args2: [
      {
        type: 'input_value',
        name: 'CHANNELS',
        check: 'Array',
        align: 'RIGHT',
        ariaLabelText: '%{BKY_CPB_DEVICE_REGISTER_CHANNELS}',
      },
    ],
    message3: '%{BKY_CPB_DEVICE_REGISTER_EXPIRATION} %1',
    args3: [
      {
        type: 'input_value',
        name: 'EXPIRATION',
        check: 'Date',
        align: 'RIGHT',
        ariaLabelText: '%{BKY_CPB_DEVICE_REGISTER_EXPIRATION}',
      },
    ],
    message4: '%{BKY_CPB_DEVICE_REGISTER_RETURN_RESULT} %1 %2',
    args4: [
      {
        type: RETURN_RESULT_FIELD,
        name: RETURN_RESULT,
        checked: false,
        ariaTypeName: '%{BKY_CPB_DEVICE_REGISTER_RETURN_RESULT}',
      },
      { type: 'input_dummy', align: 'RIGHT' },
    ],
    ...statement,
    inputsInline: false,
    mutator: RETURN_RESULT_MUTATOR,
    tooltip: '%{BKY_CPB_DEVICE_REGISTER_TOOLTIP}',
    helpUrl: DEVICE_HELP,
    ariaRoleDescription: API_CALL,
  },
  {
    type: 'device_channel_list',
    style: 'device_blocks',
    message0: '%1',
    args0: [
      {
        type: CHANNEL_NAMES_FIELD,
        name: 'NAMES',
        text: '',
        spellcheck: false,
        ariaTypeName: '%{BKY_CPB_CHANNEL_LIST_ARIA}',
      },
    ],
    output: 'Array',
    extensions: [CHANNEL_NAMES_EXTENSION],
    tooltip: '%{BKY_CPB_CHANNEL_LIST_TOOLTIP}',
    helpUrl: DEVICE_HELP,
  },
  {
    type: 'device_token',
    style: 'device_blocks',
    message0: '%{BKY_CPB_DEVICE_TOKEN_TITLE}',
    output: 'String',
    tooltip: '%{BKY_CPB_DEVICE_TOKEN_TOOLTIP}',
    helpUrl: DEVICE_HELP,
  },
  {
    type: 'device_init_app',
    style: 'device_blocks',
    message0: '%{BKY_CPB_DEVICE_INIT_APP_TITLE}',
    args0: [
      { type: 'input_value', name: 'APP_ID', check: 'String', ariaLabelText: '%{BKY_CPB_DEVICE_INIT_APP_ID}' },
      { type: 'input_value', name: 'API_KEY', check: 'String', ariaLabelText: '%{BKY_CPB_DEVICE_INIT_APP_KEY}' },
    ],
    ...statement,
    inputsInline: true,
    tooltip: '%{BKY_CPB_DEVICE_INIT_APP_TOOLTIP}',
    helpUrl: DEVICE_HELP,
    ariaRoleDescription: API_CALL,
  },
  {
    type: 'device_setup',
    style: 'device_blocks',
    message0: '%{BKY_CPB_DEVICE_SETUP_TITLE}',
    args0: [
      { type: 'input_value', name: 'UUID', check: 'String', ariaLabelText: '%{BKY_CPB_DEVICE_SETUP_UUID}' },
      dropdown('PLATFORM', '%{BKY_CPB_DEVICE_SETUP_PLATFORM}', [
        ['CPB_DEVICE_PLATFORM_ANDROID', 'ANDROID'],
        ['CPB_DEVICE_PLATFORM_IOS', 'IOS'],
      ]),
      { type: 'input_value', name: 'VERSION', check: 'String', ariaLabelText: '%{BKY_CPB_DEVICE_SETUP_VERSION}' },
    ],
    ...statement,
    inputsInline: true,
    tooltip: '%{BKY_CPB_DEVICE_SETUP_TOOLTIP}',
    helpUrl: DEVICE_HELP,
    ariaRoleDescription: API_CALL,
  },
  {
    type: 'device_get_registration',
    style: 'device_blocks',
    message0: '%{BKY_CPB_DEVICE_GET_REGISTRATION_TITLE}',
    output: 'Object',
    tooltip: '%{BKY_CPB_DEVICE_GET_REGISTRATION_TOOLTIP}',
    helpUrl: DEVICE_HELP,
    ariaRoleDescription: API_CALL,
  },
  {
    type: 'device_cancel_registration',
    style: 'device_blocks',
    message0: '%{BKY_CPB_DEVICE_CANCEL_REGISTRATION_TITLE}',
    ...statement,
    tooltip: '%{BKY_CPB_DEVICE_CANCEL_REGISTRATION_TOOLTIP}',
    helpUrl: DEVICE_HELP,
    ariaRoleDescription: API_CALL,
  },
];

/** Shows on a channel list what is wrong with its names. */
function warnOfNames(block: Blockly.Block, text: unknown): void {
  const problems = typeof text === 'string' ? findChannelNameProblems(parseChannelNames(text)) : [];
  const sentences = problems.map(({ kind, name }) =>
    message(kind === 'duplicate' ? 'CPB_CHANNEL_LIST_DUPLICATE' : 'CPB_CHANNEL_LIST_AMBIGUOUS', name),
  );
  setWarnings(block, sentences, CHANNEL_NAMES_WARNING);
}

/** Registers what the device blocks need beside their definitions. */
export function registerDeviceExtensions(): void {
  if (Blockly.Extensions.isRegistered(CHANNEL_NAMES_EXTENSION)) return;
  Blockly.Extensions.register(CHANNEL_NAMES_EXTENSION, function (this: Blockly.Block) {
    this.getField('NAMES')?.setValidator((text: unknown) => {
      warnOfNames(this, text);
      return undefined;
    });
  });
}
