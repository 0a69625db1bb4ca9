import { describe, expect, test } from 'vitest';
import { compile, packLowerings } from '../../generators/typescript/index.ts';
import {
  block,
  boolean,
  chain,
  compare,
  get,
  list,
  number,
  plus,
  print,
  program,
  repeat,
  set,
  text,
  when,
} from './build-program.ts';

/** The lines of the main function. */
function mainOf(...blocks: Parameters<typeof program>): string {
  const { code } = compile(program(...blocks));
  const body = /^export async function main\([^]*?\): Promise<void> \{\n([^]*?)^\}/m.exec(code)?.[1];
  return (body ?? code).replace(/^ {2}/gm, '').trimEnd();
}

describe('where variables are declared', () => {
  test('at their first use, as a constant when set once', () => {
    expect(mainOf([set('a', number(1)), print(get('a'))])).toBe('const a = 1;\nconsole.log(a);');
  });

  test('in the innermost block that holds all uses', () => {
    const code = mainOf([when(boolean(true), set('a', number(1)), print(get('a')))]);
    expect(code).toBe('if (true) {\n  const a = 1;\n  console.log(a);\n}');
  });

  test('outside of a loop that must keep the value', () => {
    const code = mainOf([
      repeat(2, when(compare(get('a'), 'EQ', number(1)), print(text('again'))), set('a', number(1))),
    ]);
    expect(code.split('\n')[0]).toBe('let a: number | undefined;');
  });

  test('inside of a loop that sets it anew each time', () => {
    expect(mainOf([repeat(2, set('a', number(1)), print(get('a')))])).toContain('{\n  const a = 1;\n');
  });

  test('before branches that all set it', () => {
    const branch = block('controls_if', {
      extraState: { hasElse: true },
      inputs: { IF0: boolean(true), DO0: [set('a', number(1))], ELSE: [set('a', text('x'))] },
    });
    expect(mainOf([branch, print(get('a'))]).split('\n')[0]).toBe('let a: string | number;');
  });

  test('counting from 0 where a variable is changed that was never set', () => {
    const change = block('math_change', { fields: { VAR: { id: 'n' } }, inputs: { DELTA: number(-2) } });
    expect(mainOf([repeat(2, change, print(get('n')))])).toBe(
      'let n = 0;\nfor (let count = 0; count < 2; count++) {\n  n -= 2;\n  console.log(n);\n}',
    );
  });
});

describe('types over the whole program', () => {
  test('a list that is filled later has the type of all it will hold', () => {
    const push = block('lists_setIndex', {
      fields: { MODE: 'INSERT', WHERE: 'LAST' },
      inputs: { LIST: get('b'), TO: text('x') },
    });
    expect(mainOf([set('a', block('lists_create_empty')), set('b', get('a')), push])).toContain(
      'const a: string[] = [];\nconst b = a;',
    );
  });

  test('a list that holds itself has elements of unknown type', () => {
    const push = block('lists_setIndex', {
      fields: { MODE: 'INSERT', WHERE: 'LAST' },
      inputs: { LIST: get('a'), TO: get('a') },
    });
    expect(mainOf([set('a', block('lists_create_empty')), push])).toContain('const a: unknown[] = [];');
  });

  test('texts and numbers are told apart', () => {
    expect(mainOf([set('a', text('1')), print(plus(get('a'), number(1)))])).toContain('console.log(a + 1)');
    expect(mainOf([print(plus(boolean(true), number(1)))])).toBe('console.log(Number(true) + 1);');
  });
});

describe('ranges', () => {
  test('every block is found in the code, outer before inner', () => {
    const inner = number(41);
    const outer = plus(inner, number(1));
    const { code, ranges } = compile(program([print(outer)]));
    const of = (id: string | undefined) => ranges.find(({ blockId }) => blockId === id);
    const slice = (id: string | undefined) => code.slice(of(id)?.start, of(id)?.end);
    expect([slice(outer.id), slice(inner.id)]).toEqual(['41 + 1', '41']);
    const places = [outer.id, inner.id].map((id) => ranges.findIndex(({ blockId }) => blockId === id));
    expect(places[0]).toBeLessThan(places[1] ?? -1);
  });

  test('texts that were joined keep their places', () => {
    const [first, second] = [text('Hello '), get('name')];
    const join = block('text_join', { extraState: { itemCount: 2 }, inputs: { ADD0: first, ADD1: second } });
    const { code, ranges } = compile(program([set('name', text('you')), print(join)]));
    const range = ranges.find(({ blockId }) => blockId === first.id);
    expect(code.slice(range?.start, range?.end)).toBe('Hello ');
  });
});

describe('tracing', () => {
  test('names every statement before it runs, and every awaited promise', () => {
    const cancel = block('device_cancel_registration', { id: 'cancel' });
    const { code } = compile(program([cancel]), { trace: true });
    expect(code).toContain('__trace("cancel");\n');
    expect(code.replace(/\s+/g, '')).toContain('await__trace("cancel",Backendless.Messaging.unregisterDevice()');
  });
});

describe('blocks of a host', () => {
  const save = block('acme_save', { inputs: { VALUE: number(5) }, id: 'save' });

  test('compile through a lowering that the host gives', () => {
    const { code, diagnostics } = compile(program([save]), {
      lowerings: {
        acme_save: (view, b) => b.run(b.awaited(b.call(b.helper('save', saveSource), [view.value('VALUE', 'string')]))),
      },
    });
    expect(diagnostics).toEqual([]);
    expect(code).toContain('  await save(String(5));\n');
    expect(code).toContain(saveSource);
  });

  test('without one are named, and the rest still compiles', () => {
    const { code, diagnostics } = compile(program([save, print(text('after'))]));
    expect(diagnostics).toMatchObject([{ code: 'unknown-block', blockId: 'save', severity: 'error' }]);
    expect(diagnostics[0]?.message).toContain('acme_save');
    expect(code).toContain('console.log("after")');
  });

  test('whose lowering throws are named too', () => {
    const { diagnostics } = compile(program([save]), {
      lowerings: {
        acme_save: () => {
          throw new Error('no such table');
        },
      },
    });
    expect(diagnostics[0]).toMatchObject({ code: 'lowering-failed', blockId: 'save' });
    expect(diagnostics[0]?.message).toContain('no such table');
  });

  test('may take the place of a block of the pack', () => {
    const { code } = compile(program([print(text('x'))]), {
      lowerings: { text_print: (view, b) => b.run(b.call('log', [view.value('TEXT')])) },
    });
    expect(code).toContain('log("x")');
    expect(packLowerings['text_print']).toBeDefined();
  });
});

const saveSource = `/** Saves a value. */
async function save(value: string): Promise<void> {
  await fetch("/save", { method: "POST", body: value });
}`;

describe('any size', { timeout: 120_000 }, () => {
  test('a chain of 100,000 statements', () => {
    const { code, ranges } = compile(program(Array.from({ length: 100_000 }, () => print(number(1)))));
    expect(code.split('\n').length).toBe(100_003);
    expect(ranges.length).toBe(200_000);
  });

  test('1,000 blocks in each other, as statements and as values', () => {
    let statement = print(number(1));
    let value = number(1);
    for (let depth = 0; depth < 1000; depth++) {
      statement = when(boolean(true), statement);
      value = plus(value, number(1));
    }
    expect(compile(program([statement])).diagnostics).toEqual([]);
    expect(compile(program([print(value)])).code).toMatch(/1 \+\s+1/);
  });

  test('an if of a thousand branches', () => {
    const inputs: Record<string, ReturnType<typeof number>> = {};
    for (let index = 0; index < 1000; index++) inputs[`IF${index}`] = boolean(false);
    const { code } = compile(program([block('controls_if', { inputs, extraState: { elseIfCount: 999 } })]));
    expect(code.match(/else if/g)?.length).toBe(999);
  });
});

describe('the same program', () => {
  const stacks = () => [[set('a', list(number(1), text('x'))), print(get('a'))], [print(text('second'))]];

  test('gives the same bytes wherever its blocks stand, as long as their order stays', () => {
    const first = program(...stacks());
    const moved = structuredClone(first);
    moved.blocks?.blocks?.forEach((top, index) => {
      top.x = 300 - index;
      top.y = 5 + index * 60;
    });
    expect(compile(moved).code).toBe(compile(first).code);
  });

  test('is not changed by compiling it', () => {
    const given = program(...stacks());
    const before = JSON.stringify(given);
    compile(given);
    expect(JSON.stringify(given)).toBe(before);
  });
});

test('a chain is made of the blocks given', () => {
  expect(chain([])).toBeUndefined();
});
