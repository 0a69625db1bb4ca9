import * as blockly from 'blockly/msg/ar';
import type { Words } from '../locale.ts';

export const words: Words = { blockly, missing: {}, blocks: {} };
