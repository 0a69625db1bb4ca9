/** Date: points in time, to set an expiration with or to look at. */
import { dropdown, type BlockArgument, type BlockDefinition } from './definition.ts';
import { DATE_TIME_FIELD } from './fields/date-time-field.ts';

const DATE: BlockArgument = { type: 'input_value', name: 'DATE', check: 'Date', ariaLabelText: '%{BKY_CPB_DATE_DATE}' };

const AMOUNT: BlockArgument = {
  type: 'input_value',
  name: 'AMOUNT',
  check: 'Number',
  ariaLabelText: '%{BKY_CPB_DATE_AMOUNT}',
};

const UNIT = dropdown('UNIT', '%{BKY_CPB_DATE_UNIT}', [
  ['CPB_DATE_UNIT_SECONDS', 'SECONDS'],
  ['CPB_DATE_UNIT_MINUTES', 'MINUTES'],
  ['CPB_DATE_UNIT_HOURS', 'HOURS'],
  ['CPB_DATE_UNIT_DAYS', 'DAYS'],
  ['CPB_DATE_UNIT_WEEKS', 'WEEKS'],
]);

const HELP = '%{BKY_CPB_DATE_HELPURL}';

export const dateBlocks: readonly BlockDefinition[] = [
  {
    type: 'date_now',
    style: 'date_blocks',
    message0: '%{BKY_CPB_DATE_NOW_TITLE}',
    output: 'Date',
    tooltip: '%{BKY_CPB_DATE_NOW_TOOLTIP}',
    helpUrl: HELP,
  },
  {
    type: 'date_literal',
    style: 'date_blocks',
    message0: '%{BKY_CPB_DATE_LITERAL_TITLE}',
    args0: [
      {
        type: DATE_TIME_FIELD,
        name: 'DATETIME',
        text: '2027-01-31T09:00',
        ariaTypeName: '%{BKY_CPB_DATE_LITERAL_ARIA}',
      },
    ],
    output: 'Date',
    tooltip: '%{BKY_CPB_DATE_LITERAL_TOOLTIP}',
    helpUrl: HELP,
  },
  {
    type: 'date_from_now',
    style: 'date_blocks',
    message0: '%{BKY_CPB_DATE_FROM_NOW_TITLE}',
    args0: [AMOUNT, UNIT],
    output: 'Date',
    inputsInline: true,
    tooltip: '%{BKY_CPB_DATE_FROM_NOW_TOOLTIP}',
    helpUrl: HELP,
  },
  {
    type: 'date_add',
    style: 'date_blocks',
    message0: '%{BKY_CPB_DATE_ADD_TITLE}',
    args0: [DATE, AMOUNT, UNIT],
    output: 'Date',
    inputsInline: true,
    tooltip: '%{BKY_CPB_DATE_ADD_TOOLTIP}',
    helpUrl: HELP,
  },
  {
    type: 'date_compare',
    style: 'date_blocks',
    message0: '%{BKY_CPB_DATE_COMPARE_TITLE}',
    args0: [
      { type: 'input_value', name: 'A', check: 'Date', ariaLabelText: '%{BKY_CPB_DATE_COMPARE_A}' },
      dropdown('OP', '%{BKY_CPB_DATE_COMPARE_OP}', [
        ['CPB_DATE_COMPARE_BEFORE', 'BEFORE'],
        ['CPB_DATE_COMPARE_AFTER', 'AFTER'],
        ['CPB_DATE_COMPARE_SAME', 'SAME'],
      ]),
      { type: 'input_value', name: 'B', check: 'Date', ariaLabelText: '%{BKY_CPB_DATE_COMPARE_B}' },
    ],
    output: 'Boolean',
    inputsInline: true,
    tooltip: '%{BKY_CPB_DATE_COMPARE_TOOLTIP}',
    helpUrl: HELP,
  },
  {
    type: 'date_part',
    style: 'date_blocks',
    message0: '%{BKY_CPB_DATE_PART_TITLE}',
    args0: [
      dropdown('PART', '%{BKY_CPB_DATE_PART_PART}', [
        ['CPB_DATE_PART_YEAR', 'YEAR'],
        ['CPB_DATE_PART_MONTH', 'MONTH'],
        ['CPB_DATE_PART_DAY', 'DAY'],
        ['CPB_DATE_PART_WEEKDAY', 'WEEKDAY'],
        ['CPB_DATE_PART_HOUR', 'HOUR'],
        ['CPB_DATE_PART_MINUTE', 'MINUTE'],
        ['CPB_DATE_PART_SECOND', 'SECOND'],
        ['CPB_DATE_PART_TIMESTAMP', 'TIMESTAMP'],
      ]),
      DATE,
    ],
    output: 'Number',
    inputsInline: true,
    tooltip: '%{BKY_CPB_DATE_PART_TOOLTIP}',
    helpUrl: HELP,
  },
  {
    type: 'date_format',
    style: 'date_blocks',
    message0: '%{BKY_CPB_DATE_FORMAT_TITLE}',
    args0: [
      DATE,
      dropdown('FORMAT', '%{BKY_CPB_DATE_FORMAT_FORMAT}', [
        ['CPB_DATE_FORMAT_ISO', 'ISO'],
        ['CPB_DATE_FORMAT_DATE', 'DATE'],
        ['CPB_DATE_FORMAT_TIME', 'TIME'],
        ['CPB_DATE_FORMAT_DATETIME', 'DATETIME'],
      ]),
    ],
    output: 'String',
    inputsInline: true,
    tooltip: '%{BKY_CPB_DATE_FORMAT_TOOLTIP}',
    helpUrl: HELP,
  },
];
