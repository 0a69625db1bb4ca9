import * as blockly from 'blockly/msg/ja';
import type { Words } from '../locale.ts';

export const words: Words = { blockly, missing: {}, blocks: {} };
