import * as blockly from 'blockly/msg/fr';
import type { Words } from '../locale.ts';

export const words: Words = { blockly, missing: {}, blocks: {} };
