// @vitest-environment node
/** A consent is good for one tab, one document, 30 seconds and one fill. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { closeConsent, mintConsent, spendConsent } from '@/sites/consent';
import { endSession } from '@/vault/session';

const holder = { tabId: 7, document: 'DOCUMENT-A' };
const terms = { bindingId: 'binding-1', profileId: 'profile-1', revision: 3, secretRevision: 0, fields: ['client_id'] };
const spent = { ok: false, failure: { kind: 'consent-spent' } };

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

async function mint(by = holder): Promise<string> {
  const minted = await mintConsent(by, terms);
  if (!minted.ok) throw new Error('not minted');
  return minted.value;
}

function wait(milliseconds: number): void {
  vi.setSystemTime(Date.now() + milliseconds);
}

describe('spendConsent', () => {
  it('works once', async () => {
    const id = await mint();
    expect(await spendConsent(id, holder)).toMatchObject({ ok: true, value: terms });
    wait(2000);
    expect(await spendConsent(id, holder)).toEqual(spent);
  });

  it('works once when asked twice at the same moment', async () => {
    const id = await mint();
    const answers = await Promise.all([spendConsent(id, holder), spendConsent(id, holder), spendConsent(id, holder)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it.each([
    ['another tab', { ...holder, tabId: 8 }],
    ['another document of the tab', { ...holder, document: 'DOCUMENT-B' }],
  ])('refuses %s, and stays good for its own', async (_name, other) => {
    const id = await mint();
    expect(await spendConsent(id, other)).toEqual(spent);
    expect(await spendConsent(id, holder)).toMatchObject({ ok: true });
  });

  it('refuses an unknown one', async () => {
    await mint();
    expect(await spendConsent('unknown', holder)).toEqual(spent);
  });

  it('is good for 30 seconds', async () => {
    const early = await mint();
    wait(29_999);
    expect(await spendConsent(early, holder)).toMatchObject({ ok: true });
    const late = await mint();
    wait(30_000);
    expect(await spendConsent(late, holder)).toEqual(spent);
  });

  it('gives way to the next preview of the same document', async () => {
    const first = await mint();
    const second = await mint();
    expect(await spendConsent(first, holder)).toEqual(spent);
    expect(await spendConsent(second, holder)).toMatchObject({ ok: true });
  });

  it('leaves those of other tabs alone', async () => {
    const id = await mint();
    const other = { tabId: 8, document: 'DOCUMENT-B' };
    expect(await spendConsent(await mint(other), other)).toMatchObject({ ok: true });
    expect(await spendConsent(id, holder)).toMatchObject({ ok: true });
  });

  it('allows one fill per tab in two seconds, and keeps the consent that came too soon', async () => {
    await spendConsent(await mint(), holder);
    const next = await mint();
    wait(1999);
    expect(await spendConsent(next, holder)).toEqual({ ok: false, failure: { kind: 'too-fast' } });
    wait(1);
    expect(await spendConsent(next, holder)).toMatchObject({ ok: true });
  });

  it('is gone after a lock', async () => {
    const id = await mint();
    await endSession();
    expect(await spendConsent(id, holder)).toEqual(spent);
  });
});

describe('closeConsent', () => {
  it('gives back a spent consent once, to its own document', async () => {
    const id = await mint();
    await spendConsent(id, holder);
    wait(31_000);
    expect(await closeConsent(id, { ...holder, document: 'DOCUMENT-B' })).toBeUndefined();
    expect(await closeConsent(id, holder)).toMatchObject(terms);
    expect(await closeConsent(id, holder)).toBeUndefined();
  });

  it('knows nothing of one that was not spent', async () => {
    const id = await mint();
    expect(await closeConsent(id, holder)).toBeUndefined();
    expect(await spendConsent(id, holder)).toMatchObject({ ok: true });
  });
});
