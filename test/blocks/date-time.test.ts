import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeDateTime } from '../../blocks/fields/date-time-field.ts';
import { blockOf, createWorkspace } from './workspace.ts';

describe('a date and time', () => {
  it.each([
    ['2027-01-31T09:00', '2027-01-31T09:00'],
    [' 2027-01-31 9:00 ', '2027-01-31T09:00'],
    ['2027-01-31', '2027-01-31T00:00'],
    ['2027-01-31T09:00:00', '2027-01-31T09:00'],
    ['2027-01-31T09:00:07', '2027-01-31T09:00:07'],
    ['2028-02-29T23:59', '2028-02-29T23:59'],
    ['0001-01-01T00:00', '0001-01-01T00:00'],
  ])('%s is %s', (text, expected) => {
    expect(normalizeDateTime(text)).toBe(expected);
  });

  it.each([
    '',
    'tomorrow',
    '2027-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-01-00',
    '2027-01-31T24:00',
    '2027-01-31T09:60',
    '2027-01-31T09:00:60',
    '2027-01-31T09:00Z',
    '27-01-31',
    '2027-01-31T',
    '2027-01-31T09:00; alert(1)',
  ])('%j is none', (text) => {
    expect(normalizeDateTime(text)).toBeNull();
  });

  it('means what the language means by it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-30'), noInvalidDate: true }),
        (date) => {
          const text = date.toISOString().slice(0, 19);
          const normal = normalizeDateTime(text);
          expect(normal).not.toBeNull();
          expect(new Date(normal ?? '').getTime()).toBe(new Date(text).getTime());
          expect(normalizeDateTime(normal ?? '')).toBe(normal);
        },
      ),
    );
  });

  it('keeps its value when a block is given something else', () => {
    const workspace = createWorkspace({
      blocks: { blocks: [{ type: 'date_literal', id: 'date', fields: { DATETIME: '2030-05-06T07:08' } }] },
    });
    const block = blockOf(workspace, 'date');
    block.setFieldValue('soon', 'DATETIME');
    expect(block.getFieldValue('DATETIME')).toBe('2030-05-06T07:08');
    block.setFieldValue('2031-01-01 8:30', 'DATETIME');
    expect(block.getFieldValue('DATETIME')).toBe('2031-01-01T08:30');
  });
});
