/** Registration: what is in the result of Register Device. */
import { DEVICE_HELP, OBJECT_CHECK, statement, type BlockArgument, type BlockDefinition } from './definition.ts';

const RESULT: BlockArgument = {
  type: 'input_value',
  name: 'RESULT',
  check: OBJECT_CHECK,
  ariaLabelText: '%{BKY_CPB_REGISTRATION_RESULT}',
};

export const registrationBlocks: readonly BlockDefinition[] = [
  {
    type: 'registration_id',
    style: 'registration_blocks',
    message0: '%{BKY_CPB_REGISTRATION_ID_TITLE}',
    args0: [
      { type: 'input_value', name: 'CHANNEL', check: 'String', ariaLabelText: '%{BKY_CPB_REGISTRATION_CHANNEL}' },
      RESULT,
    ],
    output: 'String',
    inputsInline: true,
    tooltip: '%{BKY_CPB_REGISTRATION_ID_TOOLTIP}',
    helpUrl: DEVICE_HELP,
  },
  {
    type: 'registration_channels',
    style: 'registration_blocks',
    message0: '%{BKY_CPB_REGISTRATION_CHANNELS_TITLE}',
    args0: [RESULT],
    output: 'Array',
    inputsInline: true,
    tooltip: '%{BKY_CPB_REGISTRATION_CHANNELS_TOOLTIP}',
    helpUrl: DEVICE_HELP,
  },
  {
    type: 'registration_for_each',
    style: 'registration_blocks',
    message0: '%{BKY_CPB_REGISTRATION_FOR_EACH_TITLE}',
    args0: [
      {
        type: 'field_variable',
        name: 'CHANNEL_VAR',
        variable: '%{BKY_CPB_REGISTRATION_FOR_EACH_CHANNEL}',
        ariaTypeName: '%{BKY_CPB_REGISTRATION_FOR_EACH_CHANNEL_ARIA}',
      },
      {
        type: 'field_variable',
        name: 'ID_VAR',
        variable: '%{BKY_CPB_REGISTRATION_FOR_EACH_ID}',
        ariaTypeName: '%{BKY_CPB_REGISTRATION_FOR_EACH_ID_ARIA}',
      },
      RESULT,
    ],
    message1: '%{BKY_CPB_REGISTRATION_FOR_EACH_DO}',
    args1: [{ type: 'input_statement', name: 'DO', ariaLabelText: '%{BKY_CPB_REGISTRATION_FOR_EACH_DO_ARIA}' }],
    ...statement,
    inputsInline: true,
    tooltip: '%{BKY_CPB_REGISTRATION_FOR_EACH_TOOLTIP}',
    helpUrl: DEVICE_HELP,
  },
];
