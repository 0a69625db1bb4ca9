// What the service promises, said once and asked through every adapter, with the real SDK at the other end.
// Nothing here knows where the service runs or where the SDK does: see `Service`.

import { afterEach, beforeEach } from 'vitest';
import { publishing } from './conformance/publishing.ts';
import { refusing } from './conformance/refusing.ts';
import { registering } from './conformance/registering.ts';
import { Subject, type Service, type ServiceOptions } from './conformance/subject.ts';

/** Registers the whole suite with the test runner. `connect` starts a service whose clock stands at `startTime`. */
export function conformance(connect: (options: ServiceOptions) => Promise<Service>): void {
  const subject = new Subject(connect);
  beforeEach(() => subject.start());
  afterEach(() => subject.service.close());

  registering(subject);
  publishing(subject);
  refusing(subject);
}
