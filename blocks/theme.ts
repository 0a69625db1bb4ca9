/**
 * Colours of blocks, categories and workspace.
 *
 * One palette serves light and dark: a hue per category, all of one lightness and of like strength, so that no
 * category shouts; white text keeps a contrast of at least 4.5 : 1. Device, what the pack is for, is the strongest.
 * Only the surfaces around the blocks change. High contrast takes the same hues darker, for at least 7 : 1, with stark
 * outlines.
 */
import * as Blockly from 'blockly';

/** Primary colour of each category, under the name that block and category styles are made of. */
export const palette = {
  device: '#384ecf',
  registration: '#2770ad',
  push: '#a8347f',
  error: '#ba3535',
  date: '#147684',
  object: '#764ab2',
  console: '#4c5666',
  logic: '#3b6d89',
  loop: '#2d7b48',
  math: '#5d4dbe',
  text: '#157a63',
  list: '#854494',
  variable: '#a3522a',
  variable_dynamic: '#a3522a',
  procedure: '#8d621c',
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
    workspace: '#fcfcfe',
    toolbox: '#f5f6fa',
    text: '#1c2030',
    flyout: '#e8eaf2',
    scrollbar: '#9aa1b5',
    marker: '#1c2030',
    markerOpacity: 0.25,
    focus: '#f2a50c',
  },
  dark: {
    workspace: '#12141c',
    toolbox: '#181b25',
    text: '#e7e9f1',
    flyout: '#232735',
    scrollbar: '#6a7187',
    marker: '#ffffff',
    markerOpacity: 0.3,
    focus: '#ffc94d',
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
    flyoutOpacity: isStark ? 1 : 0.97,
    scrollbarColour: surface('scrollbar', scrollbar),
    scrollbarOpacity: isStark ? 1 : 0.5,
    // Blockly calculates with this one, so it cannot be a custom property.
    insertionMarkerColour: marker,
    insertionMarkerOpacity: markerOpacity,
    selectedGlowColour: surface('focus', focus),
  };
}

const FONT: Blockly.Theme.FontStyle = {
  // The first is the playground's; a page that has not loaded it shows its system's.
  family: '"Geist Variable", system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
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
        // The outline: enough to tell a block from one of the same colour inside it.
        colourTertiary: name === 'light' ? mix(colour, '#000000', 0.3) : mix(colour, '#ffffff', 0.28),
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
