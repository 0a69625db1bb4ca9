import * as Blockly from 'blockly';
import { describe, expect, it } from 'vitest';
import { blockTheme, installBlocks } from '../../blocks/index.ts';

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('the %s theme', (name) => {
  const theme = blockTheme(name);

  it('carries white text on every block, shadow blocks too', () => {
    for (const [style, { colourPrimary, colourSecondary }] of Object.entries(theme.blockStyles)) {
      expect(contrast('#ffffff', colourPrimary), style).toBeGreaterThanOrEqual(4.5);
      expect(contrast('#ffffff', colourSecondary), style).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('has a style for every block and every category in use', () => {
    installBlocks();
    const workspace = new Blockly.Workspace();
    for (const type of Object.keys(Blockly.Blocks)) {
      const style = workspace.newBlock(type).getStyleName();
      if (style) expect(theme.blockStyles, type).toHaveProperty(style);
    }
  });

  it('has readable words in toolbox and flyout', () => {
    const style = (part: string) => theme.getComponentStyle(part) ?? '';
    expect(contrast(style('toolboxForegroundColour'), style('toolboxBackgroundColour'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(style('flyoutForegroundColour'), style('flyoutBackgroundColour'))).toBeGreaterThanOrEqual(4.5);
  });

  it('is made once', () => {
    expect(blockTheme(name)).toBe(theme);
  });
});
