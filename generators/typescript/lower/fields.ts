/**
 * The fields of Blockly's blocks and of the pack's, with what they may hold.
 *
 * A program that names an operator or a mode which the block does not have comes from elsewhere,
 * or from a later version: it must not silently become another program.
 */

import type { BlockView } from './block-view.ts';

type Rule = readonly string[] | 'text' | 'number';

const places = ['FROM_START', 'FROM_END', 'FIRST', 'LAST', 'RANDOM'];
const units = ['SECONDS', 'MINUTES', 'HOURS', 'DAYS', 'WEEKS'];
const single = {
  OP: [
    'ROOT',
    'ABS',
    'NEG',
    'LN',
    'LOG10',
    'EXP',
    'POW10',
    'ROUND',
    'ROUNDUP',
    'ROUNDDOWN',
    'SIN',
    'COS',
    'TAN',
    'ASIN',
    'ACOS',
    'ATAN',
  ],
};
const prompt = { TYPE: ['TEXT', 'NUMBER'] };
const ends = { END: ['FIRST', 'LAST'] };
const substring = { WHERE1: ['FROM_START', 'FROM_END', 'FIRST'], WHERE2: ['FROM_START', 'FROM_END', 'LAST'] };

const rules: Record<string, Record<string, Rule>> = {
  device_channel_list: { NAMES: 'text' },
  device_setup: { PLATFORM: ['ANDROID', 'IOS'] },
  errors_is: { CODE: 'number' },
  date_literal: { DATETIME: 'text' },
  date_from_now: { UNIT: units },
  date_add: { UNIT: units },
  date_compare: { OP: ['BEFORE', 'AFTER', 'SAME'] },
  date_part: { PART: ['YEAR', 'MONTH', 'DAY', 'WEEKDAY', 'HOUR', 'MINUTE', 'SECOND', 'TIMESTAMP'] },
  date_format: { FORMAT: ['ISO', 'DATE', 'TIME', 'DATETIME'] },
  console_print: { LEVEL: ['LOG', 'WARN', 'ERROR'] },
  logic_compare: { OP: ['EQ', 'NEQ', 'LT', 'LTE', 'GT', 'GTE'] },
  logic_operation: { OP: ['AND', 'OR'] },
  logic_boolean: { BOOL: ['TRUE', 'FALSE'] },
  controls_repeat: { TIMES: 'number' },
  controls_whileUntil: { MODE: ['WHILE', 'UNTIL'] },
  controls_flow_statements: { FLOW: ['BREAK', 'CONTINUE'] },
  math_number: { NUM: 'number' },
  math_arithmetic: { OP: ['ADD', 'MINUS', 'MULTIPLY', 'DIVIDE', 'POWER'] },
  math_single: single,
  math_round: single,
  math_trig: single,
  math_constant: { CONSTANT: ['PI', 'E', 'GOLDEN_RATIO', 'SQRT2', 'SQRT1_2', 'INFINITY'] },
  math_number_property: { PROPERTY: ['EVEN', 'ODD', 'PRIME', 'WHOLE', 'POSITIVE', 'NEGATIVE', 'DIVISIBLE_BY'] },
  math_on_list: { OP: ['SUM', 'MIN', 'MAX', 'AVERAGE', 'MEDIAN', 'MODE', 'STD_DEV', 'RANDOM'] },
  text: { TEXT: 'text' },
  text_multiline: { TEXT: 'text' },
  text_indexOf: ends,
  text_charAt: { WHERE: places },
  text_getSubstring: substring,
  text_changeCase: { CASE: ['UPPERCASE', 'LOWERCASE', 'TITLECASE'] },
  text_trim: { MODE: ['LEFT', 'RIGHT', 'BOTH'] },
  text_prompt: prompt,
  text_prompt_ext: prompt,
  lists_indexOf: ends,
  lists_getIndex: { MODE: ['GET', 'GET_REMOVE', 'REMOVE'], WHERE: places },
  lists_setIndex: { MODE: ['SET', 'INSERT'], WHERE: places },
  lists_getSublist: substring,
  lists_split: { MODE: ['SPLIT', 'JOIN'] },
  lists_sort: { TYPE: ['NUMERIC', 'TEXT', 'IGNORE_CASE'], DIRECTION: ['1', '-1'] },
};

/** Reports fields that are missing, or hold what no such field can hold. */
export function checkFields(block: BlockView): void {
  const fields = Object.hasOwn(rules, block.type) ? rules[block.type] : undefined;
  if (!fields) return;
  for (const name in fields) {
    const rule = fields[name];
    if (!block.hasField(name)) {
      block.problem('missing-field', { type: block.type, field: name }, name);
    } else if (rule !== undefined && !fits(block.field(name), rule)) {
      block.problem('unknown-field-value', { field: name, type: block.type, value: block.field(name) }, name);
    }
  }
}

function fits(value: string, rule: Rule): boolean {
  if (rule === 'number') return value.trim() !== '' && !Number.isNaN(Number(value));
  return typeof rule === 'string' || rule.includes(value);
}
