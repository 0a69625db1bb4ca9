/** Errors: what to do when a call fails, and what is known of the failure. */
import { dropdown, statement, type BlockArgument, type BlockDefinition } from './definition.ts';

/** Any value may have been thrown, so the input takes whatever a variable holds. */
const ERROR: BlockArgument = { type: 'input_value', name: 'ERROR', ariaLabelText: '%{BKY_CPB_ERRORS_ERROR}' };

export const errorBlocks: readonly BlockDefinition[] = [
  {
    type: 'errors_try',
    style: 'error_blocks',
    message0: '%{BKY_CPB_ERRORS_TRY_TRY}',
    args0: [{ type: 'input_statement', name: 'TRY', ariaLabelText: '%{BKY_CPB_ERRORS_TRY_TRY_ARIA}' }],
    message1: '%{BKY_CPB_ERRORS_TRY_CATCH}',
    args1: [
      {
        type: 'field_variable',
        name: 'ERROR',
        variable: '%{BKY_CPB_ERRORS_TRY_VARIABLE}',
        ariaTypeName: '%{BKY_CPB_ERRORS_TRY_VARIABLE_ARIA}',
      },
      { type: 'input_statement', name: 'CATCH', ariaLabelText: '%{BKY_CPB_ERRORS_TRY_CATCH_ARIA}' },
    ],
    message2: '%{BKY_CPB_ERRORS_TRY_FINALLY}',
    args2: [{ type: 'input_statement', name: 'FINALLY', ariaLabelText: '%{BKY_CPB_ERRORS_TRY_FINALLY_ARIA}' }],
    ...statement,
    tooltip: '%{BKY_CPB_ERRORS_TRY_TOOLTIP}',
    helpUrl: '%{BKY_CPB_ERRORS_TRY_HELPURL}',
  },
  {
    type: 'errors_code',
    style: 'error_blocks',
    message0: '%{BKY_CPB_ERRORS_CODE_TITLE}',
    args0: [ERROR],
    output: 'Number',
    inputsInline: true,
    tooltip: '%{BKY_CPB_ERRORS_CODE_TOOLTIP}',
    helpUrl: '%{BKY_CPB_ERRORS_HELPURL}',
  },
  {
    type: 'errors_message',
    style: 'error_blocks',
    message0: '%{BKY_CPB_ERRORS_MESSAGE_TITLE}',
    args0: [ERROR],
    output: 'String',
    inputsInline: true,
    tooltip: '%{BKY_CPB_ERRORS_MESSAGE_TOOLTIP}',
    helpUrl: '%{BKY_CPB_ERRORS_HELPURL}',
  },
  {
    type: 'errors_is',
    style: 'error_blocks',
    message0: '%{BKY_CPB_ERRORS_IS_TITLE}',
    args0: [
      ERROR,
      dropdown('CODE', '%{BKY_CPB_ERRORS_IS_CODE_ARIA}', [
        ['CPB_ERRORS_5004', '5004'],
        ['CPB_ERRORS_8000', '8000'],
        ['CPB_ERRORS_5000', '5000'],
        ['CPB_ERRORS_5001', '5001'],
        ['CPB_ERRORS_5002', '5002'],
        ['CPB_ERRORS_2002', '2002'],
        ['CPB_ERRORS_5007', '5007'],
        ['CPB_ERRORS_5010', '5010'],
        ['CPB_ERRORS_5044', '5044'],
      ]),
    ],
    output: 'Boolean',
    inputsInline: true,
    tooltip: '%{BKY_CPB_ERRORS_IS_TOOLTIP}',
    helpUrl: '%{BKY_CPB_ERRORS_HELPURL}',
  },
  {
    type: 'errors_throw',
    style: 'error_blocks',
    message0: '%{BKY_CPB_ERRORS_THROW_TITLE}',
    args0: [
      { type: 'input_value', name: 'MESSAGE', check: 'String', ariaLabelText: '%{BKY_CPB_ERRORS_THROW_MESSAGE}' },
    ],
    previousStatement: statement.previousStatement,
    inputsInline: true,
    tooltip: '%{BKY_CPB_ERRORS_THROW_TOOLTIP}',
    helpUrl: '%{BKY_CPB_ERRORS_TRY_HELPURL}',
  },
];
