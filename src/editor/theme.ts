/** Which look an editor has. */
import type { Theme } from 'blockly';
import { blockTheme, type CustomTheme, type ThemeName } from '../../blocks/index.ts';

export type { ThemeName };

/**
 * `auto` follows the system: its colour scheme, and whether it asks for more contrast. A look of a host's own says what
 * differs from the look it is based on; with `auto`, which is the default, from that of the system.
 */
export type EditorTheme = 'auto' | ThemeName | ({ base?: 'auto' | ThemeName } & CustomTheme);

const DARK = '(prefers-color-scheme: dark)';
/** Colours that a system forces on pages leave blocks their own; then they are to be told apart by more than hue. */
const CONTRAST = '(prefers-contrast: more) or (forced-colors: active)';

/** A look of the moment, and the changes of it. */
export interface Look {
  theme: Theme;
  /** Calls `apply` whenever the system changes it, until `signal` is aborted. */
  follow(apply: (theme: Theme) => void, signal: AbortSignal): void;
}

/** @throws {TypeError} when it names a look that there is not, or a colour that is none. */
export function lookOf(theme: EditorTheme = 'auto'): Look {
  const { base = 'auto', ...custom } = typeof theme === 'string' ? { base: theme } : theme;
  if (base !== 'auto') {
    const named = nameOf(base);
    return { theme: blockTheme(named, custom), follow() {} };
  }
  const dark = matchMedia(DARK);
  const contrast = matchMedia(CONTRAST);
  const current = (): Theme => {
    const scheme = contrast.matches ? (['high-contrast', 'high-contrast-dark'] as const) : (['light', 'dark'] as const);
    return blockTheme(scheme[dark.matches ? 1 : 0], custom);
  };
  return {
    theme: current(),
    follow(apply, signal) {
      for (const query of [dark, contrast]) query.addEventListener('change', () => apply(current()), { signal });
    },
  };
}

const NAMES: readonly ThemeName[] = ['light', 'dark', 'high-contrast', 'high-contrast-dark'];

/** Whether a text, such as that of an attribute, names a look that comes with the package. */
export function isThemeName(name: string): name is ThemeName {
  return NAMES.some((each) => each === name);
}

/** Options may come from where nobody checks types. */
function nameOf(name: ThemeName): ThemeName {
  if (isThemeName(name)) return name;
  throw new TypeError(`There is no theme ${JSON.stringify(name)}; there is auto, ${NAMES.join(', ')}.`);
}
