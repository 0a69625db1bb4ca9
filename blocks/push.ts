/** Push: messages to a channel, or to devices of it. */
import { API_CALL, statement, type BlockArgument, type BlockDefinition } from './definition.ts';

const MESSAGE: BlockArgument = {
  type: 'input_value',
  name: 'MESSAGE',
  check: 'String',
  ariaLabelText: '%{BKY_CPB_PUSH_MESSAGE}',
};

const CHANNEL: BlockArgument = {
  type: 'input_value',
  name: 'CHANNEL',
  check: 'String',
  ariaLabelText: '%{BKY_CPB_PUSH_CHANNEL}',
};

const HEADERS: BlockArgument = {
  type: 'input_value',
  name: 'HEADERS',
  check: 'Object',
  align: 'RIGHT',
  ariaLabelText: '%{BKY_CPB_PUSH_HEADERS}',
};

export const pushBlocks: readonly BlockDefinition[] = [
  {
    type: 'push_publish',
    style: 'push_blocks',
    message0: '%{BKY_CPB_PUSH_PUBLISH_TITLE}',
    args0: [MESSAGE, CHANNEL, HEADERS],
    ...statement,
    inputsInline: true,
    tooltip: '%{BKY_CPB_PUSH_PUBLISH_TOOLTIP}',
    helpUrl: '%{BKY_CPB_PUSH_HELPURL}',
    ariaRoleDescription: API_CALL,
  },
  {
    type: 'push_publish_to_devices',
    style: 'push_blocks',
    message0: '%{BKY_CPB_PUSH_PUBLISH_TO_DEVICES_TITLE}',
    args0: [
      MESSAGE,
      CHANNEL,
      { type: 'input_value', name: 'DEVICES', check: 'Array', ariaLabelText: '%{BKY_CPB_PUSH_DEVICES}' },
      HEADERS,
    ],
    ...statement,
    inputsInline: true,
    tooltip: '%{BKY_CPB_PUSH_PUBLISH_TO_DEVICES_TOOLTIP}',
    helpUrl: '%{BKY_CPB_PUSH_HELPURL}',
    ariaRoleDescription: API_CALL,
  },
];
