/**
 * Colours of blocks, categories and workspace.
 *
 * One palette serves light and dark: a hue per category at a lightness where white text keeps a
 * contrast of at least 4.5 : 1. Only the surfaces around the blocks change. High contrast takes the same hues darker,
 * for at least 7 : 1, with stark outlines.
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

/** The looks that come with the pack. */
export type ThemeName = 'light' | 'dark' | 'high-contrast' | 'high-contrast-dark';

/** A look of a host's own. What it does not name is as in the look that it is based on. */
export interface CustomTheme {
  /**
   * Colours of blocks and their category, as `#rrggbb`, by the name of a category of the pack (`device`, `push`, …) or
   * by one of the host's, such as `acme`: then `acme_blocks` is a `style` for blocks and `acme_category` a
   * `categorystyle`. Texts on blocks are white.
   */
  colours?: Readonly<Record<string, string>>;
  /** The surfaces around the blocks, as in a theme of Blockly. */
  surfaces?: Blockly.Theme.ComponentStyle;
  /** The letters on blocks. The size is in points. */
  font?: Blockly.Theme.FontStyle;
}

/** A surface's colour; a page sets its own by the custom property `--codeless-<name>`. */
const surface = (name: string, colour: string): string => `var(--codeless-${name}, ${colour})`;

interface SurfaceColours {
  workspace: string;
  toolbox: string;
  text: string;
  flyout: string;
  scrollbar: string;
  /** Of the place where a dragged block would go. */
  marker: string;
  markerOpacity: number;
  /** Around what has the focus. */
  focus: string;
}

const SURFACES: Record<ThemeName, SurfaceColours> = {
  light: {
    workspace: '#fbfbfd',
    toolbox: '#f1f3f6',
    text: '#1f2937',
    flyout: '#e6e9ee',
    scrollbar: '#9aa4b2',
    marker: '#1f2937',
    markerOpacity: 0.25,
    focus: '#fc3',
  },
  dark: {
    workspace: '#14171c',
    toolbox: '#1c2027',
    text: '#e6e9ee',
    flyout: '#262b34',
    scrollbar: '#6b7686',
    marker: '#ffffff',
    markerOpacity: 0.3,
    focus: '#fc3',
  },
  'high-contrast': {
    workspace: '#ffffff',
    toolbox: '#ffffff',
    text: '#000000',
    flyout: '#ffffff',
    scrollbar: '#3b3b3b',
    marker: '#000000',
    markerOpacity: 0.6,
    focus: '#c2410c',
  },
  'high-contrast-dark': {
    workspace: '#000000',
    toolbox: '#000000',
    text: '#ffffff',
    flyout: '#000000',
    scrollbar: '#d0d0d0',
    marker: '#ffffff',
    markerOpacity: 0.7,
    focus: '#ffe000',
  },
};

function componentStyle(name: ThemeName): Blockly.Theme.ComponentStyle {
  const { workspace, toolbox, text, flyout, scrollbar, marker, markerOpacity, focus } = SURFACES[name];
  const isStark = name.startsWith('high-contrast');
  return {
    workspaceBackgroundColour: surface('workspace', workspace),
    toolboxBackgroundColour: surface('toolbox', toolbox),
    toolboxForegroundColour: surface('toolbox-text', text),
    flyoutBackgroundColour: surface('flyout', flyout),
    flyoutForegroundColour: surface('flyout-text', text),
    flyoutOpacity: isStark ? 1 : 0.96,
    scrollbarColour: surface('scrollbar', scrollbar),
    scrollbarOpacity: isStark ? 1 : 0.5,
    // Blockly calculates with this one, so it cannot be a custom property.
    insertionMarkerColour: marker,
    insertionMarkerOpacity: markerOpacity,
    selectedGlowColour: surface('focus', focus),
  };
}

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
  switch (name) {
    case 'light':
    case 'dark':
      return {
        colourPrimary: colour,
        // Shadow blocks carry white text too, so they get darker, not paler.
        colourSecondary: mix(colour, '#000000', 0.2),
        // The outline.
        colourTertiary: name === 'light' ? mix(colour, '#000000', 0.35) : mix(colour, '#ffffff', 0.3),
      };
    case 'high-contrast':
    case 'high-contrast-dark':
      return {
        colourPrimary: mix(colour, '#000000', 0.35),
        colourSecondary: mix(colour, '#000000', 0.5),
        colourTertiary: name === 'high-contrast' ? '#000000' : '#ffffff',
      };
  }
}

const defined = new Map<string, Blockly.Theme>();

/**
 * A theme ready for `Blockly.inject` or `workspace.setTheme`: one of the pack's, or that with a host's own colours.
 *
 * @throws when a colour is none.
 */
export function blockTheme(name: ThemeName, custom: CustomTheme = {}): Blockly.Theme {
  const key = `${name} ${JSON.stringify(custom)}`;
  let theme = defined.get(key);
  if (theme === undefined) {
    const ownColours = Object.entries(custom.colours ?? {});
    for (const [style, colour] of ownColours) {
      if (!/^#[0-9a-f]{6}$/i.test(colour)) {
        throw new TypeError(`The colour of “${style}” in the theme is ${JSON.stringify(colour)}; it must be #rrggbb.`);
      }
    }
    const colours = [...Object.entries<string>(palette), ...ownColours];
    const isOwn = Object.keys(custom).length > 0;
    // Blockly keeps themes by name, and makes the name a class.
    const themeName = isOwn ? `cpb-${name}-${defined.size}` : `cpb-${name}`;
    theme = Blockly.Theme.defineTheme(themeName, {
      name: themeName,
      blockStyles: Object.fromEntries(colours.map(([style, colour]) => [`${style}_blocks`, blockStyle(colour, name)])),
      categoryStyles: Object.fromEntries(colours.map(([style, colour]) => [`${style}_category`, { colour }])),
      componentStyles: { ...componentStyle(name), ...custom.surfaces },
      fontStyle: { ...FONT, ...custom.font },
    });
    defined.set(key, theme);
  }
  return theme;
}
