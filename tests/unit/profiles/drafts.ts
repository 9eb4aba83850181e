/** A right draft and an empty place to save it in, for tests of this room. */
import type { ProfileDraft } from '@/profiles/schema';
import { type OpenTransaction, openTransaction } from '@/vault/open-transaction';
import type { VaultMode } from '@/vault/transaction';

export const testSecret = 'TEST-secret-profiles-0001';

export function draft(changes: Partial<ProfileDraft> = {}): ProfileDraft {
  return {
    name: 'Portainer',
    address: 'https://authentik.company',
    instanceName: 'Company',
    issuerMode: 'per_provider',
    slug: 'portainer',
    clientId: 'test-client-id',
    clientSecret: testSecret,
    scopes: 'openid email profile',
    redirectUris: '',
    ...changes,
  };
}

export function emptyTransaction(mode: VaultMode = 'encrypted'): OpenTransaction {
  return openTransaction({ index: { revision: 0, records: [] }, records: new Map(), damaged: [] }, mode);
}
