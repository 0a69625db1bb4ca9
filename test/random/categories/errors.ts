/** Errors, and the console. */

import type { BlockState } from '../../../generators/typescript/index.ts';
import type { Builder, Category } from '../builder.ts';

const codes = { CODE: ['5004', '8000', '5000', '5001', '5002', '2002', '5007', '5010', '5044'] };
const levels = { LEVEL: ['LOG', 'WARN', 'ERROR'] };

export const errors: Category = {
  values(builder, kind, depth) {
    if (depth === 0) return [];
    const ERROR = 'Any';
    switch (kind) {
      case 'Number':
        return [[1, () => builder.simple('errors_code', depth - 1, { ERROR })]];
      case 'String':
        return [[1, () => builder.simple('errors_message', depth - 1, { ERROR })]];
      case 'Boolean':
        return [[1, () => builder.simple('errors_is', depth - 1, { ERROR }, codes)]];
      default:
        return [];
    }
  },

  statements: (builder) => [
    [4, () => [builder.simple('console_print', 2, { VALUE: 'Any' }, levels)]],
    // Hardly ever, because nothing runs after it.
    [0.2, () => [builder.simple('errors_throw', 2, { MESSAGE: 'String' })]],
    [builder.depth < 3 ? 3 : 0, () => [attempt(builder)]],
  ],
};

function attempt(builder: Builder): BlockState {
  const variable = builder.variable(['Any'], true);
  const [TRY, CATCH] = [builder.body(), builder.body()];
  const FINALLY = builder.choices.chance(0.3) ? builder.body() : undefined;
  return builder.block('errors_try', { fields: { ERROR: { id: variable.id } }, inputs: { TRY, CATCH, FINALLY } });
}
