/** Decides which secrets a page gets for one fill, after everything has been checked anew. */
import type { SecretName } from '@/engine/model';
import { fail, ok, type Result } from '@/lib/result';
import { profileKind } from '@/profiles/kinds';
import type { Profile } from '@/profiles/schema';
import { secretNames, secretOf } from '@/profiles/secret';
import type { SessionSecrets } from '@/profiles/session-secrets';
import type { FieldKey, Form } from '@/recipes/schema';
import { bindingKind, rememberChoices } from '@/sites/bindings';
import type { Consent } from '@/sites/consent';
import type { Binding } from '@/sites/schema';
import { checkTransport } from '@/sites/transport';
import type { Transaction } from '@/vault/transaction';
import { findForm, type KnownForm, kindsFor } from './find-form';

type Secrets = Partial<Record<FieldKey, string>>;

/**
 * The secrets for the named fields of a spent consent, after everything has been checked anew: the binding still leads
 * from this origin to this profile, unchanged since the preview. Remembers the choices. Fails with `not-bound`,
 * `consent-spent` (the profile has changed, or a field was not in the plan), `no-secret` (a field asks for a secret that is
 * not at hand, or for one of another kind), or where the transport forbids a fill.
 */
export function release(
  transaction: Transaction,
  consent: Consent,
  origin: string,
  { fields, choices, session }: { fields: FieldKey[]; choices: Record<string, string>; session: SessionSecrets },
): Result<{ secrets: Secrets }> {
  const transport = checkTransport(transaction, origin);
  if (!transport.ok) return transport;
  const binding = transaction.find(bindingKind, consent.bindingId);
  const profile = transaction.find(profileKind, consent.profileId);
  const known = binding && profile && formFor(binding, profile);
  if (!known || binding.origin !== origin || binding.profileId !== profile.id) return fail('not-bound');
  if (profile.revision !== consent.revision) return fail('consent-spent');
  const secrets = secretsFor(fields, known, { kind: profile.kind, secret: secretOf(profile) ?? session.of(profile) });
  if (!secrets) return fail('no-secret');
  if (!fields.every((key) => consent.fields.includes(key))) return fail('consent-spent');
  const picked = { ...binding.choices, ...knownChoices(known.form, choices) };
  if (!isSame(picked, binding.choices)) rememberChoices(transaction, binding, picked);
  return ok({ secrets });
}

/** The bound form, as long as it takes this kind of profile: a newer recipe may not. */
export function formFor({ app, form }: Binding, { kind }: Pick<Profile, 'kind'>): KnownForm | undefined {
  const known = findForm(app, form);
  return known && kindsFor(known.form).includes(kind) ? known : undefined;
}

/**
 * The profile's secret for each named field that the recipe fills with exactly that secret, nothing for others. Undefined when one of them is for a secret that is not this profile's to give.
 */
function secretsFor(
  fields: readonly FieldKey[],
  { looks }: KnownForm,
  { kind, secret }: { kind: Profile['kind']; secret: string | undefined },
): Secrets | undefined {
  const secrets: Secrets = {};
  for (const key of fields) {
    const wanted = secretsWanted(looks, key);
    if (wanted.length === 0) continue;
    if (!secret || wanted.some((name) => name !== secretNames[kind])) return undefined;
    secrets[key] = secret;
  }
  return secrets;
}

/** By the recipe, in all variants of the form, since only the page knows which one it shows. */
export function secretsWanted(looks: readonly Form[], key: FieldKey): SecretName[] {
  return looks
    .flatMap((form) => form.fields)
    .filter((field) => field.key === key)
    .flatMap(({ value }) => (value.from === 'profile' && value.name !== 'client_id' ? [value.name] : []));
}

/** The form has a field for the secret of this kind of profile. */
export function takesSecret({ looks }: KnownForm, { kind }: Pick<Profile, 'kind'>): boolean {
  const keys = looks.flatMap(({ fields }) => fields.map(({ key }) => key));
  return keys.some((key) => secretsWanted(looks, key).includes(secretNames[kind]));
}

/** Choices the recipe declares, with options it knows. */
function knownChoices(form: Form, picked: Record<string, string>): Record<string, string> {
  const known = (form.choices ?? []).flatMap((choice) => {
    const value = Object.hasOwn(picked, choice.id) ? picked[choice.id] : undefined;
    const fits = value !== undefined && (choice.kind === 'text' || choice.options?.includes(value));
    return fits ? [[choice.id, value] as const] : [];
  });
  return Object.fromEntries(known);
}

function isSame(left: Record<string, string>, right: Record<string, string>): boolean {
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => left[key] === right[key]);
}
