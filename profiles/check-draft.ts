/** Checks a profile as it was typed: what is wrong with it, in messages, and what would be saved. */
import { checkAddress } from './checks/address';
import { checkCredential } from './checks/credential';
import { error, note } from './checks/message';
import { checkRedirectUris } from './checks/redirect-uris';
import { checkScopes } from './checks/scopes';
import { checkSlug } from './checks/slug';
import type { FieldMessage, Instance, Profile, ProfileDraft } from './schema';

/** What a draft is checked against. */
export interface DraftSurroundings {
  instances: Instance[];
  profiles: Profile[];
  /** False in the mode that keeps no secrets. */
  keepsSecrets: boolean;
}

/** A draft in the shape it is saved in. */
export interface CleanDraft {
  name: string;
  baseUrl: string;
  instanceName: string;
  issuerMode: Instance['issuerMode'];
  slug: string;
  clientId: string;
  /** Empty: keep the stored one, or none. */
  clientSecret: string;
  scopes: string[];
  redirectUris: string[];
}

export interface DraftCheck {
  messages: FieldMessage[];
  /** Base URL and slug as they were taken from the address; absent when the address is not understood. */
  understood?: { baseUrl: string; slug: string };
  /** Absent when a message is an error. */
  clean?: CleanDraft;
}

/**
 * Says everything that is wrong at once, in the order of the form. An empty secret is right when editing a profile
 * that has one, and where no secrets are kept. An empty name becomes the slug, an empty instance name the host.
 */
export function checkDraft(draft: ProfileDraft, surroundings: DraftSurroundings): DraftCheck {
  const address = checkAddress(draft.address);
  const slug = checkSlug(draft.slug, address.value?.slug);
  const clientId = checkCredential('clientId', draft.clientId, { isOptional: false });
  const clientSecret = checkSecret(draft, surroundings);
  const scopes = checkScopes(draft.scopes);
  const redirectUris = checkRedirectUris(draft.redirectUris);
  const messages = [
    ...address.messages,
    ...slug.messages,
    ...checkTaken(draft.id, address.value?.baseUrl, slug.value, surroundings),
    ...clientId.messages,
    ...clientSecret.messages,
    ...scopes.messages,
    ...redirectUris.messages,
  ];
  if (address.value === undefined) return { messages };
  const { baseUrl } = address.value;
  const understood = { baseUrl, slug: slug.value };
  if (messages.some(({ level }) => level === 'error')) return { messages, understood };
  const clean = {
    name: draft.name.trim() || slug.value,
    baseUrl,
    instanceName: draft.instanceName.trim(),
    issuerMode: draft.issuerMode,
    slug: slug.value,
    clientId: clientId.value,
    clientSecret: clientSecret.value,
    scopes: scopes.value,
    redirectUris: redirectUris.value,
  };
  return { messages, understood, clean };
}

function checkSecret(draft: ProfileDraft, { profiles, keepsSecrets }: DraftSurroundings) {
  const stored = profiles.find(({ id }) => id === draft.id);
  const isOptional = !keepsSecrets || stored?.clientSecret !== undefined;
  const checked = checkCredential('clientSecret', draft.clientSecret, { isOptional });
  if (keepsSecrets || checked.value === '') return checked;
  return { value: checked.value, messages: [...checked.messages, note('clientSecret', 'clientSecretNotKept')] };
}

/** Two profiles with the same base URL and slug would be the same application twice. */
function checkTaken(
  ownId: string | undefined,
  baseUrl: string | undefined,
  slug: string,
  { instances, profiles }: DraftSurroundings,
): FieldMessage[] {
  const here = new Set(instances.filter((instance) => instance.baseUrl === baseUrl).map(({ id }) => id));
  const other = profiles.find(
    (profile) => profile.id !== ownId && profile.slug === slug && here.has(profile.instanceId),
  );
  return other ? [{ ...error('slug', 'slugTaken', other.name), openProfileId: other.id }] : [];
}
