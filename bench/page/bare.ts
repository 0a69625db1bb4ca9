/** A page with Blockly, the toolbox of the playground and nothing else. */
import * as Blockly from 'blockly';
import { createToolbox, installBlocks } from '../../blocks/index.ts';
import { ownMediaUrl } from '../../src/editor/media.ts';

installBlocks();
Blockly.inject('workspace', {
  toolbox: createToolbox({ supports: () => true }),
  media: ownMediaUrl(),
  renderer: 'thrasos',
  sounds: false,
  trashcan: true,
  move: { scrollbars: true, drag: true, wheel: true },
  zoom: { controls: true, wheel: true, pinch: true, startScale: 1 },
});
