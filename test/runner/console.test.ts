import fc from 'fast-check';
import { inspect as nodeInspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  CONSOLE_ENTRIES,
  CONSOLE_WEIGHT,
  ENTRY_LENGTH,
  TEXT_LENGTH,
  VALUE_COUNT,
  VALUE_DEPTH,
} from '../../src/runner/limits.ts';
import { Meter, weigh } from '../../src/runner/meter.ts';
import { readWorkerMessage } from '../../src/runner/protocol.ts';
import { renderEntry } from '../../src/runner/render.ts';
import { inspect } from '../../src/runner/worker/inspect.ts';
import type { ConsoleValue } from '../../src/runner/value.ts';

/** What the console shows for these arguments. */
const shown = (...values: unknown[]): string => renderEntry(inspect(values));

/** What Node shows for a value, on one line and with double quotes. */
const inNode = (value: unknown): string =>
  nodeInspect(value, { breakLength: Infinity, compact: true, depth: Infinity }).replaceAll("'", '"');

function nested(depth: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

describe('the console shows', () => {
  test.each<[shown: string, ...values: unknown[]]>([
    ['{ ads: "ID1", discount: "ID2" }', { ads: 'ID1', discount: 'ID2' }],
    ['plain text', 'plain text'],
    ['two texts', 'two', 'texts'],
    ['', ''],
    ['1 true null undefined', 1, true, null, undefined],
    ['-0 NaN Infinity 10n', -0, NaN, Infinity, 10n],
    ['[ "a", [ 1 ], {} ] []', ['a', [1], {}], []],
    [
      '{ "1": 4, "not a name": 1, ünïcode: 2, "__proto__ ": 3 }',
      { 'not a name': 1, ünïcode: 2, '__proto__ ': 3, 1: 4 },
    ],
    ['{ ads: 1 }', Object.assign(Object.create(null), { ads: 1 })],
    ['{ __proto__: 1 }', Object.defineProperty(Object.create(null), '__proto__', { value: 1, enumerable: true })],
    ['Map(1) { "a" => { b: 1 } } Set(2) { 1, "b" }', new Map([['a', { b: 1 }]]), new Set([1, 'b'])],
    ['2027-01-31T09:00:00.000Z Invalid Date', new Date(Date.UTC(2027, 0, 31, 9)), new Date(NaN)],
    ['Symbol(s) Symbol()', Symbol('s'), Symbol()],
    ['[Function: f] [Function (anonymous)] [class C]', function f() {}, (() => () => {})(), class C {}],
    ['[Promise] [/a+/g]', Promise.resolve(), /a+/g],
    ['[ 1, <2 empty items>, 2, <1 empty item> ]', [1, , , 2, ,]], // oxlint-disable-line no-sparse-arrays
    ['"quotes" stay, "inside" are escaped [ "\\"" ]', '"quotes" stay, "inside" are escaped', ['"']],
  ])('%s', (expected, ...values) => {
    expect(shown(...values)).toBe(expected);
  });

  test('instances with their class', () => {
    class Point {
      x = 1;
    }
    expect(shown(new Point(), new (class extends Point {})())).toMatch(/^Point \{ x: 1 \} \S* ?\{ x: 1 \}$/);
  });

  test('errors with their own properties', () => {
    const error = Object.assign(new TypeError('no'), { code: 5004 });
    expect(shown(error)).toBe('TypeError: no { code: 5004 }');
    expect(shown([error])).toBe('[ [TypeError: no] { code: 5004 } ]');
    expect(shown(new Error('outer', { cause: 'inner' }))).toBe('Error: outer { cause: "inner" }');
  });

  test('cycles, once', () => {
    const value: Record<string, unknown> = { name: 'a' };
    value.self = value;
    const twice = { left: 1 };
    expect(shown(value, [twice, twice])).toBe('{ name: "a", self: [Circular] } [ { left: 1 }, { left: 1 } ]');
  });

  test('accessors without calling them', () => {
    let calls = 0;
    const value = {
      get computed() {
        calls += 1;
        return 1;
      },
      set computed(_value: number) {
        calls += 1;
      },
    };
    expect(shown(value)).toBe('{ computed: [Getter/Setter] }');
    expect(calls).toBe(0);
  });

  test('what throws at every touch', () => {
    const trap = (): never => {
      throw new Error('touched');
    };
    const hostile = new Proxy({}, { getPrototypeOf: trap, ownKeys: trap, get: trap, getOwnPropertyDescriptor: trap });
    expect(shown([hostile, 1])).toBe('[ [unreadable], 1 ]');
  });

  test('the same as Node, for data', () => {
    const data = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: VALUE_DEPTH - 2, depthSize: 'small' },
        fc.stringMatching(/^[a-z ]*$/),
        fc.double(),
        fc.bigInt(),
        fc.constantFrom(true, false, null, undefined),
        fc.date(),
        fc.array(tie('value'), { maxLength: 5 }),
        fc.array(tie('value'), { maxLength: 5 }).map((items) => new Set(items)),
        fc.array(fc.tuple(tie('value'), tie('value')), { maxLength: 5 }).map((pairs) => new Map(pairs)),
        fc.dictionary(fc.stringMatching(/^[a-z]+$/), tie('value'), { maxKeys: 5, noNullPrototype: true }),
      ),
    })).value;
    fc.assert(
      fc.property(data, (value) => {
        expect(shown([value])).toBe(inNode([value]));
      }),
    );
  });
});

describe('the console cuts', () => {
  test('long texts', () => {
    expect(shown('x'.repeat(TEXT_LENGTH + 5))).toBe(`${'x'.repeat(TEXT_LENGTH)}... 5 more characters`);
  });

  test('many long texts', () => {
    const text = 'x'.repeat(TEXT_LENGTH);
    const line = shown(Array(50).fill(text));
    expect(line.length).toBeLessThan(ENTRY_LENGTH * 1.1);
    expect(line.endsWith(`""... ${TEXT_LENGTH} more characters ]`)).toBe(true);
  });

  test('long lists, maps, sets and objects', () => {
    const numbers = Array.from({ length: 150 }, (_, index) => index);
    expect(shown(numbers)).toMatch(/, 99, \.\.\. 50 more items \]$/);
    expect(shown(new Set(numbers))).toMatch(/^Set\(150\) .* 99, \.\.\. 50 more items \}$/);
    expect(shown(new Map(numbers.map((n) => [n, n])))).toMatch(/^Map\(150\) .* 99 => 99, \.\.\. 50 more pairs \}$/);
    expect(shown(Object.fromEntries(numbers.map((n) => [`k${n}`, n])))).toMatch(
      / k99: 99, \.\.\. 50 more properties \}$/,
    );
    expect(shown(Array(1e9))).toBe('[ <1000000000 empty items> ]');
    expect(shown(...numbers)).toMatch(/ 99 \[50 more values\]$/);
  });

  test('deep values', () => {
    expect(shown(nested(VALUE_DEPTH - 1))).toContain('"bottom"');
    expect(shown(nested(VALUE_DEPTH + 1))).toContain('[Array]');
    expect(shown(nested(100_000))).toContain('[Array]');
  });

  test('wide and deep values', () => {
    const wide = (depth: number): unknown => (depth === 0 ? 1 : Array.from({ length: 30 }, () => wide(depth - 1)));
    const count = (values: readonly ConsoleValue[]): number =>
      values.reduce((sum, value) => sum + 1 + (value.type === 'array' ? count(value.items) : 0), 0);
    const shownValues = count(inspect([wide(3)]));
    expect(shownValues).toBeGreaterThan(VALUE_COUNT / 2);
    expect(shownValues).toBeLessThan(VALUE_COUNT * 2);
  });

  test('whatever it copied, the host accepts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.anything({ withMap: true, withSet: true, withDate: true, withBigInt: true })),
        (values) => {
          const entry = { level: 'log', values: inspect(values), time: 0 };
          expect(readWorkerMessage({ type: 'console', entries: [entry] })).toEqual({
            type: 'console',
            entries: [entry],
          });
        },
      ),
    );
    for (const value of [nested(100), Array.from({ length: 3000 }, () => ({ a: [{}] })), Array(5)]) {
      const entry = { level: 'log', values: inspect([value]), time: 0 };
      expect(readWorkerMessage({ type: 'console', entries: [entry] })).toEqual({ type: 'console', entries: [entry] });
    }
  });
});

describe('a meter', () => {
  test('lets only so many entries pass', () => {
    const meter = new Meter();
    for (let entry = 0; entry < CONSOLE_ENTRIES; entry++) expect(meter.admit([])).toBe(true);
    expect(meter.admit([])).toBe(false);
    expect(meter.isFull).toBe(true);
  });

  test('lets only so much text pass, and nothing after it', () => {
    const meter = new Meter();
    const [large] = inspect(['x'.repeat(TEXT_LENGTH)]);
    if (!large) throw new Error('nothing copied');
    let passed = 0;
    while (meter.admit([large])) passed += weigh(large);
    expect(passed).toBeLessThanOrEqual(CONSOLE_WEIGHT);
    expect(passed).toBeGreaterThan(CONSOLE_WEIGHT - 2 * weigh(large));
    expect(meter.admit([])).toBe(false);
  });

  test('weighs all that a value holds', () => {
    const text = 'abcdefgh';
    const holders = [
      text,
      { key: text },
      [text],
      new Map([[text, text]]),
      new Set([text]),
      new Error(text),
      Symbol(text),
    ];
    for (const holder of holders) {
      const [value] = inspect([holder]);
      expect(value && weigh(value)).toBeGreaterThan(text.length);
    }
  });
});
