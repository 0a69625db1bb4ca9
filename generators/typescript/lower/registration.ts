/** The Registration blocks: reading what Register Device returns. */

import { call, element, logical, member, object, property, textOf } from '../build.ts';
import { pushHelpers } from '../helpers/push.ts';
import type { Expression } from '../tree.ts';
import { isOnly, Kind, T } from '../types.ts';
import type { BlockView } from './block-view.ts';
import type { Builders } from './builders.ts';
import { mayBeAbsent, typeOf } from './convert.ts';
import type { Lowerings } from './lowering.ts';

export const registration: Lowerings = {
  registration_id(block, b) {
    const channel = block.required('CHANNEL', 'string');
    const ids = idsOf(block, b, false);
    const name = textOf(channel);
    if (name === undefined) return element(ids, channel, T.stringOrUndefined);
    const access = property(ids, name, T.stringOrUndefined, channel.blocks);
    return access.computed ? element(ids, channel, T.stringOrUndefined) : access;
  },

  registration_channels(block, b) {
    const channels = b.lowerer.made.listOf(block.block);
    b.types.addElement(channels, T.string);
    return call('Object.keys', [idsOf(block, b, true)], channels);
  },

  registration_for_each(block, b) {
    const ids = idsOf(block, b, true);
    const left = [b.target(block.variable('CHANNEL_VAR'), T.string), b.target(block.variable('ID_VAR'), T.string)];
    const body = b.loop(() => block.statements('DO'));
    return {
      type: 'ForOfStatement',
      kind: 'const',
      left: { type: 'ArrayPattern', elements: left },
      right: call('Object.entries', [ids], T.unknown),
      body,
    };
  },
};

/** The map from channel to registration ID in the RESULT input; where there is no result, an empty one if it is wanted. */
function idsOf(block: BlockView, b: Builders, isWanted: boolean): Expression {
  const result = block.required('RESULT');
  b.declareType('DeviceRegistration');
  const ids = member(result, 'registrationId', T.unknown);
  if (isOnly(typeOf(result), Kind.Registration)) return ids;
  if (mayBeAbsent(result, Kind.Registration)) {
    const access: Expression = { ...ids, optional: true, typeIfThere: T.unknown };
    return isWanted ? logical('??', access, object([], T.unknown), T.unknown) : access;
  }
  return call(b.helper('registrationIds', pushHelpers.registrationIds), [result], T.unknown);
}
