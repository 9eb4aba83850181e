/** Decides what a page is offered of the profile it is bound to: values for the preview, or the question for a secret. */
import type { ProfileValues, SecretName } from '@/engine/model';
import { fail, ok, type Result } from '@/lib/result';
import type { Profile } from '@/profiles/schema';
import type { SessionSecrets } from '@/profiles/session-secrets';
import type { FieldKey } from '@/recipes/schema';
import { findBinding, type Place } from '@/sites/bindings';
import type { Terms } from '@/sites/consent';
import type { Binding } from '@/sites/schema';
import { checkTransport } from '@/sites/transport';
import type { Snapshot } from '@/vault/transaction';
import type { KnownForm } from './find-form';
import { heldSecrets, type KnownProfile, knownProfile } from './known-profiles';
import { formFor, secretsWanted, takesSecret } from './release';
import type { Ask } from './unlock-window';

export interface Offer {
  values: ProfileValues;
  choices: Record<string, string>;
  secrets: SecretName[];
  /** What the consent is about. */
  terms: Terms;
}

interface Wish {
  session: SessionSecrets;
  /** The administrator wants to go on without a secret that is kept nowhere. */
  withoutSecret: boolean;
}

/**
 * The non-secret values for this exact place. Fails with `not-bound`, where the transport forbids a fill, and with
 * `secret-needed` when the form takes a secret that the vault keeps nowhere and that was not entered for this session.
 */
export function offer(snapshot: Snapshot, place: Place, { session, withoutSecret }: Wish): Result<Offer> {
  const transport = checkTransport(snapshot, place.origin);
  if (!transport.ok) return transport;
  const bound = boundProfile(snapshot, place);
  if (!bound) return fail('not-bound');
  const { binding, profile, known } = bound;
  const secrets = withoutSecret ? [] : heldSecrets(profile.summary, session);
  if (!withoutSecret && secrets.length === 0 && asksAtFill(snapshot, known, profile.summary))
    return fail('secret-needed');
  return ok({
    values: profile.values,
    choices: binding.choices,
    secrets,
    terms: {
      bindingId: binding.id,
      profileId: binding.profileId,
      revision: profile.summary.revision,
      secretRevision: profile.summary.secretRevision ?? 0,
      fields: fieldsFor(known, secrets),
    },
  });
}

/** Whose secret is to be asked for at this place, and how the site is called; undefined when none is. */
export function askFor(snapshot: Snapshot, place: Place, session: SessionSecrets): Ask | undefined {
  const bound = boundProfile(snapshot, place);
  if (!bound) return undefined;
  const { profile, known } = bound;
  const isNeeded = heldSecrets(profile.summary, session).length === 0 && asksAtFill(snapshot, known, profile.summary);
  if (!isNeeded) return undefined;
  return { profileId: profile.summary.id, appName: known.recipe.name, host: new URL(place.origin).host };
}

/** The mode keeps no secrets, and the form has a field for this kind's. */
export function asksAtFill({ mode }: Snapshot, known: KnownForm, profile: Pick<Profile, 'kind'>): boolean {
  return mode === 'no-secrets' && takesSecret(known, profile);
}

/** The fields of the plan, in every variant of the form; those for a secret that is not at hand stay empty, so not them. */
function fieldsFor({ looks }: KnownForm, secrets: readonly SecretName[]): FieldKey[] {
  const keys = new Set(looks.flatMap(({ fields }) => fields.map(({ key }) => key)));
  return [...keys].filter((key) => secretsWanted(looks, key).every((name) => secrets.includes(name)));
}

function boundProfile(
  snapshot: Snapshot,
  place: Place,
): { binding: Binding; profile: KnownProfile; known: KnownForm } | undefined {
  const binding = findBinding(snapshot, place);
  const profile = binding && knownProfile(snapshot, binding.profileId);
  const known = profile && formFor(binding, profile.summary);
  return known && { binding, profile, known };
}
