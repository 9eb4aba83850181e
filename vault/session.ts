/** Whether the vault is unlocked: the data key in `storage.session`, which lives in memory only, or nothing. */
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Result } from '@/lib/result';
import { attempt } from './attempt';
import { fromBase64, toBase64 } from './base64';
import { importKey } from './crypto';

const sessionKey = 'key';

/** Session entries that outlive a lock begin with this; everything else is deleted by it. */
export const keptPrefix = 'kept:';

/** `lockAt` is reserved for the automatic lock: milliseconds since 1970, null for never. */
const sessionSchema = z.object({ key: z.string().check(z.length(44)), lockAt: z.nullable(z.number()) });

/** Shuts content scripts out of both areas where the browser can (Chromium). To be called at every start. */
export function guardStorage(): Promise<Result<void>> {
  return attempt(async () => {
    for (const area of [browser.storage.session, browser.storage.local]) {
      if ('setAccessLevel' in area) await area.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
    }
  });
}

/** The data key, or undefined when the vault is locked. Base64, since Chromium keeps no bytes there. */
export async function sessionDataKey(): Promise<CryptoKey | undefined> {
  const stored = await browser.storage.session.get(sessionKey);
  const session = sessionSchema.safeParse(stored[sessionKey]).data;
  const bytes = session && fromBase64(session.key);
  return bytes && importKey(bytes);
}

/** Keeps the data key until the next lock or the end of the browser session. */
export function startSession(dataKey: Uint8Array): Promise<Result<void>> {
  return attempt(() => browser.storage.session.set({ [sessionKey]: { key: toBase64(dataKey), lockAt: null } }));
}

/** Deletes the data key and every session entry that does not outlive a lock: drafts, consents, what can be undone. */
export function endSession(): Promise<Result<void>> {
  return attempt(async () => {
    const names = Object.keys(await browser.storage.session.get(null));
    await browser.storage.session.remove(names.filter((name) => !name.startsWith(keptPrefix)));
  });
}
