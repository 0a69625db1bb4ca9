import * as blockly from 'blockly/msg/pt-br';
import type { Words } from '../locale.ts';

export const words: Words = { blockly, missing: {}, blocks: {} };
