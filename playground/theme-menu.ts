/** The button that changes the theme. */
import { render } from 'lit';
import { icon } from './icons.ts';
import { attachMenu } from './menu.ts';
import type { Messages } from './messages.ts';
import { themeChoices, type Theme } from './theme.ts';

/** Makes the button show the theme in force, and open a menu of all. */
export function offerThemes(button: HTMLButtonElement, theme: Theme, messages: Messages): void {
  const show = (): void => {
    render(icon(theme.choice), button);
  };
  attachMenu(button, () =>
    themeChoices.map((choice) => ({
      label: messages.themeChoices[choice],
      icon: choice,
      checked: choice === theme.choice,
      choose: () => {
        theme.choose(choice);
        show();
      },
    })),
  );
  show();
}
