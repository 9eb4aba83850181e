/** What a profile gives to forms and to the clipboard, derived from it and its instance; never the secret. */
import { endpoints } from '@/authentik/endpoints';
import type { ProfileValues } from '@/lib/profile-values';
import type { ApiToken, Instance, OidcClient } from './schema';

/** Of a profile, with or without its secret, what its values follow from. */
type Source = Pick<OidcClient, 'kind' | 'slug' | 'clientId' | 'scopes'> | Pick<ApiToken, 'kind'>;

/** Texts to copy, by name; authentik's token page is there to be opened, not to be copied. */
export type CopyTexts = Partial<
  Record<Exclude<keyof ProfileValues, 'tokens_page'> | 'scopes_comma' | 'scopes_lines', string>
>;

/** The non-secret values of one profile, by name: an API token belongs to no application and has no endpoints. */
export function profileValues(
  profile: Source,
  { baseUrl, issuerMode }: Pick<Instance, 'baseUrl' | 'issuerMode'>,
): ProfileValues {
  // Directory > Tokens and App passwords (authentik sheet 3.3).
  const common = { base_url: baseUrl, tokens_page: `${baseUrl}/if/admin/#/core/tokens` };
  if (profile.kind === 'api-token') return common;
  const { slug, clientId, scopes } = profile;
  return { ...common, ...endpoints(baseUrl, slug, issuerMode), client_id: clientId, scopes };
}

/** The same as texts to copy, scopes in the three spellings apps want. */
export function copyTexts({ scopes, tokens_page: _, ...texts }: ProfileValues): CopyTexts {
  if (!scopes) return texts;
  return { ...texts, scopes: scopes.join(' '), scopes_comma: scopes.join(','), scopes_lines: scopes.join('\n') };
}
