/**
 * Text that a person typed never becomes code: with any text in any place of a program, the code has the nodes that it
 * has with harmless text, as TypeScript's own parser sees them, and gives the text back as it was when it runs.
 */

import { inspect } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { compile } from '../../generators/typescript/index.ts';
import { checkTypeScript, findTypeEscapes } from '../tsc/check.ts';
import { Sandbox } from '../random/sandbox.ts';
import { runnable } from '../random/compare.ts';
import { harmlessText, hostileTexts, places, programWith, type Place } from './hostile.ts';
import { commentsOf, skeletonOf } from './skeleton.ts';

const sandbox = new Sandbox();
afterAll(() => sandbox.close());

/** Names that Blockly would take for one are one. */
const distinctTexts = [...new Map(hostileTexts.map((text) => [text.toLowerCase(), text])).values()];

const codeWith = (place: Place, ...texts: string[]): string => {
  const { program, options } = programWith(place, texts);
  return compile(program, options).code;
};

/** What no code may hold as it is: it ends lines or scripts, hides, or shows the code other than it is. */
const unsafe = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}|<\/script|<!--/iu;

describe.each(places)('hostile text as $name', (place) => {
  test('leaves the code the nodes that it has with harmless text', () => {
    const skeleton = skeletonOf(codeWith(place, harmlessText));
    for (const text of hostileTexts) {
      const code = codeWith(place, text);
      const about = `with ${inspect(text.slice(0, 100))}:\n${code.slice(0, 2000)}`;
      expect(unsafe.exec(code)?.[0], about).toBeUndefined();
      expect(findTypeEscapes(code), about).toEqual([]);
      if (place.isMeaning) expect(() => skeletonOf(code), about).not.toThrow();
      else expect(skeletonOf(code), about).toBe(skeleton);
    }
  });

  const { prints } = place;
  if (prints) {
    test('comes back as it was when the code runs', { timeout: 60_000 }, async () => {
      const { program, options } = programWith(place, distinctTexts);
      const { output, ending } = await sandbox.run(runnable(compile(program, options)), 10_000);
      const wanted = distinctTexts.flatMap((text, index) => prints(text, index));
      expect(output).toEqual(wanted.map((value) => inspect(value, { maxStringLength: Infinity })));
      expect(ending).toEqual({ kind: 'finished' });
    });
  }
});

test('comments say what they said', () => {
  const place = places.find(({ name }) => name === 'a comment');
  if (!place) throw new Error('There is no such place.');
  for (const text of hostileTexts) {
    const words = onlyWords(text);
    expect(commentsOf(codeWith(place, text)).map(onlyWords).join('')).toContain(words);
  }
});

/** The letters and digits of a text, without what is escaped. */
function onlyWords(text: string): string {
  return text
    .replaceAll(/\\u[0-9a-f]{4}/g, '')
    .replaceAll(/[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

test('all of it at once is code that the compiler accepts', { timeout: 120_000 }, async () => {
  const files = Object.fromEntries(
    places.map((place, index) => [`place${index}.ts`, codeWith(place, ...distinctTexts)]),
  );
  expect(await checkTypeScript(files)).toEqual([]);
});
