/** A link carries a program unchanged, and one that was made to do harm is refused by name. */
import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from '../../playground/base64url.ts';
import { LinkError, readFragment, toFragment } from '../../playground/share-link.ts';
import { readCases } from '../programs.ts';

/** A link as this page writes them, around any bytes. */
const linkOf = (bytes: Uint8Array, version = 1): string =>
  `#program=${toBase64Url(Uint8Array.from([version, ...deflateSync(bytes)]))}`;
const linkOfText = (text: string): string => linkOf(new TextEncoder().encode(text));

function problemOf(fragment: string): string {
  try {
    readFragment(fragment);
  } catch (error) {
    if (error instanceof LinkError) return error.problem;
    throw error;
  }
  return 'none';
}

test('every saved program comes through unchanged, in characters that an address may have', () => {
  for (const { idea, program } of readCases()) {
    const fragment = toFragment(idea, program);
    expect(fragment).toMatch(/^#program=[A-Za-z0-9_-]+$/);
    expect(readFragment(fragment)).toEqual({ name: idea, program: JSON.parse(JSON.stringify(program)) });
  }
});

test('bytes go to the alphabet of addresses and back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
    }),
  );
});

test('whatever stands in a link, it is read or refused, never more', () => {
  fc.assert(fc.property(fc.string(), (text) => void problemOf(`#program=${text}`)));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void problemOf(`#program=${toBase64Url(bytes)}`)),
  );
});

test.each([
  ['nothing', '#program=', 'damaged'],
  ['characters of another alphabet', '#program=<script>alert(1)</script>', 'damaged'],
  ['a link that was cut off', linkOfText('{"program": {"version": 1}}').slice(0, -6), 'damaged'],
  ['text that is not JSON', linkOfText('{"program": '), 'damaged'],
  ['bytes that are not text', linkOf(Uint8Array.of(0xff, 0xfe, 0x00)), 'damaged'],
  ['JSON without a program', linkOfText('{"name": "x"}'), 'foreign'],
  ['JSON that is no object', linkOfText('[1, 2]'), 'foreign'],
  ['a later version', linkOf(new TextEncoder().encode('{"program": {}}'), 2), 'newer'],
  ['a link of endless length', `#program=${'A'.repeat(300_000)}`, 'too-large'],
])('%s is refused', (_what, fragment, problem) => {
  expect(problemOf(fragment)).toBe(problem);
});

test('a bomb is given up long before it is unpacked', () => {
  const hundredMegabytes = new Uint8Array(100_000_000);
  const bomb = linkOf(hundredMegabytes);
  expect(bomb.length).toBeLessThan(200_000);
  const before = process.memoryUsage().arrayBuffers;
  expect(problemOf(bomb)).toBe('too-large');
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
});

test('a name is one line that can be seen', () => {
  const fragment = linkOfText(JSON.stringify({ name: `a\u202e\n\u0000<b>${'x'.repeat(500)}`, program: {} }));
  const { name } = readFragment(fragment);
  expect(name).toMatch(/^a <b>x+$/);
  expect(name.length).toBe(80);
});
