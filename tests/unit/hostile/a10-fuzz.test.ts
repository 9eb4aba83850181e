// @vitest-environment node
/** A10: whatever is said to the background, by whomever, it throws at nothing and lets no secret out. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { rules } from '@/messaging/schemas';
import type { RawSender } from '@/messaging/sender';
import { fieldKeys } from '@/recipes/field-keys';
import { boundWorld, unwrap } from '../background/profile-world';
import { origin, page, passphrase, place, say, secret, tabId } from '../background/world';
import { samples } from '../messaging/samples';
import { nobody, optionsTab, popup } from '../messaging/senders';
import { anyText } from '../strange-text';
import { runs } from '../thorough';

/** So many messages are sent one after the other, each time to the same vault with a consent that is waiting. */
const inARow = 20;
const { numRuns } = runs(10_000 / inARow);

/** The screens, and pages of other tabs, documents and origins. */
const bystanders: RawSender[] = [
  popup,
  optionsTab,
  page({ documentId: 'DOCUMENT-B' }),
  page({ tab: { id: 8 } }),
  page({ origin: 'https://evil.test', url: 'https://evil.test/' }),
  page({ origin: `${origin}:8443`, url: `${origin}:8443/` }),
];

type Said = { sender: RawSender; message: unknown };

/** Real messages with some data exchanged for what is right elsewhere, real ones with any data, and no messages. */
function anySaid(ids: readonly string[]): fc.Arbitrary<Said> {
  const known: unknown[] = [ids, Object.values(place), fieldKeys, tabId, origin, '__proto__', '', null, true, -1, {}];
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...known.flat(), known, fieldKeys, ['client_secret']) },
    anyText,
    fc.anything({ maxDepth: 2 }),
  );
  const types = fc.constantFrom(...(Object.keys(rules) as (keyof typeof rules)[]));
  const sampled = types.chain((type) => {
    const sample = samples[type];
    const names = Object.keys(sample ?? {});
    if (names.length === 0) return fc.constant({ type });
    return fc
      .dictionary(fc.constantFrom(...names), value, { maxKeys: 2 })
      .map((change) => ({ type, data: { ...sample, ...change } }));
  });
  const message = fc.oneof(
    { weight: 6, arbitrary: sampled },
    { weight: 2, arbitrary: fc.record({ type: types, data: value }) },
    fc.record({ type: anyText, data: value }),
    fc.anything({ withNullPrototype: true }),
  );
  const sender = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...bystanders) },
    fc.constantFrom(...Object.values(nobody)),
  );
  return fc.record({ sender, message });
}

const start = 1_700_000_000_000;

/** A handler that throws answers with nothing at all. */
function expectHarmless(answer: unknown): void {
  expect(answer).not.toBeUndefined();
  for (const word of [secret, passphrase]) expect(JSON.stringify(answer)).not.toContain(word);
}

afterEach(() => void vi.useRealTimers());

describe('A10: the background', () => {
  it(`A10, ${numRuns * inARow} cases: throws at nothing and gives no secret to anybody but its document`, async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: start });
    const { world, profileId, binding } = await boundWorld();
    await world.grant(origin, `${origin}:8443`, 'https://evil.test');
    const { consent } = unwrap(await world.ask(page(), 'page.plan', place));
    const whole = await world.save();
    let heard = 0;
    const row = fc.array(anySaid([profileId, binding.id, consent]), { minLength: inARow, maxLength: inARow });
    await fc.assert(
      fc.asyncProperty(row, async (said) => {
        await Promise.all([fakeBrowser.storage.local.clear(), fakeBrowser.storage.session.clear()]);
        await world.load(whole);
        vi.setSystemTime(start);
        for (const { sender, message } of said) {
          // Slowly enough for most to be handled, and not refused as a flood.
          vi.setSystemTime(Date.now() + 200);
          const answer = await say(sender, message);
          expectHarmless(answer);
          heard += answer === 'dropped' ? 0 : 1;
        }
      }),
      { numRuns },
    );
    // The rest was nobody's, or ill-formed.
    expect(heard).toBeGreaterThan((numRuns * inARow) / 20);
    await Promise.all([fakeBrowser.storage.local.clear(), fakeBrowser.storage.session.clear()]);
    await world.load(whole);
    vi.setSystemTime(start + 20_000);
    const filled = await world.ask(page(), 'page.fill', { consent, fields: ['client_secret'], choices: {} });
    expect(JSON.stringify(filled)).toContain(secret);
  });
});
