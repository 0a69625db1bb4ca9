/** The language of the page: as a person's browser has it, or as they chose. */
import { directionOf, localeTags, matchLocale, type LocaleTag } from '../blocks/locale.ts';
import { handOver } from './handover.ts';
import { english, type Messages, type Translation } from './messages.ts';
import { readPreference, writePreference } from './preferences.ts';

const preference = 'language';
/** In the address of the page, for a link to a language and where no choice can be kept. */
const parameter = 'lang';

/** A language, with the texts of the page in it. */
export interface Language {
  tag: LocaleTag;
  messages: Messages;
}

/** English comes with the page; each of the others is a file that is fetched when the page is to be in it. */
const loaders: Record<Exclude<LocaleTag, 'en'>, () => Promise<{ translation: Translation }>> = {
  es: () => import('./messages/es.ts'),
  de: () => import('./messages/de.ts'),
  fr: () => import('./messages/fr.ts'),
  'pt-BR': () => import('./messages/pt-br.ts'),
  uk: () => import('./messages/uk.ts'),
  'zh-Hans': () => import('./messages/zh-hans.ts'),
  ja: () => import('./messages/ja.ts'),
  ar: () => import('./messages/ar.ts'),
};

/** Brings the page into its language. English where the texts of another cannot be fetched. */
export async function openLanguage(): Promise<Language> {
  const tag = preferredLanguage();
  const language = await loadLanguage(tag).catch(() => loadLanguage('en'));
  const root = document.documentElement;
  root.lang = language.tag;
  root.dir = directionOf(language.tag);
  document.title = language.messages.title;
  return language;
}

/**
 * Changes the language: the page is loaded anew, in it. The program is kept, as it is whenever the page is left, or else
 * handed over.
 */
export function changeLanguage(tag: LocaleTag): void {
  writePreference(preference, tag);
  const address = new URL(location.href);
  address.searchParams.delete(parameter);
  if (readPreference(preference) !== tag) address.searchParams.set(parameter, tag);
  handOver();
  history.replaceState(history.state, '', address);
  location.reload();
}

/** Named by the address, else chosen, else the first that the browser asks for and the page has. */
function preferredLanguage(): LocaleTag {
  const named = new URLSearchParams(location.search).get(parameter);
  const chosen = readPreference(preference);
  return (
    (named === null ? undefined : matchLocale(named)) ??
    localeTags.find((tag) => tag === chosen) ??
    matchLocale(navigator.languages) ??
    'en'
  );
}

async function loadLanguage(tag: LocaleTag): Promise<Language> {
  const translation = tag === 'en' ? {} : (await loaders[tag]()).translation;
  return { tag, messages: fillGaps(english, { ...translation, tag: regionalTag(tag) }) };
}

/** The tag under which a person's browser has the language: dates and numbers differ from region to region. */
function regionalTag(tag: LocaleTag): string {
  // Among code, identifiers and times of day, digits of one kind are easier to read.
  if (tag === 'ar') return 'ar-u-nu-latn';
  const isSame = (each: string): boolean =>
    matchLocale(each) === tag && (hasUsualScript.test(each) || scriptOf(each) === scriptOf(tag));
  return navigator.languages.find(isSame) ?? tag;
}

/** Tags that name no script, of languages that are written in one. The browser takes long to tell that by itself. */
const hasUsualScript = /^(?:en|es|de|fr|pt|uk|ja)(?:-(?:[a-z]{2}|\d{3}))?$/i;

function scriptOf(tag: string): string | undefined {
  return new Intl.Locale(tag).maximize().script;
}

/** All texts, and those of the translation wherever it has one. */
export function fillGaps<Texts extends object>(texts: Texts, translation: object): Texts {
  const filled = { ...texts };
  for (const key of Object.keys({ ...texts, ...translation })) {
    const text: unknown = Reflect.get(texts, key);
    const translated: unknown = Reflect.get(translation, key);
    if (translated === undefined) continue;
    const isGroup = isObject(text) && isObject(translated);
    Reflect.set(filled, key, isGroup ? fillGaps(text, translated) : translated);
  }
  return filled;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
