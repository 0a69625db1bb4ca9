import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findChannelNameProblems, parseChannelNames } from '../../blocks/index.ts';
import { blockOf, createWorkspace, save, settle } from './workspace.ts';

describe('channel names', () => {
  it('are one a line, without the blanks around them and without empty lines', () => {
    expect(parseChannelNames('  ads \n\n\tdiscount\n   \n')).toEqual(['ads', 'discount']);
    expect(parseChannelNames('')).toEqual([]);
    expect(parseChannelNames(' \n ')).toEqual([]);
  });

  it.each(['"quoted"', "it's", 'back\\slash', '</script>', '🙂', 'a\u2028b', '__proto__', 'constructor', 'a b', '%1'])(
    'may be %j',
    (name) => {
      expect(parseChannelNames(name)).toEqual([name]);
      expect(findChannelNameProblems([name])).toEqual([]);
    },
  );

  it('may not hold what separates the parts of the answer', () => {
    expect(findChannelNameProblems(['a,b', 'a::b', 'a:b', ','])).toEqual([
      { kind: 'ambiguous', name: 'a,b' },
      { kind: 'ambiguous', name: 'a::b' },
      { kind: 'ambiguous', name: ',' },
    ]);
  });

  it('are told once when they come more than once', () => {
    expect(findChannelNameProblems(['ads', 'x', 'ads', 'ads'])).toEqual([{ kind: 'duplicate', name: 'ads' }]);
    expect(findChannelNameProblems(['ads', 'Ads'])).toEqual([]);
  });

  it('come through unchanged when the answer of the service can hold them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 5 }), (names) => {
        const answer = names.map((name, index) => `ID${index}::${name}`).join(',');
        const map = answer.split(',').map((part) => part.split('::'));
        const survives = names.every((name, index) => map[index]?.length === 2 && map[index]?.[1] === name);
        if (findChannelNameProblems(names).length === 0) expect(survives || names.length === 0).toBe(true);
        else expect(names.some((name) => name.includes(',') || name.includes('::'))).toBe(true);
      }),
    );
  });
});

describe('the channel list block', () => {
  it('leaves what a program brings along as it is', () => {
    const names = ' ads \n\n\u2028x</script>\n"\\';
    const workspace = createWorkspace({
      blocks: { blocks: [{ type: 'device_channel_list', id: 'list', fields: { NAMES: names } }] },
    });
    expect(blockOf(workspace, 'list').getFieldValue('NAMES')).toBe(names);
    expect(save(workspace)).toMatchObject({ blocks: { blocks: [{ fields: { NAMES: names } }] } });
  });

  it('is undone and redone', async () => {
    const workspace = createWorkspace({ blocks: { blocks: [{ type: 'device_channel_list', id: 'list' }] } });
    const list = blockOf(workspace, 'list');
    await settle(workspace, () => list.setFieldValue('ads\ndiscount', 'NAMES'));
    await settle(workspace, () => workspace.undo(false));
    expect(list.getFieldValue('NAMES')).toBe('');
    await settle(workspace, () => workspace.undo(true));
    expect(list.getFieldValue('NAMES')).toBe('ads\ndiscount');
  });
});
