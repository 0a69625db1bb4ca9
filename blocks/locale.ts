/** The languages of the pack. */
import type { Messages } from './messages/en.ts';

/** The languages that come with the pack, as BCP 47 tags. */
export const localeTags = ['en', 'es', 'de', 'fr', 'pt-BR', 'uk', 'zh-Hans', 'ja', 'ar'] as const;

/** One of the languages that come with the pack. */
export type LocaleTag = (typeof localeTags)[number];

/** A language for the blocks, ready to be used; `loadBlockLocale` gets one. */
export interface BlockLocale {
  tag: LocaleTag;
  /** The direction in which the language is written. */
  direction: 'ltr' | 'rtl';
  /** Words of Blockly and of the pack, by key. What is missing is English. */
  messages: Readonly<Record<string, string>>;
}

/** The words of one language; one file of `messages/` has them. */
export interface Words {
  /** Blockly's own: its module for the language. */
  blockly: object;
  /** Words of Blockly that are still English in that module. */
  missing: Readonly<Record<string, string>>;
  /** The pack's. */
  blocks: Translation;
}

/** As many of the pack's words as are translated. */
export type Translation = Readonly<Partial<Messages>>;

/** English is part of the pack; each of the others is a file of its own that is fetched when it is asked for. */
const loaders: Record<Exclude<LocaleTag, 'en'>, () => Promise<{ words: Words }>> = {
  es: () => import('./messages/es.ts'),
  de: () => import('./messages/de.ts'),
  fr: () => import('./messages/fr.ts'),
  'pt-BR': () => import('./messages/pt-br.ts'),
  uk: () => import('./messages/uk.ts'),
  'zh-Hans': () => import('./messages/zh-hans.ts'),
  ja: () => import('./messages/ja.ts'),
  ar: () => import('./messages/ar.ts'),
};

/** The name of each language in itself, for a person to choose from. */
export const localeNames: Readonly<Record<LocaleTag, string>> = {
  en: 'English',
  es: 'Español',
  de: 'Deutsch',
  fr: 'Français',
  'pt-BR': 'Português (Brasil)',
  uk: 'Українська',
  'zh-Hans': '简体中文',
  ja: '日本語',
  ar: 'العربية',
};

/** The direction in which a language of the pack is written. */
export function directionOf(tag: LocaleTag): BlockLocale['direction'] {
  return tag === 'ar' ? 'rtl' : 'ltr';
}

/**
 * The language of the pack that serves a reader best: `de` for `de-AT`, `pt-BR` for `pt`, `zh-Hans` for `zh-CN`.
 *
 * @param wanted BCP 47 tags, the best one first, such as `navigator.languages`.
 * @returns `undefined` when the pack has none of these languages.
 */
export function matchLocale(wanted: string | readonly string[]): LocaleTag | undefined {
  for (const tag of typeof wanted === 'string' ? [wanted] : wanted) {
    const language = languageOf(tag);
    const found = localeTags.find((each) => languageOf(each) === language);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The language of a tag without region and script; empty when it is no tag at all. */
function languageOf(tag: string): string {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).language;
  } catch {
    return '';
  }
}

/**
 * Fetches the words for a language.
 *
 * @param wanted As for `matchLocale`; a language that the pack does not have gives English.
 */
export async function loadBlockLocale(wanted: string | readonly string[]): Promise<BlockLocale> {
  const tag = matchLocale(wanted) ?? 'en';
  const direction = directionOf(tag);
  if (tag === 'en') return { tag, direction, messages: {} };
  const { words } = await loaders[tag]();
  return { tag, direction, messages: { ...textsOf(words.blockly), ...words.missing, ...words.blocks } };
}

function textsOf(module: object): Record<string, string> {
  const exports: [string, unknown][] = Object.entries(module);
  return Object.fromEntries(exports.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
