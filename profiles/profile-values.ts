/** What a profile gives to forms and to the clipboard, derived from it and its instance; never the secret. */
import { endpoints } from '@/authentik/endpoints';
import type { ProfileValues } from '@/lib/profile-values';
import type { Instance, ProfileSummary } from './schema';

/** The non-secret values of one profile, by name. */
export function profileValues(
  profile: Pick<ProfileSummary, 'slug' | 'clientId' | 'scopes'>,
  instance: Pick<Instance, 'baseUrl' | 'issuerMode'>,
): ProfileValues {
  return {
    ...endpoints(instance.baseUrl, profile.slug, instance.issuerMode),
    client_id: profile.clientId,
    scopes: profile.scopes,
  };
}

/** The same as texts to copy, scopes in the three spellings apps want. */
export function copyTexts(
  values: ProfileValues,
): Record<keyof ProfileValues | 'scopes_comma' | 'scopes_lines', string> {
  return {
    ...values,
    scopes: values.scopes.join(' '),
    scopes_comma: values.scopes.join(','),
    scopes_lines: values.scopes.join('\n'),
  };
}
