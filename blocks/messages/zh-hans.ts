import * as blockly from 'blockly/msg/zh-hans';
import type { Words } from '../locale.ts';

export const words: Words = { blockly, missing: {}, blocks: {} };
