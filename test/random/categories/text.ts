/** Texts, printing and asking. */

import type { BlockState } from '../../../generators/typescript/index.ts';
import type { Builder, Category, Maker, Makers } from '../builder.ts';
import { listKinds, type Kind } from '../kinds.ts';
import { someText } from '../words.ts';
import { at, ends, isCounted, wheres } from './places.ts';

export const text: Category = {
  literals: { String: textOf },

  values(builder, kind, depth) {
    if (depth === 0) return [];
    const { choices } = builder;
    const make =
      (type: string, inputs: Record<string, Kind>, fields?: Record<string, readonly string[]>): Maker =>
      () =>
        builder.simple(type, depth - 1, inputs, fields);
    const lengthy: Kind = choices.pick(['String', ...listKinds]);
    switch (kind) {
      case 'Number':
        return [
          [1, make('text_length', { VALUE: lengthy })],
          [1, make('text_indexOf', { VALUE: 'String', FIND: 'String' }, { END: ['FIRST', 'LAST'] })],
          [1, make('text_count', { SUB: 'String', TEXT: 'String' })],
          [0.7, () => prompt(builder, 'NUMBER', depth - 1)],
        ];
      case 'Boolean':
        return [[1, make('text_isEmpty', { VALUE: lengthy })]];
      case 'String':
        return [
          [6, () => join(builder, depth - 1)],
          [2, () => letter(builder, depth - 1)],
          [2, () => part(builder, depth - 1)],
          [1, make('text_changeCase', { TEXT: kind }, { CASE: ['UPPERCASE', 'LOWERCASE', 'TITLECASE'] })],
          [1, make('text_trim', { TEXT: kind }, { MODE: ['BOTH', 'LEFT', 'RIGHT'] })],
          [1, make('text_replace', { FROM: kind, TO: kind, TEXT: kind })],
          [1, make('text_reverse', { TEXT: kind })],
          [0.7, () => prompt(builder, 'TEXT', depth - 1)],
        ] satisfies Makers;
      default:
        return [];
    }
  },

  statements: (builder) => [
    [6, () => [builder.block('text_print', { inputs: { TEXT: builder.maybe(() => builder.value('Any')) } })]],
    [2, () => [append(builder)]],
  ],
};

export function print(builder: Builder, block: BlockState): BlockState {
  return builder.block('text_print', { inputs: { TEXT: builder.plug(block) } });
}

function textOf(builder: Builder): BlockState {
  return builder.block('text', { fields: { TEXT: someText(builder.choices, !builder.profile.sound) } });
}

function prompt(builder: Builder, type: 'NUMBER' | 'TEXT', depth: number): BlockState {
  const extraState = `<mutation type="${type}"></mutation>`;
  if (builder.choices.chance(0.5)) {
    return builder.block('text_prompt', {
      extraState,
      fields: { TYPE: type, TEXT: someText(builder.choices, !builder.profile.sound) },
    });
  }
  return builder.block('text_prompt_ext', {
    extraState,
    fields: { TYPE: type },
    inputs: { TEXT: builder.maybe(() => builder.value('Any', depth)) },
  });
}

function join(builder: Builder, depth: number): BlockState {
  const itemCount = builder.choices.between(0, 4);
  const inputs: Record<string, Kind> = {};
  for (let index = 0; index < itemCount; index++) inputs[`ADD${index}`] = 'Any';
  return { ...builder.simple('text_join', depth, inputs), extraState: { itemCount } };
}

function letter(builder: Builder, depth: number): BlockState {
  const WHERE = builder.choices.pick(wheres);
  return builder.block('text_charAt', {
    extraState: `<mutation at="${isCounted(WHERE)}"></mutation>`,
    fields: { WHERE },
    inputs: { VALUE: builder.maybe(() => builder.value('String', depth)), AT: at(builder, WHERE, depth) },
  });
}

function part(builder: Builder, depth: number): BlockState {
  const { fields, inputs } = ends(builder, depth);
  return builder.block('text_getSubstring', {
    extraState: `<mutation at1="${isCounted(fields.WHERE1)}" at2="${isCounted(fields.WHERE2)}"></mutation>`,
    fields,
    inputs: { STRING: builder.maybe(() => builder.value('String', depth)), ...inputs },
  });
}

function append(builder: Builder): BlockState {
  const variable = builder.variable(['String', 'Any'], true);
  return builder.block('text_append', {
    fields: { VAR: { id: variable.id } },
    inputs: { TEXT: builder.maybe(() => builder.value('Any')) },
  });
}
