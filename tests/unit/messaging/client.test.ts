/** Senders never throw: what cannot be reached or does not answer is the failure `no-answer`. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ok } from '@/lib/result';
import { send, sendToTab } from '@/messaging/client';

beforeEach(() => {
  fakeBrowser.reset();
});

describe('send', () => {
  const sendMessage = () => vi.spyOn(fakeBrowser.runtime, 'sendMessage');

  it.each([
    ['nobody listens', () => Promise.reject(new Error('Could not establish connection.'))],
    ['the message was dropped', () => Promise.resolve(undefined)],
  ])('fails with no-answer when %s', async (_name, behaviour) => {
    sendMessage().mockImplementation(behaviour as never);
    expect(await send('shelf.read')).toEqual({ ok: false, failure: { kind: 'no-answer' } });
    expect(await send('vault.status')).toEqual({ ok: false, failure: { kind: 'no-answer' } });
  });

  it('hands a result on as it is, and wraps any other answer', async () => {
    sendMessage().mockResolvedValueOnce(ok({ name: 'Portainer' }) as never);
    expect(await send('profile.remove', { id: 'profile-1' })).toEqual(ok({ name: 'Portainer' }));
    sendMessage().mockResolvedValueOnce({ state: 'locked' } as never);
    expect(await send('vault.status')).toEqual(ok({ state: 'locked' }));
  });

  it('sends type and data and nothing else', async () => {
    const spy = sendMessage().mockResolvedValue(undefined as never);
    await send('tab.look', { tabId: 7 });
    expect(spy).toHaveBeenCalledExactlyOnceWith({ type: 'tab.look', data: { tabId: 7 } });
  });
});

describe('sendToTab', () => {
  const sendMessage = () => vi.spyOn(fakeBrowser.tabs, 'sendMessage');

  it('reaches the top document only, and the very document where it is known', async () => {
    const spy = sendMessage().mockResolvedValue(null as never);
    await sendToTab({ tabId: 7 }, 'tab.refresh');
    expect(spy).toHaveBeenLastCalledWith(7, { type: 'tab.refresh', data: undefined }, { frameId: 0 });
    await sendToTab({ tabId: 7, documentId: 'DOCUMENT-A' }, 'tab.refresh');
    expect(spy).toHaveBeenLastCalledWith(
      7,
      { type: 'tab.refresh', data: undefined },
      { frameId: 0, documentId: 'DOCUMENT-A' },
    );
  });

  it('fails with no-answer where no page script listens', async () => {
    sendMessage().mockRejectedValue(new Error('Receiving end does not exist.') as never);
    expect(await sendToTab({ tabId: 7 }, 'tab.read')).toEqual({ ok: false, failure: { kind: 'no-answer' } });
  });

  it('never takes what a page answers for a result', async () => {
    sendMessage().mockResolvedValue({ ok: true, value: 'forged' } as never);
    expect(await sendToTab({ tabId: 7 }, 'tab.read')).toEqual(ok({ ok: true, value: 'forged' }));
  });
});
