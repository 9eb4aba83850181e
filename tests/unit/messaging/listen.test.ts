/** The script in a page hears the background, and nobody else. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listen } from '@/messaging/listen';

const background = { id: fakeBrowser.runtime.id };

beforeEach(() => {
  fakeBrowser.reset();
});

function start() {
  const abort = new AbortController();
  const added = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
  const handlers = {
    'tab.read': vi.fn(() => ({ nothing: true }) as const),
    'tab.refresh': vi.fn(() => null),
    'tab.locked': vi.fn(() => null),
    'tab.unlocked': vi.fn(() => null),
    'tab.skipped': vi.fn(() => null),
    'tab.bound': vi.fn(() => null),
    'tab.put': vi.fn(() => true),
  };
  listen(handlers, abort.signal);
  const listener = added.mock.lastCall?.[0];
  if (!listener) throw new Error('nothing listens');
  const ask = (message: unknown, sender: object): Promise<unknown> =>
    new Promise((resolve) => {
      const kept = listener(message, sender as never, resolve as never);
      if (kept !== (true as never)) resolve('dropped');
    });
  return { abort, ask, handlers };
}

describe('listen', () => {
  it('answers each message of the background', async () => {
    const { ask, handlers } = start();
    expect(await ask({ type: 'tab.read' }, background)).toEqual({ nothing: true });
    expect(await ask({ type: 'tab.refresh' }, background)).toBeNull();
    expect(await ask({ type: 'tab.locked' }, background)).toBeNull();
    expect(handlers['tab.locked']).toHaveBeenCalledTimes(1);
    expect(await ask({ type: 'tab.unlocked' }, background)).toBeNull();
    expect(await ask({ type: 'tab.skipped' }, background)).toBeNull();
    expect(handlers['tab.skipped']).toHaveBeenCalledTimes(1);
    expect(await ask({ type: 'tab.bound' }, background)).toBeNull();
    expect(handlers['tab.bound']).toHaveBeenCalledTimes(1);
    expect(await ask({ type: 'tab.put', data: { text: 'openid' } }, background)).toBe(true);
    expect(handlers['tab.put']).toHaveBeenCalledExactlyOnceWith({ text: 'openid' });
  });

  it.each([
    ['a script in a page', { ...background, tab: { id: 7 } }],
    ['another extension', { id: 'foreign-extension-id' }],
  ])('A2: drops messages of %s', async (_name, sender) => {
    const { ask, handlers } = start();
    expect(await ask({ type: 'tab.read' }, sender)).toBe('dropped');
    expect(handlers['tab.read']).not.toHaveBeenCalled();
  });

  it.each([
    [null],
    ['text'],
    [{ type: 'constructor' }],
    [{ type: 'tab.put' }],
    [{ type: 'tab.put', data: { text: 1 } }],
  ])('A2: drops %j', async (message) => {
    const { ask, handlers } = start();
    expect(await ask(message, background)).toBe('dropped');
    expect(handlers['tab.put']).not.toHaveBeenCalled();
  });

  it('answers with nothing when a handler throws', async () => {
    const { ask, handlers } = start();
    handlers['tab.read'].mockImplementation(() => {
      throw new Error('a bug');
    });
    expect(await ask({ type: 'tab.read' }, background)).toBeUndefined();
  });

  it('stops with its signal', () => {
    const { abort } = start();
    expect(fakeBrowser.runtime.onMessage.hasListeners()).toBe(true);
    abort.abort();
    expect(fakeBrowser.runtime.onMessage.hasListeners()).toBe(false);
  });
});
