/** Object: values with named properties. A path names a property of a property: `address.city`. */
import { OBJECT_CHECK, statement, type BlockArgument, type BlockDefinition } from './definition.ts';
import { OBJECT_CREATE_MUTATOR } from './object-create.ts';

const OBJECT: BlockArgument = {
  type: 'input_value',
  name: 'OBJECT',
  check: OBJECT_CHECK,
  ariaLabelText: '%{BKY_CPB_OBJECT_OBJECT}',
};

const PATH: BlockArgument = {
  type: 'input_value',
  name: 'PATH',
  check: 'String',
  ariaLabelText: '%{BKY_CPB_OBJECT_PATH}',
};

const HELP = '%{BKY_CPB_OBJECT_HELPURL}';

export const objectBlocks: readonly BlockDefinition[] = [
  {
    type: 'object_create',
    style: 'object_blocks',
    message0: '%{BKY_CPB_OBJECT_CREATE_TITLE}',
    output: 'Object',
    inputsInline: false,
    mutator: OBJECT_CREATE_MUTATOR,
    tooltip: '%{BKY_CPB_OBJECT_CREATE_TOOLTIP}',
    helpUrl: HELP,
  },
  {
    type: 'object_create_container',
    style: 'object_blocks',
    message0: '%{BKY_CPB_OBJECT_CREATE_CONTAINER}',
    args0: [{ type: 'input_dummy' }, { type: 'input_statement', name: 'STACK' }],
    tooltip: '%{BKY_CPB_OBJECT_CREATE_CONTAINER_TOOLTIP}',
  },
  {
    type: 'object_create_property',
    style: 'object_blocks',
    message0: '%{BKY_CPB_OBJECT_CREATE_PROPERTY}',
    ...statement,
    tooltip: '%{BKY_CPB_OBJECT_CREATE_PROPERTY_TOOLTIP}',
  },
  {
    type: 'object_get',
    style: 'object_blocks',
    message0: '%{BKY_CPB_OBJECT_GET_TITLE}',
    args0: [PATH, OBJECT],
    output: null,
    inputsInline: true,
    tooltip: '%{BKY_CPB_OBJECT_GET_TOOLTIP}',
    helpUrl: HELP,
  },
  {
    type: 'object_set',
    style: 'object_blocks',
    message0: '%{BKY_CPB_OBJECT_SET_TITLE}',
    args0: [OBJECT, PATH, { type: 'input_value', name: 'VALUE', ariaLabelText: '%{BKY_CPB_OBJECT_VALUE}' }],
    ...statement,
    inputsInline: true,
    tooltip: '%{BKY_CPB_OBJECT_SET_TOOLTIP}',
    helpUrl: HELP,
  },
  {
    type: 'object_has',
    style: 'object_blocks',
    message0: '%{BKY_CPB_OBJECT_HAS_TITLE}',
    args0: [OBJECT, PATH],
    output: 'Boolean',
    inputsInline: true,
    tooltip: '%{BKY_CPB_OBJECT_HAS_TOOLTIP}',
    helpUrl: HELP,
  },
  {
    type: 'object_keys',
    style: 'object_blocks',
    message0: '%{BKY_CPB_OBJECT_KEYS_TITLE}',
    args0: [OBJECT],
    output: 'Array',
    inputsInline: true,
    tooltip: '%{BKY_CPB_OBJECT_KEYS_TOOLTIP}',
    helpUrl: HELP,
  },
  {
    type: 'object_values',
    style: 'object_blocks',
    message0: '%{BKY_CPB_OBJECT_VALUES_TITLE}',
    args0: [OBJECT],
    output: 'Array',
    inputsInline: true,
    tooltip: '%{BKY_CPB_OBJECT_VALUES_TOOLTIP}',
    helpUrl: HELP,
  },
  {
    type: 'object_remove',
    style: 'object_blocks',
    message0: '%{BKY_CPB_OBJECT_REMOVE_TITLE}',
    args0: [OBJECT, PATH],
    ...statement,
    inputsInline: true,
    tooltip: '%{BKY_CPB_OBJECT_REMOVE_TOOLTIP}',
    helpUrl: HELP,
  },
];
