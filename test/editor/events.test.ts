import { expect, it, vi } from 'vitest';
import { Emitter } from '../../src/editor/events.ts';

it('calls every listener, until it is removed', () => {
  const emitter = new Emitter();
  const one = vi.fn<(payload: { blockId: string | null }) => void>();
  const other = vi.fn<(payload: { blockId: string | null }) => void>();
  const off = emitter.on('select', one);
  emitter.on('select', other);
  emitter.on('select', other);
  emitter.emit('select', { blockId: 'a' });
  off();
  off();
  emitter.emit('select', { blockId: 'b' });
  expect(one.mock.calls).toEqual([[{ blockId: 'a' }]]);
  expect(other).toHaveBeenCalledTimes(4);
});

it('goes on when a listener throws, and tells of it', () => {
  const emitter = new Emitter();
  const cause = new Error('mistake of the host');
  const after = vi.fn<() => void>();
  const failures = vi.fn<(payload: { error: Error }) => void>();
  emitter.on('change', () => {
    throw cause;
  });
  emitter.on('change', after);
  emitter.on('error', failures);
  emitter.emit('change', { kind: 'edit', dirty: true });
  expect(after).toHaveBeenCalledOnce();
  expect(failures).toHaveBeenCalledWith({ error: cause, during: 'listener' });
});

it('does not call a listener that was added meanwhile', () => {
  const emitter = new Emitter();
  const late = vi.fn<() => void>();
  emitter.on('select', () => {
    emitter.on('select', late);
  });
  emitter.emit('select', { blockId: null });
  expect(late).not.toHaveBeenCalled();
});

it('is silent once cleared', () => {
  const emitter = new Emitter();
  const listener = vi.fn<() => void>();
  emitter.on('select', listener);
  emitter.clear();
  emitter.emit('select', { blockId: null });
  expect(listener).not.toHaveBeenCalled();
});
