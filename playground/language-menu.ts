/** The button that changes the language. */
import { localeNames, localeTags, type LocaleTag } from '../blocks/locale.ts';
import { html, render } from 'lit';
import { part } from './dom.ts';
import { icon } from './icons.ts';
import { attachMenu } from './menu.ts';
import type { Messages } from './messages.ts';

/** What the menu needs to know. */
export interface LanguageChoice {
  /** The language that the page is in. */
  current: LocaleTag;
  messages: Messages;
  /** Called with another language. */
  choose: (tag: LocaleTag) => void;
}

/** Puts a button into the place; it opens a menu of all languages, each by its own name. */
export function offerLanguages(place: HTMLElement, { current, messages, choose }: LanguageChoice): void {
  render(
    html`<button
      id="language"
      type="button"
      class="button icon-only"
      aria-label=${messages.language}
      data-tip=${messages.language}
      data-tip-end
    >
      ${icon('language')}
    </button>`,
    place,
  );
  attachMenu(part(place, '#language', HTMLButtonElement), () =>
    localeTags.map((tag) => ({
      label: localeNames[tag],
      lang: tag,
      checked: tag === current,
      choose: () => {
        if (tag !== current) choose(tag);
      },
    })),
  );
}
