/** The languages of the editor: the words of the blocks, and what compiler and editor say to a person. */
import { loadBlockLocale, type BlockLocale, type LocaleTag } from '../../blocks/index.ts';
import type { Compilation, Diagnostic } from '../../generators/typescript/compilation.ts';
import { fillIn } from '../../generators/typescript/fill-in.ts';
import type { ProblemCode } from '../../generators/typescript/problems.ts';
import type { FixCode } from './fixes.ts';
import { ProgramError, type ProgramErrorCode } from './program-error.ts';

/** A language, ready to be used; `loadLocale` gets one. */
export interface Locale extends BlockLocale {
  sentences: Sentences;
}

/** Sentences with names in braces for values. What is missing is said in English. */
export interface Sentences {
  /** What the compiler says, by the code of the diagnostic. */
  problems: Readonly<Partial<Record<ProblemCode, string>>>;
  /** Why a program cannot be loaded or saved, by the code of the error. */
  errors: Readonly<Partial<Record<ProgramErrorCode, string>>>;
  /** What a fix is called, by its code. */
  fixes: Readonly<Partial<Record<FixCode, string>>>;
}

const loaders: Record<Exclude<LocaleTag, 'en'>, () => Promise<{ sentences: Sentences }>> = {
  es: () => import('./locales/es.ts'),
  de: () => import('./locales/de.ts'),
  fr: () => import('./locales/fr.ts'),
  'pt-BR': () => import('./locales/pt-br.ts'),
  uk: () => import('./locales/uk.ts'),
  'zh-Hans': () => import('./locales/zh-hans.ts'),
  ja: () => import('./locales/ja.ts'),
  ar: () => import('./locales/ar.ts'),
};

/**
 * Fetches a language for `createEditor`. Only the words of that language are fetched.
 *
 * @param wanted BCP 47 tags, the best one first, such as `navigator.languages`. The nearest language is taken: `de`
 *   for `de-AT`, `zh-Hans` for `zh-CN`; English where the package has none of them.
 */
export async function loadLocale(wanted: string | readonly string[]): Promise<Locale> {
  const blocks = await loadBlockLocale(wanted);
  if (blocks.tag === 'en') return { ...blocks, sentences: { problems: {}, errors: {}, fixes: {} } };
  const { sentences } = await loaders[blocks.tag]();
  return { ...blocks, sentences };
}

/** What a diagnostic says, in a language. The words of a host's own lowering stay as they are. */
export function describeDiagnostic({ code, message, values = {} }: Diagnostic, locale?: Locale): string {
  const sentence = sentenceFor(locale?.sentences.problems, code);
  return sentence === undefined ? message : fillIn(sentence, values);
}

/** What an error says, in a language; an error that is not about a program speaks for itself. */
export function describeError(error: unknown, locale?: Locale): string {
  if (!(error instanceof Error)) return String(error);
  const sentence = error instanceof ProgramError ? sentenceFor(locale?.sentences.errors, error.code) : undefined;
  return sentence === undefined || !(error instanceof ProgramError) ? error.message : fillIn(sentence, error.values);
}

/** Does something; an error about a program is thrown on in a language, with the English one as its cause. */
export function inLanguage<Result>(locale: Locale | undefined, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (locale === undefined || locale.tag === 'en' || !(error instanceof ProgramError)) throw error;
    throw new ProgramError(error.code, describeError(error, locale), { cause: error, values: error.values });
  }
}

/** The same compilation with diagnostics in a language. */
export function translate(compilation: Compilation, locale: Locale | undefined): Compilation {
  if (locale === undefined || locale.tag === 'en') return compilation;
  const diagnostics = compilation.diagnostics.map((diagnostic) => ({
    ...diagnostic,
    message: describeDiagnostic(diagnostic, locale),
  }));
  return { ...compilation, diagnostics };
}

/** The codes of a host's own lowerings are any text. */
function sentenceFor(sentences: Readonly<Record<string, string>> = {}, code: string): string | undefined {
  return Object.hasOwn(sentences, code) ? sentences[code] : undefined;
}
