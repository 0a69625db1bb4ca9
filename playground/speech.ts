/** Numbers in sentences: their form, and the form of the words around them, differ from language to language. */

/** A phrase for each plural category that a language has; `#` stands for the number. `other` serves where one is missing. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** What the sentences of one language are made with. */
export interface Speech {
  /** The phrase that goes with a number, with the number in it. */
  plural: (count: number, forms: Forms) => string;
  /** The phrases that go with several numbers, but for those that are zero, as a list; `none` when all are. */
  counts: (none: string, ...counted: readonly (readonly [count: number, forms: Forms])[]) => string;
  /** A number, written as the language does. */
  number: (value: number) => string;
  /** A span of time in seconds, to the hundredth. */
  seconds: (milliseconds: number) => string;
}

/** What the sentences of a language are made with, by its BCP 47 tag. */
export function speechIn(tag: string): Speech {
  const rules = once(() => new Intl.PluralRules(tag));
  const numbers = once(() => new Intl.NumberFormat(tag));
  const times = once(
    () =>
      new Intl.NumberFormat(tag, {
        style: 'unit',
        unit: 'second',
        unitDisplay: 'short',
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      }),
  );
  const lists = once(() => new Intl.ListFormat(tag, { type: 'unit', style: 'short' }));
  const plural: Speech['plural'] = (count, forms) =>
    (forms[rules().select(count)] ?? forms.other).replaceAll('#', numbers().format(count));
  return {
    plural,
    counts: (none, ...counted) => {
      const phrases = counted.filter(([count]) => count > 0).map(([count, forms]) => plural(count, forms));
      return phrases.length > 0 ? lists().format(phrases) : none;
    },
    number: (value) => numbers().format(value),
    seconds: (milliseconds) => times().format(milliseconds / 1000),
  };
}

/** Gives what `make` gives the first time. A browser takes long to make the first of a kind, and few are needed at once. */
function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
