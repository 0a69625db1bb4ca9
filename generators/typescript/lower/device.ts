/** The Device blocks. */

import { array, call, member, method, numberOf, run, text, textOf, undef } from '../build.ts';
import { pushHelpers } from '../helpers/push.ts';
import type { ArrayExpression, CallExpression, Expression, NodeBase, Statement } from '../tree.ts';
import { T } from '../types.ts';
import type { BlockView } from './block-view.ts';
import type { Builders } from './builders.ts';
import { typeOf } from './convert.ts';
import { isReference } from './entities.ts';
import type { Lowerings } from './lowering.ts';

export const device: Lowerings = {
  device_register(block, b) {
    const { args, unseen } = registrationArguments(block, b);
    if (!returnsResult(block)) {
      return run(b.awaited({ ...method(messaging(b), 'registerDevice', args, T.unknown), ...unseen }, T.unknown));
    }
    b.backendless();
    b.declareType('DeviceRegistration');
    const register = b.helper('registerDevice', pushHelpers.registerDevice);
    return b.awaited({ ...call(register, args, T.unknown), ...unseen }, T.registration);
  },

  device_channel_list(block, b) {
    const names = channelNames(block.field('NAMES'));
    const list = b.lowerer.made.listOf(block.block);
    b.types.addElement(list, T.string);
    const once = [...new Set(names)];
    for (const name of once) {
      if (names.indexOf(name) === names.lastIndexOf(name)) continue;
      block.problem('duplicate-channel', { name }, 'NAMES');
    }
    if (once.length === 0) {
      block.problem('empty-channel-list', {}, 'NAMES');
    }
    return array(once.map(text), list);
  },

  device_token: (_, b) => b.host('deviceToken'),

  device_init_app: (block, b) =>
    run(
      method(
        b.backendless(),
        'initApp',
        [block.required('APP_ID', 'string'), block.required('API_KEY', 'string')],
        T.unknown,
      ),
    ),

  device_setup(block, b) {
    const properties = {
      uuid: block.required('UUID', 'string'),
      platform: text(block.field('PLATFORM')),
      version: block.required('VERSION', 'string'),
    };
    const fields = Object.entries(properties).map(([key, value]) => b.keyValue(key, value));
    return run(method(b.backendless(), 'setupDevice', [b.object(fields, T.unknown)], T.unknown));
  },

  device_get_registration(_, b) {
    b.backendless();
    b.declareType('DeviceInfo');
    return b.awaited(call(b.helper('getRegistration', pushHelpers.getRegistration), [], T.unknown), T.deviceInfo);
  },

  device_cancel_registration: (_, b): Statement =>
    run(b.awaited(method(messaging(b), 'unregisterDevice', [], T.unknown), T.unknown)),
};

export const messaging = (b: Builders): Expression => member(b.backendless(), 'Messaging', T.unknown);

/** The lines of a channel list: trimmed, empty ones dropped. */
export function channelNames(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Whether `return result` is ticked. The extra state decides, since it is what gave the block its shape. */
function returnsResult(block: BlockView): boolean {
  const stated = block.state('returnResult');
  return typeof stated === 'boolean' ? stated : block.field('RETURN_RESULT').toUpperCase() === 'TRUE';
}

/** The arguments of a registration; with an empty channel list, its block is found with the whole call. */
function registrationArguments(
  block: BlockView,
  b: Builders,
): { args: Expression[]; unseen: Pick<NodeBase, 'blocks'> } {
  const token = block.optional('DEVICE_TOKEN', 'string') ?? b.host('deviceToken');
  const literal = textOf(token);
  if (literal !== undefined) {
    block.problem('hard-coded-token', {}, 'DEVICE_TOKEN');
  }
  let channels = block.optional('CHANNELS', 'string[]');
  if (channels?.type === 'ArrayExpression') checkChannels(channels, block);
  if (channels && !isWrittenOut(channels)) {
    channels = call(b.helper('separable', pushHelpers.separable), [channels], typeOf(channels));
  }
  const expiration = block.optional('EXPIRATION', 'optional date');
  if (expiration) checkExpiration(expiration, block, b);
  const isDefault = channels?.type === 'ArrayExpression' && channels.elements.length === 0 && !expiration;
  const unseen = isDefault && channels?.blocks ? { blocks: channels.blocks } : {};
  const args = [token, ...(channels && !isDefault ? [channels] : expiration ? [undef()] : [])];
  return { args: expiration ? [...args, expiration] : args, unseen };
}

/** Says so when it is plain that the time of expiration has passed, which the service answers with error 5004. */
function checkExpiration(expiration: Expression, block: BlockView, b: Builders): void {
  const [argument] = expiration.type === 'NewExpression' || isFromNow(expiration) ? expiration.arguments : [];
  if (!argument || argument.type === 'SpreadElement') return;
  const date = textOf(argument);
  const amount = numberOf(argument);
  const isPast =
    date !== undefined ? b.now !== undefined && Date.parse(date) <= b.now : amount !== undefined && amount <= 0;
  if (!isPast) return;
  block.problem('past-expiration', {}, 'EXPIRATION');
}

/** Whether it is a call of `daysFromNow`, or of one of its like. */
function isFromNow(node: Expression): node is CallExpression {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || !isReference(node.callee)) return false;
  const { entity } = node.callee;
  return entity.kind === 'helper' && entity.label.endsWith('FromNow');
}

/** The service answers `<id>::<channel>,<id>::<channel>`: names with these marks in them could not be told apart. */
export const ambiguousMarks = [',', '::'];

function isWrittenOut(channels: Expression): boolean {
  if (channels.type !== 'ArrayExpression') return false;
  return channels.elements.every((channel) => channel.type === 'Literal');
}

function checkChannels(channels: ArrayExpression, block: BlockView): void {
  const seen = new Set<string>();
  for (const channel of channels.elements) {
    const name = channel.type === 'SpreadElement' ? undefined : textOf(channel);
    if (name === undefined) continue;
    const mark = ambiguousMarks.find((each) => name.includes(each));
    if (mark !== undefined) {
      block.problem('ambiguous-channel', { name, mark }, 'CHANNELS');
    }
    if (name.trim() === '') {
      block.problem('empty-channel', {}, 'CHANNELS');
    } else if (seen.has(name)) {
      block.problem('duplicate-channel', { name }, 'CHANNELS');
    }
    seen.add(name);
  }
}
