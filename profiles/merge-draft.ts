/** Brings a draft together with what another window has saved since its form was opened. */
import type { FieldMessage, Instance, Profile, ProfileDraft, ProfileTexts } from './schema';

const shared = ['name', 'address', 'instanceName'] as const;
const ofClient = [...shared, 'issuerMode', 'slug', 'clientId', 'scopes', 'redirectUris'] as const;

/** What the form of a profile holds when it is opened now; its instance may be lost. */
export function textsOf(profile: Profile, instance: Instance | undefined): ProfileTexts {
  const client = profile.kind === 'oidc-client' ? profile : undefined;
  return {
    name: profile.name,
    address: instance?.baseUrl ?? '',
    instanceName: instance?.name ?? '',
    issuerMode: instance?.issuerMode ?? 'per_provider',
    slug: client?.slug ?? '',
    clientId: client?.clientId ?? '',
    scopes: client?.scopes.join(' ') ?? '',
    redirectUris: client?.redirectUris.join('\n') ?? '',
  };
}

/**
 * The draft, with what another window has saved meanwhile in every field that this one has not changed; or messages for
 * the fields that both have changed, each with the other's text. A draft that does not say what it started from, such
 * as a new profile's, stays as it is. Secrets are not compared: an empty one keeps the stored one anyway.
 */
export function mergeDraft(draft: ProfileDraft, now: ProfileTexts): { draft: ProfileDraft; conflicts: FieldMessage[] } {
  const { from } = draft;
  if (!from) return { draft, conflicts: [] };
  const fields = (draft.kind === 'oidc-client' ? ofClient : shared).filter((field) => now[field] !== from[field]);
  const untouched = fields.filter((field) => draft[field] === from[field]);
  return {
    draft: { ...draft, ...Object.fromEntries(untouched.map((field) => [field, now[field]])) },
    conflicts: fields
      .filter((field) => draft[field] !== from[field] && draft[field] !== now[field])
      .map((field) => ({ field, level: 'error', code: 'changedElsewhere', substitutions: [now[field]] })),
  };
}
