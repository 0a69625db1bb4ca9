/** The field of a date and time literal, such as `2027-01-31T09:00`. */
import * as Blockly from 'blockly';

/** Name of the field in block definitions. */
export const DATE_TIME_FIELD = 'field_date_time';

const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * A date and time as `YYYY-MM-DDTHH:MM`, with seconds where there are any, or null where the text
 * is none that the calendar has. A date alone means its first minute; a blank may stand for the T.
 */
export function normalizeDateTime(text: string): string | null {
  const match = DATE_TIME.exec(text.trim());
  if (match === null) return null;
  const [, year = '', month = '', day = '', hour = '0', minute = '00', second] = match;
  const date = new Date(0);
  // UTC, because a local clock has hours that do not exist on some days.
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const inCalendar = date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
  if (!inCalendar || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  const seconds = second === undefined || second === '00' ? '' : `:${second}`;
  return `${year}-${month}-${day}T${hour.padStart(2, '0')}:${minute}${seconds}`;
}

/** A text field that takes a date and time only, edited with the browser's own picker where it has one. */
export class DateTimeField extends Blockly.FieldTextInput {
  protected override doClassValidation_(value?: unknown): string | null {
    return typeof value === 'string' ? normalizeDateTime(value) : null;
  }

  protected override getText_(): string | null {
    return this.value_ === null ? null : this.value_.replace('T', ' ');
  }

  protected override widgetCreate_(): HTMLInputElement | HTMLTextAreaElement {
    const input = super.widgetCreate_();
    if (input instanceof HTMLInputElement) {
      input.type = 'datetime-local';
      input.value = this.value_ ?? '';
    }
    return input;
  }

  static override fromJson(options: Blockly.FieldTextInputFromJsonConfig): DateTimeField {
    return new this(Blockly.utils.parsing.replaceMessageReferences(options.text), undefined, options);
  }
}

/** Makes the field known to Blockly. */
export function registerDateTimeField(): void {
  if (Blockly.registry.hasItem(Blockly.registry.Type.FIELD, DATE_TIME_FIELD)) return;
  Blockly.fieldRegistry.register(DATE_TIME_FIELD, DateTimeField);
}
