/** Brings a draft together with what another window has saved since its form was opened. */
import type { FieldMessage, Instance, Profile, ProfileDraft, ProfileStart } from './schema';

const shared = ['name', 'address', 'instanceName'] as const;
const ofClient = [...shared, 'issuerMode', 'slug', 'clientId', 'scopes', 'redirectUris'] as const;

/** What the form of a profile holds when it is opened now; its instance may be lost. */
export function startOf(profile: Profile, instance: Instance | undefined): ProfileStart {
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
    secretRevision: profile.secretRevision ?? 0,
  };
}

/**
 * The draft, with what another window has saved meanwhile in every field that this one has not changed; or messages for
 * the fields that both have changed, each with the other's text. A secret that both have changed is asked about, too,
 * without a word of either. A draft that does not say what it started from, such as a new profile's, stays as it is.
 */
export function mergeDraft(draft: ProfileDraft, now: ProfileStart): { draft: ProfileDraft; conflicts: FieldMessage[] } {
  const { from } = draft;
  if (!from) return { draft, conflicts: [] };
  const fields = (draft.kind === 'oidc-client' ? ofClient : shared).filter((field) => now[field] !== from[field]);
  const untouched = fields.filter((field) => draft[field] === from[field]);
  const changed = fields.filter((field) => draft[field] !== from[field] && draft[field] !== now[field]);
  return {
    draft: { ...draft, ...Object.fromEntries(untouched.map((field) => [field, now[field]])) },
    conflicts: [
      ...changed.map((field) => changedElsewhere(field, now[field])),
      ...otherSecret(draft, from.secretRevision, now.secretRevision),
    ],
  };
}

function changedElsewhere(field: FieldMessage['field'], text: string): FieldMessage {
  return { field, level: 'error', code: 'changedElsewhere', substitutions: [text] };
}

/** An empty field keeps what is stored, whoever has stored it. */
function otherSecret(draft: ProfileDraft, from: number, now: number): FieldMessage[] {
  const field = draft.kind === 'oidc-client' ? 'clientSecret' : 'apiToken';
  if (now === from || draft[field] === '') return [];
  return [{ field, level: 'error', code: `${field}Elsewhere`, secretRevision: now }];
}
