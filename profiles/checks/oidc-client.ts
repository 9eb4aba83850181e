/** Checks what makes a profile an OAuth2 client: its application, client ID, secret, scopes and redirect URIs. */
import type { UnderstoodAddress } from '@/authentik/addresses';
import type { FieldMessage, Instance, ProfileDraft } from '../schema';
import { twinOf } from '../twin';
import { checkCredential } from './credential';
import { type Checked, error } from './message';
import { checkRedirectUris } from './redirect-uris';
import { checkScopes } from './scopes';
import { checkSecret } from './secret';
import { checkSlug } from './slug';
import type { DraftSurroundings } from './surroundings';

/** A draft of an OAuth2 client in the shape it is saved in. */
export interface CleanClient {
  kind: 'oidc-client';
  issuerMode: Instance['issuerMode'];
  slug: string;
  clientId: string;
  /** Empty: keep the stored one, or none. */
  secret: string;
  scopes: string[];
  redirectUris: string[];
}

/** Everything but the address, in the order of the form. */
export function checkOidcClient(
  draft: ProfileDraft,
  address: UnderstoodAddress | undefined,
  surroundings: DraftSurroundings,
): Checked<CleanClient> {
  const slug = checkSlug(draft.slug, address?.slug);
  const clientId = checkCredential('clientId', draft.clientId, { isOptional: false });
  const secret = checkSecret('clientSecret', draft, surroundings);
  const scopes = checkScopes(draft.scopes);
  const redirectUris = checkRedirectUris(draft.redirectUris);
  return {
    value: {
      kind: 'oidc-client',
      issuerMode: draft.issuerMode,
      slug: slug.value,
      clientId: clientId.value,
      secret: secret.value,
      scopes: scopes.value,
      redirectUris: redirectUris.value,
    },
    messages: [
      ...slug.messages,
      ...checkTaken(draft.id, address?.baseUrl, slug.value, surroundings),
      ...clientId.messages,
      ...secret.messages,
      ...scopes.messages,
      ...redirectUris.messages,
    ],
  };
}

/** Two profiles with the same base URL and slug would be the same application twice. */
function checkTaken(
  id: string | undefined,
  baseUrl: string | undefined,
  slug: string,
  surroundings: DraftSurroundings,
): FieldMessage[] {
  const twin = twinOf({ kind: 'oidc-client', baseUrl, text: slug, id }, surroundings);
  return twin ? [{ ...error('slug', 'slugTaken', twin.name), openProfileId: twin.id }] : [];
}
