import { describe, expect, test } from 'vitest';
import { linkProgram } from '../../src/runner/link.ts';

const URL = 'blob:null/sdk';
const SDK = 'backendless';

describe('a program that imports the SDK', () => {
  test.each([
    `import Backendless from "backendless";\n`,
    `import Backendless from 'backendless'\n`,
    `/** A "program" from 'x'. */\n\n// import "backendless"\nimport Backendless from "backendless";\n`,
    `import { a } from "./a.js"; import Backendless, { type } from "backendless";\nrun();`,
    `import "backendless";`,
    `import\n  Backendless\n  from\n  "backendless"\n;run()`,
  ])('gets it: %j', (program) => {
    const { text, usesSdk } = linkProgram(program, URL);
    expect(usesSdk).toBe(true);
    // The last mention is the import's; those in comments stay.
    const at = program.lastIndexOf(SDK);
    expect(text).toBe(program.slice(0, at) + URL + program.slice(at + SDK.length));
  });

  test('keeps what follows, whatever it looks like', () => {
    const body = 'const text = `\nimport Backendless from "backendless";\n`;\nimport$ = "backendless";\n';
    expect(linkProgram(`import Backendless from "backendless";\n${body}`, URL).text.endsWith(body)).toBe(true);
  });

  test('keeps an address with a dollar sign as it is', () => {
    expect(linkProgram('import "backendless";', 'blob:$&$1').text).toBe('import "blob:$&$1";');
  });
});

test.each([
  '',
  'console.log(1);',
  'import { x } from "other";\nx("backendless");',
  'import("backendless").then(run);',
  'import.meta; "backendless"',
  'import$ = "backendless"',
  'importBackendless("backendless")',
  '/* import "backendless" */',
  '/* not closed import "backendless"',
])('a program that does not import the SDK stays as it is: %j', (program) => {
  expect(linkProgram(program, URL)).toEqual({ text: program, usesSdk: false });
});
