/** Turns a profile into what its form holds, and the form back into a draft, exactly as typed. */
import type { Instance, ProfileDraft, ProfileField, ProfileSummary } from '@/profiles/schema';

/** A new profile: authentik's own defaults, everything else empty. */
export function emptyDraft(): ProfileDraft {
  return {
    name: '',
    address: '',
    instanceName: '',
    issuerMode: 'per_provider',
    slug: '',
    clientId: '',
    clientSecret: '',
    scopes: 'openid email profile',
    redirectUris: '',
  };
}

/** The form of a stored profile; its secret stays where it is. */
export function draftOf(profile: ProfileSummary, instance: Instance | undefined): ProfileDraft {
  return {
    id: profile.id,
    name: profile.name,
    address: instance?.baseUrl ?? '',
    instanceName: instance?.name ?? '',
    issuerMode: instance?.issuerMode ?? 'per_provider',
    slug: profile.slug,
    clientId: profile.clientId,
    clientSecret: '',
    scopes: profile.scopes.join(' '),
    redirectUris: profile.redirectUris.join('\n'),
  };
}

/** What may be kept over a lock. */
export function withoutSecret(draft: ProfileDraft): ProfileDraft {
  return { ...draft, clientSecret: '' };
}

/** What stands in the form now. */
export function readForm(form: HTMLFormElement, id: string | undefined): ProfileDraft {
  const data = new FormData(form);
  const text = (name: ProfileField): string => String(data.get(name) ?? '');
  return {
    ...(id !== undefined && { id }),
    name: text('name'),
    address: text('address'),
    instanceName: text('instanceName'),
    issuerMode: text('issuerMode') === 'global' ? 'global' : 'per_provider',
    slug: text('slug'),
    clientId: text('clientId'),
    clientSecret: text('clientSecret'),
    scopes: text('scopes'),
    redirectUris: text('redirectUris'),
  };
}

/** Writes into one field of the form without an event: the caller goes on with it. */
export function writeField(form: HTMLFormElement, name: ProfileField, text: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = text;
}
