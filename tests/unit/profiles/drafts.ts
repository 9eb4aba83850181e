/** A right draft and an empty place to save it in, for tests of this room. */
import type { ProfileDraft } from '@/profiles/schema';
import { type OpenTransaction, openTransaction } from '@/vault/open-transaction';
import type { VaultMode } from '@/vault/transaction';

export const testSecret = 'TEST-secret-profiles-0001';
export const testToken = 'TEST-token-profiles-0001';

export function draft(changes: Partial<ProfileDraft> = {}): ProfileDraft {
  return {
    kind: 'oidc-client',
    name: 'Portainer',
    address: 'https://authentik.company',
    instanceName: 'Company',
    issuerMode: 'per_provider',
    slug: 'portainer',
    clientId: 'test-client-id',
    clientSecret: testSecret,
    apiToken: '',
    scopes: 'openid email profile',
    redirectUris: '',
    ...changes,
  };
}

/** A right draft of an API token; what only a client has is left as the form leaves it. */
export function tokenDraft(changes: Partial<ProfileDraft> = {}): ProfileDraft {
  const empty = { slug: '', clientId: '', clientSecret: '', scopes: '', redirectUris: '' };
  return draft({ kind: 'api-token', name: 'Directory sync', ...empty, apiToken: testToken, ...changes });
}

export function emptyTransaction(mode: VaultMode = 'encrypted'): OpenTransaction {
  return openTransaction({ index: { revision: 0, records: [] }, records: new Map(), damaged: [] }, mode);
}
