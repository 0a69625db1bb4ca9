/** Dates. */

import type { Category, Maker } from '../builder.ts';
import type { Kind } from '../kinds.ts';

const dates = ['2027-01-31T09:00', '1999-12-31T23:59', '2028-02-29T00:00'];
const units = { UNIT: ['SECONDS', 'MINUTES', 'HOURS', 'DAYS', 'WEEKS'] };
const parts = { PART: ['YEAR', 'MONTH', 'DAY', 'WEEKDAY', 'HOUR', 'MINUTE', 'SECOND', 'TIMESTAMP'] };

export const date: Category = {
  literals: {
    Date: (builder) => builder.block('date_literal', { fields: { DATETIME: builder.choices.pick(dates) } }),
  },

  values(builder, kind, depth) {
    if (depth === 0) return [];
    const make =
      (type: string, inputs: Record<string, Kind> = {}, fields?: Record<string, readonly string[]>): Maker =>
      () =>
        builder.simple(type, depth - 1, inputs, fields);
    switch (kind) {
      case 'Number':
        return [[2, make('date_part', { DATE: 'Date' }, parts)]];
      case 'String':
        return [[1, make('date_format', { DATE: 'Date' }, { FORMAT: ['ISO', 'DATE', 'TIME', 'DATETIME'] })]];
      case 'Boolean':
        return [[2, make('date_compare', { A: 'Date', B: 'Date' }, { OP: ['BEFORE', 'AFTER', 'SAME'] })]];
      case 'Date':
        return [
          [1, make('date_now')],
          [2, make('date_from_now', { AMOUNT: 'Number' }, units)],
          [2, make('date_add', { DATE: 'Date', AMOUNT: 'Number' }, units)],
        ];
      default:
        return [];
    }
  },
};
