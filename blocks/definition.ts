/** The shape of a block definition, and the words that all definitions share. */

/** One argument of a message: an input or a field, as Blockly's JSON definitions have them. */
export interface BlockArgument {
  type: string;
  name?: string;
  check?: string | readonly string[];
  [option: string]: unknown;
}

/** A block as data, in the form that `Blockly.common.createBlockDefinitionsFromJsonArray` takes. */
export interface BlockDefinition {
  type: string;
  style: string;
  tooltip: string;
  helpUrl?: string;
  output?: string | readonly string[] | null;
  previousStatement?: null;
  nextStatement?: null;
  inputsInline?: boolean;
  ariaRoleDescription?: string;
  extensions?: readonly string[];
  mutator?: string;
  [message: `message${number}`]: string;
  [args: `args${number}`]: readonly BlockArgument[];
}

/** A statement: something above it, something below it. */
export const statement = { previousStatement: null, nextStatement: null } as const;

/** Connection checks of values that have properties: plain objects, and the result of Register Device. */
export const OBJECT_CHECK = ['Registration', 'Object'] as const;

/** How a screen reader calls a block that talks to Backendless. */
export const API_CALL = '%{BKY_CPB_ARIA_API_CALL}';

/** The page that the device blocks are described on. */
export const DEVICE_HELP = '%{BKY_CPB_DEVICE_HELPURL}';

/** A dropdown argument whose options are `[message key, value]`. */
export function dropdown(
  name: string,
  ariaTypeName: string,
  options: readonly (readonly [string, string])[],
): BlockArgument {
  return {
    type: 'field_dropdown',
    name,
    ariaTypeName,
    options: options.map(([message, value]) => [`%{BKY_${message}}`, value]),
  };
}
