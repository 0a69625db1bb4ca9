/** Console: showing a value to the person who runs the program. */
import { dropdown, statement, type BlockDefinition } from './definition.ts';

export const consoleBlocks: readonly BlockDefinition[] = [
  {
    type: 'console_print',
    style: 'console_blocks',
    message0: '%{BKY_CPB_CONSOLE_PRINT_TITLE}',
    args0: [
      dropdown('LEVEL', '%{BKY_CPB_CONSOLE_LEVEL}', [
        ['CPB_CONSOLE_LOG', 'LOG'],
        ['CPB_CONSOLE_WARN', 'WARN'],
        ['CPB_CONSOLE_ERROR', 'ERROR'],
      ]),
      { type: 'input_value', name: 'VALUE', ariaLabelText: '%{BKY_CPB_CONSOLE_VALUE}' },
    ],
    ...statement,
    inputsInline: true,
    tooltip: '%{BKY_CPB_CONSOLE_PRINT_TOOLTIP}',
    helpUrl: '%{BKY_CPB_CONSOLE_HELPURL}',
  },
];
