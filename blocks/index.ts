/** The block pack: what a person drags to write a program about device registrations. */
import * as Blockly from 'blockly';
import { consoleBlocks } from './console.ts';
import { dateBlocks } from './date.ts';
import type { BlockDefinition } from './definition.ts';
import { deviceBlocks, registerDeviceExtensions } from './device.ts';
import { errorBlocks } from './errors.ts';
import { registerChannelNamesField } from './fields/channel-names-field.ts';
import { registerDateTimeField } from './fields/date-time-field.ts';
import { registerReturnResultField } from './fields/return-result-field.ts';
import type { BlockLocale } from './locale.ts';
import { installMessages } from './messages.ts';
import type { Messages } from './messages/en.ts';
import { registerObjectCreateMutator } from './object-create.ts';
import { objectBlocks } from './object.ts';
import { pushBlocks } from './push.ts';
import { registerRenderer } from './renderer.ts';
import { registrationBlocks } from './registration.ts';
import { registerReturnResultMutator } from './return-result.ts';
import { registerSearchCategory } from './search-category.ts';

export type { BlockArgument, BlockDefinition } from './definition.ts';
export { CHANNEL_NAMES_WARNING } from './device.ts';
export { findChannelNameProblems, parseChannelNames, type ChannelNameProblem } from './fields/channel-names.ts';
export {
  directionOf,
  loadBlockLocale,
  localeNames,
  localeTags,
  matchLocale,
  type BlockLocale,
  type LocaleTag,
} from './locale.ts';
export { message } from './messages.ts';
export { en, type MessageKey, type Messages } from './messages/en.ts';
export { RENDERER } from './renderer.ts';
export { styleRootOf, useStyles, type StyleRoot } from './styles.ts';
export { blockTheme, palette, type CustomTheme, type ThemeName } from './theme.ts';
export { createToolbox, type ToolboxOptions } from './toolbox.ts';
export { setWarnings } from './warnings.ts';

/** All blocks of the pack, as data. */
export const blockDefinitions: readonly BlockDefinition[] = [
  ...deviceBlocks,
  ...registrationBlocks,
  ...pushBlocks,
  ...errorBlocks,
  ...dateBlocks,
  ...objectBlocks,
  ...consoleBlocks,
];

/** What can be chosen when installing. */
export interface InstallOptions {
  /** The language, as `loadBlockLocale` gives it. Default: English. */
  locale?: BlockLocale;
  /** Words that replace those of the language. */
  messages?: Partial<Messages>;
}

/**
 * Makes the pack known to Blockly: words, fields, mutators, block definitions, the search
 * category and the renderer. Importing the pack does nothing by itself; calling this again changes nothing but the words.
 */
export function installBlocks({ locale, messages }: InstallOptions = {}): void {
  installMessages(locale?.messages, messages);
  registerChannelNamesField();
  registerDateTimeField();
  registerReturnResultField();
  registerReturnResultMutator();
  registerObjectCreateMutator();
  registerDeviceExtensions();
  registerSearchCategory();
  registerRenderer();
  const missing = blockDefinitions.filter(({ type }) => !(type in Blockly.Blocks));
  Blockly.common.defineBlocks(Blockly.common.createBlockDefinitionsFromJsonArray([...missing]));
}
