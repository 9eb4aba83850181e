/** Secrets entered for one browser session, where the vault keeps none: in memory only, each for one profile. */
import * as z from 'zod/mini';
import type { Result } from '@/lib/result';
import { changeSessionItem, readSessionItem, sessionItem } from '@/vault/session-items';
import { checkCredential } from './checks/credential';
import type { Checked } from './checks/message';
import type { Profile, ProfileSummary } from './schema';

/** Gone with the browser and with every lock, by hand or by time; `storage.session` is never written to disk. */
const secretsItem = sessionItem(
  'session-secrets',
  z.record(z.string(), z.object({ owner: z.string(), secret: z.string() })),
);

/** A profile with or without its stored secret. */
type Owner = Profile | ProfileSummary;

export interface SessionSecrets {
  /** The secret entered for this profile as it is now; undefined when there is none. */
  of(profile: Owner): string | undefined;
}

export async function sessionSecrets(): Promise<SessionSecrets> {
  const kept = (await readSessionItem(secretsItem)) ?? {};
  return {
    of: (profile) => {
      const entry = Object.hasOwn(kept, profile.id) ? kept[profile.id] : undefined;
      return entry?.owner === ownerOf(profile) ? entry.secret : undefined;
    },
  };
}

/** What was typed, checked and trimmed as in the form of a profile; never optional. */
export function checkSessionSecret({ kind }: Pick<Owner, 'kind'>, typed: string): Checked<string> {
  return checkCredential(kind === 'api-token' ? 'apiToken' : 'clientSecret', typed, { isOptional: false });
}

/** Keeps a checked secret for this profile in place of an earlier one. Fails with `storage-failed`. */
export function keepSessionSecret(profile: Owner, secret: string): Promise<Result<null>> {
  return changeSessionItem(secretsItem, (kept) => ({
    next: { ...kept, [profile.id]: { owner: ownerOf(profile), secret } },
    result: null,
  }));
}

/** Forgets the secret of one profile; null: of all. Fails with `storage-failed`. */
export function forgetSessionSecrets(profileId: string | null): Promise<Result<null>> {
  return changeSessionItem(secretsItem, (kept = {}) => {
    const others = Object.entries(kept).filter(([id]) => profileId !== null && id !== profileId);
    return { next: others.length > 0 ? Object.fromEntries(others) : undefined, result: null };
  });
}

/** A profile that is pointed at another client or another authentik is not the one the secret was entered for. */
function ownerOf(profile: Owner): string {
  const { kind, instanceId } = profile;
  return JSON.stringify(kind === 'api-token' ? [kind, instanceId] : [kind, instanceId, profile.clientId]);
}
