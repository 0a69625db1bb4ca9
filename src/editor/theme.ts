/** Which of the two looks an editor has. */
import type { ThemeName } from '../../blocks/index.ts';
import type { EditorTheme } from './options.ts';

const DARK = '(prefers-color-scheme: dark)';

/** Tells a look, and tells it again whenever the system's colour scheme changes, until `signal` is aborted. */
export function followTheme(theme: EditorTheme, apply: (name: ThemeName) => void, signal: AbortSignal): void {
  if (theme !== 'auto') {
    apply(theme);
    return;
  }
  const dark = matchMedia(DARK);
  const tell = (): void => apply(dark.matches ? 'dark' : 'light');
  tell();
  dark.addEventListener('change', tell, { signal });
}
