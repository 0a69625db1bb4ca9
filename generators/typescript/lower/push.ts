/** The Push blocks. */

import { create, keyValue, method, object, run, undef } from '../build.ts';
import type { Expression, Statement } from '../tree.ts';
import { T } from '../types.ts';
import type { BlockView } from './block-view.ts';
import type { Builders } from './builders.ts';
import { messaging } from './device.ts';
import type { Lowerings } from './lowering.ts';

export const push: Lowerings = {
  push_publish: (block, b) => publish(block, b),
  push_publish_to_devices: (block, b) => publish(block, b, block.required('DEVICES', 'string[]')),
};

function publish(block: BlockView, b: Builders, devices?: Expression): Statement {
  const message = block.required('MESSAGE', 'string');
  const args = [block.required('CHANNEL', 'string'), message];
  const headers = block.optional('HEADERS');
  if (headers) {
    args.push(create('Backendless.PublishOptions', [object([keyValue('headers', headers)], T.unknown)], T.unknown));
  } else if (devices) args.push(undef());
  if (devices) {
    const only = object([keyValue('pushSinglecast', devices)], T.unknown);
    args.push(create('Backendless.DeliveryOptions', [only], T.unknown));
  }
  return run(b.awaited(method(messaging(b), 'publish', args, T.unknown), T.unknown));
}
