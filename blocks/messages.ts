/** The words of the block pack, as Blockly's table of messages holds them. */
import * as Blockly from 'blockly';
import { en, type MessageKey, type Messages } from './messages/en.ts';

/** Blockly's own words as they were before any language was installed. */
let original: Readonly<Record<string, string>> | undefined;

/**
 * Puts the words of a language, and some that replace them, into Blockly's table. What a language does not have is
 * English. The table is one per page, so there is one language per page.
 */
export function installMessages(
  language: Readonly<Record<string, string>> = {},
  messages: Partial<Messages> = {},
): void {
  original ??= { ...Blockly.Msg };
  Object.assign(Blockly.Msg, original, en, language, messages, noPlaceholders);
}

/** Blockly gives every new function the comment "Describe this function...", which would end up in the code. */
const noPlaceholders = { PROCEDURES_DEFNORETURN_COMMENT: '', PROCEDURES_DEFRETURN_COMMENT: '' };

/** A text of the pack in the language of the page; each `%1`, `%2` … is replaced by an argument. */
export function message(key: MessageKey, ...args: readonly (string | number)[]): string {
  const text = Blockly.Msg[key] ?? en[key];
  // In one pass, so that an argument that looks like a placeholder stays as it is.
  return text.replace(/%(\d+)/g, (whole: string, position: string) => {
    const value = args[Number(position) - 1];
    return value === undefined ? whole : String(value);
  });
}
