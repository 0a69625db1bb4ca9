/** The Date blocks. */

import { binary, call, create, method, number, text } from '../build.ts';
import { addHelper, fromNowHelper, units } from '../helpers/dates.ts';
import type { Expression } from '../tree.ts';
import { T } from '../types.ts';
import type { BlockView } from './block-view.ts';
import type { Lowerings } from './lowering.ts';

const parts: Record<string, string> = {
  YEAR: 'getFullYear',
  MONTH: 'getMonth',
  DAY: 'getDate',
  WEEKDAY: 'getDay',
  HOUR: 'getHours',
  MINUTE: 'getMinutes',
  SECOND: 'getSeconds',
  TIMESTAMP: 'getTime',
};

const formats: Record<string, string> = {
  ISO: 'toISOString',
  DATE: 'toLocaleDateString',
  TIME: 'toLocaleTimeString',
  DATETIME: 'toLocaleString',
};

export const date: Lowerings = {
  date_now: () => now(),

  date_literal(block) {
    const literal = block.field('DATETIME');
    if (!isDateTime(literal)) {
      block.problem('not-a-date', { text: literal }, 'DATETIME');
    }
    return create('Date', [text(literal)], T.date);
  },

  date_from_now(block, b) {
    const { name, source } = fromNowHelper(block.entry('UNIT', units));
    return call(b.helper(name, source), [block.required('AMOUNT', 'number')], T.date);
  },

  date_add(block, b) {
    const { name, source } = addHelper(block.entry('UNIT', units));
    return call(b.helper(name, source), [dateIn(block, 'DATE'), block.required('AMOUNT', 'number')], T.date);
  },

  date_compare(block) {
    const [a, c] = [dateIn(block, 'A'), dateIn(block, 'B')];
    switch (block.field('OP')) {
      case 'AFTER':
        return binary('>', a, c, T.boolean);
      case 'SAME':
        return binary('===', method(a, 'getTime', [], T.number), method(c, 'getTime', [], T.number), T.boolean);
      default:
        return binary('<', a, c, T.boolean);
    }
  },

  date_part(block) {
    const value = method(dateIn(block, 'DATE'), block.entry('PART', parts) ?? 'getTime', [], T.number);
    // JavaScript counts months from 0.
    return block.field('PART') === 'MONTH' ? binary('+', value, number(1), T.number) : value;
  },

  date_format: (block) => method(dateIn(block, 'DATE'), block.entry('FORMAT', formats) ?? 'toISOString', [], T.string),
};

/** Whether a text is a date and time of the calendar, such as 2027-01-31T09:00, with or without seconds. */
function isDateTime(literal: string): boolean {
  const [, year, month, day, hour, minute, second = '0'] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,3})?)?$/.exec(literal) ?? [];
  if (year === undefined) return false;
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  return isTime && isMonth && Number(day) >= 1 && Number(day) <= days;
}

const now = (): Expression => create('Date', [], T.date);

const dateIn = (block: BlockView, input: string): Expression => block.required(input, 'date', now);
