// @vitest-environment node
/** A12: once the time without use is over, everything is shut, although no alarm has come and nobody has locked. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Binding } from '@/sites/schema';
import { verifyPassphrase } from '@/vault/passphrase';
import { boundWorld, unwrap } from '../background/profile-world';
import { draft, origin, page, passphrase, place, popup, secret, tabId, typed, type World } from '../background/world';

const now = 1_700_000_000_000;
const minutes = 15;
const end = now + minutes * 60_000;

interface Left {
  world: World;
  profileId: string;
  binding: Binding;
  /** Of a preview that was open when everybody left. */
  consent: string;
}

/** Bound, previewed, with a draft typed and a profile removed; then left alone until `time`. */
async function leftUntil(time: number): Promise<Left> {
  const { world, profileId, binding } = await boundWorld();
  await world.grant(origin);
  unwrap(await world.ask(popup, 'draft.write', typed()));
  const copy = unwrap(await world.ask(popup, 'profile.duplicate', { id: profileId }));
  unwrap(await world.ask(popup, 'profile.remove', { id: copy.profile.id }));
  // A consent lives for 30 seconds: this one is still good when the time is over.
  vi.setSystemTime(end - 10_000);
  const { consent } = unwrap(await world.ask(page(), 'page.plan', place));
  const { session } = await world.save();
  await world.load({ local: {}, session: { key: { ...(session.key as object), lockAt: end } } });
  vi.setSystemTime(time);
  return { world, profileId, binding, consent };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
});

afterEach(() => void vi.useRealTimers());

const locked = { ok: false, failure: { kind: 'vault-locked' } };

/** Everything that shows, gives or changes something of the vault. */
const wishes: [what: string, ask: (left: Left) => Promise<unknown>, answer: unknown][] = [
  ['the secret of a fill', ({ world, consent }) => fill(world, consent), locked],
  ['a preview', ({ world }) => world.ask(page(), 'page.plan', place), locked],
  ['the list of profiles', ({ world }) => world.ask(popup, 'shelf.read'), locked],
  ['values to copy', ({ world, profileId }) => world.ask(popup, 'profile.values', { id: profileId }), locked],
  [
    'a value for the focused field',
    ({ world, profileId }) => world.ask(popup, 'focused.fill', { tabId, profileId, name: 'client_id' }),
    locked,
  ],
  ['the card of the tab', ({ world }) => world.ask(popup, 'tab.look', { tabId }), locked],
  ['a change', ({ world, profileId }) => world.ask(popup, 'profile.save', draft({ id: profileId })), locked],
  ['another binding', ({ world, profileId }) => world.ask(popup, 'site.bind', { tabId, profileId }), locked],
  ['a draft to keep', ({ world }) => world.ask(popup, 'draft.write', typed()), locked],
  [
    'the draft',
    ({ world }) => world.ask(popup, 'draft.read', { window: 'window-1' }),
    { ok: true, value: { drafts: [] } },
  ],
  [
    'the removed profile',
    ({ world }) => world.ask(popup, 'profile.undo'),
    { ok: false, failure: { kind: 'not-found' } },
  ],
  ['how it stands', ({ world }) => world.ask(popup, 'vault.status'), { state: 'locked' }],
];

function fill(world: World, consent: string) {
  return world.ask(page(), 'page.fill', { consent, fields: ['client_secret'], choices: {} });
}

describe('A12: at a machine that was left alone', () => {
  it.each(wishes)('nobody gets %s', async (_what, ask, answer) => {
    const left = await leftUntil(end);
    expect(await ask(left)).toEqual(answer);
  });

  it.each(wishes)('a second earlier, the one who left still gets %s', async (_what, ask, answer) => {
    const left = await leftUntil(end - 1000);
    expect(await ask(left)).not.toEqual(answer);
  });

  it('the passphrase opens it again, and another one does not', async () => {
    const { world, consent } = await leftUntil(end + 1000);
    expect(await verifyPassphrase('wrong test passphrase')).toMatchObject({ failure: { kind: 'wrong-passphrase' } });
    expect(await world.ask(popup, 'vault.unlock', { passphrase: 'wrong test passphrase' })).toMatchObject({
      ok: false,
    });
    expect(await world.ask(popup, 'vault.unlock', { passphrase })).toMatchObject({ ok: true });
    expect(JSON.stringify(await fill(world, consent))).not.toContain(secret);
  });
});
