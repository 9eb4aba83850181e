/** An empty place to write to, and profiles as screens see them. */
import type { ProfileSummary } from '@/profiles/schema';
import type { Place } from '@/sites/bindings';
import { type OpenTransaction, openTransaction } from '@/vault/open-transaction';

type Client = Extract<ProfileSummary, { kind: 'oidc-client' }>;
type Token = Extract<ProfileSummary, { kind: 'api-token' }>;

export const place: Place = { origin: 'https://portainer.company', basePath: '/', app: 'portainer', form: 'custom' };

export function emptyTransaction(): OpenTransaction {
  return openTransaction({ index: { revision: 0, records: [] }, records: new Map(), damaged: [] }, 'encrypted');
}

export function profile(changes: Partial<Client> = {}): Client {
  return {
    kind: 'oidc-client',
    id: 'profile-1',
    revision: 1,
    instanceId: 'instance-1',
    name: 'Some profile',
    slug: 'some-slug',
    clientId: 'test-client-id',
    hasSecret: true,
    scopes: ['openid'],
    redirectUris: [],
    ...changes,
  };
}

export function token(changes: Partial<Token> = {}): Token {
  return {
    kind: 'api-token',
    id: 'token-1',
    revision: 1,
    instanceId: 'instance-1',
    name: 'Some token',
    hasSecret: true,
    ...changes,
  };
}
