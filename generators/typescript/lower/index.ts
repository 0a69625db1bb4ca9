/** The lowering of every block type of the pack and of Blockly, a file per category as in `blocks/`. */

import { consoleBlocks } from './console.ts';
import { date } from './date.ts';
import { device } from './device.ts';
import { errors } from './errors.ts';
import { functions } from './functions.ts';
import { lists } from './lists.ts';
import { logic } from './logic.ts';
import { loops } from './loops.ts';
import type { Lowerings } from './lowering.ts';
import { math } from './math.ts';
import { objectBlocks } from './object.ts';
import { push } from './push.ts';
import { registration } from './registration.ts';
import { textBlocks } from './text.ts';
import { variables } from './variables.ts';

export const packLowerings: Lowerings = {
  ...device,
  ...registration,
  ...push,
  ...errors,
  ...date,
  ...objectBlocks,
  ...consoleBlocks,
  ...logic,
  ...loops,
  ...math,
  ...textBlocks,
  ...lists,
  ...variables,
  ...functions,
};
