import type { EditorTheme } from '../../../src/editor/index.ts';

/** The platform's own colours, over the look that the system asks for. */
export const acmeTheme: EditorTheme = {
  base: 'auto',
  colours: { device: '#0b5d4e', acme: '#7a1fa2' },
  surfaces: { workspaceBackgroundColour: '#fffdf7' },
  font: { family: 'Georgia, serif', size: 12 },
};
