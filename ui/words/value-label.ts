/** The names of the values that can be copied from a profile, in the order they are listed. */

import type { CopyName } from '@/messaging/protocol';
import type { ProfileSummary } from '@/profiles/schema';
import { i18n } from '../i18n';

/** Every value of an OAuth2 client, each once. */
const ofClient = [
  'client_id',
  'issuer',
  'discovery',
  'authorization',
  'token',
  'userinfo',
  'jwks',
  'end_session',
  'base_url',
  'scopes',
  'scopes_comma',
  'scopes_lines',
] as const satisfies CopyName[];

/** A token belongs to no application: all it knows is its authentik. */
const ofToken = ['base_url'] as const satisfies CopyName[];

export function copyNames(kind: ProfileSummary['kind']): readonly CopyName[] {
  return kind === 'oidc-client' ? ofClient : ofToken;
}

export function valueLabel(name: CopyName): string {
  return i18n.t(`values.${name}`);
}
