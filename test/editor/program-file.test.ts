import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProgramError } from '../../src/editor/program-error.ts';
import { readProgram } from '../../src/editor/program-file.ts';

const isKnown = (type: string) => type === 'known';

/** The code and words of the refusal; fails when there is none. */
function refusal(data: unknown): { code: string; message: string } {
  try {
    readProgram(data, isKnown);
  } catch (error) {
    if (error instanceof ProgramError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('It was taken.');
}

const withBlocks = (...blocks: unknown[]) => ({ version: 1, blocks: { languageVersion: 0, blocks } });

describe('a program', () => {
  it('may be empty', () => {
    expect(readProgram({}, isKnown)).toEqual({ version: 1 });
    expect(readProgram({ version: 1 }, isKnown)).toEqual({ version: 1 });
  });

  it('without a version is one that Blockly saved', () => {
    const program = { blocks: { languageVersion: 0, blocks: [{ type: 'known' }] } };
    expect(readProgram(program, isKnown)).toEqual({ ...program, version: 1 });
    expect(program).not.toHaveProperty('version');
  });

  it('keeps parts that Blockly has beside blocks and variables', () => {
    const program = { version: 1, workspaceComments: [{ text: 'Hello' }], variables: [{ id: 'a', name: 'a' }] };
    expect(readProgram(program, isKnown)).toEqual(program);
  });

  it('may be as long and as deep as it likes', () => {
    let chain: unknown = { type: 'known' };
    let nest: unknown = { type: 'known' };
    for (let count = 0; count < 100_000; count++) {
      chain = { type: 'known', next: { block: chain } };
      nest = { type: 'known', inputs: { VALUE: { block: nest } } };
    }
    expect(readProgram(withBlocks(chain, nest), isKnown).version).toBe(1);
  });
});

describe('refused', () => {
  it.each([
    [null, 'null'],
    [[], 'a list'],
    ['{}', '"{}"'],
    [7, '7'],
    [undefined, 'missing'],
  ])('%j: not a JSON object', (data, named) => {
    expect(refusal(data)).toEqual({ code: 'not-a-program', message: expect.stringContaining(named) });
  });

  it('the JSON of another tool, naming what is in it', () => {
    const { code, message } = refusal({ name: 'my-package', version: undefined, dependencies: {} });
    expect(code).toBe('not-a-program');
    expect(message).toContain('“name”');
    expect(refusal({ version: '1.0.0', blocks: {} }).message).toContain('"1.0.0"');
  });

  it('a newer version, naming both', () => {
    const { code, message } = refusal({ version: 7, blocks: { blocks: [{ type: 'from-the-future' }] } });
    expect(code).toBe('newer-version');
    expect(message).toContain('7');
    expect(message).toContain('1');
  });

  it('a block of an unknown type, naming it, wherever it is', () => {
    const unknown = { type: 'colour_picker' };
    for (const block of [
      unknown,
      { type: 'known', next: { block: unknown } },
      { type: 'known', inputs: { A: { shadow: { type: 'known', inputs: { B: { block: unknown } } } } } },
      { type: 'known', inputs: { A: { block: { type: 'known' }, shadow: unknown } } },
    ]) {
      expect(refusal(withBlocks(block))).toEqual({
        code: 'unknown-block',
        message: expect.stringContaining('“colour_picker”'),
      });
    }
  });

  it.each([
    ['blocks', { blocks: [] }],
    ['blocks', { blocks: { blocks: {} } }],
    ['block', withBlocks('text')],
    ['type', withBlocks({})],
    ['fields', withBlocks({ type: 'known', fields: [] })],
    ['inputs', withBlocks({ type: 'known', inputs: 'A' })],
    ['connected', withBlocks({ type: 'known', next: [] })],
    ['variables', { variables: {} }],
    ['variable 2', { variables: [{ id: 'a', name: 'a' }, { id: 'b' }] }],
  ])('a damaged part, naming %s: %j', (named, data) => {
    expect(refusal(data)).toEqual({ code: 'malformed', message: expect.stringContaining(named) });
  });

  it('anything else, in the same way', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        try {
          readProgram(data, isKnown);
        } catch (error) {
          expect(error).toBeInstanceOf(ProgramError);
        }
      }),
    );
  });
});
