/** The Errors blocks. */

import { binary, call, create, number } from '../build.ts';
import { pushHelpers } from '../helpers/push.ts';
import type { Expression } from '../tree.ts';
import { T } from '../types.ts';
import type { BlockView } from './block-view.ts';
import type { Builders } from './builders.ts';
import type { Lowerings } from './lowering.ts';

export const errors: Lowerings = {
  errors_try(block, b) {
    const attempt = block.statements('TRY');
    const param = b.target(block.variable('ERROR'), T.unknown);
    const body = block.statements('CATCH');
    const finalizer = block.has('FINALLY') ? block.statements('FINALLY') : undefined;
    return { type: 'TryStatement', block: attempt, handler: { param, body }, ...(finalizer && { finalizer }) };
  },

  errors_code: (block, b) => codeOf(block, b),

  errors_message: (block, b) =>
    call(b.helper('errorMessage', pushHelpers.errorMessage), [block.required('ERROR')], T.string),

  errors_is: (block, b) => binary('===', codeOf(block, b), number(Number(block.field('CODE'))), T.boolean),

  errors_throw: (block) => ({
    type: 'ThrowStatement',
    argument: create('Error', [block.required('MESSAGE', 'string')], T.unknown),
  }),
};

const codeOf = (block: BlockView, b: Builders): Expression =>
  call(b.helper('errorCode', pushHelpers.errorCode), [block.required('ERROR')], T.numberOrUndefined);
