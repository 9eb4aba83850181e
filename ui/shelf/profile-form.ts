/** Turns a profile into what its form holds, and the form back into a draft, exactly as typed. */
import type {
  Instance,
  ProfileDraft,
  ProfileField,
  ProfileStart,
  ProfileSummary,
  ProfileTexts,
} from '@/profiles/schema';

/** Inputs whose text never outlives a lock. */
export const secretFields = ['clientSecret', 'apiToken'] as const satisfies ProfileField[];
export type SecretField = (typeof secretFields)[number];

/** A new profile: authentik's own defaults, everything else empty. */
export function emptyDraft(): ProfileDraft {
  return {
    kind: 'oidc-client',
    name: '',
    address: '',
    instanceName: '',
    issuerMode: 'per_provider',
    slug: '',
    clientId: '',
    clientSecret: '',
    apiToken: '',
    scopes: 'openid email profile',
    redirectUris: '',
  };
}

/** The form of a stored profile; its secret stays where it is. */
export function draftOf(profile: ProfileSummary, instance: Instance | undefined): ProfileDraft {
  const { secretRevision = 0 } = profile;
  const texts: ProfileTexts = {
    name: profile.name,
    address: instance?.baseUrl ?? '',
    instanceName: instance?.name ?? '',
    issuerMode: instance?.issuerMode ?? 'per_provider',
    slug: '',
    clientId: '',
    scopes: '',
    redirectUris: '',
    ...(profile.kind === 'oidc-client' && {
      slug: profile.slug,
      clientId: profile.clientId,
      scopes: profile.scopes.join(' '),
      redirectUris: profile.redirectUris.join('\n'),
    }),
  };
  const from: ProfileStart = { ...texts, secretRevision };
  return { ...emptyDraft(), ...texts, kind: profile.kind, id: profile.id, from };
}

/** What may be kept over a lock. */
export function withoutSecret(draft: ProfileDraft): ProfileDraft {
  return { ...draft, clientSecret: '', apiToken: '' };
}

/** What stands in the form now, the fields of the other kind included: a change of mind loses nothing. */
export function readForm(form: HTMLFormElement, { id, from }: Pick<ProfileDraft, 'id' | 'from'>): ProfileDraft {
  const data = new FormData(form);
  const text = (name: keyof ProfileDraft): string => String(data.get(name) ?? '');
  return {
    ...(id !== undefined && { id }),
    kind: text('kind') === 'api-token' ? 'api-token' : 'oidc-client',
    name: text('name'),
    address: text('address'),
    instanceName: text('instanceName'),
    issuerMode: text('issuerMode') === 'global' ? 'global' : 'per_provider',
    slug: text('slug'),
    clientId: text('clientId'),
    clientSecret: text('clientSecret'),
    apiToken: text('apiToken'),
    scopes: text('scopes'),
    redirectUris: text('redirectUris'),
    ...(from && { from }),
  };
}

/** Writes into one field of the form without an event: the caller goes on with it. */
export function writeField(form: HTMLFormElement, name: ProfileField, text: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = text;
}
