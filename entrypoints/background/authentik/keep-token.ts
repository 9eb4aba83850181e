/** Puts an API token that was made at authentik into a profile of its own. */
import { fail, ok, type Result } from '@/lib/result';
import { saveProfile, surroundingsOf } from '@/profiles/profiles';
import type { ProfileDraft, ProfileSummary } from '@/profiles/schema';
import { keepSessionSecret } from '@/profiles/session-secrets';
import { twinOf } from '@/profiles/twin';
import { updateVault } from '@/vault/store';
import type { Snapshot } from '@/vault/transaction';

interface NamedToken {
  baseUrl: string;
  /** As the token's identifier at authentik, where the profile's link looks for it. */
  name: string;
}

export interface KeptToken {
  profile: ProfileSummary;
  /** Where the vault keeps no secrets. */
  isForSession?: true;
}

/** Whether this authentik has a token of that name in the vault. */
export function hasTokenNamed(snapshot: Snapshot, { baseUrl, name }: NamedToken): boolean {
  return twinOf({ kind: 'api-token', baseUrl, text: name }, surroundingsOf(snapshot)) !== undefined;
}

/** A profile of that name is of an earlier try, and gets the key; else a new one does. */
export async function keepToken(token: NamedToken & { key: string }): Promise<Result<KeptToken>> {
  const saved = await updateVault((transaction) => {
    const twin = twinOf({ kind: 'api-token', baseUrl: token.baseUrl, text: token.name }, surroundingsOf(transaction));
    const written = saveProfile(transaction, { ...draftOf(token), ...(twin && { id: twin.id }) });
    if (!written.ok) return written;
    if (!('profile' in written.value)) return fail('draft-invalid', token.name);
    return ok({ ...written.value, isKept: transaction.mode !== 'no-secrets' });
  });
  if (!saved.ok) return saved;
  const { profile, isKept } = saved.value;
  if (isKept) return ok({ profile });
  const kept = await keepSessionSecret(profile, token.key);
  return kept.ok ? ok({ profile, isForSession: true }) : kept;
}

function draftOf({ baseUrl, name, key }: NamedToken & { key: string }): ProfileDraft {
  const client = { slug: '', clientId: '', clientSecret: '', scopes: '', redirectUris: '' };
  return {
    kind: 'api-token',
    name,
    address: baseUrl,
    instanceName: '',
    issuerMode: 'per_provider',
    apiToken: key,
    ...client,
  };
}
