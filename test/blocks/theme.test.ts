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

describe.each([
  ['light', 4.5],
  ['dark', 4.5],
  ['high-contrast', 7],
  ['high-contrast-dark', 7],
] as const)('the %s theme', (name, least) => {
  const theme = blockTheme(name);

  it('carries white text on every block, shadow blocks too', () => {
    for (const [style, { colourPrimary, colourSecondary }] of Object.entries(theme.blockStyles)) {
      expect(contrast('#ffffff', colourPrimary), style).toBeGreaterThanOrEqual(least);
      expect(contrast('#ffffff', colourSecondary), style).toBeGreaterThanOrEqual(least);
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
    // A custom property, with the colour that it has unless a page says otherwise.
    const style = (part: string) => /#[0-9a-f]{6}/.exec(theme.getComponentStyle(part) ?? '')?.[0] ?? '';
    expect(contrast(style('toolboxForegroundColour'), style('toolboxBackgroundColour'))).toBeGreaterThanOrEqual(least);
    expect(contrast(style('flyoutForegroundColour'), style('flyoutBackgroundColour'))).toBeGreaterThanOrEqual(least);
  });

  it('is made once', () => {
    expect(blockTheme(name)).toBe(theme);
  });

  it('takes the colours of a host, and is then made once for the same colours', () => {
    const own = blockTheme(name, { colours: { acme: '#7a1fa2', push: '#123456' } });
    expect(own).not.toBe(theme);
    expect(own.blockStyles).toHaveProperty('acme_blocks');
    expect(own.categoryStyles['push_category']).toMatchObject({ colour: '#123456' });
    expect(own.blockStyles['device_blocks']).toEqual(theme.blockStyles['device_blocks']);
    expect(blockTheme(name, { colours: { acme: '#7a1fa2', push: '#123456' } })).toBe(own);
    expect(() => blockTheme(name, { colours: { acme: 'red' } })).toThrow('acme');
  });
});
