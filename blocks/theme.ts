/**
 * Colours of blocks, categories and workspace.
 *
 * One palette serves light and dark: a hue per category at a lightness where white text keeps a
 * contrast of at least 4.5 : 1. Only the surfaces around the blocks change.
 */
import * as Blockly from 'blockly';

/** Primary colour of each category, under the name that block and category styles are made of. */
export const palette = {
  device: '#3b5bdb',
  registration: '#1971c2',
  push: '#a61e80',
  error: '#c92a2a',
  date: '#0b7285',
  object: '#7048a8',
  console: '#495a70',
  logic: '#2f6690',
  loop: '#2b7a3d',
  math: '#5f3dc4',
  text: '#087f5b',
  list: '#86399b',
  variable: '#a8324a',
  variable_dynamic: '#a8324a',
  procedure: '#945209',
} as const;

/** One of the two looks. */
export type ThemeName = 'light' | 'dark';

const SURFACES: Record<ThemeName, Blockly.Theme.ComponentStyle> = {
  light: {
    workspaceBackgroundColour: '#fbfbfd',
    toolboxBackgroundColour: '#f1f3f6',
    toolboxForegroundColour: '#1f2937',
    flyoutBackgroundColour: '#e6e9ee',
    flyoutForegroundColour: '#1f2937',
    flyoutOpacity: 0.96,
    scrollbarColour: '#9aa4b2',
    scrollbarOpacity: 0.5,
    insertionMarkerColour: '#1f2937',
    insertionMarkerOpacity: 0.25,
    markerColour: '#3b5bdb',
    cursorColour: '#3b5bdb',
    selectedGlowColour: '#f59f00',
  },
  dark: {
    workspaceBackgroundColour: '#14171c',
    toolboxBackgroundColour: '#1c2027',
    toolboxForegroundColour: '#e6e9ee',
    flyoutBackgroundColour: '#262b34',
    flyoutForegroundColour: '#e6e9ee',
    flyoutOpacity: 0.96,
    scrollbarColour: '#6b7686',
    scrollbarOpacity: 0.5,
    insertionMarkerColour: '#ffffff',
    insertionMarkerOpacity: 0.3,
    markerColour: '#91a7ff',
    cursorColour: '#91a7ff',
    selectedGlowColour: '#ffd43b',
  },
};

const FONT: Blockly.Theme.FontStyle = {
  family: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  weight: '500',
  size: 11,
};

/** A colour moved towards another; `amount` from 0 (as it is) to 1 (the other). */
function mix(colour: string, other: string, amount: number): string {
  return Blockly.utils.colour.blend(other, colour, amount) ?? colour;
}

function blockStyle(colour: string, name: ThemeName): Partial<Blockly.Theme.BlockStyle> {
  return {
    colourPrimary: colour,
    // Shadow blocks carry white text too, so they get darker, not paler.
    colourSecondary: mix(colour, '#000000', 0.2),
    // The outline.
    colourTertiary: name === 'light' ? mix(colour, '#000000', 0.35) : mix(colour, '#ffffff', 0.3),
  };
}

const defined = new Map<ThemeName, Blockly.Theme>();

/** The theme of that name, ready for `Blockly.inject` or `workspace.setTheme`. */
export function blockTheme(name: ThemeName): Blockly.Theme {
  let theme = defined.get(name);
  if (theme === undefined) {
    const styles = Object.entries(palette);
    theme = Blockly.Theme.defineTheme(`cpb-${name}`, {
      name: `cpb-${name}`,
      blockStyles: Object.fromEntries(styles.map(([style, colour]) => [`${style}_blocks`, blockStyle(colour, name)])),
      categoryStyles: Object.fromEntries(styles.map(([style, colour]) => [`${style}_category`, { colour }])),
      componentStyles: SURFACES[name],
      fontStyle: FONT,
    });
    defined.set(name, theme);
  }
  return theme;
}
